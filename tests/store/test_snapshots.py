"""A past state is read as it was, whatever came, changed and went since."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from corroborate.errors import UsageError
from corroborate.model.decisions import Action, Review
from corroborate.model.records import ClaimQuery
from corroborate.store import Store
from corroborate.store.journal import JOURNALED, LEFT_OUT, journaled_columns
from corroborate.store.tables import Table
from tests.factory import NOON, reading
from tests.store.newsdesk import (
    GAZETTE,
    GAZETTE_URL,
    Matched,
    ferry_article,
    ferry_matching,
    ferry_reading,
    later_edition,
    revision_of,
)

OURS, THEIRS = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
State = dict[str, list[Any]]


class Wall:
    """A clock that a test puts forward."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def tick(self) -> datetime:
        self.now += timedelta(hours=1)
        return self.now


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def store(url: str, wall: Wall) -> Iterator[Store]:
    with Store.open(url, timeout=5, clock=wall) as opened:
        yield opened


def state(store: Store) -> State:
    return {
        "claims": sorted(store.claims.find(ClaimQuery()), key=repr),
        "groups": list(store.groups.all()),
        "discrepancies": list(store.discrepancies.all()),
        "stories": [replace(one, articles=tuple(replace(article, text="") for article in one.articles)) for one in store.stories.records()],
        "articles": [replace(one, article=replace(one.article, text="")) for one in store.readings.articles()],
        "revisions": list(store.revisions.records()),
        "reviews": list(store.reviews.all()),
    }


def read(store: Store, *readings: Any, version: str = "1") -> None:
    for one in readings:
        store.revisions.add(revision_of(one.article))
        store.readings.save(one, version)


def match(store: Store, wall: Wall, *sides: Any) -> None:
    store.matches.save(*ferry_matching(*sides), now=wall())


def lose_everything(store: Store, wall: Wall) -> None:
    from corroborate.store.matches import Settled

    (story,) = store.stories.all()
    store.matches.save(Matched(), (), now=wall(), settled=Settled(gone=(story.id,)))


def reject(store: Store, wall: Wall) -> None:
    (found,) = store.discrepancies.all()
    store.reviews.add(Review(Action.REJECT, (found.discrepancy.id,), "O. Marsh", wall(), "the crew was counted"))


def read_by_a_later_extractor(store: Store) -> None:
    """It drops a claim, and takes another for something else."""
    vessel = THEIRS.claims[0]
    read(store, reading(THEIRS.article, replace(vessel, parties=("Marisol II",))), version="2")


EVENTS: tuple[Callable[[Store, Wall], object], ...] = (
    lambda store, wall: read(store, OURS),
    lambda store, wall: read(store, THEIRS),
    lambda store, wall: match(store, wall, OURS, THEIRS),
    reject,
    lambda store, wall: read(store, later_edition()),
    lambda store, wall: match(store, wall, later_edition(), THEIRS),
    lambda store, wall: read_by_a_later_extractor(store),
    # Handed over late, and fetched long before all the others.
    lambda store, wall: read(store, ferry_reading("Old Almanac", "https://almanac.example/ferry", "41", NOON - timedelta(days=900))),
    lose_everything,
)


def test_every_past_state_is_read_again_as_it_was(store: Store, wall: Wall) -> None:
    remembered = [(wall(), state(store))]
    for event in EVENTS:
        wall.tick()
        event(store, wall)
        remembered.append((wall(), state(store)))

    assert len({repr(then) for _, then in remembered}) == len(remembered)
    for moment, then in remembered:
        with store.snapshot(moment) as past:
            assert state(past) == then, moment


def test_a_snapshot_sees_nothing_of_what_is_written_meanwhile(store: Store) -> None:
    read(store, OURS)

    with store.snapshot() as still:
        before = state(still)
        read(store, THEIRS)
        assert state(still) == before
    assert state(store) != before


def test_nothing_is_written_through_a_snapshot(store: Store) -> None:
    with store.snapshot() as still, pytest.raises(UsageError, match="only read"):
        read(still, OURS)


def test_the_same_again_leaves_no_trace_in_the_past(store: Store, wall: Wall) -> None:
    read(store, OURS, THEIRS)
    match(store, wall, OURS, THEIRS)
    noted = entries(store)

    wall.tick()
    read(store, OURS, THEIRS)
    match(store, wall, OURS, THEIRS)

    assert entries(store) == noted > 0


def test_what_is_still_to_come_is_refused(store: Store, wall: Wall) -> None:
    with pytest.raises(UsageError, match="still to come"), store.snapshot(wall() + timedelta(days=1)):
        pass


def test_what_was_before_the_past_was_kept_is_refused(store: Store, wall: Wall) -> None:
    begun = str(int(NOON.timestamp()) * 1_000_000)
    with store._database.writing() as session:
        session.execute(text("INSERT INTO marks (name, text) VALUES ('journal', :begun)"), {"begun": begun})

    with pytest.raises(UsageError, match="keeps its past since 2026-10-14T12:00:00"), store.snapshot(NOON - timedelta(days=1)):
        pass


def test_the_past_of_every_column_is_kept(store: Store) -> None:
    """A migration that adds a column is to install the journal anew."""
    with store._database.reading() as session:
        connection = session.connection()
        for table in JOURNALED:
            assert {one.name for one in Table.metadata.tables[table].columns if not LEFT_OUT.fullmatch(one.name)} == set(
                journaled_columns(connection, table)
            )
            if connection.dialect.name == "sqlite":
                made = connection.scalar(text("SELECT sql FROM sqlite_master WHERE name = :name"), {"name": f"journal_{table}_delete"})
                assert all(f"'{name}', old.\"{name}\"" in made for name in journaled_columns(connection, table))


def test_the_texts_of_articles_are_not_kept_twice(store: Store) -> None:
    read(store, OURS, later_edition())

    with store._database.reading() as session:
        images = list(session.scalars(text("SELECT before FROM journal WHERE kind = 'article_versions' AND before IS NOT NULL")))

    assert images
    assert ferry_article(GAZETTE, GAZETTE_URL, "42").text not in str(images)


def entries(store: Store) -> int:
    with store._database.reading() as session:
        return int(session.scalar(text("SELECT count(*) FROM journal")) or 0)
