"""What was worked out of single articles, for when their story goes on: a newsroom's morgue is where it keeps its clippings.

A story is gone through again with every article that it gains. What depends on one reading alone is then still known. Only
what is equal in everything is taken for the same reading, so that nothing depends on what was kept.
"""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from corroborate.model.articles import Reading

KEPT = 10_000
"""Clippings of a process: some 65 KB each with words alone, 650 MB in all, and half as much again with vectors. With fewer, long stories
would be worked out from nothing with every article that they gain."""


@dataclass(frozen=True, eq=False)
class Clipping:
    """A reading, and what was worked out of it, by what that is."""

    reading: Reading
    worked: dict[Hashable, Any] = field(default_factory=dict)


class Morgue:
    """The clippings that were used last, `kept` of them."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._filed: OrderedDict[str, Clipping] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._filed)

    def clipping(self, reading: Reading) -> Clipping:
        """That of a reading; a new one where another version of the article is filed, or none."""
        with self._lock:
            known = self._filed.pop(reading.article.id, None)
            if known is None or (known.reading is not reading and known.reading != reading):
                known = Clipping(reading)
            self._filed[reading.article.id] = known
            if len(self._filed) > self._kept:
                self._filed.popitem(last=False)
            return known


MORGUE = Morgue()
"""That of this process."""
