"""A form of dates: its pattern, the words without which it cannot be there, and the reader that takes apart what it finds."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from corroborate.extract.dates.calendars import WEEKDAYS
from corroborate.extract.dates.mentions import CARDINALS, ORDINALS, PARTS, TENS, Mention, year_of
from corroborate.extract.lexicon import small, words
from corroborate.model.figures import Granularity
from corroborate.model.months import MONTHS

Reader = Callable[[re.Match[str]], Mention | None]
Needs = tuple[frozenset[str], ...]

TOKENS = re.compile(r"[a-z]+|\d+")
NUMERIC = re.compile(r"\d(?=/\d|[.-]\d\d?[.-]\d\d)")
# "May" among the words of a sentence tells more than one regular expression per form: most sentences have no word of most forms.
MONTH_WORDS = frozenset(MONTHS)
WEEKDAY_WORDS = frozenset(WEEKDAYS)
YEAR_WORDS = frozenset(str(year) for year in range(1500, 2200))
DAY_NUMBERS = frozenset(str(number) for number in range(1, 32)) | frozenset(f"0{number}" for number in range(1, 10))
ORDINAL_WORDS = frozenset(part for word in ORDINALS for part in word.split("-")) | words("last final st nd rd th")
COUNT_WORDS = frozenset(part for word in CARDINALS for part in word.split("-")) | frozenset(str(number) for number in range(1000))
COUNTED_DAY_WORDS = frozenset(part for word in CARDINALS for part in word.split("-")) - words("a an couple hundred")
DAY_WORDS = DAY_NUMBERS | ORDINAL_WORDS
UNIT_WORDS = words("day days week weeks fortnight fortnights month months quarter quarters year years decade decades century centuries")
SPOKEN_WORDS = words("fifteen sixteen seventeen eighteen nineteen twenty thousand")
DECADE_WORDS = frozenset(f"{ten[:-1]}ies" for ten in TENS) | frozenset(str(10 * number) for number in range(1, 10))


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern, the reader of what it finds, and groups of words of each of which a sentence must have one.

    The first group is the telling one: every date of the form has one of its words, and is looked for around them alone.
    """

    pattern: re.Pattern[str]
    read: Reader
    needs: Needs


def form(pattern: str, read: Reader, *needs: frozenset[str]) -> Form:
    """A form whose pattern pays no heed to capitals."""
    return Form(re.compile(pattern, re.I), read, needs)


def tokens_of(sentence: str) -> set[str]:
    """The words and numbers of a sentence, in small letters; a slash stands for numbers that may be a date."""
    tokens = set(TOKENS.findall(sentence.lower()))
    if NUMERIC.search(sentence):
        tokens.add("/")
    return tokens


def places_of(words: set[str], sentence: str) -> dict[str, list[int]]:
    """Where words stand in a sentence."""
    lower = small(sentence)
    places = {word: [found.start() for found in _alone(word).finditer(lower)] for word in words - {"/"}}
    if "/" in words:
        places["/"] = [found.start() for found in NUMERIC.finditer(sentence)]
    return places


@cache
def _alone(word: str) -> re.Pattern[str]:
    """The word among others, looked for by its letters before what stands around it."""
    kind = r"\d" if word.isdigit() else "[a-z]"
    return re.compile(rf"{word}(?<!{kind}{word})(?!{kind})")


def may_hold(needs: Needs, tokens: set[str]) -> bool:
    """Whether a sentence has a word of each group."""
    return not any(group.isdisjoint(tokens) for group in needs)


def mention(found: re.Match[str], form: str, granularity: Granularity, end: int | None = None, **parts: Any) -> Mention:
    """What a reader makes of its match."""
    return Mention(found.start(), found.end() if end is None else end, form, granularity, **parts)


def month_of(word: str) -> int:
    """ "Sept." as a number."""
    return MONTHS[word.lower().rstrip(".")]


def year_in(found: re.Match[str]) -> int | None:
    """The year of a match, None where it has none."""
    return year_of(found["year"]) if found["year"] else None


def part_in(found: re.Match[str]) -> int | None:
    """Which third of a unit is meant ("late June"), None for all of it."""
    return part_of(found["part"]) if found["part"] else None


def part_of(wording: str) -> int:
    """ "the very end of" as LATE."""
    return next(value for word, value in PARTS.items() if word in re.split(r"[ -]", wording.lower()))
