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


SPEEDS = frozenset({"kilometre per hour", "mile per hour", "knot", "metre per second"})
WINDS = words("wind winds gust gusts gusted gusting")


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
            return Approx.AT_MOST if self._is_bounded() else Approx.BETWEEN
        if self._is_span_of_time() or self._is_place():
            return Approx.EXACT
        if self.hedge is Approx.AT_MOST and self._is_of_wind():
            # "Gusts of up to 162 km/h" were measured, and 162 was the most.
            return Approx.EXACT
        if self.hedge is not None:
            return NEGATED.get(self.hedge, self.hedge) if is_negated(self.lead) else self.hedge
        if self.text[max(0, self.amount.start - 1) : self.amount.start] in ("~", "≈", "∼"):
            return Approx.ABOUT
        if self.text[max(0, self.amount.start - 4) : self.amount.start].lower() == "sub-":
            return Approx.LESS_THAN
        later = hedge_after(lowered(self.after[:4]))
        return later[0] if later else Approx.EXACT

    def _is_bounded(self) -> bool:
        """ "No more than eight or nine hundred" tells the upper end only."""
        return self.hedge is Approx.AT_MOST and "more" in lowered(self.before[len(self.lead) :])

    def _is_of_wind(self) -> bool:
        unit = self.amount.unit
        return unit is not None and unit.name in SPEEDS and bool(WINDS & set(lowered(self.lead[-8:])))

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


# What a bound becomes under a negation: "may not lose more than £3m".
NEGATED = {Approx.MORE_THAN: Approx.AT_MOST, Approx.LESS_THAN: Approx.AT_LEAST, Approx.AT_LEAST: Approx.LESS_THAN}
_NEGATIONS = words("not never no nobody none neither nor cannot without can't won't don't doesn't didn't mustn't shouldn't")
# Between these and the bound the negation has done its work: "did not say that", "not dead but".
_ENDING = words("""
, ; : but and or because since while although though that when where who which say says said tell told believe think know confirm only the
yet until if unless by
""")
_NEGATION_REACH = 5


def is_negated(lead: Sequence[Word]) -> bool:
    """The bound that follows is denied: "may not lose", "never sold"."""
    for word in reversed(lead[-_NEGATION_REACH:]):
        lower = word.lower.replace("’", "'")
        if lower in _NEGATIONS or lower.endswith("n't"):
            return True
        if lower in _ENDING:
            return False
    return False


def is_rejected(lead: Sequence[Word]) -> bool:
    """The figure is named only to be refused: "£1.2bn, not £2bn", "not one of the 24,000"."""
    before = lowered(lead[-5:])
    while before and before[-1] in ("the", "a", "an", "these", "those", "its", "their", "all"):
        before.pop()
    if before[-3:] == ["not", "one", "of"] or before[-2:] == ["none", "of"]:
        return True
    return bool(before) and before[-1] == "not" and before[-2:-1] != ["or"]


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
    return Occurrence(text, amount, before, after, lead, hedge[0] if hedge else None, movement_before(_before_average(lead)))


def _before_average(lead: tuple[Word, ...]) -> tuple[Word, ...]:
    """ "Cut by an average of": an average stands between a movement and its figure without changing it."""
    last = lowered(lead[-3:])
    if last[-2:] != ["average", "of"]:
        return lead
    return lead[:-3] if last[0] in ("a", "an", "the") else lead[:-2]


def lowered(found: Sequence[Word]) -> list[str]:
    """The words in lower case."""
    return [word.lower for word in found]
