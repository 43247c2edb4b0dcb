"""The pipeline component that reads quantities: counts, money, percentages, measures, durations.

Figures are found by their form alone, so that any English pipeline will do, a blank one too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from spacy.language import Language
from spacy.tokens import Doc

from corroborate.extract.amounts import Amount
from corroborate.extract.counted import counted_after, counted_before
from corroborate.extract.lexicon import words
from corroborate.extract.loose import Share, Vague, shares, vague_numbers
from corroborate.extract.movements import Movement, movement_after, movement_before
from corroborate.extract.neighbours import Word, words_after, words_before
from corroborate.extract.nonfigures import is_label, is_year, masked, names_it
from corroborate.extract.pairs import amounts
from corroborate.extract.spans import chars_of, mark, register_extensions
from corroborate.extract.units import PERCENT, POINT
from corroborate.extract.wording import Writing, between, figure_range, hedge_after, hedge_before
from corroborate.model.claims import Span
from corroborate.model.figures import Approx, Kind, Quantity, Role
from corroborate.model.ranges import Range

GROUP = "quantities"
COMPONENT = "corroborate_quantities"
LONGEST_TEXT = 1_000_000


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity, where it stands, and the rule that read it."""

    span: Span
    kind: Kind
    quantity: Quantity
    rule: str


@Language.factory(COMPONENT)
def make_quantities(nlp: Language, name: str) -> "Quantities":
    """Register the component as `corroborate_quantities`."""
    register_extensions()
    return Quantities()


class Quantities:
    """Fills `doc.spans["quantities"]`; dates and boilerplate found before it are left alone."""

    def __call__(self, doc: Doc) -> Doc:
        taken = [chars_of(span) for group in ("dates", "boilerplate") for span in doc.spans.get(group, ())]
        found = read_quantities(doc.text, taken)
        doc.spans[GROUP] = [mark(doc, one.span, one.kind.value, one.rule, one.quantity) for one in found]
        return doc


def read_quantities(text: str, taken: Sequence[Span] = ()) -> tuple[Found, ...]:
    """Every quantity of the text outside the stretches already taken, in order."""
    text = text[:LONGEST_TEXT]
    hidden = merged([*masked(text), *((span.start, span.end) for span in taken)])
    candidates: list[Share | Vague] = [*shares(text), *vague_numbers(text)]
    loose = [one for one in candidates if not _overlaps(one.start, one.end, hidden)]
    found = [_loose(text, one) for one in loose]
    hidden = merged([*hidden, *((one.start, one.end) for one in loose)])
    found.extend(_amounts(text, hidden))
    return tuple(sorted(found, key=lambda one: one.span.start))


def merged(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches in order, those that touch made one."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def _overlaps(start: int, end: int, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(first < end and start < last for first, last in stretches)


def _lower(words: Sequence[Word]) -> list[str]:
    return [word.lower for word in words]


def _loose(text: str, one: Share | Vague) -> Found:
    before, after = words_before(text, one.start), words_after(text, one.end)
    hedge = hedge_before(_lower(before))
    counted = counted_after(after)
    span = Span(one.start, one.end)
    if isinstance(one, Vague):
        soft = Range(one.low, one.high, low_soft=True, high_soft=True)
        money = re.match(r"\s+of\s+dollars\b", text[one.end : one.end + 20])
        kind, unit, thing = (Kind.MONEY, "USD", None) if money else (Kind.COUNT, None, counted and counted[0])
        return Found(span, kind, Quantity(None, soft, Approx.VAGUE, one.low, unit, thing), "vague plural")
    approx = hedge[0] if hedge else Approx.EXACT
    leeway = figure_range(one.percent, approx, one.grain, writing=Writing.FRACTION)
    quantity = Quantity(one.percent, leeway, approx, one.grain, PERCENT, counted and counted[0], Role.SHARE)
    return Found(span, Kind.PERCENT, quantity, "share in words")


def _amounts(text: str, hidden: list[tuple[int, int]]) -> Iterator[Found]:
    for amount in amounts(text, hidden):
        before, after = words_before(text, amount.start), words_after(text, amount.end)
        found = _read(Setting(text, amount, before, after))
        if found is not None:
            yield found


@dataclass(frozen=True, slots=True)
class Setting:
    """An amount and the words of its sentence around it."""

    text: str
    amount: Amount
    before: tuple[Word, ...]
    after: tuple[Word, ...]


def _read(setting: Setting) -> Found | None:
    amount = setting.amount
    age = _age(setting)
    if age is not None:
        return age
    hedge = hedge_before(_lower(setting.before))
    if amount.is_bare and hedge is None and _is_no_figure(setting):
        return None
    lead = setting.before[: len(setting.before) - hedge[1]] if hedge else setting.before
    approx = _approx(setting, hedge[0] if hedge else None, lead)
    movement = movement_before(lead)
    counted, following = _counted(setting, movement)
    if amount.is_bare and amount.spelled and counted is None and not _stands_alone(setting, movement):
        return None
    kind = amount.unit.kind if amount.unit else Kind.COUNT
    quantity = _quantity(setting, approx, counted)
    return Found(Span(amount.start, amount.end), kind, _with_role(setting, quantity, movement, following), _rule(setting))


def _is_no_figure(setting: Setting) -> bool:
    amount = setting.amount
    if is_year(amount.digits, setting.before, setting.after) or is_label(setting.before):
        return True
    if _SCORE.match(setting.text, amount.end) and amount.high is None:
        return True
    return not amount.spelled and amount.high is None and names_it(setting.before, opens_sentence=len(setting.before) == 1)


_SCORE = re.compile(r"[-–—:]\d")


def _rule(setting: Setting) -> str:
    amount = setting.amount
    form = "words" if amount.spelled else "digits"
    kind = amount.unit.kind.value if amount.unit else "count"
    return f"{kind} range in {form}" if amount.high is not None else f"{kind} in {form}"


def _approx(setting: Setting, hedge: Approx | None, lead: Sequence[Word]) -> Approx:
    if setting.amount.high is not None:
        return Approx.BETWEEN
    unit = setting.amount.unit
    cue = setting.before[-1].lower if setting.before else ""
    if hedge is Approx.MORE_THAN and unit is not None and unit.kind is Kind.DURATION and cue in ("over", "past") and not _just_over(lead):
        # "28 flights over six weeks": in the course of them.
        return Approx.EXACT
    if hedge is not None:
        return hedge
    if setting.text[setting.amount.start - 1 : setting.amount.start] in ("~", "≈", "∼"):
        return Approx.ABOUT
    later = hedge_after(_lower(setting.after[:4]))
    return later[0] if later else Approx.EXACT


def _just_over(lead: Sequence[Word]) -> bool:
    return bool(lead) and lead[-1].lower in (
        "just",
        "well",
        "for",
        "lasted",
        "took",
        "lasting",
        "is",
        "was",
        "are",
        "were",
        "slightly",
        "little",
    )


_OVERT_SUBJECTS = words("were was are have had has died remain remained survived of")
_HARMED = words("killing killed injuring injured wounding wounded leaving left arresting arrested detaining detained including")


def _stands_alone(setting: Setting, movement: Movement | None) -> bool:
    """A bare number word that still counts: "at least three were hurt", "killing four", "the toll rose to nine"."""
    amount = setting.amount
    if amount.number.value <= 1:
        return False
    if amount.number.value > 12 or hedge_before(_lower(setting.before)):
        return True
    previous = setting.before[-1].lower if setting.before else ""
    following = setting.after[0].lower if setting.after else ""
    opens = previous in ("", ",", ";", ":") or not setting.before
    return previous in _HARMED or movement is not None or (opens and following in _OVERT_SUBJECTS)


def _counted(setting: Setting, movement: Movement | None) -> tuple[str | None, Sequence[Word]]:
    """What is counted or valued, and the words behind it."""
    amount, after = setting.amount, setting.after
    unit = amount.unit
    if unit is not None and unit.aged:
        return "age", after
    if unit is None:
        later = hedge_after(_lower(after[:4]))
        rest = after[later[1] :] if later else after
        found = counted_after(rest, plural=amount.number.value != 1 or amount.high is not None)
        if found:
            return found[0], rest[found[1] :]
        return _subject(setting, movement), after
    if movement_after(after):
        return _moved_thing(setting) or _subject(setting, movement), after
    thing = _valued(setting) if unit.kind is Kind.MONEY else _measured_thing(setting)
    return (thing, after) if thing else (_subject(setting, movement), after)


def _subject(setting: Setting, movement: Movement | None) -> str | None:
    if movement is None:
        return None
    if movement.is_noun:
        return _phrase_of(counted_after(setting.after[1:])) if setting.after and setting.after[0].lower == "in" else None
    thing = counted_before(setting.before[: movement.place])
    if thing and movement.transitive and not movement.preposition:
        return None
    return thing


def _phrase_of(found: tuple[str, int] | None) -> str | None:
    return found[0] if found else None


def _moved_thing(setting: Setting) -> str | None:
    """ "a 19 percent drop in sales"."""
    for place, word in enumerate(setting.after[:4]):
        if word.lower in ("in", "of") and place:
            rest = setting.after[place + 1 :]
            while rest and rest[0].lower in ("the", "its", "their", "his", "her", "a"):
                rest = rest[1:]
            return _phrase_of(counted_after(rest, plural=False))
    return None


_VALUED_VERBS = words("worth costing cost costs priced valued")


def _valued(setting: Setting) -> str | None:
    """What the money is for or the price of: "a $965 billion valuation", "a fine of $3m", "$65 billion in a new round"."""
    after, before = setting.after, setting.before
    if after and after[0].is_word and after[0].lower not in ("in", "of", "for"):
        direct = counted_after(after, plural=False)
        if direct:
            return direct[0]
    if len(before) > 1 and before[-1].lower == "of":
        named = counted_before(before[:-1])
        if named:
            return named
    if after and after[0].lower in ("in", "of") and len(after) > 1:
        rest = after[1:]
        while rest and rest[0].lower in ("a", "an", "the", "its", "their", "new"):
            rest = rest[1:]
        return _phrase_of(counted_after(rest, plural=False))
    if before and before[-1].lower in _VALUED_VERBS:
        return counted_before(before[:-1])
    return None


def _measured_thing(setting: Setting) -> str | None:
    after = setting.after
    if after and after[0].lower == "of":
        return _phrase_of(counted_after(after))
    unit = setting.amount.unit
    if unit is not None and unit.kind in (Kind.MEASURE, Kind.DURATION) and "-" in setting.text[setting.amount.start : setting.amount.end]:
        return _phrase_of(counted_after(after, plural=False))
    return None


_PER = re.compile(
    r"(?:\s+(?:per|each|every)\s+|\s?/\s?|\s+an?\s+|-an?-|-per-)"
    r"(?P<noun>(?:second|minute|hour|day|night|week|month|quarter|year|barrel|gallon|ounce|share|person|head|pound|kilogram|kilo|kg|tonne|ton|litre|liter|unit|piece|bottle|"
    r"ticket|household|passenger|customer|mile|kilometre|kilometer|capita|crate|bushel|acre|hectare|metre|meter|"
    r"square (?:foot|metre|meter)|pupil|student|game|gram|user|"
    r"vehicle|car|employee|worker|patient|visit|trip|box|pack|century|decade|minute|100,000|1,000|million))(?![\w])",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s?\([^()\n]{1,40}\)")
_EACH = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour"}
_PER_NAMES = {"kg": "kilogram", "kilo": "kilogram", "liter": "litre", "meter": "metre", "kilometer": "kilometre"}


def _per(setting: Setting, following: Sequence[Word]) -> str | None:
    """What the figure is counted over: "64 births a month" is per month."""
    place = following[0].start if following else setting.amount.end
    aside = _ASIDE.match(setting.text, setting.amount.end)
    for position in (setting.amount.end, max(setting.amount.end, place - 1), aside.end() if aside else place):
        match = _PER.match(setting.text, position)
        if match:
            noun = match["noun"].lower()
            return _PER_NAMES.get(noun, noun)
    return _EACH.get(following[0].lower) if following else None


def _quantity(setting: Setting, approx: Approx, counted: str | None) -> Quantity:
    amount = setting.amount
    number = amount.number
    sign = -1 if amount.sign in ("-", "−", "minus", "negative") else 1
    unit = amount.unit.name if amount.unit else None
    value = number.value * sign
    if amount.high is not None:
        return Quantity(None, between(value, amount.high.value), Approx.BETWEEN, min(number.grain, amount.high.grain), unit, counted)
    return Quantity(value, figure_range(value, approx, number.grain, writing=number.writing), approx, number.grain, unit, counted)


def _with_role(setting: Setting, quantity: Quantity, movement: Movement | None, following: Sequence[Word]) -> Quantity:
    per = _per(setting, following)
    direction = _direction(setting, quantity, movement)
    if direction:
        return _changed(quantity, direction, per)
    if quantity.unit == PERCENT and setting.after and setting.after[0].lower == "of":
        return replace(quantity, role=Role.SHARE, per=per)
    return replace(quantity, role=Role.RATE, per=per) if per else quantity


def _direction(setting: Setting, quantity: Quantity, movement: Movement | None) -> int:
    sign = {"+": 1, "-": -1, "−": -1}.get(setting.amount.sign, 0)
    if sign and quantity.unit in (PERCENT, POINT):
        return sign
    later = movement_after(setting.after) if quantity.unit is not None or setting.amount.magnitude else 0
    if later:
        return later
    if movement is None or movement.preposition in ("to", "at", "from") or _crosses(setting, movement):
        return 0
    if movement.preposition == "by" or movement.is_noun:
        return movement.direction
    told = quantity.unit in (PERCENT, POINT) or (quantity.unit is not None and not movement.transitive) or quantity.counted is None
    return movement.direction if told else 0


def _crosses(setting: Setting, movement: Movement) -> bool:
    """The hedge is where the movement goes: "dropped below $100", "rose above 40"."""
    between_them = [word.lower for word in setting.before[movement.place + 1 :]]
    return any(word in ("below", "above", "past", "beyond", "under") for word in between_them[:1])


def _changed(quantity: Quantity, direction: int, per: str | None) -> Quantity:
    if quantity.value is None or quantity.value >= 0:
        return replace(quantity, role=Role.CHANGE, direction=direction, per=per)
    positive = Range(
        None if quantity.range.high is None else -quantity.range.high,
        None if quantity.range.low is None else -quantity.range.low,
        low_soft=quantity.range.high_soft,
        high_soft=quantity.range.low_soft,
        low_open=quantity.range.high_open,
        high_open=quantity.range.low_open,
    )
    return replace(quantity, value=-quantity.value, range=positive, role=Role.CHANGE, direction=direction, per=per)


_AGE_NAME = re.compile(r"[A-Z][\w'’-]*\s*[,(]\s*$")
_AGE_CUE = re.compile(r"\b(?:aged?|at the age of|under the age of|over the age of|ages?)\s+(?:of\s+)?(?:between\s+)?$", re.IGNORECASE)
OLDEST = Decimal(120)


def _age(setting: Setting) -> Found | None:
    """ "Ilse Varga, 37, said", "aged 21"."""
    amount, text = setting.amount, setting.text
    if not amount.is_bare or amount.spelled or not 0 < amount.number.value < OLDEST or "." in amount.digits or amount.sign:
        return None
    lead = max(0, amount.start - 40)
    named = _AGE_NAME.search(text, lead, amount.start) and text[amount.end : amount.end + 1] in (",", ".", ")", ";")
    if not named and not _AGE_CUE.search(text, lead, amount.start):
        return None
    if named and not (setting.before and len(setting.before) > 1 and setting.before[-2].text[0].isupper()):
        return None
    quantity = replace(_quantity(setting, Approx.EXACT, "age"), unit="year")
    return Found(Span(amount.start, amount.end), Kind.DURATION, quantity, "age beside a name" if named else "age")
