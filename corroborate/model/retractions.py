"""What a sentence puts in the place of another figure: "17 died and not 19, as first announced"; "30, up from an earlier toll of 23"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from corroborate.model.claims import Span

KEPT = 1 << 14
"""Sentences of which it is remembered."""

UNITS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
VALUES = {word: number for number, word in enumerate(UNITS, 1)} | {word: 10 * number for number, word in enumerate(TENS, 2)}

SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}

_NUMBER = (
    rf"(?:[$€£]?\d[\d,.]*\d|[$€£]?\d|(?:{'|'.join((*TENS, *UNITS))})(?:-(?:{'|'.join(UNITS[:9])}))?)"
    rf"(?: (?:{'|'.join(SCALES)}))?(?![\w-])"
)
_FIRST = r"(?:earlier|previous(?:ly)?|initial(?:ly)?|original(?:ly)?|first|preliminary|provisional|prior)"
_SAID = r"(?:stated|announced|reported|said|given|thought|believed|feared|estimated|published|put)"
_RETRACTED = re.compile(
    rf",? (?:and |but )?(?:not|rather than|instead of) (?:the )?(?P<wrong>{_NUMBER})"
    rf"(?:[^.;,]{{0,25}}?,? (?:as )?(?:[\w’']+ ){{0,3}}?(?:{_FIRST} {_SAID}|{_SAID} {_FIRST}|at first))?|"
    rf",? (?:(?:up|down) from|(?:revis|correct|rais|lower|replac|amend)(?:ing|ed)(?: up| down)?(?: from)?) "
    rf"(?:an?|the|its|their) (?:\w+ )?{_FIRST} (?:\w+ )?(?:figure|toll|count|estimate|report|number|total|tally) of (?P<older>{_NUMBER})",
    re.IGNORECASE,
)
_ANOTHER = re.compile(rf"\b{_NUMBER}", re.IGNORECASE)
_CUE = re.compile(r"\b(?:not|than|of) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Retraction:
    """The characters that take a figure back, the figure, and whether it is said to have been wrong and not merely older."""

    chars: Span
    value: float
    corrects: bool


def value_of(number: str) -> float | None:
    """ "19", "1,200", "twenty-four", "$1.2 million"; None where it is no plain number."""
    plain, _, scale = number.lower().strip("$€£").replace(",", "").partition(" ")
    parts = [VALUES.get(part) for part in plain.split("-")]
    try:
        value = float(plain) if None in parts else float(sum(part for part in parts if part is not None))
    except ValueError:
        return None
    return round(value * SCALES.get(scale, 1.0), 6)


@lru_cache(maxsize=KEPT)
def retractions(sentence: str) -> tuple[Retraction, ...]:
    """What of a sentence takes figures back."""
    if _CUE.search(sentence) is None:
        return ()
    found = ((one, value_of(one["wrong"] or one["older"])) for one in _RETRACTED.finditer(sentence))
    return tuple(Retraction(Span(one.start(), one.end()), value, one["wrong"] is not None) for one, value in found if value is not None)


def retraction_behind(sentence: str, start: int, end: int) -> Retraction | None:
    """What the figure at `sentence[start:end]` takes the place of: it is the last before what takes the other back."""
    behind = (one for one in retractions(sentence) if end <= one.chars.start)
    return next((one for one in behind if _ANOTHER.search(sentence, end, one.chars.start) is None), None)


def before_retraction(sentence: str, end: int, high: int) -> int:
    """Where, from `end` to `high`, the words of a figure stop and those begin that take another back."""
    return min((one.chars.start for one in retractions(sentence) if end <= one.chars.start < high), default=high)
