"""Figures put into words, as an editor would say them."""

from datetime import date, datetime
from decimal import Decimal

from corroborate.model.figures import Figure, Granularity, Period, Quantity, Rank
from corroborate.model.units import plural_of
from corroborate.model.wordings import HEDGES, join, plain

ORDINALS = {1: "", 2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth"}
LATE = frozenset({"yet", "ever", "worldwide", "nationwide", "globally", "anywhere"})
CURRENCIES = {
    "USD": ("dollar", "dollars"), "EUR": ("euro", "euros"), "GBP": ("pound", "pounds"), "CHF": ("Swiss franc", "Swiss francs"),
    "JPY": ("yen", "yen"), "CNY": ("yuan", "yuan"), "INR": ("rupee", "rupees"), "KRW": ("won", "won"), "RUB": ("rouble", "roubles"),
    "AUD": ("Australian dollar", "Australian dollars"), "CAD": ("Canadian dollar", "Canadian dollars"),
    "NZD": ("New Zealand dollar", "New Zealand dollars"), "HKD": ("Hong Kong dollar", "Hong Kong dollars"),
    "SGD": ("Singapore dollar", "Singapore dollars"), "SEK": ("Swedish krona", "Swedish kronor"),
    "NOK": ("Norwegian krone", "Norwegian kroner"), "DKK": ("Danish krone", "Danish kroner"),
    "BRL": ("Brazilian real", "Brazilian reais"), "MXN": ("Mexican peso", "Mexican pesos"), "ZAR": ("rand", "rand"),
    "TRY": ("lira", "lira"), "PLN": ("zloty", "zlotys"),
}  # fmt: skip
SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


MOST_DECIMALS = 3
"""What has more comes out of a fraction: a third is 33.3 percent."""


def spoken(value: Decimal) -> str:
    """A number as a newspaper prints it: "28.8 million", "24,000"."""
    for scale, name in SCALES:
        if abs(value) >= scale and (value / scale) * 1000 % 1 == 0:
            return f"{plain(value / scale)} {name}"
    whole, _, decimals = plain(value).partition(".")
    if len(decimals) > MOST_DECIMALS and abs(value) >= 1:
        return spoken(value.quantize(Decimal("0.1")))
    return f"{int(whole):,}" + (f".{decimals}" if decimals else "")


def say_quantity(quantity: Quantity) -> str:
    """A quantity with its hedge and unit: "nearly 25,000", "between 20 and 25 weeks", "24.3 billion euros"."""
    if quantity.value is not None:
        return f"{HEDGES[quantity.approx]}{spoken(quantity.value)}{say_unit(quantity.unit, quantity.value)}"
    low, high = quantity.range.low, quantity.range.high
    if low is not None and high is not None:
        return f"between {spoken(low)} and {spoken(high)}{say_unit(quantity.unit, high)}"
    if low is not None:
        return f"{spoken(low)}{say_unit(quantity.unit, low)} or more"
    return f"up to {spoken(high)}{say_unit(quantity.unit, high)}" if high is not None else "an unnumbered amount"


def say_unit(unit: str | None, value: Decimal | None = None) -> str:
    """The unit behind its number, with the blank before it: " weeks", " kilometres per hour", " euros", " percent"."""
    if unit is None:
        return ""
    if unit == "%":
        return " percent"
    if unit in CURRENCIES:
        one, many = CURRENCIES[unit]
        return f" {one if value == 1 else many}"
    if unit.isupper() or value == 1:
        return f" {unit}"
    return f" {plural_of(unit)}"


def say_when(moment: datetime) -> str:
    """A moment in words: "12:00 UTC on 14 October"."""
    return f"{moment:%H:%M} UTC on {moment.day} {moment:%B}"


def sentence(text: str) -> str:
    """A text as a sentence: a capital before, a full stop behind."""
    text = text.strip()
    closed = text.endswith((".", "!", "?", '."', '!"', '?"'))
    return f"{text[:1].upper()}{text[1:]}{'' if closed else '.'}"


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
