"""What every command says in the same way: examples in help, failures on stderr, JSON, the width of the screen."""

import json
import shutil
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from types import FrameType

import click

DONE, DONE_WITH_FAILURES, UNUSABLE, INTERRUPTED = 0, 1, 2, 130
NAMED = 100
"""So many failures are named one by one; a file with a million wrong lines is wrong in one way."""


def example(text: str) -> str:
    """The example that closes a command's help."""
    return f"Example: {text}"


def finish(failures: Iterable[object]) -> None:
    """Name each failure on stderr; with any, exit with status 1."""
    failed = list(failures)
    for failure in islice(failed, NAMED):
        complain(failure)
    if len(failed) > NAMED:
        complain(f"and {len(failed) - NAMED} failures more")
    if failed:
        sys.exit(DONE_WITH_FAILURES)


def complain(problem: object) -> None:
    """One line on stderr."""
    click.echo(f"corroborate: {' '.join(str(problem).split())}", err=True)


def print_json(value: object) -> None:
    """One JSON value, readable."""
    click.echo(json.dumps(value, indent=1, ensure_ascii=False, default=str))


def print_lines(rows: Iterable[object]) -> None:
    """JSON values, one a line."""
    for row in rows:
        click.echo(json.dumps(row, ensure_ascii=False, default=str))


def screen_width() -> int:
    """Columns of the terminal; 160 in a pipe."""
    return shutil.get_terminal_size((160, 40)).columns


@contextmanager
def heeding_interrupts() -> Iterator[Callable[[], None]]:
    """Interrupts from the keyboard end the work here, though a library may swallow the first; yields what raises it again.

    Python drops whatever is raised while it clears memory away, and compiled code may drop it anywhere.
    """
    interrupted = False

    def interrupt(number: int, frame: FrameType | None) -> None:
        nonlocal interrupted
        interrupted = True
        signal.default_int_handler(number, frame)

    def raise_again() -> None:
        if interrupted:
            raise KeyboardInterrupt

    former = signal.signal(signal.SIGINT, interrupt)
    try:
        yield raise_again
    finally:
        signal.signal(signal.SIGINT, former)
