"""The model of "same question" as data: features, their learned weights, a bias per family, a logistic sum.

The weights lie in `weights.json` and are learned by `python -m corroborate.measure.learn groups`. For each family there are
two models: one of all the evidence, and one that is blind to the figures themselves ("blind"), for figures that differ.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp

from corroborate.match.groups.constraints import forbidden
from corroborate.match.groups.features import (
    actors_agree,
    both_fates_told,
    both_lead,
    both_stretches,
    clauses_alike,
    clauses_share_words,
    modifiers_agree,
    names_shared,
    narrowed_alike,
    only_ones,
    periods_agree,
    phrases_alike,
    roles_agree,
    same_days,
    same_event,
    same_fate,
    same_head,
    same_parties,
    same_thing,
    same_value,
    scopes_agree,
    small_ones_agree,
    targets_agree,
    values_leave_room,
)
from corroborate.match.groups.mentions import Mention

NEVER = float("-inf")

PAIRS = 1 << 19
"""Pairs of mentions whose log-odds are remembered for when their story goes on, some 250 bytes each: 130 MB of a process."""

Evidence = Callable[[Mention, Mention], float]

QUANTITY_EVIDENCE: tuple[Evidence, ...] = (
    same_thing,
    same_fate,
    both_fates_told,
    modifiers_agree,
    narrowed_alike,
    phrases_alike,
    clauses_share_words,
    clauses_alike,
    same_value,
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
)
EVIDENCE: Mapping[str, tuple[Evidence, ...]] = {
    **dict.fromkeys(("count", "money", "percent", "measure", "duration"), QUANTITY_EVIDENCE),
    "date": (same_days, same_event, both_stretches, clauses_share_words, clauses_alike, same_parties, only_ones, both_lead),
    "rank": (same_thing, same_head, clauses_share_words, clauses_alike, both_lead),
    "party": (same_thing, names_shared, clauses_share_words, clauses_alike),
}
"""What is looked at, per kind of figure."""

OF_THE_FIGURES = (same_value, values_leave_room, small_ones_agree, same_days)
"""What a blind model does not see."""


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
class Score:
    """How likely two claims answer one question, and why."""

    log_odds: float
    reasons: tuple[str, ...]

    @property
    def probability(self) -> float:
        """Between 0 and 1; 0 for pairs that a constraint keeps apart."""
        return 0.0 if self.log_odds == NEVER else 1 / (1 + exp(-self.log_odds))


@lru_cache(maxsize=PAIRS)
def log_odds(left: Mention, right: Mention) -> float:
    """The sum of the evidence; NEVER where a constraint keeps the two apart."""
    if forbidden(left, right) is not None:
        return NEVER
    bias, model = FEATURES[left.family.split(":")[0]]
    return bias + sum(feature.weight * feature.function(left, right) for feature in model)


def blind_odds(left: Mention, right: Mention) -> float:
    """The sum of the evidence but for the figures; constraints are not looked at."""
    bias, model = BLIND[left.family.split(":")[0]]
    return bias + sum(feature.weight * feature.function(left, right) for feature in model)


def score(left: Mention, right: Mention) -> Score:
    """The evidence with its reasons, strongest first; or the reason that keeps the two apart."""
    reason = forbidden(left, right)
    if reason is not None:
        return Score(NEVER, (reason,))
    bias, model = FEATURES[left.family.split(":")[0]]
    parts = [(feature.weight * feature.function(left, right), feature.reason) for feature in model]
    told = sorted((part for part in parts if part[0] > 0), key=lambda part: -part[0])
    return Score(bias + sum(value for value, _ in parts), tuple(reason for _, reason in told))
