"""Amounts of a text one after the other, those written in two parts made one: "$20 to $25 million", "20 dollars and 43 cents"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from corroborate.extract.neighbours import words_before
from corroborate.extract.quantities.amounts import START, Amount, read_amount
from corroborate.extract.quantities.movements import movement_before
from corroborate.extract.quantities.numbers import Number, read_number, scaled
from corroborate.extract.quantities.wording import Writing
from corroborate.model.figures import Kind


def amounts(text: str, hidden: list[tuple[int, int]]) -> Iterator[Amount]:
    """Every amount outside the hidden stretches, in order and without overlap."""
    position, stretch = 0, 0
    while True:
        match = START.search(text, position)
        if match is None:
            return
        while stretch < len(hidden) and hidden[stretch][1] <= match.start():
            stretch += 1
        if stretch < len(hidden) and hidden[stretch][0] < match.end():
            position = max(hidden[stretch][1], match.start() + 1)
            continue
        amount = read_amount(text, match.start())
        until = hidden[stretch][0] if stretch < len(hidden) else len(text)
        if amount is None or amount.end > until:
            position = match.start() + 1 if match.end() == match.start() else match.end()
            continue
        whole = _with_coins(text, _extended(text, amount, until))
        amount = whole if whole.end <= until else amount
        yield amount
        position = max(amount.end, match.start() + 1)


_JOIN = re.compile(r"-\s+(?P<hung>to)\s+|\s?(?P<dash>[-–—]|--)\s?|\s+(?P<word>to|and|or)[\s-]+|-(?P<hyphened>to)-\s?", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:between|anywhere from|ranging from|ranged from|ranges from|range from|range of|from|in)\s+(?:about\s+|around\s+)?$", re.IGNORECASE
)


def _extended(text: str, amount: Amount, until: int) -> Amount:
    """The amount with the other end of its range, if one follows: "$20 to $25 million"."""
    join = _JOIN.match(text, amount.end)
    if join is None or join.end() >= until:
        return amount
    second = read_amount(text, join.end())
    if second is None or second.end > until or second.sign in ("-", "+"):
        return amount
    amount = _in_metres(text, amount, second)
    connector = (join["hung"] or join["dash"] or join["word"] or join["hyphened"]).lower()
    carried = _carried(amount, second)
    if carried is None or not _is_range(text, carried, second, connector):
        return amount
    return replace(
        second,
        start=carried.start,
        number=carried.number,
        high=second.number,
        digits=carried.digits,
        unit=second.unit or carried.unit,
        connector=connector,
        magnitude=carried.magnitude or second.magnitude,
    )


def _in_metres(text: str, first: Amount, second: Amount) -> Amount:
    """ "130m to 140m long": the second end tells that the first is no million."""
    if second.unit is None or second.unit.name != "metre" or first.unit is not None or text[first.end - 1 : first.end] != "m":
        return first
    plain = read_number(first.digits)
    return first if plain is None else replace(first, number=plain, unit=second.unit, magnitude=False)


_TRAILING_SCALE = re.compile(r"[\s-](?:hundred|thousand|lakhs?|million|crores?|billion|trillion)$", re.IGNORECASE)


def _carried(first: Amount, second: Amount) -> Amount | None:
    """The first end with the unit and magnitude of the second, None where they cannot be the ends of one range."""
    if first.unit is not None and second.unit is not None and first.unit.name != second.unit.name:
        return None
    if first.unit is not None and second.unit is None and first.unit.kind is not Kind.MONEY:
        return None
    plain = read_number(_TRAILING_SCALE.sub("", second.digits))
    if second.magnitude and not first.magnitude and plain is not None and plain.value and first.number.value <= plain.value:
        scale = second.number.value / plain.value
        return replace(first, number=scaled(first.number.value, scale))
    if (
        first.unit is not None
        and first.unit.kind is Kind.MONEY
        and first.end
        and second.unit is None
        and first.magnitude
        and not second.magnitude
    ):
        return None
    return first


def _is_range(text: str, first: Amount, second: Amount, connector: str) -> bool:
    low, high = first.number.value, second.number.value
    lead = _BETWEEN.search(text, max(0, first.start - 30), first.start)
    word = lead[0].split()[0].lower() if lead else ""
    if connector in ("and", "--") or connector == "or":
        if connector == "and":
            return word == "between"
        return low < high <= low * 3 and (first.spelled == second.spelled) and first.unit is None
    if first.high is not None or low == high:
        return False
    if connector == "to" and _moves(text, first, second):
        return False
    if connector == "to":
        return low < high or first.unit is not None or word in ("ranging", "ranged", "ranges", "range")
    return low < high and (
        second.unit is not None or first.unit is not None or second.magnitude or not _looks_like_score(text, first, second)
    )


def _moves(text: str, first: Amount, second: Amount) -> bool:
    """ "rose from 4 to 6 percent" and "rose 6 percent to 164" are two figures, "rose 4 to 6 percent" is one."""
    movement = movement_before(words_before(text, first.start, reach=80))
    if movement is None or movement.is_noun or movement.compares or movement.preposition in ("by", "to", "at", "of"):
        return False
    if movement.preposition == "from":
        return True
    # "raised €130m to €140m" leaves the sum open; "added 15 cents to $2.70" tells gain and level.
    if not movement.direction or (movement.transitive and second.number.value <= first.number.value * 2):
        return False
    return first.unit is not None or second.unit is None


_VOTES = re.compile(
    r"\s+(?:win|victory|loss|defeat|vote|draw|score|record|decision|lead|majority|on aggregate|in|at|over|against|to)\b|\s*[.,;)\n]|$",
    re.IGNORECASE,
)


def _looks_like_score(text: str, first: Amount, second: Amount) -> bool:
    return first.number.value < 10 and second.number.value < 10 and _VOTES.match(text, second.end) is not None


_COINS = re.compile(
    r"\s+(?:and\s+)?(?P<coins>\d{1,2}|[a-z]+(?:-[a-z]+)?)\s?(?:cents?|pence|pennies|sens?|c|p|kopiykas?|kopecks?|paise)(?!\w)"
    r"|(?<=[a-z])\s+(?:and\s+)?(?P<bare>\d{2})(?=\s*(?:[.,;)]|$))",
    re.IGNORECASE,
)


def _with_coins(text: str, amount: Amount) -> Amount:
    """The amount with the minor coins told behind it: "20 dollars and 43 cents"."""
    if amount.unit is None or amount.unit.kind is not Kind.MONEY or amount.high is not None or amount.magnitude:
        return amount
    match = _COINS.match(text, amount.end)
    if match is None or amount.number.value != amount.number.value.to_integral_value():
        return amount
    coins = read_number(match["coins"] or match["bare"])
    if coins is None or not 0 < coins.value < 100:
        return amount
    hundredth = Decimal("0.01")
    return replace(amount, end=match.end(), number=Number(amount.number.value + coins.value * hundredth, hundredth, Writing.DECIMAL))
