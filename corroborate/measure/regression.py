"""Logistic regression by Newton's method, with a ridge, and with weights held to the sign their meaning asks for."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

STEPS = 60
ENOUGH = 1e-8
"""Change of a weight that is none."""

STEEPEST = 30.0
"""Log odds beyond which a chance is 0 or 1."""


@dataclass(frozen=True, slots=True)
class Regression:
    """Log odds are `bias` plus the weighted features."""

    bias: float
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """What is learned from: a row of features each, whether it is a yes, and how much it counts."""

    features: Numbers
    truth: Numbers
    counts: Numbers


def fit(examples: Examples, *, signs: Sequence[int], ridge: float = 1.0) -> Regression:
    """The weights that make the examples likeliest; those of sign 1 are at least 0, those of sign -1 at most 0, of sign 0 free.

    `ridge` holds weights (not the bias) near 0, measured on features of standard deviation one, as one example would. A
    weight that would take the wrong sign is left out, and the others are fitted anew without it.
    """
    scale = np.where((spread := examples.features.std(axis=0)) > 0, spread, 1.0)
    rows = np.column_stack([np.ones(len(examples.features)), examples.features / scale])
    allowed = np.array([0, *signs])
    used = np.ones(len(allowed), dtype=bool)
    while True:
        found = np.zeros(len(allowed))
        found[used] = _newton(rows[:, used], examples, ridge)
        wrong = used & (found * allowed < 0)
        if not wrong.any():
            weights = found[1:] / scale
            return Regression(float(found[0]), tuple(float(weight) for weight in weights))
        used &= ~wrong


def _newton(rows: Numbers, examples: Examples, ridge: float) -> Numbers:
    weights = np.zeros(rows.shape[1])
    held = np.full(rows.shape[1], ridge)
    held[0] = 0.0
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -STEEPEST, STEEPEST)))
        slope = rows.T @ (examples.counts * (examples.truth - chance)) - held * weights
        curve = (rows * (examples.counts * chance * (1 - chance))[:, None]).T @ rows + np.diag(held + ENOUGH)
        step = np.linalg.solve(curve, slope)
        weights = weights + step * min(1.0, 5.0 / max(float(np.max(np.abs(step))), ENOUGH))
        if float(np.max(np.abs(step))) < ENOUGH:
            break
    found: Numbers = weights
    return found
