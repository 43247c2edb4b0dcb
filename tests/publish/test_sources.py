"""What is told about the sources, on a store with one good feed and one that fell silent."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from corroborate.model.outlets import Outlet
from corroborate.model.pages import Announcement, Entry, Visit, VisitState
from corroborate.publish.sources import health_report, health_rows, ledger_rows, ledger_table
from corroborate.publish.views import COLUMNS
from corroborate.store import Store
from tests.factory import NOON

BUSY, QUIET = "https://herald.example/rss", "https://gazette.example/rss"
DAY = timedelta(days=1)
NOW = NOON + 20 * DAY


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(f"sqlite:///{tmp_path / 'news.db'}") as opened:
        opened.feeds.sync([Outlet("Herald", "Quay", feeds=(BUSY,), country="NZ"), Outlet("Gazette", "Tarn", feeds=(QUIET,))], NOON)
        for state in opened.feeds.all():
            last = 20 if state.url == BUSY else 10
            told = [(f"a_{last}_{day}", NOON + day * DAY) for day in range(last + 1)]
            visits = [Visit(name, f"{state.url}/{name}", state.outlet, state.url, at, None, state=VisitState.ROBOTS) for name, at in told]
            known = [Announcement(state.url, name, at, Entry(f"{state.url}/{name}")) for name, at in told]
            opened.feeds.save(replace(state, last_attempt=NOW, last_success=NOW, next_at=NOW), visits, known)
        yield opened


def test_alerts_come_first_and_name_outlet_and_feed(store: Store) -> None:
    report = health_report(health_rows(store, NOW), width=200)

    first, blank, *rest = report.splitlines()
    assert first == f"! Gazette ({QUIET}): quiet: nothing new for 10 days, where up to 2 are usual"
    assert blank == ""
    assert [line.split()[0] for line in rest] == ["outlet", "-------", "Gazette", "Herald"]


def test_a_row_has_every_column_that_other_programs_rely_on(store: Store) -> None:
    rows = {row["outlet"]: row for row in health_rows(store, NOW)}

    assert set(COLUMNS["sources"]) == set(rows["Herald"])
    assert (rows["Herald"]["per_day"], rows["Herald"]["announced"], rows["Herald"]["dropped"]) == ("1.0", 8, ["8 robots"])
    assert (rows["Herald"]["alerts"], rows["Gazette"]["announced"]) == ([], 0)


def test_without_a_time_the_state_is_that_of_the_last_visit(store: Store) -> None:
    assert list(health_rows(store)) == list(health_rows(store, NOW))


def test_the_ledger_tells_for_each_day_what_was_not_seen(store: Store) -> None:
    days = store.health.days(NOW - DAY)

    assert [(row["outlet"], row["day"], row["announced"], row["read"], row["dropped"]) for row in ledger_rows(days)] == [
        ("Herald", (NOW - DAY).date().isoformat(), 1, 0, {"robots": 1}),
        ("Herald", NOW.date().isoformat(), 1, 0, {"robots": 1}),
    ]
    assert "1 robots" in ledger_table(days)


def test_a_database_that_was_never_crawled_has_sources_without_history(tmp_path: Path) -> None:
    with Store.open(f"sqlite:///{tmp_path / 'new.db'}") as empty:
        empty.feeds.sync([Outlet("Herald", "Quay", feeds=(BUSY,))], NOON)

        assert [row["alerts"] for row in health_rows(empty)] == [[]]
