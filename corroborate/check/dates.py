"""Two dates, or two stretches of days, that answer one question; and durations held against dates."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from corroborate.check.words import say_period, say_quantity
from corroborate.model.figures import Approx, Granularity, Period, Quantity
from corroborate.model.findings import Comparison, Relation
from corroborate.model.ranges import Range
from corroborate.model.units import MEASURES

# "Six weeks" may be five and a half to six and a half; a round number of months is looser.
SLACK = {"hour": Decimal("0.5"), "day": Decimal(1), "week": Decimal("0.5"), "month": Decimal("0.5"), "year": Decimal("0.5")}
COARSE = {Granularity.MONTH, Granularity.QUARTER, Granularity.SEASON, Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY}
STRETCH, UNTIL = "between", "until"
MONDAY = 0


def compare_periods(left: Period, right: Period) -> Comparison:
    """Relate two dates that answer the same question; the order of the two does not matter."""
    left, right = sorted((left, right), key=_order)
    if not (left.is_resolved and right.is_resolved):
        return Comparison(Relation.INCOMPARABLE, "a date that the text leaves open cannot be compared")
    first, second = say_period(left), say_period(right)
    if left.range == right.range:
        return Comparison(Relation.SAME, f"both say {first}")
    if is_stretch(left) and is_stretch(right):
        return _compare_stretches(left, right)
    if _end_otherwise(left, right):
        return Comparison(Relation.CONFLICT, f"{first} and {second} do not end together")
    if _as_weeks_begin(left).range.meets(_as_weeks_begin(right).range):
        return Comparison(Relation.COMPATIBLE, f"{first} leaves room for {second}")
    return Comparison(Relation.CONFLICT, f"{first} and {second} have no day in common")


def _end_otherwise(left: Period, right: Period) -> bool:
    """ "A contract until 2031" and one "until 2030"."""
    if left.relation != UNTIL or right.relation != UNTIL or left.granularity is not right.granularity:
        return False
    return left.range.high != right.range.high


def _as_weeks_begin(period: Period) -> Period:
    """A week with the Sunday before it, on which it begins for many."""
    low = period.range.low
    if period.granularity is not Granularity.WEEK or low is None or low.weekday() != MONDAY:
        return period
    return replace(period, range=replace(period.range, low=low - timedelta(days=1)))


def _order(period: Period) -> tuple[object, ...]:
    return (period.range.low or date.min, period.range.high or date.max, period.granularity, period.relation, str(period))


def is_stretch(period: Period) -> bool:
    """It names a beginning and an end: "between April 22 and June 5"."""
    return period.relation == STRETCH and period.range.low is not None and period.range.high is not None


def _compare_stretches(left: Period, right: Period) -> Comparison:
    first, second = say_period(left), say_period(right)
    if start_of(left).meets(start_of(right)) and end_of(left).meets(end_of(right)):
        return Comparison(Relation.COMPATIBLE, f"{first} leaves room for {second}")
    if not left.range.meets(right.range):
        return Comparison(Relation.CONFLICT, f"{first} and {second} have no day in common")
    if left.granularity in COARSE or right.granularity in COARSE:
        return Comparison(Relation.TENSION, f"{first} and {second} overlap but do not begin and end together")
    return Comparison(Relation.CONFLICT, f"{first} and {second} do not begin and end together")


def start_of(period: Period) -> Range[date]:
    """The days on which it may begin: for "between April and June" all of April."""
    low = period.range.low
    if low is None:
        return Range(None, period.range.high)
    return Range(low, _unit_end(low, period.granularity))


def end_of(period: Period) -> Range[date]:
    """The days on which it may end: for "between April and June" all of June."""
    high = period.range.high
    if high is None:
        return Range(period.range.low, None)
    return Range(_unit_start(high, period.granularity), high)


def _unit_end(day: date, granularity: Granularity) -> date:
    if granularity is Granularity.WEEK:
        return day + timedelta(days=6)
    if granularity is Granularity.MONTH:
        return day.replace(day=monthrange(day.year, day.month)[1])
    if granularity in (Granularity.QUARTER, Granularity.SEASON):
        return day + timedelta(days=91)
    if granularity in (Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY):
        return date(day.year, 12, 31)
    return day


def _unit_start(day: date, granularity: Granularity) -> date:
    if granularity is Granularity.WEEK:
        return day - timedelta(days=6)
    if granularity is Granularity.MONTH:
        return day.replace(day=1)
    if granularity in (Granularity.QUARTER, Granularity.SEASON):
        return day - timedelta(days=91)
    if granularity in (Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY):
        return date(day.year, 1, 1)
    return day


def compare_duration(duration: Quantity, period: Period) -> Comparison:
    """Whether "six weeks" fits "between April 22 and June 5", first and last day counted or not."""
    bounds, lengths = days_of(duration), length_of(period)
    if bounds is None or lengths is None:
        return Comparison(Relation.INCOMPARABLE, "the dates or the duration leave the length open")
    said = say_quantity(duration)
    counted = f"{lengths.low}" if lengths.low == lengths.high else f"{lengths.low} to {lengths.high}"
    if bounds.meets(lengths):
        return Comparison(Relation.COMPATIBLE, f"{said} {'fits' if duration.value == 1 else 'fit'} {say_period(period)} ({counted} days)")
    return Comparison(
        Relation.CONFLICT, f"{said} {'does' if duration.value == 1 else 'do'} not fit {say_period(period)}, which is {counted} days"
    )


def days_of(duration: Quantity) -> Range[Decimal] | None:
    """The lengths in days that the wording of a duration leaves open."""
    if duration.unit not in SLACK or duration.approx is Approx.VAGUE:
        return None
    factor, slack = MEASURES[duration.unit].factor / MEASURES["day"].factor, SLACK[duration.unit]
    bounds = duration.range.hardened() if duration.approx is not Approx.EXACT else duration.range
    low = None if bounds.low is None else (bounds.low - slack) * factor
    high = None if bounds.high is None else (bounds.high + slack) * factor
    return Range(low, high)


def length_of(period: Period) -> Range[Decimal] | None:
    """How many days a stretch may have, from the nights between its ends to both ends counted."""
    start, end = start_of(period), end_of(period)
    if not is_stretch(period) or start.low is None or start.high is None or end.low is None or end.high is None:
        return None
    shortest, longest = (end.low - start.high).days, (end.high - start.low).days + 1
    return Range(Decimal(max(shortest, 0)), Decimal(longest))
