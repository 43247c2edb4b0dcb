"""What a sentence puts in the place of another figure: "17 died and not 19, as first announced"; "30, up from an earlier toll of 23"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from corroborate.model.claims import Claim, Span
from corroborate.model.numerals import CARDINALS, read_numeral

KEPT = 1 << 14
"""Sentences of which it is remembered."""

_NAMES = {value: word for word, value in reversed(CARDINALS.items())}
_UNITS = [_NAMES[value] for value in range(1, 20)]
_TENS = [_NAMES[value] for value in range(20, 100, 10)]
_NUMBER = (
    rf"(?:[$€£]?\d[\d,.]*\d|[$€£]?\d|(?:{'|'.join((*_TENS, *_UNITS))})(?:-(?:{'|'.join(_UNITS[:9])}))?)"
    r"(?: (?:thousand|million|billion|trillion))?(?![\w-])"
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
_CUE = re.compile(r"\b(?:not|rather than|instead of|up from|down from|(?:revis|correct|rais|lower|replac|amend)(?:ing|ed)) ", re.IGNORECASE)
"""Without any of these nothing is taken back; most sentences have none."""


@dataclass(frozen=True, slots=True)
class Retraction:
    """The characters that take a figure back, the figure, and whether it is said to have been wrong and not merely older."""

    chars: Span
    value: float
    corrects: bool


def value_of(number: str) -> float | None:
    """ "19", "1,200", "twenty-four", "$1.2 million"; None where it is no plain number."""
    value = read_numeral(number.strip("$€£").replace(",", ""))
    return None if value is None else float(value)


@lru_cache(maxsize=KEPT)
def retractions(sentence: str) -> tuple[Retraction, ...]:
    """What of a sentence takes figures back."""
    if _CUE.search(sentence) is None:
        return ()
    found = ((one, value_of(one["wrong"] or one["older"])) for one in _RETRACTED.finditer(sentence))
    return tuple(Retraction(Span(one.start(), one.end()), value, one["wrong"] is not None) for one, value in found if value is not None)


def retraction_behind(sentence: str, end: int) -> Retraction | None:
    """What a figure that ends there takes the place of: it is the last before what takes the other back."""
    behind = (one for one in retractions(sentence) if end <= one.chars.start)
    return next((one for one in behind if _ANOTHER.search(sentence, end, one.chars.start) is None), None)


def retraction_for(claim: Claim) -> Retraction | None:
    """What a claim's sentence takes back for its figure: 31 of "24 are treated, not 31 as stated earlier"."""
    return retraction_behind(claim.sentence.text, claim.span.end - claim.sentence.start)


def before_retraction(sentence: str, end: int, high: int) -> int:
    """Where, from `end` to `high`, the words of a figure stop and those begin that take another back."""
    return min((one.chars.start for one in retractions(sentence) if end <= one.chars.start < high), default=high)
