"""Amounts of a text one after the other, the two ends of a range made one: "$20 to $25 million"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from corroborate.extract.lexicon import small
from corroborate.extract.neighbours import words_before
from corroborate.extract.quantities.amounts import PLACES, START, Amount
from corroborate.extract.quantities.compounds import whole_amount
from corroborate.extract.quantities.movements import VERBS, movement_before
from corroborate.extract.quantities.numbers import Number, read_number, scaled
from corroborate.extract.quantities.units import counted_over
from corroborate.model.figures import Kind


def amounts(text: str, hidden: list[tuple[int, int]]) -> Iterator[Amount]:
    """Every amount outside the hidden stretches, in order and without overlap."""
    position, stretch = 0, 0
    for place in PLACES.finditer(small(text)):
        if place.start() < position or (match := START.match(text, place.start())) is None:
            continue
        while stretch < len(hidden) and hidden[stretch][1] <= match.start():
            stretch += 1
        if stretch < len(hidden) and hidden[stretch][0] < match.end():
            position = max(hidden[stretch][1], match.start() + 1)
            continue
        amount = whole_amount(text, match.start())
        until = hidden[stretch][0] if stretch < len(hidden) else len(text)
        if amount is None or amount.end > until:
            position = match.start() + 1 if match.end() == match.start() else match.end()
            continue
        amount = _extended(text, amount, until)
        yield amount
        position = max(amount.end, match.start() + 1)


_JOIN = re.compile(
    r"-\s+(?P<hung>to)\s+|[^\S\n]?(?P<dash>[-–—]|--)[^\S\n]?|"
    r"\s+(?P<word>(?:up\s+|all\s+the\s+way\s+)?to|and|or)(?:\s+|-)|-(?P<hyphened>to)-\s?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?:between|anywhere from|ranging from|ranged from|ranges from|range from|range of|from|in)\s+(?:about\s+|around\s+)?$", re.IGNORECASE
)


def _extended(text: str, amount: Amount, until: int) -> Amount:
    """The amount with the other end of its range, if one follows: "$20 to $25 million"."""
    over = counted_over(text, amount.end)
    join = _JOIN.match(text, over[1] if over else amount.end)
    if join is None or join.end() >= until:
        return amount
    second = whole_amount(text, join.end())
    connector = (join["hung"] or join["dash"] or join["word"] or join["hyphened"]).lower().split()[-1]
    if second is None or second.end > until or second.sign == "+" or (second.is_negative and connector != "to"):
        return amount
    amount = _in_metres(text, amount, second)
    carried = _carried(amount, second)
    if connector == "to" and _leaves(text, amount):
        return _at_first(amount, _extended(text, second, until))
    if carried is None or not _is_range(text, carried, second, connector):
        return amount
    return replace(
        second,
        carried=_said(amount, carried, second),
        start=carried.start,
        number=carried.number,
        high=signed(second),
        sign=carried.sign,
        digits=carried.digits,
        unit=second.unit or carried.unit,
        connector=connector,
        magnitude=carried.magnitude or second.magnitude,
    )


_MOVED_FROM = re.compile(
    r"\b(?:put(?:s|ting)? up|rais(?:es?|ed|ing)|lift(?:s|ed|ing)?|lower(?:s|ed|ing)?|cut(?:s|ting)?|reduc(?:es?|ed|ing)|"
    r"increas(?:es?|ed|ing)|ris(?:es?|en|ing)|rose|f[ae]ll(?:s|en|ing)?|gr[eo]w(?:s|n|ing)?|"
    r"climb(?:s|ed|ing)?|dropp?(?:s|ed|ing)?|go(?:es|ing)? up|went up)"
    r" (?:(?!(?:by|between|range|ranging|from)\b)[\w’'-]+ ){1,4}from $|\bput(?:s|ting)? (?:[\w’'-]+ ){1,4}(?:up|down) from $"
)
""" "Put up interest rates from", "will rise in stages from": what is moved, or how, stands between."""


_NO_MOVING = frozenset({"up", "down", "higher", "lower", "is", "are", "was", "were", "be", "been"})


def _leaves(text: str, first: Amount) -> bool:
    """ "rose from 4 to 6 percent", "went up from 4 to 6 percent": two levels, not a range."""
    if _MOVED_FROM.search(text, max(0, first.start - 80), first.start):
        return True
    words = words_before(text, first.start, reach=80)
    movement = movement_before(words)
    if movement is None or movement.preposition != "from" or movement.is_noun:
        return False
    return not movement.compares or (words[-1].lower == "from" and words[movement.place].lower in VERBS.keys() - _NO_MOVING)


def _at_first(first: Amount, second: Amount) -> Amount:
    """The level left, with the unit and magnitude that only the level reached is told with: "rose from 4 to 6 percent"."""
    carried = _carried(first, second)
    if carried is None or carried.unit is not None or second.unit is None:
        return carried or first
    return replace(carried, unit=second.unit, carried="unit carried back from the level reached")


def _said(first: Amount, carried: Amount, second: Amount) -> str:
    """What the ends of a range took from each other, in words."""
    if carried.number != first.number:
        return "scale carried back from the second end"
    if first.unit is None and second.unit is not None:
        return "unit carried back from the second end"
    return "unit carried on from the first end" if second.unit is None and first.unit is not None else ""


def _in_metres(text: str, first: Amount, second: Amount) -> Amount:
    """ "130m to 140m long": the second end tells that the first is no million."""
    if second.unit is None or second.unit.name != "metre" or first.unit is not None or text[first.end - 1 : first.end] != "m":
        return first
    plain = read_number(first.digits)
    return first if plain is None else replace(first, number=plain, unit=second.unit, magnitude=False)


def signed(amount: Amount) -> Number:
    """The number of an amount with its sign: "-18" is -18."""
    number = amount.number
    return Number(-number.value, number.grain, number.writing) if amount.is_negative else number


_TRAILING_SCALE = re.compile(r"[\s-](?:dozen|hundred|thousand|lakhs?|million|crores?|billion|trillion)$", re.IGNORECASE)


def _carried(first: Amount, second: Amount) -> Amount | None:
    """The first end with the unit and magnitude of the second, None where they cannot be the ends of one range."""
    if first.unit is not None and second.unit is not None and first.unit.name != second.unit.name:
        return None
    if first.unit is not None and second.unit is None and first.unit.kind is not Kind.MONEY:
        return None
    plain = read_number(_TRAILING_SCALE.sub("", second.digits))
    scaled_up = second.magnitude or _TRAILING_SCALE.search(second.digits) is not None
    if scaled_up and not first.magnitude and plain is not None and plain.value and first.number.value <= plain.value:
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


# "Nine or 10 feet": house style spells the one and not the other.
_SMALL = 20


def _is_range(text: str, first: Amount, second: Amount, connector: str) -> bool:
    low, high = signed(first).value, signed(second).value
    lead = _BETWEEN.search(text, max(0, first.start - 30), first.start)
    word = lead[0].split()[0].lower() if lead else ""
    if connector in ("and", "--") or connector == "or":
        if connector == "and":
            return word == "between"
        alike = first.spelled == second.spelled or high <= _SMALL
        return low < high <= low * 3 and alike and first.unit is None
    if first.high is not None or low == high or _is_given(text, first, second, connector):
        return False
    if connector == "to" and _moves(text, first, second):
        return False
    if connector == "to" and low > high and _are_shares(first, second) and word not in ("ranging", "ranged", "ranges", "range"):
        # "Leads 48% to 39%": one has the more, the other the less.
        return False
    if connector == "to":
        return (
            low < high
            or first.unit is not None
            or (first.is_negative and second.is_negative)
            or word in ("ranging", "ranged", "ranges", "range")
        )
    return low < high and (
        second.unit is not None or first.unit is not None or second.magnitude or not _looks_like_score(text, first, second)
    )


def _are_shares(first: Amount, second: Amount) -> bool:
    return all(one.unit is not None and one.unit.kind is Kind.PERCENT for one in (first, second))


_GIVEN = re.compile(
    r"\b(?:pa(?:y|ys|id|ying)|ow(?:e|es|ed|ing)|g(?:ive|ives|ave|iven|iving)|hand(?:s|ed|ing)?|award(?:s|ed|ing)?|offer(?:s|ed|ing)?|lent|lends?"
    r"|donat(?:e|es|ed|ing)|sen[dt]s?|grant(?:s|ed|ing)?|worth|refund(?:s|ed|ing)?)\s[^.!?]{0,24}$"
)
_RECEIVERS = re.compile(r"\s+(?:[a-z-]{1,20}\s)?(?:[a-z]{2,20}s|people|women|men|children|police|staff)\b(?!\s(?:per|an?)\b)")


def _is_given(text: str, first: Amount, second: Amount, connector: str) -> bool:
    """ "Owes $45m to 2,000 farmers": a sum, and those who get it."""
    if connector != "to" or first.unit is None or first.unit.kind is not Kind.MONEY or second.unit is not None:
        return False
    if not _RECEIVERS.match(text, second.end):
        return False
    return second.number.value < first.number.value or _GIVEN.search(text, max(0, first.start - 40), first.start) is not None


def _moves(text: str, first: Amount, second: Amount) -> bool:
    """ "rose 6 percent to 164" are two figures, "rose 4 to 6 percent" is one."""
    movement = movement_before(words_before(text, first.start, reach=80))
    if movement is None or movement.is_noun or movement.compares or movement.preposition in ("to", "at", "of"):
        return False
    if movement.preposition == "by":
        # "Up by 80p to £6.20" tells gain and level, "up by $3m to $5m" one gain.
        return second.number.value > first.number.value * (3 if first.unit is not None else 10)
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
