"""Figures put into words, as an editor would say them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from corroborate.model.claims import Claim
from corroborate.model.figures import Approx, Figure, Granularity, Participation, Period, Quantity, Rank

HEDGES = {
    Approx.EXACT: "",
    Approx.ABOUT: "about ",
    Approx.NEARLY: "nearly ",
    Approx.MORE_THAN: "more than ",
    Approx.AT_LEAST: "at least ",
    Approx.LESS_THAN: "less than ",
    Approx.AT_MOST: "up to ",
    Approx.BETWEEN: "",
    Approx.VAGUE: "",
}
RELATIONS = {"since": "since ", "until": "until ", "by": "by ", "before": "before ", "after": "after "}
SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


def plain(value: Decimal) -> str:
    """A decimal without exponent or needless zeros: `28800000`, `3.4`."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


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
    """A rank in words: "one of the largest known attacks"."""
    place = f"number {rank.place} of the " if rank.place > 1 else ""
    return " ".join(
        part for part in (("one of the" if rank.shared else "the"), f"{place}{rank.superlative}", *rank.qualifiers, rank.head) if part
    )


def join(names: Sequence[str]) -> str:
    """A list as a sentence has it: "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def say(figure: Figure) -> str:
    """Any figure in words."""
    if isinstance(figure, Quantity):
        return say_quantity(figure)
    if isinstance(figure, Period):
        return say_period(figure)
    if isinstance(figure, Rank):
        return say_rank(figure)
    return join(figure.names)


def wording(claim: Claim) -> str:
    """The claim in the article's own words, with the hedge that stands outside its surface: "nearly 25,000"."""
    figure, surface = claim.figure, " ".join(claim.surface.split())
    if isinstance(figure, Quantity):
        hedge = (
            "between "
            if figure.approx is Approx.BETWEEN and " and " in surface and "between" not in surface.lower()
            else HEDGES[figure.approx]
        )
        return f"{hedge}{surface}"
    if isinstance(figure, Period):
        return f"{RELATIONS.get(figure.relation, '')}{surface}"
    if isinstance(figure, Participation):
        return join(figure.names)
    return surface
