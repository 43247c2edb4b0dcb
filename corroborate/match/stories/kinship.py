"""Whether two articles are about one event: what speaks for it, what against it, and how much each weighs.

The weights are learned (`python -m corroborate.measure.learn`) and kept in `weights.json`: one set for articles with a text and
one for headlines, whose words are few, each with and without vectors.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib.resources import files
from math import exp, log1p

import numpy as np

from corroborate.match.reuse import FEWEST, REPUBLISHED
from corroborate.match.stories.figures import Extent
from corroborate.match.stories.sketches import Sketch
from corroborate.match.vectors import cosine, rarity

UNNAMED = 0.5
"""What is missing of an article that names nobody: it tells neither for nor against."""

SPREAD = 3.0
"""Days within which the articles about an event mostly appear: the standard deviation of a bell curve."""

RARE = 4.0
"""Rarity from which a word is rare: about one article in fifty holds it."""

MORE = 3.0
"""A count this many times as large is of something else, and no update."""

AMPLE = 80
"""Different words of a text that has room for all that matters."""

SEVERAL = 2
"""Precise figures from which one would expect another report to share some."""

EVERY = 1 << 32
"""Above any hash."""

DIGITS = 6
STRONGEST = 6.0
"""No pair speaks louder than this, so that one odd article cannot carry a story."""


def same_report(left: Sketch, right: Sketch) -> float:
    """They share rare words and names."""
    return cosine(left.whole, right.whole)


def same_title(left: Sketch, right: Sketch) -> float:
    """Their titles share rare words."""
    return cosine(left.title, right.title)


def same_words(left: Sketch, right: Sketch) -> float:
    """They tell what happened in the same rare words."""
    return cosine(left.words, right.words)


def unknown_names(left: Sketch, right: Sketch) -> float:
    """What the one is about is nowhere named in the other."""
    return max(_missing(left, right), _missing(right, left))


def strangers(left: Sketch, right: Sketch) -> float:
    """What either is about is nowhere named in the other."""
    return min(_missing(left, right), _missing(right, left))


def _missing(left: Sketch, right: Sketch) -> float:
    total = sum(weight * weight for weight in left.core.values())
    return sum(weight * weight for name, weight in left.core.items() if name not in right.mentioned) / total if total else UNNAMED


def same_names(left: Sketch, right: Sketch) -> float:
    """What the one is about is named in the other, by names that are rare."""
    shared = (left.core.keys() & right.mentioned) | (right.core.keys() & left.mentioned)
    return log1p(sum(map(rarity, shared)))


def same_full_names(left: Sketch, right: Sketch) -> float:
    """They name the same people, firms or streets by their full names."""
    return log1p(len((left.full_names & right.full_names) - left.places - right.places))


def same_streets(left: Sketch, right: Sketch) -> float:
    """They name the same streets."""
    return log1p(len(left.streets & right.streets))


def other_streets(left: Sketch, right: Sketch) -> float:
    """They name other streets."""
    return float(bool(left.streets and right.streets) and not left.streets & right.streets)


def rare_words(left: Sketch, right: Sketch) -> float:
    """They share words that are rare in the news."""
    return log1p(sum(max(0.0, rarity(word) - RARE) for word in left.words.keys() & right.words.keys()))


def same_places(left: Sketch, right: Sketch) -> float:
    """They name the same places at the head."""
    return log1p(len(left.places & right.places))


def other_places(left: Sketch, right: Sketch) -> float:
    """The places at the head of either are nowhere named in the other."""
    return min(_unnamed(left.places, right), _unnamed(right.places, left))


def _unnamed(places: Iterable[str], other: Sketch) -> float:
    found = [any(word in other.mentioned for word in place.split()) for place in places]
    return found.count(False) / len(found) if found else 0.0


def same_ages(left: Sketch, right: Sketch) -> float:
    """They give the same ages of people."""
    return log1p(len(left.ages & right.ages))


def other_ages(left: Sketch, right: Sketch) -> float:
    """They give other ages of people."""
    return float(bool(left.ages and right.ages) and not left.ages & right.ages)


def same_figures(left: Sketch, right: Sketch) -> float:
    """They give the same precise figures."""
    return log1p(sum(weight for figure, weight in left.figures.items() if figure in right.figures))


def same_numbers(left: Sketch, right: Sketch) -> float:
    """They give the same numbers, whatever they count."""
    return log1p(sum(weight for number, weight in left.numbers.items() if number in right.numbers))


def other_numbers(left: Sketch, right: Sketch) -> float:
    """Both give several numbers, and hardly any of them is shared."""
    fewer = min(len(left.numbers), len(right.numbers))
    return 1 - len(left.numbers.keys() & right.numbers.keys()) / fewer if fewer >= SEVERAL else 0.5


def agreeing_counts(left: Sketch, right: Sketch) -> float:
    """They agree in what they count at the head."""
    return log1p(sum(1 for key in left.counts.keys() & right.counts.keys() if _meet(left.counts[key], right.counts[key])))


def other_counts(left: Sketch, right: Sketch) -> float:
    """They count the same thing at the head, and come to what cannot be an update."""
    return log1p(
        sum(1 for key in left.counts.keys() & right.counts.keys() if _is_count(key) and _beyond(left.counts[key], right.counts[key]))
    )


def other_measures(left: Sketch, right: Sketch) -> float:
    """They measure the same thing at the head, and none of the one's figures is the other's."""
    shared = left.counts.keys() & right.counts.keys()
    return log1p(sum(1 for key in shared if not _is_count(key) and not _meet(left.counts[key], right.counts[key])))


def _is_count(key: str) -> bool:
    return key.startswith("count ")


def _beyond(left: Sequence[Extent], right: Sequence[Extent]) -> bool:
    highest = sorted(max(one.high for one in extents) for extents in (left, right))[0]
    return not _meet(left, right) and max(min(one.low for one in extents) for extents in (left, right)) > MORE * max(highest, 1.0)


def other_figures(left: Sketch, right: Sketch) -> float:
    """Both give several precise figures, and none of them is shared."""
    return float(min(len(left.figures), len(right.figures)) >= SEVERAL and not left.figures.keys() & right.figures.keys())


def known_subject(left: Sketch, right: Sketch) -> float:
    """They share rare words, and what the one is about is named in the other."""
    return cosine(left.whole, right.whole) * (1 - unknown_names(left, right))


def same_days(left: Sketch, right: Sketch) -> float:
    """They name the same days at the head."""
    return float(_meet(left.days, right.days))


def other_days(left: Sketch, right: Sketch) -> float:
    """They name other days at the head."""
    return float(bool(left.days and right.days) and not _meet(left.days, right.days))


def _meet(left: Sequence[Extent], right: Sequence[Extent]) -> bool:
    return any(one.meets(other) for one in left for other in right)


def days_apart(left: Sketch, right: Sketch) -> float:
    """Days passed between them."""
    if not (left.dated and right.dated):
        return 0.0
    days = abs(left.as_of - right.as_of) / timedelta(days=1)
    return 1 - exp(-days * days / (2 * SPREAD * SPREAD))


def brevity(left: Sketch, right: Sketch) -> float:
    """One of them is short, and has few words to share."""
    return max(0.0, 1 - min(len(left.whole), len(right.whole)) / AMPLE)


def brief_report(left: Sketch, right: Sketch) -> float:
    """They share rare words although one of them is short."""
    return brevity(left, right) * same_report(left, right)


def brief_strangers(left: Sketch, right: Sketch) -> float:
    """One of them is short, and what either is about is nowhere named in the other."""
    return brevity(left, right) * strangers(left, right)


def same_meaning(left: Sketch, right: Sketch) -> float:
    """Their titles and leads are near in meaning."""
    return 0.0 if left.vector is None or right.vector is None else float(np.dot(left.vector, right.vector))


FOR, AGAINST, EITHER = 1, -1, 0

EVIDENCE: tuple[tuple[Callable[[Sketch, Sketch], float], int], ...] = (
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
    (same_ages, FOR),
    (other_ages, AGAINST),
    (days_apart, AGAINST),
    (brevity, EITHER),
    (brief_report, EITHER),
    (brief_strangers, EITHER),
    (same_meaning, FOR),
)
"""What tells, and whether for or against one event; how much, was learned."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """How much each piece of evidence counts, in the order of EVIDENCE."""

    bias: float
    weights: tuple[float, ...]


def form(left: Sketch, right: Sketch) -> str:
    """Which weights are for two articles: "text", or "headline" where either is no more, with "vectors" or without."""
    length = "headline" if left.is_brief or right.is_brief else "text"
    return length if left.vector is None or right.vector is None else f"{length} with vectors"


@cache
def weighings() -> Mapping[str, Weighing]:
    """The learned weights, by form."""
    told = json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
    return {
        name: Weighing(one["bias"], tuple(one["weights"].get(tell.__name__, 0.0) for tell, _ in EVIDENCE)) for name, one in told.items()
    }


def is_copy(left: Sketch, right: Sketch) -> bool:
    """Most of the one is in the other, whatever its title."""
    both = left.traces & right.traces
    if len(both) < FEWEST * REPUBLISHED:
        return False
    bound = min(_last_trace(left), _last_trace(right))
    fewer = min(sum(1 for trace in one.traces if trace <= bound) for one in (left, right))
    return fewer >= FEWEST and sum(1 for trace in both if trace <= bound) / fewer >= REPUBLISHED


def _last_trace(sketch: Sketch) -> int:
    """The hash up to which the traces of an article are complete."""
    return EVERY if sketch.complete else max(sketch.traces, default=EVERY)


def told(left: Sketch, right: Sketch) -> list[float]:
    """What each piece of evidence tells of two articles."""
    return [tell(left, right) for tell, _ in EVIDENCE]


def kinship(left: Sketch, right: Sketch) -> float:
    """What speaks for one event, above 0, or against it: log odds."""
    if is_copy(left, right):
        return STRONGEST
    weighing = weighings()[form(left, right)]
    odds = weighing.bias + sum(weight * tell(left, right) for (tell, _), weight in zip(EVIDENCE, weighing.weights, strict=True) if weight)
    # Sums come out a little different in another order: which article is named first must not matter.
    return round(max(-STRONGEST, min(STRONGEST, odds)), DIGITS)
