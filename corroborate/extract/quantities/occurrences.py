"""An amount where it occurs: its sentence around it, the hedge in front, the movement told."""

from collections.abc import Sequence
from dataclasses import dataclass

from corroborate.extract.lexicon import words
from corroborate.extract.neighbours import Word, words_after, words_before
from corroborate.extract.quantities.amounts import Amount
from corroborate.extract.quantities.movements import Movement, movement_before
from corroborate.extract.quantities.wording import hedge_after, hedge_before
from corroborate.model.claims import Span
from corroborate.model.figures import Approx, Kind, Quantity


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity, where it stands, and the rule that read it."""

    span: Span
    kind: Kind
    quantity: Quantity
    rule: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An amount and the words of its sentence; `lead` is what stands before the amount and its hedge."""

    text: str
    amount: Amount
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    lead: tuple[Word, ...]
    hedge: Approx | None
    movement: Movement | None

    @property
    def previous(self) -> str:
        """The word right before the amount, in lower case."""
        return self.before[-1].lower if self.before else ""

    @property
    def approx(self) -> Approx:
        """How the wording hedges the amount."""
        if self.amount.high is not None:
            return Approx.BETWEEN
        if self._is_span_of_time() or self._is_place():
            return Approx.EXACT
        if self.hedge is not None:
            return self.hedge
        if self.text[max(0, self.amount.start - 1) : self.amount.start] in ("~", "≈", "∼"):
            return Approx.ABOUT
        later = hedge_after(lowered(self.after[:4]))
        return later[0] if later else Approx.EXACT

    def _is_place(self) -> bool:
        """ "the storm moved over three islands": writers hedge small numbers in words with "more than"."""
        amount = self.amount
        if self.after and self.after[0].lower == "times":
            return False
        near = self.previous in _PLACES and amount.spelled and amount.unit is None and amount.number.value <= LARGEST_SPELLED
        return near and bool(self.lead) and self.lead[-1].lower not in _LASTING

    def _is_span_of_time(self) -> bool:
        """ "28 flights over six weeks": in the course of them, and not more than them."""
        unit = self.amount.unit
        hedging = self.before[len(self.lead) :]
        if unit is None or unit.kind is not Kind.DURATION or unit.aged or not hedging or hedging[0].lower not in ("over", "past"):
            return False
        return not self.lead or self.lead[-1].lower not in _LASTING


LARGEST_SPELLED = 12
_PLACES = words("over past near under above below beyond around")
_LASTING = words("just well for lasted took lasting taken take is was are were be been slightly little served spent")


def occurrence(text: str, amount: Amount) -> Occurrence:
    """The amount with what its sentence tells of it."""
    before, after = words_before(text, amount.start), words_after(text, amount.end)
    hedge = hedge_before(lowered(before))
    lead = before[: len(before) - hedge[1]] if hedge else before
    if lead and lead[-1].lower == "between":
        lead = lead[:-1]
    return Occurrence(text, amount, before, after, lead, hedge[0] if hedge else None, movement_before(lead))


def lowered(found: Sequence[Word]) -> list[str]:
    """The words in lower case."""
    return [word.lower for word in found]
