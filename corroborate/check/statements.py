"""What each outlet states in answer to one question, and the positions into which the statements fall."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from functools import cached_property

from corroborate.check.figures import agree, compare_figures, specificity
from corroborate.model.articles import Article, Reading
from corroborate.model.claims import Claim
from corroborate.model.figures import Approx, Figure, Quantity
from corroborate.model.findings import Relation, Side
from corroborate.model.stories import ClaimGroup, Origin
from corroborate.model.wordings import wording

CLEARLY = timedelta(hours=2)
# A page that gives only a day is stamped with its midnight.
SAME_DAY = timedelta(hours=24)

# A page of ten thousand figures is no report; what lies beyond is not compared.
MOST_OF_ONE_ARTICLE = 30
MOST_POSITIONS = 100
ENDS = frozenset({Approx.AT_LEAST, Approx.MORE_THAN, Approx.AT_MOST, Approx.LESS_THAN, Approx.VAGUE})
"""Hedges that name an end of what may be, and not what is."""

CONVERTED = "converted"
"""In the rule of the reader that read a figure as another told in another unit."""

# An outlet that says "up to 1,100" means something above a thousand.
NEAR = Decimal("0.15")


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim as its outlet states it.

    `origin` is the id of what it rests on, the outlet's name where unknown; `as_of` the moment for which it can be held
    to stand.
    """

    claim: Claim
    article: Article
    origin: str
    as_of: datetime

    def __hash__(self) -> int:
        return hash(self.claim.id)

    @property
    def outlet(self) -> str:
        """Who publishes it."""
        return self.article.outlet

    @property
    def figure(self) -> Figure:
        """What it states."""
        return self.claim.figure


@dataclass(frozen=True)
class Position:
    """Statements that can all be right together; `lead` is the most specific of their figures."""

    lead: Figure
    statements: tuple[Statement, ...]

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """Who takes the position, in order of time."""
        return tuple(dict.fromkeys(statement.outlet for statement in self.statements))

    @cached_property
    def origins(self) -> tuple[str, ...]:
        """What it rests on, in order of time."""
        return tuple(dict.fromkeys(statement.origin for statement in self.statements))

    @cached_property
    def articles(self) -> frozenset[str]:
        """The articles that take it."""
        return frozenset(statement.article.id for statement in self.statements)

    @cached_property
    def first(self) -> datetime:
        """When it was first taken; "at least two dozen" leaves room for 26, and is no print of it."""
        return min(statement.as_of for statement in stating(self.lead, self.statements))

    @cached_property
    def last(self) -> datetime:
        """When it was last taken."""
        return max(statement.as_of for statement in self.statements)

    @cached_property
    def weight(self) -> tuple[int, int, int]:
        """Independent origins, then outlets, then articles: what makes a position lead."""
        return len(self.origins), len(self.outlets), len(self.articles)


def stating(lead: Figure, statements: Sequence[Statement]) -> Sequence[Statement]:
    """Those that give the figure itself, and do not only leave room for it; all of them where none does."""
    if not isinstance(lead, Quantity):
        return statements
    given = [
        one for one in statements if isinstance(one.figure, Quantity) and (one.figure.value == lead.value or one.figure.approx not in ENDS)
    ]
    return given or statements


def order_of(statement: Statement) -> tuple[datetime, str, int]:
    """The order of time, then of place."""
    return statement.as_of, statement.article.id, statement.claim.span.start


def is_clearly_later(moment: datetime, other: datetime) -> bool:
    """Hours apart; a whole day where the other gives only its day, in which it may have come at any hour."""
    return moment - other >= (SAME_DAY if other.time() == time(0) else CLEARLY)


def gather(groups: Sequence[ClaimGroup], origins: Iterable[Origin], readings: Mapping[str, Reading]) -> dict[str, tuple[Statement, ...]]:
    """The statements of each group, by its id, in order of time."""
    found = {claim.id: (claim, reading.article) for reading in readings.values() for claim in reading.claims}
    origin_of = {(origin.group, claim): origin.id for origin in origins for claim in origin.claims}
    moments = standing([reading.article for reading in readings.values()])
    return {group.id: _statements(group, found, origin_of, moments) for group in groups}


def standing(articles: Iterable[Article]) -> dict[str, datetime]:
    """The moment for which each article can be held to stand, by its id.

    That is what it says of itself, unless this version was first met long after a round of the crawler that came after its
    publication: then it was edited in silence, and stands from the moment when it was met.
    """
    listed = tuple(articles)
    rounds = sorted({article.seen for article in listed})
    moments = {}
    for article in listed:
        place = bisect_left(rounds, article.as_of)
        edited = place < len(rounds) and article.seen - rounds[place] >= CLEARLY
        moments[article.id] = article.seen if edited else article.as_of
    return moments


def _statements(
    group: ClaimGroup,
    found: Mapping[str, tuple[Claim, Article]],
    origin_of: Mapping[tuple[str, str], str],
    moments: Mapping[str, datetime],
) -> tuple[Statement, ...]:
    known = [(found[claim], claim) for claim in group.claims if claim in found]
    stated = [
        Statement(claim, article, origin_of.get((group.id, identity), article.outlet), moments[article.id])
        for (claim, article), identity in known
    ]
    return tuple(sorted(stated, key=order_of))


def positions(statements: Sequence[Statement]) -> tuple[Position, ...]:
    """Split statements into positions, the best supported first.

    The most specific figures open positions; looser ones join the best supported that they leave room for, so that
    "nearly 25,000" stands with 24,900 and not as a third opinion. What an article says loosely beside its own precise
    figure goes with that.
    """
    if len(statements) == 1:
        return (Position(statements[0].figure, tuple(statements)),)
    stated = _by_article(statements)
    members: list[list[Statement]] = []
    leads: list[Figure] = []
    for batch in _by_figure(list(stated)):
        figure = batch[0].figure
        fitting = [index for index, lead in enumerate(leads) if agree(lead, figure)]
        if fitting:
            best = max(fitting, key=lambda index: (_closeness(figure, leads[index]), len({one.origin for one in members[index]}), -index))
            members[best].extend(batch)
            continue
        if len(leads) == MOST_POSITIONS:
            continue
        leads.append(figure)
        members.append(list(batch))
    built = [_position(lead, batch, stated) for lead, batch in zip(leads, members, strict=True)]
    return tuple(sorted(built, key=lambda one: (*(-count for count in one.weight), one.first, one.statements[0].claim.id)))


def _closeness(loose: Figure, lead: Figure) -> int:
    """A loose figure belongs to the lead of its own value, then to one near it, "up to 1,100" to 1,025 and not to 532, then to one
    within what it names: "dozens" to 54, not 125."""
    if compare_figures(loose, lead).relation is Relation.SAME:
        return 3
    if isinstance(loose, Quantity) and isinstance(lead, Quantity):
        return int(loose.range.meets(lead.range)) * (1 + _is_near(loose, lead))
    return 1


def _is_near(loose: Quantity, lead: Quantity) -> bool:
    if loose.value is None or lead.value is None:
        return False
    return abs(loose.value - lead.value) <= NEAR * max(abs(loose.value), abs(lead.value))


def _position(lead: Figure, batch: Sequence[Statement], stated: Mapping[Statement, list[Statement]]) -> Position:
    return Position(lead, tuple(sorted((one for first in batch for one in (first, *stated[first])), key=order_of)))


def _by_article(statements: Sequence[Statement]) -> dict[Statement, list[Statement]]:
    """The statements that stand for their articles, each with the looser ones beside it."""
    kept: dict[Statement, list[Statement]] = {}
    own: dict[str, list[Statement]] = {}
    # "16 tonnes (17.6 tons)": what is converted tells nothing finer than what it is converted from.
    for one in sorted(statements, key=lambda one: (CONVERTED in one.claim.rule, specificity(one.figure), order_of(one))):
        before = own.setdefault(one.article.id, [])
        fitting = next((first for first in before if agree(first.figure, one.figure)), None)
        if fitting is not None:
            kept[fitting].append(one)
            continue
        if len(before) == MOST_OF_ONE_ARTICLE:
            continue
        before.append(one)
        kept[one] = []
    return kept


def _by_figure(statements: Sequence[Statement]) -> list[list[Statement]]:
    batches: dict[Figure, list[Statement]] = {}
    for statement in statements:
        batches.setdefault(statement.figure, []).append(statement)

    def rank(batch: list[Statement]) -> tuple[tuple[bool, Decimal, Decimal], int, str]:
        return specificity(batch[0].figure), -len({one.origin for one in batch}), batch[0].claim.id

    return sorted(batches.values(), key=rank)


def side_of(statements: Sequence[Statement]) -> Side:
    """One side of a discrepancy, quoting the statement that is earliest among the most specific."""
    ordered = sorted(statements, key=order_of)
    shown = min(ordered, key=lambda one: specificity(one.figure))
    return Side(
        value=wording(shown.claim),
        outlets=tuple(dict.fromkeys(one.outlet for one in ordered)),
        origins=tuple(dict.fromkeys(one.origin for one in ordered)),
        claims=tuple(one.claim.id for one in ordered),
        quote=" ".join(shown.claim.sentence.text.split()),
        url=shown.article.url,
    )
