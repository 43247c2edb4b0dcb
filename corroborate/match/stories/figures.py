"""The figures by which an article's event can be told from others: precise ones, those at its head, and the days it names."""

from collections import defaultdict
from math import inf, nextafter
from typing import NamedTuple

from corroborate.match.words import stem
from corroborate.model.articles import Reading
from corroborate.model.claims import Claim
from corroborate.model.figures import Approx, Granularity, Kind, Period, Quantity, Role

HEAD = 900
"""Characters in which an article says what it is about."""

TELLING_DIGITS = 3
"""Significant digits from which a figure is hardly shared by chance."""

SMALLEST = 2
ROUGH = 0.5
"""What a rough number tells less, in digits."""

MOST = 60
"""Figures and days of one kind that are kept of an article."""


class Extent(NamedTuple):
    """What a wording leaves open, as plain numbers: "over 40" is just above 40 and up. Days are counted from year 1."""

    low: float
    high: float

    def meets(self, other: "Extent") -> bool:
        """Some value satisfies both."""
        return self.low <= other.high and other.low <= self.high


def telling_figures(reading: Reading) -> list[str]:
    """Figures precise enough to point to one event: "1,036", "5.3"; round ones and dates are left out."""
    return [told for claim in reading.claims if (told := _telling(claim)) is not None]


def _telling(claim: Claim) -> str | None:
    figure = claim.figure
    if not isinstance(figure, Quantity) or figure.value is None or claim.kind is Kind.DURATION:
        return None
    value = figure.value.normalize()
    digits = len(value.as_tuple().digits)
    if digits >= TELLING_DIGITS:
        return f"{figure.unit or ''} {value}"
    if digits < 2 or figure.approx is not Approx.EXACT:
        return None
    return f"{figure.unit or ''} {value} {_head(figure)}"


def plain_numbers(reading: Reading) -> dict[str, float]:
    """Numbers from 2 up, without what they count ("1,300 jobs", "1,300 positions"), and how telling each is."""
    found: dict[str, float] = {}
    for claim in reading.claims:
        figure = claim.figure
        if isinstance(figure, Quantity) and figure.value is not None and abs(figure.value) >= SMALLEST and claim.kind is not Kind.DURATION:
            digits = len(figure.value.normalize().as_tuple().digits)
            found[str(figure.value.normalize())] = min(digits, TELLING_DIGITS) - (ROUGH if figure.approx is not Approx.EXACT else 0.0)
    return found


def _head(figure: Quantity) -> str:
    words = (figure.counted or "").lower().split()
    return stem(words[-1]) if words else ""


def headline_counts(reading: Reading) -> dict[str, tuple[Extent, ...]]:
    """What the article counts and measures at its head, by the thing counted."""
    found: defaultdict[str, list[Extent]] = defaultdict(list)
    for claim in reading.claims:
        figure = claim.figure
        if claim.span.start > HEAD or claim.scope or not isinstance(figure, Quantity) or figure.role is not Role.LEVEL:
            continue
        head = _head(figure)
        if head or figure.unit:
            found[f"{claim.kind} {figure.unit or ''} {head}"].append(_extent(figure))
    return {key: tuple(extents) for key, extents in list(found.items())[:MOST]}


def _extent(figure: Quantity) -> Extent:
    found = figure.range
    low = -inf if found.low is None else float(found.low)
    high = inf if found.high is None else float(found.high)
    return Extent(nextafter(low, inf) if found.low_open else low, nextafter(high, -inf) if found.high_open else high)


def event_days(reading: Reading) -> tuple[Extent, ...]:
    """The days that the article names at its head."""
    return tuple(
        _days(claim.figure)
        for claim in reading.claims
        if claim.span.start < HEAD
        and not claim.scope
        and isinstance(claim.figure, Period)
        and claim.figure.granularity is Granularity.DAY
        and claim.figure.is_resolved
    )[:MOST]


def _days(figure: Period) -> Extent:
    found = figure.range
    return Extent(
        -inf if found.low is None else float(found.low.toordinal()),
        inf if found.high is None else float(found.high.toordinal()),
    )
