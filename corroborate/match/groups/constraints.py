"""What keeps two claims apart, however alike they look. Each function returns its reason, or None."""

from collections.abc import Callable
from math import log10

from corroborate.match.groups.mentions import Mention
from corroborate.match.groups.thesaurus import EXCLUSIVE
from corroborate.model.figures import Approx, Period, Quantity, Role

APART = frozenset({"earlier", "previously-reported", "capacity", "average", "population"})
"""Scopes that make another claim even where the other side says nothing of scope."""

APART_UNLESS_EQUAL = frozenset(
    {
        "alone", "annual", "monthly", "weekly", "daily", "hourly", "part", "worldwide", "nationwide", "statewide", "regionwide", "citywide",
        "groupwide", "combined", "first-half", "second-half", "nine-months",
    }
)  # fmt: skip
"""Scopes that make another claim unless the figures themselves are the same."""

EXTENTS = frozenset({"worldwide", "nationwide", "statewide", "regionwide", "citywide", "groupwide", "combined"})
"""Scopes that say no more than what a figure without them may cover all the same."""

AGE = "age"
MEETING = 0.15
"""Fit of two figures below which they do not tell that both may be one."""

TELLING = 0.6
"""Fit of two figures from which a different role is more likely a slip of reading."""


def kind_differs(left: Mention, right: Mention) -> str | None:
    """Figures of different kind or unit answer different questions."""
    return None if left.family == right.family else f"{left.family} against {right.family}"


def role_differs(left: Mention, right: Mention) -> str | None:
    """A level, a change, a share and a rate are never compared with each other."""
    first, second = left.claim.figure, right.claim.figure
    if not isinstance(first, Quantity) or not isinstance(second, Quantity):
        return None
    if (first.role is second.role and first.per == second.per) or fit(left, right) >= TELLING:
        return None
    # "48 percent of voters" is "turnout of 48 percent", and inflation at 7.2 percent that prices rose by as much.
    if left.family.startswith("percent") and first.per == second.per and _is_one_percentage(first, second):
        return None
    return f"{first.role} against {second.role}" if first.role is not second.role else f"per {first.per} against per {second.per}"


def _is_one_percentage(first: Quantity, second: Quantity) -> bool:
    equal = first.value is not None and first.value == second.value
    return equal or {first.role, second.role} <= {Role.LEVEL, Role.SHARE}


def scope_differs(left: Mention, right: Mention) -> str | None:
    """A figure of an earlier event, an average or a capacity is not the event's own figure."""
    if ("dateline" in left.events) != ("dateline" in right.events):
        return "one is the dateline"
    odd = left.scope ^ right.scope
    meeting = fit(left, right) >= MEETING or (odd <= EXTENTS and values_meet(left, right))
    apart = odd & APART or (odd & APART_UNLESS_EQUAL and isinstance(left.claim.figure, Quantity) and not meeting)
    return f"scope: {', '.join(sorted(odd))}" if apart else None


def fate_differs(left: Mention, right: Mention) -> str | None:
    """The dead are not the injured."""
    first, second = left.fates & EXCLUSIVE, right.fates & EXCLUSIVE
    return f"{', '.join(first)} against {', '.join(second)}" if first and second and first != second else None


def other_person(left: Mention, right: Mention) -> str | None:
    """Ages belong to persons: two of one age must share a name."""
    if left.thing != AGE or right.thing != AGE:
        return None
    if fit(left, right) == 0:
        return "ages of two people"
    return None if set(left.claim.parties) & set(right.claim.parties) else "ages of people of other names"


def vague_of_another(left: Mention, right: Mention) -> str | None:
    """ "Millions of users" leaves room for any large figure: only the same thing counted joins it to one."""
    vague = any(isinstance(one.claim.figure, Quantity) and one.claim.figure.approx is Approx.VAGUE for one in (left, right))
    alike = (left.thing is not None and left.thing == right.thing) or left.fates & right.fates
    return "a vague figure of another thing" if vague and not alike else None


def same_sentence(left: Mention, right: Mention) -> str | None:
    """One sentence does not state one figure twice."""
    if left.claim.revision != right.claim.revision or left.claim.sentence.start != right.claim.sentence.start:
        return None
    return "both stand in one sentence"


def same_article_excludes(left: Mention, right: Mention) -> str | None:
    """An article does not contradict itself, unless it quotes two people."""
    if left.article.id != right.article.id:
        return None
    if left.claim.attribution.speaker != right.claim.attribution.speaker and left.thing == right.thing:
        return None
    return None if values_meet(left, right) else "one article gives both figures"


def values_meet(left: Mention, right: Mention) -> bool:
    """Both figures may stand for one true value; ranks and parties always may."""
    first, second = left.claim.figure, right.claim.figure
    if isinstance(first, Quantity) and isinstance(second, Quantity):
        same = first.value is not None and first.value == second.value
        return same or first.range.meets(second.range) or _rounds(first, second) or _rounds(second, first) or _touch(first, second)
    if isinstance(first, Period) and isinstance(second, Period):
        return first.range.meets(second.range)
    return True


def fit(left: Mention, right: Mention) -> float:
    """How telling it is that two figures may be the same: 0 where they cannot be, 1 and more for many shared digits."""
    first, second = left.claim.figure, right.claim.figure
    if not isinstance(first, Quantity) or not isinstance(second, Quantity) or not values_meet(left, right):
        return 0.0
    if first.value is not None and first.value == second.value:
        precision = float(len(first.value.normalize().as_tuple().digits))
    else:
        precision = _closeness(first, second)
    size = abs(float(first.value or second.value or 1))
    return min(1.4, max(0.0, 0.3 * precision - 0.1 + 0.1 * log10(size + 1) * min(1.0, precision)))


def _closeness(first: Quantity, second: Quantity) -> float:
    """Orders of magnitude by which the stretch that both figures span is smaller than the figures."""
    ends = [float(end) for figure in (first, second) for end in (figure.range.low, figure.range.high, figure.value) if end is not None]
    if not ends or max(ends) <= 0 or _is_open(first) or _is_open(second):
        return 0.0
    return -log10(max(1e-6, (max(ends) - min(ends)) / max(ends)))


def _is_open(figure: Quantity) -> bool:
    return figure.value is None and None in (figure.range.low, figure.range.high)


def _rounds(fine: Quantity, coarse: Quantity) -> bool:
    if fine.value is None or coarse.value is None or coarse.grain <= fine.grain:
        return False
    return abs(fine.value - coarse.value) < coarse.grain


def _touch(first: Quantity, second: Quantity) -> bool:
    """Neighbouring roundings of one figure: "more than 1,800" and "1,900"."""
    if first.value is None or second.value is None or first.grain != second.grain or first.grain < 10:
        return False
    return abs(first.value - second.value) <= first.grain <= max(abs(first.value), abs(second.value)) / 10


Constraint = Callable[[Mention, Mention], str | None]

CONSTRAINTS: tuple[Constraint, ...] = (
    kind_differs,
    role_differs,
    scope_differs,
    fate_differs,
    other_person,
    vague_of_another,
    same_sentence,
    same_article_excludes,
)


def forbidden(left: Mention, right: Mention) -> str | None:
    """The first reason for which the two can never be in one group."""
    return next((reason for constraint in CONSTRAINTS if (reason := constraint(left, right)) is not None), None)
