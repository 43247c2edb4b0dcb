"""A difference between two positions, and what the rules find about it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from corroborate.check.statements import Position, Statement, side_of
from corroborate.model.articles import Reading
from corroborate.model.figures import Figure, Quantity
from corroborate.model.findings import Comparison, Discrepancy, DiscrepancyType, Relation, Side
from corroborate.model.ids import content_id
from corroborate.model.stories import ClaimGroup, Reuse
from corroborate.model.wordings import join

MANY = 4


@dataclass(frozen=True, slots=True)
class Difference:
    """Two positions of one group that do not agree; `dual` are statements of articles that state both.

    `leader` is the better supported of the two. `readings` are the story's, by article id.
    """

    group: ClaimGroup
    leader: Position
    dissent: Position
    comparison: Comparison
    dual: tuple[Statement, ...]
    readings: Mapping[str, Reading]
    reuses: tuple[Reuse, ...] = ()

    @property
    def is_comparable(self) -> bool:
        """The figures are of one kind, unit and role."""
        return self.comparison.relation is not Relation.INCOMPARABLE

    @property
    def by_time(self) -> tuple[Position, Position]:
        """The position taken first, then the other."""
        earlier, later = sorted((self.leader, self.dissent), key=lambda one: (one.first, one.statements[0].claim.id))
        return earlier, later

    @property
    def by_value(self) -> tuple[Position, Position]:
        """The smaller figure, then the larger; by time where a figure has no size."""
        smaller, larger = sorted(self.by_time, key=lambda one: point(one.lead) or Decimal(0))
        return smaller, larger


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found: the type, the explanation, and the statements of each side in the order to be shown."""

    type: DiscrepancyType
    rule: str
    explanation: str
    sides: tuple[tuple[Statement, ...], ...]


def point(figure: Figure) -> Decimal | None:
    """The number by which a quantity can be put in order: its value, else the middle or the bound it has."""
    if not isinstance(figure, Quantity):
        return None
    if figure.value is not None:
        return figure.value
    bounds = [bound for bound in (figure.range.low, figure.range.high) if bound is not None]
    return sum(bounds, Decimal(0)) / len(bounds) if bounds else None


def without(position: Position, articles: frozenset[str]) -> tuple[Statement, ...]:
    """The position's statements outside the given articles."""
    return tuple(one for one in position.statements if one.article.id not in articles)


def restrict(position: Position, statements: Sequence[Statement]) -> Position:
    """The position with only some of its statements."""
    return replace(position, statements=tuple(statements))


def said_by(side: Side) -> str:
    """`Harbour Herald and Port Post say "12"`."""
    named = side.outlets if len(side.outlets) <= MANY else (*side.outlets[: MANY - 1], f"{len(side.outlets) - MANY + 1} others")
    return f'{join(named)} {"says" if len(side.outlets) == 1 else "say"} "{side.value}"'


def reason_for(finding: Finding) -> str:
    """The sentence that an editor reads: who says what on each side, and what to make of it."""
    return f"{'; '.join(said_by(side_of(side)) for side in finding.sides)}: {finding.explanation}"


def discrepancy(finding: Finding, group: ClaimGroup) -> Discrepancy:
    """The finding as it is kept; its id depends on nothing but what it is about."""
    articles = sorted({one.article.id for side in finding.sides for one in side})
    return Discrepancy(
        id=content_id("d", group.id, finding.type, finding.rule, *articles),
        group=group.id,
        story=group.story,
        type=finding.type,
        about=group.question,
        rule=finding.rule,
        reason=reason_for(finding),
        sides=tuple(side_of(side) for side in finding.sides),
        first_seen=max(min(one.article.seen for one in side) for side in finding.sides),
    )


def merged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings of one type and rule that share a side become one: "12" to "14" and "14" to "19" are one update."""
    kept: dict[tuple[DiscrepancyType, str], Finding] = {}
    for finding in findings:
        key = (finding.type, finding.rule)
        kept[key] = _join(kept[key], finding) if key in kept else finding
    return tuple(kept.values())


def _join(first: Finding, second: Finding) -> Finding:
    sides: dict[tuple[str, ...], tuple[Statement, ...]] = {}
    for side in (*first.sides, *second.sides):
        sides.setdefault(tuple(sorted(one.claim.id for one in side)), side)
    ordered = sorted(sides.values(), key=lambda side: min(one.as_of for one in side))
    explanations = dict.fromkeys((first.explanation, second.explanation))
    return replace(first, sides=tuple(ordered), explanation="; ".join(explanations))
