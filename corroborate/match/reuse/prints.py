"""What an article's text is compared by, made once for an article."""

from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from corroborate.match.reuse.changes import Telling
from corroborate.match.reuse.own import SENTENCE, own_text
from corroborate.match.reuse.shingling import masked, pairs_of, rows
from corroborate.match.words import stems

KEPT = 10_000
"""Prints that are kept for when their story goes on, some 10 KB each: 100 MB of a process at the most."""

Hashes = NDArray[np.uint64]
"""Different hashes in order: a tenth of the room that a set of them takes."""


@dataclass(frozen=True, eq=False)
class Print:
    """A text's own words in comparable form; parts that are seldom needed are made when they are asked for.

    `shares` remembers how far it repeats earlier texts, `changed` which figures later ones changed, by these texts.
    """

    text: str
    shares: dict[str, float | None] = field(default_factory=dict, init=False, repr=False)
    changed: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict, init=False, repr=False)

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
    def telling(self) -> Telling:
        """Its sentences with figures."""
        return Telling(self.text)


@lru_cache(maxsize=KEPT)
def print_of(text: str) -> Print:
    """The print of a text, made once for as long as it is compared with new ones."""
    return Print(text)


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
