"""The model of "same question" as data: features with their weights, a bias per family, a logistic sum."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import exp

from corroborate.match.groups.constraints import forbidden
from corroborate.match.groups.features import (
    both_lead,
    both_stretches,
    clauses_alike,
    clauses_share_words,
    modifiers_agree,
    names_shared,
    narrowed_alike,
    only_ones,
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
    values_leave_room,
)
from corroborate.match.groups.mentions import Mention

NEVER = float("-inf")


@dataclass(frozen=True, slots=True)
class Feature:
    """One piece of evidence and its weight in the sum."""

    function: Callable[[Mention, Mention], float]
    weight: float

    @property
    def reason(self) -> str:
        """The sentence that readers see."""
        return (self.function.__doc__ or "").strip().splitlines()[0]


QUANTITY_FEATURES = (
    Feature(same_thing, weight=2.5),
    Feature(same_fate, weight=2.9),
    Feature(modifiers_agree, weight=0.6),
    Feature(phrases_alike, weight=1.1),
    Feature(clauses_share_words, weight=0.8),
    Feature(clauses_alike, weight=2.2),
    Feature(same_value, weight=4.4),
    Feature(values_leave_room, weight=1.0),
    Feature(only_ones, weight=0.9),
    Feature(roles_agree, weight=0.5),
    Feature(scopes_agree, weight=1.6),
    Feature(same_parties, weight=0.2),
    Feature(both_lead, weight=1.0),
)
# Of percentages the thing narrowed tells most: food prices, energy prices.
PERCENT_FEATURES = (*QUANTITY_FEATURES, Feature(narrowed_alike, weight=2.0))
DATE_FEATURES = (
    Feature(same_days, weight=3.6),
    Feature(same_event, weight=2.1),
    Feature(both_stretches, weight=2.0),
    Feature(clauses_share_words, weight=1.8),
    Feature(clauses_alike, weight=1.8),
    Feature(same_parties, weight=0.4),
)
RANK_FEATURES = (
    Feature(same_thing, weight=2.0),
    Feature(same_head, weight=1.5),
    Feature(clauses_share_words, weight=1.0),
    Feature(clauses_alike, weight=1.0),
    Feature(both_lead, weight=0.5),
)
PARTY_FEATURES = (
    Feature(same_thing, weight=3.0),
    Feature(names_shared, weight=1.5),
    Feature(clauses_share_words, weight=1.0),
    Feature(clauses_alike, weight=0.5),
)

FEATURES: Mapping[str, tuple[float, tuple[Feature, ...]]] = {
    "count": (-3.1, QUANTITY_FEATURES),
    "money": (-3.0, QUANTITY_FEATURES),
    "percent": (-0.8, PERCENT_FEATURES),
    "measure": (-1.6, QUANTITY_FEATURES),
    "duration": (-0.8, QUANTITY_FEATURES),
    "date": (-2.2, DATE_FEATURES),
    "rank": (-1.0, RANK_FEATURES),
    "party": (-1.5, PARTY_FEATURES),
}
"""Per kind: the bias, and the features. Positive sums speak for one question."""


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
    """The sum of the evidence; NEVER where a constraint keeps the two apart."""
    if forbidden(left, right) is not None:
        return NEVER
    bias, model = FEATURES[left.family.split(":")[0]]
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
