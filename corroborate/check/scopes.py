"""Differences of what is measured, not of how much: another unit, a part of the whole, another stretch of time."""

import re
from collections.abc import Iterable

from corroborate.check.differences import Difference, Finding
from corroborate.check.statements import Position
from corroborate.check.words import say
from corroborate.model.figures import Kind, Quantity
from corroborate.model.findings import DiscrepancyType, Relation
from corroborate.model.wordings import join

NARROW = re.compile(
    r"\b(alone|only in|just in|in (?:the )?(?:city|town|region|country|state|province|district) itself|locally|at one (?:site|plant)|"
    r"inside the (?:city|town|country|region)|domestic(?:ally)?)\b",
    re.IGNORECASE,
)
EXTENTS = frozenset({"worldwide", "nationwide", "combined", "part", "aboard", "capacity", "expected"})
STRETCHES = frozenset({"first half", "second half", "nine months", "annual", "monthly", "daily", "so far", "average"})


def unit(difference: Difference) -> tuple[Finding, ...]:
    """The same number stands in two units that cannot both be meant: 3 million euros and 3 million dollars."""
    left, right = difference.leader.lead, difference.dissent.lead
    if not (isinstance(left, Quantity) and isinstance(right, Quantity)) or left.unit == right.unit:
        return ()
    is_same_number = left.value is not None and left.value == right.value
    is_other_currency = difference.group.kind is Kind.MONEY
    if not (is_same_number or is_other_currency or difference.comparison.relation is Relation.CONFLICT):
        return ()
    explanation = f"one gives {left.unit or 'no unit'}, the other {right.unit or 'no unit'}"
    return (_finding(difference, DiscrepancyType.UNIT, "other_unit", explanation),)


def scope(difference: Difference) -> tuple[Finding, ...]:
    """One figure is for a part of what the other covers: in one country alone."""
    if difference.comparison.relation is not Relation.CONFLICT:
        return ()
    narrow = tuple(_is_narrow(position) for position in (difference.leader, difference.dissent))
    extents = tuple(scopes_of(position) & EXTENTS for position in (difference.leader, difference.dissent))
    if narrow[0] == narrow[1] and extents[0] == extents[1]:
        return ()
    words = join(sorted(extents[0] ^ extents[1])) or "a part of the whole"
    return (_finding(difference, DiscrepancyType.SCOPE, "other_extent", f"the figures cover different things ({words})"),)


def period(difference: Difference) -> tuple[Finding, ...]:
    """One figure is for another stretch of time: a month against a year, a half-year against what was counted so far."""
    left, right = difference.leader.lead, difference.dissent.lead
    if not (isinstance(left, Quantity) and isinstance(right, Quantity)) or left.unit != right.unit:
        return ()
    stretches = tuple(scopes_of(position) & STRETCHES for position in (difference.leader, difference.dissent))
    if left.per == right.per and (stretches[0] == stretches[1] or difference.comparison.relation is not Relation.CONFLICT):
        return ()
    named = [
        f"per {side.per}" if side.per else join(sorted(words)) or "no stretch named"
        for side, words in zip((left, right), stretches, strict=True)
    ]
    return (
        _finding(
            difference, DiscrepancyType.PERIOD, "other_period", f"the figures are for different stretches of time ({' / '.join(named)})"
        ),
    )


def scopes_of(position: Position) -> frozenset[str]:
    """The scope words that all statements of a position share."""
    return _shared(one.claim.scope for one in position.statements)


def _shared(scopes: Iterable[tuple[str, ...]]) -> frozenset[str]:
    found = [frozenset(words) for words in scopes]
    return frozenset.intersection(*found) if found else frozenset()


def _is_narrow(position: Position) -> bool:
    return all(NARROW.search(one.claim.sentence.text) for one in position.statements)


def _finding(difference: Difference, kind: DiscrepancyType, rule: str, explanation: str) -> Finding:
    said = f"{say(difference.leader.lead)} against {say(difference.dissent.lead)}"
    return Finding(kind, rule, f"{explanation}; {said} is not compared", (difference.leader.statements, difference.dissent.statements))
