"""What keeps two claims apart because their figures are of other times."""

from datetime import date

from corroborate.match.groups.fitting import values_meet
from corroborate.match.groups.mentions import Mention
from corroborate.model.figures import Granularity, Period

COARSE = frozenset({Granularity.MONTH, Granularity.QUARTER, Granularity.SEASON, Granularity.YEAR, Granularity.DECADE})
WHOLE_YEARS = frozenset({Granularity.YEAR, Granularity.DECADE})
SINCE = "since "
FAR = 30
"""Days between two days that are not of one developing event."""

LATE_RESULTS = 150
"""Days after the end of a quarter in which its sums and shares are still news: "the backlog stood at 5 billion at the end of June"."""

LENGTHS = "measure:length"


def period_differs(left: Mention, right: Mention) -> str | None:
    """The figure of one year, quarter or month is not that of another."""
    first, second = left.claim.period, right.claim.period
    if first is None or second is None or left.numbers is None or first.range.meets(second.range):
        return None
    coarse = first.granularity in COARSE and second.granularity in COARSE
    return "figures of two periods" if coarse or _days_between(first, second) > FAR else None


def long_past(left: Mention, right: Mention) -> str | None:
    """What an article dates weeks back is no figure of the event that another of the same days tells of: "a march in October"."""
    if left.numbers is None or right.numbers is None or _is_long_past(left) == _is_long_past(right):
        return None
    if abs((left.article.as_of - right.article.as_of).days) > FAR or values_meet(left, right):
        return None
    return "one is of long before"


def _is_long_past(one: Mention) -> bool:
    # How deep a wreck lies was so before it was found.
    period = one.claim.period if one.family != LENGTHS else None
    if period is None or SINCE in one.clause.lower():
        # "Since the first recall in May, 246 fell ill": they are counted until now.
        return False
    last = period.range.high
    if last is None:
        return False
    far = LATE_RESULTS if one.family.startswith(("money", "percent")) and _ends_quarter(last) else FAR
    return (one.article.as_of.date() - last).days > far


def _days_between(first: Period, second: Period) -> int:
    earlier, later = (first, second) if first.range.is_below(second.range) else (second, first)
    if earlier.range.high is None or later.range.low is None:
        return 0
    return (later.range.low - earlier.range.high).days


def another_year(left: Mention, right: Mention) -> str | None:
    """A year that does not hold a day is that of another event; of two years, only what happened in them tells."""
    first, second = left.claim.figure, right.claim.figure
    if not isinstance(first, Period) or not isinstance(second, Period) or first.range.meets(second.range):
        return None
    whole = [one.granularity in WHOLE_YEARS for one in (first, second)]
    if not any(whole) or (all(whole) and left.events and left.events[:1] == right.events[:1]):
        return None
    return "one is of another year"


def _ends_quarter(day: date) -> bool:
    return day.month % 3 == 0 and day.day >= 30
