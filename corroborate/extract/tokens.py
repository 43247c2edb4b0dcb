"""Tokens of any text in a time that grows no faster than its length."""

import re
from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc

from corroborate.extract.spans import TEXT

REMEMBERED = 30_000
"""Words whose tokens are remembered: the first that are met."""

# No word of a newspaper is as long, addresses aside.
LONGEST_WORD = 100
_LONGER = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")


class Bounded:
    """spaCy's tokenizer, given at most so many characters without a blank at a time.

    It strips marks from a word one by one, each time looking at the whole of what is left: a page of 20,000 opening
    brackets takes it half a minute. And it remembers no word of a text that comes behind a contraction ("don't"): it is
    shown each new word by itself first.
    """

    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer = tokenizer
        tokenizer.max_cache_size = 2 * REMEMBERED
        self._met = set[str]()

    def __call__(self, text: str) -> Doc:
        """The tokens of a text; all its characters stand where they stood."""
        if _LONGER.search(text) is None:
            self._meet(text)
            doc: Doc | None = self._tokenizer(text)
        else:
            doc = Doc.from_docs([self._tokenizer(piece) for piece in pieces(text)], ensure_whitespace=False)
        assert doc is not None
        doc.user_data[TEXT] = text
        return doc

    def _meet(self, text: str) -> None:
        new = set(text.split()) - self._met
        if len(self._met) + len(new) > REMEMBERED:
            return
        for word in new:
            self._tokenizer(word)
        self._met |= new


def pieces(text: str) -> Iterator[str]:
    """A text cut into pieces: only words that are too long are cut.

    >>> [len(piece) for piece in pieces("a " + 120 * "(" + " b")]
    [2, 100, 20, 2]
    """
    done = 0
    for found in _LONGER.finditer(text):
        if found.start() > done:
            yield text[done : found.start()]
        for start in range(found.start(), found.end(), LONGEST_WORD):
            yield text[start : min(start + LONGEST_WORD, found.end())]
        done = found.end()
    if done < len(text):
        yield text[done:]
