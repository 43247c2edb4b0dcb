"""Figures of one sentence that do not fit each other: a rise against its two levels, a stay against its two dates."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from corroborate.check.dates import compare_duration
from corroborate.check.differences import Finding
from corroborate.check.plausibility import AGE
from corroborate.check.statements import Statement
from corroborate.check.words import say, spoken
from corroborate.model.figures import Approx, Granularity, Kind, Period, Quantity, Role
from corroborate.model.findings import DiscrepancyType, Relation
from corroborate.model.ranges import Range

TO = re.compile(r"\bto (?:about |some |around |a |the |nearly |just )*[A-Z]*[$€£¥]?$", re.IGNORECASE)
FROM = re.compile(r"\bfrom (?:about |some |around |a |the |nearly |just )*[A-Z]*[$€£¥]?$", re.IGNORECASE)
TIMES = re.compile(
    r"\b(?:(?P<two>doubl(?:ed|ing|es?))|(?P<three>tripl(?:ed|ing|es?)|trebl(?:ed|ing|es?))|"
    r"(?P<four>quadrupl(?:ed|ing|es?))|(?P<half>halved?))\b",
    re.IGNORECASE,
)
FACTORS = {"two": Decimal(2), "three": Decimal(3), "four": Decimal(4), "half": Decimal("0.5")}
# "More than doubled" and "nearly halved" are told by the words before; a bare one is off by no more than this.
LOOSE = Decimal("1.2")
HEDGED = re.compile(r"\b(?:more than|nearly|almost|over|about|roughly|around|not quite|well over|at least)$", re.IGNORECASE)
BEGINS = re.compile(r"\b(?:from|between)\b(?:(?!\bto\b)[^.;]){0,50}$", re.IGNORECASE)
ENDS = re.compile(r"\b(?:to|until|till|through|and)\b[^.;]{0,40}$", re.IGNORECASE)
SPANS = {Approx.EXACT, Approx.ABOUT}


def misfits_of_sentence(ordered: Sequence[Statement]) -> Iterator[Finding]:
    """What does not fit among the statements of one sentence, given in their order."""
    yield from _wrong_rise(ordered)
    yield from _wrong_stay(ordered)


def _wrong_rise(ordered: Sequence[Statement]) -> Iterator[Finding]:
    """ "Rose 20 percent to 56 from 50", "doubled from 40 to 95"."""
    levels = [one for one in ordered if isinstance(one.figure, Quantity) and one.figure.value and one.figure.approx in SPANS]
    after = [one for one in levels if TO.search(_before(one))]
    before = [one for one in levels if FROM.search(_before(one))]
    if len(after) != 1 or len(before) != 1 or after[0].claim.kind is not before[0].claim.kind:
        return
    new, old = after[0].figure, before[0].figure
    if not (isinstance(new, Quantity) and isinstance(old, Quantity)):
        return
    if new.unit != old.unit or new.value is None or old.value is None or old.value <= 0 or new.value <= 0:
        return
    for one in ordered:
        figure = one.figure
        if isinstance(figure, Quantity) and figure.unit == "%" and figure.role is Role.CHANGE and one not in (after[0], before[0]):
            given = _percent(figure, old, new)
            if given is not None:
                why = f"from {say(old)} to {say(new)} is a change of {spoken(given)} percent, not of {say(figure)}"
                yield Finding(DiscrepancyType.ARITHMETIC, "change_against_levels", why, ((one,), (before[0], after[0])))
    yield from _wrong_multiple(before[0], after[0])


def _percent(change: Quantity, old: Quantity, new: Quantity) -> Decimal | None:
    """The change in percent that the levels give, where that stated lies outside what their rounding leaves open."""
    if (
        change.value is None
        or old.value is None
        or new.value is None
        or old.unit in ("%", "percentage point")
        or change.approx not in SPANS
    ):
        return None
    first, second = (min(one.grain, abs(one.value or Decimal(0)) / 20) / 2 for one in (old, new))
    low = ((new.value - second) / (old.value + first) - 1) * 100
    high = ((new.value + second) / (old.value - first) - 1) * 100
    stated, room = abs(change.value), change.grain + Decimal("0.5")
    smallest, largest = sorted((abs(low), abs(high)))
    if smallest - room <= stated <= largest + room:
        return None
    return abs((new.value / old.value - 1) * 100).quantize(Decimal("0.1")).normalize()


def _wrong_multiple(before: Statement, after: Statement) -> Iterator[Finding]:
    text = before.claim.sentence.text
    told = TIMES.search(text)
    old, new = before.figure, after.figure
    if told is None or HEDGED.search(text[: told.start()].rstrip()) or not (isinstance(old, Quantity) and isinstance(new, Quantity)):
        return
    first = min(before.claim.span.start, after.claim.span.start) - before.claim.sentence.start
    if not 0 <= first - told.end() <= 60 or not old.value or not new.value:
        return
    factor = next(FACTORS[name] for name, word in told.groupdict().items() if word)
    ratio = new.value / old.value
    if factor / LOOSE <= ratio <= factor * LOOSE:
        return
    times = f"{spoken(ratio.quantize(Decimal('0.1')).normalize())} times"
    why = f'{say(new)} is {times} {say(old)}, which is not "{told[0].lower()}"'
    yield Finding(DiscrepancyType.ARITHMETIC, "multiple_against_levels", why, ((after,), (before,)))


def _wrong_stay(ordered: Sequence[Statement]) -> Iterator[Finding]:
    """ "52 days behind bars, from her arrest on September 1 to her release on October 13"."""
    lengths = [one for one in ordered if one.claim.kind is Kind.DURATION and isinstance(one.figure, Quantity) and one.figure.counted != AGE]
    days = [one for one in ordered if isinstance(one.figure, Period) and one.figure.granularity is Granularity.DAY]
    if len(lengths) != 1 or len(days) != 2:
        return
    length, (first, last) = lengths[0].figure, days
    start, end = first.figure, last.figure
    if not (isinstance(length, Quantity) and isinstance(start, Period) and isinstance(end, Period)):
        return
    low, high = start.range.low, end.range.high
    if low is None or high is None or not low < high or not _spans(first, last):
        return
    comparison = compare_duration(length, Period(Range(low, high), Granularity.DAY, "between"))
    if comparison.relation is Relation.CONFLICT:
        yield Finding(DiscrepancyType.ARITHMETIC, "duration_against_dates", comparison.reason, ((lengths[0],), (first, last)))


def _spans(first: Statement, last: Statement) -> bool:
    text, offset = first.claim.sentence.text, first.claim.sentence.start
    between = text[first.claim.span.end - offset : last.claim.span.start - offset]
    return BEGINS.search(text[: first.claim.span.start - offset]) is not None and ENDS.search(between) is not None


def _before(one: Statement) -> str:
    return one.claim.sentence.text[
        max(0, one.claim.span.start - one.claim.sentence.start - 40) : one.claim.span.start - one.claim.sentence.start
    ]
