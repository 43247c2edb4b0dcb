"""A figure rounded further than its hedge allows: "more than 25,000" for 24,800, "15 percent" for 14.46."""

from decimal import Decimal

from corroborate.check.differences import Difference, Finding
from corroborate.check.quantities import ROUNDING_SHARE
from corroborate.check.words import say
from corroborate.model.figures import Approx, Figure, Quantity
from corroborate.model.findings import DiscrepancyType


def rounding(difference: Difference) -> tuple[Finding, ...]:
    """The figures are one figure, rounded further than the hedge allows: "more than 25,000" for 24,800."""
    left, right = difference.leader.lead, difference.dissent.lead
    if not (isinstance(left, Quantity) and isinstance(right, Quantity)) or left.value is None or right.value is None:
        return ()
    coarse, fine = (left, right) if step(left) > step(right) else (right, left)
    if not difference.is_comparable or not (rounds(coarse, fine) or _are_neighbours(left, right)):
        return ()
    explanation = f"both can be roundings of one figure, though {say(coarse)}, taken at its word, leaves no room for {say(fine)}"
    return (
        Finding(DiscrepancyType.ROUNDING, "rounded_too_far", explanation, (difference.leader.statements, difference.dissent.statements)),
    )


def rounds(coarse: Quantity, fine: Quantity) -> bool:
    """Less than one step of the coarser figure lies between the two: "15 percent" for 14.46, "more than 180 million" for 179 million."""
    if fine.value is None or coarse.value is None or step(coarse) <= step(fine) or Approx.AT_MOST in (coarse.approx, fine.approx):
        return False
    off = abs(coarse.value - fine.value)
    return coarse.unit == fine.unit and off < step(coarse) and off <= ROUNDING_SHARE * abs(fine.value)


def step(quantity: Quantity) -> Decimal:
    """How finely the figure is told: the place of its last digit, beside a hedge that of the last one that is not a zero."""
    if quantity.value is None or quantity.approx is Approx.EXACT or not quantity.value:
        return quantity.grain
    digits, exponent = quantity.value.normalize().as_tuple()[1:]
    return max(quantity.grain, Decimal(10) ** int(exponent)) if digits else quantity.grain


def _are_neighbours(left: Quantity, right: Quantity) -> bool:
    """Two roundings to the same digit, one step apart: 28.7 and 28.8 million; whole numbers are counts and never are."""
    if left.value is None or right.value is None or left.grain != right.grain or left.unit != right.unit:
        return False
    written_rounded = left.range.low != left.range.high and right.range.low != right.range.high
    exact = left.approx is Approx.EXACT and right.approx is Approx.EXACT
    return exact and written_rounded and abs(left.value - right.value) == left.grain < abs(left.value) / 10


def is_loose_rounding(left: Figure, right: Figure) -> bool:
    """A hedged figure and a precise one beside it, on the wrong side of the hedge: "nearly 4,100" and 4,147."""
    if not (isinstance(left, Quantity) and isinstance(right, Quantity)):
        return False
    coarse, fine = (left, right) if step(left) > step(right) else (right, left)
    return coarse.approx is not Approx.EXACT and rounds(coarse, fine)
