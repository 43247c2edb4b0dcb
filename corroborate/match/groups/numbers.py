"""Figures as plain numbers in base units, so that a pair of them costs next to nothing to compare."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from math import floor, inf, log10
from operator import attrgetter

from corroborate.model.digits import neighbours_swapped
from corroborate.model.figures import Kind, Quantity
from corroborate.model.units import in_base_units

CONVERTED = (Kind.MEASURE, Kind.DURATION)
AGE = "age"
ROUND = 10
OFF = 0.02
"""Share by which a number may be rounded without a word."""

NEIGHBOUR = 10
"""Neighbouring roundings are of one figure where the figure has at least so many steps of its grain."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a wording leaves open, in numbers: "more than 1,800 metres" and "1.9 kilometres" are comparable.

    `digits` counts the written figures that tell something: 2 for 25,000, 5 for 24,973.
    """

    value: float | None
    low: float
    high: float
    grain: float
    digits: int
    low_open: bool = False
    high_open: bool = False
    is_round: bool = False
    """Its last telling digit, as written, stands for tens or more."""

    def plain(self) -> tuple[float | None, ...]:
        """Its fields in order, of which it can be made again."""
        return FIELDS(self)

    @property
    def is_open(self) -> bool:
        """The wording names no point and leaves one side open: "dozens or more"."""
        return self.value is None and (self.low == -inf or self.high == inf)


FIELDS: Callable[[Numbers], tuple[float | None, ...]] = attrgetter(*(one.name for one in fields(Numbers)))


def numbers_of(quantity: Quantity, kind: Kind) -> Numbers:
    """The numbers of a quantity; lengths, weights and times in their base units."""
    digits = len(quantity.value.normalize().as_tuple().digits) if quantity.value is not None else 0
    # Of one person's age outlets are a year apart.
    is_round = quantity.grain >= ROUND or quantity.counted == AGE
    if kind in CONVERTED and quantity.unit is not None:
        quantity = in_base_units(quantity)
    bounds = quantity.range
    return Numbers(
        None if quantity.value is None else float(quantity.value),
        -inf if bounds.low is None else float(bounds.low),
        inf if bounds.high is None else float(bounds.high),
        float(quantity.grain),
        digits,
        bounds.low_open,
        bounds.high_open,
        is_round,
    )


def meet(first: Numbers, second: Numbers) -> bool:
    """Both figures may stand for one true value."""
    if first.value is not None and first.value == second.value:
        return True
    if not _is_below(first, second) and not _is_below(second, first):
        return True
    # Roundings of one figure lie no further apart than the coarser grain: most figures do.
    if first.value is None or second.value is None or abs(first.value - second.value) > max(first.grain, second.grain):
        return False
    return _rounds(first, second) or _rounds(second, first) or _touch(first, second)


def fit(first: Numbers, second: Numbers) -> float:
    """How telling it is that two figures may be the same: 0 where they cannot be, 1 and more for many shared digits."""
    if not meet(first, second):
        return 0.0
    precision = float(first.digits) if first.value is not None and first.value == second.value else _closeness(first, second)
    size = abs(first.value or second.value or 1.0)
    return min(1.4, max(0.0, 0.3 * precision - 0.1 + 0.1 * log10(size + 1) * min(1.0, precision)))


def rounds_off(first: Numbers, second: Numbers) -> bool:
    """One of the numbers is the other in fewer digits, and hardly differs from it: 752 and 750."""
    if first.value is None or second.value is None or first.digits == second.digits or not first.value or not second.value:
        return False
    fine, coarse = (first, second) if first.digits > second.digits else (second, first)
    value = abs(coarse.value or 0.0)
    step: float = 10.0 ** (floor(log10(value)) + 1 - coarse.digits)
    off = abs((fine.value or 0.0) - (coarse.value or 0.0))
    return off <= step / 2 and off <= OFF * value


def swapped(first: Quantity, second: Quantity) -> bool:
    """Two digits that stand side by side in the one have changed places in the other: 45 and 54, 1.38 and 1.83."""
    if first.value is None or second.value is None or first.value == second.value:
        return False
    (_, one, scale), (_, other, size) = (figure.value.normalize().as_tuple() for figure in (first, second) if figure.value is not None)
    return scale == size and neighbours_swapped(one, other)


def _is_below(first: Numbers, second: Numbers) -> bool:
    if first.high == second.low:
        return first.high_open or second.low_open
    return first.high < second.low


def _closeness(first: Numbers, second: Numbers) -> float:
    """Orders of magnitude by which the stretch that both figures span is smaller than the figures."""
    if first.is_open or second.is_open:
        return 0.0
    ends = [end for one in (first, second) for end in (one.low, one.high, one.value) if end is not None and end not in (inf, -inf)]
    largest = max(ends, default=0.0)
    return -log10(max(1e-6, (largest - min(ends)) / largest)) if largest > 0 else 0.0


def _rounds(fine: Numbers, coarse: Numbers) -> bool:
    if fine.value is None or coarse.value is None or coarse.grain <= fine.grain:
        return False
    return abs(fine.value - coarse.value) < coarse.grain


def _touch(first: Numbers, second: Numbers) -> bool:
    """Neighbouring roundings of one figure: "more than 1,800" and "1,900"."""
    if first.value is None or second.value is None or first.grain != second.grain or not first.is_round:
        return False
    return abs(first.value - second.value) <= first.grain <= max(abs(first.value), abs(second.value)) / NEIGHBOUR
