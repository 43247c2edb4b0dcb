"""What a figure takes from the figure beside it: "45 and 50 mg", "2,300 households, down from 5,100", "A$36.8m (£19.4m)"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from corroborate.extract.lexicon import words
from corroborate.extract.quantities.amounts import Amount
from corroborate.extract.quantities.numbers import grain_of
from corroborate.extract.quantities.occurrences import Found, Occurrence, lowered
from corroborate.extract.quantities.roles import changed
from corroborate.extract.quantities.units import PERCENT, POINT, Unit
from corroborate.extract.quantities.wording import Writing, figure_range, tidy
from corroborate.model.figures import Kind, Quantity, Role
from corroborate.model.units import are_convertible

AGE = "age"
REACH = 120
SHARES = Decimal(97), Decimal(101)
"""What both shares of a vote come to, some left blank and all rounded."""

_AMONG = (("of", "which"), ("of", "whom"), ("of", "them"))
_AGAINST = {
    ("down", "from"),
    ("up", "from"),
    ("compared", "with"),
    ("compared", "to"),
    ("and", "against"),
    (",", "against"),
    (",", "versus"),
}


def thing_of(at: Occurrence, quantity: Quantity, recent: Sequence[Found]) -> str | None:
    """What the figures before it are about: "2,300 households were without power, down from 5,100"; "14 boats, two of which".

    A participle has the subject of the verb before it: "shares fell 3 percent, dropping below $100".
    """
    sentence = at.before[0].start if at.before else at.amount.start
    near = [one for one in recent if sentence <= one.span.start and at.amount.start <= one.span.end + REACH and one.quantity.counted != AGE]
    if near and at.text[near[-1].span.end : at.amount.start].strip() == "from" and near[-1].quantity.unit == quantity.unit:
        return near[-1].quantity.counted
    if near and at.movement is not None and at.movement.place and at.lead[at.movement.place - 1].lower == ",":
        return near[-1].quantity.counted
    if tuple(lowered(at.lead[-2:])) not in _AGAINST and tuple(lowered(at.after[:2])) not in _AMONG:
        return None
    alike = [one.quantity.counted for one in near if one.quantity.unit == quantity.unit]
    return alike[-1] if alike else None


_OR = re.compile(r",? (?:or|that is|i\.e\.),? (?:(?:about|around|some|nearly|almost|roughly|more than|over|just over|just under) )?")


def is_conversion(at: Occurrence, kind: Kind, previous: Found) -> bool:
    """ "A$36.8m (£19.4m)" states one sum twice, "35,000 pounds, or 15,900 kilograms" one weight."""
    between_them = at.text[previous.span.end : at.amount.start].strip().removesuffix("about").rstrip()
    if kind is previous.kind is Kind.MEASURE and at.amount.unit is not None and at.amount.unit.name != previous.quantity.unit:
        told = _OR.fullmatch(at.text, previous.span.end, at.amount.start)
        return between_them == "(" or (told is not None and are_convertible(at.amount.unit.name, previous.quantity.unit))
    return between_them == "(" and kind is previous.kind and kind in (Kind.MONEY, Kind.MEASURE) and at.amount.unit is not None


_DOTTED = re.compile(r"\d{1,3}\.\d{3}")
_PARTED = words(
    "people persons police officers protesters demonstrators soldiers troops residents passengers jobs workers employees homes houses"
)


def with_dotted_thousands(amount: Amount, quantity: Quantity) -> Quantity:
    """ "1.385 people": nobody counts them to the third decimal; outlets of the continent set thousands apart by a dot."""
    thing = (quantity.counted or "").split(" ")[-1].lower()
    if thing not in _PARTED or quantity.unit is not None or amount.high is not None or not _DOTTED.fullmatch(amount.digits):
        return quantity
    if quantity.value is None or amount.magnitude or quantity.per is not None:
        return quantity
    value = tidy(quantity.value * 1000)
    grain = grain_of(value)
    return replace(quantity, value=value, grain=grain, range=figure_range(value, quantity.approx, grain, writing=Writing.INTEGER))


_IN_BRACKETS = re.compile(r"[ \u00a0]?(?:[a-z]{1,20}[ \u00a0])?\(")


def told_behind(at: Occurrence, quantity: Quantity, recent: Sequence[Found]) -> Quantity:
    """The figure in the terms of the one that it hangs on: "32.6% (+8.1)", "29 seats (+11)", "81.6 percent, down 10 points"."""
    sentence = at.before[0].start if at.before else at.amount.start
    last = recent[-1] if recent and recent[-1].span.start >= sentence else None
    if last is None or quantity.unit is not None:
        return quantity
    is_share = last.quantity.unit == PERCENT
    if at.amount.sign in ("+", "-", "−") and _IN_BRACKETS.fullmatch(at.text, last.span.end, at.amount.start):
        signed = replace(quantity, unit=POINT if is_share else last.quantity.unit, counted=last.quantity.counted)
        return changed(signed, -1 if at.amount.is_negative else 1, None)
    if quantity.counted == "points" and is_share and last.quantity.role is not Role.CHANGE:
        return replace(quantity, unit=POINT, counted=last.quantity.counted)
    if quantity.counted is None and _CHANGED.match(at.text, at.amount.end):
        tallies = [one.quantity.counted for one in recent if one.span.start >= sentence and one.quantity.unit is None]
        return replace(quantity, counted=next((thing for thing in reversed(tallies) if thing), None))
    return quantity


# "Tarn Greens 22 (-14)": of what the tallies before it are.
_CHANGED = re.compile(r"\s\([+−-]\d")
_LISTING = ("and", "or", ",", ", and", ", or")


def shared(text: str, found: Sequence[Found]) -> list[Found]:
    """The figures with what stands only behind the last of a list: "5 and 7 percent", "12, 14 and 20 boats"."""
    result: list[Found] = []
    for place in range(len(found) - 1, -1, -1):
        one = found[place]
        if result and _lacks(one) and _is_listed(text, found, place, result[-1]):
            last = result[-1]
            quantity = replace(one.quantity, unit=last.quantity.unit, counted=last.quantity.counted, per=last.quantity.per)
            one = replace(one, kind=last.kind, quantity=quantity, rule=f"{one.rule}, what it counts told behind the list")
        result.append(one)
    return result[::-1]


LARGEST_SHARE = 1000


def _is_listed(text: str, found: Sequence[Found], place: int, last: Found) -> bool:
    """The figure and the next are of one list; a comma alone lists no two: "4.5 million, or 12 percent, of adults"."""
    link = _gap(text, found, place)
    if link not in _LISTING:
        return False
    if last.quantity.unit is None or "," not in link:
        return True
    value = found[place].quantity.value
    if last.quantity.unit == PERCENT and value is not None and value > LARGEST_SHARE:
        return False
    return _gap(text, found, place - 1) == "," or _gap(text, found, place + 1) in _LISTING


def _gap(text: str, found: Sequence[Found], place: int) -> str | None:
    if not 0 <= place < len(found) - 1:
        return None
    return text[found[place].span.end : found[place + 1].span.start].strip()


def _lacks(one: Found) -> bool:
    return one.quantity.unit is None and one.quantity.counted is None and one.kind is Kind.COUNT


_OTHER_SIDE = re.compile(
    r",? (?:and|with|while|to|against|versus|for) (?:the )?(?:[A-Z][\w’'-]* ){1,4}(?:at |on |with |had |got |took |has |gets |polled )?"
)
""" "46 percent and Tunde Adebayo at 39": of both the same is told."""

_ENDS = re.compile(r"\s*(?:[.,;)]|$)")


def with_unit_of(previous: Found | None, amount: Amount, text: str) -> Amount:
    """The amount in the unit of the one before it: "from 208 pounds to 193", "by 54.3 percent to 45.7"."""
    if previous is None or previous.quantity.unit is None or amount.unit is not None or previous.quantity.counted == AGE:
        return amount
    link = text[previous.span.end : amount.start]
    if previous.quantity.unit == PERCENT and _OTHER_SIDE.fullmatch(link) and _ENDS.match(text, amount.end) and amount.is_bare:
        return replace(amount, unit=Unit(previous.kind, PERCENT), carried="unit carried on from the share of another")
    if link.strip() not in ("to", "against"):
        return amount
    moved = text[max(0, previous.span.start - 8) : previous.span.start].rstrip()[-4:].lower() == "from"
    if not moved and not _make_a_whole(previous.quantity, amount):
        return amount
    unit = Unit(previous.kind, previous.quantity.unit)
    return replace(amount, unit=unit, carried="unit carried on from the level left" if moved else "unit carried on from the other share")


def _make_a_whole(share: Quantity, amount: Amount) -> bool:
    """Two shares of a vote: "54.3 percent to 45.7"."""
    if share.unit != PERCENT or share.value is None or amount.high is not None or amount.magnitude:
        return False
    return SHARES[0] <= share.value + amount.number.value <= SHARES[1]
