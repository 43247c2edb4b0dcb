"""A writer is killed without warning; what it had saved is there, once, and the work can be taken up again."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from corroborate.store import Store
from tests.store.newsdesk import EDITION, publish

ROOT = Path(__file__).parent.parent.parent
WRITER = """
import sys
from corroborate.store import Store
from tests.store.newsdesk import EDITION, publish

with Store.open(sys.argv[1]) as store:
    for number in range(EDITION):
        publish(store, number)
        print(number, flush=True)
"""


def killed_after(url: str, published: int) -> int:
    """Start the writer, kill it once it has told of so many articles; returns how many it told of in all."""
    with subprocess.Popen([sys.executable, "-c", WRITER, url], cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        told = [next(writer.stdout) for _ in range(published)]
        writer.send_signal(signal.SIGKILL)
        return len(told) + len(writer.stdout.readlines())


@pytest.mark.parametrize("published", [1, 7])
def test_what_was_saved_before_a_kill_is_there_and_nothing_is_there_twice(
    url: str, published: int, rows_of: Callable[[str], object], tmp_path: Path
) -> None:
    told = killed_after(url, published)
    with Store.open(url) as store:
        kept = len(list(store.readings.current()))
        wrong = store.check()
        for number in range(EDITION):
            publish(store, number)
    uninterrupted = f"sqlite:///{tmp_path / 'uninterrupted.db'}"
    with Store.open(uninterrupted) as store:
        for number in range(EDITION):
            publish(store, number)

    assert wrong == ()
    assert told <= kept <= told + 1
    assert without_numbers(rows_of(url)) == without_numbers(rows_of(uninterrupted))


def without_numbers(rows: object) -> dict[str, list[tuple[object, ...]]]:
    """All rows, but for the numbers that a database gives by itself."""
    assert isinstance(rows, dict)
    numbered = {name: [row[1:] if name == "claims" else row for row in found] for name, found in rows.items()}
    return {name: sorted(found, key=repr) for name, found in numbered.items()}
