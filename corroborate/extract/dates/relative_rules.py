"""Which days are meant by what is counted from the publication or from the date mentioned last."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from corroborate.extract.dates.calendars import Days, shifted, unit_days
from corroborate.extract.dates.mentions import Mention
from corroborate.extract.dates.tense import Tense
from corroborate.extract.dates.viewpoints import Viewpoint, chosen, only
from corroborate.model.figures import Granularity
from corroborate.model.ranges import Range

LESS = ("less than", "fewer than", "under", "just under")
MORE = ("more than", "over", "just over", "at least")
ROUGHLY = ("nearly", "almost", "about", "around", "roughly", "some")


def weekday(mention: Mention, view: Viewpoint) -> Days | None:
    """ "on Friday": the latest one, the day of publication included; looking ahead the next. `count` weeks away where given."""
    if view.published is None or mention.weekday is None:
        return None
    ahead = (mention.weekday - view.published.weekday()) % 7
    if mention.count is not None:
        first = (ahead or 7) if mention.count > 0 else ahead - 7
        return only(shifted(view.published, Granularity.DAY, first + 7 * (mention.count - 1 if mention.count > 0 else mention.count + 1)))
    if mention.which is not None:
        return weekday_of_week(mention, view)
    return only(shifted(view.published, Granularity.DAY, ahead if view.tense is Tense.FUTURE or ahead == 0 else ahead - 7))


def weekday_of_week(mention: Mention, view: Viewpoint) -> Days | None:
    """ "last Friday" is of last week: this week's would be "on Friday"."""
    if view.published is None or mention.weekday is None:
        return None
    return only(shifted(view.published, Granularity.DAY, mention.weekday - view.published.weekday() + 7 * (mention.which or 0)))


def weekday_anchored(mention: Mention, view: Viewpoint) -> Days | None:
    """ "the following Friday" is the first one after the day mentioned last, "that Friday" of its week."""
    if view.anchor is None or view.anchor.low is None or view.anchor.high is None or mention.weekday is None:
        return None
    if not mention.count:
        week = unit_days(view.anchor.low, Granularity.WEEK)
        return only(shifted(week.low, Granularity.DAY, mention.weekday)) if week.low and _holds(week, view.anchor) else None
    if view.anchor.low != view.anchor.high:
        return None
    ahead = (mention.weekday - view.anchor.low.weekday()) % 7
    return only(shifted(view.anchor.low, Granularity.DAY, (ahead or 7) if mention.count > 0 else ahead - 7))


def deictic(mention: Mention, view: Viewpoint) -> Days | None:
    """ "yesterday"."""
    return None if view.published is None else only(shifted(view.published, Granularity.DAY, mention.count or 0))


def unit(mention: Mention, view: Viewpoint) -> Days | None:
    """ "last week" is a whole calendar week; "earlier this week" ends and "later this week" begins with the publication."""
    if view.published is None:
        return None
    of = shifted(_start(view.published, mention.granularity), mention.granularity, mention.which or 0)
    whole = None if of is None else unit_days(of, mention.granularity)
    if whole is None or mention.hedge is None or mention.which:
        return whole
    return replace(whole, high=view.published) if mention.hedge == "earlier" else replace(whole, low=view.published)


def _start(of: date, unit: Granularity) -> date:
    """Shifting from the first day of a unit never slips into the next one."""
    return unit_days(of, unit).low or of


def next_unit(mention: Mention, view: Viewpoint) -> Days | None:
    """ "the next quarter" is seen from the date mentioned last where something is told, else from the publication."""
    if view.anchor is not None and view.tense is not Tense.FUTURE:
        return anchored(mention, view)
    return unit(mention, view)


def working_week(mention: Mention, view: Viewpoint) -> Days | None:
    """Monday to Friday."""
    week = unit(mention, view)
    return None if week is None or week.low is None else Range(week.low, week.low + timedelta(days=4))


def weekend(mention: Mention, view: Viewpoint) -> Days | None:
    """ "last weekend": Saturday and Sunday of last week."""
    if view.published is None:
        return None
    return saturday_and_sunday(shifted(_start(view.published, Granularity.WEEK), Granularity.WEEK, mention.which or 0))


def the_weekend(mention: Mention, view: Viewpoint) -> Days | None:
    """ "over the weekend": the last or the next one, by the tense; the nearest where nothing is told."""
    weekends = [weekend(replace(mention, which=which), view) for which in (-1, 0, 1)]
    # No outlet writes on a Friday of a weekend that is over: here a day between zones does not count.
    begun = [
        days for days in weekends if days is not None and days.low is not None and view.published is not None and days.low <= view.published
    ]
    return chosen(begun if view.tense is Tense.PAST else weekends, view)


def saturday_and_sunday(monday: date | None) -> Days | None:
    """The weekend of the week that begins on a Monday."""
    if monday is None or monday > date.max - timedelta(days=7):
        return None
    return Range(monday + timedelta(days=5), monday + timedelta(days=6))


def ago(mention: Mention, view: Viewpoint) -> Days | None:
    """ "eleven years ago" is a year, "eight days ago" a day; "less than two weeks ago" leaves all days since."""
    if view.published is None:
        return None
    months = shifted(view.published, Granularity.MONTH, mention.number or 0)
    of = None if months is None else shifted(months, mention.granularity, mention.count or 0)
    if of is None:
        return None
    whole = unit_days(of, mention.granularity)
    if mention.hedge in LESS:
        return Range(min(of, view.published), max(of, view.published))
    if mention.hedge in MORE:
        return Range(None, whole.high) if of < view.published else Range(whole.low, None)
    return replace(whole, low_soft=True, high_soft=True) if mention.hedge in ROUGHLY else whole


def quarters(mention: Mention, view: Viewpoint) -> Days | None:
    """ "the past two quarters" end before the one of the publication, "the next two" begin after it."""
    if view.published is None or not mention.count:
        return None
    start = _start(view.published, Granularity.QUARTER)
    step = 1 if mention.count > 0 else -1
    near, far = shifted(start, Granularity.QUARTER, step), shifted(start, Granularity.QUARTER, mention.count)
    if near is None or far is None:
        return None
    return Range(unit_days(min(near, far), Granularity.QUARTER).low, unit_days(max(near, far), Granularity.QUARTER).high)


def ahead(mention: Mention, view: Viewpoint) -> Days | None:
    """ "will open in three weeks" names a week; "was built in three weeks" a duration."""
    return ago(mention, view) if view.tense is Tense.FUTURE else None


def anchored(mention: Mention, view: Viewpoint) -> Days | None:
    """ "two months earlier" counts from the date mentioned last."""
    if view.anchor is None or view.anchor.low is None or view.anchor.high is None:
        return None
    count = mention.count or 0
    months = shifted(view.anchor.high if count > 0 else view.anchor.low, Granularity.MONTH, mention.number or 0)
    of = None if months is None else shifted(months, mention.granularity, count)
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


def weekend_anchored(mention: Mention, view: Viewpoint) -> Days | None:
    """ "the following weekend"."""
    week = anchored(replace(mention, granularity=Granularity.WEEK), view)
    return None if week is None else saturday_and_sunday(week.low)


def same_period(mention: Mention, view: Viewpoint) -> Days | None:
    """ "the same quarter a year earlier": a year before the date mentioned last."""
    if view.anchor is None or view.anchor.low is None or view.anchor.high is None:
        return None
    low, high = shifted(view.anchor.low, Granularity.YEAR, -1), shifted(view.anchor.high, Granularity.YEAR, -1)
    return Range(low, high) if low is not None and high is not None else None


def counted_from(days: Days | None, unit: Granularity, count: int) -> Days | None:
    """ "two weeks after June 10" is June 24; months and years keep their own width."""
    start = None if days is None else days.high if count > 0 else days.low
    of = None if start is None else shifted(start, unit, count)
    exact = unit is Granularity.DAY or unit is Granularity.WEEK
    return None if of is None else Range(of, of) if exact else unit_days(of, unit)


RELATIVE_RULES: dict[str, Callable[[Mention, Viewpoint], Days | None]] = {
    "weekday": weekday,
    "weekday of week": weekday_of_week,
    "weekday anchored": weekday_anchored,
    "deictic": deictic,
    "now": deictic,
    "unit": unit,
    "next": next_unit,
    "working week": working_week,
    "weekend": weekend,
    "the weekend": the_weekend,
    "ago": ago,
    "quarters": quarters,
    "ahead": ahead,
    "anchored": anchored,
    "weekend anchored": weekend_anchored,
    "same period": same_period,
}
