from dataclasses import replace
from datetime import timedelta

import pytest

from corroborate.model.articles import Readability, Reading
from corroborate.model.records import ClaimQuery
from corroborate.store import Store, readings
from tests.factory import NOON, article, claim, period, quantity, reading
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, ferry_reading, later_edition, revision_of


def test_a_reading_comes_back_as_it_was_saved(store: Store) -> None:
    version = article(
        text="Mayor Odile Marsh said on May 3 that about 40 boats sank.",
        title="Boats sink",
        published_source="json-ld",
        modified=NOON + timedelta(hours=1),
        byline="R. Quill",
        credits=("Meridian Wire",),
    )
    boats = claim(version, "40", quantity("40", "35", "45", low_soft=True, counted="boats"), parties=("Odile Marsh",), scope=("so far",))
    day = claim(version, "May 3", period("2026-05-03", "2026-05-03"))
    saved = reading(version, day, boats)

    store.readings.save(saved, "1")

    assert store.readings.of_revision(version.revision) == saved
    assert list(store.readings.current()) == [saved]


def test_a_second_reading_of_a_revision_replaces_the_first(store: Store) -> None:
    first = ferry_reading()
    store.readings.save(first, "1")
    again = Reading(replace(first.article, byline="R. Quill"), (replace(first.claims[1], rule="better"),))

    store.readings.save(again, "2")

    assert list(store.readings.current()) == [again]
    assert len(list(store.claims.find(ClaimQuery()))) == 1


def test_the_latest_version_stands_for_its_article_whatever_was_saved_last(store: Store) -> None:
    store.readings.save(later_edition(), "1")
    store.readings.save(ferry_reading(), "1")

    assert list(store.readings.current()) == [later_edition()]
    assert {record.claim for record in store.claims.find(ClaimQuery())} == set(later_edition().claims)


def test_a_page_that_can_no_longer_be_read_does_not_replace_one_that_could(store: Store) -> None:
    store.readings.save(ferry_reading(), "1")
    stub = Reading(replace(later_edition().article, readability=Readability.STUB), ())

    store.readings.save(stub, "1")

    assert list(store.readings.current()) == [ferry_reading()]


def test_an_article_that_never_could_be_read_is_known_with_the_reason(store: Store) -> None:
    stub = Reading(replace(ferry_reading().article, readability=Readability.STUB), ())

    store.readings.save(stub, "1")

    assert [one.article.readability for one in store.readings.current()] == [Readability.STUB]


def test_a_page_that_says_the_same_in_other_markup_is_no_other_version(store: Store) -> None:
    first = ferry_reading()
    again = replace(first.article, revision="r_other_markup", seen=first.article.seen + timedelta(hours=6))
    for version in (first, Reading(again, tuple(replace(one, id=f"{one.id}x", revision="r_other_markup") for one in first.claims))):
        store.revisions.add(revision_of(version.article))
        store.readings.save(version, "1")

    assert [current.article.revision for current in store.readings.current()] == [first.article.revision]
    assert list(store.revisions.records()) == []


def test_current_readings_come_in_order_of_time_in_batches(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "BATCH", 3)
    versions = [article(f"Outlet {number}", seen=NOON, published=NOON + timedelta(minutes=number % 4)) for number in range(10)]
    for version in versions:
        store.readings.save(reading(version), "1")

    met = [one.article for one in store.readings.current()]

    assert met == sorted(versions, key=lambda version: (version.as_of, version.id))
    assert [record.article for record in store.readings.articles()] == met


def test_readings_are_narrowed_to_a_time_and_to_articles(store: Store) -> None:
    left, right = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL)
    right = replace(right, article=replace(right.article, published=NOON + timedelta(days=1)))
    for one in (left, right):
        store.readings.save(one, "1")

    assert list(store.readings.current(since=NOON + timedelta(hours=1))) == [right]
    assert list(store.readings.current(ids=[left.article.id, "a_other"])) == [left]
    assert list(store.readings.current(ids=[])) == []


def test_an_article_tells_how_many_versions_there_are(store: Store) -> None:
    for one in (ferry_reading(), later_edition()):
        store.revisions.add(revision_of(one.article))
        store.readings.save(one, "1")

    assert [(record.revisions, record.story) for record in store.readings.articles()] == [(2, None)]


def test_a_revision_that_was_not_read_has_no_reading(store: Store) -> None:
    assert store.readings.of_revision("r_9") is None
