"""Shingles: hashes of words in a row, by which texts are compared."""

import re
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from corroborate.match.reuse.own import own_text
from corroborate.match.words import stems

WIDTH = 5
WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
FACTOR = 0x9E3779B97F4A7C15
"""An odd number with well mixed bits (the golden ratio in 64 of them)."""


KEPT = 1 << 15
"""Sentences, and pairs of them, of which is remembered how they compare for when their story goes on."""


def own_words(text: str) -> list[str]:
    """Words outside quotations and notes, figures masked so that an altered one does not hide the copy."""
    return masked(own_text(text))


def shingles(text: str) -> frozenset[int]:
    """Hashes of every five words in a row."""
    return rows(own_words(text))


def pairs_of(words: Sequence[str]) -> frozenset[int]:
    """Hashes of every two words beside each other, in either order: what a light rewrite of telling words leaves."""
    hashed = [_hashed(word) for word in words]
    return frozenset((one * other + (one ^ other)) & 0xFFFFFFFFFFFFFFFF for one, other in pairwise(hashed) if one != other)


def rows(words: Sequence[str]) -> frozenset[int]:
    """Hashes of every five of some words in a row."""
    return frozenset(rows_in_order(words).tolist())


def rows_in_order(words: Sequence[str]) -> NDArray[np.uint64]:
    """The same from the first to the last."""
    if len(words) < WIDTH:
        return np.empty(0, np.uint64)
    hashed: NDArray[np.uint64] = np.fromiter((_hashed(word) for word in words), np.uint64, len(words))
    rest = len(words) - WIDTH + 1
    mixed = hashed[:rest].copy()
    with np.errstate(over="ignore"):
        for place in range(1, WIDTH):
            mixed = mixed * np.uint64(FACTOR) + hashed[place : place + rest]
            mixed ^= mixed >> np.uint64(29)
    return mixed


def containment(left: frozenset[int], right: frozenset[int]) -> float:
    """Shared shingles over those of the shorter text."""
    shorter = min(len(left), len(right))
    return len(left & right) / shorter if shorter else 0.0


@lru_cache(maxsize=KEPT)
def sentence_rows(sentence: str) -> frozenset[int]:
    """Shingles of one sentence, quotations included: who quotes the same words has them from one mouth."""
    return rows(masked(sentence))


@lru_cache(maxsize=KEPT)
def same_words(left: str, right: str) -> float:
    """How far one sentence repeats another: shared five-word runs over those of the shorter."""
    return containment(sentence_rows(left), sentence_rows(right))


@lru_cache(maxsize=KEPT)
def same_telling_words(left: str, right: str) -> float:
    """How far one sentence retells another in words of its own: shared telling words over those of the shorter."""
    one, other = set(stems(left)), set(stems(right))
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def masked(text: str) -> list[str]:
    """Words in lower case, figures masked."""
    return ["#" if word[0].isdigit() else word.lower() for word in WORD.findall(text)]


@lru_cache(maxsize=1 << 17)
def _hashed(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest())
