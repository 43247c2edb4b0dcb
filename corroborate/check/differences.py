"""A difference between two positions, and what the rules find about it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from corroborate.check.figures import compare_figures, specificity
from corroborate.check.naming import discrepancy_id
from corroborate.check.statements import Position, Statement, order_of, side_of
from corroborate.check.words import say_when, sentence
from corroborate.model.articles import Reading
from corroborate.model.figures import Figure, Quantity
from corroborate.model.findings import Comparison, Discrepancy, DiscrepancyType, Relation, Side
from corroborate.model.stories import ClaimGroup, Reuse
from corroborate.model.wordings import join, wording

MANY = 4
BY_TIME = frozenset({DiscrepancyType.UPDATE, DiscrepancyType.STALE_COPY})
NUMBER_WORDS = frozenset(
    ("a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
     "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty",
     "ninety",
     "hundred", "hundreds", "thousands", "dozens", "scores", "tens", "several", "some", "half", "between", "nearly", "about", "around",
     "over", "almost", "millions", "the", "first", "second", "third", "last", "next", "this", "late", "early", "from", "to")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """Two positions of one group that do not agree; `dual` are statements of articles that state both.

    `leader` is the better supported of the two. `readings` are the story's, by article id;
    `is_between_groups` where each position is that of a group of its own.
    """

    group: ClaimGroup
    leader: Position
    dissent: Position
    comparison: Comparison
    dual: tuple[Statement, ...]
    readings: Mapping[str, Reading]
    reuses: tuple[Reuse, ...] = ()
    is_between_groups: bool = False

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


def said_by(outlets: Sequence[str], values: Sequence[str], when: datetime | None = None) -> str:
    """`Harbour Herald and Port Post say "12"`, or with a moment `Harbour Herald said "12" at 12:00 UTC on 14 October`."""
    named = tuple(outlets) if len(outlets) <= MANY else (*outlets[: MANY - 1], f"{len(outlets) - MANY + 1} others")
    value = join([f'"{_quotable(value)}"' for value in values])
    if when is None:
        return f"{join(named)} {'says' if len(outlets) == 1 else 'say'} {value}"
    return f"{join(named)} said {value}{'' if len(outlets) == 1 else ', first'} at {say_when(when)}"


def _quotable(value: str) -> str:
    """A wording to stand between quotation marks: a capital that only opened its sentence is lowered, its own marks are single."""
    first = value.split(" ")[0].rstrip(",").lower()
    lowered = value[:1].lower() + value[1:] if first.partition("-")[0] in NUMBER_WORDS else value
    return lowered.replace('"', "'")


def reason_for(finding: Finding) -> str:
    """What an editor reads: who says what on each side, with the times where they explain it, and what to make of it."""
    timed, summed = finding.type in BY_TIME, finding.type is DiscrepancyType.ARITHMETIC
    shown = [(side_of(side), side) for side in finding.sides]
    values = [tuple(dict.fromkeys(wording(one.claim) for one in side)) if summed else (one.value,) for one, side in shown]
    outlets = [one.outlets for one, _ in shown]
    if len(set(outlets)) == 1 and len(outlets[0]) == 1 and not timed:
        said = [said_by(outlets[0], [value for told in values for value in told])]
    else:
        moments = [_first(side) if timed else None for side in finding.sides]
        named = [_with_their_own(one, side) if not summed else one.outlets for one, side in shown]
        said = [said_by(*one) for one in zip(named, values, moments, strict=True)]
    return f"{sentence('; '.join(said))} {sentence(finding.explanation)}"


def _first(side: Sequence[Statement]) -> datetime:
    return Position(min((one.figure for one in side), key=specificity), tuple(side)).first


def _with_their_own(side: Side, statements: Sequence[Statement]) -> tuple[str, ...]:
    """The outlets of a side, each with its own figure where that is another than the one quoted: `Port Post ("at least six")`."""
    told: dict[str, Statement] = {}
    for one in sorted(statements, key=lambda one: (specificity(one.figure), order_of(one))):
        told.setdefault(one.outlet, one)
    quoted = next((one for one in told.values() if wording(one.claim) == side.value), None)
    if quoted is None or not isinstance(quoted.figure, Quantity):
        return side.outlets
    own = {
        name: wording(one.claim) for name, one in told.items() if compare_figures(one.figure, quoted.figure).relation is not Relation.SAME
    }
    return tuple(f'{name} ("{_quotable(own[name])}")' if name in own else name for name in side.outlets)


def discrepancy(finding: Finding, group: ClaimGroup) -> Discrepancy:
    """The finding as it is kept; see `naming` for its id."""
    return Discrepancy(
        id=discrepancy_id(finding.type, finding.rule, finding.sides),
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
    """Findings of one type and rule become one: "12" to "14" and "14" to "19" are one update."""
    kept: dict[tuple[DiscrepancyType, str], Finding] = {}
    for finding in findings:
        key = (finding.type, finding.rule)
        kept[key] = _join(kept[key], finding) if key in kept else finding
    stale = {one.claim.id for finding in kept.values() if finding.type is DiscrepancyType.STALE_COPY for one in finding.sides[0]}
    return tuple(_without_stale(finding, stale) if finding.type is DiscrepancyType.UPDATE else finding for finding in kept.values())


def _join(first: Finding, second: Finding) -> Finding:
    sides: list[dict[str, Statement]] = []
    for side in (*first.sides, *second.sides):
        named = {one.claim.id: one for one in side}
        same = next((known for known in sides if known.keys() & named.keys()), None)
        if same is None:
            sides.append(named)
        else:
            same.update(named)
    ordered = sorted((tuple(sorted(side.values(), key=order_of)) for side in sides), key=lambda side: order_of(side[0]))
    explanations = dict.fromkeys((first.explanation, second.explanation))
    return replace(first, sides=tuple(ordered), explanation="; ".join(explanations))


def _without_stale(update: Finding, stale: set[str]) -> Finding:
    """An outlet that printed the old figure too late is no part of the update itself."""
    sides = [tuple(one for one in side if one.claim.id not in stale) for side in update.sides]
    return replace(update, sides=tuple(side or update.sides[index] for index, side in enumerate(sides)))
