"""What is kept of an article between two runs: its sketch, what it was compared with, and how it came into its story."""

import json
import zlib
from array import array
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from sys import intern

from corroborate.match.stories.candidates import Listed
from corroborate.match.stories.clustering import Joint
from corroborate.match.stories.packing import pack, unpack
from corroborate.match.stories.sketches import Sketch

RECALLED = 10_000
"""Sketches held ready, some 35 KB each, 350 MB in all; the others are unpacked when they are needed."""

LENGTH = 4
"""Bytes in which a document says how long its sketch is."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one article, to be saved and restored: `document` holds its sketch and its links."""

    article: str
    revision: str
    as_of: datetime
    document: bytes

    @property
    def sketch(self) -> Sketch:
        """The article's sketch, to be handed in again where a decision about it was taken or taken back."""
        return unpack(_parted(self.document)[0])


@dataclass(frozen=True, slots=True)
class Links:
    """With which earlier articles one was compared, what speaks for each in hundredths, and whose story it joined.

    `followed` are those that were written weeks before; their weights come last.
    """

    listed: Listed
    followed: Listed
    weights: Sequence[int]
    joint: Joint | None


def write(packed: bytes, links: Links) -> bytes:
    """A document of a sketch and its links."""
    joint = None if links.joint is None else (links.joint.into, links.joint.day)
    written = json.dumps([*_written(links.listed), *_written(links.followed), list(links.weights), joint], separators=(",", ":"))
    return len(packed).to_bytes(LENGTH) + packed + zlib.compress(written.encode())


def read(document: bytes) -> tuple[bytes, Links]:
    """The packed sketch and the links of a document."""
    packed, rest = _parted(document)
    near, floor, followed, least, weights, joint = json.loads(zlib.decompress(rest))
    came = None if joint is None else Joint(intern(joint[0]), joint[1])
    lists = Listed(tuple(map(intern, near)), floor), Listed(tuple(map(intern, followed)), least)
    return packed, Links(*lists, array("h", weights), came)


def _written(listed: Listed) -> tuple[tuple[str, ...], int | None]:
    return listed.articles, listed.floor


def _parted(document: bytes) -> tuple[bytes, bytes]:
    length = int.from_bytes(document[:LENGTH])
    return document[LENGTH : LENGTH + length], document[LENGTH + length :]


class Shelf:
    """Sketches in little space: all of them packed, those used last ready at hand."""

    def __init__(self) -> None:
        self._packed: dict[str, bytes] = {}
        self._ready: OrderedDict[str, Sketch] = OrderedDict()

    def put(self, article: str, packed: bytes) -> None:
        """Keep a sketch that was packed before."""
        self._packed[article] = packed
        self._ready.pop(article, None)

    def keep(self, sketch: Sketch) -> None:
        """Keep a sketch at hand: one that was packed is equal to it."""
        self.put(sketch.article, pack(sketch))
        self._hold(sketch)

    def _hold(self, sketch: Sketch) -> None:
        self._ready[sketch.article] = sketch
        if len(self._ready) > RECALLED:
            self._ready.popitem(last=False)

    def packed(self, article: str) -> bytes:
        return self._packed[article]

    def drop(self, article: str) -> None:
        del self._packed[article]
        self._ready.pop(article, None)

    def __getitem__(self, article: str) -> Sketch:
        found = self._ready.get(article)
        if found is None:
            found = unpack(self._packed[article])
            self._hold(found)
            return found
        self._ready.move_to_end(article)
        return found
