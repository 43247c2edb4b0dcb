"""What an article's text is compared by, made once for an article."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from corroborate.match.reuse.changes import Telling
from corroborate.match.reuse.own import SENTENCE, own_text
from corroborate.match.reuse.shingling import masked, pairs_of, rows
from corroborate.match.words import stems

KEPT = 2_000
"""Prints that are kept for when their story goes on, some 100 KB each: 200 MB of a process at the most."""


@dataclass(frozen=True, eq=False)
class Print:
    """A text's own words in comparable form; parts that are seldom needed are made when they are asked for."""

    text: str

    @cached_property
    def own(self) -> str:
        """The report without quotations and notes."""
        return own_text(self.text)

    @cached_property
    def shingles(self) -> frozenset[int]:
        """Hashes of every five words in a row, figures masked."""
        return rows(masked(self.own))

    @cached_property
    def pairs(self) -> frozenset[int]:
        """Hashes of every two telling words beside each other, in either order."""
        return pairs_of(stems(self.own))

    @cached_property
    def sentences(self) -> tuple[frozenset[int], ...]:
        """The shingles of each sentence that is long enough to have some."""
        found = (rows(masked(sentence)) for sentence in SENTENCE.findall(self.own))
        return tuple(sentence for sentence in found if sentence)

    @cached_property
    def telling(self) -> Telling:
        """Its sentences with figures."""
        return Telling(self.text)


@lru_cache(maxsize=KEPT)
def print_of(text: str) -> Print:
    """The print of a text, made once for as long as it is compared with new ones."""
    return Print(text)
