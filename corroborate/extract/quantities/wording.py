"""What the wording around a figure leaves open: the one table from hedge to range.

The cues are those of news English. The widths follow usage ("more than" suggests less than the next round value: Cummins,
Sauerland and Solt 2012; "nearly" looks at its value from one side only) and are set here alone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal
from enum import StrEnum

from corroborate.extract.lexicon import words
from corroborate.model.figures import Approx
from corroborate.model.ranges import Range

# The widths, calibrated on the development half of `tests/evaluation/hedge_pairs.jsonl`.
ABOUT_SHARE = Decimal("0.1")
ABOUT_STEPS = 3
NEARLY_SHARE = Decimal("0.075")
ROUND_SHARE = Decimal("0.1")
SHARE_POINTS = Decimal(2)
OVER_POINTS = Decimal(5)
JUST_OVER_SHARE = Decimal("0.05")
FARTHEST_OVER = Decimal("1.5")
# How far each soft bound may be stretched before a figure contradicts it.
SLACK = {
    "about": Decimal("1.25"), "nearly": Decimal("1.25"), "share": Decimal("1.24"), "round": Decimal("1.08"), "just over": Decimal("1.4"),
    "bound": Decimal(5), "vague": Decimal(2),
}  # fmt: skip
LONGEST_CUE = 5
DIGITS_KEPT = 25


class Writing(StrEnum):
    """How a number is written, which tells how far it may have been rounded: "28,831", "28 million", "28.8"."""

    INTEGER = "integer"
    MAGNITUDE = "magnitude"
    DECIMAL = "decimal"
    FRACTION = "fraction"
    DOZEN = "dozen"


CUES_BEFORE: dict[Approx, tuple[str, ...]] = {
    Approx.AT_LEAST: (
        "at least", "no fewer than", "no less than", "no closer than", "no nearer than", "no shorter than", "no younger than",
        "no smaller than",
        "not less than", "not fewer than", "a minimum of", "minimum of", "minimum",
        "as few as", "as little as", "starting at", "starting from",
    ),
    Approx.AT_MOST: (
        "as many as", "as much as", "up to and including", "up to", "upto", "at most", "at the most", "no more than",
        "not more than", "no greater than",
        "no higher than", "no longer than", "no older than",
        "no larger than", "no bigger than", "a maximum of", "maximum of", "not exceeding", "capped at", "limited to", "as high as",
        "as long as",
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
        "slightly over", "slightly above", "a little more than", "a shade over",
        "a little over", "better than", ">",
    ),
    Approx.LESS_THAN: (
        "less than", "fewer than", "lower than", "smaller than", "shorter than", "younger than", "under", "below", "south of",
        "well under", "well below", "sub", "<",
    ),
    Approx.ABOUT: (
        "about", "around", "roughly", "approximately", "approx", "some", "circa", "ca", "ca .", "approx .", "c .", "an estimated",
        "estimated", "estimated at",
        "an approximate", "approximate", "in the region of", "in the neighborhood of",
        "in the neighbourhood of", "in the order of", "on the order of",
        "to the tune of", "something like", "near", "maybe", "perhaps", "probably", "likely", "close on", "nearer", "nearer to",
        "more or less", "~", "≈", "∼",
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
    Approx.ABOUT: ("or so", "or thereabouts", "give or take", "ish", "odd", "- odd", "- ish", "approximately", "roughly"),
}  # fmt: skip

# Words that may stand between a cue and its figure without changing it: "more than a combined 300".
FILLERS = words("""
a an the just only another even its their his her our whopping combined staggering further additional total record estimated mere full
good whole exactly precisely
""")
# Behind these, "about" tells the matter. "Said about 300" is not among them: there it hedges.
_OWNED = words("the its their his her our")
_PLACING = words("over than around about under above below near past beyond")
TELLING = words("""
talk talks talked talking think thinking worry worried worries complain complained complaints speak speaks spoke speaking learn learned
concern concerned concerns question questions story stories book books joke jokes information details detail care cared debate debates
doubts something anything nothing
""")
NOT_AFTER: dict[str, frozenset[str]] = {
    "about": TELLING,
    "over": words("spread hand handed handing took take taken taking won win wins victory victories turn turned all fell"),
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

CLOSELY = words("just slightly little shade fraction touch barely marginally")


def _index(table: Mapping[Approx, Sequence[str]]) -> dict[tuple[str, ...], Approx]:
    return {tuple(cue.split()): approx for approx, cues in table.items() for cue in cues}


_BEFORE = _index(CUES_BEFORE)
_AFTER = _index(CUES_AFTER)


def hedge_before(words: Sequence[str]) -> tuple[Approx, int] | None:
    """The hedge that ends a run of lower-case words, and how many words it takes: "rose by nearly" is (NEARLY, 1)."""
    end = len(words)
    for _ in range(3):
        found = _longest_cue(words[:end])
        if found is not None and end < len(words) and words[end - 1] in _PLACING and not _OWNED.isdisjoint(words[end:]):
            # "Over its 612 miles", "around the 12 islands", "fewer than the 300 expected": places and a comparison.
            return None
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


def is_close(words: Sequence[str]) -> bool:
    """The hedge itself says that little is missing or too much: "just over", "slightly more than"."""
    return not CLOSELY.isdisjoint(words)


def figure_range(
    value: Decimal, approx: Approx, grain: Decimal, *, writing: Writing = Writing.INTEGER, close: bool = False
) -> Range[Decimal]:
    """Every value that the wording leaves open: "nearly 25,000" is above 24,000, and below 25,000 for certain."""
    reading = _just_over if close and approx is Approx.MORE_THAN else RANGES[approx]
    leeway = reading(value, grain, writing)
    return replace(leeway, low=None if leeway.low is None else tidy(leeway.low), high=None if leeway.high is None else tidy(leeway.high))


WHOLE = Decimal(100)


def within_whole(percent: Decimal, leeway: Range[Decimal]) -> Range[Decimal]:
    """What is left open of a share, which ends with the whole: "about 97 percent" is not 90 and not 106."""
    if leeway.low is None or leeway.high is None or not leeway.high_soft or not 0 < percent <= WHOLE < leeway.high:
        return leeway
    rest = max(WHOLE - percent, Decimal(1))
    return replace(leeway, low=max(leeway.low, percent - rest), high=WHOLE)


def between(low: Decimal, high: Decimal) -> Range[Decimal]:
    """What "between 20 and 25" leaves open."""
    return Range(min(low, high), max(low, high))


def _exact(value: Decimal, grain: Decimal, writing: Writing) -> Range[Decimal]:
    if writing is Writing.INTEGER:
        return Range(value, value)
    if writing is Writing.FRACTION:
        width = min(SHARE_POINTS, abs(value) * ABOUT_SHARE)
        return Range(value - width, value + width, low_soft=True, high_soft=True, slack=SLACK["share"])
    if writing is Writing.DOZEN:
        return _about(value, Decimal(0), writing)
    if writing is Writing.DECIMAL:
        return Range(value - grain / 2, value + grain / 2)
    return _rounded(value, grain)


def _rounded(value: Decimal, grain: Decimal) -> Range[Decimal]:
    """ "28 million" may be 28.8 million cut short as well as 27.6 million rounded up; "3 billion" is hardly 3.4 billion."""
    small, large = grain / 2, grain
    widest = abs(value) * ROUND_SHARE
    soft = widest < large
    down, up = (min(large, widest), min(small, widest)) if value < 0 else (min(small, widest), min(large, widest))
    return Range(
        value - down,
        value + up,
        low_soft=soft,
        high_soft=soft,
        low_open=value < 0,
        high_open=value >= 0,
        slack=SLACK["round"] if soft else None,
    )


def _points(value: Decimal) -> Decimal:
    """How far a part told in words may be off; less of the few: "one in 10,000"."""
    return min(SHARE_POINTS, abs(value) * 2 / 5)


def _about(value: Decimal, grain: Decimal, writing: Writing) -> Range[Decimal]:
    least = _points(value) if writing is Writing.FRACTION else min(grain, Decimal(1), abs(value) / 3)
    width = max(min(abs(value) * ABOUT_SHARE, ABOUT_STEPS * _roundness(value)), least)
    return Range(value - width, value + width, low_soft=True, high_soft=True, slack=SLACK["about"])


def _roundness(value: Decimal) -> Decimal:
    """The step in which the number seems to be told: 1 of 121, 5 of 125, 100 of 14,200."""
    _, digits, exponent = value.normalize().as_tuple()
    return Decimal((0, (5,) if digits[-1:] == (5,) else (1,), int(exponent)))


def _nearly(value: Decimal, grain: Decimal, writing: Writing) -> Range[Decimal]:
    width = _points(value) * 2 if writing is Writing.FRACTION else min(_step(value, grain), abs(value) * NEARLY_SHARE)
    if abs(value) < 10:
        # Of a few, a quarter of one may be missing: "nearly two weeks" leaves room for thirteen days.
        width = max(width, grain / 4)
    return Range(value - width, value, low_soft=True, low_open=True, high_open=True, slack=SLACK["nearly"])


def _more_than(value: Decimal, grain: Decimal, writing: Writing) -> Range[Decimal]:
    high = value + min(OVER_POINTS, abs(value)) if writing is Writing.FRACTION else _next_round(value, grain)
    return Range(value, high, high_soft=True, low_open=True, high_open=True, slack=SLACK["bound"])


def _just_over(value: Decimal, grain: Decimal, writing: Writing) -> Range[Decimal]:
    width = _points(value) * 2 if writing is Writing.FRACTION else min(_step(value, grain), abs(value) * JUST_OVER_SHARE)
    return Range(value, value + (width or grain), high_soft=True, low_open=True, high_open=True, slack=SLACK["just over"])


def _at_least(value: Decimal, grain: Decimal, writing: Writing) -> Range[Decimal]:
    return replace(_more_than(value, grain, writing), low_open=False)


def _less_than(value: Decimal, grain: Decimal, writing: Writing) -> Range[Decimal]:
    low = value - min(OVER_POINTS, abs(value)) if writing is Writing.FRACTION else -_next_round(-value, grain)
    low = max(low, Decimal(0)) if value > 0 else low
    return Range(low, value, low_soft=True, low_open=True, high_open=True, slack=SLACK["bound"])


def _at_most(value: Decimal, grain: Decimal, writing: Writing) -> Range[Decimal]:
    return Range(Decimal(0) if value > 0 else None, value, low_open=True)


def _vague(value: Decimal, grain: Decimal, writing: Writing) -> Range[Decimal]:
    return vague(min(value, value * 10), max(value, value * 10))


def vague(low: Decimal, high: Decimal) -> Range[Decimal]:
    """What "dozens" and "several hundred" leave open."""
    return Range(low, high, low_soft=True, high_soft=True, slack=SLACK["vague"])


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
    """The next value up that a writer would have named instead: 29 million after 28.8 million, 70 after 60, 300 after 250, 5 after 3.

    Two steps for a single digit, so that "more than three boats" leaves room for four; fives below a hundred; never
    more than half as much again: "more than 100" is not said of 190.
    """
    if value == 0:
        return grain * 2
    step = _step(value, grain)
    size = value.copy_abs()
    if step == 1 and size < 10:
        return value + 2
    second_digit = Decimal(1).scaleb(size.adjusted() - 1)
    if (step == 1 and size < 100) or (step == second_digit and size / second_digit % 10 == 5):
        step *= 5
    rounded = (value / step).to_integral_value(ROUND_FLOOR) * step + step
    farthest = value * FARTHEST_OVER if value > 0 else value / FARTHEST_OVER
    return rounded if size < 10 else min(rounded, farthest)


def _step(value: Decimal, grain: Decimal) -> Decimal:
    """The place in which a writer counted: that of the last digit that is not zero, and not below the second digit."""
    if value == 0:
        return grain
    step = max(grain, Decimal(1).scaleb(value.copy_abs().adjusted() - 1))
    if value == value.to_integral_value() and value.copy_abs() % 10 == 0:
        step = max(step, last_digit_place(value))
    return step


def tidy(value: Decimal) -> Decimal:
    """The same value without an exponent and without zeros behind the point: 2.88E+7 is 28800000."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole and whole.adjusted() < DIGITS_KEPT else value.normalize()


def last_digit_place(value: Decimal) -> Decimal:
    """The place value of the last digit that is not zero: 10 for 60, 1000 for 25,000, 0.1 for 2.5."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
