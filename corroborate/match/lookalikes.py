"""Two events of one kind look alike: two quakes in a week, two takeovers in a day. What tells them apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from corroborate.match.words import leading_names
from corroborate.model.articles import Reading
from corroborate.model.claims import Claim
from corroborate.model.figures import Granularity, Period, Quantity
from corroborate.model.ranges import Range

HEAD = 900
"""Characters in which an article says what it is about."""

FAR_APART = Decimal("1.5")


@dataclass(frozen=True, eq=False)
class Profile:
    """What an article says at its head: whom and where, on which days, which figures."""

    names: frozenset[str]
    days: tuple[Range[date], ...]
    figures: Mapping[str, tuple[Decimal, ...]]


def profile(reading: Reading) -> Profile:
    """Read the head of an article."""
    head = [claim for claim in reading.claims if claim.span.start < HEAD and not claim.scope]
    named = leading_names(reading.article.text[:HEAD])
    figures: dict[str, tuple[Decimal, ...]] = {}
    for claim in head:
        key = _measured(claim)
        if key is not None and isinstance(claim.figure, Quantity) and claim.figure.value is not None:
            figures[key] = (*figures.get(key, ()), claim.figure.value)
    days = tuple(claim.figure.range for claim in head if _is_day(claim) and isinstance(claim.figure, Period))
    return Profile(frozenset(named), days, figures)


def contradict(left: Profile, right: Profile) -> bool:
    """The heads name others; or they name other days and other figures."""
    return _other_names(left, right) or (_other_days(left, right) and _other_figures(left, right))


def _other_names(left: Profile, right: Profile) -> bool:
    shared = len(left.names & right.names)
    fewest = min(len(left.names), len(right.names))
    return fewest >= 2 and shared < max(1.0, 0.25 * fewest)


def _other_days(left: Profile, right: Profile) -> bool:
    return bool(left.days and right.days) and not any(first.meets(second) for first in left.days for second in right.days)


def _other_figures(left: Profile, right: Profile) -> bool:
    shared = left.figures.keys() & right.figures.keys()
    return bool(shared) and all(not _any_near(left.figures[key], right.figures[key]) for key in shared)


def _any_near(left: tuple[Decimal, ...], right: tuple[Decimal, ...]) -> bool:
    return any(max(first, second) <= FAR_APART * min(first, second) for first in left for second in right)


def _is_day(claim: Claim) -> bool:
    return isinstance(claim.figure, Period) and claim.figure.granularity is Granularity.DAY and claim.figure.is_resolved


def _measured(claim: Claim) -> str | None:
    figure = claim.figure
    if not isinstance(figure, Quantity):
        return None
    head = (figure.counted or "").lower().split()
    return f"{claim.kind} {figure.unit or ''} {head[-1] if head else ''}" if figure.unit or head else None
