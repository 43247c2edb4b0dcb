"""Candidates: the only claims that are compared. Cost follows the number of candidates, not of all pairs."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

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


def candidates(mentions: Sequence[Mention]) -> dict[int, Collection[int]]:
    """Claims of one story that may answer one question: by the position of each, the positions of such behind it."""
    families: defaultdict[str, list[int]] = defaultdict(list)
    for position, one in enumerate(mentions):
        families[one.family].append(position)
    found: dict[int, Collection[int]] = {}
    for members in families.values():
        if len(members) <= FEW:
            found |= {position: members[place + 1 :] for place, position in enumerate(members)}
            continue
        found |= _sharing(mentions, members)
    return found


def _sharing(mentions: Sequence[Mention], members: Iterable[int]) -> dict[int, set[int]]:
    keys: defaultdict[str, list[int]] = defaultdict(list)
    found: dict[int, set[int]] = {}
    for position in members:
        found[position] = set()
        for key in _keys(mentions[position]):
            keys[key].append(position)
    for sharers in keys.values():
        for place, position in enumerate(sharers):
            found[position].update(sharers[place + 1 : place + 1 + CROWD])
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
