"""Groups that only a missing slot keeps apart: a person may say whether they answer one question."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from corroborate.match.groups.mentions import Mention
from corroborate.match.groups.scoring import NEVER, log_odds, score
from corroborate.model.decisions import UNDECIDED, Decisions, claim_key
from corroborate.model.stories import ClaimGroup, Suggestion

DOUBTFUL = -2.5
"""Log odds below which two groups are hardly about one thing."""

LARGEST = 15
"""Groups of a family that are looked at, those of most claims first."""

MOST = 5
"""Suggestions of a story, the likeliest."""

TOLD = 2
"""Sentences that speak for a suggestion, the strongest."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two groups, what only one of them says, and the log odds of their first claims."""

    left: str
    right: str
    lacking: str
    odds: float
    claims: tuple[Mention, Mention]


def suggestions(mentions: Sequence[Mention], groups: Sequence[ClaimGroup], decided: Decisions = UNDECIDED) -> tuple[Suggestion, ...]:
    """Pairs of a story's groups that were left apart because one side does not say enough, likeliest first.

    What a person decided to be two questions is not suggested again.
    """
    told = {one.claim.id: one for one in mentions}
    apart = _kept_apart(told, groups, decided)
    families: defaultdict[str, list[ClaimGroup]] = defaultdict(list)
    for group in groups:
        families[told[group.claims[0]].family].append(group)
    found = [one for family in families.values() for one in _doubtful(told, family) if {one.left, one.right} not in apart]
    found.sort(key=lambda one: (-one.odds, one.left, one.right))
    return tuple(Suggestion(one.left, one.right, one.lacking, score(*one.claims).reasons[:TOLD]) for one in found[:MOST])


def _doubtful(told: dict[str, Mention], groups: Sequence[ClaimGroup]) -> Iterator[Doubt]:
    largest = sorted(groups, key=lambda one: (-len(one.claims), one.id))[:LARGEST]
    for left, right in combinations(largest, 2):
        first, second = told[left.claims[0]], told[right.claims[0]]
        if first.article.outlet == second.article.outlet or (lacking := missing_slot(first, second)) is None:
            continue
        odds = log_odds(first, second)
        if odds != NEVER and odds > DOUBTFUL:
            low, high = sorted((left.id, right.id))
            yield Doubt(low, high, lacking, odds, (first, second))


def _kept_apart(told: Mapping[str, Mention], groups: Sequence[ClaimGroup], decided: Decisions) -> list[set[str]]:
    """Pairs of groups of which each holds a claim of either side of a decision."""
    if not decided.apart:
        return []
    keys = {group.id: {claim_key(told[claim].article.id, told[claim].claim) for claim in group.claims} for group in groups}
    found = []
    for sides in decided.apart:
        left, right = ([group for group, held in keys.items() if held & side] for side in sides)
        found += [{one, other} for one, other in product(left, right)]
    return found


def missing_slot(left: Mention, right: Mention) -> str | None:
    """What one of two claims says and the other leaves out: "only one says what befell those counted"."""
    lacking = (
        ("what is counted or paid for", left.thing is None, right.thing is None),
        ("what befell those counted", not left.fates, not right.fates),
        ("of which days the figure is", left.claim.period is None, right.claim.period is None),
        ("who did it", left.claim.deed.actor is None, right.claim.deed.actor is None),
    )
    return next((f"only one says {slot}" for slot, first, second in lacking if first != second), None)
