from dataclasses import replace
from datetime import timedelta

from corroborate.check import check_story
from corroborate.model.articles import Reading
from corroborate.model.claims import Claim
from corroborate.model.ids import content_id
from corroborate.model.stories import ClaimGroup, Story
from tests.check.newsrooms import Newsroom
from tests.factory import NOON, quantity


def reports(*figures: tuple[str, str]) -> Newsroom:
    """Outlets that give the width of one bridge, an hour apart."""
    room = Newsroom("How long is the bridge in metres?")
    for hours, (outlet, value) in enumerate(figures):
        room.says(outlet, f"The bridge at Orsk is {value} metres long.", value, quantity(value, unit="metre"), hours=hours)
    return room


def only_id(room: Newsroom) -> str:
    (found,) = room.discrepancies()
    return found.id


def test_a_discrepancy_keeps_its_id_when_another_outlet_says_the_same() -> None:
    before = only_id(reports(("Harbour Herald", "412"), ("Port Post", "467")))

    assert only_id(reports(("Harbour Herald", "412"), ("Port Post", "467"), ("Quay Courier", "467"))) == before
    assert only_id(reports(("Harbour Herald", "412"), ("Port Post", "467"), ("Quay Courier", "412"))) == before


def test_a_new_value_makes_a_new_discrepancy() -> None:
    before = only_id(reports(("Harbour Herald", "412"), ("Port Post", "467")))

    assert only_id(reports(("Harbour Herald", "412"), ("Port Post", "533"))) != before


def test_a_discrepancy_keeps_its_id_when_its_pages_are_crawled_again_and_its_story_is_merged() -> None:
    room = reports(("Harbour Herald", "412"), ("Port Post", "467"))
    readings = {name: Reading(written, tuple(room.claims[name])) for name, written in room.articles.items()}
    again = {name: _crawled_again(reading) for name, reading in readings.items()}

    assert _ids("s_one", "g_one", readings) == _ids("s_merged", "g_other", again)


def _crawled_again(reading: Reading) -> Reading:
    article = replace(reading.article, revision=f"{reading.article.revision}b", seen=reading.article.seen + timedelta(days=2))
    return Reading(article, tuple(_of(claim, article.revision) for claim in reading.claims))


def _of(claim: Claim, revision: str) -> Claim:
    return replace(claim, revision=revision, id=content_id("c", revision, claim.span.start))


def _ids(story: str, group: str, readings: dict[str, Reading]) -> set[str]:
    claims = tuple(claim.id for reading in readings.values() for claim in reading.claims)
    kind = next(iter(readings.values())).claims[0].kind
    found = check_story(
        Story(story, "Bridge", tuple(readings), NOON, NOON), [ClaimGroup(group, story, "How long?", kind, None, claims)], [], readings
    )
    return {one.id for assessment in found for one in assessment.discrepancies}


def test_no_id_stands_twice_in_a_story() -> None:
    room = reports(("Harbour Herald", "412"), ("Port Post", "467"))
    room.ask("How wide is the bridge?")
    room.says("Harbour Herald", "The bridge at Orsk is 412 metres long.", "412", quantity("412", unit="metre"))
    room.says("Port Post", "The bridge at Orsk is 467 metres long.", "467", quantity("467", unit="metre"), hours=1)

    ids = [found.id for found in room.discrepancies()]

    assert len(ids) == len(set(ids))
