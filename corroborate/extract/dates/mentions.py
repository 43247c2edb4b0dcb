"""A wording that names a date, taken apart, and the words it is made of."""

from dataclasses import dataclass

from corroborate.extract.lexicon import words
from corroborate.model.figures import Granularity
from corroborate.model.months import ANY_MONTH

EARLY, MIDDLE, LATE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Mention:
    """ "late June" is form "month", month 6, part LATE; places count in the text that was searched.

    `which` is -1, 0 or 1 for last, this, next, and `year_step` so for "December last year". `count` is signed: "two months
    earlier" is -2. `until_day` ends "June 10-12", `until_year` "2018-19". `hedge` is what stands before a count ("less than"),
    or "reported" where the figures of a quarter follow it. `number` is the number of a quarter, half or week, of a part of
    the `whole` ("the third Monday" of "May"; 0 for its last), or the second of two numbers ("3/4/2026", "two years and ten
    days ago": months, then days).
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
    whole: "Mention | None" = None

    @property
    def core(self) -> "Mention":
        """The innermost wording, from which the others are counted."""
        return self if self.whole is None else self.whole.core


MONTH = (
    rf"(?:{ANY_MONTH.lower()}"
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


def any_of(listing: tuple[str, ...]) -> str:
    """A pattern for one of the words; what is written with a hyphen may be written with a blank."""
    return "|".join(sorted((word.replace("-", "[- ]") for word in listing), key=len, reverse=True))


WORD_DAY = any_of(ORDINALS)
COUNTED_DAY = any_of(tuple(word for word, number in CARDINALS.items() if 2 <= number <= 31 and word != "couple" and " " not in word))
NO_QUANTITY = r"(?![\d%])(?![.,]\d)(?!:\d\d)(?! ?(?:percent|per cent|[mb]illion|thousand)\b)"
DAY_NUMBER = rf"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?{NO_QUANTITY}"
DAY = rf"(?:{DAY_NUMBER}|{WORD_DAY})\b"
YEAR = r"(?:1[5-9]|2[01])\d\d(?![\d%])(?!,\d{3})(?!\.\d)"
UNDER_HUNDRED = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(DIGITS)}))?|{'|'.join(reversed(TEENS))})"
AT_END = r"(?=\s*(?:[.,;:!?)\]\"”’—–|]|$)|\s+(?:and|but|when)\b)"
AFTERWARDS = (
    r"(?=['’]s\b|\s*(?:[.,;:!?)\]\"”’—–|]|$)"
    r"|\s+(?:and|but|or|when|as|by|in|to|with|that|the|for|from|at|on|of|he|she|it|they|was|were|had|after|during)\b)"
)
SPOKEN_YEAR = (
    rf"(?:(?:fifteen|sixteen|seventeen|eighteen|nineteen|twenty) (?:hundred(?:(?: and)? {UNDER_HUNDRED})?|{UNDER_HUNDRED}|oh[- ]\w{{3,5}})"
    rf"|two thousand(?:(?: and)? (?:{UNDER_HUNDRED}|{'|'.join(DIGITS)}))?)\b{AFTERWARDS}"
)
TO = r"\s?(?:-|–|—|\b(?:to|through|thru|until|till)\b)\s?(?:the )?"
PART = r"(?:early|mid|late|end(?=-)|(?:very )?(?:start|beginning|middle|end|close) of(?: the)?|(?:early|late) in)[ -]"
PARTS = {"early": EARLY, "start": EARLY, "beginning": EARLY, "mid": MIDDLE, "middle": MIDDLE, "late": LATE, "end": LATE, "close": LATE}
UNITS = {"fortnight": Granularity.WEEK, "weekend": Granularity.DAY} | {unit.value: unit for unit in Granularity}
UNIT = r"(?:day|week|fortnight|month|quarter|year|decade)"
WHICH = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}
COUNT = r"(?:(?<!\d,)\d{1,3}|" + any_of(tuple(CARDINALS)) + r")"
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
    """ "10th", "tenth" or "ten" as a number."""
    small = word.lower().replace(" ", "-")
    if small in CARDINALS:
        return CARDINALS[small]
    return ORDINALS.index(small) + 1 if small in ORDINALS else int(small.rstrip("sthndr"))


def year_of(wording: str) -> int:
    """A year in figures or as it is spoken.

    >>> year_of("nineteen eighty-six"), year_of("two thousand and four"), year_of("1986")
    (1986, 2004, 1986)
    """
    if wording.isdigit():
        return long_year(wording)
    if wording[0] in "'’":
        return long_year(wording[1:])
    first, _, rest = wording.lower().replace(" and ", " ").partition(" ")
    below = rest.removeprefix("hundred").removeprefix("thousand").strip()
    century = 2000 if rest.startswith("thousand") else 100 * CARDINALS[first]
    return century + (CARDINALS.get(below.removeprefix("oh").lstrip(" -").replace(" ", "-"), 0) if below else 0)


def long_year(short: str) -> int:
    """The year that two figures stand for: "26" is 2026, "87" is 1987."""
    number = int(short)
    return number if len(short) == 4 else 2000 + number if number < 70 else 1900 + number
