"""Figures that were changed on the way from one text to its copy; "fourteen" for "14" is no change."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property

from corroborate.match.reuse.own import LONGEST, SENTENCE
from corroborate.match.words import STOPWORDS, stem, tokens

ALIKE = 0.5
"""Share of the telling words of the shorter of two sentences from which one is the other's."""

SURE = 0.8
"""Share from which the only figure left over in one sentence is the changed one of the other, whatever stands around it."""

NEAR = 2
"""Words around a figure that tell what it counts."""

FEWEST = 3
"""Telling words that a sentence must have to be known again."""

CROWD = 20
"""Sentences that one word may point to."""

UNITS = dict(
    zip(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        range(20),
        strict=True,
    )
)
TENS = dict(zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True))
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000}
SHORT_SCALES = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion"}
SPELT = "|".join((*sorted((*UNITS, *TENS), key=len, reverse=True), "hundred"))
FIGURE = re.compile(
    rf"(?<![\w.,:-])(?P<digits>\d[\d,]*(?:\.\d+)?)(?![\d:])(?:\s?(?P<short>k|m|mn|bn)\b)?(?:[\s-](?P<scale>{'|'.join(SCALES)})s?\b)?"
    rf"|\b(?P<words>(?:{SPELT})(?:(?:[\s-](?:and\s)?)(?:{SPELT}|thousand|million|billion))*)\b",
    re.IGNORECASE,
)
UNTOLD = STOPWORDS | {"percent", "per", "cent"}


@dataclass(frozen=True, slots=True)
class Number:
    """A figure of a sentence: its value, as printed, and the telling words close to it."""

    value: Decimal
    surface: str
    near: frozenset[str]


@dataclass(frozen=True, eq=False)
class Told:
    """A sentence's telling words and figures."""

    text: str

    @cached_property
    def words(self) -> frozenset[str]:
        """Telling words beside the figures."""
        return frozenset(_telling(self.text))

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Figures in order."""
        return tuple(_numbers(self.text))


@dataclass(frozen=True, eq=False)
class Telling:
    """An article's sentences with figures, in comparable form where that is asked for."""

    text: str

    @cached_property
    def sentences(self) -> Mapping[str, Told]:
        """Each by its words in order."""
        found = (" ".join(sentence.group().split()) for sentence in SENTENCE.finditer(self.text[:LONGEST]))
        return {sentence: Told(sentence) for sentence in found if FIGURE.search(sentence)}

    @cached_property
    def index(self) -> Mapping[str, list[Told]]:
        """Sentences by their telling words."""
        found: defaultdict[str, list[Told]] = defaultdict(list)
        for told in self.sentences.values():
            for word in told.words:
                found[word].append(told)
        return found


def changed_figures(earlier: str, later: str) -> tuple[tuple[str, str], ...]:
    """Figures that differ between sentences of two texts that are otherwise alike, as printed: (in the earlier, in the later).

    >>> changed_figures("Engineers lifted fourteen wagons off the track.", "Engineers lifted 15 wagons off the track.")
    (('fourteen', '15'),)
    """
    return changes_between(Telling(earlier), Telling(later))


def changes_between(earlier: Telling, later: Telling) -> tuple[tuple[str, str], ...]:
    """The same for texts whose sentences are kept for the next comparison."""
    found: dict[tuple[str, str], None] = {}
    for sentence, told in later.sentences.items():
        if sentence in earlier.sentences or len(told.words) < FEWEST:
            continue
        best, alike = _closest(told, earlier)
        if best is not None:
            found.update(dict.fromkeys(_changes(best, told, sure=alike >= SURE)))
    return tuple(found)


def _closest(told: Told, earlier: Telling) -> tuple[Told | None, float]:
    shared = Counter(other for word in told.words for other in earlier.index.get(word, ())[:CROWD])
    scored = {other: count / min(len(told.words), len(other.words)) for other, count in shared.items() if count >= FEWEST}
    if not scored:
        return None, 0.0
    best = max(scored, key=lambda other: (scored[other], shared[other], other.text))
    return (best, scored[best]) if scored[best] >= ALIKE else (None, 0.0)


def _changes(before: Told, after: Told, *, sure: bool) -> Iterator[tuple[str, str]]:
    old, new = list(before.numbers), list(after.numbers)
    for number in before.numbers:
        same = next((one for one in new if one.value == number.value), None)
        if same is not None:
            old.remove(number)
            new.remove(same)
    for number in list(old):
        close = next((one for one in new if one.near & number.near), None)
        if close is not None:
            old.remove(number)
            new.remove(close)
            yield number.surface, close.surface
    if sure and len(old) == len(new) == 1:
        yield old[0].surface, new[0].surface


def _telling(sentence: str) -> Iterator[str]:
    for word in tokens(FIGURE.sub(" ", sentence)):
        if len(word) > 2 and word not in UNTOLD:
            yield stem(word)


def _numbers(sentence: str) -> Iterator[Number]:
    for found in FIGURE.finditer(sentence):
        value = _value(found)
        if value is not None and found.group().lower() != "one":
            yield Number(value, found.group(), _near(sentence, found))


def _near(sentence: str, found: re.Match[str]) -> frozenset[str]:
    """What is counted stands behind the figure: the next telling words."""
    behind = list(_telling(sentence[found.end() : found.end() + 40].partition(",")[0]))[:NEAR]
    return frozenset(behind)


def _value(found: re.Match[str]) -> Decimal | None:
    if found["words"]:
        return _spelt(found["words"].lower())
    try:
        value = Decimal(found["digits"].replace(",", ""))
    except InvalidOperation:
        return None
    scale = SHORT_SCALES.get((found["short"] or "").lower(), (found["scale"] or "").lower())
    return value * SCALES.get(scale, 1)


def _spelt(words: str) -> Decimal:
    """ "two hundred and thirty" is 230, "twenty-five thousand" 25,000."""
    total, current = 0, 0
    for word in re.split(r"[\s-]+", words):
        if word in SCALES and word != "hundred":
            total += max(current, 1) * SCALES[word]
            current = 0
        elif word == "hundred":
            current = max(current, 1) * 100
        else:
            current += UNITS.get(word, TENS.get(word, 0))
    return Decimal(total + current)
