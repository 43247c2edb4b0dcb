"""What tells whether two articles are about one event: each a function of the two, its docstring the reason in words.

Some forty pairs are weighed for every article that arrives: what one sketch says alone is worked out with the sketch, and
what several functions ask of a pair once for the pair.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, fsum, log1p
from typing import NamedTuple

import numpy as np

from corroborate.match.stories.candidates import DAY
from corroborate.match.stories.figures import Extent
from corroborate.match.stories.people import MARK
from corroborate.match.stories.sketches import Sketch
from corroborate.match.vectors import cosine, product, rarity

UNNAMED = 0.5
"""What is missing of an article that names nobody: it tells neither for nor against."""

SPREAD = 3.0
"""Days within which the articles about an event mostly appear: the standard deviation of a bell curve."""

SOON = 1.5
"""Days within which reports of one day's news appear; follow-ups come later, and how much later tells little."""

MORE = 3.0
"""A count this many times as large is of something else, and no update."""

AMPLE = 80
"""Different words of a text that has room for all that matters."""

GROWING = ("count ", *(f"measure {unit} " for unit in ("acre", "hectare", "square kilometre", "square mile")))
"""How what is counted, and not measured, is marked; the area of a fire or a flood grows like a count."""

SEVERAL = 2
"""Precise figures from which one would expect another report to share some."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles: how far they share words, how much of what the one is about the other does not name (the smaller share of
    the two first), how short the shorter one is, from 0 to 1, how what both count or measure at the head compares, and the words with
    which both tell what happened.
    """

    left: Sketch
    right: Sketch
    report: float
    missing: tuple[float, float]
    brevity: float
    counted: "Counted"
    told: frozenset[str]


class Counted(NamedTuple):
    """Of how many things both count or measure, the figures agree, the counts are no update of one another, the measures differ."""

    agreeing: int = 0
    beyond: int = 0
    measured: int = 0


NOTHING = Counted()


def paired(left: Sketch, right: Sketch) -> Pair:
    """Two articles; which is named first makes no difference."""
    first, second = _missing(left, right), _missing(right, left)
    missing = (first, second) if first <= second else (second, first)
    brevity = max(0.0, 1 - min(len(left.whole), len(right.whole)) / AMPLE)
    report = product(left.whole, right.whole, left.all_words & right.all_words)
    return Pair(left, right, report, missing, brevity, _counted(left, right), left.telling_words & right.telling_words)


def _missing(left: Sketch, right: Sketch) -> float:
    shares = left.subject_shares
    return fsum(map(shares.__getitem__, left.about - right.mentioned)) if shares else UNNAMED


def same_report(pair: Pair) -> float:
    """They share rare words and names."""
    return pair.report


def known_subject(pair: Pair) -> float:
    """They share rare words, and what the one is about is named in the other."""
    return pair.report * (1 - pair.missing[1])


def same_words(pair: Pair) -> float:
    """They tell what happened in the same rare words."""
    return product(pair.left.words, pair.right.words, pair.told)


def same_title(pair: Pair) -> float:
    """Their titles share rare words."""
    return cosine(pair.left.title, pair.right.title)


def same_names(pair: Pair) -> float:
    """What the one is about is named in the other, by names that are rare."""
    left, right = pair.left, pair.right
    return log1p(fsum(map(rarity, (left.about & right.mentioned) | (right.about & left.mentioned))))


def unknown_names(pair: Pair) -> float:
    """What the one is about is nowhere named in the other."""
    return pair.missing[1]


def strangers(pair: Pair) -> float:
    """What either is about is nowhere named in the other."""
    return pair.missing[0]


def same_full_names(pair: Pair) -> float:
    """They name the same people, firms or streets by their full names."""
    return log1p(len((pair.left.full_names & pair.right.full_names) - pair.left.places - pair.right.places))


def rare_words(pair: Pair) -> float:
    """They share words that are rare in the news."""
    rare = pair.left.rare_words
    return log1p(fsum(map(rare.__getitem__, pair.told.intersection(rare))))


def same_streets(pair: Pair) -> float:
    """They name the same streets."""
    return _shared(pair.left.streets, pair.right.streets)


def other_streets(pair: Pair) -> float:
    """They name other streets."""
    return _others(pair.left.streets, pair.right.streets)


def same_blocks(pair: Pair) -> float:
    """They give the same house numbers in a street."""
    return _shared(pair.left.blocks, pair.right.blocks)


def other_blocks(pair: Pair) -> float:
    """They give other house numbers."""
    return _others(pair.left.blocks, pair.right.blocks)


def same_people(pair: Pair) -> float:
    """They name the same people to whom something happened."""
    left, right = pair.left, pair.right
    return log1p(len((left.subjects & right.full_names) | (right.subjects & left.full_names) | (left.subjects & right.subjects)))


def other_people(pair: Pair) -> float:
    """Both name people to whom something happened, and none of them is the same."""
    return float(bool(pair.left.subjects and pair.right.subjects) and not same_people(pair))


def others_of_a_kind(pair: Pair) -> float:
    """They are about two things of one kind, of which neither is spoken of in the other."""
    left, right = pair.left, pair.right
    for kind in left.kinds.keys() & right.kinds.keys():
        mine, theirs = left.kinds[kind], right.kinds[kind]
        if mine.isdisjoint(theirs) and not _speaks_of(right, mine, kind) and not _speaks_of(left, theirs, kind):
            return 1.0
    return 0.0


def _speaks_of(sketch: Sketch, things: frozenset[str], kind: str) -> bool:
    """One of the things is what it is about, or named in full; a town by whose name a festival goes is not the festival."""
    full = sketch.full_names
    if any(f"{thing} {kind}" in full or f"{kind} {thing}" in full for thing in things):
        return True
    return any(sketch.about.issuperset(thing.removeprefix(MARK).split("-")) for thing in things)


def same_places(pair: Pair) -> float:
    """They name the same places at the head."""
    return _shared(pair.left.places, pair.right.places)


def other_places(pair: Pair) -> float:
    """The places at the head of either are nowhere named in the other."""
    return min(_unnamed(pair.left, pair.right), _unnamed(pair.right, pair.left))


def _unnamed(left: Sketch, right: Sketch) -> float:
    places = left.place_words
    return sum(words.isdisjoint(right.mentioned) for words in places) / len(places) if places else 0.0


def same_figures(pair: Pair) -> float:
    """They give the same precise figures."""
    left, right = pair.left.figures, pair.right.figures
    return log1p(fsum(map(left.__getitem__, left.keys() & right.keys())))


def same_numbers(pair: Pair) -> float:
    """They give the same numbers, whatever they count."""
    left, right = pair.left.numbers, pair.right.numbers
    # A number may be printed as rough by one of them.
    return log1p(fsum((left[number] + right[number]) / 2 for number in left.keys() & right.keys()))


def other_numbers(pair: Pair) -> float:
    """Both give several numbers, and hardly any of them is shared."""
    left, right = pair.left.numbers, pair.right.numbers
    fewer = min(len(left), len(right))
    return 1 - len(left.keys() & right.keys()) / fewer if fewer >= SEVERAL else 0.5


def other_figures(pair: Pair) -> float:
    """Both give several precise figures, and none of them is shared."""
    left, right = pair.left.figures, pair.right.figures
    return float(min(len(left), len(right)) >= SEVERAL and left.keys().isdisjoint(right))


def agreeing_counts(pair: Pair) -> float:
    """They agree in what they count at the head."""
    return log1p(pair.counted.agreeing)


def other_counts(pair: Pair) -> float:
    """They count the same thing at the head, and come to what cannot be an update."""
    return log1p(pair.counted.beyond)


def other_measures(pair: Pair) -> float:
    """They measure the same thing at the head, and none of the one's figures is the other's."""
    return log1p(pair.counted.measured)


def _counted(left: Sketch, right: Sketch) -> Counted:
    if left.counts.keys().isdisjoint(right.counts):
        return NOTHING
    agreeing = beyond = measured = 0
    for key, extents in left.counts.items():
        others = right.counts.get(key)
        if others is None:
            continue
        if _meet(extents, others):
            agreeing += 1
        elif not key.startswith(GROWING):
            measured += 1
        else:
            beyond += _beyond(extents, others)
    return Counted(agreeing, beyond, measured)


def _beyond(left: Sequence[Extent], right: Sequence[Extent]) -> bool:
    highest = min(max(one.high for one in extents) for extents in (left, right))
    return max(min(one.low for one in extents) for extents in (left, right)) > MORE * max(highest, 1.0)


def same_days(pair: Pair) -> float:
    """They name the same days at the head."""
    return float(_meet(pair.left.days, pair.right.days))


def other_days(pair: Pair) -> float:
    """They name other days at the head."""
    return float(bool(pair.left.days and pair.right.days) and not _meet(pair.left.days, pair.right.days))


def same_first_day(pair: Pair) -> float:
    """The day that they name first is the same."""
    left, right = pair.left.days, pair.right.days
    return float(bool(left and right) and left[0].meets(right[0]))


def other_first_day(pair: Pair) -> float:
    """The day that either names first is not named in the other."""
    left, right = pair.left.days, pair.right.days
    return float(bool(left and right) and not _meet(left[:1], right) and not _meet(right[:1], left))


def _meet(left: Sequence[Extent], right: Sequence[Extent]) -> bool:
    return any(low <= other.high and other.low <= high for low, high in left for other in right)


def same_ages(pair: Pair) -> float:
    """They give the same ages of people."""
    return _shared(pair.left.ages, pair.right.ages)


def other_ages(pair: Pair) -> float:
    """They give other ages of people."""
    return _others(pair.left.ages, pair.right.ages)


def _shared(left: frozenset[str], right: frozenset[str]) -> float:
    return log1p(len(left & right)) if left and right else 0.0


def _others(left: frozenset[str], right: frozenset[str]) -> float:
    return float(bool(left and right) and left.isdisjoint(right))


def days_apart(pair: Pair) -> float:
    """Days passed between them."""
    return _passed(pair, SPREAD)


def of_other_days(pair: Pair) -> float:
    """They are not of the same days."""
    return _passed(pair, SOON)


def _passed(pair: Pair, spread: float) -> float:
    if not (pair.left.dated and pair.right.dated):
        return 0.0
    days = abs(pair.left.moment - pair.right.moment) / DAY
    return 1 - exp(-days * days / (2 * spread * spread))


def brevity(pair: Pair) -> float:
    """One of them is short, and has few words to share."""
    return pair.brevity


def brief_report(pair: Pair) -> float:
    """They share rare words although one of them is short."""
    return pair.brevity * pair.report


def brief_strangers(pair: Pair) -> float:
    """One of them is short, and what either is about is nowhere named in the other."""
    return pair.brevity * pair.missing[0]


def same_meaning(pair: Pair) -> float:
    """Their titles and leads are near in meaning."""
    left, right = pair.left.vector, pair.right.vector
    return 0.0 if left is None or right is None else float(np.dot(left, right))


FOR, AGAINST, EITHER = 1, -1, 0

EVIDENCE: tuple[tuple[Callable[[Pair], float], int], ...] = (
    (same_report, FOR),
    (known_subject, FOR),
    (same_words, FOR),
    (same_title, FOR),
    (same_names, FOR),
    (unknown_names, AGAINST),
    (strangers, AGAINST),
    (same_full_names, FOR),
    (rare_words, FOR),
    (same_streets, FOR),
    (other_streets, AGAINST),
    (same_blocks, FOR),
    (other_blocks, AGAINST),
    (same_people, FOR),
    (other_people, AGAINST),
    (others_of_a_kind, AGAINST),
    (same_places, FOR),
    (other_places, AGAINST),
    (same_figures, FOR),
    (same_numbers, FOR),
    (other_numbers, AGAINST),
    (agreeing_counts, FOR),
    (other_counts, AGAINST),
    (other_measures, AGAINST),
    (other_figures, AGAINST),
    (same_days, FOR),
    (other_days, AGAINST),
    (same_first_day, FOR),
    (other_first_day, AGAINST),
    (same_ages, FOR),
    (other_ages, AGAINST),
    (days_apart, AGAINST),
    (of_other_days, AGAINST),
    (brevity, EITHER),
    (brief_report, EITHER),
    (brief_strangers, EITHER),
    (same_meaning, FOR),
)
"""What tells, and whether for or against one event; how much, was learned."""
