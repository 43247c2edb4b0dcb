"""The days of accounts: "the year to June" is the twelve months that end with June, "a year earlier" the same days a year before."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date

from spacy.tokens import Span as TokenSpan

from corroborate.extract.spans import chars_of
from corroborate.model.figures import Granularity, Period
from corroborate.model.ranges import Range

_ACCOUNTED = re.compile(
    r"\b(?:(?P<number>two|three|four|five|six|nine|ten|eleven|twelve|12)[ -])?(?P<unit>year|months?|quarter|half[ -]year) "
    r"(?:to|ended|ending|through)(?: the end of)?(?: on)? $",
    re.IGNORECASE,
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "12": 12}
_MONTHS = {"year": 12, "quarter": 3, "half-year": 6, "half year": 6, "month": 1, "months": 1}
# Twelve years before it there is a year, too.
EARLIEST_YEAR = 20


def year_before(period: Period) -> Period | None:
    """The same days of the year before."""
    low, high = period.range.low, period.range.high
    if low is None or high is None or low.year <= date.min.year:
        return None
    ends = high.day == monthrange(high.year, high.month)[1]
    last = monthrange(high.year - 1, high.month)[1]
    days = Range(
        low.replace(year=low.year - 1, day=min(low.day, monthrange(low.year - 1, low.month)[1])),
        high.replace(year=high.year - 1, day=last if ends else min(high.day, last)),
    )
    return replace(period, range=days)


def stretched(span: TokenSpan, text: str) -> Period:
    """The period of a date; "the year to June" is the twelve months that end with June."""
    period: Period = span._.figure
    start = chars_of(span).start
    found = _ACCOUNTED.search(text, max(0, start - 30), start)
    last = period.range.high
    if found is None or last is None or last.year <= EARLIEST_YEAR or period.granularity not in (Granularity.MONTH, Granularity.DAY):
        return period
    number = _NUMBERS.get((found["number"] or "").lower(), 1) * _MONTHS[found["unit"].lower()]
    return replace(period, range=Range(_first_day(last, number), last), relation="in")


def _first_day(last: date, months: int) -> date:
    """The day on which a stretch of whole months begins that ends on `last`."""
    count = last.year * 12 + last.month - 1 - months
    year, month = divmod(count, 12)
    if last.day == monthrange(last.year, last.month)[1]:
        year, month = divmod(count + 1, 12)
        return date(year, month + 1, 1)
    return date(year, month + 1, min(last.day + 1, monthrange(year, month + 1)[1]))
