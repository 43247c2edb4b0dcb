"""Candidates: the only claims that are compared. Cost follows the number of candidates, not of all pairs."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set

from corroborate.match.groups.mentions import Mention
from corroborate.model.figures import Period, Quantity

CROWD = 150
"""A claim is paired with so many later ones that share a key, so that a crowded key costs no more than its claims."""

FEW = 60
"""Up to so many claims of one family in a story, every pair is a candidate."""


def pairing(size: int) -> str | None:
    """By what claims of a family of that size are paired; None where in a crowd it hangs on all of them whether two are."""
    if size <= FEW:
        return "each with each"
    return "by keys" if size <= CROWD + 1 else None


Candidates = Mapping[int, Collection[int]]
"""By the position of a claim the positions of such behind it as may answer one question with it."""


def candidates(mentions: Sequence[Mention], new: Set[int] | None = None) -> Candidates:
    """Claims of one story that may answer one question. Where some are `new`, only pairs with one of them."""
    families: defaultdict[str, list[int]] = defaultdict(list)
    for position, one in enumerate(mentions):
        families[one.family].append(position)
    found: dict[int, Collection[int]] = {}
    for members in families.values():
        fresh = members if new is None else [one for one in members if one in new]
        if len(members) > FEW:
            found |= _sharing(mentions, members, frozenset(fresh))
            continue
        held = frozenset(fresh)
        found |= {one: members[place + 1 :] if one in held else fresh[bisect(fresh, one) :] for place, one in enumerate(members)}
    return found


def _sharing(mentions: Sequence[Mention], members: Iterable[int], fresh: Set[int]) -> dict[int, set[int]]:
    keys: defaultdict[str, list[int]] = defaultdict(list)
    found: dict[int, set[int]] = {}
    for position in members:
        found[position] = set()
        for key in _keys(mentions[position]):
            keys[key].append(position)
    for sharers in keys.values():
        new = [place for place, position in enumerate(sharers) if position in fresh]
        for place, position in enumerate(sharers if new else ()):
            last = place + CROWD
            behind = range(place + 1, min(last + 1, len(sharers))) if position in fresh else new[bisect(new, place) : bisect(new, last)]
            found[position].update(map(sharers.__getitem__, behind))
    return found


def _keys(one: Mention) -> Iterator[str]:
    """What a claim can be found by: its thing, fate, value, days, event and its three rarest words."""
    if one.thing is not None:
        yield f"thing {one.thing}"
    yield from (f"fate {fate}" for fate in one.fates)
    figure = one.claim.figure
    if isinstance(figure, Quantity) and figure.value is not None:
        yield f"value {figure.value.normalize()}"
    if isinstance(figure, Period):
        yield f"days {figure.range.low} {figure.range.high}"
        yield from (f"event {event}" for event in one.events[:2])
    yield from (f"word {word}" for word in sorted(one.words, key=lambda word: (-one.words[word], word))[:3])
