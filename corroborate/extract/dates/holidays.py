"""Days that have names: fixed ones, those counted from Easter, and those on some weekday of a month."""

from datetime import date, timedelta

from corroborate.extract.dates.calendars import Days, day, month_days
from corroborate.model.ranges import Range

ONE = timedelta(days=1)
# Days that fall differently from country to country (mothers, independence) are left out: the text does not say which is meant.
FIXED = {
    "new year": (1, 1),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "new year's": (1, 1),
    "epiphany": (1, 6),
    "burns night": (1, 25),
    "groundhog day": (2, 2),
    "valentine's day": (2, 14),
    "international women's day": (3, 8),
    "st patrick's day": (3, 17),
    "saint patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "earth day": (4, 22),
    "anzac day": (4, 25),
    "may day": (5, 1),
    "workers' day": (5, 1),
    "international workers' day": (5, 1),
    "juneteenth": (6, 19),
    "midsummer's day": (6, 24),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "all souls' day": (11, 2),
    "bonfire night": (11, 5),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
}
# Days counted from Easter Sunday.
FROM_EASTER = {
    "shrove tuesday": -47,
    "mardi gras": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "holy saturday": -1,
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "ascension day": 39,
    "pentecost": 49,
    "whit sunday": 49,
    "whit monday": 50,
}
# Month, weekday, and which of the month; -1 is the last. The days after some of them have names of their own.
MOVING = {
    "martin luther king day": (1, 0, 3),
    "martin luther king jr. day": (1, 0, 3),
    "presidents' day": (2, 0, 3),
    "memorial day": (5, 0, -1),
    "father's day": (6, 6, 3),
    "labor day": (9, 0, 1),
    "columbus day": (10, 0, 2),
    "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
    "black friday": (11, 3, 4),
    "cyber monday": (11, 3, 4),
}
DAYS_AFTER = {"black friday": 1, "cyber monday": 4}
NAMES = tuple(sorted({*FIXED, *FROM_EASTER, *MOVING}, key=len, reverse=True))


def holiday(name: str, year: int) -> date | None:
    """The day of a holiday, None where its name is not known.

    >>> holiday("thanksgiving", 2026)
    datetime.date(2026, 11, 26)
    """
    if name in FIXED:
        return day(year, *FIXED[name])
    if name in FROM_EASTER:
        return easter(year) + timedelta(days=FROM_EASTER[name])
    if name not in MOVING:
        return None
    month, weekday, which = MOVING[name]
    found = nth_weekday(month_days(year, month), weekday, which)
    return None if found is None else found + timedelta(days=DAYS_AFTER.get(name, 0))


def nth_weekday(of: Days, weekday: int, which: int) -> date | None:
    """The first, second... Monday (0) to Sunday (6) of a stretch of days; -1 is the last; None where it has no such day."""
    if of.low is None or of.high is None:
        return None
    if which < 0:
        found = of.high - timedelta(days=(of.high.weekday() - weekday) % 7 + 7 * (-1 - which))
    else:
        found = of.low + timedelta(days=(weekday - of.low.weekday()) % 7 + 7 * (which - 1))
    return found if of.low <= found <= of.high else None


def long_weekend(name: str, year: int) -> Days | None:
    """The days off around a holiday that touches a weekend: "Labor Day weekend" is Saturday to Monday; None where it touches none."""
    found = holiday(name, year)
    if found is None:
        return None
    if name.startswith("easter"):
        return Range(easter(year) - 2 * ONE, easter(year) + ONE)
    if found.weekday() == 3 and name.startswith("thanksgiving"):
        return Range(found, found + 3 * ONE)
    if found.weekday() in {1, 2, 3}:
        return None
    saturday = found + timedelta(days={0: -2, 4: 1, 5: 0, 6: -1}[found.weekday()])
    return Range(min(found, saturday), max(found, saturday + ONE))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the rule of Oudin.

    >>> easter(2026)
    datetime.date(2026, 4, 5)
    """
    century, cycle = year // 100, year % 19
    moon = (century - century // 4 - (century - (century - 17) // 25) // 3 + 19 * cycle + 15) % 30
    moon -= moon // 28 * (1 - moon // 28 * (29 // (moon + 1)) * ((21 - cycle) // 11))
    sunday = moon - (year + year // 4 + moon + 2 - century + century // 4) % 7
    month = 3 + (sunday + 40) // 44
    return date(year, month, sunday + 28 - 31 * (month // 4))
