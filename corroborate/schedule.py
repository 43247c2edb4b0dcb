"""What is due when. The clock is handed in, so that a month can be lived through in a second."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from typing import Protocol

LONGEST_SLEEP = timedelta(minutes=10)
"""However little is due, look again after this long: feeds.yaml may have changed."""


class Clock(Protocol):
    """Tells the time, aware and in UTC."""

    def __call__(self) -> datetime: ...


def system_clock() -> datetime:
    """The time now."""
    return datetime.now(UTC)


def fixed_clock(moment: datetime) -> Clock:
    """A clock that stands still, for reproducible runs."""
    return lambda: moment


def next_wake(now: datetime, due: Iterable[datetime], digest_at: datetime | None = None) -> datetime:
    """When to work again: at the earliest thing due, at the digest's hour, or after LONGEST_SLEEP; never in the past."""
    moments = [*due, now + LONGEST_SLEEP, *([digest_at] if digest_at is not None else [])]
    return max(now, min(moments))


def next_digest(now: datetime, hour: time) -> datetime:
    """The next instant, after `now`, at which the clock in UTC shows `hour`."""
    today = datetime.combine(now.date(), hour, tzinfo=UTC)
    return today if today > now else today + timedelta(days=1)
