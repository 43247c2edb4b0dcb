"""Vectors of texts met before, the oldest unused forgotten once they take too much room."""

from collections import OrderedDict
from collections.abc import Callable, Sequence

import numpy as np

from corroborate.match.embedding.embedder import Vectors

ROOM = 64 * 2**20
"""Bytes; about 35,000 vectors of 384 dimensions, which is what a day of news brings."""

OVERHEAD = 200
"""Bytes that an entry takes besides its text and its vector."""


class Remembered:
    """A memory of vectors that takes up to `room` bytes."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._taken = 0
        self._rows: OrderedDict[str, Vectors] = OrderedDict()

    def __len__(self) -> int:
        return len(self._rows)

    def rows(self, texts: Sequence[str], compute: Callable[[Sequence[str]], Vectors]) -> list[Vectors]:
        """The vector of each text; `compute` is asked once for those that are not remembered, each once and in order."""
        new = sorted(set(texts) - self._rows.keys())
        found = dict(zip(new, compute(new), strict=True)) if new else {}
        for text in dict.fromkeys(texts):
            if text not in found:
                self._rows.move_to_end(text)
                found[text] = self._rows[text]
        for text in new:
            self._remember(text, found[text])
        return [found[text] for text in texts]

    def _remember(self, text: str, row: Vectors) -> None:
        # A copy, because a row of a larger array would keep all of that array.
        self._rows[text] = np.array(row)
        self._taken += _size(text, row)
        while self._taken > self._room:
            forgotten, old = self._rows.popitem(last=False)
            self._taken -= _size(forgotten, old)


def _size(text: str, row: Vectors) -> int:
    return row.nbytes + 4 * len(text) + OVERHEAD
