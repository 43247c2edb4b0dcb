"""What the weights of a spaCy transition model think of each move that could be made, for many sentences at once."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.intp]

NOWHERE = -1


class Scores:
    """Scores moves by the tokens on which they depend, such as the next one and those that wait for a head.

    Half of the work is on each token by itself in each of these parts, and is done once for all of them.
    """

    def __init__(self, model: Any) -> None:
        self._project = model.get_ref("tok2vec").layers[-1]
        lower = model.get_ref("lower")
        self.parts, self._units = lower.get_dim("nF"), lower.get_dim("nO")
        self._places = np.arange(self.parts)
        # By part, piece and unit: the best of the pieces is told soonest so.
        self._weights = _flat(lower.get_param("W").transpose(0, 2, 1, 3), lower.get_dim("nI")).transpose(0, 2, 1)
        self._nothing = _flat(lower.get_param("pad")[0].transpose(0, 2, 1))
        self._bias = _flat(lower.get_param("b").T[None])[0]
        upper = model.get_ref("upper")
        self._upper = (np.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")) if model.attrs["has_upper"] else None
        self._unseen = sorted(model.attrs["unseen_classes"])

    def prepared(self, vectors: Floats) -> Floats:
        """Tokens in each part that they may have; row 0 of a part stands for no token."""
        told = self._project.predict(vectors)
        known: Floats = np.empty((self.parts, len(vectors) + 1, self._nothing.shape[1]), dtype=np.float32)
        known[:, 0] = self._nothing
        np.matmul(told, self._weights, out=known[:, 1:])
        known[0] += self._bias
        return known.reshape(-1, known.shape[2])

    def of(self, prepared: Floats, tokens: Integers) -> Floats:
        """The score of each move, by the places of the tokens in each part or NOWHERE: a row for each sentence."""
        rows = len(prepared) // self.parts
        pieces = np.add.reduce(prepared.take(tokens + (self._places * rows + 1), axis=0), axis=1)
        scores: Floats = pieces[:, : self._units]
        for start in range(self._units, pieces.shape[1], self._units):
            scores = np.maximum(scores, pieces[:, start : start + self._units])
        if self._upper is not None:
            scores = scores @ self._upper[0] + self._upper[1]
        if self._unseen:
            scores[:, self._unseen] = scores.min()
        return scores


def _flat(weights: Floats, *last: int) -> Floats:
    """All but the first and some last dimensions in one."""
    return np.ascontiguousarray(weights).reshape(len(weights), -1, *last)
