"""A wording that names a date, taken apart, and the words it is made of."""

from dataclasses import dataclass

from corroborate.extract.lexicon import words
from corroborate.model.figures import Granularity

EARLY, MIDDLE, LATE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Mention:
    """ "late June" is form "month", month 6, part LATE; places count in the text that was searched.

    `which` is -1, 0 or 1 for last, this, next, and `year_step` so for "December last year". `count` is signed: "two months
    earlier" is -2. `until_day` ends "June 10-12", `until_year` "2018-19". `hedge` is what stands before a count ("less than").
    `number` is the number of a quarter, half or week.
    """

    start: int
    end: int
    form: str
    granularity: Granularity
    year: int | None = None
    month: int | None = None
    day: int | None = None
    until_day: int | None = None
    until_year: int | None = None
    weekday: int | None = None
    which: int | None = None
    part: int | None = None
    count: int | None = None
    number: int | None = None
    hedge: str | None = None
    year_step: int | None = None


MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?)"
)
WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
SHORT_WEEKDAY = r"(?:mon|tues|tue|wed|thurs|thur|thu|fri|sat|sun)\b\.?"
ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth"),
    *("fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second"),
    *("twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth"),
    *("thirtieth", "thirty-first"),
)
DIGITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
CARDINALS = {
    **{word: number for number, word in enumerate((*DIGITS, *TEENS), 1)},
    **{word: 10 * number for number, word in enumerate(TENS, 2)},
    **{f"{ten}-{word}": 10 * number + one for number, ten in enumerate(TENS, 2) for one, word in enumerate(DIGITS, 1)},
    **{"a": 1, "an": 1, "couple": 2, "a couple of": 2, "hundred": 100, "a hundred": 100},
}
WORD_DAY = "|".join(word.replace("-", "[- ]") for word in reversed(ORDINALS))
NO_QUANTITY = r"(?![\d%])(?![.,]\d)(?!:\d\d)(?! ?(?:percent|per cent|[mb]illion|thousand)\b)"
DAY = rf"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?{NO_QUANTITY}|{WORD_DAY})\b"
YEAR = r"(?:1[5-9]|20)\d\d(?![\d%])(?!,\d{3})(?!\.\d)"
TO = r"\s?(?:-|–|—|\b(?:to|through|thru|until|till)\b)\s?(?:the )?"
PART = r"(?:early|mid|late|(?:very )?(?:start|beginning|middle|end|close) of(?: the)?|(?:early|late) in)[ -]"
PARTS = {"early": EARLY, "start": EARLY, "beginning": EARLY, "mid": MIDDLE, "middle": MIDDLE, "late": LATE, "end": LATE, "close": LATE}
UNITS = {"fortnight": Granularity.WEEK, "weekend": Granularity.DAY} | {unit.value: unit for unit in Granularity}
WHICH = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}
COUNT = r"(?:\d{1,3}|" + "|".join(sorted((word.replace("-", "[- ]") for word in CARDINALS), key=len, reverse=True)) + r")"
HEDGE = r"(?:less than|fewer than|just under|under|nearly|almost|more than|just over|over|at least|about|around|roughly|some|exactly|just)"
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "fifth": 5}
# Words that are a verb or a name as often as a month, when written small.
AMBIGUOUS_SMALL = words("may march mar sep dec jun jan apr")


def count_of(word: str) -> int:
    """ "twenty one" or "21" as a number.

    >>> count_of("twenty one")
    21
    """
    small = word.lower()
    return int(small) if small.isdigit() else CARDINALS[small if small in CARDINALS else small.replace(" ", "-")]


def day_of(word: str) -> int:
    """ "10th" or "tenth" as a number."""
    small = word.lower().replace(" ", "-")
    return ORDINALS.index(small) + 1 if small in ORDINALS else int(small.rstrip("sthndr"))
