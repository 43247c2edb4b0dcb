"""The pipeline component that reads quantities: counts, money, percentages, measures, durations.

Figures are found by their form alone, so that any English pipeline will do, a blank one too; tags, where a pipeline sets
them, only tell better where a noun phrase ends.
"""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from spacy.language import Language
from spacy.tokens import Doc

from corroborate.extract.lexicon import PARENTS, words
from corroborate.extract.neighbours import Word, words_after, words_before
from corroborate.extract.quantities.ages import age_rule
from corroborate.extract.quantities.amounts import Amount, unit_behind
from corroborate.extract.quantities.coins import in_currency
from corroborate.extract.quantities.companions import AGE, is_conversion, shared, thing_of, told_behind, with_dotted_thousands, with_unit_of
from corroborate.extract.quantities.counted import counted_after, is_noun
from corroborate.extract.quantities.elided import with_elided, with_gapped
from corroborate.extract.quantities.loose import Share, Vague, shares, vague_numbers
from corroborate.extract.quantities.movements import movement_before
from corroborate.extract.quantities.nonfigures import is_label, is_year, masked, names_it
from corroborate.extract.quantities.occurrences import NEGATED, Found, Occurrence, is_rejected, lowered, occurrence
from corroborate.extract.quantities.pairs import amounts
from corroborate.extract.quantities.reasons import SHARE, VAGUE, rule_of
from corroborate.extract.quantities.roles import with_role
from corroborate.extract.quantities.subjects import moved_by, thing_counted, what_became
from corroborate.extract.quantities.tagged import without_verb
from corroborate.extract.quantities.things import with_thing
from corroborate.extract.quantities.units import PERCENT, POINT, TIMES
from corroborate.extract.quantities.wording import Writing, between, figure_range, hedge_before, is_close, vague, within_whole
from corroborate.extract.spans import chars_of, mark, register_extensions, text_of
from corroborate.model.claims import Span
from corroborate.model.figures import Approx, Kind, Quantity, Role

GROUP = "quantities"
COMPONENT = "corroborate_quantities"
# Bounds for hostile pages; no article comes near them.
LONGEST_TEXT = 200_000
MOST_FIGURES = 2_000
# How many figures back a comparison may point: "$12m, or 31 cents a share, versus $9m".
REMEMBERED = 3


@Language.factory(COMPONENT)
def make_quantities(nlp: Language, name: str) -> "Quantities":
    """Register the component as `corroborate_quantities`."""
    register_extensions()
    return Quantities()


class Quantities:
    """Fills `doc.spans["quantities"]`; dates and boilerplate found before it are left alone."""

    def __call__(self, doc: Doc) -> Doc:
        taken = [chars_of(span) for group in ("dates", "boilerplate") for span in doc.spans.get(group, ())]
        # What hangs on a span hangs on its tokens: of two figures in one token only the first can be kept.
        by_tokens: dict[tuple[int, int], Found] = {}
        for one in read_quantities(text_of(doc), taken):
            tokens = doc.char_span(one.span.start, one.span.end, alignment_mode="expand")
            assert tokens is not None
            by_tokens.setdefault((tokens.start, tokens.end), one)
        figures = [with_thing(doc, without_verb(doc, one)) for one in by_tokens.values()]
        doc.spans[GROUP] = [mark(doc, one.span, one.kind.value, one.rule, one.quantity) for one in figures]
        return doc


def read_quantities(text: str, taken: Sequence[Span] = ()) -> tuple[Found, ...]:
    """Every quantity of the text outside the stretches already taken, in order."""
    text = text[:LONGEST_TEXT]
    hidden = merged([*masked(text), *((span.start, span.end) for span in taken)])
    candidates: list[Share | Vague] = list(islice(chain(shares(text), vague_numbers(text)), MOST_FIGURES))
    loose = [one for one in candidates if not _overlaps(one.start, one.end, hidden)]
    found = [read for one in loose if (read := _loose(text, one)) is not None]
    hidden = merged([*hidden, *((one.start, one.end) for one in loose)])
    found.extend(_amounts(text, hidden))
    return tuple(in_currency(with_gapped(text, with_elided(text, shared(text, sorted(found, key=lambda one: one.span.start))))))


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
    place = bisect_right(stretches, (start, end))
    return any(first < end and start < last for first, last in stretches[max(0, place - 1) : place + 1])


def _loose(text: str, one: Share | Vague) -> Found | None:
    before, after = words_before(text, one.start), words_after(text, one.end)
    after = after[1:] if after and after[0].text in _MARKS else after
    hedge = hedge_before(lowered(before))
    counted = counted_after(after)
    span = Span(one.start, one.end)
    if isinstance(one, Vague):
        return _vague(text, one, after)
    approx = hedge[0] if hedge else Approx.EXACT
    leeway = figure_range(one.percent, approx, one.grain, writing=Writing.FRACTION)
    quantity = Quantity(one.percent, leeway, approx, one.grain, PERCENT, counted and counted[0], Role.SHARE)
    lead = before[: len(before) - hedge[1]] if hedge else before
    if is_rejected(lead):
        return None
    movement = movement_before(lead)
    if movement is not None and movement.direction and movement.preposition == "by":
        thing = moved_by(movement, lead)
        quantity = replace(quantity, counted=thing, role=Role.CHANGE, direction=movement.direction)
    return Found(span, Kind.PERCENT, replace(quantity, range=within_whole(one.percent, quantity.range)), SHARE)


_MARKS = ('"', "”", "’", "'")
_OF = re.compile(r"(?:\s+of)?(?=\s)")


def _vague(text: str, one: Vague, after: Sequence[Word]) -> Found:
    """ "Dozens of barges", "several hundred tonnes of wheat", "tens of millions of euros"."""
    quantity = Quantity(None, vague(one.low, one.high), Approx.VAGUE, one.low)
    link = _OF.match(text, one.end)
    measured = unit_behind(text, link.end()) if link else None
    if measured is None:
        counted = counted_after(after)
        thing = counted[0] if counted else what_became(after)
        return Found(Span(one.start, one.end), Kind.COUNT, replace(quantity, counted=thing), VAGUE)
    unit, end = measured
    found = counted_after(words_after(text, end), plural=False) if text.startswith(" of ", end) else None
    quantity = replace(quantity, unit=unit.name, counted=found and found[0])
    return Found(Span(one.start, end), unit.kind, quantity, VAGUE)


def _amounts(text: str, hidden: list[tuple[int, int]]) -> Iterator[Found]:
    recent: deque[Found] = deque(maxlen=REMEMBERED)
    for amount in islice(amounts(text, hidden), MOST_FIGURES):
        previous = recent[-1] if recent else None
        found = _read(occurrence(text, with_unit_of(previous, amount, text)), recent)
        if found is not None:
            yield found
            recent.append(found)


def _read(at: Occurrence, recent: Sequence[Found]) -> Found | None:
    amount = at.amount
    if _is_parent(at) or (is_rejected(at.lead) and at.hedge not in NEGATED and not _goes_by(at)):
        return None
    age = _age(at)
    if age is not None:
        return age
    if amount.is_bare and at.hedge is None and _is_no_figure(at):
        return None
    if (amount.is_article and at.hedge is None) or _is_seat(at):
        return None
    counted, following = thing_counted(at)
    counted = counted or _body(at)
    if amount.is_bare and (counted is None or counted in _OF_A_YEAR) and is_year(amount.digits, at.before, at.after):
        return None
    if counted is None and at.hedge is None and at.movement is None and (_follows_noun(at) or _is_long(amount)):
        return None
    repeated = bool(at.after) and at.after[0].lower == "times" and amount.number.value > 1
    following = at.after[1:] if repeated else following
    hyphenated = at.after and at.after[0].text == "-" and at.after[0].start == amount.end
    if amount.is_bare and counted is None and not repeated and (hyphenated or (amount.spelled and not _stands_alone(at))):
        return None
    quantity = _particular(at, _quantity(at, at.approx, counted), following)
    kind = amount.unit.kind if amount.unit else Kind.MEASURE if quantity.unit else Kind.COUNT
    if quantity.counted is None:
        quantity = replace(quantity, counted=thing_of(at, quantity, recent))
    quantity = with_dotted_thousands(amount, quantity)
    span = Span(amount.start, amount.end)
    if recent and is_conversion(at, kind, recent[-1]):
        same = recent[-1].quantity
        restated = replace(quantity, counted=same.counted, role=same.role, direction=same.direction, per=same.per)
        return Found(span, kind, restated, f"{kind.value} converted")
    hung = told_behind(at, quantity, recent)
    quantity = hung if hung.role is Role.CHANGE else with_role(at, hung, following)
    kind = Kind.PERCENT if quantity.unit == POINT else kind
    return Found(span, kind, quantity, rule_of(at, kind, quantity))


def _is_no_figure(at: Occurrence) -> bool:
    amount = at.amount
    if is_year(amount.digits, at.before, at.after) or is_label(at.before, at.after) or at.previous in ("per", "every"):
        return True
    if (_SCORE.match(at.text, amount.end) and amount.high is None) or _CITED.match(at.text, amount.end):
        return True
    if amount.spelled:
        return _is_capital(at)
    if _is_number_of_somebody(amount.digits):
        return True
    if _TALLIED.match(at.text, amount.end):
        return False
    return "," not in amount.digits and amount.connector in ("", "-", "–") and names_it(at.before, opens_sentence=len(at.before) == 1)


def _goes_by(at: Occurrence) -> bool:
    """ "Not two weeks after the vote" refuses nothing: hardly two weeks have gone by."""
    return at.amount.unit is not None and at.amount.unit.kind is Kind.DURATION and bool(at.after) and at.after[0].lower in _AFTERWARDS


_AFTERWARDS = ("after", "before", "later", "ago", "earlier", "since", "from", "into")
LONGEST_COUNT = 7


def _is_long(amount: Amount) -> bool:
    """A row of digits that nobody has set apart by thousands, and that counts nothing."""
    return amount.is_bare and amount.digits.isdigit() and len(amount.digits) > LONGEST_COUNT


def _follows_noun(at: Occurrence) -> bool:
    """ "Kilometre 23", "mast 4471": a bare number behind a noun, with nothing counted behind it, tells which one."""
    if (
        _TALLIED.match(at.text, at.amount.end)
        or not at.amount.is_bare
        or at.amount.spelled
        or at.amount.high is not None
        or not at.amount.digits.isdigit()
    ):
        return False
    return bool(at.before) and is_noun(at.before[-1])


# "Tarn Greens 22 (-14)": a tally and its change.
_TALLIED = re.compile(r"\s\([+−-]\d")
_SCORE = re.compile(r"[-–—:]\d")
# Points of the compass and law reports: "16.4 E", "214 F. 2d".
_CITED = re.compile(r"\s(?:[NSEW]\b(?!\.?\w)(?!['’/])|F\.\s?\d)")


def _is_seat(at: Occurrence) -> bool:
    """ "Seat 14C", "the planet Keth 4b": the letter glued to the digits is no unit and no magnitude."""
    amount = at.amount
    glued = amount.digits.isdigit() and amount.end - amount.start == len(amount.digits) + 1 and at.text[amount.end - 1].isalpha()
    named = bool(at.before) and at.before[-1].text[0].isupper() and at.before[-1].is_word and len(at.before) > 1
    return glued and amount.high is None and (is_label(at.before, at.after) or (named and names_it(at.before, opens_sentence=False)))


# "Below 1990 levels", "at 2012 prices".
_OF_A_YEAR = ("level", "levels", "prices", "terms", "figures")


def _is_number_of_somebody(digits: str) -> bool:
    """A telephone, an account, a postcode: nobody counts to 09819."""
    return digits.isdigit() and digits[0] == "0" and len(digits) > 1


def _is_capital(at: Occurrence) -> bool:
    """ "The trawler Seven Sisters": a number word with a capital within a sentence and a name behind it."""
    word = at.text[at.amount.start]
    return word.isupper() and len(at.before) > 0 and at.before[-1].text.islower() and bool(at.after) and at.after[0].text[0].isupper()


_HARMED = words("killing killed injuring injured wounding wounded leaving left arresting arrested detaining detained including")
_BEHIND_SUBJECT = ("of", "were", "are", "had", "have")
_COUNTING = ("", ",", ";", ":", "and", "but", "while")


def _is_parent(at: Occurrence) -> bool:
    """ "A mother of three died": one person, whose children are another matter."""
    return at.previous == "of" and at.amount.is_bare and len(at.before) > 1 and at.before[-2].lower in PARENTS and not _counts_children(at)


def _counts_children(at: Occurrence) -> bool:
    return bool(at.after) and (
        at.after[0].lower.endswith(("children", "sons", "daughters", "boys", "girls", "kids")) or at.after[0].lower == "young"
    )


_BODIES = words("family party group gang crew team band")


def _body(at: Occurrence) -> str | None:
    """ "Killed a family of five": so many people, where nothing else is counted."""
    following = at.after[0].lower if at.after else ""
    if at.previous != "of" or not at.amount.is_bare or len(at.before) < 2 or at.before[-2].lower not in _BODIES:
        return None
    return "people" if not following.isalpha() or following in _BEHIND_BODY else None


_BEHIND_BODY = words("was were in at from on to who had has have that and died is are when after as near outside by with")


def _stands_alone(at: Occurrence) -> bool:
    """A bare number word that still counts: "at least three were hurt", "killing four", "the toll rose to nine"."""
    if at.amount.number.value <= 1:
        return False
    if at.amount.number.value > 12 or at.hedge is not None:
        return True
    following = at.after[0].lower if at.after else ""
    return (
        at.previous in _HARMED
        or (at.movement is not None and at.movement.preposition != "")
        or (at.previous in _COUNTING and following in _BEHIND_SUBJECT)
    )


def _quantity(at: Occurrence, approx: Approx, counted: str | None) -> Quantity:
    amount, number = at.amount, at.amount.number
    sign = -1 if amount.is_negative else 1
    unit = amount.unit.name if amount.unit else None
    value = number.value * sign
    if amount.high is not None and approx is Approx.AT_MOST:
        most = amount.high.value
        leeway = figure_range(most, approx, amount.high.grain, writing=amount.high.writing)
        return Quantity(None, leeway, approx, amount.high.grain, unit, counted)
    if amount.high is not None:
        return Quantity(None, between(value, amount.high.value), Approx.BETWEEN, min(number.grain, amount.high.grain), unit, counted)
    close = is_close(lowered(at.before[len(at.lead) :]))
    leeway = figure_range(value, approx, number.grain, writing=number.writing, close=close)
    if unit == PERCENT and (at.movement is None or not at.movement.direction):
        leeway = within_whole(value, leeway)
    return Quantity(value, leeway, approx, number.grain, unit, counted)


_NO_COMPARATIVES = words("after over under her other either neither never ever together later earlier former water need bed red")
_COMPARED = words("""
higher lower more less as the its that larger greater bigger longer faster smaller fewer normal those what earnings revenue revenues
profits sales
""")


def _particular(at: Occurrence, quantity: Quantity, following: Sequence[Word]) -> Quantity:
    """Counts whose noun is a unit after all: "three times higher", "magnitude 6.4"."""
    if quantity.unit is not None or at.amount.magnitude:
        return quantity
    after = at.after
    if after and after[0].lower == "times":
        ratio = is_multiple(at) or (
            len(after) > 1
            and (after[1].lower in _COMPARED or (after[1].lower.endswith(("ed", "er")) and after[1].lower not in _NO_COMPARATIVES))
        )
        return replace(quantity, unit=TIMES, counted=None) if ratio else replace(quantity, counted=TIMES)
    told = "magnitude" in lowered(at.lead[-2:]) and at.previous in ("magnitude", "of", "-", "at")
    if told or _is_magnitude_told_apart(at, quantity) or lowered(after[:4]) == ["on", "the", "richter", "scale"]:
        return replace(quantity, unit="magnitude", counted=None)
    return quantity


def _is_magnitude_told_apart(at: Occurrence, quantity: Quantity) -> bool:
    """ "The institute revised the magnitude of the quake to 6.3 from an initial 6.1"; "the quake registered 5.8"."""
    if quantity.value is None or not 1 < quantity.value < 10 or quantity.value % 1 == 0:
        return False
    told = lowered(at.lead[-_FAR_MAGNITUDE:])
    if not _QUAKES.isdisjoint(told) and not _MEASURED.isdisjoint(told):
        return True
    return "magnitude" in told and at.previous in ("to", "was", "at", "from", "initial", "preliminary")


_FAR_MAGNITUDE = 12
_QUAKES = words("quake earthquake tremor temblor aftershock")
_MEASURED = words("measured measuring registered registering recorded")
_MULTIPLES = words("trade trades trading traded valued multiple valuation valuations leverage geared gearing earnings ebitda")


def is_multiple(at: Occurrence) -> bool:
    """ "From 1.9 times", "trades on 11 times": nothing happens 1.9 times, nor so often to a price."""
    if "." in at.amount.digits:
        return True
    return not _MULTIPLES.isdisjoint(lowered(at.lead[-4:]))


def _age(at: Occurrence) -> Found | None:
    """ "Ilse Varga, 37, said", "aged 21"."""
    rule = age_rule(at.text, at.amount, at.before, at.after)
    if rule is None:
        return None
    approx = at.approx if rule == "age limit" else Approx.EXACT
    quantity = replace(_quantity(at, approx, AGE), unit="year")
    return Found(Span(at.amount.start, at.amount.end), Kind.DURATION, quantity, rule)
