"""The whole of matching on one small newsroom day."""

from datetime import timedelta
from itertools import permutations

import pytest

from corroborate.match import Matching, match_readings
from corroborate.model.articles import Reading
from corroborate.model.claims import Attribution, Claim
from corroborate.model.figures import Approx, Granularity
from corroborate.model.outlets import Outlet
from corroborate.model.stories import ClaimGroup, Origin
from tests.factory import NOON, article, claim, period, quantity, reading
from tests.match.bag_of_words import BagOfWords

OUTLETS = {
    name: Outlet(name, family)
    for name, family in (("Harbour Herald", "Quay Media"), ("Dune Daily", "Dune"), ("Quay Post", "Quay Media"), ("Fell Courier", "Fell"))
}


def herald() -> Reading:
    of = article(
        "Harbour Herald",
        "Oriel Labs has accused Tarn Systems of copying its Lantern translator. In a letter dated September 3 to the trade "
        "committee, Oriel Labs said that Tarn Systems used nearly 31,000 fake accounts.\n"
        "The campaign ran between July 4 and August 20, the letter says. An earlier campaign involved about 14,000 accounts.",
        title="Oriel Labs accuses Tarn Systems of copying Lantern",
    )
    letter = Attribution(speaker="Oriel Labs", document="letter")
    return reading(
        of,
        claim(of, "September 3", period("2026-09-03", "2026-09-03")),
        claim(of, "31,000", quantity("31e3", "30e3", "31e3", approx=Approx.NEARLY, counted="fake accounts"), attribution=letter),
        claim(of, "July 4 and August 20", period("2026-07-04", "2026-08-20", Granularity.DAY, "between"), attribution=letter),
        claim(of, "14,000", quantity("14e3", approx=Approx.ABOUT, counted="accounts"), scope=("earlier",)),
    )


def daily() -> Reading:
    of = article(
        "Dune Daily",
        "Tarn Systems ran 31,000 fraudulent profiles to imitate the Lantern translator, Oriel Labs told the trade committee in a "
        "letter seen by Meridian Wire.\nThe profiles were active from July 4 to August 20, according to the letter.",
        title="Tarn Systems copied Lantern with fake profiles, Oriel Labs says",
        published=NOON + timedelta(hours=5),
    )
    letter = Attribution(speaker="Oriel Labs", document="letter", cites=("Meridian Wire",))
    return reading(
        of,
        claim(of, "31,000", quantity("31e3", counted="fraudulent profiles"), attribution=letter),
        claim(of, "July 4 to August 20", period("2026-07-04", "2026-08-20", Granularity.DAY, "between"), attribution=letter),
    )


def ferry() -> Reading:
    of = article(
        "Fell Courier",
        "A ferry with 212 passengers aboard ran aground off Skerry Point on Monday. Nine people were injured, the coastguard said.",
        title="Nine hurt as ferry runs aground off Skerry Point",
        published=NOON + timedelta(hours=2),
    )
    return reading(
        of,
        claim(of, "212", quantity("212", counted="passengers")),
        claim(of, "Nine", quantity("9", counted="people"), attribution=Attribution(speaker="the coastguard")),
    )


def matched(*readings: Reading) -> Matching:
    return match_readings(readings or (herald(), daily(), ferry()), OUTLETS, BagOfWords())


def group_of(matching: Matching, one: Claim) -> ClaimGroup:
    return next(group for group in matching.groups if one.id in group.claims)


def origins_of(matching: Matching, group: ClaimGroup) -> list[Origin]:
    return [origin for origin in matching.origins if origin.group == group.id]


def find(one: Reading, surface: str) -> Claim:
    return next(claim for claim in one.claims if claim.surface == surface)


def test_articles_about_one_event_are_one_story_and_another_event_is_not() -> None:
    stories = matched().stories

    assert sorted(len(story.articles) for story in stories) == [1, 2]


def test_accounts_and_profiles_are_one_question_and_the_earlier_campaign_is_not() -> None:
    first, second = herald(), daily()
    matching = matched(first, second)

    group = group_of(matching, find(first, "31,000"))

    assert find(second, "31,000").id in group.claims
    assert find(first, "14,000").id not in group.claims
    assert group.question.startswith("How many")


def test_the_stretch_of_days_is_one_question_and_the_day_of_the_letter_another() -> None:
    first, second = herald(), daily()
    matching = matched(first, second)

    group = group_of(matching, find(first, "July 4 and August 20"))

    assert find(second, "July 4 to August 20").id in group.claims
    assert find(first, "September 3").id not in group.claims


def test_passengers_aboard_are_not_the_injured() -> None:
    one = ferry()
    matching = matched(one)

    assert group_of(matching, find(one, "212")) != group_of(matching, find(one, "Nine"))


def test_two_outlets_that_rest_on_one_letter_are_one_origin_with_its_route() -> None:
    first, second = herald(), daily()
    matching = matched(first, second)

    (origin,) = origins_of(matching, group_of(matching, find(first, "31,000")))

    assert origin.outlets == ("Harbour Herald", "Dune Daily")
    assert origin.routes == ("Meridian Wire",)
    assert "letter" in origin.label


def test_every_claim_is_in_one_group_and_one_origin() -> None:
    matching = matched()

    everything = sorted(one.id for reading in (herald(), daily(), ferry()) for one in reading.claims)

    assert sorted(one for group in matching.groups for one in group.claims) == everything
    assert sorted(one for origin in matching.origins for one in origin.claims) == everything


@pytest.mark.parametrize("order", list(permutations((herald(), daily(), ferry()))))
def test_the_order_of_the_articles_changes_nothing(order: tuple[Reading, ...]) -> None:
    assert matched(*order) == matched()


def test_nothing_read_is_nothing_matched() -> None:
    assert match_readings([], OUTLETS) == Matching((), (), (), ())


def test_a_page_that_is_one_endless_sentence_is_matched_like_any_other() -> None:
    figures = [str(number) for number in range(1000, 2000)]
    of = article("Dune Daily", " and ".join(f"{figure} crates" for figure in figures))
    one = reading(of, *(claim(of, f"{figure} ".strip(), quantity(figure, counted="crates")) for figure in figures))

    matching = match_readings([one], OUTLETS)

    assert len(matching.groups) == len(figures)
