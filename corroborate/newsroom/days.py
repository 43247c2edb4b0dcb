"""How a newsroom writes a day or a stretch of days, seen from the day on which it publishes."""

import calendar
from dataclasses import dataclass
from datetime import date
from random import Random

from corroborate.newsroom.wording import Style

MONTHS = tuple(calendar.month_name)
QUARTERS = ("first", "second", "third", "fourth")
SHORT_MONTHS = ("", "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
WEEKDAYS = tuple(calendar.day_name)


@dataclass(frozen=True, slots=True)
class DayPhrase:
    """Days in words; the surface leaves the preposition out, save in "between" and "from"."""

    before: str
    surface: str
    start: date
    end: date


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of its month."""
    return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])


def calendar_day(day: date, style: Style, *, year: bool = False) -> str:
    """ "June 10", "10 June", "June 10, 2026"."""
    if style.month_first:
        month = SHORT_MONTHS[day.month] if style.short_months else MONTHS[day.month]
        return f"{month} {day.day}" + (f", {day.year}" if year else "")
    return f"{day.day} {MONTHS[day.month]}" + (f" {day.year}" if year else "")


def day_phrase(day: date, published: date, style: Style, rng: Random) -> DayPhrase:
    """One day; near ones mostly by weekday, far ones by date, now and then by month alone."""
    distance = (published - day).days
    options = [DayPhrase("on ", calendar_day(day, style, year=abs(distance) > 300), day, day)]
    if -6 <= distance <= 6:
        options += [DayPhrase("on ", WEEKDAYS[day.weekday()], day, day)] * 3
        options.append(DayPhrase("on ", f"{WEEKDAYS[day.weekday()]}, {calendar_day(day, style)}", day, day))
    if distance == 1:
        options.append(DayPhrase("", "yesterday", day, day))
    if abs(distance) > 7:
        options.append(DayPhrase("on ", calendar_day(day, style, year=True), day, day))
    if abs(distance) > 45 and day.month != published.month:
        first, last = month_of(day)
        year = f" {day.year}" if day.year != published.year or rng.random() < 0.5 else ""
        options.append(DayPhrase("in ", f"{MONTHS[day.month]}{year}", first, last))
    return rng.choice(options)


def exact_day(day: date, style: Style, *, year: bool) -> DayPhrase:
    """One day by its date."""
    return DayPhrase("on ", calendar_day(day, style, year=year), day, day)


def period_phrase(days: tuple[date, date], style: Style, rng: Random) -> DayPhrase:
    """A stretch of days; now and then by its months alone."""
    first, last = days
    if whole := _calendar_unit(first, last):
        return DayPhrase("in ", whole, first, last)
    before, glue = rng.choice((("between ", " and "), ("from ", " to ")))
    if first.month != last.month and rng.random() < 0.25:
        start, end = month_of(first)[0], month_of(last)[1]
        return DayPhrase("", f"{before}{MONTHS[first.month]}{glue}{MONTHS[last.month]}", start, end)
    return DayPhrase("", f"{before}{calendar_day(first, style)}{glue}{calendar_day(last, style)}", first, last)


def _calendar_unit(first: date, last: date) -> str | None:
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year)
    if first.day != 1 or first.month % 3 != 1 or month_of(last) != (date(last.year, first.month + 2, 1), last):
        return None
    return f"the {QUARTERS[first.month // 3]} quarter of {first.year}"


def year_phrase(years_ago: int, published: date, rng: Random) -> DayPhrase:
    """A whole year gone by: "in 2019", "six years ago"."""
    year = published.year - years_ago
    start, end = date(year, 1, 1), date(year, 12, 31)
    words = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    if 2 <= years_ago <= 12 and rng.random() < 0.4:
        return DayPhrase("", f"{words[years_ago]} years ago", start, end)
    return DayPhrase("in ", str(year), start, end)
