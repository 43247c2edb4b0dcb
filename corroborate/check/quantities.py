"""Two quantities that answer one question: do their wordings leave room for each other?"""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

from corroborate.check.words import say_quantity
from corroborate.model.figures import Approx, Quantity, Role
from corroborate.model.findings import Comparison, Relation
from corroborate.model.ranges import Range
from corroborate.model.units import are_convertible, in_base_units

FROM_BELOW, FROM_ABOVE = frozenset({Approx.NEARLY, Approx.LESS_THAN, Approx.AT_MOST}), frozenset({Approx.MORE_THAN, Approx.AT_LEAST})
ONE_SIDED = frozenset({Approx.NEARLY, Approx.MORE_THAN, Approx.AT_LEAST, Approx.LESS_THAN})
ROUNDABLE = {Approx.EXACT, Approx.ABOUT}
# "Dozens" are 24 to 99, and 105 may pass for them; 140 does not.
VAGUE_SHARE = Decimal("0.1")
TON, TONNE = "ton", "tonne"
TEN, HUNDRED = Decimal(10), Decimal(100)
# Nobody takes "100 people" for the rounding of 140; "24,000" is that of 24,480.
ROUNDING_SHARE = Decimal("0.1")
# "400" without any hedge is a poor rounding of 434, though 412 passes.
FAIR_SHARE = Decimal("0.05")
REACH = Decimal("1.25")
CHANGES = re.compile(
    r"\b(?:inflation|deflation|growth|premium|discount|rise|increase|fall|drop|decline|decrease|cut|gain|loss|jump|surge|slump|hike)s?\b",
    re.IGNORECASE,
)
# A month is told for 29 to 32 days.
CONVERTED_SHARE = Decimal("0.05")


def compare(left: Quantity, right: Quantity) -> Comparison:
    """Relate two quantities that answer the same question; the order of the two does not matter."""
    left, right = _ordered(left, right)
    obstacle = _obstacle(left, right)
    if obstacle is not None:
        return Comparison(Relation.INCOMPARABLE, obstacle)
    if left.direction * right.direction < 0:
        return Comparison(Relation.CONFLICT, f"one says {_change(left)}, the other {_change(right)}")
    if _are_two_maxima(left, right):
        return Comparison(Relation.TENSION, f"{say_quantity(left)} and {say_quantity(right)} are two maxima of one thing")
    if _are_two_ranges(left, right):
        return Comparison(Relation.TENSION, f"{say_quantity(left)} and {say_quantity(right)} are two ranges that have one end in common")
    return _relate_tons(left, right, _relate(left, right))


def _relate_tons(left: Quantity, right: Quantity, as_short: Comparison) -> Comparison:
    """Which ton is meant hangs on the writer's country: "seven tons" leaves room for 7,200 kilograms; "16.5 tonnes" is another unit."""
    is_open = (left.unit == TON) != (right.unit == TON) and as_short.relation in (Relation.TENSION, Relation.CONFLICT)
    if not is_open or left.value == right.value:
        return as_short
    first, second = (replace(one, unit=TONNE) if one.unit == TON else one for one in (left, right))
    as_metric = _relate(first, second)
    return as_short if as_metric.relation is Relation.CONFLICT else as_metric


def _ordered(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity]:
    first, second = _order(left), _order(right)
    if first == second:
        # Spelling a quantity out costs more than all else; it only matters between those that differ in nothing else.
        first, second = (str(left),), (str(right),)
    return (left, right) if first <= second else (right, left)


def _order(quantity: Quantity) -> tuple[Any, ...]:
    low, high = quantity.range.low, quantity.range.high
    return (
        Decimal("-Infinity") if low is None else low,
        Decimal("Infinity") if high is None else high,
        Decimal("-Infinity") if quantity.value is None else quantity.value,
        quantity.approx,
    )


def _obstacle(left: Quantity, right: Quantity) -> str | None:
    if left.role is not right.role and not _is_share_by_another_name(left, right):
        return f"one is a {left.role}, the other a {right.role}"
    if left.unit != right.unit and not are_convertible(left.unit, right.unit):
        return f"one is in {left.unit or 'no unit'}, the other in {right.unit or 'no unit'}"
    if left.per != right.per and not (None in (left.per, right.per) and are_equal(left, right)):
        return f"one is per {left.per or 'no period'}, the other per {right.per or 'no period'}"
    return None


def _is_share_by_another_name(left: Quantity, right: Quantity) -> bool:
    """ "Turnout of 48 percent" and "48 percent of voters": a share may be given as a level, and a rise as "inflation of 4 percent"."""
    if left.unit != right.unit or left.unit != "%":
        return False
    roles = {left.role, right.role}
    return roles == {Role.LEVEL, Role.SHARE} or (roles == {Role.LEVEL, Role.CHANGE} and names_change(left) and names_change(right))


def names_change(quantity: Quantity) -> bool:
    """It is told as a change, or its noun is one: "inflation", "a premium of"."""
    return quantity.role is Role.CHANGE or CHANGES.search(quantity.counted or "") is not None


def _relate(left: Quantity, right: Quantity) -> Comparison:
    first, second = say_quantity(left), say_quantity(right)
    one, other = _in_one_unit(left, right)
    if are_equal(one, other) and not _are_opposed(one, other):
        return Comparison(Relation.SAME, f"both say {first}" if first == second else f"{first} and {second} name the same figure")
    if overlap(one.range, other.range):
        return Comparison(Relation.COMPATIBLE, f"{first} leaves room for {second}")
    if Approx.VAGUE in (left.approx, right.approx):
        return _relate_vague(one, other)
    if _is_within_reach(one, other) or _is_within_reach(other, one):
        return Comparison(Relation.COMPATIBLE, f"{first} leaves room for {second}")
    if is_rounding(one, other) or is_rounding(other, one):
        coarse, fine = (first, second) if one.grain > other.grain else (second, first)
        if left.unit == right.unit and _is_rounded_far(one, other):
            return Comparison(Relation.TENSION, f"{coarse} is rather far from {fine} to be its rounding")
        return Comparison(Relation.COMPATIBLE, f"{coarse} is {fine} rounded")
    if left.unit != right.unit and _meet_converted(one, other, 1):
        return Comparison(Relation.COMPATIBLE, f"{first} leaves room for {second}, as what is converted is rounded")
    if _is_rounded_share(one, other) or _is_rounded_share(other, one):
        return Comparison(Relation.COMPATIBLE, f"{first} leaves room for {second}, as percentages are printed rounded")
    stretched = left.unit != right.unit and _meet_converted(one, other, 2)
    if stretched or _may_be_close_to(one, other) or overlap(one.range.hardened(), other.range.hardened()):
        return Comparison(Relation.TENSION, f"{first} hardly leaves room for {second}, though its wording does not rule it out")
    return Comparison(Relation.CONFLICT, f"{first} and {second} cannot both be right")


def _in_one_unit(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity]:
    return (left, right) if left.unit == right.unit else (in_base_units(left), in_base_units(right))


def _are_two_maxima(left: Quantity, right: Quantity) -> bool:
    """Waves "up to 1.5 metres" high and "as high as six metres": both may be true of a single wave, and hardly of the highest."""
    if left.approx is not Approx.AT_MOST or right.approx is not Approx.AT_MOST:
        return False
    one, other = _in_one_unit(left, right)
    if one.value is None or other.value is None:
        return False
    lower, higher = sorted((abs(one.value), abs(other.value)))
    return higher > REACH * lower


def _are_two_ranges(left: Quantity, right: Quantity) -> bool:
    """A price "between 22 and 26 euros" and "between 22 and 28": each outlet prints the range that it was told."""
    if left.approx is not Approx.BETWEEN or right.approx is not Approx.BETWEEN or left.unit != right.unit:
        return False
    return (left.range.low == right.range.low) != (left.range.high == right.range.high)


def _is_within_reach(least: Quantity, exact: Quantity) -> bool:
    """A count said to be a minimum is soon passed: "at least 14" leaves room for 16, though hardly for 31."""
    if least.approx is not Approx.AT_LEAST or exact.approx is not Approx.EXACT or least.value is None or exact.value is None:
        return False
    return 0 < least.value <= exact.value <= REACH * least.value


def are_equal(left: Quantity, right: Quantity) -> bool:
    """The same point, or where no point is named the same bounds; how it is hedged does not matter."""
    if left.value is not None or right.value is not None:
        return left.value == right.value
    return (left.range.low, left.range.high) == (right.range.low, right.range.high)


def _are_opposed(left: Quantity, right: Quantity) -> bool:
    """One stays below the mark that the other passes: "nearly $1 billion" and "more than $1 billion"."""
    for below, above in ((left, right), (right, left)):
        if below.approx in FROM_BELOW and above.approx in FROM_ABOVE:
            return below.range.is_below(above.range)
    return False


def _may_be_close_to(left: Quantity, right: Quantity) -> bool:
    """ "Close to" is read as "nearly", yet may be said from above: beside "more than" the same figure it is no flat contradiction."""
    return Approx.NEARLY in (left.approx, right.approx) and are_equal(left, right)


def overlap(left: Range[Decimal], right: Range[Decimal]) -> bool:
    """The ranges share more than the seam between two neighbouring roundings: 28.7 and 28.8 million only touch."""
    if not left.meets(right):
        return False
    shared = left.intersection(right)
    seam = shared is not None and shared.low is not None and shared.low == shared.high
    return not (seam and _has_width(left) and _has_width(right))


def _has_width(bounds: Range[Decimal]) -> bool:
    return bounds.low is None or bounds.high is None or bounds.low < bounds.high


def is_rounding(coarse: Quantity, fine: Quantity) -> bool:
    """`coarse` is `fine` rounded, or cut, at its own last digit: "24,000" for 24,480, "3 percent" for 3.4."""
    if coarse.approx not in ROUNDABLE or coarse.value is None or fine.value is None:
        return False
    if coarse.grain > fine.grain:
        return rounds_to(coarse, fine.value)
    return _is_to_the_ten(coarse) and not _is_to_the_ten(fine) and abs(coarse.value - fine.value) <= TEN / 2


def _is_to_the_ten(quantity: Quantity) -> bool:
    """A count in the hundreds and up that ends in a zero, "290", may have been rounded to it."""
    return quantity.value is not None and abs(quantity.value) > HUNDRED and quantity.value % TEN == 0


def rounds_to(coarse: Quantity, fine: Decimal) -> bool:
    """Cutting or rounding `fine` at the grain of `coarse` gives the value of `coarse`."""
    if coarse.value is None or (coarse.value < 0) != (fine < 0):
        return False
    value, exact = abs(coarse.value), abs(fine)
    if coarse.grain > 1 and abs(value - exact) > ROUNDING_SHARE * exact:
        return False
    return value - coarse.grain / 2 <= exact < value + coarse.grain


def _is_rounded_far(left: Quantity, right: Quantity) -> bool:
    """What is left out matters; below ten there are only whole numbers to choose from: 3 percent for 3.4."""
    if left.value is None or right.value is None or max(left.grain, right.grain) <= 1:
        return False
    return abs(left.value - right.value) > FAIR_SHARE * max(abs(left.value), abs(right.value))


def _is_rounded_share(plain: Quantity, hedged: Quantity) -> bool:
    """A bare percentage is rounded at its last digit: "51 percent" leaves room for "nearly 52"."""
    if plain.unit != "%" or plain.value is None or plain.approx is not Approx.EXACT or hedged.approx not in ONE_SIDED:
        return False
    half = plain.grain / 2
    return overlap(Range(plain.value - half, plain.value + half, high_open=True), hedged.range)


def _meet_converted(left: Quantity, right: Quantity, times: int) -> bool:
    """Each may have been rounded in its own unit, that many times as far as is usual: "ten miles" and "16 kilometres"."""
    return overlap(_loosened(left, times), _loosened(right, times))


def _loosened(quantity: Quantity, times: int) -> Range[Decimal]:
    low, high = quantity.range.low, quantity.range.high
    if quantity.approx is not Approx.EXACT or quantity.value is None or low is None or high is None:
        return quantity.range
    width = times * min(quantity.grain / 2, CONVERTED_SHARE * abs(quantity.value))
    return Range(min(low, quantity.value - width), max(high, quantity.value + width))


def _relate_vague(left: Quantity, right: Quantity) -> Comparison:
    """Words without a number end nowhere sharply, but nobody says dozens of 140."""
    lower, upper = (left, right) if left.range.is_below(right.range) else (right, left)
    first, second = say_quantity(lower), say_quantity(upper)
    ceiling, floor = lower.range.high, upper.range.low
    if ceiling is not None and floor is not None and floor - ceiling > VAGUE_SHARE * max(abs(ceiling), abs(floor)):
        return Comparison(Relation.TENSION, f"a wording without a number would hardly be chosen: {first} against {second}")
    return Comparison(Relation.COMPATIBLE, f"a wording without a number leaves room: {first} against {second}")


def _change(quantity: Quantity) -> str:
    return f"{'up' if quantity.direction > 0 else 'down'} by {say_quantity(quantity)}"
