"""Candidate pairs: the only claims that are compared. Cost follows the number of candidates, not of all pairs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from corroborate.match.groups.mentions import Mention
from corroborate.model.figures import Period, Quantity

CROWD = 150
"""A claim is paired with so many later ones that share a key, so that a crowded key costs no more than its claims."""

FEW = 60
"""Up to so many claims of one family in a story, every pair is a candidate."""


def candidate_pairs(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Positions of claims of one story that may answer one question, each pair once, in order."""
    families: defaultdict[str, list[int]] = defaultdict(list)
    for position, one in enumerate(mentions):
        families[one.family].append(position)
    pairs: set[tuple[int, int]] = set()
    for members in families.values():
        if len(members) <= FEW:
            pairs.update(combinations(members, 2))
            continue
        pairs.update(_sharing(mentions, members))
    return iter(sorted(pairs))


def _sharing(mentions: Sequence[Mention], members: Iterable[int]) -> Iterator[tuple[int, int]]:
    keys: defaultdict[str, list[int]] = defaultdict(list)
    for position in members:
        for key in _keys(mentions[position]):
            keys[key].append(position)
    for sharers in keys.values():
        for place, position in enumerate(sharers):
            yield from ((position, other) for other in sharers[place + 1 : place + 1 + CROWD])


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
