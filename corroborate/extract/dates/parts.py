"""Parts of another date: "the third Monday in May", "the first nine months of 2026", "the rest of the week"."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from corroborate.extract.dates.calendars import WEEKDAYS
from corroborate.extract.dates.forms import ORDINAL_WORDS, UNIT_WORDS, WEEKDAY_WORDS, Needs, may_hold, part_of
from corroborate.extract.dates.mentions import COUNT, ORDINALS, QUARTERS, UNITS, WEEKDAY, WORD_DAY, Mention, count_of, day_of
from corroborate.extract.dates.traps import is_late_itself
from corroborate.extract.lexicon import words
from corroborate.model.figures import Granularity

Shape = Callable[[re.Match[str], Mention], Mention | None]
MONTHLY = frozenset({Granularity.MONTH})
YEARLY = frozenset({Granularity.YEAR})
LONG = frozenset({Granularity.QUARTER, Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY})
HALVES = {
    Granularity.QUARTER: Granularity.MONTH,
    Granularity.YEAR: Granularity.QUARTER,
    Granularity.DECADE: Granularity.YEAR,
    Granularity.CENTURY: Granularity.YEAR,
}
WIDTHS = (
    Granularity.DAY,
    Granularity.WEEK,
    Granularity.MONTH,
    Granularity.QUARTER,
    Granularity.YEAR,
    Granularity.DECADE,
    Granularity.CENTURY,
)
# "The end of the month" is of the month in which it was published.
BARE = re.compile(r"(?P<unit>week|month|quarter|year|decade|century)\b(?!-\w|['’])", re.I)
WEEKS = frozenset(("unit", "anchored", "nth", "ago", "working week", "week number"))


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before a date and takes a part of it; the pattern ends where the date begins."""

    pattern: re.Pattern[str]
    shape: Shape
    needs: Needs


def nth(found: re.Match[str], whole: Mention) -> Mention | None:
    """ "the first week of June", "the third Monday in May", "the second half of last year"; number 0 is the last."""
    word, unit = found["ordinal"].lower(), found["unit"].lower()
    number = 0 if word in {"last", "final"} else QUARTERS[word] if word in QUARTERS else day_of(word)
    if unit in WEEKDAYS:
        narrow = whole.granularity in MONTHLY | LONG
        return _made(found, whole, "nth weekday", Granularity.DAY, number=number, weekday=WEEKDAYS[unit]) if narrow else None
    if unit == "half":
        return (
            _made(found, whole, "nth half", Granularity.QUARTER, number=number)
            if number in (0, 1, 2) and whole.granularity in LONG
            else None
        )
    if unit == "weekend":
        return _made(found, whole, "nth weekend", Granularity.DAY, number=number) if whole.granularity in MONTHLY | LONG else None
    granularity = UNITS[unit]
    if WIDTHS.index(granularity) >= WIDTHS.index(whole.granularity):
        return None
    return _made(found, whole, "nth", granularity, number=number)


def span_of(found: re.Match[str], whole: Mention) -> Mention | None:
    """ "the first nine months of 2026", "the last ten days of June"."""
    unit = UNITS[found["unit"].lower()]
    if WIDTHS.index(unit) >= WIDTHS.index(whole.granularity):
        return None
    count = count_of(found["count"]) * (-1 if found["side"].lower() in {"last", "final", "closing"} else 1)
    return _made(found, whole, "span of", unit, count=count)


def third(found: re.Match[str], whole: Mention) -> Mention | None:
    """ "early in the third quarter", "the end of last week"."""
    if whole.granularity is Granularity.DAY or whole.part is not None or is_late_itself(found.string, found.start()):
        return None
    return _made(found, whole, "third", whole.granularity, number=part_of(found["part"]))


def rest(found: re.Match[str], whole: Mention) -> Mention | None:
    """ "the rest of the year": from the publication on."""
    return None if whole.granularity is Granularity.DAY else _made(found, whole, "rest", whole.granularity)


def weekday_of(found: re.Match[str], whole: Mention) -> Mention | None:
    """ "Friday of the following week", "Monday, two weeks from now"."""
    day_told = whole.granularity is Granularity.DAY and whole.form == "ago"
    if not day_told and (whole.granularity is not Granularity.WEEK or whole.form not in WEEKS):
        return None
    return _made(found, whole, "nth weekday", Granularity.DAY, number=1, weekday=WEEKDAYS[found["weekday"].lower()])


def day_of_month(found: re.Match[str], whole: Mention) -> Mention | None:
    """ "the 15th of next month"."""
    if whole.granularity is not Granularity.MONTH or whole.form not in {"unit", "anchored"}:
        return None
    return _made(found, whole, "nth", Granularity.DAY, number=day_of(found["day"]))


def _made(found: re.Match[str], whole: Mention, form: str, granularity: Granularity, **parts: Any) -> Mention:
    return Mention(found.start(), whole.end, form, granularity, whole=whole, **parts)


def _lead(pattern: str, shape: Shape, *needs: frozenset[str]) -> Lead:
    return Lead(re.compile(pattern, re.I), shape, needs)


ORDINAL = rf"(?:{'|'.join(ORDINALS[:12])}|last|final|\d{{1,2}}(?:st|nd|rd|th))"
NUMBERED = "|".join(word.replace("-", "[- ]") for word in reversed(ORDINALS))
THIRD = r"(?:early|mid|late)(?: in| on|-)?|(?:very )?(?:start|beginning|middle|end|close) of"
LEADS = (
    _lead(
        rf"\b(?P<ordinal>{ORDINAL}|{NUMBERED}) (?:full |calendar )?"
        rf"(?P<unit>day|week|weekend|month|quarter|half|year|decade|{WEEKDAY}) (?:of|in) ",
        nth,
        ORDINAL_WORDS,
    ),
    _lead(
        rf"\b(?P<side>first|last|final|opening|closing) (?P<count>{COUNT}) (?P<unit>day|week|month|quarter|year)s (?:of|in) ",
        span_of,
        words("first last final opening closing"),
        UNIT_WORDS,
    ),
    _lead(rf"(?<![\w-])(?P<part>{THIRD})[ -]", third, words("early mid late start beginning middle end close")),
    _lead(r"\b(?:rest|remainder|balance|remaining(?: part)?) of ", rest, words("rest remainder balance remaining")),
    _lead(rf"\b(?P<weekday>{WEEKDAY})(?:,? of|,| in)? ", weekday_of, WEEKDAY_WORDS),
    _lead(rf"\b(?P<day>\d{{1,2}}(?:st|nd|rd|th)|{WORD_DAY})(?: day)? of ", day_of_month, ORDINAL_WORDS),
)
THE = re.compile(r"the ", re.I)


def parts_of(sentence: str, wholes: Mapping[int, Mention], tokens: set[str]) -> Iterator[Mention]:
    """The parts of the dates found so far, `wholes` by where they begin, and of bare units ("the end of the year")."""
    for lead in LEADS:
        if not may_hold(lead.needs, tokens):
            continue
        for found in lead.pattern.finditer(sentence):
            whole = _whole_at(sentence, found.end(), wholes)
            made = None if whole is None else lead.shape(found, whole)
            if made is not None:
                yield made


def _whole_at(sentence: str, place: int, wholes: Mapping[int, Mention]) -> Mention | None:
    if place in wholes:
        return wholes[place]
    the = THE.match(sentence, place)
    place = the.end() if the else place
    if place in wholes:
        return wholes[place]
    bare = BARE.match(sentence, place)
    if bare is None:
        return None
    return Mention(place, bare.end(), "unit", UNITS[bare["unit"].lower()], which=0)
