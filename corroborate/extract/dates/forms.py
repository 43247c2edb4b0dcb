"""One reader per form of a date: what its pattern found, taken apart. A reader returns None where the words mean something else."""

import re

from corroborate.extract.dates.calendars import MONTHS, WEEKDAYS
from corroborate.extract.dates.mentions import AMBIGUOUS_SMALL, PARTS, QUARTERS, TENS, UNITS, WHICH, Mention, count_of, day_of
from corroborate.extract.dates.traps import BESIDE, BETWEEN, COUNTED_AHEAD, DAY_INTRODUCED, IN, is_named_weekday, is_no_month, is_no_year
from corroborate.model.figures import Granularity


def read_month_day(found: re.Match[str]) -> Mention | None:
    """ "June 10", "Wed., June 10, 2026", "the 10th of June", "10-12 June"."""
    month, day = found["month"], found["day"]
    month_first = found.start("month") < found.start("day")
    bare = not found["year"] and not day[-1].isalpha()
    before = found.string[max(0, found.start() - 14) : found.start()]
    if month in AMBIGUOUS_SMALL and bare and not (month_first and DAY_INTRODUCED.search(before)):
        return None
    if month_first and bare and not found["until"] and IN.search(before) and COUNTED_AHEAD.match(found.string, found.end()):
        return _mention(found, "month", Granularity.MONTH, end=found.end("month"), month=_month(month))
    start, end, until = found.start(), found.end(), found["until"]
    if until and found["to"].strip().lower() == "and" and not BETWEEN.search(before):
        start, end, day = (start, found.end("day"), day) if month_first else (found.start("until"), end, until)
        until = None
    year = None if end < found.start("year") else _year(found)
    last = day_of(until) if until else None
    which = WHICH[found["year_word"].lower()] if found["year_word"] and end == found.end() else None
    return Mention(start, end, "day", Granularity.DAY, year=year, month=_month(month), day=day_of(day), until_day=last, year_step=which)


def read_month(found: re.Match[str]) -> Mention | None:
    """ "June", "late June", "last June", "June 2026", "Dec-2018"; "may" is none, and "April Okafor" is a person."""
    month, year = found["month"], _year(found)
    before = found.string[max(0, found.start() - 14) : found.start()]
    step = WHICH[found["year_word"].lower()] if found["year_word"] else None
    alone = not year and step is None and not found["part"] and not found["which"]
    small = month[0].islower()
    if (small and month in AMBIGUOUS_SMALL and not year) or (alone and is_no_month(found, month, before)):
        return None
    which = WHICH[found["which"].lower().split()[-1]] if found["which"] else None
    return _mention(found, "month", Granularity.MONTH, year=year, month=_month(month), part=_part(found), which=which, year_step=step)


def read_years(found: re.Match[str]) -> Mention | None:
    """ "2019", "early 2019", "2018-19", "the year 2019"; neither "2,019" nor "2019 tonnes" nor "Route 2019"."""
    year = int(found["year"])
    before = found.string[max(0, found.start() - 16) : found.start()]
    last = found["until"]
    if last is not None and len(last) == 2 and 1 <= int(last) <= min(12, year % 100) and found["dash"] == "-":
        return _mention(found, "month", Granularity.MONTH, year=year, month=int(last))
    until = None if last is None else int(last) if len(last) == 4 else year - year % 100 + int(last)
    if until is not None and not year < until <= year + 120:
        return None
    if not found["part"] and not found["word"] and is_no_year(found, before, year if until is None else until):
        return None
    return _mention(found, "year", Granularity.YEAR, year=year, until_year=until, part=_part(found))


def read_decade(found: re.Match[str]) -> Mention | None:
    """ "the 1990s", "late 2010s", "the '90s", "the nineties"; whoever is "in her nineties" is old."""
    short = str(10 * (TENS.index(found["word"][:-3].lower() + "y") + 2)) if found["word"] else found["short"]
    year = int(found["decade"]) if found["decade"] else 1900 + int(short) if int(short) >= 30 else 2000 + int(short)
    return _mention(found, "decade", Granularity.DECADE, year=year, part=_part(found))


def read_quarter(found: re.Match[str]) -> Mention | None:
    """ "the third quarter", "Q3 2026", "first half of 2026"; fiscal years are known to the company alone."""
    word = (found["ordinal"] or found["figure"] or found["leading"] or "1").lower()
    number = QUARTERS.get(word) or int(word)
    short = re.search(r"(?:\b|\d)h[12]\b", found[0], re.I) is not None
    half = short or re.search(r"\bhalf\b", found[0], re.I) is not None
    if (half and not short and found["year"] is None and found["which"] is None) or (half and number > 2):
        return None
    form = "fiscal" if found["fiscal"] or found["early_fiscal"] else "half" if half else "quarter"
    year = found["year"] or found["front"]
    which = WHICH.get((found["which"] or "").lower(), 0 if found["which"] else None)
    return _mention(found, form, Granularity.QUARTER, year=_long(year), number=number, which=which)


def read_fiscal(found: re.Match[str]) -> Mention | None:
    """ "fiscal 2026": which days it has depends on the company, and the text does not say."""
    return _mention(found, "fiscal", Granularity.YEAR)


def read_weekday(found: re.Match[str]) -> Mention | None:
    """ "Monday", "next Friday", "Tuesday of last week"; "Black Friday" and "the Sunday Times" are names."""
    before = found.string[max(0, found.start() - 14) : found.start()]
    if is_named_weekday(found, "" if found["which"] else before):
        return None
    if BESIDE.match(found.string, found.end()):
        return _mention(found, "vague", Granularity.DAY)
    weekday = WEEKDAYS[found["weekday"].lower()]
    week = found["week"]
    if week:
        return _mention(found, "weekday of week", Granularity.DAY, weekday=weekday, which=WHICH[week.lower()])
    which = WHICH[found["which"].lower().split()[-1]] if found["which"] else None
    lead = (found["which"] or "").lower()
    if lead in {"this past", "this coming", "coming", "upcoming", "this upcoming"}:
        return _mention(found, "weekday", Granularity.DAY, weekday=weekday, count=-1 if lead == "this past" else 1)
    return _mention(found, "weekday", Granularity.DAY, weekday=weekday, which=which)


DAYS_AWAY = {
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "tonight": 0,
    "last night": -1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}


def read_deictic(found: re.Match[str]) -> Mention | None:
    """ "yesterday", "this morning"; "today's world" is not about a day."""
    if re.match(r"['’]s\b", found.string[found.end() : found.end() + 2]) and found[0].lower() == "today":
        return None
    small = re.sub(r"^day", "the day", found[0].lower())
    return _mention(found, "deictic", Granularity.DAY, count=DAYS_AWAY.get(small, 0))


def read_unit(found: re.Match[str]) -> Mention | None:
    """ "last week", "later this year", "early next month", "this weekend"; "the past year" is a duration."""
    before = found.string[max(0, found.start() - 10) : found.start()]
    word, unit = (found["which"] or "this").lower(), found["unit"].lower()
    the = re.search(r"\bthe\s$", before, re.I) is not None
    if the and word in {"past", "coming"} and not found["part"]:
        return None
    rolling = word in {"past", "coming"} or (the and word in {"last", "next"})
    if rolling and unit in {"week", "month", "year"} and not found["part"]:
        return None
    cut = (found["cut"] or "").lower().strip()
    form = "weekend" if unit == "weekend" else "unit"
    return _mention(found, form, UNITS[unit], which=WHICH[word], part=_part(found), hedge=cut or None)


def read_ago(found: re.Match[str]) -> Mention | None:
    """ "eleven years ago", "less than two weeks ago", "ten days from now"; "several years ago" tells no day."""
    sign = 1 if found["way"].lower().startswith(("from", "hence")) else -1
    unit = UNITS[found["unit"].lower()]
    if found["count"] is None:
        return _mention(found, "vague", unit)
    count = count_of(found["count"]) * (2 if found["unit"].lower() == "fortnight" else 1)
    return _mention(found, "ago", unit, count=sign * count, hedge=(found["hedge"] or "").lower() or None)


def read_later(found: re.Match[str]) -> Mention | None:
    """ "two months earlier", "three days later": counted from the date mentioned last."""
    sign = 1 if found["way"].lower() in {"later", "after", "afterwards"} else -1
    unit = found["unit"].lower()
    return _mention(found, "anchored", UNITS[unit], count=sign * count_of(found["count"]) * (2 if unit == "fortnight" else 1))


def read_following(found: re.Match[str]) -> Mention | None:
    """ "the following day", "the year before", "that month": beside the date mentioned last."""
    word = (found["which"] or found["way"]).lower()
    steps = {"following": 1, "next": 1, "after": 1, "later": 1, "previous": -1, "preceding": -1, "prior": -1, "before": -1, "earlier": -1}
    unit = (found["unit"] or found["unit2"]).lower()
    count = next((step for name, step in steps.items() if word.endswith(name)), 0)
    if unit in {"morning", "evening", "night"}:
        unit = "day"
    return _mention(found, "weekend anchored" if unit == "weekend" else "anchored", UNITS[unit], count=count)


def read_same_period(found: re.Match[str]) -> Mention | None:
    """ "the same quarter a year earlier"."""
    unit = found["unit"].lower()
    return _mention(found, "same period", UNITS.get(unit, Granularity.QUARTER), count=-1, hedge=unit)


def read_week(found: re.Match[str]) -> Mention | None:
    """ "the first week of June", "the last week of 2025"."""
    word = found["ordinal"].lower()
    number = 0 if word in {"last", "final"} else QUARTERS[word]
    month = _month(found["month"]) if found["month"] else None
    year = found["year"] or found["of_year"]
    form = "weekend of" if found["unit"].lower() == "weekend" else "week"
    return _mention(found, form, Granularity.WEEK, number=number, month=month, year=int(year) if year else None)


def read_span_of(found: re.Match[str]) -> Mention | None:
    """ "the first nine months of 2026", "the last ten days of June"."""
    number = count_of(found["count"]) * (1 if found["side"].lower() == "first" else -1)
    month = _month(found["month"]) if found["month"] else None
    year = found["year"] or found["of_year"]
    which = WHICH.get((found["which"] or "").lower(), 0 if found["which"] else None)
    unit = UNITS[found["unit"].lower()]
    return _mention(found, "span of", unit, count=number, month=month, year=int(year) if year else None, which=which)


def read_weekday_day(found: re.Match[str]) -> Mention | None:
    """ "Friday 31st": the month that has such a day."""
    return _mention(found, "weekday day", Granularity.DAY, weekday=WEEKDAYS[found["weekday"].lower().rstrip(".")], day=day_of(found["day"]))


def read_written(found: re.Match[str]) -> Mention | None:
    """ "23-Sep-2026", "2026/Sep/23"."""
    month, day, year = (found[f"{part}{1 if found['day1'] else 2}"] for part in ("month", "day", "year"))
    return _mention(found, "day", Granularity.DAY, year=int(year), month=_month(month), day=day_of(day))


def read_holiday(found: re.Match[str]) -> Mention | None:
    """ "Christmas", "New Year's Eve 2024"."""
    name = found["name"].lower().replace("’", "'").replace("st. ", "st ")
    which = WHICH[found["which"].lower()] if found["which"] else None
    if not found["name"][0].isupper() and not found["year"] and which is None:
        return None
    return _mention(found, "holiday", Granularity.DAY, year=_year(found), hedge=name, which=which)


def read_iso(found: re.Match[str]) -> Mention | None:
    """ "2026-06-10", "2026/6/10"."""
    year, month, day = int(found["y"]), int(found["m"]), int(found["d"])
    return _mention(found, "day", Granularity.DAY, year=year, month=month, day=day) if month <= 12 and day <= 31 else None


def read_numeric(found: re.Match[str]) -> Mention | None:
    """ "14/10/2026" can be read in one way only; "3/4/2026" in two, and stays unresolved."""
    first, second = int(found["first"]), int(found["second"])
    year = _long(found["year"])
    if first > 31 or second > 31 or (first > 12 and second > 12) or not first or not second:
        return None
    if first <= 12 and second <= 12 and first != second:
        return _mention(found, "ambiguous", Granularity.DAY)
    return _mention(found, "day", Granularity.DAY, year=year, month=min(first, second), day=max(first, second))


def read_ordinal_day(found: re.Match[str]) -> Mention | None:
    """ "on the 14th"."""
    return _mention(found, "month's day", Granularity.DAY, day=day_of(found["day"]))


def read_season(found: re.Match[str]) -> Mention | None:
    """ "last summer", "spring 2026": the text does not tell where a season begins."""
    before = found.string[max(0, found.start() - 14) : found.start()]
    told = found["which"] or found["year"]
    if not told and not re.search(r"\b(?:in|since|by|during|until|of|in the|during the|this) (?:early |late |mid-)?$", before, re.I):
        return None
    if found["season"].lower() == "fall" and not told and not re.search(r"\bin the $", before, re.I):
        return None
    return _mention(found, "season", Granularity.SEASON)


def _mention(found: re.Match[str], form: str, granularity: Granularity, end: int | None = None, **parts: object) -> Mention:
    stop = found.end() if end is None else end
    return Mention(found.start(), stop, form, granularity, **parts)  # type: ignore[arg-type]


def _month(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def _year(found: re.Match[str]) -> int | None:
    return int(found["year"]) if found["year"] else None


def _long(year: str | None) -> int | None:
    if year is None:
        return None
    return int(year) if len(year) == 4 else 2000 + int(year) if int(year) < 70 else 1900 + int(year)


def _part(found: re.Match[str]) -> int | None:
    if not found["part"]:
        return None
    return next(value for word, value in PARTS.items() if word in re.split(r"[ -]", found["part"].lower()))
