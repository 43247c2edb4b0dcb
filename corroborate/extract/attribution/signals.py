"""Where the words stand that may announce a source, found for a whole document at once: other sentences cost nothing."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from corroborate.extract.attribution.backing import SOURCE_WORDS
from corroborate.extract.attribution.cast import DOCUMENT_NOUNS
from corroborate.extract.attribution.denials import DENIAL_WORDS
from corroborate.extract.attribution.hedges import HEDGE_WORDS
from corroborate.extract.attribution.verbs import CUES, NOT_SAYING
from corroborate.extract.labels import FINITE_TAGS
from corroborate.extract.lexicon import AUXILIARIES

Ids = NDArray[np.uint64]
STRINGS = StringStore()
"""Words have the same number in every vocabulary."""


def _ids(listed: Iterable[str]) -> Ids:
    return np.sort(np.array([STRINGS.add(word) for word in listed], dtype=np.uint64))


CUE_IDS, SOURCE_IDS, PAPER_IDS = _ids(CUES), _ids(SOURCE_WORDS), _ids({*DOCUMENT_NOUNS, "mail"})
HEDGE_IDS, DENIAL_IDS = _ids(HEDGE_WORDS), _ids(DENIAL_WORDS)
UNSPEAKING_IDS, FINITE_IDS = _ids(NOT_SAYING | AUXILIARIES), _ids(FINITE_TAGS)
THAT, CONTENT = STRINGS.add("that"), STRINGS.add("ccomp")


class Signals:
    """The tokens of a document that may be cues, name sources without a verb, or name documents."""

    def __init__(self, doc: Doc) -> None:
        columns: Any = doc.to_array(["LOWER", "TAG", "DEP", "HEAD"])
        lower, tags, labels = columns[:, 0], columns[:, 1], columns[:, 2]
        heads = np.arange(len(doc)) + columns[:, 3].astype(np.int64)
        content = np.zeros(len(doc), dtype=bool)
        # A finite verb with a clause as its object, or with "that" behind it, says or thinks it.
        content[heads[labels == CONTENT]] = True
        content[:-1] |= lower[1:] == THAT
        content &= np.isin(tags, FINITE_IDS) & ~np.isin(lower, UNSPEAKING_IDS)
        self._cues = _places(content | np.isin(lower, CUE_IDS))
        self._sources = _places(np.isin(lower, SOURCE_IDS))
        self._hedges = _places(np.isin(lower, HEDGE_IDS))
        self._denials = _places(np.isin(lower, DENIAL_IDS))
        self._papers = _places(np.isin(lower, PAPER_IDS))

    def cues_in(self, sentence: TokenSpan) -> Sequence[int]:
        """Verbs that may say something."""
        return _within(self._cues, sentence)

    def sources_in(self, sentence: TokenSpan) -> Sequence[int]:
        """Words such as "according", "citing" and "estimate"."""
        return _within(self._sources, sentence)

    def papers_in(self, sentence: TokenSpan) -> Sequence[int]:
        """Nouns of documents."""
        return _within(self._papers, sentence)

    def may_hedge(self, sentence: TokenSpan) -> bool:
        """Some word of the sentence may be one of a hedge."""
        return bool(_within(self._hedges, sentence))

    def may_deny(self, sentence: TokenSpan) -> bool:
        """Some word of the sentence may deny what it says."""
        return bool(_within(self._denials, sentence))


def _places(mask: NDArray[np.bool_]) -> list[int]:
    return [int(place) for place in np.flatnonzero(mask)]


def _within(places: Sequence[int], sentence: TokenSpan) -> Sequence[int]:
    return places[bisect_left(places, sentence.start) : bisect_left(places, sentence.end)]
