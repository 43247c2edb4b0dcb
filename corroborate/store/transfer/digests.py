"""The digest of a table: a sum over its rows, so that it says which rows there are and nothing of their order.

Each row is hashed by BLAKE2b to 128 bits; the hashes are added modulo 2^128. Unlike exclusive or, a sum sees a row
that is there twice (Bellare and Micciancio, "A new paradigm for collision-free hashing", 1997).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from marshal import dumps

from corroborate.store.transfer.sheets import Row, Sheet, comparable

BYTES = 16
MODULUS = 1 << (8 * BYTES)


@dataclass(frozen=True, slots=True)
class TableDigest:
    """How many rows a table has, and the sum of their hashes."""

    rows: int
    total: int

    def __str__(self) -> str:
        return f"{self.total:032x}"


EMPTY = TableDigest(0, 0)


FORMAT = 2
"""Of marshal: the last whose bytes depend on the values alone, and not on which objects hold them. It tells texts, whole numbers,
floats, bytes and nothing apart, so that no two rows are written the same."""


class Summing:
    """Adds up the rows of one table as they pass."""

    def __init__(self, sheet: Sheet) -> None:
        self._settle = comparable(sheet)
        self._rows = self._total = 0

    def add(self, rows: Iterable[Row]) -> None:
        """These rows are in the table."""
        hashes = [blake2b(dumps(row, FORMAT), digest_size=BYTES).digest() for row in map(self._settle, rows)]
        self._rows += len(hashes)
        self._total += sum(int.from_bytes(one, "little") for one in hashes)

    def passing(self, parts: Iterable[list[Row]]) -> Iterator[list[Row]]:
        """The same rows, added up on their way."""
        for rows in parts:
            self.add(rows)
            yield rows

    @property
    def digest(self) -> TableDigest:
        """Of all rows so far."""
        return TableDigest(self._rows, self._total % MODULUS)


def digest_of_rows(sheet: Sheet, parts: Iterable[list[Row]]) -> TableDigest:
    """The digest of a whole table."""
    summing = Summing(sheet)
    for rows in parts:
        summing.add(rows)
    return summing.digest
