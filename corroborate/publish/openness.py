"""What a wording leaves open, in words: "over 28 million" is "more than 28,000,000, usually less than 29,000,000"."""

from datetime import date
from decimal import Decimal

from corroborate.model.figures import Figure, Period, Quantity
from corroborate.model.months import MONTH_NAMES
from corroborate.model.ranges import Range
from corroborate.model.wordings import plain


def leaves_open(figure: Figure) -> str:
    """The values that a figure's wording allows; empty for ranks and parties."""
    if isinstance(figure, Quantity):
        return _stretch(figure.range)
    if isinstance(figure, Period):
        return _days(figure.range)
    return ""


def grouped(value: Decimal) -> str:
    """A decimal with its thousands told apart: 28,800,000."""
    whole, point, rest = plain(value).partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.lstrip("-").isdigit() else plain(value)


def day_told(day: date) -> str:
    """A day as a reader says it: 8 April 2024."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def _stretch(bounds: Range[Decimal]) -> str:
    if bounds.low is not None and bounds.low == bounds.high:
        return f"exactly {grouped(bounds.low)}"
    low = None if bounds.low is None else f"{'more than' if bounds.low_open else 'at least'} {grouped(bounds.low)}"
    high = None if bounds.high is None else f"{'less than' if bounds.high_open else 'at most'} {grouped(bounds.high)}"
    parts = [_usually(low, soft=bounds.low_soft), _usually(high, soft=bounds.high_soft)]
    return ", ".join(part for part in parts if part) or "anything"


def _usually(bound: str | None, *, soft: bool) -> str | None:
    return f"usually {bound}" if bound and soft else bound


def _days(bounds: Range[date]) -> str:
    if bounds.low is not None and bounds.low == bounds.high:
        return day_told(bounds.low)
    low = None if bounds.low is None else f"from {day_told(bounds.low)}"
    high = None if bounds.high is None else f"until {day_told(bounds.high)}"
    return " ".join(part for part in (low, high) if part) or "any day"
