"""Groups of one story that would answer one question if a single slot did not differ, and groups that add up."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from corroborate.check.differences import Difference, Finding
from corroborate.check.figures import compare_figures
from corroborate.check.kinds import classify
from corroborate.check.scopes import EXTENTS, STRETCHES, period, scope, scopes_of, unit
from corroborate.check.statements import Position
from corroborate.check.words import spoken
from corroborate.model.articles import Reading
from corroborate.model.figures import Kind, Quantity, Role
from corroborate.model.findings import DiscrepancyType, Relation
from corroborate.model.stories import ClaimGroup

WORD = re.compile(r"[a-z]{3,}")
HOW_MANY = re.compile(r"^how many (?P<noun>.+?) (?P<fate>(?:were|are|was|is|lost|had|died|will|have|must|could)\b.*)\?$")
VAGUE_QUESTION = re.compile(r"were there\?$|was it\?$|it last\?$|earlier cases|of the total")
OPPOSED = frozenset({Relation.TENSION, Relation.CONFLICT})
MOST_GROUPS = 60
MOST_PARTS = 12
SMALLEST_WHOLE = 10


@dataclass(frozen=True, slots=True)
class Ask:
    """A group with the slots that its figures fill."""

    group: ClaimGroup
    position: Position
    lead: Quantity
    head: str
    scopes: frozenset[str]

    @property
    def slots(self) -> tuple[object, ...]:
        """What must be alike before two groups are neighbours at all."""
        return self.group.kind, self.lead.role, self.lead.direction, self.head


def between_groups(
    groups: Sequence[ClaimGroup], taken: Mapping[str, Sequence[Position]], readings: Mapping[str, Reading]
) -> dict[str, tuple[Finding, ...]]:
    """Suggestions about pairs of groups, by the id of the group that they hang on; never a conflict."""
    asks = [ask for group in groups if (ask := _ask(group, taken[group.id])) is not None]
    found: dict[str, tuple[Finding, ...]] = defaultdict(tuple)
    alike: dict[tuple[object, ...], list[Ask]] = defaultdict(list)
    for ask in asks:
        alike[ask.slots].append(ask)
    for neighbours in alike.values():
        for left, right in combinations(neighbours[:MOST_GROUPS], 2):
            first, second = sorted((left, right), key=lambda ask: (*(-count for count in ask.position.weight), ask.group.id))
            found[first.group.id] += _suggest(first, second, readings)
    for whole, finding in _parts(asks):
        found[whole.group.id] += (finding,)
    return found


def _ask(group: ClaimGroup, taken: Sequence[Position]) -> Ask | None:
    if not taken or not isinstance(taken[0].lead, Quantity):
        return None
    position = taken[0]
    leads = [one.figure for one in position.statements if isinstance(one.figure, Quantity)]
    counted = next((lead.counted for lead in leads if lead.counted), None)
    head = (WORD.findall((counted or "").lower()) or [group.question.lower()])[-1]
    lead = taken[0].lead
    return Ask(group, position, lead, head, scopes_of(position)) if isinstance(lead, Quantity) else None


def _suggest(first: Ask, second: Ask, readings: Mapping[str, Reading]) -> tuple[Finding, ...]:
    """A finding where exactly one slot differs and no outlet states both, which would show that it tells them apart."""
    if len(first.position.outlets) < 2 or set(first.position.outlets) & set(second.position.outlets):
        return ()
    if not _share_parties(first, second):
        return ()
    apart = first.scopes ^ second.scopes
    if apart - EXTENTS - STRETCHES or (apart & EXTENTS and apart & STRETCHES):
        return ()
    comparison = compare_figures(first.lead, second.lead)
    difference = Difference(first.group, first.position, second.position, comparison, (), readings, is_between_groups=True)
    found = [findings for check in (unit, period, scope) if (findings := check(difference))]
    if not found and not apart and is_one_question(first, second) and comparison.relation in OPPOSED:
        return classify(difference)
    return found[0] if len(found) == 1 else ()


def is_one_question(first: Ask, second: Ask) -> bool:
    """Two groups ask the same in the same words about the same parties, and only their figures keep them apart."""
    asked = first.group.question
    if asked != second.group.question or VAGUE_QUESTION.search(asked) or first.lead.unit != second.lead.unit:
        return False
    parties = [{party for one in ask.position.statements for party in one.claim.parties} for ask in (first, second)]
    return bool(parties[0] & parties[1]) or first.group.kind is Kind.MONEY


def _share_parties(first: Ask, second: Ask) -> bool:
    left, right = ({party for one in ask.position.statements for party in one.claim.parties} for ask in (first, second))
    return not left or not right or bool(left & right)


def _parts(asks: Iterable[Ask]) -> Iterator[tuple[Ask, Finding]]:
    """A group whose figure is another's less a third: an outlet counts the passengers where the others count everybody."""
    fates: dict[str, list[tuple[Ask, Decimal]]] = defaultdict(list)
    for ask in asks:
        asked = HOW_MANY.match(ask.group.question.lower())
        if asked and ask.lead.role is Role.LEVEL and ask.lead.value is not None:
            fates[asked["fate"]].append((ask, ask.lead.value))
    for counts in fates.values():
        yield from _sums(counts[:MOST_PARTS])


def _sums(counts: Sequence[tuple[Ask, Decimal]]) -> Iterator[tuple[Ask, Finding]]:
    for whole, total in counts:
        rest = [(ask, value) for ask, value in counts if 0 < value < total]
        for (left, first), (right, second) in combinations(rest, 2):
            if first + second != total or total < SMALLEST_WHOLE or len({whole.head, left.head, right.head}) < 3:
                continue
            part = left if first > second else right
            if len(part.position.outlets) == 1 < len(whole.position.outlets) and part.position.outlets[0] not in whole.position.outlets:
                yield whole, _part_finding(whole, part, (first, second, total))


def _part_finding(whole: Ask, part: Ask, values: tuple[Decimal, Decimal, Decimal]) -> Finding:
    first, second, total = (spoken(value) for value in values)
    explanation = f"one is a part of the other: {first} and {second} make {total}"
    return Finding(DiscrepancyType.PART_WHOLE, "parts_make_whole", explanation, (part.position.statements, whole.position.statements))
