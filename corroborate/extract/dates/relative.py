"""Wordings that are counted from the publication or from the date mentioned last: "on Friday", "last week", "two months earlier"."""

import re

from corroborate.extract.dates.calendars import MONTHS_OF, WEEKDAYS
from corroborate.extract.dates.forms import COUNT_WORDS, UNIT_WORDS, WEEKDAY_WORDS, form, mention, part_in
from corroborate.extract.dates.mentions import AFTERWARDS, AT_END, COUNT, HEDGE, LATE, PART, UNITS, WEEKDAY, WHICH, YEAR, Mention, count_of
from corroborate.extract.dates.traps import BESIDE, is_late_itself, is_named_weekday
from corroborate.extract.lexicon import words
from corroborate.model.figures import Granularity

SIZES = {Granularity.YEAR: 12, Granularity.MONTH: 1, Granularity.WEEK: 7, Granularity.DAY: 1}
STEPS = {"following": 1, "next": 1, "after": 1, "later": 1, "previous": -1, "preceding": -1, "prior": -1, "before": -1, "earlier": -1}


def read_weekday(found: re.Match[str]) -> Mention | None:
    """ "Monday", "next Friday", "Tuesday of last week"; "Black Friday" and "the Sunday Times" are names."""
    before = found.string[max(0, found.start() - 14) : found.start()]
    if is_named_weekday(found, "" if found["which"] else before):
        return None
    weekday = WEEKDAYS[found["weekday"].lower()]
    if found["beyond"]:
        return mention(
            found, "weekday of week", Granularity.DAY, weekday=weekday, which=2 if found["beyond"].lower() == "after next" else -2
        )
    if BESIDE.match(found.string, found.end()):
        return mention(found, "vague", Granularity.DAY)
    week = found["week"]
    if week:
        return mention(found, "weekday of week", Granularity.DAY, weekday=weekday, which=WHICH[week.lower()])
    which = WHICH[found["which"].lower().split()[-1]] if found["which"] else None
    lead = (found["which"] or "").lower()
    if lead in {"this past", "this coming", "coming", "upcoming", "this upcoming"}:
        return mention(found, "weekday", Granularity.DAY, weekday=weekday, count=-1 if lead == "this past" else 1)
    return mention(found, "weekday", Granularity.DAY, weekday=weekday, which=which)


def read_weekday_beside(found: re.Match[str]) -> Mention | None:
    """ "the following Friday", "the previous Monday", "that Tuesday": beside the date mentioned last."""
    step = STEPS.get(found["way"].lower().split()[-1], 0)
    return mention(found, "weekday anchored", Granularity.DAY, weekday=WEEKDAYS[found["weekday"].lower()], count=step)


def read_weeks_from(found: re.Match[str]) -> Mention | None:
    """ "a week on Friday", "two weeks ago Monday": whole weeks from the nearest such day."""
    weeks = count_of(found["count"]) * (2 if found["unit"].lower() == "fortnight" else 1)
    count = -1 - weeks if found["ago"] else 1 + weeks
    return mention(found, "weekday", Granularity.DAY, weekday=WEEKDAYS[found["weekday"].lower()], count=count)


def read_weekday_week(found: re.Match[str]) -> Mention | None:
    """ "Tuesday week" is a week after the coming Tuesday."""
    count = 2 if found["unit"].lower() == "week" else 3
    return mention(found, "weekday", Granularity.DAY, weekday=WEEKDAYS[found["weekday"].lower()], count=count)


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
    form = "now" if small in {"now", "date"} else "deictic"
    return mention(found, form, Granularity.DAY, count=DAYS_AWAY.get(small, 0))


def read_year_to_date(found: re.Match[str]) -> Mention | None:
    """ "the year to date": from its first day to the publication."""
    return mention(found, "unit", UNITS[found["unit"].lower()], which=0, hedge="earlier")


def read_unit(found: re.Match[str]) -> Mention | None:
    """ "last week", "later this year", "early next month", "this weekend"; "the past year" is a duration."""
    before = found.string[max(0, found.start() - 10) : found.start()]
    word, unit = (found["which"] or "this").lower(), found["unit"].lower()
    the = re.search(r"\bthe\s$", before, re.I) is not None
    if the and word in {"past", "coming"} and not found["part"] and unit not in {"quarter", "weekend"}:
        return None
    rolling = word in {"past", "coming"} or (the and word in {"last", "next"})
    if rolling and unit in {"week", "month", "year", "decade", "century"} and not found["part"]:
        return None
    cut = (found["cut"] or "").lower().strip()
    form = "weekend" if unit == "weekend" else "unit"
    if found["part"] and found["which"] and is_late_itself(found.string, found.start("part")):
        return Mention(found.start("which"), found.end(), form, UNITS[unit], which=WHICH[word])
    return mention(found, form, UNITS[unit], which=WHICH[word], part=part_in(found), hedge=cut or None)


def read_year_end(found: re.Match[str]) -> Mention | None:
    """ "by year-end", "at month-end"."""
    year = int(found["year"]) if found["year"] else None
    if year is not None:
        return mention(found, "year", Granularity.YEAR, year=year, part=LATE) if found["unit"].lower() == "year" else None
    return mention(found, "unit", UNITS[found["unit"].lower()], which=0, part=LATE)


def read_beyond(found: re.Match[str]) -> Mention | None:
    """ "the week before last", "the year after next"."""
    unit = found["unit"].lower()
    which = 2 if found["way"].lower() == "after next" else -2
    return mention(found, "weekend" if unit == "weekend" else "unit", UNITS[unit], which=which)


def read_working_week(found: re.Match[str]) -> Mention | None:
    """ "this working week", "next workweek": Monday to Friday."""
    return mention(found, "working week", Granularity.WEEK, which=WHICH[found["which"].lower()])


def read_the_weekend(found: re.Match[str]) -> Mention | None:
    """ "over the weekend": the last or the next, by the tense."""
    return mention(found, "the weekend", Granularity.DAY)


def read_day_ago(found: re.Match[str]) -> Mention | None:
    """ "a year ago today": the very day."""
    unit = UNITS[found["unit"].lower()]
    count = -count_of(found["count"]) * (2 if found["unit"].lower() == "fortnight" else 1)
    if unit in {Granularity.DAY, Granularity.WEEK}:
        return mention(found, "ago", Granularity.DAY, count=count * SIZES[unit])
    return mention(found, "ago", Granularity.DAY, number=count * MONTHS_OF[unit])


QUARTERLY = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}


def read_quarters(found: re.Match[str]) -> Mention | None:
    """ "the past two quarters" are whole ones, the one of the publication left out."""
    return mention(found, "quarters", Granularity.QUARTER, count=QUARTERLY[found["which"].lower()] * count_of(found["count"]))


# "A decade ago" is the year ten years before: nobody means the whole of another decade.
YEARS_OF = {Granularity.DECADE: 10, Granularity.CENTURY: 100}


def _years(unit: Granularity) -> tuple[Granularity, int]:
    return (Granularity.YEAR, YEARS_OF[unit]) if unit in YEARS_OF else (unit, 1)


GOES_BEFORE = re.compile(rf"\b(?:thousand|{COUNT})(?: and)?[ -]$", re.IGNORECASE)
""" "Two thousand five hundred years ago" is no hundred years ago."""
LONGEST_WORD = 20


def read_ago(found: re.Match[str]) -> Mention | None:
    """ "eleven years ago", "less than two weeks ago", "ten days from now"; "several years ago" tells no day."""
    is_whole = found.group().lower().startswith(("a ", "an "))
    if not is_whole and GOES_BEFORE.search(found.string, max(0, found.start() - LONGEST_WORD), found.start()):
        return None
    sign = 1 if found["way"].lower().startswith(("from", "hence")) else -1
    unit, years = _years(UNITS[found["unit"].lower()])
    if found["count"] is None:
        return mention(found, "vague", unit)
    count = count_of(found["count"]) * (2 if found["unit"].lower() == "fortnight" else years)
    return mention(found, "ago", unit, count=sign * count, hedge=(found["hedge"] or "").lower() or None)


def read_half_ago(found: re.Match[str]) -> Mention | None:
    """ "a year and a half ago", "two and a half years later", "half a century ago": months or years, and roughly."""
    way = found["way"].lower()
    sign = -1 if way in {"ago", "earlier", "before"} else 1
    long = (found["long"] or "").lower()
    years = {"decade": 5, "century": 50}.get(long, 0)
    months = 6 if long == "year" else 12 * count_of(found["count"] or found["front"]) + 6 if not long else 0
    granularity = Granularity.YEAR if years else Granularity.MONTH
    form = "ago" if way in {"ago", "from now", "hence"} else "anchored"
    return mention(found, form, granularity, count=sign * (years or months), hedge="roughly")


def read_compound(found: re.Match[str]) -> Mention | None:
    """ "two years and three months ago": as fine as its smallest unit."""
    before = found.string[max(0, found.start() - 10) : found.start()]
    large, small = UNITS[found["unit"].lower()], UNITS[found["unit2"].lower()]
    if re.search(r"\b(?:last|past|next|first) $", before, re.I) or large not in SIZES or small not in SIZES:
        return None
    way = found["way"].lower()
    sign = -1 if way in {"ago", "earlier", "before"} else 1
    form = "ago" if way in {"ago", "from now", "hence"} else "anchored"
    more, count = sign * count_of(found["count"]) * SIZES[large], sign * count_of(found["count2"])
    monthly = {Granularity.YEAR, Granularity.MONTH}
    if (large in monthly) == (small in monthly):
        return mention(found, form, small, count=more + count * SIZES[small])
    return mention(found, form, small, count=count, number=more) if large in monthly else None


def read_ahead(found: re.Match[str]) -> Mention | None:
    """ "in three weeks" is a date where the clause looks ahead, "in two years' time" everywhere; else it is a duration."""
    unit, years = _years(UNITS[found["unit"].lower()])
    count = count_of(found["count"]) * (2 if found["unit"].lower() == "fortnight" else years)
    hedge = (found["hedge"] or "").lower() or None
    return mention(found, "ago" if found["time"] else "ahead", unit, count=count, hedge=hedge)


def read_later(found: re.Match[str]) -> Mention | None:
    """ "two months earlier", "three days later": counted from the date mentioned last."""
    sign = 1 if found["way"].lower() in {"later", "after", "afterwards"} else -1
    unit, years = _years(UNITS[found["unit"].lower()])
    return mention(found, "anchored", unit, count=sign * count_of(found["count"]) * (2 if found["unit"].lower() == "fortnight" else years))


def read_following(found: re.Match[str]) -> Mention | None:
    """ "the following day", "the year before", "that month": beside the date mentioned last."""
    word = (found["which"] or found["way"]).lower()
    unit = (found["unit"] or found["unit2"]).lower()
    count = next((step for name, step in STEPS.items() if word.endswith(name)), 0)
    if unit in {"morning", "evening", "night"}:
        unit = "day"
    if word == "next" and unit in {"quarter", "decade"}:
        return mention(found, "next", UNITS[unit], count=1, which=1)
    return mention(found, "weekend anchored" if unit == "weekend" else "anchored", UNITS[unit], count=count)


def read_same_period(found: re.Match[str]) -> Mention | None:
    """ "the same quarter a year earlier", "the year-ago quarter"."""
    unit = (found["unit"] or found["unit2"]).lower()
    return mention(found, "same period", UNITS.get(unit, Granularity.QUARTER), count=-1, hedge=unit)


# "The week before only six": nothing that it could be before.
WITHOUT_OBJECT = AT_END[:-1] + r"|\s+(?:only|just|it|he|she|they|was|were|had|to|in|with|also|alone|saw|there)\b)"
WHOLE_UNITS = words("day week weekend month quarter year decade century")
WAY = r"(?P<way>ago|from now|hence|earlier|later|before)\b"
PLURAL_UNIT = r"day|week|fortnight|month|quarter|year|decade"
INTO = "|".join(rf"(?<=\b{word} )" for word in ("over", "at", "during", "on", "for", "through", "until", "throughout", "by"))

RELATIVE = (
    form(
        rf"\b(?:(?P<which>last|next|this(?: past| coming| upcoming)?|coming|previous|upcoming) (?:week )?)?(?P<weekday>{WEEKDAY})"
        r"(?:,? (?:of )?(?P<week>last|this|next) week\b| (?P<beyond>before last|after next)\b)?(?!\w)",
        read_weekday,
        WEEKDAY_WORDS,
    ),
    form(
        rf"\b(?P<way>the (?:following|next|previous|preceding|very next|prior)|that(?: same)?) (?P<weekday>{WEEKDAY})(?!\w)",
        read_weekday_beside,
        WEEKDAY_WORDS,
    ),
    form(
        rf"\b(?P<count>{COUNT}) (?P<unit>week|fortnight)s? (?:from|on|(?P<ago>ago)(?: on)?) (?P<weekday>{WEEKDAY})(?!\w)",
        read_weeks_from,
        WEEKDAY_WORDS,
        UNIT_WORDS,
    ),
    form(rf"\b(?P<weekday>{WEEKDAY}) (?P<unit>week|fortnight)\b", read_weekday_week, WEEKDAY_WORDS, UNIT_WORDS),
    form(
        r"\b(?:(?:the )?day (?:before yesterday|after tomorrow)|yesterday|today|tomorrow|tonight|last night"
        r"|(?:(?<=\band )|(?<=\bbetween )|(?<=\bfrom )|(?<=\buntil )|(?<=\bto ))(?:now|date)|this (?:morning|afternoon|evening))(?!\w)",
        read_deictic,
        words("yesterday today tomorrow tonight night now date morning afternoon evening"),
    ),
    form(r"\b(?P<unit>year|quarter|month)[ -]to[ -]date\b", read_year_to_date, words("date")),
    form(
        rf"\b(?P<cut>earlier |later )?(?P<part>{PART})?(?P<which>last|past|previous|this|current|next|coming) "
        r"(?P<unit>week|weekend|month|quarter|year|decade|century)\b(?!-\w)",
        read_unit,
        WHOLE_UNITS,
        words("last past previous this current next coming"),
    ),
    form(
        rf"\b(?P<part>{PART})(?P<unit>week|month|quarter|year|decade|century)\b(?!-\w)(?P<which>(?!))?(?P<cut>(?!))?",
        read_unit,
        UNIT_WORDS,
        words("early mid late start beginning middle end close"),
    ),
    form(rf"\b(?P<unit>year|quarter|month)(?:[- ]|['’]s )end(?: (?P<year>{YEAR})\b)?{AFTERWARDS}", read_year_end, words("end")),
    form(
        r"\bthe (?P<unit>week|weekend|month|quarter|year) (?P<way>before last|after next)\b", read_beyond, WHOLE_UNITS, words("last next")
    ),
    form(r"\b(?P<which>last|this|next) (?:working week|work ?week)\b", read_working_week, words("working work workweek")),
    form(
        rf"(?:{INTO})the weekend\b(?! (?:of|before|after|that|when|in)\b|-|['’])",
        read_the_weekend,
        words("weekend"),
    ),
    form(
        rf"\b(?:(?P<hedge>{HEDGE}) )?(?:(?P<count>{COUNT})|a few|several|many|some) (?P<unit>day|week|fortnight|month|quarter|year"
        rf"|decade)s? (?P<way>ago|from now|from today|hence)\b",
        read_ago,
        words("ago now today hence"),
    ),
    form(
        rf"\b(?P<count>{COUNT}) (?P<unit>{PLURAL_UNIT})s? ago today\b",
        read_day_ago,
        words("today"),
        words("ago"),
    ),
    form(
        rf"\b(?P<which>{'|'.join(QUARTERLY)}) (?P<count>{COUNT}) quarters\b",
        read_quarters,
        words("quarters"),
        frozenset(QUARTERLY),
    ),
    form(
        rf"\b(?:(?P<count>{COUNT}) and a half years|(?P<front>a|one) year and a half|half an? (?P<long>year|decade|century)) {WAY}",
        read_half_ago,
        words("half"),
    ),
    form(
        rf"\b(?P<count>{COUNT}) (?P<unit>{PLURAL_UNIT})s?,?(?: and)? (?P<count2>{COUNT}) (?P<unit2>{PLURAL_UNIT})s? {WAY}",
        read_compound,
        words("ago now hence earlier later before"),
        UNIT_WORDS,
    ),
    form(
        rf"(?<=\bin )(?:(?P<hedge>{HEDGE}) )?(?P<count>{COUNT}) (?P<unit>{PLURAL_UNIT})(?:s?['’]s? (?P<time>time)\b|s?\b(?!-|['’]|\sof\b))",
        read_ahead,
        UNIT_WORDS,
        COUNT_WORDS,
        words("in"),
    ),
    form(
        rf"\b(?P<count>{COUNT}) (?P<unit>{PLURAL_UNIT})s? "
        rf"(?P<way>(?:earlier|later|afterwards|previously)\b{AFTERWARDS}|(?:before|after|prior)\b{AT_END})",
        read_later,
        words("earlier later afterwards previously before after prior"),
        UNIT_WORDS,
    ),
    form(
        r"\b(?:the (?P<which>following|next|previous|preceding|same|very next|prior) "
        r"(?P<unit>day|morning|evening|night|week|weekend|month|quarter|year|decade)\b"
        rf"|the (?P<unit2>day|week|weekend|month|quarter|year) (?P<way>before|after|earlier)\b{WITHOUT_OBJECT})",
        read_following,
        WHOLE_UNITS | words("morning evening night"),
        words("following next previous preceding same prior before after earlier"),
    ),
    form(
        r"\b(?P<which>that(?: same)?) (?P<unit>day|week|weekend|month|quarter|year)\b(?P<unit2>(?!))?(?P<way>(?!))?",
        read_following,
        WHOLE_UNITS,
        words("that"),
    ),
    form(
        r"\b(?:(?:the )?same (?P<unit>quarter|month|week|period|time|day)s? (?:(?:of|in|the|a|one) ){0,3}"
        r"(?:last year|previous year|prior year|year (?:before|earlier|ago|previously))"
        r"|the year-(?:ago|earlier) (?P<unit2>quarter|period|month))\b",
        read_same_period,
        words("year"),
        words("same ago earlier"),
    ),
)
