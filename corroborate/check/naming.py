"""Names of discrepancies that stay the same as long as the difference does, so that what a person made of one is kept."""

from datetime import UTC, datetime

from corroborate.check.figures import specificity
from corroborate.check.statements import Statement
from corroborate.model.decisions import claim_key
from corroborate.model.figures import Figure, Participation, Period, Quantity, Rank
from corroborate.model.findings import DiscrepancyType
from corroborate.model.ids import content_id
from corroborate.model.wordings import plain

UNDATED = datetime.max.replace(tzinfo=UTC)


def discrepancy_id(kind: DiscrepancyType, rule: str, sides: tuple[tuple[Statement, ...], ...]) -> str:
    """An id made of the type, the rule, the most specific figure of each side, and the key of the claim published first.

    Stories, groups, revisions, the order of the sides and who joins them play no part: 12 against 14 keeps its id when
    the pages are crawled again, two stories become one, or another outlet says 14 as well. It is another difference once
    a side has a new figure, once its first sentence is rewritten, or once an older article turns up.
    """
    first = min((one for side in sides for one in side), key=_published)
    figures = sorted(_told(min((one.figure for one in side), key=lambda figure: (specificity(figure), _told(figure)))) for side in sides)
    return content_id("d", kind, rule, claim_key(first.article.id, first.claim), *figures)


def _published(one: Statement) -> tuple[datetime, str, int]:
    """The order of publication; when a version was fetched or edited is no part of it."""
    return one.article.published or UNDATED, one.article.id, one.claim.span.start


def _told(figure: Figure) -> str:
    """The figure in a form that two wordings of one value share: 12, "twelve" and "12"."""
    if isinstance(figure, Quantity):
        bounds = (figure.value, figure.range.low, figure.range.high) if figure.value is None else (figure.value,)
        numbers = " ".join("-" if bound is None else plain(bound) for bound in bounds)
        return f"{figure.role} {figure.approx} {numbers} {figure.unit or ''} {figure.per or ''} {figure.direction}"
    if isinstance(figure, Period):
        return f"{figure.relation} {figure.range.low} {figure.range.high}"
    if isinstance(figure, Rank):
        return f"{figure.superlative.lower()} {figure.place} {figure.shared} {' '.join(sorted(figure.qualifiers))}"
    assert isinstance(figure, Participation)
    return f"{figure.role} {' '.join(sorted(figure.names))}"
