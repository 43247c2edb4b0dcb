"""Tags and parts of speech from the vectors of tokens, by the weights of a spaCy tagger."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.strings import StringStore

from corroborate.extract.contexts import Words
from corroborate.extract.labels import AUXILIARY_WORDS, part_of_speech
from corroborate.extract.moves import Floats


class Tags:
    """Tells the tags of many tokens at once."""

    def __init__(self, tagger: Any, strings: StringStore) -> None:
        softmax = tagger.model.layers[-1].layers[0]
        self._weights: Floats = softmax.get_param("W").T
        self._bias: Floats = softmax.get_param("b")
        words = sorted(AUXILIARY_WORDS)
        self._auxiliaries = _ids(strings, words)
        self._tags = _ids(strings, tagger.labels)
        self._parts = np.stack([_ids(strings, [part_of_speech(tag, word) for tag in tagger.labels]) for word in ("", words[0])])

    def of(self, vectors: Floats, lower: Words) -> tuple[Words, Words]:
        """The tag and the part of speech of each token, in the numbers that spaCy has for them; `lower` are their LOWER."""
        best = (vectors @ self._weights + self._bias).argmax(axis=1)
        return self._tags[best], self._parts[np.isin(lower, self._auxiliaries).astype(np.intp), best]


def _ids(strings: StringStore, names: Any) -> NDArray[np.uint64]:
    return np.array([strings.add(name) for name in names], dtype=np.uint64)
