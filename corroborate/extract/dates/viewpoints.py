"""From where a wording is seen, and which of the days it may mean are the likely ones."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from corroborate.extract.dates.calendars import Days
from corroborate.extract.dates.mentions import Mention
from corroborate.extract.dates.tense import Tense
from corroborate.model.outlets import DateOrder
from corroborate.model.ranges import Range

# Outlets ahead of UTC date their articles a day before what they report as past.
ZONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """From where a wording is seen.

    Without `published` only absolute dates resolve, without `anchor` no "two months earlier", without `order` no "3/4/2026".
    """

    published: date | None
    tense: Tense = Tense.UNTOLD
    anchor: Days | None = None
    order: DateOrder | None = None


def only(of: date | None) -> Days | None:
    """One day as a stretch of days."""
    return None if of is None else Range(of, of)


def chosen(candidates: Iterable[Days | None], view: Viewpoint) -> Days | None:
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


def of_years(mention: Mention, view: Viewpoint, days_in: Callable[[int], Days | None]) -> Days | None:
    """What a wording means in its own year, or else in the likely one around the publication."""
    candidates = [days_in(year) for year in _years(mention, view)]
    if mention.year is not None or mention.year_step is not None:
        return candidates[0] if candidates else None
    if mention.which is not None and view.published is not None:
        return _by_word(candidates, mention.which, view.published)
    if mention.weekday is not None:
        # "Friday, May 12" is of a year in which that day is a Friday; a wrong weekday is left to the reader.
        candidates = [days for days in candidates if days and days.low and days.low.weekday() == mention.weekday] or candidates
    return chosen(candidates, view)


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


def _by_word(candidates: Iterable[Days | None], which: int, now: date) -> Days | None:
    """ "last June" is over, "next June" has not begun, "this June" is of this year."""
    known = [days for days in candidates if days is not None and days.low is not None and days.high is not None]
    over = [days for days in known if days.high is not None and days.high < now]
    ahead = [days for days in known if days.low is not None and days.low > now]
    same = [days for days in known if days.low is not None and days.low.year == now.year]
    likely = over[-1:] if which < 0 else ahead[:1] if which > 0 else same
    return likely[0] if likely else None
