"""Three counts of a story that add up, and the article in which they do not: passengers and crew against all aboard."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from corroborate.check.backgrounds import looks_back
from corroborate.check.differences import Finding
from corroborate.check.headcounts import befell
from corroborate.check.statements import Position, Statement
from corroborate.check.words import say
from corroborate.model.figures import Approx, Kind, Quantity
from corroborate.model.findings import DiscrepancyType
from corroborate.model.synonyms import ring
from corroborate.model.wordings import wording

SMALLEST_WHOLE = 50
MOST_COUNTS = 25
SLIPPED = 2
MEMBERS = frozenset({"members", "member", "of", "the", "people", "person"})


def imbalances(groups: Mapping[str, Sequence[Position]]) -> Iterator[Finding]:
    """Articles whose three counts do not add up, where those of the other outlets do."""
    leading = [(group, value) for group, taken in groups.items() if taken and (value := _count(taken[0], outlets=2)) is not None]
    stated: dict[Decimal, list[tuple[str, Position]]] = defaultdict(list)
    for group, taken in groups.items():
        for position in taken:
            if (value := _count(position, outlets=1)) is not None:
                stated[value].append((group, position))
    for (left, first), (right, second) in combinations(leading[:MOST_COUNTS], 2):
        for third in (first + second, abs(first - second)):
            if max(first, second, third) < SMALLEST_WHOLE:
                continue
            for group, fitting in stated.get(third, ()):
                if group not in (left, right) and _may_add_up(fitting, groups[left][0], groups[right][0]):
                    apart = [one for other, taken in groups.items() if other not in (group, left, right) for one in taken]
                    same = [*groups[group], *(one for one in apart if _count_the_same(fitting, one))]
                    yield from _broken(same, fitting, (groups[left][0], groups[right][0]))


def _may_add_up(*counts: Position) -> bool:
    """The two smaller may be parts of the largest: the rescued and the dead are all aboard, but those aboard have the dead among them."""
    parts = sorted(counts, key=lambda one: _count(one, outlets=1) or Decimal(0))[:2]
    return bool(befell(parts[0])) == bool(befell(parts[1]))


def _count_the_same(fitting: Position, other: Position) -> bool:
    """Another count of the crew, though a figure so different was left in a group of its own; not of those who died of it."""
    first, second = _count(fitting, outlets=1), _count(other, outlets=1)
    if first is None or second is None or max(first, second) > SLIPPED * min(first, second) or not _nouns(fitting) & _nouns(other):
        return False
    return befell(fitting) == befell(other) and not looks_back(other)


def _nouns(position: Position) -> frozenset[str]:
    counted = [one.figure.counted or "" for one in position.statements if isinstance(one.figure, Quantity)]
    return frozenset(ring(word) for words in counted for word in words.lower().split()) - MEMBERS


def _count(position: Position, *, outlets: int) -> Decimal | None:
    """The exact count that at least so many outlets agree on."""
    figure = position.lead
    if not isinstance(figure, Quantity) or position.statements[0].claim.kind is not Kind.COUNT or len(position.outlets) < outlets:
        return None
    return figure.value if figure.approx is Approx.EXACT else None


def _broken(taken: Sequence[Position], fitting: Position, others: tuple[Position, Position]) -> Iterator[Finding]:
    """Statements of another value than the fitting one in articles that share both other counts."""
    for dissent in taken:
        for one in dissent.statements if _is_another(dissent, fitting) else ():
            beside = [_of_article(other, one.article.id) for other in others]
            if all(beside) and not _of_article(fitting, one.article.id):
                yield _finding(one, [same[0] for same in beside], fitting)
                break


def _is_another(dissent: Position, fitting: Position) -> bool:
    """A count of its own that is not the fitting one; "more than 100" is none of which three could add up."""
    value = _count(dissent, outlets=1)
    return value is not None and value != _count(fitting, outlets=1)


def _of_article(position: Position, article: str) -> list[Statement]:
    return [one for one in position.statements if one.article.id == article]


def _finding(odd: Statement, others: Sequence[Statement], fitting: Position) -> Finding:
    listed = " and ".join(wording(one.claim) for one in others)
    explanation = f"with {listed} in the same article it would have to be {say(fitting.lead)}, as others have it"
    return Finding(DiscrepancyType.ARITHMETIC, "counts_that_should_add_up", explanation, ((odd,), tuple(others)))
