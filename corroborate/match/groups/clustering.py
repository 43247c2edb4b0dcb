"""Claims that answer one question: agglomerative clustering of scored pairs under constraints, the same in any input order."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush

from corroborate.match.groups.blocking import candidate_pairs
from corroborate.match.groups.dissenters import join_dissenters
from corroborate.match.groups.mentions import Mention
from corroborate.match.groups.questions import question
from corroborate.match.groups.scoring import NEVER, log_odds
from corroborate.model.figures import Kind, Quantity
from corroborate.model.ids import content_id
from corroborate.model.stories import ClaimGroup

THRESHOLD = 0.0
"""Mean log-odds between two clusters above which they are joined."""

UNSEEN = -1.0
"""Log-odds assumed of a pair that no candidate key brought together."""

Pair = tuple[int, int]


def claim_groups(story: str, mentions: Sequence[Mention]) -> tuple[ClaimGroup, ...]:
    """Group the claims of one story; each claim is in exactly one group."""
    ordered = sorted(mentions, key=lambda one: one.key)
    scores = {pair: log_odds(ordered[pair[0]], ordered[pair[1]]) for pair in candidate_pairs(ordered)}
    clusters = join_dissenters(ordered, cluster(len(ordered), scores))
    return tuple(_group(story, [ordered[position] for position in members]) for members in clusters)


def cluster(size: int, scores: Mapping[Pair, float]) -> list[list[int]]:
    """Average-link clustering: the best pair of clusters joins first, and none that holds a forbidden pair ever does.

    `scores` are log-odds by pair (smaller position first); ties go to the smaller positions. Members are in order.
    """
    members = {position: [position] for position in range(size)}
    links: defaultdict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
    for (left, right), value in scores.items():
        links[left][right] = links[right][left] = (value, 1)
    heap = [(-value, left, right) for (left, right), value in scores.items() if value > THRESHOLD]
    heapify(heap)
    while heap:
        negative, left, right = heappop(heap)
        if left not in members or right not in members or _mean(members, links, left, right) != -negative:
            continue
        _join(members, links, left, right)
        for other in links[left]:
            value = _mean(members, links, left, other)
            if value > THRESHOLD:
                heappush(heap, (-value, min(left, other), max(left, other)))
    return sorted(sorted(found) for found in members.values())


def _mean(members: Mapping[int, list[int]], links: Mapping[int, dict[int, tuple[float, int]]], left: int, right: int) -> float:
    total, seen = links[left].get(right, (0.0, 0))
    if total == NEVER:
        return NEVER
    pairs = len(members[left]) * len(members[right])
    return (total + UNSEEN * (pairs - seen)) / pairs


def _join(members: dict[int, list[int]], links: dict[int, dict[int, tuple[float, int]]], left: int, right: int) -> None:
    """Put the right cluster into the left one and add up their links."""
    members[left] = members[left] + members.pop(right)
    del links[left][right]
    for other, (total, seen) in links.pop(right).items():
        if other == left:
            continue
        del links[other][right]
        before, number = links[left].get(other, (0.0, 0))
        links[left][other] = links[other][left] = (before + total, number + seen)


def _group(story: str, claims: Sequence[Mention]) -> ClaimGroup:
    anchor = claims[0]
    figure = anchor.claim.figure
    return ClaimGroup(
        id=content_id("g", story, anchor.claim.kind, anchor.article.id, anchor.claim.surface, anchor.phrase, _place(anchor)),
        story=story,
        question=question(claims),
        kind=_kind(claims),
        unit=figure.unit if isinstance(figure, Quantity) else None,
        claims=tuple(one.claim.id for one in claims),
    )


def _place(anchor: Mention) -> str:
    """Words of the anchor's clause: tell two claims of one article with one surface apart, whatever else changed in it."""
    return anchor.clause


def _kind(claims: Sequence[Mention]) -> Kind:
    kinds = [one.claim.kind for one in claims]
    return max(sorted(set(kinds)), key=kinds.count)
