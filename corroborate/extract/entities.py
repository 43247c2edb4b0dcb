"""Entity spans by the weights of a spaCy recogniser, a token of every sentence at a time.

What spaCy does for one token after another, with a lock taken for each of its moves, is done here for all sentences
side by side; the answers are the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corroborate.extract.contexts import Floats, Integers

BEGINS, INSIDE, OUTSIDE = 3, 1, 2
"""How spaCy numbers the places of a token: the first of an entity, one of the others, in none."""

PLACES = {"B": BEGINS, "I": INSIDE, "L": INSIDE, "U": BEGINS, "O": OUTSIDE}
NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Found:
    """For each token of some sentences its place in an entity, and the number of the entity's name or NOWHERE."""

    places: Integers
    labels: Integers


class Entities:
    """Finds entities with the model of a component that finds them one token after another."""

    def __init__(self, recogniser: Any) -> None:
        model = recogniser.model
        self._project = model.get_ref("tok2vec").layers[-1]
        self._lower, self._bias = model.get_ref("lower"), model.get_ref("lower").get_param("b").T
        upper = model.get_ref("upper")
        self._upper = (upper.get_param("W").T, upper.get_param("b")) if model.attrs["has_upper"] else None
        moves = [recogniser.moves.get_class_name(number).partition("-") for number in range(recogniser.moves.n_moves)]
        self.names = tuple(sorted({label for _, _, label in moves if label}))
        self._kind = np.array([PLACES.get(kind, 0) for kind, _, _ in moves])
        self._closes = np.array([kind in ("L", "U", "O") for kind, _, _ in moves])
        self._label = np.array([self.names.index(label) if label else NOWHERE for _, _, label in moves])
        self._unseen = sorted(model.attrs["unseen_classes"])
        self._forbidden = np.array([[[_forbidden(moves, open_, *where) for where in _WHERE]] for open_ in ["", *self.names]])[:, 0]

    def find(self, vectors: Floats, lengths: Integers, blank: NDArray[np.bool_]) -> Found:
        """The entities of sentences of some `lengths`, by the vectors of their tokens; `blank` are tokens without a letter or mark."""
        # By feature, token (the first row stands for none), piece and unit: the best of the pieces is told soonest so.
        features = np.ascontiguousarray(self._lower.predict(self._project.predict(vectors)).transpose(1, 0, 3, 2))
        features[0] += self._bias
        place, label = np.full(len(vectors), OUTSIDE), np.full(len(vectors), NOWHERE)
        order = np.argsort(lengths, kind="stable")[::-1]
        sizes = lengths[order]
        starts = (np.cumsum(lengths) - lengths)[order]
        first, open_ = np.full(len(starts), NOWHERE), np.full(len(starts), NOWHERE)
        for step in range(int(sizes[0]) if len(sizes) else 0):
            active = int(np.searchsorted(-sizes, -step, side="left"))
            tokens, begun = starts[:active] + step, first[:active]
            inside = begun != NOWHERE
            scores = self._scores(features, tokens, begun, np.where(inside, tokens - 1, NOWHERE))
            where = 2 * (sizes[:active] == step + 1) + blank[tokens]
            scores[self._forbidden[open_[:active] + 1, where]] = -np.inf
            move = scores.argmax(axis=1)
            place[tokens], label[tokens] = self._kind[move], self._label[move]
            first[:active] = np.where(self._closes[move], NOWHERE, np.where(inside, begun, tokens))
            open_[:active] = np.where(self._closes[move], NOWHERE, self._label[move])
        return Found(place, label)

    def _scores(self, features: Floats, token: Integers, first: Integers, last: Integers) -> Floats:
        """The score of each move, from the token, the first and the last of the entity that it would go on."""
        scores: Floats = (features[0][token + 1] + features[1][first + 1] + features[2][last + 1]).max(axis=1)
        if self._upper is not None:
            scores = scores @ self._upper[0] + self._upper[1]
        if self._unseen:
            scores[:, self._unseen] = scores.min()
        return scores


_WHERE = ((False, False), (False, True), (True, False), (True, True))


def _forbidden(moves: Sequence[tuple[str, str, str]], open_: str, is_last: bool, is_blank: bool) -> list[bool]:
    """Which moves cannot be made, with an entity of a label open or none, on the last token or a blank one."""
    return [not _allowed(kind, label, open_, is_last, is_blank) for kind, _, label in moves]


def _allowed(kind: str, label: str, open_: str, is_last: bool, is_blank: bool) -> bool:
    if kind == "O":
        return not open_
    if kind == "B":
        return not open_ and bool(label) and not is_last and not is_blank
    if kind == "U":
        return not open_ and bool(label) and not is_blank
    if kind == "I":
        return bool(open_) and label == open_ and not is_last
    return kind == "L" and bool(open_) and label == open_
