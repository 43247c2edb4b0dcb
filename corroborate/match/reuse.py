"""Articles that repeat each other's text: shingles of five words, quotations left out."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from corroborate.model.articles import Article
from corroborate.model.stories import Reuse

WIDTH = 5
REPUBLISHED = 0.6
DEPENDENT = 0.2
FEWEST = 8
"""Shingles below which a text is too short to tell."""

CROWD = 50
"""A shingle in more articles than this is a set phrase, not a trace of copying."""

LONGEST = 60_000
"""Characters of an article that are looked at."""

QUOTATION = re.compile(r"[“\"][^“”\"\n]{1,1000}[”\"]")
WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
NUMERAL = re.compile(r"\d[\d.,]*\d|\d")
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*")


@dataclass(frozen=True, eq=False)
class Print:
    """The hashed shingles of an article's own words, figures masked so that an altered one does not hide the copy."""

    article: Article
    shingles: frozenset[int]

    @cached_property
    def sentences(self) -> Mapping[str, list[str]]:
        """Sentences with figures: the words without the figures, and the figures."""
        return _by_skeleton(self.article.text)


def own_words(text: str) -> list[str]:
    """Words outside quotations, figures masked."""
    return ["#" if word[0].isdigit() else word.lower() for word in WORD.findall(QUOTATION.sub(" ", text[:LONGEST]))]


def shingles(text: str) -> frozenset[int]:
    """Hashes of every five words in a row."""
    words = own_words(text)
    return frozenset(_hashed(" ".join(words[start : start + WIDTH])) for start in range(len(words) - WIDTH + 1))


def containment(left: frozenset[int], right: frozenset[int]) -> float:
    """Shared shingles over those of the shorter text."""
    shorter = min(len(left), len(right))
    return len(left & right) / shorter if shorter else 0.0


def find_reuses(articles: Sequence[Article]) -> tuple[Reuse, ...]:
    """Every pair of articles of which one repeats at least a fifth of the other, by an inverted index."""
    prints = sorted((Print(article, shingles(article.text)) for article in articles), key=lambda one: (one.article.as_of, one.article.id))
    index: defaultdict[int, list[int]] = defaultdict(list)
    reuses = []
    for position, later in enumerate(prints):
        if len(later.shingles) < FEWEST:
            continue
        shared = Counter(earlier for shingle in later.shingles for earlier in index[shingle])
        for earlier in sorted(shared):
            share = shared[earlier] / min(len(prints[earlier].shingles), len(later.shingles))
            if share >= DEPENDENT:
                reuses.append(_reuse(prints[earlier], later, share))
        for shingle in later.shingles:
            if len(index[shingle]) < CROWD:
                index[shingle].append(position)
    return tuple(reuses)


def same_words(left: str, right: str) -> float:
    """How far one sentence repeats another: shared five-word runs over those of the shorter."""
    return containment(shingles(left), shingles(right))


def _reuse(earlier: Print, later: Print, share: float) -> Reuse:
    first, second = (earlier, later) if not _credits(earlier.article, later.article) else (later, earlier)
    return Reuse(first.article.id, second.article.id, round(share, 3), _changed(first, second))


def _credits(earlier: Article, later: Article) -> bool:
    """The earlier one names the later one's outlet as its origin: the wire came first, whatever the clocks say."""
    return later.outlet in earlier.credits and earlier.outlet not in later.credits


def _changed(earlier: Print, later: Print) -> tuple[tuple[str, str], ...]:
    """Figures that differ between sentences that are otherwise the same."""
    found = []
    for skeleton, figures in later.sentences.items():
        before = earlier.sentences.get(skeleton, figures)
        found += [(old, new) for old, new in zip(before, figures, strict=True) if old != new]
    return tuple(found)


def _by_skeleton(text: str) -> Mapping[str, list[str]]:
    sentences: dict[str, list[str]] = {}
    for found in SENTENCE.finditer(text[:LONGEST]):
        figures = NUMERAL.findall(found.group())
        if figures:
            sentences.setdefault(" ".join(NUMERAL.sub("#", found.group().lower()).split()), figures)
    return sentences


def _hashed(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())
