"""What pages and API are made from, handed in by whoever starts the server."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from corroborate.errors import UsageError
from corroborate.model.decisions import Action, Review
from corroborate.model.pages import ArchiveLink, Page
from corroborate.store import Store


class Decide(Protocol):
    """Makes a decision and lets it count: `decide(Action.REJECT, ("d_5f0e...",), by="O. Marsh", note="two counts")`.

    Raises UnknownId, UsageError.
    """

    def __call__(self, action: Action, subjects: tuple[str, ...], *, by: str, note: str | None = None) -> Review: ...


def no_address(address: str) -> None:
    """Where nobody said which addresses may be told of what is new, none may."""
    raise UsageError("hooks cannot be registered here", "register it with `corroborate hooks add`")


@dataclass(frozen=True, slots=True)
class Site:
    """One database read out to people: the store, the time, how decisions are made, how a page is read back from the archive.

    `read` raises ArchiveError; `check_address` raises UsageError for an address that must not be told of what is new.
    Everything in it may be used from several threads at once.
    """

    store: Store
    clock: Callable[[], datetime]
    decide: Decide
    read: Callable[[ArchiveLink], Page]
    check_address: Callable[[str], None] = no_address
