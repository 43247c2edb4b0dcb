"""Sums in different currencies held against each other at the user's rates, with room for rounding and for rates that drift."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from corroborate.check.quantities import overlap
from corroborate.check.words import say_day, say_quantity, say_unit, sentence, spoken
from corroborate.model.claims import Claim
from corroborate.model.figures import Kind, Quantity
from corroborate.model.findings import Assessment, Discrepancy, DiscrepancyType
from corroborate.model.ranges import Range
from corroborate.model.rates import Rates

# Newspapers convert at the rate of their own day, and round what comes out.
DRIFT = Decimal("0.03")
DIGITS = 3


def at_rates(assessments: Iterable[Assessment], claims: Mapping[str, Claim], rates: Rates) -> Iterator[Assessment]:
    """The assessments without the differences of currency that conversion explains; the others say what it gives.

    `claims` are by id.
    """
    for one in assessments:
        kept = (_converted(found, claims, rates) for found in one.discrepancies)
        yield replace(one, discrepancies=tuple(found for found in kept if found is not None))


def _converted(found: Discrepancy, claims: Mapping[str, Claim], rates: Rates) -> Discrepancy | None:
    """None where the sums are one; unchanged where there is nothing to convert."""
    sums = [_sum(side.claims, claims) for side in found.sides]
    if found.type is not DiscrepancyType.UNIT or len(sums) != 2 or sums[0] is None or sums[1] is None:
        return found
    (left, right), rate = (sums[0], sums[1]), rates.rate(sums[1].unit or "", sums[0].unit or "")
    if rate is None or right.value is None:
        return found
    if overlap(left.range, _in_other(right, rate)):
        return None
    told = f" on {say_day(rates.day)}" if rates.day is not None else ""
    into = say_unit(left.unit).strip()
    converted = f"{spoken(_rounded(right.value * rate))} {into}"
    explanation = (
        f"at {rate.quantize(Decimal('0.0001')).normalize():f} {into}{told} {say_quantity(right)} would be about {converted}, "
        f"which is not {say_quantity(left)} even with room for rounding and other days' rates"
    )
    return replace(found, reason=f"{_uncompared(found.reason)} {sentence(explanation)}")


def _uncompared(reason: str) -> str:
    """The reason without its last words, that the two are not compared."""
    return sentence(reason.rpartition(", so ")[0]) if reason.endswith("are not compared.") else reason


def _sum(claims: Iterable[str], known: Mapping[str, Claim]) -> Quantity | None:
    """The most exact sum of money of a side."""
    stated = [known[claim] for claim in claims if claim in known]
    sums = [one.figure for one in stated if one.kind is Kind.MONEY and isinstance(one.figure, Quantity) and one.figure.value is not None]
    return min(sums, key=lambda one: (one.grain, str(one.value)), default=None)


def _in_other(quantity: Quantity, rate: Decimal) -> Range[Decimal]:
    low, high = quantity.range.low, quantity.range.high
    return Range(None if low is None else low * rate * (1 - DRIFT), None if high is None else high * rate * (1 + DRIFT))


def _rounded(value: Decimal) -> Decimal:
    return Decimal(f"{value:.{DIGITS - 1}E}")
