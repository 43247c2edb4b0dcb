"""What an article's text is compared by, made once for an article."""

from collections import OrderedDict
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from corroborate.match.reuse.changes import Telling
from corroborate.match.reuse.own import SENTENCE, own_text
from corroborate.match.reuse.shingling import masked, pairs_of, rows, rows_in_order
from corroborate.match.words import stems

KEPT = 5_000
"""Prints that are kept for when their story goes on, some 10 KB each: 50 MB of a process at the most."""

FOLDED = 80_000
"""Prints of which the hashes alone are kept, some 5 KB each: 400 MB of a process at the most, where thousands of stories live."""

FEWEST = 3
"""Pairs of telling words below which a sentence says too little to be known again."""

Hashes = NDArray[np.uint64]
"""Different hashes in order: a tenth of the room that a set of them takes."""


@dataclass(frozen=True, eq=False)
class Print:
    """A text's own words in comparable form; parts that are seldom needed are made when they are asked for.

    `shares` remembers how far it repeats earlier texts, `changed` which figures later ones changed, by the names of these texts.
    """

    text: str
    shares: dict[bytes, float | None] = field(default_factory=dict, repr=False)
    changed: dict[bytes, tuple[tuple[str, str], ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def name(self) -> bytes:
        """What tells it from other texts, in little room."""
        return _named(self.text)

    @cached_property
    def own(self) -> str:
        """The report without quotations and notes."""
        return own_text(self.text)

    @cached_property
    def shingles(self) -> Hashes:
        """Hashes of every five words in a row, figures masked."""
        return in_order(rows(masked(self.own)))

    @cached_property
    def pairs(self) -> Hashes:
        """Hashes of every two telling words beside each other, in either order."""
        return in_order(pairs_of(stems(self.own)))

    @cached_property
    def sentences(self) -> tuple[Hashes, ...]:
        """The shingles of each sentence that is long enough to have some."""
        found = (rows(masked(sentence)) for sentence in SENTENCE.findall(self.own))
        return tuple(in_order(sentence) for sentence in found if sentence)

    @cached_property
    def passages(self) -> Hashes:
        """The shingles as they follow each other."""
        return rows_in_order(masked(self.own))

    @cached_property
    def told(self) -> tuple[Hashes, ...]:
        """The pairs of telling words of each sentence that has some."""
        found = (in_order(pairs_of(stems(sentence))) for sentence in SENTENCE.findall(self.own))
        return tuple(sentence for sentence in found if len(sentence) >= FEWEST)

    @cached_property
    def telling(self) -> Telling:
        """Its sentences with figures."""
        return Telling(self.text)


@dataclass(frozen=True, slots=True)
class Folded:
    """What is kept of a print that is not at hand: its hashes, and what it was compared with."""

    shingles: bytes
    pairs: bytes
    shares: dict[bytes, float | None]
    changed: dict[bytes, tuple[tuple[str, str], ...]]


class Prints:
    """The prints of the texts that were used last, `kept` of them whole; of `folded` more the hashes alone."""

    def __init__(self, kept: int = KEPT, folded: int = FOLDED) -> None:
        self._folded_at_most = folded
        self._folded: OrderedDict[bytes, Folded] = OrderedDict()
        self._kept = kept
        self._whole: OrderedDict[str, Print] = OrderedDict()
        self._lock = Lock()

    def of(self, text: str) -> Print:
        """The print of a text, made once for as long as it is compared with new ones."""
        with self._lock:
            found = self._whole.pop(text, None) or self._unfolded(text)
            self._whole[text] = found
            if len(self._whole) > self._kept:
                self._put_away(self._whole.popitem(last=False)[1])
            return found

    def _put_away(self, one: Print) -> None:
        if "shingles" in vars(one) and "pairs" in vars(one):
            self._folded[one.name] = Folded(one.shingles.tobytes(), one.pairs.tobytes(), one.shares, one.changed)
            if len(self._folded) > self._folded_at_most:
                self._folded.popitem(last=False)

    def _unfolded(self, text: str) -> Print:
        known = self._folded.pop(_named(text), None) if self._folded else None
        if known is None:
            return Print(text)
        made = Print(text, known.shares, known.changed)
        vars(made).update(shingles=np.frombuffer(known.shingles, np.uint64), pairs=np.frombuffer(known.pairs, np.uint64))
        return made


def _named(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


PRINTS = Prints()
"""Those of this process."""


def print_of(text: str) -> Print:
    """The print of a text, made once for as long as it is compared with new ones."""
    return PRINTS.of(text)


def in_order(hashes: frozenset[int]) -> Hashes:
    """A set of hashes in little room."""
    return np.array(sorted(hashes), dtype=np.uint64)


def in_common(left: Hashes, right: Hashes) -> int:
    """How many hashes both have."""
    few, many = (left, right) if len(left) <= len(right) else (right, left)
    if not len(few):
        return 0
    places = many.searchsorted(few)
    # What is larger than all stands nowhere, and certainly not at the beginning.
    places[places == len(many)] = 0
    return int(np.count_nonzero(many[places] == few))
