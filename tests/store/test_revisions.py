from dataclasses import replace
from datetime import timedelta

import pytest

from corroborate.errors import UnknownId
from corroborate.model.pages import ArchiveLink, Revision
from corroborate.store import Store, revisions
from tests.factory import NOON
from tests.store.newsdesk import ferry_reading, later_edition, revision_of

REVISION = replace(revision_of(ferry_reading().article), source="Meridian Wire", archived=ArchiveLink("a.warc.gz", 2**33, 2**20))


def numbered(number: int) -> Revision:
    return replace(REVISION, id=f"r_{number:03}", article=f"a_{number:03}", seen=NOON + timedelta(minutes=number // 3))


def test_a_revision_comes_back_as_it_was_added(store: Store) -> None:
    store.revisions.add(REVISION)

    assert store.revisions.get(REVISION.id) == REVISION


def test_what_a_site_reserves_of_a_version_is_what_its_outlet_reserves(store: Store) -> None:
    kept_to_itself = replace(numbered(2), outlet="Gazette", reserved=("noai in the page", "ai-train=no in robots.txt"))
    store.revisions.add(numbered(1))
    store.revisions.add(kept_to_itself)

    assert store.revisions.get(kept_to_itself.id) == kept_to_itself
    assert store.revisions.reserving() == {"Gazette"}


def test_a_revision_met_again_stays_as_it_was_first_met(store: Store) -> None:
    store.revisions.add(REVISION)

    store.revisions.add(replace(REVISION, seen=NOON + timedelta(days=1)))

    assert store.revisions.of(REVISION.article) == (REVISION,)


def test_the_versions_of_an_article_come_in_order_of_time(store: Store) -> None:
    later, earlier = replace(REVISION, id="r_1", seen=NOON + timedelta(hours=1)), REVISION
    for revision in (later, earlier):
        store.revisions.add(revision)

    assert store.revisions.of(REVISION.article) == (earlier, later)
    assert store.revisions.latest(REVISION.article) == later
    assert store.revisions.latest("a_other") is None


def test_what_is_unread_comes_once_and_in_order_while_readings_are_saved(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(revisions, "BATCH", 4)
    for number in range(11):
        store.revisions.add(numbered(number))

    met = []
    for revision in store.revisions.unread("1"):
        met.append(revision.id)
        store.revisions.fail(revision.id, "1", "too short")

    assert met == [f"r_{number:03}" for number in range(11)]
    assert list(store.revisions.unread("1")) == []


def test_a_new_version_of_the_extractor_reads_everything_again(store: Store) -> None:
    store.revisions.add(REVISION)
    store.readings.save(ferry_reading(), "1")

    assert (store.revisions.count_unread("1"), store.revisions.count_unread("2")) == (0, 1)


def test_a_failure_is_remembered_with_its_reason_and_leaves_an_earlier_reading(store: Store) -> None:
    store.revisions.add(REVISION)
    store.readings.save(ferry_reading(), "1")

    store.revisions.fail(REVISION.id, "2", "the archive cannot be read")

    assert store.revisions.failures() == {REVISION.id: "the archive cannot be read"}
    assert store.readings.of_revision(REVISION.id) == ferry_reading()


def test_only_edits_since_a_moment_are_told(store: Store) -> None:
    for one in (ferry_reading(), later_edition()):
        store.revisions.add(revision_of(one.article))
        store.readings.save(one, "1")

    assert len(list(store.revisions.records(NOON + timedelta(minutes=30)))) == 1
    assert list(store.revisions.records(NOON + timedelta(hours=2))) == []


def test_the_edits_of_one_article_are_told_alone(store: Store) -> None:
    for url in ("https://tarn-gazette.example/ferry", "https://harbour-herald.example/ferry"):
        for one in (ferry_reading(url=url), ferry_reading(url=url, injured="57", seen=NOON + timedelta(hours=1))):
            store.revisions.add(revision_of(one.article))
            store.readings.save(one, "1")

    (record,) = store.revisions.records(article=ferry_reading().article.id)

    assert record.revision.article == ferry_reading().article.id
    assert len(list(store.revisions.records())) == 2


def test_an_unknown_revision_is_told_as_such(store: Store) -> None:
    with pytest.raises(UnknownId, match="r_9"):
        store.revisions.get("r_9")
