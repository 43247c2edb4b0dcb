"""Whether the figures of two claims may be one, and how telling that is."""

from corroborate.match.groups.mentions import Mention
from corroborate.match.groups.numbers import fit, meet, rounds_off
from corroborate.model.figures import Period


def values_meet(left: Mention, right: Mention) -> bool:
    """Both figures may stand for one true value; ranks and parties always may."""
    if left.numbers is not None and right.numbers is not None:
        return meet(left.numbers, right.numbers)
    first, second = left.claim.figure, right.claim.figure
    if isinstance(first, Period) and isinstance(second, Period):
        return first.range.meets(second.range)
    return True


def is_rounding(left: Mention, right: Mention) -> bool:
    """One article says 752 services, and further down 750: it has rounded its own figure."""
    return left.numbers is not None and right.numbers is not None and rounds_off(left.numbers, right.numbers)


def figures_fit(left: Mention, right: Mention) -> float:
    """How telling it is that two figures may be the same: 0 where they cannot be, 1 and more for many shared digits."""
    if left.numbers is None or right.numbers is None:
        return 0.0
    return fit(left.numbers, right.numbers)
