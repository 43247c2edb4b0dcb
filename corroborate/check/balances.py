"""Three counts of a story that add up, and the article in which they do not: passengers and crew against all aboard."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from corroborate.check.differences import Finding
from corroborate.check.statements import Position, Statement
from corroborate.check.words import spoken
from corroborate.model.figures import Approx, Kind, Quantity
from corroborate.model.findings import DiscrepancyType
from corroborate.model.wordings import wording

SMALLEST_WHOLE = 50
MOST_COUNTS = 25


def imbalances(groups: Mapping[str, Sequence[Position]]) -> Iterator[Finding]:
    """Articles whose three counts do not add up, where those of the other outlets do."""
    leading = [(taken, value) for taken in groups.values() if taken and (value := _count(taken[0])) is not None]
    by_value = {value: taken for taken, value in leading[:MOST_COUNTS]}
    for (left, first), (right, second) in combinations(leading[:MOST_COUNTS], 2):
        whole = by_value.get(first + second)
        if whole is not None and first + second >= SMALLEST_WHOLE:
            yield from _broken((whole, left, right))


def _count(position: Position) -> Decimal | None:
    """The exact count that at least two outlets agree on."""
    figure = position.lead
    if not isinstance(figure, Quantity) or position.statements[0].claim.kind is not Kind.COUNT or len(position.outlets) < 2:
        return None
    return figure.value if figure.approx is Approx.EXACT else None


def _broken(triple: tuple[Sequence[Position], Sequence[Position], Sequence[Position]]) -> Iterator[Finding]:
    for index, taken in enumerate(triple):
        for dissent in taken[1:]:
            for one in dissent.statements:
                others = [_of_article(other[0], one.article.id) for place, other in enumerate(triple) if place != index]
                if all(others) and not _of_article(taken[0], one.article.id):
                    yield _finding(one, [other[0] for other in others], whole=index == 0)


def _of_article(position: Position, article: str) -> list[Statement]:
    return [one for one in position.statements if one.article.id == article]


def _finding(odd: Statement, others: Sequence[Statement], *, whole: bool) -> Finding:
    values = [one.figure.value for one in others if isinstance(one.figure, Quantity) and one.figure.value is not None]
    right = sum(values, Decimal(0)) if whole else max(values) - min(values)
    listed = " and ".join(wording(one.claim) for one in others)
    explanation = f"with {listed} in the same article it would have to be {spoken(right)}, as others have it"
    return Finding(DiscrepancyType.ARITHMETIC, "counts_that_should_add_up", explanation, ((odd,), tuple(others)))
