"""Counting what was asked for, given, and right."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """Values asked for, given, and right: of 10 figures 9 were given and 8 are right.

    >>> round(Score(gold=10, given=9, right=8).f1, 3)
    0.842
    """

    gold: int = 0
    given: int = 0
    right: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where nothing was asked for and nothing given."""
        return 2 * self.right / (self.gold + self.given) if self.gold + self.given else 1.0

    @property
    def precision(self) -> float:
        """How much of what was given is right."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """How much of what was asked for was given."""
        return self.right / self.gold if self.gold else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(self.gold + other.gold, self.given + other.given, self.right + other.right)


@dataclass(frozen=True, slots=True)
class Measured:
    """One measure of one set: a share between 0 and 1, of so many values."""

    measure: str
    share: float
    number: int


def f1(measure: str, score: Score) -> Measured:
    """F1 over the values asked for."""
    return Measured(measure, score.f1, score.gold)
