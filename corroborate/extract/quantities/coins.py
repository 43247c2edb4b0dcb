"""Cents, which are cents of something: of the currency that the text tells its sums in, of dollars where it tells none."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from corroborate.extract.quantities.occurrences import Found
from corroborate.extract.quantities.wording import tidy
from corroborate.model.figures import Kind, Quantity

CENT = "cent"
USUAL = "USD"
OF_CENTS = frozenset({"USD", "EUR", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "ZAR", "KES", "MUR", "TTD", "JMD", "BBD", "FJD"})
HUNDRED = Decimal(100)


def in_currency(found: Sequence[Found]) -> list[Found]:
    """The figures with their cents as parts of a currency: "$1.15, or 65 cents" is 0.65 dollars."""
    known = [one for one in found if one.quantity.unit in OF_CENTS]
    result, place = [], 0
    for one in found:
        while place + 1 < len(known) and known[place + 1].span.start < one.span.start:
            place += 1
        if one.kind is not Kind.MONEY or one.quantity.unit != CENT:
            result.append(one)
            continue
        code = known[place].quantity.unit if known else USUAL
        result.append(replace(one, quantity=_whole(one.quantity, code), rule=f"{one.rule}, cents of {code}"))
    return result


def _whole(quantity: Quantity, code: str | None) -> Quantity:
    leeway = replace(quantity.range, low=_hundredth(quantity.range.low), high=_hundredth(quantity.range.high))
    return replace(quantity, value=_hundredth(quantity.value), range=leeway, grain=quantity.grain / HUNDRED, unit=code)


def _hundredth(value: Decimal | None) -> Decimal | None:
    return None if value is None else tidy(value / HUNDRED)
