"""Sparse word vectors: weights by rarity, cosine by shared words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log, sqrt

from corroborate.match.words import COMMON, stem

BACKGROUND_TEXTS = 1000
BACKGROUND_COMMON = 100
BACKGROUND_RARE = 3
COMMON_STEMS = frozenset(stem(word) for word in COMMON)

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Rarity:
    """In how many texts each word was met, on top of an assumed background.

    The background keeps the weights sensible where only a handful of articles is known.
    """

    texts: int
    frequencies: Mapping[str, int]

    def weight(self, word: str) -> float:
        """The logarithm of one in how many texts holds the word."""
        background = BACKGROUND_COMMON if word in COMMON_STEMS else BACKGROUND_RARE
        return log((self.texts + BACKGROUND_TEXTS) / (self.frequencies.get(word, 0) + background))

    def vector(self, counts: Mapping[str, float]) -> dict[str, float]:
        """Counts as a vector of length one: dampened frequency times rarity."""
        return unit({word: (1 + log(count)) * self.weight(word) for word, count in counts.items() if count >= 1})


def rarity(texts: Iterable[Iterable[str]]) -> Rarity:
    """Count in how many texts each word stands."""
    frequencies: Counter[str] = Counter()
    number = 0
    for words in texts:
        number += 1
        frequencies.update(set(words))
    return Rarity(number, frequencies)


def unit(weights: Mapping[str, float]) -> dict[str, float]:
    """The vector at length one; empty stays empty."""
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else {}


def cosine(left: Vector, right: Vector) -> float:
    """The dot product of two vectors of length one."""
    if len(right) < len(left):
        left, right = right, left
    return sum(weight * right[word] for word, weight in left.items() if word in right)
