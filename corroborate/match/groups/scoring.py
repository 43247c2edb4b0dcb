"""The model of "same question" as data: features, their learned weights, a bias per family, a logistic sum.

The weights lie in `weights.json` and are learned by `python -m corroborate.measure.learn groups`. For each family there are
two models: one of all the evidence, and one that is blind to the figures themselves ("blind"), for figures that differ.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from corroborate.match.groups.constraints import CHANCE, are_whole_and_detail, forbidden
from corroborate.match.groups.features import (
    actors_agree,
    both_fates_told,
    both_lead,
    both_of_all,
    both_stretches,
    clauses_alike,
    clauses_share_words,
    digits_swapped,
    modifiers_agree,
    names_shared,
    narrowed_alike,
    only_ones,
    periods_agree,
    phrases_alike,
    placed_alike,
    roles_agree,
    same_days,
    same_event,
    same_fate,
    same_frame,
    same_head,
    same_parties,
    same_thing,
    same_value,
    scopes_agree,
    small_ones_agree,
    takes_back,
    targets_agree,
    values_leave_room,
)
from corroborate.match.groups.fitting import figures_fit, values_meet
from corroborate.match.groups.mentions import Mention
from corroborate.match.groups.twins import Twins

NEVER = float("-inf")
EXCLUDED = -6.0
"""Log odds of two claims in different articles that a constraint keeps apart. Alone they never meet; but where one claim of many was
misread, what the others say decides.
"""

MISREAD = 4.0
"""How much less speaks for two figures that are hardly equal by chance, where the sentence of one alone looks back."""

LOOKS_BACK = "scope: earlier"
ANOTHER_TIME = re.compile(r"\b(?:earlier|previous|prior)\b", re.IGNORECASE)
""" "An earlier campaign used 25,000 accounts": here nothing was misread."""

TAKEN_BACK = 6.0
"""Log odds for two figures of which the one's sentence says that it is not the other: "17 men died and not 19"."""

DETAIL = -1.0
"""Log odds of a whole and a detail of it in one article: what others say decides."""

UNTOLD = -1e9
"""Known to be against, but not how much."""

SLACK = 1e-3
"""Sums in another order, and vectors that are not quite of length one, differ by less."""

Evidence = Callable[[Mention, Mention], float]

QUANTITY_EVIDENCE: tuple[Evidence, ...] = (
    same_thing,
    same_fate,
    both_of_all,
    both_fates_told,
    modifiers_agree,
    narrowed_alike,
    phrases_alike,
    clauses_share_words,
    same_frame,
    clauses_alike,
    same_value,
    digits_swapped,
    values_leave_room,
    small_ones_agree,
    only_ones,
    roles_agree,
    scopes_agree,
    periods_agree,
    actors_agree,
    targets_agree,
    same_parties,
    both_lead,
    placed_alike,
)
EVIDENCE: Mapping[str, tuple[Evidence, ...]] = {
    **dict.fromkeys(("count", "money", "percent", "measure", "duration"), QUANTITY_EVIDENCE),
    "date": (same_days, same_event, both_stretches, clauses_share_words, clauses_alike, same_parties, only_ones, both_lead),
    "rank": (same_thing, same_head, clauses_share_words, clauses_alike, both_lead),
    "party": (same_thing, names_shared, clauses_share_words, clauses_alike),
}
"""What is looked at, per kind of figure."""

OF_THE_FIGURES = (same_value, digits_swapped, values_leave_room, small_ones_agree, same_days)
"""What a blind model does not see."""

LARGEST: Mapping[Evidence, float] = {
    same_value: 1.4,
    modifiers_agree: 1.5,
    both_fates_told: 0.0,
    placed_alike: 0.0,
    narrowed_alike: 0.0,
    small_ones_agree: 0.0,
    roles_agree: 0.0,
    scopes_agree: 0.0,
}
"""The most that evidence can speak for, where that is not 1: what only speaks against says 0 at best."""

COSTLY: Mapping[Evidence, float] = {
    same_days: 2.8,
    clauses_share_words: 2.0,
    same_event: 1.7,
    both_stretches: 1.6,
    clauses_alike: 1.5,
    phrases_alike: 1.5,
    same_thing: 1.5,
    same_value: 1.1,
    small_ones_agree: 1.1,
    only_ones: 1.1,
    same_parties: 1.0,
    values_leave_room: 1.0,
}
"""Microseconds of what takes more than half of one: what rules out most in the least time is looked at first, and a pair is given up
as soon as nothing left could speak for it enough.
"""


@dataclass(frozen=True, slots=True)
class Feature:
    """One piece of evidence and its weight in the sum."""

    function: Evidence
    weight: float

    @property
    def reason(self) -> str:
        """The sentence that readers see."""
        return (self.function.__doc__ or "").strip().splitlines()[0]


def _models(name: str) -> Mapping[str, tuple[float, tuple[Feature, ...]]]:
    """Per kind: the bias, and the features that weigh something."""
    learned = json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))[name]
    return {
        kind: (
            learned[kind]["bias"],
            tuple(Feature(one, weight) for one in evidence if (weight := learned[kind].get(one.__name__, 0.0)) != 0.0),
        )
        for kind, evidence in EVIDENCE.items()
    }


FEATURES = _models("seeing")
"""Positive sums speak for one question."""

BLIND = _models("blind")
"""The same for claims whose figures differ."""


@dataclass(frozen=True, slots=True)
class Course:
    """In which order the evidence of a kind is looked at.

    `most` is what all of it can come to; each piece has its place in the sum, its weight, and the most that it can add.
    """

    bias: float
    most: float
    pieces: tuple[tuple[int, Evidence, float, float], ...]


def _course(bias: float, model: tuple[Feature, ...]) -> Course:
    told = [(place, one.function, one.weight, one.weight * LARGEST.get(one.function, 1.0)) for place, one in enumerate(model)]
    pieces = sorted(told, key=lambda one: (-one[3] / COSTLY.get(one[1], 0.5), one[0]))
    return Course(bias, bias + sum(most for _, _, _, most in told), tuple(pieces))


COURSES = {kind: _course(bias, model) for kind, (bias, model) in FEATURES.items()}


@dataclass(frozen=True, slots=True)
class Score:
    """How likely two claims answer one question, and why."""

    log_odds: float
    reasons: tuple[str, ...]

    @property
    def probability(self) -> float:
        """Between 0 and 1; 0 for pairs that a constraint keeps apart."""
        return 0.0 if self.log_odds == NEVER else 1 / (1 + exp(-self.log_odds))


def log_odds(left: Mention, right: Mention) -> float:
    """The sum of the evidence, remembered with the second claim; NEVER for two figures of one article that a constraint keeps apart."""
    known = right.odds.get(left)
    if known is None or known == UNTOLD:
        known = right.odds[left] = _log_odds(left, right)
    return known


def _log_odds(left: Mention, right: Mention) -> float:
    bias, model = FEATURES[_kind(left.family)]
    odds = bias + sum(feature.weight * feature.function(left, right) for feature in model)
    return _held(left, right, odds + TAKEN_BACK if takes_back(left, right) else odds)


def speaking_for(mentions: Sequence[Mention], place: int, others: Iterable[int], twins: Twins) -> Iterator[int]:
    """Those of some claims behind the one at a place that by the evidence answer one question with it; most are given up before all
    of it is looked at.
    """
    one = mentions[place]
    course = COURSES[_kind(one.family)]
    for other in others:
        right = mentions[other]
        known = right.odds.get(one)
        if known is None:
            known = twins.odds(one, other)
            known = right.odds[one] = _odds_for(one, right, course) if known is None else known
        if known > 0:
            yield other


def _odds_for(left: Mention, right: Mention, course: Course) -> float:
    """The log odds where they are above 0, else that they are not."""
    extra = TAKEN_BACK if takes_back(left, right) else 0.0
    most, parts = course.most + extra, [0.0] * len(course.pieces)
    for place, function, weight, full in course.pieces:
        parts[place] = part = weight * function(left, right)
        most += part - full
        if most < -SLACK:
            return UNTOLD
    # Added up in the order of the model, whatever was looked at first: the sum is the same to the last bit.
    odds = course.bias + sum(parts) + extra
    return _held(left, right, odds) if odds > 0 else UNTOLD


def _held(left: Mention, right: Mention, odds: float) -> float:
    """What the evidence comes to, held against what keeps two claims apart whatever speaks for them."""
    reason = forbidden(left, right)
    if reason is not None:
        if left.article.id == right.article.id and not values_meet(left, right):
            return NEVER
        return odds - MISREAD if reason == LOOKS_BACK and _is_misread(left, right) else EXCLUDED
    if odds > DETAIL and left.article.id == right.article.id and are_whole_and_detail(left, right):
        return DETAIL
    return odds


def _is_misread(left: Mention, right: Mention) -> bool:
    """ "$9.6 billion before the usual discounts" is the $9.6 billion of the others: the word that looks back is about something else."""
    return figures_fit(left, right) >= CHANCE and not any(ANOTHER_TIME.search(one.clause) for one in (left, right))


@cache
def _kind(family: str) -> str:
    return family.split(":")[0]


def blind_odds(left: Mention, right: Mention) -> float:
    """The sum of the evidence but for the figures; constraints are not looked at."""
    bias, model = BLIND[_kind(left.family)]
    return bias + sum(feature.weight * feature.function(left, right) for feature in model)


def score(left: Mention, right: Mention) -> Score:
    """The evidence with its reasons, strongest first; or the reason that keeps the two apart."""
    reason = forbidden(left, right)
    if reason is not None:
        return Score(NEVER, (reason,))
    bias, model = FEATURES[_kind(left.family)]
    parts = [(feature.weight * feature.function(left, right), feature.reason) for feature in model]
    if takes_back(left, right):
        parts.append((TAKEN_BACK, takes_back.__doc__ or ""))
    told = sorted((part for part in parts if part[0] > 0), key=lambda part: -part[0])
    return Score(bias + sum(value for value, _ in parts), tuple(reason for _, reason in told))
