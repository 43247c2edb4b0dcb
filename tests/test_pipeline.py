"""The shell on real parts: a small newsroom crawled over loopback into SQLite."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from corroborate.app import App, Work
from corroborate.config import parse_config
from corroborate.extract import EXTRACTOR_VERSION, Reader
from corroborate.model.articles import Reading
from corroborate.model.pages import Page, Revision, Visit, VisitState
from corroborate.newsroom import Edition, feeds_yaml, generate, serve
from corroborate.pipeline import StoreLedger, extract_new
from corroborate.store import Store
from tests.factory import NOON
from tests.rows import all_rows, exported
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, ferry_matching, ferry_reading

SEED = 4711
NO_MODEL = "settings:\n  embedding: {model: none}\n"


@pytest.fixture(scope="module")
def edition() -> Edition:
    return generate(SEED, events=2, outlets=6)


@pytest.fixture(scope="module")
def crawled(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    moment = edition.moments[-1]
    with serve(edition) as newsroom:
        newsroom.now = moment
        text = feeds_yaml(edition, newsroom.address).replace("settings:\n", NO_MODEL, 1)
        app = App(parse_config(text, "feeds.yaml"), database=str(tmp_path_factory.mktemp("crawled") / "news.db"), now=moment)
        app.crawl()
        yield app


def copy_of(app: App, folder: Path) -> App:
    """The same pages in another database, nothing read yet."""
    other = App(app.config, database=str(folder / "copy.db"), now=app.clock())
    other.archive = app.archive
    with app.store() as store, other.store() as copy:
        copy.outlets.sync(app.config.outlets)
        for revision in store.revisions.unread("nobody"):
            copy.revisions.add(revision)
    return other


def test_everything_announced_is_fetched_and_read(crawled: App, tmp_path: Path, edition: Edition) -> None:
    app = copy_of(crawled, tmp_path)

    read, found = app.process(Work())

    assert read.done == len(edition.visible(edition.moments[-1]))
    assert read.failed == ()
    assert found.stories >= 2
    assert len(exported(app, "claims")) == read.claims


def test_processing_twice_changes_nothing(crawled: App, tmp_path: Path) -> None:
    app = copy_of(crawled, tmp_path)
    app.process(Work())
    before = all_rows(app)

    again, _ = app.process(Work())

    assert again.done == 0
    assert all_rows(app) == before


@pytest.mark.filterwarnings("ignore")
def test_a_dask_cluster_gives_the_same_as_one_process(crawled: App, tmp_path: Path) -> None:
    from distributed import LocalCluster

    (tmp_path / "one").mkdir()
    one, other = copy_of(crawled, tmp_path / "one"), copy_of(crawled, tmp_path)
    one.process(Work())

    with LocalCluster(n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None) as cluster:
        other.process(Work(scheduler=cluster.scheduler_address))

    assert all_rows(other) == all_rows(one)


def test_a_page_missing_from_the_archive_is_recorded_and_the_rest_is_read(crawled: App, tmp_path: Path) -> None:
    app = copy_of(crawled, tmp_path)
    with app.store() as store:
        known = next(iter(store.revisions.unread(EXTRACTOR_VERSION)))
        lost = replace(known, id="r_lost", article="a_lost", archived=replace(known.archived, file="gone.warc.gz"))
        store.revisions.add(lost)

    read, _ = app.process(Work())

    assert [failure.revision for failure in read.failed] == ["r_lost"]
    assert read.done > 0
    assert app.unread() == 0


def test_a_page_that_trips_the_reader_up_is_recorded_and_the_rest_is_read(crawled: App, tmp_path: Path) -> None:
    app = copy_of(crawled, tmp_path)
    with app.store() as store:
        tripping, *others = store.revisions.unread("nobody")

        class Clumsy(Reader):
            def read(self, revision: Revision, page: Page) -> Reading:
                return super().read(revision, page) if revision != tripping else [][1]

        read = extract_new(store, app.archive, Clumsy(), map)

    assert [str(failure) for failure in read.failed] == [
        f"{tripping.url} ({tripping.id}): a mistake of the program (IndexError: list index out of range)"
    ]
    assert read.done == len(others)
    assert app.unread() == 1


def test_a_broken_installation_ends_the_run_and_loses_nothing(crawled: App, tmp_path: Path) -> None:
    app = copy_of(crawled, tmp_path)

    class Unfinished(Reader):
        def read(self, revision: Revision, page: Page) -> Reading:
            raise ImportError("a part of the program is not installed")

    with app.store() as store, pytest.raises(ImportError):
        extract_new(store, app.archive, Unfinished(), map)

    assert app.unread() > 0


def test_another_owner_of_an_outlet_is_matched_anew(crawled: App, tmp_path: Path) -> None:
    app = copy_of(crawled, tmp_path)
    app.process(Work())
    before = origins(app)
    with app.store() as store:
        store.outlets.sync([replace(outlet, family="One House") for outlet in app.config.outlets])

    app.process(Work())

    assert max(before.values()) > 1
    assert origins(app) != before


def origins(app: App) -> dict[str, int]:
    return {row["group"]: row["origins"] for row in exported(app, "groups")}


def test_crawling_again_at_once_fetches_nothing(crawled: App, edition: Edition) -> None:
    assert crawled.crawl().pages == 0


def test_articles_in_dispute_are_fetched_sooner_by_the_next_crawl(tmp_path: Path) -> None:
    left, right = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
    week = NOON + timedelta(days=7)
    with Store.open(f"sqlite:///{tmp_path / 'news.db'}") as store:
        for one in (left, right):
            waiting = Visit(one.article.id, one.article.url, one.article.outlet, "feed", NOON, week, state=VisitState.FETCHED, checks=4)
            store.visits.save(waiting, None)
            store.readings.save(one, "1")
        store.matches.save(*ferry_matching(left, right), now=NOON)
        ledger = StoreLedger(store)

        ledger.hasten(NOON + timedelta(days=1))

        assert set(ledger.disputed()) == {left.article.id, right.article.id}
        assert store.visits.next_due() == NOON + timedelta(days=1, hours=2)
