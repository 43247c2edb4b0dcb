"""Outlets that have it otherwise: what is brought back to the question it answers, and what stays away."""

from datetime import timedelta

from corroborate.match.groups.dissenters import Cluster, _told_elsewhere, join_dissenters
from corroborate.match.groups.features import same_frame
from corroborate.match.groups.mentions import Mention, mentions
from corroborate.model.articles import Reading
from corroborate.model.claims import Attribution
from corroborate.model.figures import Figure, Granularity, Kind
from tests.factory import NOON, article, claim, period, quantity, reading
from tests.match.bag_of_words import BagOfWords


def told(*sentences: tuple[str, str, str, Figure, Kind]) -> list[Mention]:
    """What outlets say: outlet, sentence, surface, figure, kind."""
    readings = []
    for number, (outlet, sentence, surface, figure, kind) in enumerate(sentences):
        of = article(outlet, sentence, published=NOON + timedelta(minutes=number))
        readings.append(reading(of, claim(of, surface, figure, kind=kind)))
    return list(mentions(readings, BagOfWords()))


def damage(outlet: str, words: str, surface: str, value: str) -> tuple[str, str, str, Figure, Kind]:
    return outlet, words, surface, quantity(value, unit="GBP"), Kind.MONEY


def test_a_thousandfold_damage_is_the_damage_of_the_others() -> None:
    found = told(
        damage("Harbour Herald", "The storm did damage of £37 million in Orsk.", "£37 million", "37e6"),
        damage("Port Post", "The damage in Orsk comes to £37 million.", "£37 million", "37e6"),
        damage("Daily Quay", "The storm did damage of £37 billion.", "£37 billion", "37e9"),
    )

    assert join_dissenters(found, [[0, 1], [2]]) == [[0, 1, 2]]


def test_the_same_words_with_another_figure_ask_the_same() -> None:
    found = told(
        ("Harbour Herald", "The harbour office received 321 bids.", "321", quantity("321", counted="bids"), Kind.COUNT),
        ("Port Post", "In all 321 bids were lodged by noon.", "321", quantity("321", counted="bids"), Kind.COUNT),
        ("Daily Quay", "The harbour office received 290 bids.", "290", quantity("290", counted="bids"), Kind.COUNT),
    )

    assert same_frame(found[0], found[2]) == 1
    assert same_frame(found[1], found[2]) == 0
    assert join_dissenters(found, [[0, 1], [2]]) == [[0, 1, 2]]


def test_two_outlets_of_which_neither_has_the_others_figure_differ_about_one_question_the_sooner_the_nearer_they_are() -> None:
    pier = damage("Harbour Herald", "The pier in Orsk is to be rebuilt for £37 million.", "£37 million", "37e6")
    near = damage("Daily Quay", "Taxpayers will have to find £36 million for the pier.", "£36 million", "36e6")
    far = damage("Daily Quay", "Taxpayers will have to find £16 million for the pier.", "£16 million", "16e6")
    unrelated = damage("Daily Quay", "Taxpayers will have to find £36 million by spring.", "£36 million", "36e6")
    own = damage("Harbour Herald", "Taxpayers will have to find £36 million for the pier.", "£36 million", "36e6")

    assert join_dissenters(told(pier, near), [[0], [1]]) == [[0, 1]]
    assert join_dissenters(told(pier, unrelated), [[0], [1]]) == [[0], [1]]
    assert elsewhere(pier, near) > elsewhere(pier, far) > 0
    assert elsewhere(pier, unrelated) == elsewhere(pier, own) == 0


def elsewhere(*sentences: tuple[str, str, str, Figure, Kind]) -> float:
    """What speaks for one question where no outlet gives both of two figures."""
    host, guest = (Cluster((one,), frozenset({one.article.outlet})) for one in told(*sentences))
    return _told_elsewhere(host, guest)


def test_what_the_same_outlet_says_besides_is_another_matter() -> None:
    found = told(
        damage("Harbour Herald", "The storm did damage of £37 million in Orsk.", "£37 million", "37e6"),
        damage("Port Post", "The damage in Orsk comes to £37 million.", "£37 million", "37e6"),
        damage("Port Post", "The storm did damage of £52 million in the valley.", "£52 million", "52e6"),
    )

    assert join_dissenters(found, [[0, 1], [2]]) == [[0, 1], [2]]


def test_an_article_that_has_two_figures_from_two_sources_has_two_answers_to_one_question() -> None:
    def marchers(outlet: str, words: str, surface: str, speaker: str) -> Reading:
        of = article(outlet, words)
        of_whom = Attribution(speaker=speaker)
        return reading(of, claim(of, surface, quantity(surface.replace(",", ""), counted="people"), attribution=of_whom))

    texts = ("Police said 900 people marched in protest.", "The union said 2,000 people marched in protest.")
    whole = article("Port Post", " ".join(texts))
    two = reading(
        whole,
        claim(whole, "900", quantity("900", counted="people"), attribution=Attribution(speaker="police")),
        claim(whole, "2,000", quantity("2000", counted="people"), attribution=Attribution(speaker="union")),
    )
    found = list(mentions([marchers("Harbour Herald", texts[0], "900", "police"), two], BagOfWords()))
    places = [[place for place, one in enumerate(found) if one.claim.surface == surface] for surface in ("900", "2,000")]

    assert join_dissenters(found, places) == [[0, 1, 2]]


def test_an_earlier_storm_did_other_damage() -> None:
    found = told(
        damage("Harbour Herald", "The storm did damage of £37 million in Orsk.", "£37 million", "37e6"),
        damage("Port Post", "The damage in Orsk comes to £37 million.", "£37 million", "37e6"),
        damage("Daily Quay", "In 2011 a storm did damage of £52 million in Orsk.", "£52 million", "52e6"),
    )

    assert join_dissenters(found, [[0, 1], [2]]) == [[0, 1], [2]]


def test_nobody_dissents_by_naming_the_year_of_something_else() -> None:
    def dated(outlet: str, words: str, surface: str, low: str, granularity: Granularity) -> tuple[str, str, str, Figure, Kind]:
        return outlet, words, surface, period(low, low, granularity), Kind.DATE

    found = told(
        dated("Harbour Herald", "The referendum was held on 5 September.", "5 September", "2026-09-05", Granularity.DAY),
        dated("Port Post", "The referendum was held on 5 September.", "5 September", "2026-09-05", Granularity.DAY),
        dated("Daily Quay", "The referendum was held on 6 September.", "6 September", "2026-09-06", Granularity.DAY),
        dated("Evening Tide", "A referendum was held back then, 2010.", "2010", "2010-01-01", Granularity.YEAR),
    )

    assert join_dissenters(found, [[0, 1], [2], [3]]) == [[0, 1, 2], [3]]


def test_a_word_that_only_some_read_as_yearly_keeps_nobody_apart() -> None:
    def saving(outlet: str, words: str, surface: str, value: str, *scope: str) -> Mention:
        of = article(outlet, f"The joint purchasing is to yield {surface} {words}.")
        return mentions(
            [reading(of, claim(of, surface, quantity(value, unit="EUR", counted="savings"), kind=Kind.MONEY, scope=scope))], None
        )[0]

    found = [
        saving("Harbour Herald", "annually", "€21 million", "21e6", "annual"),
        saving("Port Post", "in savings", "€21 million", "21e6"),
        saving("Daily Quay", "annually", "€27 million", "27e6", "annual"),
    ]

    assert join_dissenters(found, [[0, 1], [2]]) == [[0, 1, 2]]
