"""Entity spans by the weights of a spaCy recogniser, a token of every sentence at a time.

What spaCy does for one token after another, with a lock taken for each of its moves, is done here for all sentences
side by side; the answers are the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corroborate.extract.moves import NOWHERE, Floats, Integers, Scores

BEGINS, INSIDE, OUTSIDE = 3, 1, 2
"""How spaCy numbers the places of a token: the first of an entity, one of the others, in none."""

PLACES = {"B": BEGINS, "I": INSIDE, "L": INSIDE, "U": BEGINS, "O": OUTSIDE}


@dataclass(frozen=True, slots=True)
class Found:
    """For each token of some sentences its place in an entity, and the number of the entity's name or NOWHERE."""

    places: Integers
    labels: Integers


class Entities:
    """Finds entities with the model of a component that finds them one token after another."""

    def __init__(self, recogniser: Any) -> None:
        self._scores = Scores(recogniser.model)
        moves = [recogniser.moves.get_class_name(number).partition("-") for number in range(recogniser.moves.n_moves)]
        self.names = tuple(sorted({label for _, _, label in moves if label}))
        closing = [kind in ("L", "U", "O") for kind, _, _ in moves]
        self._place = np.array([PLACES.get(kind, 0) for kind, _, _ in moves])
        self._label = np.array([self.names.index(label) if label else NOWHERE for _, _, label in moves])
        self._opened = np.where(closing, NOWHERE, self._label)
        forbidden = [[_forbidden(moves, open_, *where) for where in _WHERE] for open_ in ["", *self.names]]
        self._penalty = np.where(forbidden, -np.inf, 0).astype(np.float32)

    def find(self, vectors: Floats, lengths: Integers, blank: NDArray[np.bool_]) -> Found:
        """The entities of sentences of some `lengths`, by the vectors of their tokens; `blank` are tokens without a letter or mark."""
        prepared = self._scores.prepared(vectors)
        made = np.zeros(len(vectors), dtype=np.intp)
        order = np.argsort(lengths, kind="stable")[::-1]
        sizes = lengths[order]
        starts = (np.cumsum(lengths) - lengths)[order]
        where = blank.astype(np.intp)
        where[starts + sizes - 1] += 2
        # The token, and the first and the last of the entity that it would go on; and the label of that entity.
        asked = np.full((len(starts), self._scores.parts), NOWHERE)
        open_ = np.full(len(starts), NOWHERE)
        active = np.searchsorted(-sizes, -np.arange(sizes[0] if len(sizes) else 0), side="left").tolist()
        for step, count in enumerate(active):
            tokens, told = starts[:count] + step, asked[:count]
            told[:, 0] = tokens
            scores = self._scores.of(prepared, told)
            scores += self._penalty[open_[:count] + 1, where[tokens]]
            made[tokens] = move = scores.argmax(axis=1)
            open_[:count] = opened = self._opened[move]
            within = opened != NOWHERE
            told[:, 1] = np.where(within, np.where(told[:, 1] == NOWHERE, tokens, told[:, 1]), NOWHERE)
            told[:, 2] = np.where(within, tokens, NOWHERE)
        return Found(self._place[made], self._label[made])


_WHERE = ((False, False), (False, True), (True, False), (True, True))
"""Is it the last token, is it blank; in the order of twice the one and once the other."""


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
