"""Which claims answer one question, and what keeps claims apart."""

import random
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from corroborate.match.groups.blocking import CROWD, FEW, candidates
from corroborate.match.groups.clustering import claim_groups, cluster, tied_scores
from corroborate.match.groups.constraints import forbidden
from corroborate.match.groups.decided import UNSETTLED
from corroborate.match.groups.mentions import Mention, mention, mentions
from corroborate.match.groups.scoring import EXCLUDED, FEATURES, NEVER, log_odds, score, speaking_for
from corroborate.match.groups.twins import Twins
from corroborate.model.claims import Claim
from corroborate.model.figures import Approx, Figure, Granularity, Kind, Participation, Rank, Role
from corroborate.model.stories import ClaimGroup
from corroborate.newsroom.stream import stream
from tests.factory import NOON, article, claim, period, quantity, reading
from tests.match.bag_of_words import BagOfWords

Said = tuple[str, str, Figure, dict[str, Any]]


def said(sentence: str, surface: str, figure: Figure, **fields: Any) -> Said:
    return sentence, surface, figure, fields


def read(*sentences: Said) -> list[Mention]:
    """Each sentence in an article of its own."""
    readings = []
    for number, (sentence, surface, figure, fields) in enumerate(sentences):
        of = article(f"Outlet {number}", sentence, published=NOON + timedelta(minutes=number))
        readings.append(reading(of, claim(of, surface, figure, **fields)))
    return list(mentions(readings, BagOfWords()))


def groups(*sentences: Said) -> tuple[ClaimGroup, ...]:
    return claim_groups("s_1", read(*sentences))


def are_one(*sentences: Said) -> bool:
    return len(groups(*sentences)) == 1


def test_the_dead_and_the_killed_are_counted_together_whatever_the_number() -> None:
    assert are_one(
        said("The landslide killed 14 people in Carrick.", "14", quantity("14", counted="people")),
        said("The death toll in Carrick rose to 17 on Friday.", "17", quantity("17", counted="death toll")),
    )


def test_the_injured_are_not_the_dead() -> None:
    assert not are_one(
        said("The landslide killed 14 people in Carrick.", "14", quantity("14", counted="people")),
        said("The landslide injured 14 people in Carrick.", "14", quantity("14", counted="people")),
    )


def test_the_places_where_people_fell_ill_are_none_of_them() -> None:
    left, right = read(
        said("Fifty people in 25 states fell ill.", "25", quantity("25", counted="states")),
        said("In all 25 people have reported getting sick.", "25", quantity("25", counted="people")),
    )

    assert forbidden(left, right) == "places against people"


def test_a_crowd_without_a_number_goes_by_any_noun_for_people() -> None:
    vague = {"low": "200000", "high": "999999", "approx": Approx.VAGUE}
    left, right, other = read(
        said("Hundreds of thousands of people joined the march.", "Hundreds of thousands", quantity(None, counted="people", **vague)),
        said(
            "Hundreds of thousands of protesters joined the march.", "Hundreds of thousands", quantity(None, counted="protesters", **vague)
        ),
        said("Hundreds of thousands of homes lie nearby.", "Hundreds of thousands", quantity(None, counted="homes", **vague)),
    )

    assert forbidden(left, right) is None
    assert forbidden(left, other) == "a vague figure of another thing"


def test_layoffs_go_by_many_names() -> None:
    assert are_one(
        said("Tarn Systems will cut 1,250 jobs in Sutterby.", "1,250", quantity("1250", counted="jobs")),
        said("Some 1,250 employees of Tarn Systems in Sutterby are to lose their posts.", "1,250", quantity("1250", counted="employees")),
    )


def test_a_fine_and_a_penalty_are_one_question() -> None:
    assert are_one(
        said("The regulator fined Tarn Systems $3.2 million.", "$3.2 million", quantity("3.2e6", unit="USD"), kind=Kind.MONEY),
        said(
            "Tarn Systems faces a penalty of $3 million.",
            "$3 million",
            quantity("3e6", unit="USD", counted="penalty", grain=Decimal("1e6")),
            kind=Kind.MONEY,
        ),
    )


def test_different_currencies_are_never_one_question() -> None:
    assert not are_one(
        said("The fine is $3 million.", "$3 million", quantity("3e6", unit="USD", counted="fine"), kind=Kind.MONEY),
        said("The fine is €3 million.", "€3 million", quantity("3e6", unit="EUR", counted="fine"), kind=Kind.MONEY),
    )


def test_an_earlier_campaign_is_another_question_even_with_the_same_figure() -> None:
    assert not are_one(
        said("The campaign used 25,000 accounts.", "25,000", quantity("25e3", counted="accounts")),
        said("An earlier campaign used 25,000 accounts.", "25,000", quantity("25e3", counted="accounts"), scope=("earlier",)),
    )


def test_the_past_on_the_far_side_of_a_comparison_does_not_reach_back() -> None:
    (mention,) = read(
        said("The 28,400 exchanges exceeded those of two earlier campaigns.", "28,400", quantity("28400", counted="exchanges")),
    )

    assert "earlier" not in mention.scope


def test_a_rise_is_not_a_level() -> None:
    rise = said("Sales rose by 40 units.", "40", quantity("40", counted="units", role=Role.CHANGE))

    assert not are_one(rise, said("Sales rose to 9,000 units.", "9,000", quantity("9000", counted="units")))


def test_two_figures_of_one_sentence_answer_two_questions() -> None:
    of = article("Dune Daily", "Nine people died and 9 people were hurt in Carrick.")
    both = reading(of, claim(of, "Nine", quantity("9", counted="people")), claim(of, "9", quantity("9", counted="people")))
    left, right = mentions([both], None)

    assert forbidden(left, right)


def test_a_rounded_and_a_full_figure_of_one_article_are_one() -> None:
    of = article(
        "Dune Daily", "More than 28 million queries reached Lantern.\nExactly 28,812,004 queries reached Lantern, the letter says."
    )
    rough = quantity("28e6", "28e6", "29e6", approx=Approx.MORE_THAN, counted="queries", grain=Decimal("1e6"), high_soft=True)
    both = reading(of, claim(of, "28 million", rough), claim(of, "28,812,004", quantity("28812004", counted="queries")))

    assert len(claim_groups("s_1", mentions([both], None))) == 1


def test_the_ages_of_two_people_are_never_one_question() -> None:
    assert not are_one(
        said("Ada Brill, 52, saw the fire.", "52", quantity("52", unit="year", counted="age"), kind=Kind.DURATION, parties=("Ada Brill",)),
        said("Tom Gage, 52, saw the fire.", "52", quantity("52", unit="year", counted="age"), kind=Kind.DURATION, parties=("Tom Gage",)),
    )


def test_a_letter_is_dated_signed_and_sent_on_its_day() -> None:
    assert are_one(
        said("In a letter dated September 3 the union asked for talks.", "September 3", period("2026-09-03", "2026-09-03")),
        said("The union sent the letter to the minister on September 3.", "September 3", period("2026-09-03", "2026-09-03")),
    )


def test_the_day_of_the_letter_is_not_the_stretch_of_the_campaign() -> None:
    stretch = period("2026-07-04", "2026-09-20", Granularity.DAY, "between")

    assert not are_one(
        said("The letter was sent on September 3.", "September 3", period("2026-09-03", "2026-09-03")),
        said("The campaign ran from July 4 to September 20.", "July 4 to September 20", stretch),
    )


def test_the_largest_and_the_biggest_are_one_rank_and_the_oldest_another() -> None:
    largest = said("It is the largest known breach of its kind.", "largest known breach", Rank("largest", "breach", ("known",)))
    biggest = said("It is one of the biggest breaches ever.", "one of the biggest breaches", Rank("biggest", "breaches", shared=True))
    oldest = said("It happened at the oldest bank in Norrland.", "oldest bank", Rank("oldest", "bank"))

    assert are_one(largest, biggest)
    assert len(groups(largest, biggest, oldest)) == 2


def test_recipients_of_one_letter_are_one_question_whoever_they_are() -> None:
    assert are_one(
        said("The letter went to Senator Ilse Varga.", "Ilse Varga", Participation("letter recipient", ("Ilse Varga",))),
        said("The letter went to the trade committee.", "trade committee", Participation("letter recipient", ("trade committee",))),
    )


def test_a_group_keeps_its_id_when_later_claims_join_it() -> None:
    first = said("The landslide killed 14 people in Carrick.", "14", quantity("14", counted="people"))
    later = said("The landslide killed 14 people in Carrick, officials say.", "14", quantity("14", counted="people"))

    assert groups(first)[0].id == groups(first, later)[0].id


def test_a_group_keeps_its_id_when_its_story_gets_another() -> None:
    told = read(said("The landslide killed 14 people in Carrick.", "14", quantity("14", counted="people")))

    assert claim_groups("s_1", told)[0].id == claim_groups("s_2", told)[0].id


def test_two_groups_of_one_sentence_have_two_ids() -> None:
    of = article("Dune Daily", "Of the 30 and the 40 there is no trace.")
    both = reading(of, claim(of, "30", quantity("30")), claim(of, "40", quantity("40")))

    assert len({group.id for group in claim_groups("s_1", mentions([both], None))}) == 2


def test_the_question_reads_as_a_person_would_put_it() -> None:
    assert (
        groups(said("The landslide killed 14 people.", "14", quantity("14", counted="people")))[0].question
        == "How many people were killed?"
    )
    letter = said("The letter was sent on September 3.", "September 3", period("2026-09-03", "2026-09-03"))
    assert groups(letter)[0].question == "When was the letter sent?"


def test_a_score_gives_its_reasons_strongest_first() -> None:
    left, right = read(
        said("Tarn Systems will cut 1,250 jobs in Sutterby.", "1,250", quantity("1250", counted="jobs")),
        said("Tarn Systems will cut 1,250 jobs in Sutterby.", "1,250", quantity("1250", counted="jobs")),
    )

    reasons = score(left, right).reasons

    assert "Both count the same thing." in reasons
    assert reasons[0] in {"Both give the same figure, the more telling the more digits it has.", "One figure leaves room for the other."}


def test_every_feature_says_why() -> None:
    assert all(feature.reason.endswith(".") for _, model in FEATURES.values() for feature in model)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000))
def test_evidence_is_symmetric(seed: int) -> None:
    dice = random.Random(seed)
    nouns, verbs = ("people", "jobs", "accounts", "votes"), ("killed", "cut", "counted", "used")
    sentences = []
    for _ in range(2):
        value, noun = str(dice.randint(1, 40)), dice.choice(nouns)
        sentences.append(said(f"They {dice.choice(verbs)} {value} {noun} there.", value, quantity(value, counted=noun)))
    left, right = read(*sentences)

    assert score(left, right).log_odds == score(right, left).log_odds


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 9), st.integers(0, 10_000))
def test_clusters_part_all_positions_and_never_hold_a_forbidden_pair(size: int, seed: int) -> None:
    dice = random.Random(seed)
    pairs = {(left, right): dice.choice((NEVER, -2.0, 0.5, 3.0)) for left in range(size) for right in range(left + 1, size)}

    found = cluster(size, pairs)

    assert sorted(position for members in found for position in members) == list(range(size))
    assert all(pairs[left, right] != NEVER for members in found for left in members for right in members if left < right)


def test_what_everything_speaks_for_is_one_cluster() -> None:
    pairs = {(left, right): 0.1 for left in range(5) for right in range(left + 1, 5)}

    assert cluster(5, pairs) == [[0, 1, 2, 3, 4]]
    assert cluster(6, pairs) == [[0, 1, 2, 3, 4], [5]]


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 1_000), st.randoms(use_true_random=False))
def test_a_story_told_piece_by_piece_has_the_groups_of_one_told_at_once(seed: int, dice: random.Random) -> None:
    told = mentions([one.reading for one in stream(seed, 24, live=1)], None)
    going_on, articles = [replace(one) for one in told], sorted({one.article.id for one in told})
    dice.shuffle(articles)
    for number in range(1, len(articles) + 1):
        found = claim_groups("s_1", [one for one in going_on if one.article.id in articles[:number]])

    assert found == claim_groups("s_1", [replace(one) for one in told])


def test_pairs_are_given_up_only_where_the_evidence_speaks_against_and_no_cluster_depends_on_them() -> None:
    told = sorted(mentions([one.reading for one in stream(3, 7, live=2)], BagOfWords()), key=lambda one: one.key)
    found = candidates(told)
    every = {(left, right): score(told[left], told[right]).log_odds for left, others in found.items() for right in others}
    tied = tied_scores(told, UNSETTLED)
    speaking = {(left, right) for left, others in found.items() for right in speaking_for(told, left, others, Twins(told))}

    assert speaking == {pair for pair, odds in every.items() if odds > 0}
    assert tied == {pair: every[pair] for pair in tied}
    assert len(tied) < len(every) / 2
    assert cluster(len(told), tied) == cluster(len(told), every)


@settings(max_examples=10, deadline=None)
@given(st.sampled_from((FEW - 10, FEW + 10, 2 * CROWD)), st.randoms(use_true_random=False))
def test_pairs_with_new_claims_are_those_of_all_pairs_that_have_one(size: int, dice: random.Random) -> None:
    told = dice.choices(mentions([one.reading for one in stream(2, 6, live=1)], None), k=size)
    new = set(dice.sample(range(size), 5))
    every = {(left, right) for left, others in candidates(told).items() for right in others}

    found = {(left, right) for left, others in candidates(told, new).items() for right in others}

    assert found == {pair for pair in every if new.intersection(pair)}


def test_a_crowd_that_grows_has_the_groups_of_one_told_at_once() -> None:
    of = article("Dune Daily", "9 people died. Then 9 people died in Carrick.")
    one, other = (
        mentions([reading(of, claim(of, "9", quantity("9", counted="people")))], None)[0],
        read(said("The landslide killed 14 people in Carrick.", "14", quantity("14", counted="people")))[0],
    )
    crowd = [replace(told, claim=replace(told.claim, id=f"c_{number:03}")) for number, told in enumerate((one, other) * CROWD)]
    for size in (CROWD, CROWD + 2, 2 * CROWD - 1, 2 * CROWD):
        found = claim_groups("s_1", crowd[:size])

        assert found == claim_groups("s_1", [replace(told) for told in crowd[:size]])


def test_a_crowded_question_costs_no_more_than_its_claims() -> None:
    of = article("Dune Daily", "9 people died.")
    one: Claim = claim(of, "9", quantity("9", counted="people"))
    (mention,) = mentions([reading(of, one)], None)

    few, many = (sum(map(len, candidates([mention] * size).values())) for size in (4 * CROWD, 8 * CROWD))

    assert many < 2.5 * few


def test_the_infected_are_counted_by_many_names() -> None:
    assert are_one(
        said("The fever has infected 222 people in Carrick.", "222", quantity("222", counted="people")),
        said("The number of confirmed cases stands at 381.", "381", quantity("381", counted="confirmed cases")),
    )


def test_boats_that_bring_bodies_ashore_are_not_dead() -> None:
    (found,) = read(said("Eleven boats brought ashore the bodies of sailors.", "Eleven", quantity("11", counted="boats")))

    assert found.fates == frozenset()


def test_a_share_of_voters_may_be_the_turnout() -> None:
    assert are_one(
        said("Turnout in Carrick was 48.7 percent.", "48.7 percent", quantity("48.7", unit="%", counted="turnout"), kind=Kind.PERCENT),
        said("Some 48.7 percent of those entitled voted.", "48.7 percent", quantity("48.7", unit="%", role=Role.SHARE), kind=Kind.PERCENT),
    )


def test_a_small_number_of_nothing_named_is_of_no_one() -> None:
    assert not are_one(
        said("Transit police said two passengers were shot on the ferry.", "two", quantity("2", counted="passengers")),
        said("The alarm took minutes to answer; transit police said it was less than two.", "two", quantity("2")),
    )


def test_what_is_counted_since_long_ago_is_no_figure_of_long_ago() -> None:
    may = {"period": period("2024-02-05", "2024-02-05")}
    now, since, then = read(
        said("Some 57 people fell ill.", "57", quantity("57", counted="people")),
        said("Since the recall on February 5, 246 people fell ill.", "246", quantity("246", counted="people"), **may),
        said("On February 5, 246 people fell ill.", "246", quantity("246", counted="people"), **may),
    )

    assert forbidden(now, since) is None
    assert forbidden(now, then) == "one is of long before"


def test_sums_that_have_no_word_in_common_are_not_compared() -> None:
    assert not are_one(
        said("The ministry is offering $25,000.", "$25,000", quantity("25000", unit="USD"), kind=Kind.MONEY),
        said("Agents found $11,200 and a revolver.", "$11,200", quantity("11200", unit="USD"), kind=Kind.MONEY),
    )


def test_a_month_that_holds_the_day_does_not_tell_that_both_are_of_one_thing() -> None:
    assert not are_one(
        said("A bus was fired on in Carrick on Friday.", "Friday", period("2024-02-16", "2024-02-16")),
        said("Patrols would be doubled through February.", "February", period("2024-02-01", "2024-02-29", Granularity.MONTH)),
    )


def test_eighteen_people_are_not_720000_devices_but_a_slip_of_the_scale_may_be() -> None:
    burned = said("18 people were hurt.", "18", quantity("18", counted="people"))
    recalled = said("Over 720,000 devices were recalled.", "720,000", quantity("720000", counted="devices"))
    sums = [
        said(f"The fine is {surface}.", surface, quantity(value, unit="EUR", counted="fine"), kind=Kind.MONEY)
        for surface, value in (("€400m", "400e6"), ("€412bn", "412e9"), ("€900", "900"))
    ]

    assert forbidden(*read(burned, recalled)) == "figures of quite another size"
    assert forbidden(*read(sums[0], sums[1])) is None
    assert forbidden(*read(sums[0], sums[2])) == "figures of quite another size"


def test_a_year_that_does_not_hold_the_day_is_of_another_event() -> None:
    day = said("The vote was on 3 May.", "3 May", period("2026-05-03", "2026-05-03", Granularity.DAY), kind=Kind.DATE)
    year = said("A vote in 2007 failed.", "2007", period("2007-01-01", "2007-12-31", Granularity.YEAR), kind=Kind.DATE)

    assert forbidden(*read(day, year)) == "one is of another year"


def test_thousands_are_those_of_their_own_article() -> None:
    jobs = {"counted": "jobs"}
    loose, other = "Tarn cuts thousands of jobs. In all 3,981 jobs go.", "Tarn cuts 2,113 jobs."
    of, elsewhere = article("Port Post", loose), article("Daily Quay", other)
    vague = claim(of, "thousands", quantity(None, low="2000", high="9999", approx=Approx.VAGUE, **jobs))
    told = mentions(
        [
            reading(of, vague, claim(of, "3,981", quantity("3981", **jobs))),
            reading(elsewhere, claim(elsewhere, "2,113", quantity("2113", **jobs))),
        ],
        None,
    )
    by_surface = {one.claim.surface: one for one in told}

    assert forbidden(by_surface["thousands"], by_surface["2,113"]) == "its own article is more precise"
    assert forbidden(by_surface["thousands"], by_surface["3,981"]) is None


def test_what_was_misread_in_one_article_of_many_does_not_hold_their_figures_apart() -> None:
    pairs = {(left, right): 3.0 for left in range(5) for right in range(left + 1, 5)}

    assert cluster(5, pairs | {(0, 4): EXCLUDED}) == [[0, 1, 2, 3, 4]]
    assert cluster(5, pairs | {(0, 4): NEVER}) == [[0, 1, 2, 3], [4]]
    assert cluster(2, {(0, 1): EXCLUDED}) == [[0], [1]]


def test_a_word_that_looks_back_at_something_else_does_not_part_equal_figures_with_many_digits() -> None:
    def order(outlet: str, text: str, value: str, scope: tuple[str, ...] = ()) -> Mention:
        of = article(outlet, text)
        return mention(claim(of, value, quantity(value.replace(",", ""), counted="jets"), scope=scope), of)

    plain = order("Harbour Herald", "The carrier ordered 2,500 jets.", "2,500")
    back = order("Port Post", "The carrier, founded years ago, ordered 2,500 jets.", "2,500", ("earlier",))
    small = order("Port Post", "The carrier, founded years ago, ordered 7 jets.", "7", ("earlier",))
    before = order("Port Post", "An earlier order by the carrier was for 2,500 jets.", "2,500", ("earlier",))

    assert log_odds(plain, back) > 0
    assert log_odds(order("Harbour Herald", "The carrier ordered 7 jets.", "7"), small) == EXCLUDED
    assert log_odds(plain, before) == EXCLUDED
