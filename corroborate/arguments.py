"""What may stand on the command line: times, days, figures, and where output goes."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from pathlib import Path
from types import FrameType
from typing import Any, BinaryIO

import click

from corroborate.errors import UsageError


class Instant(click.ParamType[datetime]):
    """An ISO 8601 time with its zone."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The aware time, or a usage error."""
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a time such as 2026-10-14T12:00:00+00:00", param, ctx)
        if moment.tzinfo is None:
            self.fail(f"{value!r} lacks its zone; write for example {moment.isoformat()}+00:00", param, ctx)
        return moment


class Day(click.ParamType[date]):
    """An ISO 8601 day."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a usage error."""
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a day such as 2026-10-14", param, ctx)


class Hour(click.ParamType[time]):
    """A time of day in UTC, 07:30."""

    name = "hour"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> time:
        """The time of day, or a usage error."""
        try:
            hour = time.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a time of day such as 07:30", param, ctx)
        if hour.tzinfo is not None:
            self.fail("the hour is in UTC; leave out the zone", param, ctx)
        return hour


class Figure(click.ParamType[Decimal]):
    """A figure in base units: 28800000, 28_800_000, 2.5."""

    name = "figure"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        """The decimal, or a usage error."""
        try:
            figure = Decimal(str(value).replace(",", ""))
        except InvalidOperation:
            self.fail(f"{value!r} is not a figure such as 28800000", param, ctx)
        if not figure.is_finite():
            self.fail(f"{value!r} is not a figure such as 28800000", param, ctx)
        return figure


@contextmanager
def written_to(path: Path | None) -> Iterator[BinaryIO]:
    """Standard output for None or "-"; else a file that stands under its name only when it is whole.

    Raises UsageError where it cannot be written.
    """
    if path is None or str(path) == "-":
        yield sys.stdout.buffer
        return
    try:
        yield from _written(path)
    except OSError as error:
        raise UsageError(f"{path}: it cannot be written ({error.strerror})", "check its folder and the space left there") from None


def _written(path: Path) -> Iterator[BinaryIO]:
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with _leaving_on_terminate(), draft.open("xb") as stream:
            yield stream
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def _leaving_on_terminate() -> Iterator[None]:
    """SIGTERM, by which a service or `timeout` ends a program, is heard as an exit: what is half done is cleared away."""

    def leave(number: int, _frame: FrameType | None) -> None:
        sys.exit(128 + number)

    former = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, former)
