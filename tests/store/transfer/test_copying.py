"""A database copied to another kind and back is the same, and a copy that does not come to its end is none."""

import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from corroborate.errors import StoreError
from corroborate.model.decisions import Action, Review
from corroborate.model.records import ClaimQuery
from corroborate.store import Store
from corroborate.store.transfer import compare_databases, copy_database
from tests.factory import NOON
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, ferry_matching, ferry_reading, later_edition, publish

ROOT = Path(__file__).parent.parent.parent.parent
COPIER = """
import os, signal, sys
from corroborate.store.transfer import copy_database

def die(step, rows):
    if step == sys.argv[3]:
        os.kill(os.getpid(), signal.SIGKILL)

copy_database(sys.argv[1], sys.argv[2], timeout=5, progress=die)
"""


def unwatched(step: str, rows: int) -> None:
    pass


@pytest.fixture
def edition(copied_sqlite: str) -> str:
    """Articles, an edit, a dispute, a decision about it, and the past of all that."""
    hours = iter(NOON + timedelta(minutes=minute) for minute in range(1000))
    with Store.open(copied_sqlite, clock=lambda: next(hours)) as store:
        publish(store, 0)
        left, right = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
        for one in (left, right, later_edition()):
            store.readings.save(one, "1")
        matching = ferry_matching(left, right)
        store.matches.save(*matching, now=NOON)
        store.reviews.add(
            Review(Action.REJECT, (next(iter(store.discrepancies.all())).discrepancy.id,), "Ines", NOON, note="the \U0001f6a2 crew")
        )
    return copied_sqlite


def known_at_moments(url: str) -> list[object]:
    found: list[object] = []
    with Store.open(url) as store:
        for minute in (3, 4, 6):
            with store.snapshot(NOON + timedelta(minutes=minute)) as then:
                found += [*then.readings.articles(), *then.revisions.records(), *then.groups.all(), *then.stories.records()]
    return found


def test_a_copy_to_a_server_and_back_is_the_same_row_by_row_with_its_past(
    edition: str, empty_postgresql: str, rows_of: Callable[[str], object], tmp_path: Path
) -> None:
    back = f"sqlite:///{tmp_path / 'back.db'}"

    there = copy_database(edition, empty_postgresql, timeout=5, progress=unwatched)
    again = copy_database(empty_postgresql, back, timeout=5, progress=unwatched)

    assert there.rows == again.rows > 0
    assert there.tables == again.tables
    assert rows_of(back) == rows_of(empty_postgresql) == rows_of(edition)
    assert all(table.agrees for table in compare_databases(edition, empty_postgresql, timeout=5))
    assert known_at_moments(edition) == known_at_moments(empty_postgresql) == known_at_moments(back)
    for url in (empty_postgresql, back):
        with Store.open(url) as store:
            publish(store, 1)
            assert store.check() == ()
            assert [record.claim.surface for record in store.claims.find(ClaimQuery(words=("41",)))] == ["41"]


def test_a_database_that_holds_something_is_not_copied_into(edition: str, url: str, rows_of: Callable[[str], object]) -> None:
    with Store.open(url) as store:
        publish(store, 1)
    before = rows_of(url)

    with pytest.raises(StoreError, match=r"name an empty database|name a file that is not"):
        copy_database(edition, url, timeout=5, progress=unwatched)
    assert rows_of(url) == before


@pytest.mark.parametrize("step", ["writing", "comparing"])
def test_a_copy_that_fails_leaves_nothing_behind(edition: str, empty_postgresql: str, tmp_path: Path, step: str) -> None:
    def give_up(under_way: str, rows: int) -> None:
        if under_way == step:
            raise KeyboardInterrupt

    for target in (empty_postgresql, str(tmp_path / "copy" / "news.db")):
        with pytest.raises(KeyboardInterrupt):
            copy_database(edition, target, timeout=5, progress=give_up)

    assert list((tmp_path / "copy").iterdir()) == []
    with Store.open(empty_postgresql) as store:
        assert sum(store.counts().values()) == 0


def test_a_copy_that_was_killed_is_opened_by_nobody_and_begun_again(edition: str, empty_postgresql: str) -> None:
    killed = subprocess.run([sys.executable, "-c", COPIER, edition, empty_postgresql, "comparing"], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL

    with pytest.raises(StoreError, match="was broken off"):
        Store.open(empty_postgresql)
    copy_database(edition, empty_postgresql, timeout=5, progress=unwatched)

    assert all(table.agrees for table in compare_databases(edition, empty_postgresql, timeout=5))
