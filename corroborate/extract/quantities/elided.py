"""What a figure leaves out because the text has just told it: "Of the 400 flights, 290 were scrapped", "Defence gets 38 billion"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from corroborate.extract.quantities.counted import PREDICATES, is_plural
from corroborate.extract.quantities.occurrences import Found
from corroborate.extract.quantities.sums import AHEAD, LEAST_SUM, REACH, SCALED, SUMS, as_sum, counts_nothing
from corroborate.extract.quantities.units import PERCENT
from corroborate.extract.quantities.wording import figure_range
from corroborate.model.claims import Span
from corroborate.model.figures import Approx, Kind, Role

_OF_THEM = re.compile(r"\s*of (?:them|these|those)\b", re.IGNORECASE)
_OF_WHOLE = re.compile(r"(?:^|[.!?\n\"”]\s*)Of (?:(?:the|its|their|all|some|about|around|roughly|nearly|almost|more|than) ){0,4}$")
_DONE = re.compile(
    r"\s*(?:were|are|have been|had been|will be|are to be) (?:\w+ly )?"
    r"(?:sold|built|made|produced|scrapped|cancell?ed|axed|grounded|delayed|delivered|shipped|recalled|returned|repaired|replaced|seized|"
    r"destroyed|damaged|demolished|flooded|cut|felled|planted|closed|shut|opened|licensed|registered|counted|disputed|rejected|granted)\b",
    re.IGNORECASE,
)
""" "Some 64,000 were sold in the north": of things, not of people."""

_ANOTHER = re.compile(r"\b(?:another|a further|and (?:about|some|nearly|more than|at least))\s$")
_DONE_BARE = re.compile(
    r"\s*(?:(?:more|others) )?(?:(?:were|have been) )?(?:(?:badly|partly|severely) )?"
    r"(?:destroyed|damaged|demolished|flooded|cancell?ed|delayed|closed|evacuated|seized|recalled)\b"
)

_HOLDS = re.compile(
    r"\b[A-Z][\w’'-]+ (?:(?:will|would) )?(?:gets?|got|wins?|won|has|have|had|takes?|took|holds?|hold|secured|ended with|is to have) $"
)
""" "Homeland gets 55": behind a figure of seats."""

_GAPPED = re.compile(
    r"[^.;!?\n]{0,40}?(?:,|;| and| while| but) (?:the |its |their )?(?:number of (?:the )?)?"
    r"(?:(?P<harmed>dead|injured|wounded|missing|hurt|homeless|displaced) |(?:[\w’'-]+ ){1,4})"
    r"at (?:(?:about|around|some|nearly|over|more than|up to) )*"
)
""" "Police put the crowd at 40,000 and organisers at 120,000"."""

_FROM = re.compile(r",? (?:(?:up|down) )?from (?:(?:a|an|the) (?:[a-z-]+ ){0,2}[a-z]+ of )?")
_UNITS = re.compile(r"\s*(?:%|percent|per cent|[a-z]+s\b(?<!years)(?<!was))")
_AND_CHANGE = re.compile(
    r"(?:,? (?:from|in|on|to|over|during|against|compared with|versus|year|month)(?: [\w.’'-]+){1,5}?)?,? and (?:by )?"
    r"(?:(?:about|some|around|nearly|almost|just|roughly|over) )?"
)
_BEHIND_CHANGE = re.compile(r"\s*(?:from|in|on|to|over|year|compared|versus|than|against|since)\b|\s*[.;]|\s*$")

_SENTENCE_END = re.compile(r"[.!?][\"”’]?\s")
_LABEL = re.compile(
    r"(?:^|\n|[.!?] )[^\S\n]*(?:[-–—•*][^\S\n])?(?P<label>[A-Z][A-Za-z’'-]+(?: [A-Za-z’'-]+){0,3}): "
    r"(?:(?:about|around|some|nearly|almost|just|roughly|over|under|more than|less than|up|down|at least|up to) ){0,2}$"
)
""" "- Telmark capacity: 250,000", "Margin: 42.6%"."""


def _labelled(text: str, one: Found) -> Found | None:
    label = _LABEL.search(text, max(0, one.span.start - REACH), one.span.start) if one.quantity.counted is None else None
    if label is None:
        return None
    return replace(one, quantity=replace(one.quantity, counted=_lowered(label["label"])), rule=f"{one.rule}, what it is of by its label")


def _lowered(label: str) -> str:
    """A label as it would stand within a sentence, names left as they are."""
    first, _, rest = label.partition(" ")
    return label if rest[:1].isupper() or not first[1:].islower() else f"{first.lower()} {rest}".rstrip()


def with_elided(text: str, found: Sequence[Found]) -> list[Found]:
    """The figures with what the one before them told; `found` is in order."""
    result: list[Found] = []
    for place, one in enumerate(found):
        one = _labelled(text, one) or one
        if result:
            one = _left_level(text, one, result[-1]) or _with_change(text, one, result[-1]) or _reached(text, one, result[-1]) or one
        lacks = one.kind is Kind.COUNT and one.quantity.unit is None and counts_nothing(one)
        result.append(next(_completions(text, one, result, found[place + 1 : place + 1 + AHEAD]), one) if lacks else one)
    return result


_NEXT = re.compile(
    r"(?:, and|,| and|;(?: and)?) (?:the )?(?:[A-Z][\w’'-]* ){1,4}(?P<figure>\d{1,3}(?:\.\d+)?)"
    r"(?=,|\.(?!\d)|;| and (?:the )?[A-Z])"
)
_CONTESTED = frozenset({"seat", "vote"})


def with_gapped(text: str, found: Sequence[Found]) -> list[Found]:
    """The figures with those of the other parties, told by their names alone: "the Progress Alliance 61 seats, the Union 53"."""
    result: list[Found] = []
    for place, one in enumerate(found):
        result.append(one)
        limit = found[place + 1].span.start if place + 1 < len(found) else len(text)
        result.extend(_gapped(text, one, limit))
    return result


def _gapped(text: str, one: Found, limit: int) -> Iterator[Found]:
    is_tally = one.quantity.unit == PERCENT or (
        one.kind is Kind.COUNT and (one.quantity.counted or "").split(" ")[-1].removesuffix("s") in _CONTESTED
    )
    ends = _SENTENCE_END.search(text, one.span.end, limit)
    stop = ends.start() + 1 if ends else limit
    place = one.span.end
    while is_tally and one.quantity.value is not None and (beside := _NEXT.search(text, place, stop)) is not None:
        value, grain = Decimal(beside["figure"]), Decimal(1).scaleb(-len(beside["figure"].partition(".")[2]))
        quantity = replace(one.quantity, value=value, range=figure_range(value, Approx.EXACT, grain), approx=Approx.EXACT, grain=grain)
        yield Found(Span(*beside.span("figure")), one.kind, quantity, f"{one.kind.value} of another party, what it counts told before it")
        place = beside.end()


def _left_level(text: str, one: Found, last: Found) -> Found | None:
    """What stands behind "from" is in the unit of the level reached: "to 4.5 percent from 4.25", "from a profit of 96 million"."""
    of_sums = one.quantity.counted is None or one.quantity.counted.split(" ")[-1].lower() in SUMS
    if one.kind is not Kind.COUNT or one.quantity.unit is not None or not of_sums or last.kind not in (Kind.PERCENT, Kind.MONEY):
        return None
    if _FROM.fullmatch(text, last.span.end, one.span.start) is None or _UNITS.match(text, one.span.end):
        return None
    large = one.quantity.value is not None and one.quantity.value >= LEAST_SUM
    if (last.kind is Kind.MONEY) != (large and SCALED.search(one.span.cut(text)) is not None):
        return None
    quantity = replace(one.quantity, unit=last.quantity.unit, counted=one.quantity.counted or last.quantity.counted)
    return replace(one, kind=last.kind, quantity=quantity, rule=f"{one.rule}, unit told before it")


def _reached(text: str, one: Found, last: Found) -> Found | None:
    """ "Raised its key rate from 4.25 percent to 4.75 percent": of the level reached the same is told as of the level left."""
    alike = one.kind is last.kind and one.quantity.unit == last.quantity.unit
    if not alike or one.quantity.counted is not None or last.quantity.counted is None or text[last.span.end : one.span.start] != " to ":
        return None
    if not text.endswith("from ", 0, last.span.start):
        return None
    return replace(one, quantity=replace(one.quantity, counted=last.quantity.counted), rule=f"{one.rule}, what moved told before it")


def _with_change(text: str, one: Found, before: Found) -> Found | None:
    """ "Rose 0.2% from August and 3.1% from a year earlier": both have risen."""
    if one.kind is not Kind.PERCENT or one.quantity.role is not Role.LEVEL or one.quantity.counted is not None:
        return None
    if before.quantity.role is not Role.CHANGE:
        return None
    if text[before.span.end : one.span.start] == " to ":
        return replace(one, quantity=replace(one.quantity, counted=before.quantity.counted), rule=f"{one.rule}, what moved told before it")
    if one.quantity.unit != before.quantity.unit or _BEHIND_CHANGE.match(text, one.span.end) is None:
        return None
    if _AND_CHANGE.fullmatch(text, before.span.end, one.span.start) is None:
        return None
    told = replace(one.quantity, role=Role.CHANGE, direction=before.quantity.direction, counted=before.quantity.counted)
    return replace(one, quantity=told, rule=f"{one.rule}, change told before it")


def _completions(text: str, one: Found, before: Sequence[Found], behind: Sequence[Found]) -> Iterator[Found]:
    near = list(takewhile(lambda other: one.span.start - other.span.end <= REACH, reversed(before)))
    gap = _GAPPED.fullmatch(text, near[0].span.end, one.span.start) if near and near[0].kind is Kind.COUNT else None
    if gap is not None and (counted := gap["harmed"] or near[0].quantity.counted):
        yield replace(one, quantity=replace(one.quantity, counted=counted), rule=f"{one.rule}, what it counts told before it")
    things = [other for other in near if _counts_things(other)]
    if things and _refers(text, one, things[0]):
        rule = f"{one.rule}, what it counts told before it"
        yield replace(one, quantity=replace(one.quantity, counted=things[0].quantity.counted), rule=rule)
    told = as_sum(text, one, near, behind)
    if told is not None:
        yield told


def _counts_things(one: Found) -> bool:
    """It counts something with a plural; the dead and the injured are told of elsewhere."""
    words = (one.quantity.counted or "").split(" of ")[0].lower().split()
    return one.kind is Kind.COUNT and bool(words) and is_plural(words[-1]) and words[-1] not in PREDICATES


def _refers(text: str, one: Found, whole: Found) -> bool:
    if _OF_THEM.match(text, one.span.end) or _DONE.match(text, one.span.end) or _is_done_too(text, one):
        return True
    contested = (whole.quantity.counted or "").split(" ")[-1].lower().removesuffix("s") in _CONTESTED
    if contested and _HOLDS.search(text, max(0, one.span.start - REACH), one.span.start):
        return True
    is_whole = _OF_WHOLE.search(text, max(0, whole.span.start - 40), whole.span.start) is not None
    return is_whole and _SENTENCE_END.search(text, whole.span.end, one.span.start) is None


def _is_done_too(text: str, one: Found) -> bool:
    """ "1,000 homes were destroyed and another 3,400 damaged"."""
    return (
        _ANOTHER.search(text, max(0, one.span.start - 24), one.span.start) is not None and _DONE_BARE.match(text, one.span.end) is not None
    )
