"""Amounts told in parts: "5 ft 8 in", "2 hours 14 minutes", "20 dollars and 43 cents", "a year and a half"."""

import re
from dataclasses import replace
from decimal import Decimal

from corroborate.extract.quantities.amounts import Amount, read_amount
from corroborate.extract.quantities.numbers import Number, fraction, read_number
from corroborate.extract.quantities.units import Unit
from corroborate.extract.quantities.wording import Writing, tidy
from corroborate.extract.quantities.written import ONES, TEENS
from corroborate.model.figures import Kind
from corroborate.model.units import MEASURES

# What the second part of a measure is told in.
SMALLER = {
    "foot": "inch", "stone": "pound", "pound": "ounce", "hour": "minute", "minute": "second", "year": "month", "week": "day", "day": "hour",
    "metre": "centimetre",
}  # fmt: skip
MOST_PARTS = 3

_THEN = re.compile(r",?\s(?:and\s)?|-|(?<=[a-z])(?=\d)")
_HALF = re.compile(r"\sand\s(?P<part>(?:a|one)\s(?:half|third|quarter)|three[\s-]quarters)(?![\w-])", re.IGNORECASE)
# "a 6-foot-4 guard", "a six-foot-two guard"
_INCHES = re.compile(rf"-(?P<inches>\d{{1,2}}|{ONES}|{TEENS})(?P<told>[\s-]inch(?:es)?)?(?![\w])(?!-\w)", re.IGNORECASE)
# A height: 5'8" with any kind of mark.
_PRIMES = re.compile(r"(?P<feet>[2-9])['’′]\s?(?P<inches>\d{1,2})(?:[\"”″]|''|’’)")
_COINS = re.compile(
    r"\s+(?:and\s+)?(?P<coins>\d{1,2}|[a-z]+(?:-[a-z]+)?)\s?(?:cents?|pence|pennies|sens?|c|p|kopiykas?|kopecks?|paise)(?!\w)"
    r"|(?<=[a-z])\s+(?:and\s+)?(?P<bare>\d{2})(?=\s*(?:[.,;)]|$))",
    re.IGNORECASE,
)


def whole_amount(text: str, position: int) -> Amount | None:
    """The amount that begins at `position` with all its parts, in the unit of the last part: "5 ft 8 in" is 68 inches."""
    height = _PRIMES.match(text, position)
    if height and int(height["inches"]) < 12:
        inches = Number(Decimal(12 * int(height["feet"]) + int(height["inches"])), Decimal(1), Writing.INTEGER)
        return Amount(position, height.end(), inches, height["feet"], Unit(Kind.MEASURE, "inch"), parts=2)
    amount = read_amount(text, position)
    if amount is None or amount.unit is None or amount.magnitude or amount.number.value != amount.number.value.to_integral_value():
        return amount
    if amount.unit.kind is Kind.MONEY:
        return _with_coins(text, amount)
    half = _HALF.match(text, amount.end)
    if half:
        part = read_number(half["part"])
        assert part is not None
        return replace(amount, end=half.end(), number=fraction(amount.number.value + part.value), parts=2)
    return _with_smaller(text, amount)


def _with_smaller(text: str, amount: Amount) -> Amount:
    for _ in range(MOST_PARTS - 1):
        unit = amount.unit
        if unit is None or unit.aged or unit.name not in SMALLER or "." in amount.digits:
            return amount
        name = SMALLER[unit.name]
        factor = MEASURES[unit.name].factor / MEASURES[name].factor
        second = _second(text, amount, name, factor)
        if second is None:
            return amount
        number = Number(tidy(amount.number.value * factor) + second.number.value, second.number.grain, second.number.writing)
        amount = replace(amount, end=second.end, number=number, unit=Unit(unit.kind, name), digits=second.digits, parts=amount.parts + 1)
    return amount


def _second(text: str, amount: Amount, name: str, factor: Decimal) -> Amount | None:
    """The next part, told in the next smaller unit: "8 in" behind "5 ft"."""
    short = _INCHES.match(text, amount.end) if name == "inch" else None
    number = read_number(short["inches"]) if short else None
    if short and number is not None and number.value < factor:
        return Amount(short.start("inches"), short.end(), number, short["inches"], Unit(Kind.MEASURE, name))
    then = _THEN.match(text, amount.end)
    second = read_amount(text, then.end()) if then else None
    if second is None or second.unit is None or second.unit.name != name or second.sign or second.number.value >= factor:
        return None
    return second


def _with_coins(text: str, amount: Amount) -> Amount:
    """The amount with the minor coins told behind it: "20 dollars and 43 cents"."""
    match = _COINS.match(text, amount.end)
    coins = read_number(match["coins"] or match["bare"]) if match else None
    if match is None or coins is None or not 0 < coins.value < 100:
        return amount
    hundredth = Decimal("0.01")
    number = Number(amount.number.value + coins.value * hundredth, hundredth, Writing.DECIMAL)
    return replace(amount, end=match.end(), number=number, parts=2)
