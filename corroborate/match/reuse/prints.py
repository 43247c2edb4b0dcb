"""What an article's text is compared by, made once for an article."""

from dataclasses import dataclass
from functools import cached_property

from corroborate.match.reuse.own import SENTENCE, own_text
from corroborate.match.reuse.shingling import masked, pairs_of, rows
from corroborate.match.words import stems


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
