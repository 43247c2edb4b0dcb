"""What was worked out of single articles, for when their story goes on: a newsroom's morgue is where it keeps its clippings.

A story is gone through again with every article that it gains. What depends on one reading alone is then still known. Only
what is equal in everything is taken for the same reading, so that nothing depends on what was kept.

What was used last lies ready at hand. The rest is folded away in little space, as far as it can be folded: a story that is told
for a week must not be worked out from nothing because thousands of others are told as well.
"""

import pickle
import zlib
from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from corroborate.model.articles import Reading

KEPT = 8_000
"""Clippings at hand: some 85 KB each with words alone, 680 MB in all, and half as much again with vectors."""

ROOM = 400 * 2**20
"""Bytes of clippings that are folded away, some 3 KB each: those of a week of news."""

LEVEL = 1
"""A tenth larger than with the best packing, in a third of the time."""


class Foldable:
    """What can be put away in little space."""

    __slots__ = ()

    @property
    def state(self) -> Hashable:
        """As long as this is the same, so is what would be put away."""
        raise NotImplementedError

    def folded(self) -> object:
        """Plain values of which it can be made again."""
        raise NotImplementedError

    def let_go(self) -> None:
        """Forget what holds other articles' clippings in memory."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A clipping put away, of a reading with this hash: the states of its parts, and the parts themselves."""

    edition: int
    states: Mapping[Hashable, Hashable]
    packed: bytes


@dataclass(frozen=True, eq=False)
class Clipping:
    """A reading with its hash, and what was worked out of it, by what that is; `folded` are plain values of which some of it can be
    made again. `before` is how it was put away the last time.
    """

    reading: Reading
    edition: int
    worked: dict[Hashable, Any] = field(default_factory=dict)
    folded: dict[Hashable, Any] = field(default_factory=dict)
    before: Folded | None = None


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
        made = {key: one for key, one in list(clipping.worked.items()) if isinstance(one, Foldable)}
        known = clipping.before
        states = {**(known.states if known is not None else {}), **{key: one.state for key, one in made.items()}}
        if states:
            # Most of a story's articles learn nothing when another joins it: how they were put away before still holds.
            if known is None or known.states != states:
                left = clipping.folded | {key: one.folded() for key, one in made.items()}
                packed = zlib.compress(pickle.dumps(left, pickle.HIGHEST_PROTOCOL), LEVEL)
                known = Folded(clipping.edition, states, packed)
            self._folded[article] = known
            self._taken += len(known.packed)
        for one in made.values():
            one.let_go()
        while self._taken > self._room:
            _, old = self._folded.popitem(last=False)
            self._taken -= len(old.packed)

    def _unfolded(self, reading: Reading) -> Clipping:
        edition, put_away = hash(reading), self._folded.pop(reading.article.id, None)
        if put_away is None:
            return Clipping(reading, edition)
        self._taken -= len(put_away.packed)
        if put_away.edition != edition:
            return Clipping(reading, edition)
        return Clipping(reading, edition, folded=pickle.loads(zlib.decompress(put_away.packed)), before=put_away)


MORGUE = Morgue()
"""That of this process."""
