"""The rule that read a figure, in words: "money range in digits, scale carried back from the second end"."""

from collections.abc import Iterator

from corroborate.extract.neighbours import Word
from corroborate.extract.quantities.movements import movement_after
from corroborate.extract.quantities.occurrences import Occurrence, lowered
from corroborate.extract.quantities.wording import hedge_after
from corroborate.model.figures import Approx, Kind, Quantity, Role

SHARE = "share in words"
VAGUE = "vague plural"
LONGEST_SAID = 4


def rule_of(at: Occurrence, kind: Kind, quantity: Quantity) -> str:
    """What was read and why: the form of the amount, then each thing that the words around it told."""
    amount = at.amount
    form = f"{kind.value}{' range' if amount.high is not None else ''} in {'words' if amount.spelled else 'digits'}"
    return ", ".join((form, *_parts(at), *_hedge(at), *_role(at, quantity)))


def _parts(at: Occurrence) -> Iterator[str]:
    if at.amount.parts > 1:
        yield "told in parts"
    if at.amount.carried:
        yield at.amount.carried


def _hedge(at: Occurrence) -> Iterator[str]:
    if at.amount.high is not None or at.approx is Approx.EXACT:
        return
    if at.hedge is not None:
        yield f'hedged by "{_said(at.before[len(at.lead) :])}"'
        return
    later = hedge_after(lowered(at.after[:4]))
    yield f'hedged by "{_said(at.after[: later[1]])}" behind it' if later else "hedged by the mark in front"


def _role(at: Occurrence, quantity: Quantity) -> Iterator[str]:
    movement = at.movement
    if quantity.role is Role.CHANGE:
        if movement is not None and movement.direction == quantity.direction:
            yield f'change told by "{_moving(at, movement.place)}"'
        elif at.amount.sign:
            yield "change told by its sign"
        elif movement_after(at.after):
            yield "change told behind it"
    elif movement is not None and movement.preposition == "to" and movement.direction:
        yield f'level reached, told by "{_moving(at, movement.place)}"'
    if quantity.per:
        yield f'rate per "{quantity.per}"'
    elif quantity.role is Role.SHARE:
        yield "share of what follows"


def _moving(at: Occurrence, place: int) -> str:
    """The verb with what stands between it and the figure: "were down", "raised rates by"."""
    return _said(at.lead[place : place + LONGEST_SAID])


def _said(words: tuple[Word, ...]) -> str:
    return " ".join(word.text for word in words)
