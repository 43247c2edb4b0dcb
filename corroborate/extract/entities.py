"""Entity spans by the weights of a spaCy recogniser, a token of every sentence at a time.

What spaCy does for one token after another, with a lock taken for each of its moves, is done here for all sentences
side by side; the answers are the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

Floats = NDArray[np.float32]
Integers = NDArray[np.intp]

BEGINS, INSIDE, OUTSIDE = 3, 1, 2
"""How spaCy numbers the places of a token: the first of an entity, one of the others, in none."""

PLACES = {"B": BEGINS, "I": INSIDE, "L": INSIDE, "U": BEGINS, "O": OUTSIDE}
NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Found:
    """For each token of some sentences its place in an entity, and the number of the entity's name or NOWHERE."""

    places: Integers
    labels: Integers
    names: tuple[str, ...]


class Entities:
    """Finds entities with the model of a component that finds them one token after another."""

    def __init__(self, recogniser: Any) -> None:
        model = recogniser.model
        self._project = model.get_ref("tok2vec").layers[-1]
        self._lower, self._upper = model.get_ref("lower"), model.get_ref("upper")
        self._has_upper = bool(model.attrs["has_upper"])
        moves = [recogniser.moves.get_class_name(number).partition("-") for number in range(recogniser.moves.n_moves)]
        self._names = tuple(sorted({label for _, _, label in moves if label}))
        self._kind = np.array([PLACES.get(kind, 0) for kind, _, _ in moves])
        self._closes = np.array([kind in ("L", "U", "O") for kind, _, _ in moves])
        self._label = np.array([self._names.index(label) if label else NOWHERE for _, _, label in moves])
        self._unseen = sorted(model.attrs["unseen_classes"])
        self._forbidden = np.array([[[_forbidden(moves, open_, *where) for where in _WHERE]] for open_ in ["", *self._names]])[:, 0]

    def find(self, sentences: Sequence[Doc]) -> Found:
        """The entities of sentences, each a document of its own whose tensor holds the vectors of its tokens."""
        vectors = np.concatenate([sentence.tensor for sentence in sentences])
        blank = np.concatenate([sentence.to_array("IS_SPACE") for sentence in sentences]) > 0
        places, labels = self._walk(vectors, np.array([len(sentence) for sentence in sentences]), blank)
        return Found(places, labels, self._names)

    def _walk(self, vectors: Floats, lengths: Integers, blank: NDArray[np.bool_]) -> tuple[Integers, Integers]:
        features = self._lower.predict(self._project.predict(vectors))
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
        return place, label

    def _scores(self, features: Floats, token: Integers, first: Integers, last: Integers) -> Floats:
        """The score of each move, from the token, the first and the last of the entity that it would go on."""
        # The first row stands for no token.
        summed = features[token + 1, 0] + features[first + 1, 1] + features[last + 1, 2] + self._lower.get_param("b")
        scores: Floats = summed.max(axis=-1)
        if self._has_upper:
            scores = scores @ self._upper.get_param("W").T + self._upper.get_param("b")
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
