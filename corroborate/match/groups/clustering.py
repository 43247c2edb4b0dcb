"""Claims that answer one question: agglomerative clustering of scored pairs under constraints, the same in any input order."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from heapq import heapify, heappop, heappush

from corroborate.match.groups.blocking import Candidates, candidates, pairing
from corroborate.match.groups.decided import UNSETTLED, Pair, Settled, settle
from corroborate.match.groups.dissenters import join_dissenters
from corroborate.match.groups.mentions import Mention
from corroborate.match.groups.questions import question
from corroborate.match.groups.scoring import NEVER, log_odds, speaking_for
from corroborate.match.groups.twins import Twins
from corroborate.model.decisions import UNDECIDED, Decisions
from corroborate.model.figures import Kind, Quantity
from corroborate.model.ids import content_id
from corroborate.model.stories import ClaimGroup

THRESHOLD = 0.0
"""Mean log-odds between two clusters above which they are joined."""

UNSEEN = -1.0
"""Log-odds assumed of a pair that no candidate key brought together."""

FAMILY, CHAINS, CHAIN, GROUP = "family", "chains", "chain", "group"
"""What is remembered with the first claim of each, until the story's claims are others."""

Claims = tuple[Mention, ...]

Chain = tuple[Sequence[int], int]
"""Claims that are tied together, by their places, and how many pairs of them speak for one question."""


def claim_groups(story: str, mentions: Sequence[Mention], decided: Decisions = UNDECIDED) -> tuple[ClaimGroup, ...]:
    """Group the claims of one story; each claim is in exactly one group, and what people decided holds."""
    ordered = sorted(mentions, key=lambda one: one.key)
    settled = settle(ordered, decided, log_odds)
    found = _settled(ordered, settled) if settled.together or settled.apart else _by_family(ordered)
    taken: Counter[tuple[str, ...]] = Counter()
    return tuple(_group(story, _identity(members[0], taken), members) for members in found)


def _settled(mentions: Sequence[Mention], settled: Settled) -> list[Claims]:
    """What people settled may bring any claims together: all of them are gone through at once."""
    clusters = join_dissenters(mentions, cluster(len(mentions), tied_scores(mentions, settled), settled), settled.apart)
    return [tuple(mentions[position] for position in members) for members in clusters]


def _by_family(mentions: Sequence[Mention]) -> list[Claims]:
    """Claims of two families never meet: of those that gained no claim is known how they come together."""
    families: defaultdict[str, list[Mention]] = defaultdict(list)
    for one in mentions:
        families[one.family].append(one)
    found = [told for one in families.values() for told in one[0].remembered(FAMILY, tuple(one), _clustered)]
    return sorted(found, key=lambda members: members[0].key)


def _clustered(mentions: Claims) -> list[Claims]:
    """The clusters of one family. Each chain of claims is gone through by itself, unless it is known how it comes apart."""
    every, paired = cache(partial(candidates, mentions)), pairing(len(mentions))
    clusters: list[Sequence[int]] = []
    for chain, speaking in _known_chains(mentions):
        if speaking == len(chain) * (len(chain) - 1) // 2:
            # Whatever would join first, everything speaks for all the rest.
            clusters.append(chain)
            continue
        told = tuple(mentions[position] for position in chain)
        parted = told[0].remembered(CHAIN, (told, paired or _written(every(), chain)), partial(_parted, every, chain))
        clusters += [[chain[place] for place in members] for members in parted]
    return [tuple(mentions[position] for position in members) for members in join_dissenters(mentions, clusters)]


def _known_chains(mentions: Claims) -> list[Chain]:
    """The chains of one family; what ties claims that were there the last time is known."""
    places = {one: position for position, one in enumerate(mentions)}
    before: tuple[Claims, list[tuple[Claims, int]]] = mentions[0].worked.get(CHAINS, ((), []))
    told, known = before if _are_paired_as_before(before[0], places) else ((), [])
    new = set(range(len(mentions))).difference(places[one] for one in told)
    tied = [([places[one] for one in chain], speaking) for chain, speaking in known]
    chains = _chains(mentions, candidates(mentions, new), tied)
    mentions[0].worked[CHAINS] = mentions, [(tuple(mentions[position] for position in chain), speaking) for chain, speaking in chains]
    return chains


def _are_paired_as_before(before: Claims, places: Mapping[Mention, int]) -> bool:
    """Claims that were there the last time are candidates of each other as they were then; in a crowd only if all others came later."""
    paired = pairing(len(places))
    if paired != pairing(len(before)) or not places.keys() >= set(before):
        return False
    return paired is not None or all(places[one] == place for place, one in enumerate(before))


def _parted(every: Callable[[], Candidates], chain: Sequence[int], of: tuple[Claims, object]) -> list[list[int]]:
    told = of[0]
    return cluster(len(told), {(left, right): log_odds(told[left], told[right]) for left, right in _pairs_within(every(), chain)})


def _written(found: Candidates, chain: Sequence[int]) -> bytes:
    return array("L", (number for pair in _pairs_within(found, chain) for number in pair)).tobytes()


def _pairs_within(found: Candidates, chain: Sequence[int]) -> list[Pair]:
    """The candidate pairs of a chain, by their places in it."""
    place = {position: number for number, position in enumerate(chain)}
    return [(number, place[other]) for position, number in place.items() for other in found[position] if other in place]


def tied_scores(mentions: Sequence[Mention], settled: Settled) -> dict[Pair, float]:
    """The log-odds of the candidate pairs on which clusters can depend.

    Two clusters join only where some pair speaks for it: claims that no chain of such pairs ties together never meet.
    """
    found = candidates(mentions)
    return {
        (chain[left], chain[right]): log_odds(mentions[chain[left]], mentions[chain[right]])
        for chain, _ in _chains(mentions, found, [(one, 0) for one in settled.together])
        for left, right in _pairs_within(found, chain)
    }


def _chains(mentions: Sequence[Mention], found: Candidates, known: Iterable[Chain]) -> list[Chain]:
    """The claims that pairs which speak for one question tie together, in order; what other pairs than those found tie is known."""
    tied, speaking = list(range(len(mentions))), [0] * len(mentions)
    for chain, pairs in known:
        _tie(tied, *chain)
        speaking[chain[0]] = pairs
    twins = Twins(mentions)
    for left, others in found.items():
        for right in speaking_for(mentions, left, others, twins):
            _tie(tied, left, right)
            speaking[left] += 1
    chains: defaultdict[int, list[int]] = defaultdict(list)
    for position in range(len(tied)):
        chains[_root(tied, position)].append(position)
    return [(chain, sum(speaking[position] for position in chain)) for chain in chains.values()]


def _tie(tied: list[int], first: int, *others: int) -> None:
    for other in others:
        left, right = _root(tied, first), _root(tied, other)
        tied[max(left, right)] = min(left, right)


def _root(tied: Sequence[int], position: int) -> int:
    while tied[position] != position:
        position = tied[position]
    return position


def cluster(size: int, scores: Mapping[Pair, float], settled: Settled = UNSETTLED) -> list[list[int]]:
    """Average-link clustering: the best pair of clusters joins first, and none that holds a forbidden pair ever does.

    `scores` are log-odds by pair (smaller position first); ties go to the smaller positions. Members are in order. What is
    settled holds whatever the scores: a claim may then join a settled group if any of its members lets it.
    """
    members, links = _begun(size, scores, settled)
    heap = [entry for left in members for entry in _entries(members, links, left) if entry[1] == left]
    heapify(heap)
    while heap:
        negative, left, right = heappop(heap)
        if left not in members or right not in members or _mean(members, links, left, right) != -negative:
            continue
        _join(members, links, left, right)
        for entry in _entries(members, links, left):
            heappush(heap, entry)
    return sorted(sorted(found) for found in members.values())


def _entries(
    members: Mapping[int, list[int]], links: Mapping[int, dict[int, tuple[float, int]]], one: int
) -> Iterator[tuple[float, int, int]]:
    """The clusters for which more speaks than against joining one, as they are put into the heap."""
    size = len(members[one])
    for other, (total, seen) in links.get(one, {}).items():
        # A mean is above only where the sum is: what was not seen speaks against.
        if total > THRESHOLD:
            pairs = size * len(members[other])
            mean = (total + UNSEEN * (pairs - seen)) / pairs
            if mean > THRESHOLD:
                yield (-mean, one, other) if one < other else (-mean, other, one)


def _begun(
    size: int, scores: Mapping[Pair, float], settled: Settled
) -> tuple[dict[int, list[int]], defaultdict[int, dict[int, tuple[float, int]]]]:
    """The clusters to begin with, each under its first member, and the links between them: sums of scores, numbers of pairs."""
    home = {position: one[0] for one in settled.together for position in one}
    members: dict[int, list[int]] = {}
    for position in range(size):
        members.setdefault(home.get(position, position), []).append(position)
    links: defaultdict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
    if not home and not settled.apart:
        for (left, right), value in scores.items():
            links[left][right] = links[right][left] = (value, 1)
        return members, links
    for (first, second), value in scores.items():
        left, right = home.get(first, first), home.get(second, second)
        total, seen = links[left].get(right, (0.0, 0))
        if left == right or (value == NEVER and seen and total != NEVER):
            continue
        links[left][right] = links[right][left] = (value, 1) if total == NEVER else (total + value, seen + 1)
    for first, second in settled.apart:
        left, right = home.get(first, first), home.get(second, second)
        links[left][right] = links[right][left] = (NEVER, 1)
    return members, links


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


def _identity(anchor: Mention, taken: Counter[tuple[str, ...]]) -> str:
    """A group goes by its first claim, whatever story it is told in: the figure, and the clause around it.

    The clause tells two claims of one article with one surface apart, whatever else changed in it; `taken` counts those
    that even their clauses do not tell apart.
    """
    name = (anchor.claim.kind, anchor.article.id, anchor.claim.surface, anchor.clause)
    taken[name] += 1
    return content_id("g", *name, taken[name])


def _group(story: str, identity: str, claims: Claims) -> ClaimGroup:
    return claims[0].remembered(GROUP, (story, identity, claims), _made)


def _made(of: tuple[str, str, Claims]) -> ClaimGroup:
    story, identity, claims = of
    figure = claims[0].claim.figure
    return ClaimGroup(
        id=identity,
        story=story,
        question=question(claims),
        kind=_kind(claims),
        unit=figure.unit if isinstance(figure, Quantity) else None,
        claims=tuple(one.claim.id for one in claims),
    )


def _kind(claims: Sequence[Mention]) -> Kind:
    kinds = [one.claim.kind for one in claims]
    return max(sorted(set(kinds)), key=kinds.count)
