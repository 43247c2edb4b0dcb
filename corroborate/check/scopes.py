"""Differences of what is measured, not of how much: another unit, a part of the whole, another stretch of time."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from corroborate.check.differences import Difference, Finding, point
from corroborate.check.headcounts import counts_some
from corroborate.check.places import is_narrow, only_place
from corroborate.check.statements import Position
from corroborate.check.words import say, say_unit
from corroborate.model.articles import Reading
from corroborate.model.figures import Granularity, Kind, Period, Quantity
from corroborate.model.findings import DiscrepancyType, Relation
from corroborate.model.wordings import join

EXTENTS = frozenset({"worldwide", "nationwide", "combined", "part", "aboard", "capacity", "expected"})
SAID = {"part": "a part of the whole", "combined": "everything together", "aboard": "those aboard", "capacity": "what there is room for",
        "expected": "what is expected", "worldwide": "the whole world", "nationwide": "the whole country"}  # fmt: skip
STRETCH_SAID = {"annual": "a year", "monthly": "a month", "daily": "a day", "average": "an average",
                "first half": "the first half of the year",
                "second half": "the second half of the year", "nine months": "nine months"}  # fmt: skip
MOMENT = re.compile(
    r"\b(?:(?:opening|closing|first|last|final|second|third) (?:night|day|evening|weekend|week)|(?:day|night) alone|"
    r"(?:(?<!\bin )(?<!\bwithin )a|each|every|per) (?:night|day|evening|week|month))\b"
    r"(?! (?:ago|earlier|later|before|after|old|long|on)\b)",
    re.IGNORECASE,
)
TIMES = frozenset({"second", "minute", "hour", "day", "night", "week", "month", "quarter", "season", "year"})
PART = Decimal("0.8")
HALF = Decimal("0.5")
LEAST = Decimal(200)
LONG = frozenset({Granularity.MONTH, Granularity.QUARTER, Granularity.SEASON, Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY})
STRETCHES = frozenset({"first half", "second half", "nine months", "annual", "monthly", "daily", "average"})


def unit(difference: Difference) -> tuple[Finding, ...]:
    """The same number stands in two units that cannot both be meant: 3 million euros and 3 million dollars."""
    left, right = difference.leader.lead, difference.dissent.lead
    if not (isinstance(left, Quantity) and isinstance(right, Quantity)) or left.unit == right.unit:
        return ()
    is_same_number = left.value is not None and left.value == right.value
    # Between groups another sum may be another thing; whether it is one converted is looked at apart.
    is_other_currency = difference.group.kind is Kind.MONEY and not difference.is_between_groups
    if not (is_same_number or is_other_currency):
        return ()
    explanation = f"the one is in {_named(left)}, the other in {_named(right)}"
    return (_finding(difference, DiscrepancyType.UNIT, "other_unit", explanation),)


def _named(quantity: Quantity) -> str:
    return say_unit(quantity.unit).strip() or "no unit"


def scope(difference: Difference) -> tuple[Finding, ...]:
    """One figure is for a part of what the other covers: in one country alone."""
    if difference.comparison.relation not in (Relation.CONFLICT, Relation.TENSION):
        return ()
    leader, dissent = difference.leader, difference.dissent
    smaller, larger = difference.by_value
    if not _may_be_part(point(smaller.lead), point(larger.lead), PART if difference.is_between_groups else Decimal(1)):
        return ()
    if "part" in scopes_of(larger) and difference.group.kind is not Kind.PERCENT:
        return ()
    extents = scopes_of(leader) & EXTENTS, scopes_of(dissent) & EXTENTS
    odd = (extents[0] - _anywhere(dissent)) | (extents[1] - _anywhere(leader))
    if "part" in odd and counts_some(leader) and counts_some(dissent):
        odd -= {"part"}
    words = join([SAID.get(word, word) for word in sorted(odd)])
    if not words and not _is_narrower(difference):
        place = _narrower_place(difference)
        if place is None:
            return ()
        words = f"{place} alone"
    explanation = f"one of the figures is for {words or 'a part of the whole'}, the other is not"
    return (_finding(difference, DiscrepancyType.SCOPE, "other_extent", explanation),)


def _is_narrower(difference: Difference) -> bool:
    """The smaller figure is told to be for a part; a share of a part may be the larger."""
    smaller, larger = difference.by_value
    if is_narrow(smaller, larger) and not is_narrow(larger):
        return True
    return difference.group.kind is Kind.PERCENT and is_narrow(larger) and not is_narrow(smaller)


def _narrower_place(difference: Difference) -> str | None:
    """The place to which one side alone ties its figure; a part is smaller than the whole, a share need not be."""
    if difference.comparison.relation is not Relation.CONFLICT:
        return None
    smaller, larger = difference.by_value
    if _may_be_part(point(smaller.lead), point(larger.lead), PART if difference.is_between_groups else HALF):
        return only_place(smaller, larger, difference.readings)
    is_share = difference.group.kind is Kind.PERCENT and difference.is_between_groups
    return only_place(larger, smaller, difference.readings) if is_share else None


def _may_be_part(low: Decimal | None, high: Decimal | None, share: Decimal) -> bool:
    """The smaller figure is at most that share of the larger, and not next to nothing beside it."""
    return low is not None and high is not None and high <= LEAST * low and low <= share * high


def period(difference: Difference) -> tuple[Finding, ...]:
    """One figure is for another stretch of time: a quarter against its year, a month against what was counted so far."""
    left, right = difference.leader.lead, difference.dissent.lead
    if not (isinstance(left, Quantity) and isinstance(right, Quantity)) or left.unit != right.unit:
        return ()
    named: tuple[str, str] | None = None
    if left.per in TIMES and right.per in TIMES and left.per != right.per:
        named = (f"given per {left.per}", f"given per {right.per}")
    elif difference.comparison.relation in (Relation.CONFLICT, Relation.TENSION):
        named = _apart(difference)
    if named is None:
        return ()
    explanation = f"the one figure is {named[0]}, the other {named[1]}"
    return (_finding(difference, DiscrepancyType.PERIOD, "other_period", explanation),)


def _apart(difference: Difference) -> tuple[str, str] | None:
    """The stretches of the two sides where one lies within the other; two different years are simply two questions."""
    said = _said(difference.leader), _said(difference.dissent)
    if said[0] - _anywhere(difference.dissent) or said[1] - _anywhere(difference.leader):
        return _for(said[0]), _for(said[1])
    if (moment := _moments(difference)) is not None:
        return moment
    beside = [_beside(position, difference.readings) for position in (difference.leader, difference.dissent)]
    for left in sorted(beside[0], key=str):
        for right in sorted(beside[1], key=str):
            if left.range != right.range and (_holds(left, right) or _holds(right, left)):
                return f"for {say(left)}", f"for {say(right)}"
    return None


def _moments(difference: Difference) -> tuple[str, str] | None:
    """One side's figure is for one night or day of many: "the closing night"."""
    named = []
    for position in (difference.leader, difference.dissent):
        found = [MOMENT.search(one.claim.sentence.text) for one in position.statements]
        named.append(found[0][0].lower() if found[0] and all(found) else None)
    if (named[0] is None) == (named[1] is None):
        return None
    smaller, larger = difference.by_value
    if (smaller is difference.leader) != (named[0] is not None) or not _may_be_part(point(smaller.lead), point(larger.lead), Decimal(1)):
        return None
    return _of(named[0]), _of(named[1])


def _of(moment: str | None) -> str:
    if moment is None:
        return "not tied to any single day"
    return f"for {moment if moment.startswith(('a ', 'each ', 'every ', 'per ')) else f'the {moment}'}"


def _for(words: frozenset[str]) -> str:
    told = join([STRETCH_SAID.get(word, word) for word in sorted(words)])
    return f"for {told}" if told else "given without a stretch of time"


def _holds(outer: Period, inner: Period) -> bool:
    low, high = outer.range.low, outer.range.high
    if low is None or high is None or inner.range.low is None or inner.range.high is None:
        return False
    return low <= inner.range.low and inner.range.high <= high


def _said(position: Position) -> frozenset[str]:
    return scopes_of(position) & STRETCHES


def _anywhere(position: Position) -> frozenset[str]:
    return frozenset(word for one in position.statements for word in one.claim.scope)


def _beside(position: Position, readings: Mapping[str, Reading]) -> frozenset[Period]:
    """The months, quarters or years that the figure is of, in every statement; where none tells that, those that stand beside it."""
    own = [_long({one.claim.period}) for one in position.statements if one.claim.period is not None]
    told = [periods for periods in own if periods]
    if 2 * len(told) >= len(position.statements) and (shared := frozenset.intersection(*told)):
        return shared
    found = []
    for one in position.statements:
        reading = readings.get(one.article.id)
        beside = (claim for claim in reading.claims if claim.sentence.start == one.claim.sentence.start) if reading else ()
        found.append(_long({claim.figure for claim in beside if isinstance(claim.figure, Period)}))
    return frozenset.intersection(*found) if found else frozenset()


def _long(periods: set[Period]) -> frozenset[Period]:
    return frozenset(period for period in periods if period.granularity in LONG)


def scopes_of(position: Position) -> frozenset[str]:
    """The scope words that all statements of a position share."""
    return _shared(one.claim.scope for one in position.statements)


def _shared(scopes: Iterable[tuple[str, ...]]) -> frozenset[str]:
    found = [frozenset(words) for words in scopes]
    return frozenset.intersection(*found) if found else frozenset()


def _finding(difference: Difference, kind: DiscrepancyType, rule: str, explanation: str) -> Finding:
    said = f"{say(difference.leader.lead)} and {say(difference.dissent.lead)}"
    return Finding(kind, rule, f"{explanation}, so {said} are not compared", (difference.leader.statements, difference.dissent.statements))
