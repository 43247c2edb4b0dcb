"""What keeps two claims apart, however alike they look. Each function returns its reason, or None."""

from collections.abc import Callable

from corroborate.match.mentions import Mention
from corroborate.match.thesaurus import EXCLUSIVE
from corroborate.model.figures import Period, Quantity, Role

APART = frozenset({"earlier", "previously-reported", "capacity", "average"})
"""Scopes that make another claim even where the other side says nothing of scope."""


def kind_differs(left: Mention, right: Mention) -> str | None:
    """Figures of different kind or unit answer different questions."""
    return None if left.family == right.family else f"{left.family} against {right.family}"


def role_differs(left: Mention, right: Mention) -> str | None:
    """A level, a change, a share and a rate are never compared with each other."""
    first, second = left.claim.figure, right.claim.figure
    if not isinstance(first, Quantity) or not isinstance(second, Quantity):
        return None
    if _role(first) != _role(second):
        return f"{first.role} against {second.role}"
    return None if first.per == second.per else f"per {first.per} against per {second.per}"


def scope_differs(left: Mention, right: Mention) -> str | None:
    """A figure of an earlier event, an average or a capacity is not the event's own figure."""
    odd = left.scope ^ right.scope
    return f"scope: {', '.join(sorted(odd))}" if odd & APART else None


def fate_differs(left: Mention, right: Mention) -> str | None:
    """The dead are not the injured."""
    first, second = left.fates & EXCLUSIVE, right.fates & EXCLUSIVE
    return f"{', '.join(first)} against {', '.join(second)}" if first and second and first != second else None


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
        return first.range.meets(second.range) or _rounds(first, second) or _rounds(second, first)
    if isinstance(first, Period) and isinstance(second, Period):
        return first.range.meets(second.range)
    return True


def _role(figure: Quantity) -> Role:
    return Role.LEVEL if figure.role is Role.SHARE and figure.unit is None else figure.role


def _rounds(fine: Quantity, coarse: Quantity) -> bool:
    if fine.value is None or coarse.value is None or coarse.grain <= fine.grain:
        return False
    return abs(fine.value - coarse.value) < coarse.grain


Constraint = Callable[[Mention, Mention], str | None]

CONSTRAINTS: tuple[Constraint, ...] = (kind_differs, role_differs, scope_differs, fate_differs, same_sentence, same_article_excludes)


def forbidden(left: Mention, right: Mention) -> str | None:
    """The first reason for which the two can never be in one group."""
    return next((reason for constraint in CONSTRAINTS if (reason := constraint(left, right)) is not None), None)
