"""One table carried over or read back, with its digest taken on the way."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from corroborate.store.transfer.digests import Summing, TableDigest, digest_of_rows
from corroborate.store.transfer.sheets import Row, Sheet
from corroborate.store.transfer.sides import Side

Progress = Callable[[str, int], object]
"""Told of which step so many more rows are done."""
Fill = Callable[[Sheet, Iterable[list[Row]]], None]
Digests = dict[str, TableDigest]


@dataclass(frozen=True, slots=True)
class Taken:
    """The digests of what was read from the source, and of what can be read back from the target."""

    written: Digests = field(default_factory=dict)
    read: Digests = field(default_factory=dict)


class Target(Protocol):
    """What a copy is written to."""

    @property
    def name(self) -> str:
        """How messages call it."""

    def take(self, source: Side, progress: Progress) -> Taken:
        """Write every table and what finds its rows."""

    def finish(self) -> None:
        """It was proved: from now on it is a database like any other."""


def carry(source: Side, sheets: Iterable[Sheet], fill: Fill, progress: Progress) -> Digests:
    """Write some tables; the digests of what was read."""
    found = Digests()
    for sheet in sheets:
        summing = Summing(sheet)
        fill(sheet, told("writing", summing.passing(source.rows(sheet)), progress))
        found[sheet.name] = summing.digest
    return found


def read_back(side: Side, sheet: Sheet, progress: Progress) -> TableDigest:
    """The digest of what a table holds."""
    return digest_of_rows(sheet, told("comparing", side.rows(sheet), progress))


def told(step: str, parts: Iterable[list[Row]], progress: Progress) -> Iterator[list[Row]]:
    """The same rows, with word of each part that is done."""
    for rows in parts:
        yield rows
        progress(step, len(rows))
