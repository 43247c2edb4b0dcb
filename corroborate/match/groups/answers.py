"""Short answers in words: whether two say the same, as "around 25,000 accounts" and "nearly 25 thousand fake accounts" do.

What an embedding model makes of the spans, and the telling words that they share; what such models are blind
to is looked at by itself: other numbers, other names, a no against a yes.
"""

import re
from collections import Counter
from collections.abc import Sequence

from corroborate.match.embedding import Embedder
from corroborate.match.vectors import cosine, weighted
from corroborate.match.words import CALENDAR, STOPWORDS, listed, names, stem, tokens

NUMBER = re.compile(
    r"(?<![\w.,])[$€£]?(\d[\d.,]*\d|\d)(?:st|nd|rd|th|s)?\s*(thousand|million|billion|trillion|hundred|k|mn?|bn)?\b", re.IGNORECASE
)
SCALES = {"hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
WRITTEN = {
    word: float(value)
    for value, words in (
        (2, "two"), (3, "three"), (4, "four"), (5, "five"), (6, "six"), (7, "seven"), (8, "eight"), (9, "nine"), (10, "ten"),
        (11, "eleven"), (12, "twelve"), (13, "thirteen"), (14, "fourteen"), (15, "fifteen"), (16, "sixteen"), (17, "seventeen"),
        (18, "eighteen"), (19, "nineteen"), (20, "twenty"), (30, "thirty"), (40, "forty"), (50, "fifty"), (60, "sixty"), (70, "seventy"),
        (80, "eighty"), (90, "ninety"),
    )
    for word in words.split()
}  # fmt: skip
HOURS = {stem("minute"): 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0, "fortnight": 336.0}
FRACTION = re.compile(
    r"\b(?:half|third|quarter|fifth|tenth)s?\b|\bin (?:two|three|four|five|ten)\b|\bevery \w+\b|percent\b|per cent\b|%", re.IGNORECASE
)
"""Shares are written in so many ways that their numbers do not tell."""

NEGATED = re.compile(r"\b(?:not|no|never|nobody|none|nothing|neither|den(?:y|ies|ied)|called off|ruled out)\b|n['’]t\b", re.IGNORECASE)
OPPOSED: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (frozenset(stem(word) for word in listed(one)), frozenset(stem(word) for word in listed(other)))
    for one, other in (
        (
            "rise rose rises rising risen grow grew increase increases increasing higher gain climb climbed soar soared dearer expensive",
            "fall fell falling fallen decline decrease decreased lower plunge plunged sink slump slumped shrink shrank cheaper",
        ),
        ("win won wins victory", "lose lost loses losing defeat defeated beaten"),
        (
            "approve approved approves cleared allow allowed accept accepted accepts",
            "block blocked reject rejected ban banned refuse refused",
        ),
        ("guilty convicted conviction", "acquitted innocent acquittal"),
        ("open opens opened reopen stay", "close closed closes shut"),
        ("continue continues continued", "stop stopped end ended suspended cancelled"),
        ("support supports backed backs favour favoured", "oppose opposed opposes resign dismissed dismiss"),
        ("safe freed released unharmed unhurt survived alive", "killed died dead dies death"),
        ("permanent", "temporary"),
        ("positive", "negative clean clear"),
        ("north northern", "south southern"),
        ("east eastern", "west western"),
        ("morning dawn", "evening night"),
        ("noon", "midnight"),
        ("first", "last second third"),
    )
)
"""Words that say the opposite of one another: two answers with one of each are hardly one."""

NEAR = 0.05
"""Share by which two round numbers may differ and be one: "around 25,000" and "nearly 26,000" leave room for each other."""

ANYHOW = 0.35
"""Of a likeness what is left where the numbers, days or names are others, or the words opposite."""

DENIED = 0.75
"""What is left where only one says no: "it is safe" and "there are no concerns" may still be one."""

WORDS, MEANING = 0.1, 0.9


def answers_alike(left: str, right: str, embedder: Embedder | None = None) -> float:
    """How likely two short answers to one question say the same, from 0 to 1."""
    likeness = words_alike(left, right)
    if embedder is not None:
        vectors = embedder.embed([left, right])
        likeness = WORDS * likeness + MEANING * max(0.0, float(vectors[0] @ vectors[1]))
    return likeness * guard(left, right)


def words_alike(left: str, right: str) -> float:
    """Telling words shared, rarer ones counting more, whatever their inflection."""
    first, second = _told(left), _told(right)
    if not first or not second:
        return float(left.strip().lower() == right.strip().lower())
    return cosine(weighted(Counter(first)), weighted(Counter(second)))


def guard(left: str, right: str) -> float:
    """What is left of a likeness: little where numbers, days or names exclude each other, or one says no and the other does not."""
    kept = DENIED if bool(NEGATED.search(left)) != bool(NEGATED.search(right)) else 1.0
    first, second = numbers_in(left), numbers_in(right)
    is_share = FRACTION.search(left) or FRACTION.search(right)
    if first and second and not is_share and not any(_near(one, other) for one in first for other in second):
        kept *= ANYHOW
    for named in (_days, _names):
        one, other = named(left), named(right)
        if one and other and not one & other:
            kept *= ANYHOW
    return kept * (ANYHOW if _opposed(left, right) else 1.0)


def _opposed(left: str, right: str) -> bool:
    """One goes up and the other down, one wins and the other loses; neither says both."""
    first, second = ({stem(word) for word in tokens(text)} for text in (left, right))
    return any(
        not one.isdisjoint(first) and not other.isdisjoint(second) and one.isdisjoint(second) and other.isdisjoint(first)
        for pair in OPPOSED
        for one, other in (pair, pair[::-1])
    )


def numbers_in(text: str) -> tuple[float, ...]:
    """The numbers of a short text, in digits or words: "25 thousand" and "25,000" are 25000, "two days" and "48 hours" 48."""
    found = [
        float(one.group(1).replace(",", "")) * SCALES.get((one.group(2) or "").lower(), 1.0) * _hours(list(tokens(text[one.end() :]))[:1])
        for one in NUMBER.finditer(text)
    ]
    return (*found, *_written(list(tokens(text))))


def _hours(unit: Sequence[str]) -> float:
    return HOURS.get(stem(unit[0]) if unit else "", 1.0)


def _written(words: Sequence[str]) -> list[float]:
    found: list[float] = []
    place = 0
    while place < len(words):
        value = WRITTEN.get(words[place])
        place += 1
        if value is None or words[place : place + 1] == ["of"]:
            continue
        if value >= WRITTEN["twenty"] and place < len(words) and WRITTEN.get(words[place], 10) < 10:
            value += WRITTEN[words[place]]
            place += 1
        while place < len(words) and words[place] in SCALES:
            value *= SCALES[words[place]]
            place += 1
        found.append(value * _hours(words[place : place + 1]))
    return found


def _near(one: float, other: float) -> bool:
    """Round figures leave room for their neighbours; small ones and years do not."""
    are_years = all(1900 <= value <= 2100 for value in (one, other))
    return one == other or (not are_years and max(one, other) >= 100 and abs(one - other) <= NEAR * max(one, other))


def _told(text: str) -> list[str]:
    """Stems that tell something, and the numbers by their value."""
    words = [stem(word) for word in tokens(text) if word not in STOPWORDS and word not in WRITTEN and word not in SCALES and word.isalpha()]
    return [*words, *(f"{value:.2g}" for value in numbers_in(text))]


def _days(text: str) -> frozenset[str]:
    return frozenset(word[:3] for word in tokens(text) if word in CALENDAR and word != "may")


def _names(text: str) -> frozenset[str]:
    """Names within the text; its first word may have a capital for being the first."""
    return frozenset(names(f"so {text}"))
