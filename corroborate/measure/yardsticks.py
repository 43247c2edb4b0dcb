"""What single parts of others cost on the same articles: trafilatura alone, spaCy alone, comparing everything with everything."""

import re
from collections.abc import Callable, Sequence
from itertools import combinations
from time import process_time

import trafilatura

from corroborate.extract.lean import without_torch
from corroborate.extract.trained import WEIGHTS

WORD = re.compile(r"\w+")
ALIKE = 0.3
"""Words in common from which a naive matcher takes two articles for one story."""


def trafilatura_seconds(pages: Sequence[str]) -> float:
    """Processor seconds a page to take the article's text out of it, as trafilatura does by itself."""
    return _each(lambda: [trafilatura.extract(page) for page in pages], len(pages))


def spacy_seconds(texts: Sequence[str]) -> float:
    """Processor seconds a text for tags, entities and a parse of every sentence, in batches, by a pipeline of the size of ours."""
    with without_torch():
        import spacy
    pipeline = spacy.load(WEIGHTS)
    return _each(lambda: list(pipeline.pipe(texts)), len(texts))


def naive_seconds(texts: Sequence[str]) -> float:
    """Processor seconds for one pair of articles when each is compared with each, and each figure of theirs with each."""
    found = [(set(WORD.findall(text.lower())), re.findall(r"\d[\d.,]*", text)) for text in texts]
    pairs = len(found) * (len(found) - 1) // 2

    def compare() -> int:
        same = 0
        for (left, ours), (right, theirs) in combinations(found, 2):
            if len(left & right) >= ALIKE * len(left | right):
                same += sum(one == other for one in ours for other in theirs)
        return same

    return _each(compare, pairs)


def _each(work: Callable[[], object], number: int) -> float:
    begun = process_time()
    work()
    return (process_time() - begun) / max(1, number)
