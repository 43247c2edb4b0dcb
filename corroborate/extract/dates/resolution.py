"""Which days a wording means, seen from the day of publication, the tense of its clause and the date mentioned last."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from corroborate.extract.dates.calendars import Days, day, holiday, month_days, months_days, shifted, third, unit_days, week_days, year_days
from corroborate.extract.dates.mentions import Mention
from corroborate.extract.dates.tense import Tense
from corroborate.model.figures import Granularity
from corroborate.model.ranges import Range

# Outlets ahead of UTC date their articles a day before what they report as past.
ZONE = timedelta(days=1)
ONE = timedelta(days=1)
LESS = ("less than", "fewer than", "under", "just under")
MORE = ("more than", "over", "just over", "at least")
ROUGHLY = ("nearly", "almost", "about", "around", "roughly", "some")


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """From where a wording is seen. Without `published` only absolute dates resolve, without `anchor` no "two months earlier"."""

    published: date | None
    tense: Tense = Tense.UNTOLD
    anchor: Days | None = None


def resolve(mention: Mention, view: Viewpoint) -> Days | None:
    """All days that the wording leaves open, None where the text does not tell."""
    found = RULES[mention.form](mention, view)
    if found is None or mention.part is None or found.low is None or found.high is None:
        return found
    return third(found, mention.granularity, mention.part)


def resolve_pair(first: Mention, last: Mention, view: Viewpoint) -> Days | None:
    """From the first day of one wording to the last of another: a year given once counts for both."""
    if _is_absolute(last) and not _is_absolute(first):
        high = resolve(last, view)
        low = _towards(first, None if high is None else high.high, Tense.PAST)
    elif _is_absolute(first) or view.tense is not Tense.FUTURE:
        low = resolve(first, view)
        high = resolve(last, view) if _is_absolute(last) else _towards(last, None if low is None else low.low, Tense.FUTURE)
    else:
        high = resolve(last, view)
        low = _towards(first, None if high is None else high.low, Tense.PAST)
    if low is None or high is None or low.low is None or high.high is None or low.low > high.high:
        return None
    return Range(low.low, high.high)


def _is_absolute(mention: Mention) -> bool:
    return (
        mention.year is not None
        or mention.which is not None
        or mention.form in {"deictic", "unit", "ago", "weekend", "fiscal", "season", "vague", "ambiguous"}
    )


def _towards(mention: Mention, of: date | None, tense: Tense) -> Days | None:
    return None if of is None else resolve(mention, Viewpoint(of, tense))


def _chosen(candidates: Iterable[Days | None], view: Viewpoint) -> Days | None:
    """Looking back the latest that has begun, looking ahead the earliest that is not over, else the nearest."""
    if view.published is None:
        return None
    now = view.published
    known = [(days.low, days.high, days) for days in candidates if days is not None and days.low is not None and days.high is not None]
    if view.tense is Tense.PAST:
        return max((entry for entry in known if entry[0] <= now + ZONE), key=lambda entry: entry[0], default=(now, now, None))[2]
    if view.tense is Tense.FUTURE:
        return min((entry for entry in known if entry[1] >= now), key=lambda entry: entry[0], default=(now, now, None))[2]
    return min(known, key=lambda entry: max((entry[0] - now).days, (now - entry[1]).days, 0), default=(now, now, None))[2]


def _years(mention: Mention, view: Viewpoint) -> Iterable[int]:
    if mention.year is not None:
        return (mention.year,)
    if view.published is None:
        return ()
    if mention.year_step is not None:
        return (view.published.year + mention.year_step,)
    reach = 8 if (mention.month, mention.day) == (2, 29) else 1
    year = view.published.year
    return [near for near in range(year - reach, year + reach + 1) if 1 <= near <= 9998]


def _of_years(mention: Mention, view: Viewpoint, days_in: Callable[[int], Days | None]) -> Days | None:
    candidates = [days_in(year) for year in _years(mention, view)]
    if mention.year is not None or mention.year_step is not None:
        return candidates[0] if candidates else None
    if mention.which is not None and view.published is not None:
        return _by_word(candidates, mention.which, view.published)
    return _chosen(candidates, view)


def _by_word(candidates: Iterable[Days | None], which: int, now: date) -> Days | None:
    """ "last June" is over, "next June" has not begun, "this June" is of this year."""
    known = [days for days in candidates if days is not None and days.low is not None and days.high is not None]
    over = [days for days in known if days.high is not None and days.high < now]
    ahead = [days for days in known if days.low is not None and days.low > now]
    same = [days for days in known if days.low is not None and days.low.year == now.year]
    chosen = over[-1:] if which < 0 else ahead[:1] if which > 0 else same
    return chosen[0] if chosen else None


def _day(mention: Mention, view: Viewpoint) -> Days | None:
    month, first, last = mention.month or 0, mention.day or 0, mention.until_day or mention.day or 0

    def in_year(year: int) -> Days | None:
        low, high = day(year, month, first), day(year, month, last)
        return Range(low, high) if low is not None and high is not None and low <= high else None

    return _of_years(mention, view, in_year)


def _month(mention: Mention, view: Viewpoint) -> Days | None:
    return _of_years(mention, view, lambda year: month_days(year, mention.month or 0))


def _year(mention: Mention, _: Viewpoint) -> Days | None:
    return year_days(mention.year, mention.until_year) if mention.year is not None else None


def _decade(mention: Mention, _: Viewpoint) -> Days | None:
    return year_days(mention.year, mention.year + 9) if mention.year is not None else None


def _part_of_year(months: int) -> Callable[[Mention, Viewpoint], Days | None]:
    def rule(mention: Mention, view: Viewpoint) -> Days | None:
        first = months * ((mention.number or 1) - 1) + 1
        if mention.which is not None and view.published is not None:
            return months_days(view.published.year + mention.which, first, first + months - 1)
        return _of_years(mention, view, lambda year: months_days(year, first, first + months - 1))

    return rule


def _weekday(mention: Mention, view: Viewpoint) -> Days | None:
    if view.published is None or mention.weekday is None:
        return None
    ahead = (mention.weekday - view.published.weekday()) % 7
    if mention.count is not None:
        return _only(shifted(view.published, Granularity.DAY, (ahead or 7) if mention.count > 0 else ahead - 7))
    if mention.which is not None:
        return _weekday_of_week(mention, view)
    return _only(shifted(view.published, Granularity.DAY, ahead if view.tense is Tense.FUTURE or ahead == 0 else ahead - 7))


def _weekday_of_week(mention: Mention, view: Viewpoint) -> Days | None:
    """ "last Friday" is of last week: this week's would be "on Friday"."""
    if view.published is None or mention.weekday is None:
        return None
    return _only(shifted(view.published, Granularity.DAY, mention.weekday - view.published.weekday() + 7 * (mention.which or 0)))


def _only(of: date | None) -> Days | None:
    return None if of is None else Range(of, of)


def _deictic(mention: Mention, view: Viewpoint) -> Days | None:
    return None if view.published is None else _only(shifted(view.published, Granularity.DAY, mention.count or 0))


def _unit(mention: Mention, view: Viewpoint) -> Days | None:
    if view.published is None:
        return None
    of = shifted(_start(view.published, mention.granularity), mention.granularity, mention.which or 0)
    whole = None if of is None else unit_days(of, mention.granularity)
    if whole is None or mention.hedge is None:
        return whole
    return replace(whole, high=view.published) if mention.hedge == "earlier" else replace(whole, low=view.published)


def _start(of: date, unit: Granularity) -> date:
    """Shifting from the first day of a unit never slips into the next one."""
    return unit_days(of, unit).low or of


def _weekend(mention: Mention, view: Viewpoint) -> Days | None:
    if view.published is None:
        return None
    monday = shifted(_start(view.published, Granularity.WEEK), Granularity.WEEK, mention.which or 0)
    return _saturday_and_sunday(monday)


def _saturday_and_sunday(monday: date | None) -> Days | None:
    return (
        None if monday is None or monday > date.max - timedelta(days=7) else Range(monday + timedelta(days=5), monday + timedelta(days=6))
    )


def _ago(mention: Mention, view: Viewpoint) -> Days | None:
    if view.published is None:
        return None
    of = shifted(view.published, mention.granularity, mention.count or 0)
    if of is None:
        return None
    whole = unit_days(of, mention.granularity)
    if mention.hedge in LESS:
        return Range(min(of, view.published), max(of, view.published))
    if mention.hedge in MORE:
        return Range(None, whole.high) if of < view.published else Range(whole.low, None)
    return replace(whole, low_soft=True, high_soft=True) if mention.hedge in ROUGHLY else whole


def _anchored(mention: Mention, view: Viewpoint) -> Days | None:
    if view.anchor is None or view.anchor.low is None or view.anchor.high is None:
        return None
    count = mention.count or 0
    of = shifted(view.anchor.high if count > 0 else view.anchor.low, mention.granularity, count)
    whole = None if of is None else unit_days(of, mention.granularity)
    vague = mention.granularity is Granularity.DAY and view.anchor.low != view.anchor.high
    if whole is None or vague or (count == 0 and not _holds(whole, view.anchor)):
        return None
    return whole


def _holds(whole: Days, part: Days) -> bool:
    return (
        whole.low is not None
        and whole.high is not None
        and part.low is not None
        and part.high is not None
        and (whole.low <= part.low and part.high <= whole.high)
    )


def _weekend_anchored(mention: Mention, view: Viewpoint) -> Days | None:
    week = _anchored(replace(mention, granularity=Granularity.WEEK), view)
    return None if week is None else _saturday_and_sunday(week.low)


def _same_period(mention: Mention, view: Viewpoint) -> Days | None:
    if view.anchor is None or view.anchor.low is None or view.anchor.high is None:
        return None
    low, high = shifted(view.anchor.low, Granularity.YEAR, -1), shifted(view.anchor.high, Granularity.YEAR, -1)
    return Range(low, high) if low is not None and high is not None else None


def _week(mention: Mention, view: Viewpoint) -> Days | None:
    """A week belongs to the month or year that has its Thursday, as in ISO 8601; number 0 is the last."""
    whole = _month(mention, view) if mention.month is not None else _year(mention, view)
    if whole is None or whole.low is None or whole.high is None or mention.number is None:
        return None
    thursday = whole.low + timedelta(days=(3 - whole.low.weekday()) % 7 + 7 * (mention.number - 1))
    if mention.number == 0:
        thursday = whole.high - timedelta(days=(whole.high.weekday() - 3) % 7)
    return week_days(thursday) if thursday <= whole.high else None


def _weekend_of(mention: Mention, view: Viewpoint) -> Days | None:
    """A weekend belongs to the month that has its Saturday."""
    month = _month(mention, view) if mention.month is not None else None
    if month is None or month.low is None or month.high is None or mention.number is None:
        return None
    saturday = month.low + timedelta(days=(5 - month.low.weekday()) % 7 + 7 * (mention.number - 1))
    if mention.number == 0:
        saturday = month.high - timedelta(days=(month.high.weekday() - 5) % 7)
    return Range(saturday, saturday + ONE) if saturday <= month.high else None


def _span_of(mention: Mention, view: Viewpoint) -> Days | None:
    """The first (count above 0) or last (below 0) days, weeks or months of a month or year."""
    if mention.month is not None:
        whole = _month(mention, view)
    elif mention.year is not None:
        whole = year_days(mention.year)
    else:
        whole = None if view.published is None else year_days(view.published.year + (mention.which or 0))
    if whole is None or whole.low is None or whole.high is None or not mention.count:
        return None
    if mention.count > 0:
        end = shifted(whole.low, mention.granularity, mention.count)
        return None if end is None else Range(whole.low, min(end - ONE, whole.high))
    start = shifted(whole.high + ONE, mention.granularity, mention.count)
    return None if start is None else Range(max(start, whole.low), whole.high)


def _weekday_day(mention: Mention, view: Viewpoint) -> Days | None:
    """Weekday and number of a day meet about every seventh month."""
    if view.published is None:
        return None
    firsts = [shifted(view.published.replace(day=1), Granularity.MONTH, step) for step in range(-11, 12)]
    days = [day(first.year, first.month, mention.day or 0) for first in firsts if first is not None]
    return _chosen([_only(one) for one in days if one is not None and one.weekday() == mention.weekday], view)


def counted_from(days: Days | None, unit: Granularity, count: int) -> Days | None:
    """ "two weeks after June 10" is June 24; months and years keep their own width."""
    start = None if days is None else days.high if count > 0 else days.low
    of = None if start is None else shifted(start, unit, count)
    exact = unit is Granularity.DAY or unit is Granularity.WEEK
    return None if of is None else Range(of, of) if exact else unit_days(of, unit)


def week_of(days: Days | None, way: str) -> Days | None:
    """ "the week of June 8" is the calendar week around it; one beginning or ending on a day has seven days from or to it."""
    if days is None or days.low is None:
        return None
    if way == "of":
        return week_days(days.low)
    other = shifted(days.low, Granularity.DAY, -6 if way in {"ending", "ended"} else 6)
    return None if other is None else Range(min(days.low, other), max(days.low, other))


def _holiday(mention: Mention, view: Viewpoint) -> Days | None:
    return _of_years(mention, view, lambda year: _only(holiday(mention.hedge or "", year)))


def _days_of_month(mention: Mention, view: Viewpoint) -> Days | None:
    if view.published is None:
        return None
    firsts = [shifted(view.published.replace(day=1), Granularity.MONTH, step) for step in (-2, -1, 0, 1, 2)]
    return _chosen([_only(day(first.year, first.month, mention.day or 0)) for first in firsts if first is not None], view)


def _never(_: Mention, __: Viewpoint) -> Days | None:
    return None


RULES: dict[str, Callable[[Mention, Viewpoint], Days | None]] = {
    "day": _day,
    "month": _month,
    "year": _year,
    "decade": _decade,
    "quarter": _part_of_year(3),
    "half": _part_of_year(6),
    "weekday": _weekday,
    "weekday of week": _weekday_of_week,
    "deictic": _deictic,
    "unit": _unit,
    "weekend": _weekend,
    "ago": _ago,
    "anchored": _anchored,
    "weekend anchored": _weekend_anchored,
    "same period": _same_period,
    "week": _week,
    "weekend of": _weekend_of,
    "span of": _span_of,
    "weekday day": _weekday_day,
    "holiday": _holiday,
    "month's day": _days_of_month,
    "fiscal": _never,
    "season": _never,
    "vague": _never,
    "ambiguous": _never,
}
