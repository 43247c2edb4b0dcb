"""Learning which claims answer one question, from annotated coverage and from simulated editions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from corroborate.match import Embedder
from corroborate.match.groups.constraints import forbidden
from corroborate.match.groups.fitting import values_meet
from corroborate.match.groups.mentions import Mention, mentions
from corroborate.match.groups.scoring import EVIDENCE, OF_THE_FIGURES
from corroborate.measure.coverage import Coverage, are_one, is_told
from corroborate.measure.group_priors import PRIORS
from corroborate.measure.regression import Examples, fit

RIDGE = 2.0
WORTH = 40.0
"""Annotated pairs of one question that the prior is worth."""

LENIENCE = {"seeing": 1.0, "blind": 1.5}
"""Log odds added to what is learned: linkage by the mean asks all pairs of two groups, not each pair alone."""

MOST = 4000
"""Pairs of a family and story that are learned from, evenly spread, so that no crowded story drowns the others."""

Weights = Mapping[str, Mapping[str, Mapping[str, float]]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of one family, whether they answer one question, how much they count, and whether their figures may be one."""

    family: str
    left: Mention
    right: Mention
    is_one: bool
    counts: float
    meet: bool


def learn_groups(
    annotated: Iterable[tuple[Coverage, float]], simulated: Iterable[tuple[Coverage, float]] = (), embedder: Embedder | None = None
) -> Weights:
    """The weights of both models, by family and feature; each pair of a story counts as much as is said beside the story.

    Annotated stories are learned from without vectors and, half each, with those of the embedder, so that one model serves both.
    """
    pairs: defaultdict[str, list[Pair]] = defaultdict(list)
    ways = [None] if embedder is None else [None, embedder]
    told = [(coverage, counts / len(ways), way) for coverage, counts in annotated for way in ways]
    for coverage, counts, way in [*told, *((coverage, counts, None) for coverage, counts in simulated)]:
        for pair in labelled(coverage, way, counts):
            pairs[pair.family].append(pair)
    return {
        model: {
            family: weighed(family, [pair for pair in pairs[family] if model == "seeing" or not pair.meet], model) for family in EVIDENCE
        }
        for model in PRIORS
    }


def labelled(coverage: Coverage, embedder: Embedder | None, counts: float) -> Iterator[Pair]:
    """The pairs of annotated claims that no constraint keeps apart."""
    families: defaultdict[str, list[Mention]] = defaultdict(list)
    for one in mentions(coverage.readings, embedder):
        if one.claim.id in coverage.questions:
            families[one.family].append(one)
    for family, members in families.items():
        found = [pair for pair in combinations(members, 2) if forbidden(*pair) is None]
        for left, right in found[:: 1 + len(found) // MOST]:
            asked = (coverage.questions[left.claim.id], coverage.questions[right.claim.id])
            if not is_told(*asked):
                continue
            is_one = are_one(*asked)
            yield Pair(family.split(":")[0], left, right, is_one, counts, values_meet(left, right))


def weighed(family: str, pairs: Sequence[Pair], model: str) -> Mapping[str, float]:
    """What the pairs teach, drawn towards the prior as if that rested on `WORTH` pairs of one question."""
    prior = PRIORS[model][family]
    answered = sum(pair.counts for pair in pairs if pair.is_one)
    if not any(pair.is_one for pair in pairs) or all(pair.is_one for pair in pairs):
        return prior
    taught = _fitted(family, pairs, model)
    share = answered / (answered + WORTH)
    mixed = {name: round(share * taught.get(name, 0.0) + (1 - share) * prior.get(name, 0.0), 3) for name in {**prior, **taught}}
    return {name: weight for name, weight in mixed.items() if weight}


def _fitted(family: str, pairs: Sequence[Pair], model: str) -> Mapping[str, float]:
    evidence = [one for one in EVIDENCE[family] if model == "seeing" or one not in OF_THE_FIGURES]
    examples = Examples(
        np.array([[function(pair.left, pair.right) for function in evidence] for pair in pairs], dtype=np.float64),
        np.array([float(pair.is_one) for pair in pairs]),
        np.array([pair.counts for pair in pairs]),
    )
    found = fit(examples, signs=[1] * len(evidence), ridge=RIDGE)
    weights = {one.__name__: weight for one, weight in zip(evidence, found.weights, strict=True)}
    return {"bias": found.bias + LENIENCE[model], **weights}
