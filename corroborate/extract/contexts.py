"""Vectors of tokens in their sentences, by the weights of a spaCy `tok2vec`; what it makes of a word by itself is remembered.

Half of its work is on words by themselves, and the words of one article come again in the next.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.vocab import Vocab

Floats = NDArray[np.float32]
Integers = NDArray[np.intp]
Words = NDArray[np.uint64]

REMEMBERED = 20_000
"""Words, of which more are forgotten all at once; some 500 bytes each."""


class Contexts:
    """Gives tokens the vectors that spaCy gives them; `strings` are those of the texts, `vocab` of the weights."""

    def __init__(self, tok2vec: Any, vocab: Vocab, strings: StringStore, remembered: int = REMEMBERED) -> None:
        # Of spaCy's architecture the first layer looks at each word alone, and the second at its neighbours.
        self._embed, self._encode = tok2vec.model.layers
        self._vocab, self._strings = vocab, strings
        self._most = remembered
        self._rows: dict[tuple[int, int], int] = {}
        self._known: Floats = np.empty((remembered, tok2vec.model.get_dim("nO")), dtype=np.float32)

    def of(self, words: Words, lengths: Integers) -> Floats:
        """The vectors of the tokens of some sentences: `words` are the ORTH and NORM of each token, `lengths` of the sentences."""
        ends = np.cumsum(lengths)
        vectors: Floats = np.concatenate(self._encode.predict(np.split(self._alone(words), ends[:-1])))
        return vectors

    def _alone(self, words: Words) -> Floats:
        keys = [(orth, norm) for orth, norm in words.tolist()]
        if len(keys) > self._most:
            return self._embedded(keys)
        new = list(dict.fromkeys(key for key in keys if key not in self._rows))
        if len(self._rows) + len(new) > self._most:
            self._rows.clear()
            new = list(dict.fromkeys(keys))
        if new:
            first = len(self._rows)
            self._known[first : first + len(new)] = self._embedded(new)
            self._rows.update(zip(new, range(first, first + len(new)), strict=True))
        return self._known[[self._rows[key] for key in keys]]

    def _embedded(self, keys: Iterable[tuple[int, int]]) -> Floats:
        orths, norms = zip(*keys, strict=True)
        doc = Doc(self._vocab, words=[self._strings[orth] for orth in orths])
        # The norm of "n't" is "not": known to the tokenizer, not to the word.
        column: Any = np.array(norms, dtype=np.uint64).reshape(-1, 1)
        doc.from_array(["NORM"], column)
        vectors: Floats = self._embed.predict([doc])[0]
        return vectors
