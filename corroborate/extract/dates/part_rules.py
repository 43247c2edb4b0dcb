"""Which days a part of another date means; the whole is resolved before."""

from collections.abc import Callable
from datetime import date, timedelta

from corroborate.extract.dates.calendars import Days, months_days, shifted, third, unit_days, week_days, year_days
from corroborate.extract.dates.holidays import nth_weekday
from corroborate.extract.dates.mentions import LATE, Mention
from corroborate.extract.dates.viewpoints import Viewpoint
from corroborate.model.figures import Granularity
from corroborate.model.ranges import Range

ONE = timedelta(days=1)


def nth(mention: Mention, whole: Days, _: Viewpoint) -> Days | None:
    """ "the second month of 2026"; a week belongs to what has its Thursday, as in ISO 8601; number 0 is the last."""
    if whole.low is None or whole.high is None or mention.number is None:
        return None
    if mention.granularity is Granularity.WEEK:
        thursday = nth_weekday(whole, 3, mention.number or -1)
        return None if thursday is None else week_days(thursday)
    if mention.number == 0:
        return _within(unit_days(whole.high, mention.granularity), whole)
    of = shifted(whole.low, mention.granularity, mention.number - 1)
    return None if of is None else _within(unit_days(of, mention.granularity), whole)


def _within(part: Days, whole: Days) -> Days | None:
    if part.low is None or part.high is None or whole.low is None or whole.high is None:
        return None
    return part if whole.low <= part.low and part.high <= whole.high else None


def weekday(mention: Mention, whole: Days, _: Viewpoint) -> Days | None:
    """ "the third Monday in May"."""
    found = nth_weekday(whole, mention.weekday or 0, mention.number or -1)
    return None if found is None else Range(found, found)


def weekend(mention: Mention, whole: Days, _: Viewpoint) -> Days | None:
    """A weekend belongs to the month that has its Saturday."""
    saturday = nth_weekday(whole, 5, mention.number or -1)
    return None if saturday is None else Range(saturday, saturday + ONE)


def half(mention: Mention, whole: Days, _: Viewpoint) -> Days | None:
    """ "the first half of the 1990s" is five years, that of a year six months; a quarter has no half of whole months."""
    if whole.low is None or whole.high is None:
        return None
    second = mention.number != 1
    years = whole.high.year - whole.low.year + 1
    if years > 1:
        first = whole.low.year + second * (years // 2)
        return year_days(first, first + years // 2 - 1)
    if (whole.low.month, whole.high.month) == (1, 12):
        return months_days(whole.low.year, 1 + 6 * second, 6 + 6 * second)
    middle = whole.low + ((whole.high - whole.low) + ONE) // 2
    return Range(middle, whole.high) if second else Range(whole.low, middle - ONE)


def span(mention: Mention, whole: Days, _: Viewpoint) -> Days | None:
    """The first (count above 0) or last (below 0) days, weeks or months."""
    if whole.low is None or whole.high is None or not mention.count:
        return None
    if mention.count > 0:
        end = shifted(whole.low, mention.granularity, mention.count)
        return None if end is None else Range(whole.low, min(end - ONE, whole.high))
    start = shifted(whole.high + ONE, mention.granularity, mention.count) if whole.high < date.max else None
    return None if start is None else Range(max(start, whole.low), whole.high)


def third_of(mention: Mention, whole: Days, _: Viewpoint) -> Days | None:
    """ "early in the third quarter", "the end of last week"."""
    return third(whole, mention.granularity, mention.number if mention.number is not None else LATE)


def rest(_: Mention, whole: Days, view: Viewpoint) -> Days | None:
    """ "the rest of the year" begins with the publication where that falls into it; of a year that is over nothing tells where."""
    inside = whole.low is not None and whole.high is not None and view.published is not None and whole.low <= view.published <= whole.high
    return Range(view.published, whole.high) if inside else whole


PART_RULES: dict[str, Callable[[Mention, Days, Viewpoint], Days | None]] = {
    "nth": nth,
    "nth weekday": weekday,
    "nth weekend": weekend,
    "nth half": half,
    "span of": span,
    "third": third_of,
    "rest": rest,
}
