"""What the wording around a figure leaves open: the one table from hedge to range.

The cues are those of news English. The widths follow usage ("more than" suggests less than the next round value: Cummins,
Sauerland and Solt 2012; "nearly" looks at its value from one side only) and are set here alone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import StrEnum

from corroborate.extract.lexicon import words
from corroborate.model.figures import Approx
from corroborate.model.ranges import Range

ABOUT_SHARE = Decimal("0.05")
NEARLY_SHARE = Decimal("0.9")
SHARE_POINTS = Decimal(2)
LONGEST_CUE = 5
DIGITS_KEPT = 25


class Writing(StrEnum):
    """How a number is written, which tells how far it may have been rounded: "28,831", "28 million", "28.8"."""

    INTEGER = "integer"
    MAGNITUDE = "magnitude"
    DECIMAL = "decimal"
    FRACTION = "fraction"


CUES_BEFORE: dict[Approx, tuple[str, ...]] = {
    Approx.AT_LEAST: (
        "at least", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of", "minimum of", "minimum",
        "as few as", "as little as", "starting at", "starting from",
    ),
    Approx.AT_MOST: (
        "as many as", "as much as", "up to", "upto", "at most", "at the most", "no more than", "not more than", "no greater than",
        "no higher than", "a maximum of", "maximum of", "not exceeding", "capped at", "limited to", "as high as", "as long as",
    ),
    Approx.NEARLY: (
        "nearly", "almost", "close to", "closer to", "just under", "just below", "just shy of", "just short of", "approaching", "nearing",
        "not quite", "shy of", "a little under", "slightly under", "slightly less than", "just less than", "a little less than",
        "little less than", "virtually", "verging on", "nigh on",
    ),
    Approx.MORE_THAN: (
        "more than", "greater than", "higher than", "larger than", "bigger than", "longer than", "older than", "in excess of",
        "upwards of", "upward of", "north of", "over", "above", "exceeding", "exceeded", "exceeds", "exceed", "surpassing", "surpassed",
        "surpasses", "surpass", "topping", "topped", "tops", "beyond", "past", "just over", "well over", "slightly more than",
        "a little over", "better than", ">",
    ),
    Approx.LESS_THAN: (
        "less than", "fewer than", "lower than", "smaller than", "shorter than", "younger than", "under", "below", "south of",
        "well under", "well below", "sub", "<",
    ),
    Approx.ABOUT: (
        "about", "around", "roughly", "approximately", "approx", "some", "circa", "ca", "ca .", "approx .", "c .", "an estimated",
        "estimated", "estimated at",
        "an approximate", "approximate", "an average of", "on average", "averaged", "averaging", "averages", "average of",
        "average", "in the region of", "in the neighborhood of", "in the neighbourhood of", "in the order of", "on the order of",
        "to the tune of", "something like", "near", "maybe", "perhaps", "probably", "likely", "close on", "more or less", "~", "≈", "∼",
        "somewhere around", "somewhere near", "the best part of", "the better part of",
    ),
}  # fmt: skip
CUES_AFTER: dict[Approx, tuple[str, ...]] = {
    Approx.AT_LEAST: (
        "or more", "- plus", "upwards", "or higher", "or above", "or over", "or greater", "or longer", "or older", "and above", "and up",
        "and over",
        "and older", "at a minimum", "at the least", "at minimum", "minimum", "and counting", "+",
    ),
    Approx.AT_MOST: (
        "or less", "or fewer", "or under", "or below", "or lower", "or younger", "or shorter", "at most", "at the most", "at a maximum",
        "maximum", "tops", "max",
    ),
    Approx.ABOUT: ("or so", "or thereabouts", "give or take", "on average", "ish", "odd", "- odd", "- ish", "approximately", "roughly"),
}  # fmt: skip

# Words that may stand between a cue and its figure without changing it: "more than a combined 300".
FILLERS = words("""
a an the just only another even its their his her our whopping combined staggering further additional total record estimated mere full
good whole exactly precisely
""")
# Behind these, "about" tells the matter. "Said about 300" is not among them: there it hedges.
TELLING = words("""
talk talks talked talking think thinking worry worried worries complain complained complaints speak speaks spoke speaking learn learned
concern concerned concerns question questions story stories book books joke jokes information details detail care cared debate debates
doubts something anything nothing
""")
NOT_AFTER: dict[str, frozenset[str]] = {
    "about": TELLING,
    "over": words("spread hand handed handing took take taken taking won win wins victory victories turn turned all and fell"),
    "past": words("the last in for over this"),
    "under": words("the clock"),
    "north": words("km miles kilometres mile metres"),
    "south": words("km miles kilometres mile metres"),
}


# With these, "over" tells the matter and not the number: "accused of fraud over 40 accounts".
DISPUTES = words("""
blame blamed blames accuse accused accuses accusing sue sued sues suing criticised criticized criticism dispute disputes feud clash
clashed protest protests protested anger angry outrage concern concerns fears worries investigated probe inquiry apologised apologized
resigned arrested charged
""")


def _index(table: Mapping[Approx, Sequence[str]]) -> dict[tuple[str, ...], Approx]:
    return {tuple(cue.split()): approx for approx, cues in table.items() for cue in cues}


_BEFORE = _index(CUES_BEFORE)
_AFTER = _index(CUES_AFTER)


def hedge_before(words: Sequence[str]) -> tuple[Approx, int] | None:
    """The hedge that ends a run of lower-case words, and how many words it takes: "rose by nearly" is (NEARLY, 1)."""
    end = len(words)
    for _ in range(3):
        found = _longest_cue(words[:end])
        if found is not None:
            approx, length = found
            return approx, len(words) - end + length
        if end == 0 or words[end - 1] not in FILLERS:
            return None
        end -= 1
    return None


def _longest_cue(words: Sequence[str]) -> tuple[Approx, int] | None:
    for length in range(min(LONGEST_CUE, len(words)), 0, -1):
        cue = tuple(words[-length:])
        approx = _BEFORE.get(cue)
        if approx is None:
            continue
        previous = words[-length - 1] if len(words) > length else ""
        if cue == ("over",) and not DISPUTES.isdisjoint(words[-8:-1]):
            return None
        return None if previous in NOT_AFTER.get(cue[0], ()) else (approx, length)
    return None


def hedge_after(words: Sequence[str]) -> tuple[Approx, int] | None:
    """The hedge with which a run of lower-case words begins: "or more" after "640"."""
    for length in range(min(4, len(words)), 0, -1):
        approx = _AFTER.get(tuple(words[:length]))
        if approx is not None:
            return approx, length
    return None


def figure_range(value: Decimal, approx: Approx, grain: Decimal, *, writing: Writing = Writing.INTEGER) -> Range[Decimal]:
    """Every value that the wording leaves open: "nearly 25,000" is above 24,000, and below 25,000 for certain."""
    leeway = RANGES[approx](value, grain, writing)
    return replace(leeway, low=None if leeway.low is None else tidy(leeway.low), high=None if leeway.high is None else tidy(leeway.high))


def between(low: Decimal, high: Decimal) -> Range[Decimal]:
    """What "between 20 and 25" leaves open."""
    return Range(min(low, high), max(low, high))


def _exact(value: Decimal, grain: Decimal, writing: Writing) -> Range[Decimal]:
    if writing is Writing.INTEGER:
        return Range(value, value)
    if writing is Writing.FRACTION:
        return Range(value - SHARE_POINTS, value + SHARE_POINTS, low_soft=True, high_soft=True)
    if writing is Writing.DECIMAL:
        return Range(value - grain / 2, value + grain / 2)
    # "28 million" may be 28.8 million cut short as well as 27.6 million rounded up.
    if value < 0:
        return Range(value - grain, value + grain / 2, low_open=True)
    return Range(value - grain / 2, value + grain, high_open=True)


def _about(value: Decimal, grain: Decimal, writing: Writing) -> Range[Decimal]:
    width = max(SHARE_POINTS if writing is Writing.FRACTION else grain, abs(value) * ABOUT_SHARE)
    return Range(value - width, value + width, low_soft=True, high_soft=True)


def _nearly(value: Decimal, grain: Decimal, writing: Writing) -> Range[Decimal]:
    width = SHARE_POINTS * 2 if writing is Writing.FRACTION else min(grain, abs(value) * (1 - NEARLY_SHARE))
    # A tenth of a small whole number holds no other whole number: "nearly six" leaves room for five and a half.
    width = width or grain
    return Range(value - width, value, low_soft=True, low_open=True, high_open=True)


def _more_than(value: Decimal, grain: Decimal, writing: Writing) -> Range[Decimal]:
    return Range(value, _next_round(value, grain), high_soft=True, low_open=True, high_open=True)


def _at_least(value: Decimal, grain: Decimal, writing: Writing) -> Range[Decimal]:
    return Range(value, _next_round(value, grain), high_soft=True, high_open=True)


def _less_than(value: Decimal, grain: Decimal, writing: Writing) -> Range[Decimal]:
    return Range(-_next_round(-value, grain), value, low_soft=True, low_open=True, high_open=True)


def _at_most(value: Decimal, grain: Decimal, writing: Writing) -> Range[Decimal]:
    return Range(Decimal(0) if value > 0 else None, value, low_open=True)


def _vague(value: Decimal, grain: Decimal, writing: Writing) -> Range[Decimal]:
    return Range(min(value, value * 10), max(value, value * 10), low_soft=True, high_soft=True)


RANGES: dict[Approx, Callable[[Decimal, Decimal, Writing], Range[Decimal]]] = {
    Approx.EXACT: _exact,
    Approx.ABOUT: _about,
    Approx.NEARLY: _nearly,
    Approx.MORE_THAN: _more_than,
    Approx.AT_LEAST: _at_least,
    Approx.LESS_THAN: _less_than,
    Approx.AT_MOST: _at_most,
    Approx.BETWEEN: _exact,
    Approx.VAGUE: _vague,
}


def _next_round(value: Decimal, grain: Decimal) -> Decimal:
    """The next value up that a writer would have named instead: 29 million after 28.8 million, 70 after 60, 5 after 3.

    Two steps for a single digit, so that "more than three boats" leaves room for four; fives below a hundred.
    """
    if value == 0:
        return grain * 2
    second_digit = Decimal(1).scaleb(value.copy_abs().adjusted() - 1)
    step = max(grain, second_digit)
    if value == value.to_integral_value() and value.copy_abs() % 10 == 0:
        step = max(step, last_digit_place(value))
    if step == 1 and value.copy_abs() < 10:
        return value + 2
    if step == 1 and value.copy_abs() < 100:
        step = Decimal(5)
    rounded = (value / step).to_integral_value(ROUND_FLOOR) * step + step
    return rounded if rounded > value else (value / step).to_integral_value(ROUND_CEILING) * step + step


def tidy(value: Decimal) -> Decimal:
    """The same value without an exponent and without zeros behind the point: 2.88E+7 is 28800000."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole and whole.adjusted() < DIGITS_KEPT else value.normalize()


def last_digit_place(value: Decimal) -> Decimal:
    """The place value of the last digit that is not zero: 10 for 60, 1000 for 25,000, 0.1 for 2.5."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
