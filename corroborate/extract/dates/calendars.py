"""Days, weeks, months, quarters and years: calendar arithmetic without a clock."""

from calendar import monthrange
from datetime import date, timedelta

from corroborate.model.figures import Granularity
from corroborate.model.ranges import Range

WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = {name: number for number, name in enumerate(WEEKDAY_NAMES)} | {name[:3]: number for number, name in enumerate(WEEKDAY_NAMES)}
WEEKDAYS |= {"tues": 1, "thur": 3, "thurs": 3}
FIRST_YEAR, LAST_YEAR = 1000, 2999

Days = Range[date]


def day(year: int, month: int, number: int) -> date | None:
    """The day, None where the calendar has none ("February 30")."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def month_days(year: int, month: int) -> Days:
    """All days of a month."""
    return Range(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def year_days(year: int, last: int | None = None) -> Days:
    """All days of a year, or of the years up to `last`."""
    return Range(date(year, 1, 1), date(last or year, 12, 31))


def months_days(year: int, first: int, last: int) -> Days:
    """All days from the first month to the last of one year."""
    return Range(date(year, first, 1), month_days(year, last).high)


def week_days(of: date) -> Days:
    """Monday to Sunday around a day."""
    monday = of - timedelta(days=of.weekday())
    return Range(monday, monday + timedelta(days=6))


def unit_days(of: date, unit: Granularity) -> Days:
    """The whole calendar unit that holds a day; a season is none."""
    if unit is Granularity.DAY:
        return Range(of, of)
    if unit is Granularity.WEEK:
        return week_days(of)
    if unit is Granularity.MONTH:
        return month_days(of.year, of.month)
    if unit is Granularity.QUARTER:
        first = 3 * ((of.month - 1) // 3) + 1
        return months_days(of.year, first, first + 2)
    if unit is Granularity.YEAR:
        return year_days(of.year)
    width = 100 if unit is Granularity.CENTURY else 10
    start = of.year - of.year % width
    return year_days(max(start, 1), start + width - 1)


MONTHS_OF = {Granularity.MONTH: 1, Granularity.QUARTER: 3, Granularity.YEAR: 12, Granularity.DECADE: 120, Granularity.CENTURY: 1200}


def shifted(of: date, unit: Granularity, count: int) -> date | None:
    """The day `count` units later (earlier where negative), the month's last day at most; None outside the calendar.

    >>> shifted(date(2026, 3, 31), Granularity.MONTH, -1)
    datetime.date(2026, 2, 28)
    """
    try:
        if unit is Granularity.DAY or unit is Granularity.WEEK:
            return of + timedelta(days=count * (7 if unit is Granularity.WEEK else 1))
        months = of.year * 12 + of.month - 1 + count * MONTHS_OF[unit]
        year, month = divmod(months, 12)
        return date(year, month + 1, min(of.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None


def third(of: Days, unit: Granularity, part: int) -> Days:
    """The first, second or last third of a unit: "early June" is 1 to 10 June, "mid-2026" May to August, "late 2010s" 2016 to 2019."""
    if of.low is None or of.high is None:
        return of
    if unit is Granularity.DECADE or unit is Granularity.CENTURY:
        width, length = (3, 3) if unit is Granularity.DECADE else (33, 33)
        return year_days(of.low.year + width * part, of.low.year + width * part + length)
    if unit in MONTHS_OF and unit is not Granularity.MONTH:
        months = MONTHS_OF[unit] // 3
        first = of.low.month + part * months
        return months_days(of.low.year, first, first + months - 1)
    length = (of.high - of.low).days + 1
    return Range(of.low + timedelta(days=length * part // 3), of.low + timedelta(days=length * (part + 1) // 3 - 1))
