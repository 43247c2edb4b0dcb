"""What a day brought, as the store tells it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from corroborate.model.decisions import Action, Review
from corroborate.model.findings import Status
from corroborate.store import Store
from corroborate.store.dispatches import Delivery, Dispatch
from corroborate.store.matches import Settled
from tests.factory import NOON
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, Matched, ferry_matching, ferry_reading, later_edition, revision_of

HOUR = timedelta(hours=1)
OURS, THEIRS = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")


class Wall:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def store(url: str, wall: Wall) -> Iterator[Store]:
    with Store.open(url, timeout=5, clock=wall) as opened:
        yield opened


def fill(store: Store, *readings: Any) -> None:
    for one in readings:
        store.revisions.add(revision_of(one.article))
        store.readings.save(one, "1")


def test_what_was_matched_late_belongs_to_the_time_in_which_it_was_found(store: Store, wall: Wall) -> None:
    fill(store, OURS, THEIRS)
    wall.now = NOON + 20 * HOUR
    store.matches.save(*ferry_matching(OURS, THEIRS), now=wall())

    (found,) = store.bulletins.moved(NOON + 19 * HOUR, NOON + 21 * HOUR)

    assert found.before is None
    assert found.now is not None
    standing = store.bulletins.standing([found.id])[found.id]
    assert standing.record == replace(standing.record, discrepancy=found.now, question="How many passengers were injured?")
    assert {claim.parties for claim in standing.claims} == {("Marisol",)}
    assert len(standing.origins) == 2
    assert store.bulletins.moved(NOON + 21 * HOUR, NOON + 30 * HOUR) == ()


def test_what_changed_and_what_went_is_told_with_what_it_was(store: Store, wall: Wall) -> None:
    fill(store, OURS, THEIRS)
    store.matches.save(*ferry_matching(OURS, THEIRS), now=wall())
    (found,) = store.discrepancies.all()
    wall.now = NOON + 2 * HOUR
    store.reviews.add(Review(Action.EXPLAIN, (found.discrepancy.id,), "O. Marsh", wall(), "the crew"))
    wall.now = NOON + 4 * HOUR
    (story,) = store.stories.all()
    store.matches.save(Matched(), (), now=wall(), settled=Settled(gone=(story.id,)))

    (explained,) = store.bulletins.moved(NOON + HOUR, NOON + 3 * HOUR)
    (gone,) = store.bulletins.moved(NOON + 3 * HOUR, NOON + 5 * HOUR)

    assert explained.before == found.discrepancy
    assert gone.before == replace(found.discrepancy, status=Status.EXPLAINED)
    assert gone.now is None


def test_only_versions_of_that_time_are_revised(store: Store) -> None:
    fill(store, OURS, later_edition(), THEIRS)

    (revised,) = store.bulletins.revised(NOON + HOUR, NOON + 2 * HOUR)

    assert [(change.old, change.new) for change in revised.changes] == [("42", "57")]
    assert store.bulletins.revised(NOON + 2 * HOUR, NOON + 9 * HOUR) == ()


def test_the_largest_new_stories_come_first_and_all_are_counted(store: Store) -> None:
    fill(store, OURS, THEIRS)
    matched, assessments = ferry_matching(OURS, THEIRS)
    lone = replace(matched.stories[0], id="s_lone", articles=("a_lone",))
    store.matches.save(replace(matched, stories=(lone, *matched.stories)), assessments, now=NOON)

    stories, count = store.bulletins.stories(NOON, NOON + HOUR, 1)

    assert (stories, count) == (matched.stories, 2)


def test_a_digest_is_begun_once_a_reader_and_day(store: Store) -> None:
    first = Dispatch("desk", NOON.date(), NOON, Delivery.SENDING)

    assert store.dispatches.begin(first)
    assert not store.dispatches.begin(first)
    assert store.dispatches.last("desk", NOON.date() + timedelta(days=1)) is None
    store.dispatches.end(first)
    assert store.dispatches.last("desk", NOON.date() + timedelta(days=1)) == replace(first, delivery=Delivery.SENT)
    assert store.dispatches.last("desk", NOON.date()) is None
    store.dispatches.forget(first)
    assert store.dispatches.get("desk", NOON.date()) is None
