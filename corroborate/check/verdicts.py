"""What can be said of a group: agreement and independence, and the verdict read off the pair."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from corroborate.check.differences import Finding, discrepancy
from corroborate.check.figures import specificity
from corroborate.check.statements import Position, Statement
from corroborate.model.figures import Period, Quantity
from corroborate.model.findings import CHANGES, Agreement, Assessment, DiscrepancyType, Support, Verdict, agreement_of, verdict_of
from corroborate.model.ranges import Range
from corroborate.model.stories import ClaimGroup
from corroborate.model.wordings import plain, wording


def assess(group: ClaimGroup, statements: Sequence[Statement], taken: Sequence[Position], findings: Sequence[Finding]) -> Assessment:
    """The assessment of one group with its discrepancies."""
    types = {finding.type for finding in findings}
    support, current = supported(taken), current_position(taken, findings)
    stands = bool(taken) and current is taken[0]
    low, high = (support.low, support.high) if stands else consensus(current)
    # Two checks may find the same thing about the same articles.
    kept = {one.id: one for one in (discrepancy(finding, group) for finding in reversed(findings))}
    return Assessment(
        group=group.id,
        agreement=agreement(statements, types),
        verdict=verdict_of(types, support.verdict),
        low=low,
        high=high,
        values=values(taken),
        discrepancies=tuple(sorted(kept.values(), key=lambda one: (one.type, one.id))),
        support=support,
    )


def agreement(statements: Sequence[Statement], types: set[DiscrepancyType]) -> Agreement:
    """Whether the outlets' figures agree; one outlet alone neither agrees nor differs."""
    if len({one.outlet for one in statements}) < 2:
        return Agreement.ALONE
    return agreement_of(types)


def supported(taken: Sequence[Position]) -> Support:
    """By how many outlets, and how many independent origins, the best supported position is taken, and its range."""
    best = taken[0] if taken else None
    low, high = consensus(best)
    if best is None or len(best.outlets) < 2:
        return Support(Verdict.SINGLE, low, high)
    return Support(Verdict.CORROBORATED if len(best.origins) > 1 else Verdict.REPEATED, low, high)


def current_position(taken: Sequence[Position], findings: Sequence[Finding]) -> Position | None:
    """The position that stands now: the newest of an update or correction, else the best supported."""
    if not taken:
        return None
    replaced = {one.claim.id for finding in findings if finding.type in CHANGES for side in finding.sides[:-1] for one in side}
    standing = [position for position in taken if not all(one.claim.id in replaced for one in position.statements)]
    outdated = [position for position in standing if any(one.claim.id in replaced for one in position.statements)]
    return next((position for position in standing if position not in outdated), (standing or list(taken))[0])


def consensus(current: Position | None) -> tuple[str | None, str | None]:
    """The most specific range supported by most origins of the position: the intersection, never an average."""
    if current is None:
        return None, None
    figures = list({one.figure for one in current.statements})
    if len(figures) > 1:
        figures.sort(key=lambda figure: (specificity(figure), str(figure)))
    if isinstance(current.lead, Quantity):
        shared = _intersection([figure.range for figure in figures if isinstance(figure, Quantity)])
        return tuple(None if bound is None else plain(bound) for bound in (shared.low, shared.high))  # type: ignore[return-value]
    if isinstance(current.lead, Period):
        days = _days([figure.range for figure in figures if isinstance(figure, Period)])
        return tuple(None if bound is None else bound.isoformat() for bound in (days.low, days.high))  # type: ignore[return-value]
    return None, None


def _intersection(ranges: Sequence[Range[Decimal]]) -> Range[Decimal]:
    shared = ranges[0]
    for bounds in ranges[1:]:
        shared = shared.intersection(bounds) or shared
    return shared


def _days(ranges: Sequence[Range[date]]) -> Range[date]:
    shared = ranges[0]
    for bounds in ranges[1:]:
        shared = shared.intersection(bounds) or shared
    return shared


def values(taken: Sequence[Position]) -> tuple[str, ...]:
    """The distinct wordings, those of the best supported position first, within it the most used first."""
    found: dict[str, None] = {}
    for position in taken:
        users: dict[str, set[str]] = {}
        for one in position.statements:
            users.setdefault(wording(one.claim), set()).add(one.outlet)
        found.update(dict.fromkeys(sorted(users, key=lambda text: (-len(users[text]), text))))
    return tuple(found)
