"""Figures without a plain number: shares ("two thirds of", "one in five") and vague plurals ("dozens of")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from corroborate.extract.lexicon import matches_at, small
from corroborate.extract.quantities.numbers import read_number
from corroborate.extract.quantities.units import unit_after
from corroborate.extract.quantities.wording import SHARE_POINTS, tidy
from corroborate.model.numerals import SCALES

_ONES = "one|two|three|four|five|six|seven|eight|nine|ten"
_PARTS = "thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|half|halves"
_UNDER = (
    rf"(?:(?:an?|{_ONES})\s(?:hundred|thousand|million)|\d{{1,3}}(?:\.\d{{1,2}})?\s(?:thousand|million|billion)|{_ONES}|twelve|twenty|fifty"
    r"|\d{1,3}(?:,\d{3}){1,3}|\d{1,4})"
)
_WHOLE = (
    r"(?=\s+(?:of\b|the\b|its\b|their\b|his\b|her\b|all\b|above\b|below\b|higher\b|lower\b|cheaper\b|dearer\b|"
    r"(?:more|less|fewer|larger|smaller)\sthan\b))"
)
_SHARE = re.compile(
    rf"(?<![\w-])(?:(?P<part>(?:(?:an?|{_ONES})[\s-])(?:{_PARTS})){_WHOLE}"
    rf"|(?P<parts>(?:two|three|four|five|six|seven|eight|nine)[\s-](?:{_PARTS}))(?!\w)(?!\s+(?:million|billion|thousand))"
    rf"|(?P<one>one[\s-](?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth))(?=\s*[.,;)]|\s*$)"
    rf"|(?P<half>half){_WHOLE}"
    rf"|(?P<by>half|an?\s(?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth))(?!\w)(?!-|\s+(?:an?|of|million|billion)\b)"
    rf"|(?P<over>{_ONES}|\d{{1,3}})(?:(?:\s+|-)(?:in|out\s+of)(?:\s+|-)(?:every\s+)?)(?P<under>{_UNDER})(?=\s+[a-z(]|[.,;)\"”’]|\s*$)(?!,\d)"
    rf"|(?P<lone>one)\s[a-z]{{2,20}}\sin\s(?P<among>{_UNDER})(?=\s+(?:is|was|has|had|will|would|could|can|now|still|did|does)\b|[.,;]))"
    rf"(?![\w%])(?!,\d)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\bby\s(?:(?:nearly|almost|about|around|roughly|over|more\sthan|less\sthan|at\sleast|up\sto|as\smuch\sas|just\sover|just\sunder)\s)?$",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?:\b(?:first|second|third|fourth|last|this|that|other|next|final|opening|latter|better|every|early|late|each|top|bottom|a)|[£$€])\s*$",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"(?<![\w-])(?P<words>(?:(?:tens|dozens|scores|hundreds|thousands|millions)\s+of\s+)?(?:dozens|scores|hundreds|thousands|lakhs|crores|millions|billions|trillions))"
    r"(?![\w-])(?=[\"”]?\s+(?P<of>of\s+)?[a-z]|[.,;)\"”]|\s*$)",
    re.IGNORECASE,
)
# "Several hundred" are two to nine of them, "a couple of thousand" two or so.
_SEVERAL = re.compile(
    r"(?<![\w-])(?P<few>(?:just\s|only\s)?(?:a\s+few|several|many)|(?P<couple>a\s+couple(?:\s+of)?))\s+"
    r"(?P<scale>dozen|hundred|thousand|million|billion)(?!\w)(?=[\"”]?\s+(?:of\s+)?[a-z]|[.,;)\"”]|\s*$)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|few|several|many|hundred|thousand|teen|ty))[\s-]+$", re.IGNORECASE
)
# What usage gives the bare plurals; a combination multiplies.
VAGUE_RANGES = {
    "tens": (20, 99), "dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2000, 9999),
    "lakhs": (2 * 10**5, 10**7 - 1), "crores": (2 * 10**7, 10**9 - 1), "millions": (2 * 10**6, 10**9 - 1),
    "billions": (2 * 10**9, 10**12 - 1), "trillions": (2 * 10**12, 10**15 - 1),
}  # fmt: skip
_PLURAL_SCALES = {"thousands": 10**3, "millions": 10**6, "billions": 10**9, "trillions": 10**12}


@dataclass(frozen=True, slots=True)
class Wording:
    """A pattern that is looked for only where it can begin, which `places` tells in a text of small letters."""

    pattern: re.Pattern[str]
    places: re.Pattern[str]

    def found(self, text: str) -> Iterator[re.Match[str]]:
        """Its matches, from left to right."""
        return matches_at(self.pattern, (place.start() for place in self.places.finditer(small(text))), text)


SHARE = Wording(_SHARE, re.compile(rf"(?<![\w-])(?:\d{{1,3}}(?=[\s-])|(?:an?|{_ONES})(?=[\s-])|half)"))
VAGUE = Wording(_VAGUE, re.compile(r"(?<![\w-])(?:tens|dozens|scores|hundreds|thousands|lakhs|crores|millions|billions|trillions)"))
SEVERAL = Wording(_SEVERAL, re.compile(r"(?<![\w-])(?:just|only|a|several|many)(?=\s)"))


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, in percent: "a third of those screened" is 33.33."""

    start: int
    end: int
    percent: Decimal
    grain: Decimal = SHARE_POINTS


@dataclass(frozen=True, slots=True)
class Vague:
    """A number of which only the order is told: "hundreds of barges"; `money` where dollars are named behind it."""

    start: int
    end: int
    low: Decimal
    high: Decimal


def shares(text: str) -> Iterator[Share]:
    """Every part of a whole told in words."""
    for match in SHARE.found(text):
        if _ORDER.search(text, max(0, match.start() - 12), match.start()) and not match["over"]:
            continue
        if _is_part_of_unit(text, match.end()) or (match["by"] and not _BY.search(text, max(0, match.start() - 24), match.start())):
            continue
        percent = _percent(match)
        if percent is not None and 0 < percent <= 100:
            yield Share(match.start(), match.end(), percent)


_OF_A = re.compile(r"\s+of\s+an?(?=\s)|(?=\s)")
_MILLION = re.compile(r"\s(?:thousand|million|billion|trillion|lakh|crore)\b")


def _is_part_of_unit(text: str, position: int) -> bool:
    """ "a quarter of a percentage point" is a measure, "half a million" a number."""
    link = _OF_A.match(text, position)
    return link is not None and (unit_after(text, link.end()) is not None or _MILLION.match(text, link.end()) is not None)


def _percent(match: re.Match[str]) -> Decimal | None:
    if match["over"] or match["lone"]:
        over, under = read_number(match["over"] or match["lone"]), read_number(match["under"] or match["among"])
        if over is None or under is None or over.value >= under.value or (match["under"] or match["among"]) in _YEARS:
            return None
        return _rounded(over.value / under.value * 100)
    written = read_number(match[0])
    return None if written is None else (written.value * 100).quantize(Decimal("0.0001")).normalize() + 0


_YEARS = frozenset(str(year) for year in range(1900, 2101))


def _rounded(percent: Decimal) -> Decimal:
    """Four places, or four digits where little is left: "1 in 4 million" is 0.000025 percent."""
    place = min(Decimal("0.0001"), Decimal(1).scaleb(percent.adjusted() - 3))
    return tidy(percent.quantize(place))


def vague_numbers(text: str) -> Iterator[Vague]:
    """Every bare plural of a number word that stands for a count."""
    for match in VAGUE.found(text):
        words = match["words"].lower().split()
        if (not match["of"] and len(words) == 1 and words[0] == "scores") or _NUMBERED.search(
            text, max(0, match.start() - 12), match.start()
        ):
            continue
        low, high = VAGUE_RANGES[words[-1]]
        if len(words) > 1:
            factor = _PLURAL_SCALES.get(words[-1], 1)
            first_low, first_high = (10, 99) if words[0] == "tens" else VAGUE_RANGES[words[0]]
            low, high = first_low * factor, (first_high + 1) * factor - 1
        yield Vague(match.start(), match.end(), Decimal(low), Decimal(high))
    for match in SEVERAL.found(text):
        scale = SCALES[match["scale"].lower()]
        if match["couple"]:
            yield Vague(match.start(), match.end(), tidy(scale * 3 / 2), scale * 3)
        else:
            yield Vague(match.start(), match.end(), scale * 2, scale * 10 - 1)
