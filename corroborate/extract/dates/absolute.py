"""Wordings with a name of the calendar in them: days, months, years, decades, centuries, quarters, seasons and holidays."""

import re

from corroborate.extract.dates.calendars import WEEKDAYS
from corroborate.extract.dates.forms import (
    COUNTED_DAY_WORDS,
    DAY_NUMBERS,
    DAY_WORDS,
    DECADE_WORDS,
    MONTH_WORDS,
    SPOKEN_WORDS,
    WEEKDAY_WORDS,
    YEAR_WORDS,
    form,
    mention,
    month_of,
    part_in,
    year_in,
)
from corroborate.extract.dates.holidays import NAMES
from corroborate.extract.dates.mentions import (
    AFTERWARDS,
    AMBIGUOUS_SMALL,
    AT_END,
    COUNTED_DAY,
    DAY,
    DAY_NUMBER,
    MONTH,
    PART,
    QUARTERS,
    SHORT_WEEKDAY,
    SPOKEN_YEAR,
    TENS,
    TO,
    WEEKDAY,
    WHICH,
    YEAR,
    Mention,
    day_of,
    long_year,
    year_of,
)
from corroborate.extract.dates.traps import BETWEEN, CLOSED, COUNTED_AHEAD, DAY_INTRODUCED, IN, is_no_month, is_no_year
from corroborate.extract.lexicon import words
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
        return mention(found, "month", Granularity.MONTH, end=found.end("month"), month=month_of(month))
    start, end, until = found.start(), found.end(), found["until"]
    if until and found["to"].strip().lower().startswith("and") and not BETWEEN.search(before):
        start, end, day = (start, found.end("day"), day) if month_first else (found.start("until"), end, until)
        until = None
    year = None if end < found.start("year") else year_in(found)
    last = day_of(until) if until else None
    which = WHICH[found["year_word"].lower()] if found["year_word"] and end == found.end() else None
    weekday = WEEKDAYS[found["weekday"].lower().rstrip(".")] if found["weekday"] and start == found.start() else None
    return Mention(
        *(start, end, "day", Granularity.DAY),
        year=year,
        month=month_of(month),
        day=day_of(day),
        until_day=last,
        year_step=which,
        weekday=weekday,
    )


def read_glued(found: re.Match[str]) -> Mention | None:
    """ "Dec31", "Oct/2", "Sep-23-2026": what is left of a date where its blanks are lost."""
    if not found["month"][0].isupper() or ("-" in found["sign"] and not found["year"]):
        return None
    return mention(found, "day", Granularity.DAY, year=year_in(found), month=month_of(found["month"]), day=int(found["day"]))


def read_month(found: re.Match[str]) -> Mention | None:
    """ "June", "late June", "last June", "June 2026", "Dec-2018"; "may" is none, and "April Okafor" is a person."""
    month, year = found["month"], year_in(found)
    before = found.string[max(0, found.start() - 14) : found.start()]
    step = WHICH[found["year_word"].lower()] if found["year_word"] else None
    alone = not year and step is None and not found["part"] and not found["which"]
    small = month[0].islower()
    unsure = small and month in AMBIGUOUS_SMALL and not (IN.search(before) and CLOSED.match(found.string, found.end()))
    if (unsure and not year) or (alone and is_no_month(found, month, before)):
        return None
    which = WHICH[found["which"].lower().split()[-1]] if found["which"] else None
    return mention(found, "month", Granularity.MONTH, year=year, month=month_of(month), part=part_in(found), which=which, year_step=step)


def read_years(found: re.Match[str]) -> Mention | None:
    """ "2019", "early 2019", "2018-19", "the year 2019"; neither "2,019" nor "2019 tonnes" nor "Route 2019"."""
    year = int(found["year"])
    before = found.string[max(0, found.start() - 16) : found.start()]
    last = found["until"]
    if last is not None and len(last) == 2 and 1 <= int(last) <= min(12, year % 100) and found["dash"] == "-":
        return mention(found, "month", Granularity.MONTH, year=year, month=int(last))
    until = None if last is None else int(last) if len(last) == 4 else year - year % 100 + int(last)
    if until is not None and not year < until <= year + 120:
        return None
    if not found["part"] and not found["word"] and is_no_year(found, before, year if until is None else until):
        return None
    return mention(found, "year", Granularity.YEAR, year=year, until_year=until, part=part_in(found))


def read_spoken_year(found: re.Match[str]) -> Mention | None:
    """ "in nineteen eighty-six": only where a year is to be expected, since "two thousand" counts."""
    return mention(found, "year", Granularity.YEAR, year=year_of(found["year"]))


def read_decade(found: re.Match[str]) -> Mention | None:
    """ "the 1990s", "late 2010s", "the '90s", "the nineties"; whoever is "in her nineties" is old."""
    short = str(10 * (TENS.index(found["word"][:-3].lower() + "y") + 2)) if found["word"] else found["short"]
    year = int(found["decade"]) if found["decade"] else 1900 + int(short) if int(short) >= 30 else 2000 + int(short)
    return mention(found, "decade", Granularity.DECADE, year=year, part=part_in(found))


CENTURIES = {word: number for number, word in enumerate(("fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"), 15)}
CENTURIES |= {"twentieth": 20, "twenty-first": 21, "twenty first": 21}


def read_century(found: re.Match[str]) -> Mention | None:
    """ "the 17th century", "the late nineteenth century"."""
    word = found["ordinal"].lower()
    number = CENTURIES.get(word) or int(word[:2])
    return mention(found, "century", Granularity.CENTURY, year=100 * (number - 1), part=part_in(found))


HALF_YEARLY = re.compile(
    r" (?:net |operating |pre-?tax |core |gross |underlying |trading )?"
    r"(?:profits?|sales|revenues?|earnings|results|loss(?:es)?|income|output|figures|turnover|orders|deliveries|shipments|exports|imports)\b",
    re.I,
)


def read_quarter(found: re.Match[str]) -> Mention | None:
    """ "the third quarter", "Q3 2026", "3Q26", "first half of 2026"; fiscal years are known to the company alone."""
    word = (found["ordinal"] or found["figure"] or found["leading"] or found["ahead"]).lower()
    number = QUARTERS.get(word) or int(word[0])
    short = re.search(r"(?:\b|\d)h[12]?\b", found[0], re.I) is not None
    half = short or re.search(r"\bhalf\b", found[0], re.I) is not None
    told = found["year"] or found["which"] or found["owner"] or found["short"] or (short and not found["ahead"])
    if half and (number > 2 or not (told or HALF_YEARLY.match(found.string, found.end()))):
        return None
    form = "fiscal" if found["fiscal"] or found["early_fiscal"] else "half" if half else "quarter"
    year = found["year"] or found["front"] or found["short"]
    of = (found["which"] or found["owner"] or "").lower()
    which = WHICH.get(of, 0 if of else None)
    reported = "reported" if HALF_YEARLY.match(found.string, found.end()) else None
    return mention(found, form, Granularity.QUARTER, year=long_year(year) if year else None, number=number, which=which, hedge=reported)


def read_month_quarter(found: re.Match[str]) -> Mention | None:
    """ "the June quarter" is the one that ends with June."""
    return mention(found, "quarter", Granularity.QUARTER, year=year_in(found), number=month_of(found["month"]) // 3)


def read_fiscal(found: re.Match[str]) -> Mention | None:
    """ "fiscal 2026": which days it has depends on the company, and the text does not say."""
    return mention(found, "fiscal", Granularity.YEAR)


def read_calendar_year(found: re.Match[str]) -> Mention | None:
    """ "CY2026" is a calendar year, where others are fiscal."""
    return mention(found, "year", Granularity.YEAR, year=long_year(found["year"]))


def read_weekday_day(found: re.Match[str]) -> Mention | None:
    """ "Friday 31st": the month that has such a day."""
    return mention(found, "weekday day", Granularity.DAY, weekday=WEEKDAYS[found["weekday"].lower().rstrip(".")], day=day_of(found["day"]))


def read_written(found: re.Match[str]) -> Mention | None:
    """ "23-Sep-2026", "2026/Sep/23"."""
    month, day, year = (found[f"{part}{1 if found['day1'] else 2}"] for part in ("month", "day", "year"))
    return mention(found, "day", Granularity.DAY, year=int(year), month=month_of(month), day=day_of(day))


HOLIDAY_WHICH = WHICH | {"following": 1}


def read_holiday(found: re.Match[str]) -> Mention | None:
    """ "Christmas", "New Year's Eve 2024", "Labor Day weekend"."""
    name = found["name"].lower().replace("’", "'").replace("st. ", "st ")
    which = HOLIDAY_WHICH[found["which"].lower()] if found["which"] else None
    long = found["weekend"] or found["front"]
    if not found["name"][0].isupper() and not found["year"] and which is None and not long:
        return None
    form = "long weekend" if long else "holiday"
    return mention(found, form, Granularity.DAY, year=year_in(found), hedge=name, which=which)


def read_ordinal_day(found: re.Match[str]) -> Mention | None:
    """ "on the 14th"."""
    return mention(found, "month's day", Granularity.DAY, day=day_of(found["day"]))


def read_season(found: re.Match[str]) -> Mention | None:
    """ "last summer", "spring 2026": the text does not tell where a season begins."""
    before = found.string[max(0, found.start() - 14) : found.start()]
    told = found["which"] or found["year"]
    if not told and not re.search(r"\b(?:in|since|by|during|until|of|in the|during the|this) (?:early |late |mid-)?$", before, re.I):
        return None
    if found["season"].lower() == "fall" and not told and not re.search(r"\bin the $", before, re.I):
        return None
    return mention(found, "season", Granularity.SEASON)


WITH_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY}|{SHORT_WEEKDAY}),? (?:the )?)?"
OF_YEAR = rf"(?:(?:,? |-)(?:of |in )?(?P<fiscal>fiscal |fy ?)?(?P<year>{YEAR})|(?: of| in)? (?P<which>last|this|next|the) year)"
YEAR_WORD = r",?(?: of)? (?P<year_word>last|this|next) year\b"
ANY_YEAR = rf"{YEAR}|{SPOKEN_YEAR}|['’]\d\d\b|(?<=\bof )[4-9]\d\b"
YEAR_AFTER = rf"(?:(?: ?,|,? of|,? in)? (?P<year>{ANY_YEAR})|{YEAR_WORD})?(?!\w)"
ABBREVIATED = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
HOLIDAY = "|".join(NAMES).replace("st ", r"st\.? ").replace("'", "['’]")
HOLIDAY_WORDS = frozenset(max(re.split(r"[ '.]", name), key=len) for name in NAMES)
# "Year" needs a "new" beside it; "Christmas" nothing.
BESIDE_IT = frozenset(word for name in NAMES for word in re.split(r"[ '.]+", name) if " " not in name or word not in HOLIDAY_WORDS) | {"s"}

ABSOLUTE = (
    form(
        rf"\b{WITH_WEEKDAY}(?P<month>{MONTH}) (?:the )?(?P<day>{DAY})(?:(?P<to>{TO}| and (?:the )?)(?P<until>{DAY}))?{YEAR_AFTER}",
        read_month_day,
        MONTH_WORDS,
        DAY_WORDS,
    ),
    form(
        rf"(?<![$€£.,\d])(?<![$€£] )\b{WITH_WEEKDAY}(?P<day>{DAY})(?:(?P<to>{TO}| and (?:the )?)(?P<until>{DAY}))?(?: day)?(?: of|-)? ?"
        rf"(?P<month>{MONTH})(?:(?:(?: ?,|,? of|,? in|-)? ?(?P<year>{ANY_YEAR}))|{YEAR_WORD})?(?!\w)",
        read_month_day,
        MONTH_WORDS,
        DAY_WORDS,
    ),
    form(
        rf"\b{WITH_WEEKDAY}(?P<month>{MONTH}) (?P<day>{COUNTED_DAY})\b(?P<to>(?!))?(?P<until>(?!))?"
        rf"(?:,? (?P<year>{ANY_YEAR})(?!\w)|{YEAR_WORD}|{AT_END})",
        read_month_day,
        MONTH_WORDS,
        COUNTED_DAY_WORDS,
    ),
    form(
        rf"\b{WITH_WEEKDAY}(?P<day>{COUNTED_DAY}) (?:of )?(?P<month>{MONTH}),? (?P<to>(?!))?(?P<until>(?!))?(?P<year_word>(?!))?"
        rf"(?P<year>{ANY_YEAR})(?!\w)",
        read_month_day,
        MONTH_WORDS,
        COUNTED_DAY_WORDS,
    ),
    form(
        rf"\b(?P<month>{ABBREVIATED})(?P<sign>[/-]?)(?P<day>3[01]|[12]\d|0?[1-9])(?:(?: ?, ?|[ /-])(?P<year>{YEAR}))?(?![\w/-]|[.,]\d)",
        read_glued,
        MONTH_WORDS,
        DAY_NUMBERS,
    ),
    form(
        rf"\b(?:(?P<which>last|next|this(?: past| coming)?) )?(?P<part>{PART})?(?P<month>{MONTH})"
        rf"(?:(?:,|,? of|,? in)?[ /-](?P<year>{ANY_YEAR})|{YEAR_WORD})?(?!\w)(?! ?{DAY_NUMBER}\b(?!:|{COUNTED_AHEAD.pattern}))",
        read_month,
        MONTH_WORDS,
    ),
    form(
        rf"(?<![\w$€£#.,/–-])(?P<year>{YEAR}) (?P<which>(?!))?(?P<part>(?!))?(?P<year_word>(?!))?(?P<month>{MONTH})(?!\w| \d)",
        read_month,
        MONTH_WORDS,
        YEAR_WORDS,
    ),
    form(
        rf"(?<![\w/.-])(?:(?P<day1>{DAY})[-/](?P<month1>{MONTH})[-/](?P<year1>{YEAR})"
        rf"|(?P<year2>{YEAR})[-/](?P<month2>{MONTH})[-/](?P<day2>{DAY}))"
        r"(?![\w/-])",
        read_written,
        MONTH_WORDS,
        YEAR_WORDS,
    ),
    form(
        rf"(?<![\w$€£#.,/–-])(?P<part>{PART})?(?P<word>(?:the )?(?:calendar )?year )?(?P<year>{YEAR})"
        rf"(?:(?P<dash>\s?(?:-|–|/)\s?)(?P<until>(?:{YEAR}|\d\d(?![\d%])(?![.,]\d)))(?![-/\w]))?(?![\w$€£]|[-–/:]\w)",
        read_years,
        YEAR_WORDS,
    ),
    form(
        rf"(?:(?<=\bin )|(?<=\bsince )|(?<=\buntil )|(?<=\bby )|(?<=\bof )|(?<=\byear ))(?P<year>{SPOKEN_YEAR})",
        read_spoken_year,
        SPOKEN_WORDS,
    ),
    form(
        rf"(?<![\w$€£#])(?P<part>{PART})?(?:(?P<decade>(?:1[5-9]|20)\d0)(?:['’]| (?=s\b))?|['’](?P<short>[1-9]0))s\b(?!-\w)(?P<word>(?!))?",
        read_decade,
        YEAR_WORDS | DECADE_WORDS,
    ),
    form(
        rf"(?:(?<=\bthe )|\b(?P<part>{PART}))(?P<word>(?:thirt|fort|fift|sixt|sevent|eight|ninet)ies)\b(?P<decade>(?!))?(?P<short>(?!))?",
        read_decade,
        DECADE_WORDS,
    ),
    form(
        rf"(?:(?<![\w-])(?P<part>{PART}))?\b(?P<ordinal>1[0-9]th|20th|21st|22nd|{'|'.join(CENTURIES)})\s{{1,2}}century\b(?!-)",
        read_century,
        words("century"),
    ),
    form(
        r"\b(?:(?P<owner>last|this|next) year['’]s )?(?:(?P<early_fiscal>fiscal )?"
        r"(?:(?P<ordinal>first|second|third|fourth|final|[1-4](?:st|nd|rd|th))[ -](?:quarter|half)"
        rf"|(?P<front>20\d\d)[ -]?[qh](?P<leading>[1-4])|[qh](?P<figure>[1-4])"
        r"|(?P<ahead>[1-4](?=q)|[12](?=h))[qh](?: ?['’]?(?P<short>\d\d))?)"
        rf"(?!-[a-z])\b){OF_YEAR}?(?!\w)",
        read_quarter,
        words("quarter half q h"),
    ),
    form(
        rf"(?<=\bthe )(?P<month>mar(?:ch|\.)?|june?|sep(?:t\.?|tember)?|dec(?:ember|\.)?) quarter(?:,? (?:of |in )?(?P<year>{YEAR}))?\b",
        read_month_quarter,
        words("quarter"),
        MONTH_WORDS,
    ),
    form(
        rf"\b(?:(?:fiscal|financial) (?:year )?(?:{YEAR}(?:[-/]\d\d(?:\d\d)?)?)|fy ?(?:{YEAR}|['’]?\d\d)\b)",
        read_fiscal,
        words("fiscal financial fy"),
    ),
    form(r"\bcy ?(?P<year>20\d\d|\d\d)\b", read_calendar_year, words("cy")),
    form(
        rf"\b(?P<weekday>{WEEKDAY}|{SHORT_WEEKDAY}),? (?:the )?(?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?)(?![.,:]\d|%){AT_END}",
        read_weekday_day,
        WEEKDAY_WORDS,
        DAY_NUMBERS,
    ),
    form(
        rf"\b(?:(?P<front>weekend of )|(?P<which>last|this|next|previous|following) )?(?P<name>{HOLIDAY})"
        rf"(?:(?:,|,? of|,? in)? (?P<year>{YEAR}))?\b"
        r"(?!['’]s| (?:tree|market|card|present|gift|carol|egg|island)s?\b)(?P<weekend> weekend\b)?",
        read_holiday,
        HOLIDAY_WORDS,
        BESIDE_IT,
    ),
    form(
        r"(?<=\bon the )(?P<day>(?:3[01]|[12]?\d)(?:st|nd|rd|th))" + AFTERWARDS,
        read_ordinal_day,
        words("st nd rd th"),
    ),
    form(
        r"\b(?:(?P<which>last|this|next|this past) )?(?P<season>spring|summer|autumn|fall|winter)"
        rf"(?:(?: of|,)? (?P<year>{YEAR})(?:[-/]\d\d(?:\d\d)?)?)?\b(?!-)",
        read_season,
        words("spring summer autumn fall winter"),
    ),
)
