"""What a wording leaves open, for numbers and days alike."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

T = TypeVar("T", Decimal, date)


@dataclass(frozen=True, slots=True)
class Range(Generic[T]):
    """Everything a wording leaves open: "over 28 million" is more than 28 million.

    `None` as a bound is no bound. An open bound excludes its own value. A soft bound is one that usage suggests but
    does not promise: "over 28 million" suggests less than 29 million, and 35 million does not contradict it outright.
    `slack` is the factor by which a soft bound may be stretched at most: nobody writes "about 400" for 600.
    """

    low: T | None
    high: T | None
    low_soft: bool = False
    high_soft: bool = False
    low_open: bool = False
    high_open: bool = False
    slack: Decimal | None = None

    def meets(self, other: "Range[T]") -> bool:
        """Some value satisfies both wordings."""
        return not (self.is_below(other) or other.is_below(self))

    def is_below(self, other: "Range[T]") -> bool:
        """Every value of this range is smaller than every value of the other."""
        if self.high is None or other.low is None:
            return False
        if self.high == other.low:
            return self.high_open or other.low_open
        return self.high < other.low

    def hardened(self) -> "Range[T]":
        """The range without what usage only suggests: soft bounds are stretched by their slack, or lifted where they have none."""
        return Range(
            _stretched(self.low, self.slack, up=False) if self.low_soft else self.low,
            _stretched(self.high, self.slack, up=True) if self.high_soft else self.high,
            low_open=self.low_open,
            high_open=self.high_open,
        )

    def intersection(self, other: "Range[T]") -> "Range[T] | None":
        """The values that satisfy both wordings, None where there are none."""
        if not self.meets(other):
            return None
        lower, upper = _tighter_low(self, other), _tighter_high(self, other)
        return Range(
            lower.low,
            upper.high,
            low_soft=lower.low_soft,
            high_soft=upper.high_soft,
            low_open=lower.low_open,
            high_open=upper.high_open,
        )


def _stretched(bound: T | None, slack: Decimal | None, *, up: bool) -> T | None:
    if slack is None or not isinstance(bound, Decimal):
        return None
    return bound * slack if (bound > 0) == up else bound / slack


def _tighter_low(left: Range[T], right: Range[T]) -> Range[T]:
    if left.low is None:
        return right
    if right.low is None or left.low > right.low:
        return left
    if right.low > left.low:
        return right
    return left if left.low_open else right


def _tighter_high(left: Range[T], right: Range[T]) -> Range[T]:
    if left.high is None:
        return right
    if right.high is None or left.high < right.high:
        return left
    if right.high < left.high:
        return right
    return left if left.high_open else right
