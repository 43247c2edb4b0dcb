"""The figure matrix as a page shows it: questions down, outlets across, and in each cell what it is worth."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from string import ascii_uppercase

from corroborate.model.findings import Discrepancy, DiscrepancyType, Status, Verdict
from corroborate.model.records import ClaimRecord, GroupRecord, StoryRecord
from corroborate.model.wordings import wording
from corroborate.publish.views import outlets_of
from corroborate.publish.web.marks import PROMINENT, VERDICTS, Mark

SETTLED = (Status.REJECTED,)


@dataclass(frozen=True, slots=True)
class Answer:
    """One wording in a cell, with the claim that has it."""

    text: str
    claim: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one outlet answers; `side` is the letter of its side where outlets differ, `origins` number what it rests on; `is_odd` where
    most outlets are on another side, or no side has more than another."""

    outlet: str
    answers: tuple[Answer, ...]
    side: str | None
    origins: tuple[int, ...]
    is_odd: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One question with its cells, in the order of the matrix' outlets; None where an outlet does not answer."""

    group: str
    question: str
    verdict: Mark
    types: tuple[DiscrepancyType, ...]
    outlets: int
    origins: int
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Questions that several outlets answer, and those that only one does."""

    outlets: tuple[str, ...]
    shared: tuple[Line, ...]
    alone: tuple[Line, ...]


def matrix_of(record: StoryRecord) -> Matrix:
    """The matrix of a story: disputed questions first, then those that most outlets answer."""
    said = Counter(outlet for group in record.groups for outlet in outlets_of(group))
    met = dict.fromkeys(article.outlet for article in sorted(record.articles, key=lambda one: (one.as_of, one.id)))
    outlets = tuple(outlet for outlet in met if said[outlet])
    lines = [_line(group, outlets) for group in sorted(record.groups, key=_prominence)]
    return Matrix(outlets, tuple(line for line in lines if line.outlets > 1), tuple(line for line in lines if line.outlets < 2))


def _prominence(record: GroupRecord) -> tuple[int, int, str]:
    return PROMINENT.index(record.assessment.verdict), -len(outlets_of(record)), record.group.id


def sides_of(record: GroupRecord) -> dict[str, str]:
    """The letter of the side that each claim takes in the gravest difference that was not rejected."""
    found = gravest(record.assessment.discrepancies)
    if found is None:
        return {}
    return {claim: letter for letter, side in zip(ascii_uppercase, found.sides, strict=False) for claim in side.claims}


def gravest(found: Sequence[Discrepancy]) -> Discrepancy | None:
    """The difference that a reader should see first, None where there is none that stands."""
    order = tuple(DiscrepancyType)
    standing = [one for one in found if one.status not in SETTLED]
    return max(standing, key=lambda one: (order.index(one.type), one.id), default=None)


def _line(record: GroupRecord, outlets: Sequence[str]) -> Line:
    sides = sides_of(record)
    numbers = {origin.id: number for number, origin in enumerate(record.origins, 1)}
    told = sorted(record.claims, key=lambda one: one.article.outlet)
    odd = _odd_sides(record, sides)
    cells = {outlet: _cell(list(claims), sides, numbers, odd) for outlet, claims in groupby(told, key=lambda one: one.article.outlet)}
    types = tuple(dict.fromkeys(one.type for one in record.assessment.discrepancies if one.status not in SETTLED))
    verdict = VERDICTS[Verdict(record.assessment.verdict)]
    across = tuple(cells.get(outlet) for outlet in outlets)
    return Line(record.group.id, record.group.question, verdict, types, len(cells), len(record.origins), across)


def _odd_sides(record: GroupRecord, sides: dict[str, str]) -> frozenset[str]:
    """The sides that fewer outlets take than another; all of them where none has more."""
    takers = Counter(side for side, _ in {(sides[one.claim.id], one.article.outlet) for one in record.claims if one.claim.id in sides})
    most = max(takers.values(), default=0)
    odd = frozenset(side for side, number in takers.items() if number < most)
    return odd or (frozenset(takers) if len(takers) > 1 else frozenset())


def _cell(claims: Sequence[ClaimRecord], sides: dict[str, str], numbers: dict[str, int], odd: frozenset[str]) -> Cell:
    answers = {wording(one.claim): one.claim.id for one in reversed(claims)}
    taken = sorted({sides[one.claim.id] for one in claims if one.claim.id in sides})
    rests = sorted({numbers[one.origin] for one in claims if one.origin in numbers})
    told = tuple(Answer(text, claim) for text, claim in answers.items())
    return Cell(claims[0].article.outlet, told, " ".join(taken) or None, tuple(rests), is_odd=any(side in odd for side in taken))


def counted(lines: Sequence[Line]) -> Iterator[tuple[Mark, int]]:
    """How many questions have which verdict, gravest first."""
    numbers = Counter(line.verdict for line in lines)
    return ((mark, numbers[mark]) for mark in VERDICTS.values() if numbers[mark])
