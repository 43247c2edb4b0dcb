"""Finding the wordings of dates: one pattern per form, with its reader."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corroborate.extract.dates.calendars import EASTER, HOLIDAYS, MOVING
from corroborate.extract.dates.forms import (
    read_ago,
    read_decade,
    read_deictic,
    read_fiscal,
    read_following,
    read_holiday,
    read_iso,
    read_later,
    read_month,
    read_month_day,
    read_numeric,
    read_ordinal_day,
    read_quarter,
    read_same_period,
    read_season,
    read_span_of,
    read_unit,
    read_week,
    read_weekday,
    read_weekday_day,
    read_written,
    read_years,
)
from corroborate.extract.dates.mentions import COUNT, DAY, HEDGE, MONTH, PART, SHORT_WEEKDAY, TO, WEEKDAY, YEAR, Mention

Reader = Callable[[re.Match[str]], Mention | None]

WITH_WEEKDAY = rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),? (?:the )?)?"
OF_YEAR = rf"(?:(?:,? |-)(?:of |in )?(?P<fiscal>fiscal |fy ?)?(?P<year>{YEAR})|(?: of| in)? (?P<which>last|this|next|the) year)"
AT_END = r"(?=\s*(?:[.,;:!?)\]\"”’—–|]|$)|\s+(?:and|but|when)\b)"
AFTERWARDS = (
    r"(?=['’]s\b|\s*(?:[.,;:!?)\]\"”’—–|]|$)"
    r"|\s+(?:and|but|or|when|as|by|in|to|with|that|the|for|from|at|on|of|he|she|it|they|was|were|had|after|during)\b)"
)


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern and the reader of what it finds."""

    pattern: re.Pattern[str]
    read: Reader


def _form(pattern: str, read: Reader) -> Form:
    return Form(re.compile(pattern, re.I), read)


YEAR_WORD = r",?(?: of)? (?P<year_word>last|this|next) year\b"
YEAR_AFTER = rf"(?:(?: ?,|,? of|,? in)? (?P<year>{YEAR})|{YEAR_WORD})?(?!\w)"
HOLIDAY = "|".join(sorted({**HOLIDAYS, **EASTER, **MOVING}, key=len, reverse=True)).replace("'", "['’]")
FORMS = (
    _form(rf"(?<![\w/.-])(?P<y>{YEAR})[-/.](?P<m>0?[1-9]|1[0-2])[-/.](?P<d>3[01]|[12]\d|0?[1-9])\b(?![-/.]?\d)", read_iso),
    _form(
        rf"\b{WITH_WEEKDAY}(?P<month>{MONTH}) (?:the )?(?P<day>{DAY})(?:(?P<to>{TO}"
        rf"| and )(?P<until>{DAY}))?{YEAR_AFTER}",
        read_month_day,
    ),
    _form(
        rf"(?<![$€£.,\d])\b{WITH_WEEKDAY}(?P<day>{DAY})(?:(?P<to>{TO}| and )(?P<until>{DAY}))?(?: day)?(?: of|-)? ?(?P<month>{MONTH})"
        rf"(?:(?: ?,|,? of|,? in|-)? ?(?P<year>{YEAR})|{YEAR_WORD})?(?!\w)",
        read_month_day,
    ),
    _form(
        rf"\b(?:(?P<which>last|next|this(?: past| coming)?) )?(?P<part>{PART})?(?P<month>{MONTH})"
        rf"(?:(?:,|,? of|,? in)?[ /-](?P<year>{YEAR})|{YEAR_WORD})?(?!\w)(?! ?\d{{1,2}}\b(?!:))",
        read_month,
    ),
    _form(
        rf"(?<![\w$€£#.,/–-])(?P<part>{PART})?(?P<word>(?:the )?(?:calendar )?year )?(?P<year>{YEAR})"
        rf"(?:(?P<dash>\s?(?:-|–|/)\s?)(?P<until>(?:{YEAR}|\d\d(?![\d%])(?![.,]\d)))(?![-/\w]))?(?![\w$€£]|[-–/:]\w)",
        read_years,
    ),
    _form(
        rf"(?<![\w$€£#])(?P<part>{PART})?(?:(?P<decade>(?:1[5-9]|20)\d0)['’]?|['’](?P<short>[1-9]0))s\b(?P<word>(?!))?",
        read_decade,
    ),
    _form(
        rf"(?:(?<=\bthe )|\b(?P<part>{PART}))(?P<word>(?:thirt|fort|fift|sixt|sevent|eight|ninet)ies)\b(?P<decade>(?!))?(?P<short>(?!))?",
        read_decade,
    ),
    _form(
        r"\b(?:(?P<early_fiscal>fiscal )?(?:(?P<ordinal>first|second|third|fourth|final|[1-4](?:st|nd|rd|th))[ -](?:quarter|half)"
        rf"|(?P<front>20\d\d)[ -]?[qh](?P<leading>[1-4])|[qh](?P<figure>[1-4]))(?!-)\b){OF_YEAR}?(?!\w)",
        read_quarter,
    ),
    _form(rf"\b(?:(?:fiscal|financial) (?:year )?(?:{YEAR}(?:[-/]\d\d(?:\d\d)?)?)|fy ?(?:{YEAR}|\d\d)\b)", read_fiscal),
    _form(
        rf"\b(?:(?P<which>last|next|this(?: past| coming| upcoming)?|coming|previous|upcoming) (?:week )?)?(?P<weekday>{WEEKDAY})"
        r"(?:,? (?:of )?(?P<week>last|this|next) week\b)?(?!\w)",
        read_weekday,
    ),
    _form(
        r"\b(?:(?:the )?day (?:before yesterday|after tomorrow)|yesterday|today|tomorrow|tonight|last night"
        r"|(?:(?<=\band )|(?<=\bbetween )|(?<=\buntil )|(?<=\bto ))now|this (?:morning|afternoon|evening))(?!\w)",
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
        rf"\b(?P<count>{COUNT}) (?P<unit>day|week|fortnight|month|quarter|year|decade)s? "
        rf"(?P<way>(?:earlier|later|afterwards|previously)\b{AFTERWARDS}|(?:before|after|prior)\b{AT_END})",
        read_later,
    ),
    _form(
        r"\b(?:the (?P<which>following|next|previous|preceding|same|very next|prior) "
        r"(?P<unit>day|morning|evening|night|week|weekend|month|quarter|year|decade)\b"
        rf"|the (?P<unit2>day|week|weekend|month|quarter|year) (?P<way>before|after|earlier)\b{AT_END})",
        read_following,
    ),
    _form(r"\b(?P<which>that(?: same)?) (?P<unit>day|week|weekend|month|quarter|year)\b(?P<unit2>(?!))?(?P<way>(?!))?", read_following),
    _form(
        r"\b(?:the )?same (?P<unit>quarter|month|week|period|time|day)s? (?:(?:of|in|the|a|one) ){0,3}"
        r"(?:last year|previous year|prior year|year (?:before|earlier|ago|previously))",
        read_same_period,
    ),
    _form(
        rf"\b(?P<ordinal>first|second|third|fourth|fifth|last|final|[1-5](?:st|nd|rd|th)) (?P<unit>week|weekend) (?:of|in) "
        rf"(?:(?P<month>{MONTH}){YEAR_AFTER}|(?P<of_year>{YEAR})\b)",
        read_week,
    ),
    _form(
        rf"\b(?P<side>first|last|final) (?P<count>{COUNT}) (?P<unit>day|week|month)s (?:of|in) "
        rf"(?:(?P<month>{MONTH}){YEAR_AFTER}|(?P<of_year>{YEAR})\b|(?P<which>last|this|next|the) year\b)",
        read_span_of,
    ),
    _form(
        rf"\b(?P<weekday>{WEEKDAY}|{SHORT_WEEKDAY}),? (?:the )?(?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?)(?![.,:]\d|%){AT_END}",
        read_weekday_day,
    ),
    _form(
        rf"(?<![\w$€£#.,/–-])(?P<year>{YEAR}) (?P<which>(?!))?(?P<part>(?!))?(?P<year_word>(?!))?(?P<month>{MONTH})(?!\w| \d)", read_month
    ),
    _form(
        rf"(?<![\w/.-])(?:(?P<day1>{DAY})[-/](?P<month1>{MONTH})[-/](?P<year1>{YEAR})"
        rf"|(?P<year2>{YEAR})[-/](?P<month2>{MONTH})[-/](?P<day2>{DAY}))"
        r"(?![\w/-])",
        read_written,
    ),
    _form(
        rf"\b(?:(?P<which>last|this|next) )?(?P<name>{HOLIDAY})(?:(?:,|,? of|,? in)? (?P<year>{YEAR}))?\b"
        r"(?!['’]s| (?:tree|market|card|present|gift|carol|egg)s?\b)",
        read_holiday,
    ),
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
    r"\d{4}|\b\d{1,2}[/.-]\d{1,2}[/.-]\d|day\b|days\b|week|month|year|quarter|decade|fortnight|yesterday|tomorrow|tonight|night\b|morning"
    r"|evening|afternoon|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)"
    r"|\b(?:spring|summer|autumn|fall|winter)\b|\b[qh][1-4]\b"
    r"|['’]\d0s|(?:thirt|fort|fift|sixt|sevent|eight|ninet)ies|\bon the \d|christmas|easter|halloween|thanksgiving"
    r"|pentecost|juneteenth",
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
