"""What was worked out of single articles, for when their story goes on: a newsroom's morgue is where it keeps its clippings.

A story is gone through again with every article that it gains. What depends on one reading alone is then still known. Only
what is equal in everything is taken for the same reading, so that nothing depends on what was kept.

What was used last lies ready at hand. The rest is folded away in little space, as far as it can be folded: a story that is told
for a week must not be worked out from nothing because thousands of others are told as well.
"""

import pickle
import zlib
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, Protocol, runtime_checkable

from corroborate.model.articles import Reading

KEPT = 8_000
"""Clippings at hand: some 85 KB each with words alone, 680 MB in all, and half as much again with vectors."""

ROOM = 400 * 2**20
"""Bytes of clippings that are folded away, some 3 KB each: those of a week of news."""

LEVEL = 1
"""A tenth larger than with the best packing, in a third of the time."""


@runtime_checkable
class Foldable(Protocol):
    """What can be put away in little space."""

    def folded(self) -> object:
        """Plain values of which it can be made again."""
        ...


@dataclass(frozen=True, eq=False)
class Clipping:
    """A reading, and what was worked out of it, by what that is; `folded` are plain values of which some of it can be made again."""

    reading: Reading
    worked: dict[Hashable, Any] = field(default_factory=dict)
    folded: dict[Hashable, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Folded:
    """A clipping put away, of a reading with this hash."""

    edition: int
    packed: bytes


class Morgue:
    """The clippings that were used last, `kept` of them at hand, others folded into `room` bytes."""

    def __init__(self, kept: int = KEPT, room: int = ROOM) -> None:
        self._kept = kept
        self._room = room
        self._taken = 0
        self._filed: OrderedDict[str, Clipping] = OrderedDict()
        self._folded: OrderedDict[str, Folded] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._filed)

    def clipping(self, reading: Reading) -> Clipping:
        """That of a reading; a new one where another version of the article is filed, or none."""
        with self._lock:
            known = self._filed.pop(reading.article.id, None)
            if known is None or (known.reading is not reading and known.reading != reading):
                known = self._unfolded(reading)
            self._filed[reading.article.id] = known
            if len(self._filed) > self._kept:
                self._put_away(*self._filed.popitem(last=False))
            return known

    def _put_away(self, article: str, clipping: Clipping) -> None:
        left = clipping.folded | {key: made.folded() for key, made in list(clipping.worked.items()) if isinstance(made, Foldable)}
        if not left:
            return
        packed = zlib.compress(pickle.dumps(left, pickle.HIGHEST_PROTOCOL), LEVEL)
        self._folded[article] = Folded(hash(clipping.reading), packed)
        self._taken += len(packed)
        while self._taken > self._room:
            _, old = self._folded.popitem(last=False)
            self._taken -= len(old.packed)

    def _unfolded(self, reading: Reading) -> Clipping:
        put_away = self._folded.pop(reading.article.id, None)
        if put_away is None:
            return Clipping(reading)
        self._taken -= len(put_away.packed)
        if put_away.edition != hash(reading):
            return Clipping(reading)
        return Clipping(reading, folded=pickle.loads(zlib.decompress(put_away.packed)))


MORGUE = Morgue()
"""That of this process."""
