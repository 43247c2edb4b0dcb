"""Finding the wordings of dates: one pattern and one reader per form. A reader returns None where the words mean something else."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corroborate.extract.calendars import MONTHS, WEEKDAYS
from corroborate.extract.date_traps import BETWEEN, COUNTED_AHEAD, DAY_INTRODUCED, IN, is_named_weekday, is_no_month, is_no_year
from corroborate.extract.mentions import (
    AMBIGUOUS_SMALL,
    COUNT,
    DAY,
    HEDGE,
    MONTH,
    PART,
    PARTS,
    QUARTERS,
    SHORT_WEEKDAY,
    TO,
    UNITS,
    WEEKDAY,
    WHICH,
    YEAR,
    Mention,
    count_of,
    day_of,
)
from corroborate.model.figures import Granularity

Reader = Callable[[re.Match[str]], Mention | None]

WITH_WEEKDAY = rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),? (?:the )?)?"
OF_YEAR = rf"(?:,? (?:of |in )?(?P<fiscal>fiscal |fy ?)?(?P<year>{YEAR})|(?: of| in)? (?P<which>last|this|next|the) year)"
AFTERWARDS = (
    r"(?=['’]s\b|\s*(?:[.,;:!?)\]\"”’—–|]|$)"
    r"|\s+(?:and|but|or|when|as|by|in|to|with|that|the|for|from|at|on|of|he|she|it|they|was|were|had|after|during)\b)"
)


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
    return Mention(start, end, "day", Granularity.DAY, year=year, month=_month(month), day=day_of(day), until_day=last)


def read_month(found: re.Match[str]) -> Mention | None:
    """ "June", "late June", "last June", "June 2026", "Dec-2018"; "may" is none, and "April Okafor" is a person."""
    month, year = found["month"], _year(found)
    before = found.string[max(0, found.start() - 14) : found.start()]
    alone = not year and not found["part"] and not found["which"]
    small = month[0].islower()
    if (small and month in AMBIGUOUS_SMALL and not year) or (alone and is_no_month(found, month, before)):
        return None
    which = WHICH[found["which"].lower().split()[-1]] if found["which"] else None
    return _mention(found, "month", Granularity.MONTH, year=year, month=_month(month), part=_part(found), which=which)


def read_years(found: re.Match[str]) -> Mention | None:
    """ "2019", "early 2019", "2018-19", "the year 2019"; neither "2,019" nor "2019 tonnes" nor "Route 2019"."""
    year = int(found["year"])
    before = found.string[max(0, found.start() - 16) : found.start()]
    last = found["until"]
    until = None if last is None else int(last) if len(last) == 4 else year - year % 100 + int(last)
    if until is not None and not year < until <= year + 120:
        return None
    if not found["part"] and not found["word"] and is_no_year(found, before, year if until is None else until):
        return None
    return _mention(found, "year", Granularity.YEAR, year=year, until_year=until, part=_part(found))


def read_decade(found: re.Match[str]) -> Mention | None:
    """ "the 1990s", "late 2010s", "the '90s"."""
    short = found["short"]
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
    weekday = WEEKDAYS[found["weekday"].lower()]
    week = found["week"]
    if week:
        return _mention(found, "weekday of week", Granularity.DAY, weekday=weekday, which=WHICH[week.lower()])
    which = WHICH[found["which"].lower().split()[-1]] if found["which"] else None
    if which is not None and "this past" in found[0].lower():
        which = -1
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
    rolling = re.search(r"\bthe\s$", before, re.I) and word in {"last", "past", "next"} and not found["part"]
    if rolling or (word in {"past", "coming", "previous"} and not found["part"]):
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
    return _mention(found, "anchored", UNITS[found["unit"].lower()], count=sign * count_of(found["count"]))


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
    """ "the first week of June"."""
    return _mention(
        found, "week", Granularity.WEEK, number=QUARTERS[found["ordinal"].lower()], month=_month(found["month"]), year=_year(found)
    )


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


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern and the reader of what it finds."""

    pattern: re.Pattern[str]
    read: Reader


def _form(pattern: str, read: Reader) -> Form:
    return Form(re.compile(pattern, re.I), read)


YEAR_AFTER = rf"(?:(?:,|,? of|,? in)? (?P<year>{YEAR}))?(?!\w)"
FORMS = (
    _form(rf"\b(?P<y>{YEAR})[-/.](?P<m>0?[1-9]|1[0-2])[-/.](?P<d>3[01]|[12]\d|0?[1-9])\b(?![-/.]?\d)", read_iso),
    _form(
        rf"\b{WITH_WEEKDAY}(?P<month>{MONTH}),? (?:the )?(?P<day>{DAY})(?:(?P<to>{TO}| and )(?P<until>{DAY}))?{YEAR_AFTER}", read_month_day
    ),
    _form(
        rf"\b{WITH_WEEKDAY}(?P<day>{DAY})(?:(?P<to>{TO}| and )(?P<until>{DAY}))?(?: day)?(?: of|-)? ?(?P<month>{MONTH})"
        rf"(?:(?:,|,? of|-)? ?(?P<year>{YEAR}))?(?!\w)",
        read_month_day,
    ),
    _form(
        rf"\b(?:(?P<which>last|next|this(?: past| coming)?) )?(?P<part>{PART})?(?P<month>{MONTH})"
        rf"(?:(?:,|,? of|,? in)?[ -](?P<year>{YEAR}))?(?!\w)(?! ?\d{{1,2}}\b(?!:))",
        read_month,
    ),
    _form(
        rf"(?<![\w$€£#.,/–-])(?P<part>{PART})?(?P<word>(?:the )?(?:calendar )?year )?(?P<year>{YEAR})"
        rf"(?:\s?(?:-|–|/)\s?(?P<until>(?:{YEAR}|\d\d(?![\d%])(?![.,]\d)))(?![-/\w]))?(?![\w$€£]|[-–/:]\w)",
        read_years,
    ),
    _form(rf"(?<![\w$€£#])(?P<part>{PART})?(?:(?P<decade>(?:1[5-9]|20)\d0)['’]?|['’](?P<short>[1-9]0))s\b", read_decade),
    _form(
        r"\b(?:(?P<early_fiscal>fiscal )?(?:(?P<ordinal>first|second|third|fourth|final|[1-4](?:st|nd|rd|th))[ -](?:quarter|half)"
        rf"|(?P<front>20\d\d) ?[qh](?P<leading>[1-4])|[qh](?P<figure>[1-4]))(?!-)\b){OF_YEAR}?(?!\w)",
        read_quarter,
    ),
    _form(rf"\b(?:(?:fiscal|financial) (?:year )?(?:{YEAR}(?:[-/]\d\d(?:\d\d)?)?)|fy ?(?:{YEAR}|\d\d)\b)", read_fiscal),
    _form(
        rf"\b(?:(?P<which>last|next|this(?: past| coming)?|coming|previous|upcoming) (?:week )?)?(?P<weekday>{WEEKDAY})"
        r"(?:,? (?:of )?(?P<week>last|this|next) week\b)?(?!\w)",
        read_weekday,
    ),
    _form(
        r"\b(?:(?:the )?day (?:before yesterday|after tomorrow)|yesterday|today|tomorrow|tonight|last night|this (?:morning"
        r"|afternoon|evening))(?!\w)",
        read_deictic,
    ),
    _form(
        rf"\b(?P<cut>earlier |later )?(?P<part>{PART})?(?P<which>last|past|previous|this|current|next|coming) "
        r"(?P<unit>week|weekend|month|quarter|year|decade)\b(?!-\w)",
        read_unit,
    ),
    _form(rf"\b(?P<part>{PART})(?P<unit>week|month|quarter|year|decade)\b(?!-\w)(?P<which>(?!))?(?P<cut>(?!))?", read_unit),
    _form(
        rf"\b(?:(?P<hedge>{HEDGE}) )?(?:(?P<count>{COUNT})|a few|several|many|some) (?P<unit>day|week|fortnight|month|quarter|year"
        rf"|decade)s? "
        r"(?P<way>ago|from now|from today|hence)\b",
        read_ago,
    ),
    _form(
        rf"\b(?P<count>{COUNT}) (?P<unit>day|week|month|quarter|year|decade)s? (?P<way>earlier|later|before|after|afterwards"
        rf"|previously|prior)\b" + AFTERWARDS,
        read_later,
    ),
    _form(
        r"\b(?:the (?P<which>following|next|previous|preceding|same|very next|prior) "
        r"(?P<unit>day|morning|evening|night|week|weekend|month|quarter|year|decade)\b"
        rf"|the (?P<unit2>day|week|weekend|month|quarter|year) (?P<way>before|after|earlier)\b{AFTERWARDS})",
        read_following,
    ),
    _form(r"\b(?P<which>that(?: same)?) (?P<unit>day|week|weekend|month|quarter|year)\b(?P<unit2>(?!))?(?P<way>(?!))?", read_following),
    _form(
        r"\bsame (?P<unit>quarter|month|week|period|time|day)s? (?:(?:of|in|the|a|one) ){0,3}"
        r"(?:last year|previous year|prior year|year (?:before|earlier|ago|previously))",
        read_same_period,
    ),
    _form(rf"\b(?P<ordinal>first|second|third|fourth|fifth|last|final) week (?:of|in) (?P<month>{MONTH}){YEAR_AFTER}", read_week),
    _form(
        r"(?<![\d/.-])(?P<first>\d{1,2})(?P<sign>[/.-])(?P<second>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/-])(?!\.\d)",
        read_numeric,
    ),
    _form(r"(?<=\bon the )(?P<day>(?:3[01]|[12]?\d)(?:st|nd|rd|th))" + AFTERWARDS, read_ordinal_day),
    _form(
        r"\b(?:(?P<which>last|this|next|this past) )?(?P<season>spring|summer|autumn|fall|winter)"
        rf"(?:(?: of|,)? (?P<year>{YEAR})(?:[-/]\d\d(?:\d\d)?)?)?\b(?!-)",
        read_season,
    ),
)
TRIGGER = re.compile(
    r"\d{4}|\b\d{1,2}[/.-]\d{1,2}[/.-]\d|day\b|days\b|week|month|year|quarter|decade|fortnight|yesterday|tomorrow|tonight|night\b"
    r"|morning|evening|afternoon"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)|\b(?:spring|summer|autumn|fall|winter)\b"
    r"|\b[qh][1-4]\b|['’]\d0s|\bon the \d",
    re.I,
)


def find_mentions(sentence: str) -> list[Mention]:
    """The dates of a sentence from left to right, the longest where several forms overlap."""
    if TRIGGER.search(sentence) is None:
        return []
    found = sorted(_candidates(sentence), key=lambda mention: (mention.start, -mention.end))
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _candidates(sentence: str) -> Iterator[Mention]:
    for form in FORMS:
        for found in form.pattern.finditer(sentence):
            mention = form.read(found)
            if mention is not None:
                yield mention


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
