"""One comparison for every kind of figure."""

from datetime import date
from decimal import Decimal

from corroborate.check.dates import compare_periods
from corroborate.check.parties import compare_participations
from corroborate.check.quantities import compare
from corroborate.check.ranks import compare_ranks
from corroborate.model.figures import Figure, Participation, Period, Quantity, Rank
from corroborate.model.findings import Comparison, Relation
from corroborate.model.ranges import Range

AGREEING = frozenset({Relation.SAME, Relation.COMPATIBLE})
UNBOUNDED = Decimal("Infinity")


def compare_figures(left: Figure, right: Figure) -> Comparison:
    """Relate two figures of any kind that answer the same question."""
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        return compare(left, right)
    if isinstance(left, Period) and isinstance(right, Period):
        return compare_periods(left, right)
    if isinstance(left, Rank) and isinstance(right, Rank):
        return compare_ranks(left, right)
    if isinstance(left, Participation) and isinstance(right, Participation):
        return compare_participations(left, right)
    return Comparison(Relation.INCOMPARABLE, "figures of different kinds")


def specificity(figure: Figure) -> tuple[bool, Decimal, Decimal]:
    """Sorts the most specific figure first: bounded before unbounded, narrow before wide, 24,880 before a round 25,000."""
    span = width(figure)
    return span == UNBOUNDED, span, figure.grain if isinstance(figure, Quantity) else Decimal(0)


def agree(left: Figure, right: Figure) -> bool:
    """Both can be right."""
    return compare_figures(left, right).relation in AGREEING


def width(figure: Figure) -> Decimal:
    """How much the wording leaves open: 0 for a plain number, infinite for "since March"; the smaller, the more specific."""
    if isinstance(figure, Quantity):
        return _quantity_width(figure.range)
    if isinstance(figure, Period):
        return _period_width(figure.range)
    if isinstance(figure, Participation):
        return Decimal(-len(figure.names))
    return Decimal(int(figure.shared))


def _quantity_width(bounds: Range[Decimal]) -> Decimal:
    return UNBOUNDED if bounds.low is None or bounds.high is None else bounds.high - bounds.low


def _period_width(bounds: Range[date]) -> Decimal:
    return UNBOUNDED if bounds.low is None or bounds.high is None else Decimal((bounds.high - bounds.low).days)
