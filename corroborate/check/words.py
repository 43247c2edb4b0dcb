"""Figures put into words, as an editor would say them."""

from datetime import date
from decimal import Decimal

from corroborate.model.figures import Figure, Granularity, Period, Quantity, Rank
from corroborate.model.wordings import HEDGES, join, plain

ORDINALS = {1: "", 2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth"}
LATE = frozenset({"yet", "ever", "worldwide", "nationwide", "globally", "anywhere"})
SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


def spoken(value: Decimal) -> str:
    """A number as a newspaper prints it: "28.8 million", "24,000"."""
    for scale, name in SCALES:
        if abs(value) >= scale and (value / scale) * 1000 % 1 == 0:
            return f"{plain(value / scale)} {name}"
    whole, _, decimals = plain(value).partition(".")
    return f"{int(whole):,}" + (f".{decimals}" if decimals else "")


def say_quantity(quantity: Quantity) -> str:
    """A quantity with its hedge and unit: "nearly 25,000", "between 20 and 25 weeks"."""
    unit = "" if quantity.unit is None else f" {quantity.unit}"
    if quantity.value is not None:
        return f"{HEDGES[quantity.approx]}{spoken(quantity.value)}{unit}"
    low, high = quantity.range.low, quantity.range.high
    if low is not None and high is not None:
        return f"between {spoken(low)} and {spoken(high)}{unit}"
    if low is not None:
        return f"{spoken(low)}{unit} or more"
    return f"up to {spoken(high)}{unit}" if high is not None else "an unnumbered amount"


def say_day(day: date) -> str:
    """A day in words: "10 June 2026"."""
    return f"{day.day} {day:%B %Y}"


def say_period(period: Period) -> str:
    """A period by its days: "10 June 2026", "April 2026", "22 April 2026 to 5 June 2026"."""
    low, high = period.range.low, period.range.high
    if low is None and high is None:
        return "an unresolved date"
    if low is None or high is None:
        return f"from {say_day(low)} on" if low is not None else f"until {say_day(high)}" if high is not None else ""
    if low == high:
        return say_day(low)
    if period.granularity is Granularity.MONTH and low.month == high.month and low.year == high.year:
        return f"{low:%B %Y}"
    return f"{say_day(low)} to {say_day(high)}"


def say_rank(rank: Rank) -> str:
    """A rank in words: "one of the largest known attacks", "the second largest attack on record"."""
    ordinal = ORDINALS.get(rank.place, f"{rank.place}th")
    before = tuple(word for word in rank.qualifiers if not _stands_behind(word))
    behind = tuple(word for word in rank.qualifiers if _stands_behind(word))
    words = ("one of the" if rank.shared else "the", ordinal, rank.superlative, *before, rank.head, *behind)
    return " ".join(word for word in words if word)


def _stands_behind(qualifier: str) -> bool:
    """ "The largest attack yet", "in Europe", but "the largest known attack"."""
    return qualifier.lower() in LATE or " " in qualifier


def say(figure: Figure) -> str:
    """Any figure in words."""
    if isinstance(figure, Quantity):
        return say_quantity(figure)
    if isinstance(figure, Period):
        return say_period(figure)
    if isinstance(figure, Rank):
        return say_rank(figure)
    return join(figure.names)
