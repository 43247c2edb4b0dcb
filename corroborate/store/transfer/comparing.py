"""Whether two databases hold the same, table by table, and where they differ."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from corroborate.store.transfer.digests import TableDigest, digest_of_rows
from corroborate.store.transfer.sheets import Row, Sheet, comparable, sheets
from corroborate.store.transfer.sides import Side, opened

NAMED = 10
"""Rows that are named of each table that differs."""
Progress = Callable[[str, int], object]
"""Told of which table so many more rows are done."""


def unwatched(_table: str, _rows: int) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One table in two databases; `differing` names the first rows that are not the same in both."""

    table: str
    left: TableDigest
    right: TableDigest
    differing: tuple[str, ...] = field(default=())

    @property
    def agrees(self) -> bool:
        """Both hold the same rows."""
        return self.left == self.right


def compare_databases(left: str, right: str, *, timeout: float, progress: Progress = unwatched) -> Iterator[Comparison]:
    """Read both whole, each in one state, and tell of every table whether they agree."""
    with opened(left, timeout=timeout) as one, opened(right, timeout=timeout) as other:
        for sheet in sheets():
            mine, yours = (digest_of_rows(sheet, _watched(side, sheet, progress)) for side in (one, other))
            found = Comparison(sheet.name, mine, yours)
            yield (
                found
                if found.agrees
                else Comparison(found.table, found.left, found.right, tuple(islice(_differing(sheet, one, other), NAMED)))
            )


def _watched(side: Side, sheet: Sheet, progress: Progress) -> Iterator[list[Row]]:
    for rows in side.rows(sheet):
        yield rows
        progress(sheet.name, len(rows))


def _differing(sheet: Sheet, left: Side, right: Side) -> Iterator[str]:
    """Both tables gone through in the order of their keys, as one merges two sorted files."""
    settle, places = comparable(sheet), [sheet.columns.index(name) for name in sheet.key]

    def keyed(side: Side) -> Iterator[tuple[tuple[object, ...], Row]]:
        for row in chain.from_iterable(side.rows(sheet, ordered=True)):
            key = tuple(row[place].encode("utf-8", "surrogatepass") if isinstance(row[place], str) else row[place] for place in places)
            yield key, row

    def named(row: Row) -> str:
        return " ".join(str(row[place]) for place in places)

    ours, theirs = keyed(left), keyed(right)
    mine, yours = next(ours, None), next(theirs, None)
    while mine is not None or yours is not None:
        if yours is None or (mine is not None and mine[0] < yours[0]):
            assert mine is not None
            yield f"{named(mine[1])} only in {left.name}"
            mine = next(ours, None)
        elif mine is None or yours[0] < mine[0]:
            yield f"{named(yours[1])} only in {right.name}"
            yours = next(theirs, None)
        else:
            if settle(mine[1]) != settle(yours[1]):
                yield f"{named(mine[1])} is not the same"
            mine, yours = next(ours, None), next(theirs, None)
