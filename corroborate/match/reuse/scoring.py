"""How far one text repeats another, from 0 to 1: for ranking pairs of bare texts."""

from collections.abc import Callable
from dataclasses import dataclass

from corroborate.match.reuse.prints import Hashes, Print, in_common

COVERED = 0.6
"""Share of a sentence's shingles found in the other text, from which it counts as taken."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One way to tell how far the shorter text is in the longer one, and its part in the score."""

    of: Callable[[Print, Print], float]
    weight: float


def repeated(shorter: Print, longer: Print) -> float:
    """Every five words in a row that both texts have, of those of the shorter."""
    return _contained(shorter.shingles, longer.shingles)


def covered(shorter: Print, longer: Print) -> float:
    """Sentences of the shorter text of which most stands in the longer, weighted by their length."""
    total = sum(len(sentence) for sentence in shorter.sentences)
    taken = sum(len(one) for one in shorter.sentences if in_common(one, longer.shingles) >= COVERED * len(one))
    return taken / total if total else 0.0


def retold(shorter: Print, longer: Print) -> float:
    """Telling words beside each other that both texts have: what a light rewrite leaves."""
    return _contained(shorter.pairs, longer.pairs)


def _contained(left: Hashes, right: Hashes) -> float:
    fewer = min(len(left), len(right))
    return in_common(left, right) / fewer if fewer else 0.0


MEASURES = (Measure(repeated, weight=0.3), Measure(covered, weight=0.3), Measure(retold, weight=0.4))


def reuse_score(left: str, right: str) -> float:
    """How far the shorter of two bare texts repeats the longer, from 0 to 1; quotations and notes around a report do not count.

    From about 0.6 one text is the other republished or a brief cut from it; from about 0.1 it depends on it.
    """
    shorter, longer = sorted((Print(left), Print(right)), key=lambda one: (len(one.shingles), one.text))
    return sum(measure.weight * measure.of(shorter, longer) for measure in MEASURES)
