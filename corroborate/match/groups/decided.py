"""What people settled about claims, by the places that the claims have among the mentions of a story."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from corroborate.match.groups.mentions import Mention
from corroborate.model.decisions import Decisions, claim_key

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Settled:
    """Positions that must be one group, and pairs of positions, the smaller first, that must never be in one."""

    together: tuple[tuple[int, ...], ...] = ()
    apart: frozenset[Pair] = frozenset()


UNSETTLED = Settled()


def settle(mentions: Sequence[Mention], decided: Decisions, odds: Callable[[Mention, Mention], float]) -> Settled:
    """Find the claims that decisions speak of; what speaks of claims of other stories is left out.

    Two figures of one sentence written alike ("nine died and nine were hurt") share a key: meant is the one that fits the
    others of the decision best by `odds`.
    """
    if not decided.together and not decided.apart:
        return UNSETTLED
    places: defaultdict[str, list[int]] = defaultdict(list)
    for position, one in enumerate(mentions):
        places[claim_key(one.article.id, one.claim)].append(position)
    concerned = decided.among(places)
    meant = _meant(mentions, places, odds)
    together = _united(meant(keys, keys) for keys in concerned.together)
    apart = {
        (min(pair), max(pair))
        for left, right in concerned.apart
        for pair in product(meant(left, left), meant(right, right))
        if pair[0] != pair[1]
    }
    return Settled(together, frozenset(pair for pair in apart if not any(set(pair) <= set(one) for one in together)))


def _meant(
    mentions: Sequence[Mention], places: Mapping[str, list[int]], odds: Callable[[Mention, Mention], float]
) -> Callable[[Iterable[str], Iterable[str]], list[int]]:
    """The positions of keys, of several with one key that which fits the surely known of the company best."""

    def positions(keys: Iterable[str], company: Iterable[str]) -> list[int]:
        sure = [places[key][0] for key in sorted(company) if len(places[key]) == 1]
        return [
            max(places[key], key=lambda one: (sum(odds(mentions[one], mentions[other]) for other in sure), -one)) for key in sorted(keys)
        ]

    return positions


def _united(sets: Iterable[Iterable[int]]) -> tuple[tuple[int, ...], ...]:
    """Sets that share a member are one."""
    found: list[set[int]] = []
    for one in sets:
        new = set(one)
        for other in [other for other in found if other & new]:
            found.remove(other)
            new |= other
        found.append(new)
    return tuple(sorted(tuple(sorted(one)) for one in found if len(one) > 1))
