"""Errors that two outlets hardly make independently."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

UNUSUAL_DIGITS = 3
"""Significant digits from which swapped ones shared by two outlets are no accident."""


def shared_slips(values: Sequence[Decimal | None]) -> list[list[int]]:
    """Places of values that are the same slip of the pen, which the usual value shows to be one.

    Agreement on the usual value is no evidence of copying, and neither is an unusual one that is no slip.
    """
    counts = Counter(value for value in values if value is not None)
    if len(counts) < 2:
        return []
    usual, support = max(counts.items(), key=lambda counted: (counted[1], counted[0]))
    slips = [value for value, count in counts.items() if 1 < count < support and is_slip(value, usual)]
    return [[place for place, value in enumerate(values) if value == slip] for slip in slips]


def is_slip(value: Decimal, usual: Decimal) -> bool:
    """Digits swapped, or a zero too many in a figure of some digits."""
    first, second = (figure.normalize().as_tuple() for figure in (value, usual))
    if first.digits == second.digits:
        return len(first.digits) > 1 and value != usual
    swapped = sorted(first.digits) == sorted(second.digits) and first.exponent == second.exponent
    return swapped and len(first.digits) >= UNUSUAL_DIGITS
