"""Several programs, or several threads of one, use a database at the same time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from corroborate.model.records import ClaimQuery
from corroborate.store import Store
from corroborate.store.revisions import SHARE
from tests.factory import NOON
from tests.store.newsdesk import ferry_article, ferry_matching, ferry_reading, revision_of

WRITERS = 4


def test_a_new_database_opened_by_many_at_once_is_made_once(empty_url: str) -> None:
    def open_and_save(number: int) -> str:
        with Store.open(empty_url) as store:
            store.outlets.ensure(f"Outlet {number}")
            return store.schema_version

    with ThreadPoolExecutor(WRITERS) as pool:
        versions = set(pool.map(open_and_save, range(WRITERS)))

    with Store.open(empty_url) as store:
        assert versions == {store.schema_version}
        assert len(store.outlets.all()) == WRITERS


def test_many_write_at_once_and_nothing_is_lost(store: Store) -> None:
    def save(number: int) -> None:
        store.readings.save(ferry_reading(f"Outlet {number}", f"https://outlet-{number}.example/ferry"), "1")
        list(store.readings.current())

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(save, range(3 * WRITERS)))

    assert len(list(store.readings.current())) == 3 * WRITERS
    assert store.check() == ()


def test_no_reader_holds_the_database_while_its_caller_is_at_work(store: Store) -> None:
    reading = ferry_reading()
    store.revisions.add(revision_of(reading.article))
    store.readings.save(reading, "1")
    store.matches.save(*ferry_matching(reading, reading), now=NOON)
    lists = (
        store.revisions.unread("2"),
        store.readings.current(),
        store.readings.current(ids=[reading.article.id]),
        store.readings.articles(),
        store.claims.find(ClaimQuery()),
        store.groups.all(),
        store.stories.records(),
        store.discrepancies.all(),
    )

    held = [store._database.engine.pool.checkedout() for each in lists if next(each)]  # type: ignore[attr-defined]

    assert held == [0] * len(lists)


def test_the_same_article_saved_by_many_at_once_is_kept_once(store: Store) -> None:
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(lambda _: store.readings.save(ferry_reading(), "1"), range(2 * WRITERS)))

    assert list(store.readings.current()) == [ferry_reading()]


def test_of_versions_of_an_article_saved_by_many_at_once_one_stands_for_it(store: Store) -> None:
    versions = [ferry_reading(injured=str(40 + hour), seen=NOON + timedelta(hours=hour)) for hour in range(2 * WRITERS)]

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(lambda reading: store.readings.save(reading, "1"), reversed(versions)))

    assert list(store.readings.current()) == [versions[-1]]
    assert store.check() == ()


def test_readings_saved_together_are_as_if_saved_one_by_one(store: Store, empty_url: str) -> None:
    first, second = ferry_reading(injured="42"), ferry_reading(injured="43", seen=NOON + timedelta(hours=1))
    other = ferry_reading("Tarn Gazette", "https://tarn-gazette.example/ferry")
    for one in (second, other, first, second):
        store.readings.save(one, "1")

    with Store.open(empty_url) as together:
        together.readings.save_all([other, first, second], "1")

        assert list(together.readings.current()) == list(store.readings.current())
        assert together.due.articles(9) == store.due.articles(9)
        assert {one.article for one in together.due.articles(9)} == {first.article.id, other.article.id}
        assert together.check() == ()


def test_versions_to_be_read_are_shared_out_among_programs(emptied_postgresql: str) -> None:
    with Store.open(emptied_postgresql) as ours, Store.open(emptied_postgresql) as theirs:
        for number in range(SHARE + 5):
            ours.revisions.add(revision_of(ferry_article(f"Outlet {number}", f"https://outlet-{number}.example/ferry", "42")))
        mine = ours.revisions.shared_out("1")
        first = next(mine)

        others = []
        for revision in theirs.revisions.shared_out("1"):
            theirs.revisions.fail(revision.id, "1", "torn")
            others.append(revision.id)
        rest = [revision.id for revision in mine]

    # What one holds the other passes over, and what the other has read is not given out again.
    assert len(others) == 5
    assert len({first.id, *rest, *others}) == len([first.id, *rest, *others]) == SHARE + 5


def test_what_a_program_held_that_is_gone_is_given_to_the_next(emptied_postgresql: str) -> None:
    with Store.open(emptied_postgresql) as ours, Store.open(emptied_postgresql) as theirs:
        ours.revisions.add(revision_of(ferry_article("Herald", "https://herald.example/ferry", "42")))
        held = ours.revisions.shared_out("1")
        next(held)

        assert list(theirs.revisions.shared_out("1")) == []
        held.close()  # type: ignore[attr-defined]
        assert len(list(theirs.revisions.shared_out("1"))) == 1
