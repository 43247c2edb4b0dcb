"""Groups of one story that add up: an outlet counts the passengers where the others count everybody."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from corroborate.check.differences import Finding
from corroborate.check.statements import Position
from corroborate.check.words import spoken
from corroborate.model.figures import Quantity, Role
from corroborate.model.findings import DiscrepancyType
from corroborate.model.stories import ClaimGroup

HOW_MANY = re.compile(r"^how many (?P<noun>.+?) (?P<fate>(?:were|are|was|is|lost|had|died|will|have|must|could)\b.*)\?$")
MOST_COUNTS = 20
SMALLEST_WHOLE = 10


@dataclass(frozen=True, slots=True)
class Count:
    """A number of some kind of people or things to whom the same happened."""

    group: str
    noun: str
    value: Decimal
    position: Position


def parts(groups: Sequence[ClaimGroup], taken: Mapping[str, Sequence[Position]]) -> Iterator[tuple[str, Finding]]:
    """What is a part of what, with the id of the group of the whole; one finding for each part."""
    fates: dict[str, list[Count]] = defaultdict(list)
    for group in groups:
        asked = HOW_MANY.match(group.question.lower())
        if asked is not None:
            fates[asked["fate"]].extend(_counts(group.id, asked["noun"], taken[group.id]))
    for counts in fates.values():
        found = {part.group: (whole, part, rest) for whole, part, rest in _sums(counts[:MOST_COUNTS])}
        for whole, part, rest in found.values():
            yield whole.group, _finding(whole, part, rest)


def _counts(group: str, noun: str, taken: Sequence[Position]) -> Iterator[Count]:
    for position in taken:
        figure = position.lead
        if isinstance(figure, Quantity) and figure.role is Role.LEVEL and figure.value is not None:
            yield Count(group, noun, figure.value, position)


def _sums(counts: Sequence[Count]) -> Iterator[tuple[Count, Count, Count]]:
    for whole in counts:
        rest = [one for one in counts if 0 < one.value < whole.value and one.noun != whole.noun]
        for left, right in combinations(rest, 2):
            if left.value + right.value != whole.value or whole.value < SMALLEST_WHOLE or left.noun == right.noun:
                continue
            part, other = (left, right) if left.value > right.value else (right, left)
            if _is_in_place_of(part, whole, counts):
                yield whole, part, other


def _is_in_place_of(part: Count, whole: Count, counts: Sequence[Count]) -> bool:
    """A single outlet gives the part and nowhere the whole, which several others give."""
    telling_whole = {outlet for one in counts if one.group == whole.group for outlet in one.position.outlets}
    telling_part = {outlet for one in counts if one.group == part.group for outlet in one.position.outlets}
    return len(telling_part) == 1 and len(telling_whole) > 1 and not telling_part & telling_whole


def _finding(whole: Count, part: Count, rest: Count) -> Finding:
    explanation = f"one is a part of the other: {spoken(part.value)} and {spoken(rest.value)} make {spoken(whole.value)}"
    return Finding(DiscrepancyType.PART_WHOLE, "parts_make_whole", explanation, (part.position.statements, whole.position.statements))
