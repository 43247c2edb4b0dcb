"""What pages and API are made from, handed in by whoever starts the server."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from corroborate.model.decisions import Action, Review
from corroborate.model.pages import ArchiveLink, Page
from corroborate.store import Store


class Decide(Protocol):
    """Makes a decision and lets it count: `decide(Action.REJECT, ("d_5f0e...",), by="O. Marsh", note="two counts")`.

    Raises UnknownId, UsageError.
    """

    def __call__(self, action: Action, subjects: tuple[str, ...], *, by: str, note: str | None = None) -> Review: ...


@dataclass(frozen=True, slots=True)
class Site:
    """One database read out to people: the store, the time, how decisions are made, and how a page is read back from the archive.

    `read` raises ArchiveError. Everything in it may be used from several threads at once.
    """

    store: Store
    clock: Callable[[], datetime]
    decide: Decide
    read: Callable[[ArchiveLink], Page]
