"""Saved searches, and who is told of what is new."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query that is asked again and again: "barges" for `barges value:>20`."""

    name: str
    query: str
    by: str
    created: datetime


@dataclass(frozen=True, slots=True)
class Hook:
    """An address that is told of each discrepancy that is first seen after it was `created`."""

    name: str
    url: str
    created: datetime


class Delivered(StrEnum):
    """What became of telling a hook."""

    DUE = "due"
    DONE = "done"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class Delivery:
    """An event for a hook: the discrepancy's id, how often it was told in vain, and what the hook answered last."""

    hook: str
    event: str
    state: Delivered
    tries: int
    next_at: datetime
    answer: str | None = None
    done: datetime | None = None


PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360, 720, 1440, 1440, 1440))
"""How long to wait after each telling in vain; after the last there is no other."""


def after_failure(tries: int, now: datetime) -> datetime | None:
    """When to tell again after so many times in vain; None when it is given up."""
    return now + PAUSES[tries - 1] if tries <= len(PAUSES) else None
