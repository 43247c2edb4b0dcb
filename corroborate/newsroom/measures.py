"""What scores are counted in."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """How many were right of those found, and found of those expected."""

    right: float
    found: float
    expected: float

    @property
    def precision(self) -> float:
        """The share of what was found that is right; nothing found is nothing wrong."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what was expected that was found."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        return (
            f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  ({self.right:g} of {self.found:g}, {self.expected:g} expected)"
        )


@dataclass(frozen=True, slots=True)
class Share:
    """How many of all are as they should be."""

    right: int
    of: int

    @property
    def value(self) -> float:
        """The share itself; of none, all are right."""
        return self.right / self.of if self.of else 1.0

    def __str__(self) -> str:
        return f"{self.value:.3f}  ({self.right} of {self.of})"


def bcubed(wanted: Mapping[str, str], given: Mapping[str, str], *, within: Collection[str] | None = None) -> Measure:
    """BCubed of what was put together against what belongs together, over what belongs to one of `within` alone if given."""
    both = Counter((wanted[one], home) for one, home in given.items())
    put, belong = Counter(given.values()), Counter(wanted[one] for one in given)
    counted = [one for one in given if within is None or wanted[one] in within]
    precision = sum(both[wanted[one], given[one]] / put[given[one]] for one in counted)
    recall = sum(both[wanted[one], given[one]] / belong[wanted[one]] for one in counted)
    return discovered(precision, len(counted), recall, len(counted))


def discovered(right: float, found: float, settled: float, expected: float) -> Measure:
    """A measure whose precision and recall count different things, scaled so that both come out."""
    if not expected or not found:
        return Measure(0, found, expected)
    return Measure(right, found, right * expected / settled) if settled else Measure(0, found, expected)
