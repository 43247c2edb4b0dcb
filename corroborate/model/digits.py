"""Digits that changed places."""

from collections.abc import Sequence


def neighbours_swapped(one: Sequence[object], other: Sequence[object]) -> bool:
    """The digits differ in two that stand side by side and have changed places: 45 and 54, 138 and 183.

    >>> neighbours_swapped("138", "183")
    True
    """
    if len(one) != len(other):
        return False
    places = [place for place, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    return len(places) == 2 and places[1] == places[0] + 1 and one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]
