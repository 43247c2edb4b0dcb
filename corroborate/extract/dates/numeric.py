"""Dates in figures alone: ISO 8601, days and months in either order, weeks by their number."""

import re
from dataclasses import replace

from corroborate.extract.dates.forms import form, mention
from corroborate.extract.dates.mentions import WHICH, YEAR, Mention, long_year
from corroborate.extract.lexicon import words
from corroborate.model.figures import Granularity

SHORT_INTRODUCED = re.compile(
    r"\b(?:on|by|since|until|till|from|to|between|and|before|after|dated?|of)\s(?:this |next |last )?$|\d/\d{1,2}\s?[-–]\s?$", re.I
)
ON = re.compile(r"\b(?:on|since|until|till|dated)\s$", re.I)
NAMES_IN_FIGURES = frozenset(("24/7", "9/11", "7/7", "50/50", "20/20"))


def read_iso(found: re.Match[str]) -> Mention | None:
    """ "2026-06-10", "2026/6/10"."""
    return mention(found, "day", Granularity.DAY, year=int(found["y"]), month=int(found["m"]), day=int(found["d"]))


def read_numeric(found: re.Match[str]) -> Mention | None:
    """ "14/10/2026" can be read in one way only; "3/4/2026" in two, and is left to the order that the outlet writes."""
    return _in_some_order(found, long_year(found["year"]))


def read_short_numeric(found: re.Match[str]) -> Mention | None:
    """ "on 10/25", "from 10/1-11/7": without its year a date where it is introduced as one, else as likely a fraction or a score."""
    if found[0] in NAMES_IN_FIGURES:
        return None
    before = found.string[max(0, found.start() - 14) : found.start()]
    if not SHORT_INTRODUCED.search(before) and not re.match(r"\s?[-–]\s?\d{1,2}/\d", found.string[found.end() : found.end() + 6]):
        return None
    read = _in_some_order(found, None)
    # "On 22/04" tells which is the day; "from 1/16 to 5/16" is of inches.
    sure = max(int(found["first"]), int(found["second"])) > 12 and ON.search(before) is not None
    return replace(read, form="numeric") if read is not None and sure else read


def _in_some_order(found: re.Match[str], year: int | None) -> Mention | None:
    first, second = int(found["first"]), int(found["second"])
    if not 1 <= first <= 31 or not 1 <= second <= 31 or (first > 12 and second > 12):
        return None
    return mention(found, "numeric" if year else "short numeric", Granularity.DAY, year=year, day=first, number=second)


def read_week_number(found: re.Match[str]) -> Mention | None:
    """ "week 31 of 2026", "calendar week 7", "2026-W42": weeks as ISO 8601 numbers them."""
    year, number = found["year"] or found["front"], int(found["week"] or found["short"])
    if not 1 <= number <= 53 or not (found["lead"] or year or found["which"]):
        return None
    which = WHICH[found["which"].lower()] if found["which"] else None
    return mention(found, "week number", Granularity.WEEK, year=int(year) if year else None, number=number, which=which)


NUMERIC = (
    form(
        rf"(?<![\w/.])(?<!\w-)(?P<y>{YEAR})[-/.](?P<m>0?[1-9]|1[0-2])[-/.](?P<d>3[01]|[12]\d|0?[1-9])\b(?![-/.]?\d)",
        read_iso,
        words("/"),
    ),
    form(
        r"(?<![\d/.])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>(?:19|20)\d\d|\d\d)(?![\d/])(?!\.\d)",
        read_numeric,
        words("/"),
    ),
    form(
        r"(?<![\d/.-])(?P<first>\d{1,2})(?P<sign>[.-])(?P<second>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/-])(?!\.\d)",
        read_numeric,
        words("/"),
    ),
    form(r"(?<![\w/.$€£#–-])(?P<first>\d{1,2})/(?P<second>\d{1,2})(?![\w/%]|\.\d| of\b)", read_short_numeric, words("/")),
    form(r"(?<=[/\d][-–])(?P<first>\d{1,2})/(?P<second>\d{1,2})(?![\w/%]|\.\d| of\b)", read_short_numeric, words("/")),
    form(
        rf"\b(?:(?P<lead>calendar |iso |the )?week (?:no\.? ?|number )?(?P<week>\d{{1,2}})\b"
        rf"(?:,? (?:of |in )?(?:(?P<year>{YEAR})|(?P<which>last|this|next) year\b))?"
        rf"|(?P<front>{YEAR})-?W(?P<short>\d\d)\b)",
        read_week_number,
        words("week w"),
    ),
)
