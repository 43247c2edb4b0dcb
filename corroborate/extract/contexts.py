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

from corroborate.extract.moves import Floats, Integers

Words = NDArray[np.uint64]

SMALLEST = np.float32(1e-8)
"""What spaCy adds to a variance, which may be nothing."""

REMEMBERED = 20_000
"""Words, of which more are forgotten all at once; some 500 bytes each."""


class Contexts:
    """Gives tokens the vectors that spaCy gives them; `strings` are those of the texts, `vocab` of the weights."""

    def __init__(self, tok2vec: Any, vocab: Vocab, strings: StringStore, remembered: int = REMEMBERED) -> None:
        # Of spaCy's architecture the first layer looks at each word alone, and the second at its neighbours.
        self._embed, encode = tok2vec.model.layers
        self._windows = Windows(encode)
        self._vocab, self._strings = vocab, strings
        self._most = remembered
        self._rows: dict[tuple[int, int], int] = {}
        self._known: Floats = np.empty((remembered, tok2vec.model.get_dim("nO")), dtype=np.float32)

    def of(self, words: Words, lengths: Integers) -> Floats:
        """The vectors of the tokens of some sentences: `words` are the ORTH and NORM of each token, `lengths` of the sentences."""
        return self._windows.over(self._alone(words), lengths)

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


class Windows:
    """The layers of spaCy that look at the neighbours of each word, and add what they find to what is known of it."""

    def __init__(self, encode: Any) -> None:
        nodes = list(encode.walk())
        norms = [node for node in nodes if node.name == "layernorm"]
        self._layers = [_Layer(one, norm) for one, norm in zip((node for node in nodes if node.name == "maxout"), norms, strict=True)]
        self._apart = int(encode.attrs["pad"])

    def over(self, alone: Floats, lengths: Integers) -> Floats:
        """The vectors of the words of some sentences in their order, by those of the words alone."""
        rows = np.arange(len(alone)) + self._apart * np.repeat(np.arange(1, len(lengths) + 1), lengths)
        # Sentences stand so far apart that none sees another.
        vectors: Floats = np.zeros((len(alone) + self._apart * (len(lengths) + 1), alone.shape[1]), dtype=np.float32)
        vectors[rows] = alone
        for layer in self._layers:
            vectors += layer.seen(vectors)
        seen: Floats = vectors[rows]
        return seen


class _Layer:
    """Each word with the one before and the one behind it: the best of some pieces of every unit, brought to one scale."""

    def __init__(self, maxout: Any, norm: Any) -> None:
        weights = maxout.get_param("W")
        self._units = weights.shape[0]
        # By piece and unit, so that pieces are told from each other in long rows.
        self._weights = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).T)
        self._bias = maxout.get_param("b").T.reshape(-1)
        self._scale, self._shift = norm.get_param("G"), norm.get_param("b")

    def seen(self, vectors: Floats) -> Floats:
        width = vectors.shape[1]
        window = np.zeros((len(vectors), 3 * width), dtype=np.float32)
        window[1:, :width] = vectors[:-1]
        window[:, width : 2 * width] = vectors
        window[:-1, 2 * width :] = vectors[1:]
        pieces = window @ self._weights
        pieces += self._bias
        best: Floats = pieces[:, : self._units]
        for start in range(self._units, pieces.shape[1], self._units):
            best = np.maximum(best, pieces[:, start : start + self._units])
        best = best - best.mean(axis=1, keepdims=True)
        best /= np.sqrt(np.square(best).mean(axis=1, keepdims=True) + SMALLEST)
        best *= self._scale
        best += self._shift
        return best
