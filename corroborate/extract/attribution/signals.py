"""Where the words stand that may announce a source, found for a whole document at once: other sentences cost nothing."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
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

STRINGS = StringStore()
"""Words have the same number in every vocabulary."""


def _ids(listed: Iterable[str]) -> frozenset[int]:
    return frozenset(STRINGS.add(word) for word in listed)


CUE, SOURCE, PAPER, HEDGE, DENIAL, UNSPEAKING = 1, 2, 4, 8, 16, 32
KINDS = (
    (CUE, CUES),
    (SOURCE, SOURCE_WORDS),
    (PAPER, (*DOCUMENT_NOUNS, "mail")),
    (HEDGE, HEDGE_WORDS),
    (DENIAL, DENIAL_WORDS),
    (UNSPEAKING, NOT_SAYING | AUXILIARIES),
)
WORDS: dict[int, int] = {}
"""What each word may be, by its number: a sum of kinds. A table asked once a token costs a sixth of as many searches of arrays."""
for _kind, _listed in KINDS:
    for _number in _ids(_listed):
        WORDS[_number] = WORDS.get(_number, 0) | _kind
FINITE_IDS = _ids(FINITE_TAGS)
THAT, CONTENT = STRINGS.add("that"), STRINGS.add("ccomp")


class Signals:
    """The tokens of a document that may be cues, name sources without a verb, or name documents."""

    def __init__(self, doc: Doc) -> None:
        columns: Any = doc.to_array(["LOWER", "TAG", "DEP", "HEAD"])
        lower, tags = columns[:, 0].tolist(), columns[:, 1].tolist()
        kinds = [WORDS.get(word, 0) for word in lower]
        self._sources, self._papers, self._hedges, self._denials = (_places(kinds, kind) for kind in (SOURCE, PAPER, HEDGE, DENIAL))
        # A finite verb with a clause as its object, or with "that" behind it, says or thinks it.
        clauses = np.flatnonzero(columns[:, 2] == CONTENT)
        content = set((clauses + columns[clauses, 3].astype(np.int64)).tolist())
        content.update(place - 1 for place, word in enumerate(lower) if word == THAT and place)
        saying = {place for place in content if tags[place] in FINITE_IDS and not kinds[place] & UNSPEAKING}
        self._cues = sorted(saying.union(_places(kinds, CUE)))

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


def _places(kinds: Sequence[int], kind: int) -> list[int]:
    return [place for place, known in enumerate(kinds) if known & kind]


def _within(places: Sequence[int], sentence: TokenSpan) -> Sequence[int]:
    return places[bisect_left(places, sentence.start) : bisect_left(places, sentence.end)]
