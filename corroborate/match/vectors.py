"""Sparse word vectors: weights by rarity, cosine by shared words."""

from collections.abc import Mapping, Set
from functools import lru_cache
from math import fsum, log, sqrt
from operator import mul

from corroborate.match.background import share

Vector = Mapping[str, float]


@lru_cache(maxsize=1 << 16)
def rarity(word: str) -> float:
    """The logarithm of one in how many articles holds the word: inverse document frequency, in news of any kind."""
    return -log(share(word))


def weighted(counts: Mapping[str, float]) -> dict[str, float]:
    """Counts as a vector of length one: dampened frequency times rarity."""
    return unit({word: rarity(word) if count == 1 else (1 + log(count)) * rarity(word) for word, count in counts.items() if count >= 1})


def unit(weights: Mapping[str, float]) -> dict[str, float]:
    """The vector at length one; empty stays empty."""
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else {}


def cosine(left: Vector, right: Vector) -> float:
    """The dot product of two vectors of length one."""
    return product(left, right, left.keys() & right.keys())


def product(left: Vector, right: Vector, shared: Set[str]) -> float:
    """The dot product of two vectors by the words they share; the same to the last bit in whatever order these come."""
    return fsum(map(mul, map(left.__getitem__, shared), map(right.__getitem__, shared)))
