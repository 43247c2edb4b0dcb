"""What may stand behind each key of the language: names, kinds, figures with scale words, days."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import NamedTuple

from corroborate.model.figures import Kind
from corroborate.model.findings import DiscrepancyType, Verdict
from corroborate.model.queries import Band, Key, Value

SCALES: Mapping[str, int] = {
    **dict.fromkeys(("k", "thousand"), 3),
    **dict.fromkeys(("m", "mn", "million"), 6),
    **dict.fromkeys(("b", "bn", "billion"), 9),
    **dict.fromkeys(("t", "tn", "trillion"), 12),
}
FIGURE = re.compile(r"([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+-]?\.\d+)([A-Za-z]*)")
COMPARISON = re.compile(r"(<=|>=|=|<|>)(.*)", re.DOTALL)
DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
LARGEST = Decimal("1e30")
# A thousand is written with a comma, and so are several values: only a comma before three digits is part of a figure.
BETWEEN_FIGURES = re.compile(r",(?!\d{3}(?!\d))|(?<!\d),")


class Wrong(Exception):
    """A value that cannot be read: the problem and the remedy."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem, remedy)
        self.problem = problem
        self.remedy = remedy


class Reading(NamedTuple):
    """How the value of a key is read, and an example of one."""

    read: Callable[[str], Value]
    example: str


def read_figure(text: str) -> Decimal:
    """ "1.2m" is 1200000; raises Wrong."""
    found = FIGURE.fullmatch(text.replace("_", ""))
    if found is None:
        raise Wrong(f"{text!r} is no figure", _figure_remedy(text))
    if found[2] and found[2].lower() not in SCALES:
        raise Wrong(f"{found[2]!r} is no scale", "write k, m, bn or tn: 20k, 1.2m, 3bn")
    try:
        figure = Decimal(found[1].replace(",", "")).scaleb(SCALES[found[2].lower()] if found[2] else 0)
    except InvalidOperation:
        figure = LARGEST
    if not abs(figure) < LARGEST:
        raise Wrong(f"{text[:40]!r} is larger than any figure that is kept", "write a smaller one")
    return figure


def _figure_remedy(text: str) -> str:
    if "%" in text:
        return "write the number alone, and unit:% beside it"
    if text[:1] in "$€£¥":
        return "write the number alone, and unit:USD or another currency beside it"
    return "write for example 20000, 20k, >=1.2m or 10..20"


def read_band(text: str) -> Band:
    """ ">20k", "10..20", "..5", "7"; raises Wrong."""
    compared = COMPARISON.fullmatch(text)
    if compared is not None:
        sign, figure = compared[1], read_figure(compared[2])
        return {
            ">": Band(low=figure, low_open=True),
            ">=": Band(low=figure),
            "<": Band(high=figure, high_open=True),
            "<=": Band(high=figure),
            "=": Band(figure, figure),
        }[sign]
    low, mark, high = text.partition("..")
    if not mark:
        figure = read_figure(text)
        return Band(figure, figure)
    band = Band(read_figure(low) if low else None, read_figure(high) if high else None)
    if band.low is None and band.high is None:
        raise Wrong("'..' has no end", "write for example 10..20 or 10..")
    if band.low is not None and band.high is not None and band.low > band.high:
        raise Wrong(f"{low} is larger than {high}", f"write {high}..{low}")
    return band


def first_day(text: str) -> date:
    """ "2026-06" is its first day; raises Wrong."""
    year, month, day = _day_parts(text)
    return _day(text, year, month or 1, day or 1)


def last_day(text: str) -> date:
    """ "2026-06" is its last day; raises Wrong."""
    year, month, day = _day_parts(text)
    month = month or 12
    return _day(text, year, month, day or (monthrange(year, month)[1] if 1 <= month <= 12 and year else 1))


def _day_parts(text: str) -> tuple[int, int | None, int | None]:
    found = DAY.fullmatch(text)
    if found is None or not text.isascii():
        raise Wrong(f"{text!r} is no day", "write for example 2026-06-01, 2026-06 or 2026")
    year, month, day = (None if part is None else int(part) for part in found.groups())
    return year or 0, month, day


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Wrong(f"there is no day {text}", "write for example 2026-06-01, 2026-06 or 2026") from None


def one_of(what: str, words: tuple[str, ...]) -> Callable[[str], str]:
    """A reader of one of a few words; it knows what a misspelt one was meant to be."""

    def read(text: str) -> str:
        word = text.strip().lower().replace(" ", "_").replace("-", "_")
        if word in words:
            return word
        close = get_close_matches(word, words, n=1)
        raise Wrong(f"there is no {what} {text!r}", f"did you mean {close[0]}?" if close else f"choose one of: {', '.join(words)}")

    return read


def as_written(text: str) -> str:
    """A name, or an id."""
    return text


READINGS: Mapping[Key, Reading] = {
    Key.PARTY: Reading(as_written, 'party:"Odile Marsh"'),
    Key.SPEAKER: Reading(as_written, "speaker:police"),
    Key.KIND: Reading(one_of("kind", tuple(kind.value for kind in Kind)), "kind:count"),
    Key.UNIT: Reading(as_written, "unit:USD"),
    Key.OUTLET: Reading(as_written, 'outlet:"Harbour Herald"'),
    Key.VALUE: Reading(read_band, "value:>20k"),
    Key.VERDICT: Reading(one_of("verdict", tuple(verdict.value for verdict in Verdict)), "verdict:disputed"),
    Key.TYPE: Reading(one_of("type", tuple(one.value for one in DiscrepancyType)), "type:conflict"),
    Key.STORY: Reading(as_written, "story:s_5f0e2c77a1b29d34"),
    Key.GROUP: Reading(as_written, "group:g_5f0e2c77a1b29d34"),
    Key.ARTICLE: Reading(as_written, "article:a_5f0e2c77a1b29d34"),
    Key.SINCE: Reading(first_day, "since:2026-06-01"),
    Key.UNTIL: Reading(last_day, "until:2026-06-30"),
}
"""Every key with what may stand behind it; one line more is one key more."""

MEANT: Mapping[str, Key] = {
    **dict.fromkeys(("source", "publisher", "paper", "site", "domain"), Key.OUTLET),
    **dict.fromkeys(("from", "after", "newer"), Key.SINCE),
    **dict.fromkeys(("to", "before", "older"), Key.UNTIL),
    **dict.fromkeys(("name", "person", "company", "entity", "org", "place"), Key.PARTY),
    **dict.fromkeys(("currency", "measure"), Key.UNIT),
    **dict.fromkeys(("figure", "amount", "number", "min", "max", "count"), Key.VALUE),
    **dict.fromkeys(("by", "said", "says", "quote", "attribution"), Key.SPEAKER),
}
"""Other words for a key: what is suggested to whoever writes one."""
