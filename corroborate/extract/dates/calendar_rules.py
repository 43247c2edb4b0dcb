"""Which days the names of the calendar mean."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from corroborate.extract.dates.calendars import Days, day, month_days, months_days, shifted, week_days, year_days
from corroborate.extract.dates.holidays import holiday, long_weekend
from corroborate.extract.dates.mentions import Mention
from corroborate.extract.dates.tense import Tense
from corroborate.extract.dates.viewpoints import Viewpoint, chosen, of_years, only
from corroborate.model.figures import Granularity
from corroborate.model.outlets import DateOrder
from corroborate.model.ranges import Range


def day_of_year(mention: Mention, view: Viewpoint) -> Days | None:
    """ "June 10" or "June 10-12"."""
    month, first, last = mention.month or 0, mention.day or 0, mention.until_day or mention.day or 0

    def in_year(year: int) -> Days | None:
        low, high = day(year, month, first), day(year, month, last)
        return Range(low, high) if low is not None and high is not None and low <= high else None

    return of_years(mention, view, in_year)


def month(mention: Mention, view: Viewpoint) -> Days | None:
    """All of a month."""
    return of_years(mention, view, lambda year: month_days(year, mention.month or 0))


def year(mention: Mention, _: Viewpoint) -> Days | None:
    """All of a year, or of "2018-19"."""
    return year_days(mention.year, mention.until_year) if mention.year is not None else None


def decade(mention: Mention, _: Viewpoint) -> Days | None:
    """Ten years."""
    return year_days(mention.year, mention.year + 9) if mention.year is not None else None


def century(mention: Mention, _: Viewpoint) -> Days | None:
    """A hundred years."""
    return year_days(mention.year, mention.year + 99) if mention.year is not None else None


def part_of_year(months: int) -> Callable[[Mention, Viewpoint], Days | None]:
    """Quarters have three months, halves six."""

    def rule(mention: Mention, view: Viewpoint) -> Days | None:
        first = months * ((mention.number or 1) - 1) + 1
        if mention.which is not None and view.published is not None:
            return months_days(view.published.year + mention.which, first, first + months - 1)
        seen = _over(view, months) if view.tense is Tense.PAST or mention.hedge == "reported" else view
        return of_years(mention, seen, lambda year: months_days(year, first, first + months - 1))

    return rule


def _over(view: Viewpoint, months: int) -> Viewpoint:
    """Figures of a quarter are reported when it is over, or nearly: also where they are only expected."""
    if view.published is None or view.published.year == 1:
        return view
    return replace(view, published=view.published - timedelta(days=20 * months))


def named_day(mention: Mention, view: Viewpoint) -> Days | None:
    """A holiday."""
    return of_years(mention, view, lambda year: only(holiday(mention.hedge or "", year)))


def named_weekend(mention: Mention, view: Viewpoint) -> Days | None:
    """The days off around a holiday."""
    return of_years(mention, view, lambda year: long_weekend(mention.hedge or "", year))


def numeric(mention: Mention, view: Viewpoint) -> Days | None:
    """Day and month in either order: one of them tells itself, else the outlet's order does."""
    first, second = mention.day or 0, mention.number or 0
    if mention.form == "short numeric" and view.order is None:
        return None
    month_first = view.order is DateOrder.MONTH_FIRST
    if first <= 12 < second or second <= 12 < first:
        month_first = second > 12
    elif view.order is None and first != second:
        return None
    number, of_month = (second, first) if month_first else (first, second)
    return day_of_year(replace(mention, day=number, month=of_month, number=None), view)


def numbered_week(mention: Mention, view: Viewpoint) -> Days | None:
    """Week 1 is the one that has the year's first Thursday."""
    year = mention.year
    if year is None and view.published is not None:
        year = view.published.year + (mention.which or 0)
    try:
        return None if year is None else week_days(date.fromisocalendar(year, mention.number or 0, 1))
    except ValueError:
        return None


def weekday_day(mention: Mention, view: Viewpoint) -> Days | None:
    """Weekday and number of a day meet about every seventh month."""
    if view.published is None:
        return None
    firsts = [shifted(view.published.replace(day=1), Granularity.MONTH, step) for step in range(-13, 14)]
    days = [day(first.year, first.month, mention.day or 0) for first in firsts if first is not None]
    return chosen([only(one) for one in days if one is not None and one.weekday() == mention.weekday], view)


def day_of_some_month(mention: Mention, view: Viewpoint) -> Days | None:
    """ "on the 14th"."""
    if view.published is None:
        return None
    firsts = [shifted(view.published.replace(day=1), Granularity.MONTH, step) for step in (-2, -1, 0, 1, 2)]
    return chosen([only(day(first.year, first.month, mention.day or 0)) for first in firsts if first is not None], view)


def week_of(days: Days | None, way: str) -> Days | None:
    """ "the week of June 8" is the calendar week around it; one beginning or ending on a day has seven days from or to it."""
    if days is None or days.low is None:
        return None
    if way == "of":
        return week_days(days.low)
    other = shifted(days.low, Granularity.DAY, -6 if way in {"ending", "ended"} else 6)
    return None if other is None else Range(min(days.low, other), max(days.low, other))


def unresolved(_: Mention, __: Viewpoint) -> Days | None:
    """Fiscal years, seasons and vague wordings: the text does not tell."""
    return None


CALENDAR_RULES: dict[str, Callable[[Mention, Viewpoint], Days | None]] = {
    "day": day_of_year,
    "month": month,
    "year": year,
    "decade": decade,
    "century": century,
    "quarter": part_of_year(3),
    "half": part_of_year(6),
    "numeric": numeric,
    "short numeric": numeric,
    "week number": numbered_week,
    "weekday day": weekday_day,
    "month's day": day_of_some_month,
    "holiday": named_day,
    "long weekend": named_weekend,
    "fiscal": unresolved,
    "season": unresolved,
    "vague": unresolved,
}
