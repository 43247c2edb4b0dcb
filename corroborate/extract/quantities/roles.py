"""What a figure says of its thing: a level, a change, a ratio, a share, or a rate."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corroborate.extract.neighbours import Word
from corroborate.extract.quantities.movements import VERBS, Movement, movement_after
from corroborate.extract.quantities.occurrences import Occurrence
from corroborate.extract.quantities.units import PERCENT, POINT, TIMES, counted_over
from corroborate.model.figures import Quantity, Role
from corroborate.model.ranges import Range

_COUNTED = (
    r"second|minute|hour|day|night|week|month|quarter|season|year|decade|century|barrel|gallon|ounce|share|person|head|pound|kilogram|"
    r"kilo|kg|tonne|ton|litre|liter|unit|piece|bottle|ticket|household|passenger|customer|mile|kilometre|kilometer|crate|bushel|acre|"
    r"hectare|(?:square|cubic) (?:foot|yard|mile|metre|meter|kilometre|kilometer)|metre|meter|pupil|student|game|match|gram|user|vehicle|"
    r"car|employee|worker|patient|visit|trip|box|pack|dozen|shift|dose|serving|(?:kilo|mega|giga)watt[ -]hour"
)
_PER = re.compile(
    r"(?:\s+per\s+|-per-)"
    r"(?P<any>(?:(?:square|cubic)\s|(?:kilo|mega|giga)watt[ -])?(?!cent\b|se\b)[a-z]{2,20}|100,000|10,000|1,000|million)(?!\w)"
    rf"|(?:\s+(?:each|every)\s+|\s?/\s?|\s+an?\s+|-an?-)(?P<noun>{_COUNTED})(?!\w)(?!\s+(?:earlier|ago|before|later|after|previously|prior))",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s?\([^()\n]{1,40}\)")
_EACH = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour"}
_PER_NAMES = {
    "kg": "kilogram", "kilo": "kilogram", "liter": "litre", "meter": "metre", "kilometer": "kilometre", "annum": "year", "diem": "day",
    "square meter": "square metre", "cubic meter": "cubic metre", "square kilometer": "square kilometre",
}  # fmt: skip
_SURFACES = ("the", "sea", "ground", "earth", "street", "water", "deck")
_WAYS = ("kilometre", "mile", "metre", "yard", "foot")
_LIMITS = ("below", "above", "past", "beyond", "under", "over")


_PREMIUM = re.compile(r"\s*(?:more than|above|over|higher than) (?:[\w’'$£€.,-]+ ){0,8}?(?:price|close)\b", re.IGNORECASE)
_BID = re.compile(r"\b(?:pay|pays|paid|paying|offer\w*|bid\w*|deal|takeover|per share|a share)\b", re.IGNORECASE)
REACH = 120
""" "Will pay $31.50 a share, 38 percent more than the closing price": a premium, and no rise."""


def _is_premium(at: Occurrence) -> bool:
    before = max(0, at.amount.start - REACH)
    return _PREMIUM.match(at.text, at.amount.end) is not None and _BID.search(at.text, before, at.amount.start) is not None


def with_role(at: Occurrence, quantity: Quantity, following: Sequence[Word]) -> Quantity:
    """The quantity with its role, direction and what it is counted over; `following` are the words behind the thing counted."""
    per = _per(at, following)
    if quantity.unit == TIMES:
        return replace(quantity, role=Role.RATIO, direction=movement_after(following or at.after))
    if quantity.unit == PERCENT and _is_premium(at):
        return replace(quantity, counted="premium", direction=0)
    direction = _direction(at, quantity)
    if direction:
        return changed(quantity, direction, per)
    if quantity.unit == PERCENT and at.after and at.after[0].lower == "of":
        return replace(quantity, role=Role.SHARE, per=per)
    return replace(quantity, role=Role.RATE, per=per) if per else quantity


def _per(at: Occurrence, following: Sequence[Word]) -> str | None:
    """What the figure is counted over: "64 births a month" is per month."""
    end = at.amount.end
    place = following[0].start if following else end
    aside = _ASIDE.match(at.text, end)
    for position in (end, max(end, place - 1), aside.end() if aside else end):
        match = _PER.match(at.text, position)
        if match:
            noun = (match["any"] or match["noun"]).lower().replace("watt-hour", "watt hour")
            return _PER_NAMES.get(noun, noun)
        over = counted_over(at.text, position)
        if over:
            return over[0]
    return _EACH.get(following[0].lower) if following else None


def _direction(at: Occurrence, quantity: Quantity) -> int:
    sign = {"+": 1, "-": -1, "−": -1, "minus": -1, "plus": 1}.get(at.amount.sign.strip().lower(), 0)
    if sign and quantity.unit in (PERCENT, POINT):
        return sign
    later = movement_after(at.after) if (quantity.unit is not None or at.amount.magnitude) and not _is_place(at) else 0
    if later:
        return later
    movement = at.movement
    if movement is None or movement.preposition in ("to", "at", "from") or _crosses(at) or _is_amount_itself(at, movement):
        return 0
    if movement.preposition == "by" and quantity.unit is None and at.lead[movement.place].lower in _BEATEN:
        return 0
    if movement.preposition == "by" or movement.is_noun:
        return movement.direction
    if _is_phrasal(at) and not quantity_of_change(at):
        return 0
    if quantity.unit is None:
        return movement.direction if quantity.counted in (None, "points", "places") or _is_aside(at) else 0
    return 0 if movement.transitive and not quantity_of_change(at) else movement.direction


# Who loses by so many votes has no fewer than before.
_BEATEN = ("lose", "loses", "lost", "losing")
_CREEPING = ("edged", "edging", "inched", "inching", "ticked", "ticking", "crept", "nudged", "traded", "trading")
_OPENING = (",", "(", "and", "was", "were", "is", "are", "-", "–", "—")


def _is_aside(at: Occurrence) -> bool:
    """ "213 cases, up 29 since Tuesday": the adverb alone tells the change, and is no part of a verb ("picked up 29")."""
    if len(at.lead) < 2 or at.lead[-1].lower not in ("up", "down"):
        return False
    return at.lead[-2].lower in _OPENING or at.lead[-2].text[0].isdigit()


def _is_phrasal(at: Occurrence) -> bool:
    """ "The blaze has gobbled up 5,200 acres": the adverb belongs to a verb that moves nothing."""
    if len(at.lead) < 2 or at.lead[-1].lower not in ("up", "down"):
        return False
    verb = at.lead[-2].lower
    return verb not in VERBS and verb not in _CREEPING and verb.endswith(("ed", "ing"))


def _is_amount_itself(at: Occurrence, movement: Movement) -> bool:
    """What is lost or falls is so much itself: "a loss of $3 million", "dropped 40 millimetres of rain"."""
    if quantity_of_change(at):
        return False
    if movement.is_noun:
        return at.before[movement.place].lower == "loss"
    return movement.preposition == "" and bool(at.after) and at.after[0].lower == "of"


def _is_place(at: Occurrence) -> bool:
    """ "Nine kilometres below the surface" is how deep, not by how much less, and "200 metres down the road" how far."""
    following = [word.lower for word in at.after[:2]]
    if following[:1] in (["down"], ["up"]) and at.amount.unit is not None and at.amount.unit.name in _WAYS:
        return following[1:] != ["on"] and following[1:] != ["from"]
    return len(following) == 2 and following[0] in ("above", "below") and following[1] in _SURFACES and not quantity_of_change(at)


def _crosses(at: Occurrence) -> bool:
    """The hedge is where the movement goes: "dropped below $100", "rose above 40"."""
    hedging = at.before[len(at.lead) :]
    return bool(hedging) and hedging[0].lower in _LIMITS and not (hedging[0].lower == "over" and quantity_of_change(at))


def quantity_of_change(at: Occurrence) -> bool:
    """Percentages and points measure the change itself: "rose over 3 percent"."""
    return at.amount.unit is not None and at.amount.unit.name in (PERCENT, POINT)


def changed(quantity: Quantity, direction: int, per: str | None) -> Quantity:
    """The quantity as a rise or fall by so much."""
    if quantity.value is None or quantity.value >= 0:
        return replace(quantity, role=Role.CHANGE, direction=direction, per=per)
    positive = Range(
        None if quantity.range.high is None else -quantity.range.high,
        None if quantity.range.low is None else -quantity.range.low,
        low_soft=quantity.range.high_soft,
        high_soft=quantity.range.low_soft,
        low_open=quantity.range.high_open,
        high_open=quantity.range.low_open,
        slack=quantity.range.slack,
    )
    return replace(quantity, value=-quantity.value, range=positive, role=Role.CHANGE, direction=direction, per=per)
