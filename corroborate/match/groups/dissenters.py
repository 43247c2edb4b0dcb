"""The outlet that has it otherwise: clusters that nothing but their figures keeps apart answer one question.

Clustering rewards equal figures, so a figure that is wrong, old or mistyped ends up alone. What brings it back is
everything but the figure, and coverage: its outlets say nothing else in answer to the question, and the others nothing else.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import product

from corroborate.match.groups.clauses import BACKGROUND
from corroborate.match.groups.constraints import forbidden
from corroborate.match.groups.mentions import Mention
from corroborate.match.groups.scoring import blind_odds
from corroborate.model.figures import Granularity, Period, Quantity

APART = frozenset({"earlier", "forecast"})
MOST_CLUSTERS = 40
MOST_MEMBERS = 12
SIZE = 4.0
SLIPS = (10.0, 1000.0, 1000000.0)

KEPT = 1 << 14
"""Sentences of which is remembered whether they look back."""

ELSEWHERE = 2.0
"""Log-odds for one question of two figures that are all but equal, where no outlet gives both."""

CLUSTER = "cluster"


@dataclass(frozen=True, eq=False)
class Cluster:
    """Claims that are already held to answer one question, and who makes them; `odds` remembers what speaks for it being one with
    another.
    """

    told: tuple[Mention, ...]
    outlets: frozenset[str]
    odds: dict["Cluster", float] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def stands_aside(self) -> bool:
        """Some claim is of another time, or of none: it dissents from nothing."""
        return any(one.scope & APART or "dateline" in one.events or _looks_back(one.claim.sentence.text) for one in self.told)

    @cached_property
    def by_outlet(self) -> Mapping[str, Sequence[Mention]]:
        """The claims of each outlet."""
        found: defaultdict[str, list[Mention]] = defaultdict(list)
        for one in self.told:
            found[one.article.outlet].append(one)
        return found

    @cached_property
    def sizes(self) -> frozenset[float]:
        """The numbers that its first claims give: hardly more than one or two, for they answer one question."""
        figures = (one.claim.figure for one in self.told[:MOST_MEMBERS])
        return frozenset(abs(float(one.value)) for one in figures if isinstance(one, Quantity) and one.value is not None)

    @cached_property
    def has_days(self) -> bool:
        """Some of its first claims is a day written as a day."""
        figures = (one.claim.figure for one in self.told[:MOST_MEMBERS])
        return any(isinstance(one, Period) and one.granularity is Granularity.DAY for one in figures)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the clauses of its first claims."""
        return frozenset().union(*(one.words for one in self.told[:MOST_MEMBERS]))

    @cached_property
    def tells_fate(self) -> bool:
        """Some claim says what befell those counted."""
        return any(one.fates for one in self.told)

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """What narrows the thing in any of the claims."""
        return frozenset().union(*(one.modifiers for one in self.told))


Places = Mapping[Mention, int]
Apart = frozenset[frozenset[Mention]]


def join_dissenters(
    mentions: Sequence[Mention], clusters: Sequence[Sequence[int]], apart: frozenset[tuple[int, int]] = frozenset()
) -> list[list[int]]:
    """The clusters with each dissenting one put into the one it dissents from; members in order.

    `apart` are pairs of positions that people hold apart.
    """
    families: defaultdict[str, list[Cluster]] = defaultdict(list)
    for members in clusters:
        told = tuple(mentions[position] for position in members)
        families[told[0].family].append(_cluster(told))
    places = {one: position for position, one in enumerate(mentions)}
    held = frozenset(frozenset(mentions[position] for position in pair) for pair in apart)
    joined = [cluster for found in families.values() for cluster in _joined(found, places, held)]
    return sorted(sorted(places[one] for one in cluster.told) for cluster in joined)


def _cluster(told: tuple[Mention, ...]) -> Cluster:
    """That of some claims: as long as they are the same it is known what speaks for its being one with others."""
    return told[0].remembered((CLUSTER, len(told)), told, _made)


def _made(told: tuple[Mention, ...]) -> Cluster:
    return Cluster(told, frozenset(one.article.outlet for one in told))


def _joined(clusters: Sequence[Cluster], places: Places, apart: Apart) -> list[Cluster]:
    def rank(one: Cluster) -> tuple[int, int]:
        return -len(one.outlets), places[one.told[0]]

    left = sorted(clusters, key=rank)
    while (best := max(_candidates(left[:MOST_CLUSTERS], apart), key=lambda found: found[0], default=None)) is not None:
        _, host, guest = best
        kept = [one for one in left if one is not host and one is not guest]
        left = sorted([*kept, _cluster(tuple(sorted(host.told + guest.told, key=places.__getitem__)))], key=rank)
    return left


def _candidates(clusters: Sequence[Cluster], apart: Apart) -> Iterator[tuple[float, Cluster, Cluster]]:
    """Pairs that may be one, the better told first, with their log-odds; each pair at most once."""
    for place, host in enumerate(clusters):
        for guest in clusters[place + 1 :]:
            odds = host.odds.get(guest)
            if odds is None:
                may_be_one = _is_opposed(host, guest) and not guest.stands_aside and _may_share(host, guest) and _may_be_one(host, guest)
                odds = host.odds[guest] = _value_free(host, guest) + _told_elsewhere(host, guest) if may_be_one else 0.0
            if odds > 0 and not _held_apart(host, guest, apart):
                yield odds, host, guest


def _may_share(host: Cluster, guest: Cluster) -> bool:
    """No outlet says both, unless in one article and as the word of two sources: "police said 23, the hospital 28"."""
    return all(_quotes_two(host, guest, outlet) for outlet in host.outlets & guest.outlets)


def _quotes_two(host: Cluster, guest: Cluster, outlet: str) -> bool:
    left, right = host.by_outlet[outlet], guest.by_outlet[outlet]
    return all(
        one.article.id == other.article.id and one.voice is not None and other.voice is not None and one.voice != other.voice
        for one in left
        for other in right
    )


def _held_apart(host: Cluster, guest: Cluster, apart: Apart) -> bool:
    return bool(apart) and any(frozenset(pair) in apart for pair in product(host.told, guest.told))


def _is_opposed(host: Cluster, guest: Cluster) -> bool:
    """There is something to dissent from: a figure that several outlets have, or another number than the guest's."""
    return len(host.outlets) > 1 or (bool(host.sizes) and host.sizes.isdisjoint(guest.sizes))


def _may_be_one(host: Cluster, guest: Cluster) -> bool:
    return not _narrowed_otherwise(host, guest) and _comparable(host, guest) and not _is_kept_apart(host, guest)


def _is_kept_apart(host: Cluster, guest: Cluster) -> bool:
    """A constraint speaks against some pair; where members of a cluster tell of their scope differently, those told alike count."""
    told = host.told[:MOST_MEMBERS]
    for right in guest.told[:MOST_MEMBERS]:
        alike = [left for left in told if left.scope == right.scope] or told
        if any(forbidden(left, right) for left in alike):
            return True
    return False


def _narrowed_otherwise(host: Cluster, guest: Cluster) -> bool:
    """Food prices are not energy prices."""
    return bool(host.modifiers) and bool(guest.modifiers) and host.modifiers.isdisjoint(guest.modifiers)


def _comparable(host: Cluster, guest: Cluster) -> bool:
    """Two of the figures are of one size, or one is a slip for the other; days are written as days."""
    return (host.has_days and guest.has_days) or any(_of_one_size(*sizes) for sizes in product(host.sizes, guest.sizes))


def _of_one_size(left: float, right: float) -> bool:
    small, large = (left, right) if left < right else (right, left)
    return small > 0 and (large <= SIZE * small or any(small * factor == large for factor in SLIPS))


@lru_cache(maxsize=KEPT)
def _looks_back(sentence: str) -> bool:
    """Something in the sentence is told of another time."""
    return BACKGROUND.search(sentence) is not None


def _value_free(host: Cluster, guest: Cluster) -> float:
    """The mean, over the dissenting claims, of the log-odds with the claim most like each, whatever the figures."""
    told = guest.told[:MOST_MEMBERS]
    return sum(max(blind_odds(left, right) for left in host.told[:MOST_MEMBERS]) for right in told) / len(told)


def _told_elsewhere(host: Cluster, guest: Cluster) -> float:
    """What speaks for one question where no outlet gives both figures: the more, the nearer they are to each other.

    Nothing where they have no word in common, or where only one says what befell those counted.
    """
    if host.outlets & guest.outlets or host.words.isdisjoint(guest.words) or host.tells_fate != guest.tells_fate:
        return 0.0
    nearness = (min(pair) / max(pair) for pair in product(host.sizes, guest.sizes) if min(pair) < max(pair))
    return ELSEWHERE * max(nearness, default=0.0) ** 2
