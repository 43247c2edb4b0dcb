"""Columns in which the same values come again and again: each is kept, read and turned once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, overload


@dataclass(frozen=True, slots=True)
class Repeated(Sequence[Any]):
    """A column as its distinct values, and for each row which of them stands there: ten claims of one article share its title."""

    distinct: Sequence[Any]
    positions: Sequence[int]

    def turned(self, turn: Callable[[Any], Any]) -> Repeated:
        """The column of what becomes of each value."""
        return Repeated([turn(value) for value in self.distinct], self.positions)

    def parts(self, count: int) -> list[Repeated]:
        """A column of tuples as a column for each of their parts."""
        columns = zip(*self.distinct, strict=True) if self.distinct else [()] * count
        return [Repeated(column, self.positions) for column in columns]

    def __len__(self) -> int:
        return len(self.positions)

    def __iter__(self) -> Iterator[Any]:
        return map(self.distinct.__getitem__, self.positions)

    @overload
    def __getitem__(self, index: int) -> Any: ...
    @overload
    def __getitem__(self, index: slice) -> Repeated: ...
    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, slice):
            return Repeated(self.distinct, self.positions[index])
        return self.distinct[self.positions[index]]


def repeated(column: Sequence[Any]) -> Repeated:
    """A column of values that can be hashed."""
    places = {value: place for place, value in enumerate(dict.fromkeys(column))}
    return Repeated(list(places), list(map(places.__getitem__, column)))
