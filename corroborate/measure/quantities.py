"""Our quantities in the schema of the neutral scorer, and its scores on annotated texts."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from corroborate.extract.quantities import read_quantities
from corroborate.extract.quantities.numbers import parse_number
from corroborate.extract.quantities.occurrences import Found
from corroborate.measure.passages import Means
from corroborate.measure.scores import Measured
from corroborate.measure.sets import Lines
from corroborate.model.figures import Approx, Kind

MODIFIERS: Mapping[Approx, str] = {
    Approx.EXACT: "=", Approx.ABOUT: "~", Approx.NEARLY: "~", Approx.MORE_THAN: ">", Approx.AT_LEAST: ">", Approx.LESS_THAN: "<",
    Approx.AT_MOST: "<", Approx.BETWEEN: "=", Approx.VAGUE: "~",
}  # fmt: skip
# Currencies that the scorer knows by name only.
NAMES: Mapping[str, str] = {
    "KWD": "kuwaiti dinar", "LBP": "lebanese pound", "EGP": "egyptian pound", "QAR": "qatari riyal", "SAR": "saudi riyal",
    "BGN": "bulgarian lev", "UAH": "ukrainian hryvnia", "MNT": "mongolian togrog", "GHS": "ghanaian cedi", "VND": "vietnamese dong",
}  # fmt: skip
MEASURES: Mapping[str, str] = {"value": "value", "value + approximation": "value+approx", "value + unit": "value+unit"}

_ONLY_COINS = re.compile(r"[^\s\d]*\d[\d.,]*\s?(?:p|pence|sen)|[a-z]+ (?:pence|sen)")

Quantities = list[dict[str, Any]]


def measure_quantities(lines: Lines, means: Means) -> Iterator[Measured]:
    """F1 of values, of values with their approximation, of values with their unit, all strict."""
    read = {line["id"]: {"quantities": predictions(line["text"])} for line in lines}
    found = means.scorer.score_quantities(lines, read)
    for measure, key in MEASURES.items():
        yield Measured(measure, float(found[key]["F1"]), int(found[key]["gold"]))


def measure_numbers(lines: Lines, means: Means) -> Iterator[Measured]:
    """How many number strings are read rightly: F1 of all, and the share of those in words."""
    read = {line["id"]: {"value": None if (value := parse_number(line["string"])) is None else float(value)} for line in lines}
    found = means.scorer.score_numbers(lines, read, by="style")
    yield Measured("value", float(found["value"]["F1"]), int(found["value"]["gold"]))
    words = found["by"].get("words")
    if words is not None:
        yield Measured("value, in words", float(words["accuracy"]), int(words["n"]))


def predictions(text: str) -> Quantities:
    """All quantities of a text; the two levels of "rose from A to B" as the one range for which the scorer asks."""
    made: Quantities = []
    previous: Found | None = None
    for found in read_quantities(text):
        scored = prediction(found, text)
        joined = previous is not None and text[previous.span.end : found.span.start].strip() == "to" and _follows_from(text, previous)
        if joined and "value" in made[-1] and "value" in scored:
            low, high = sorted((made[-1].pop("value"), scored.pop("value")))
            made[-1] = {**made[-1], **scored, "low": low, "high": high}
        else:
            made.append(scored)
        previous = found
    return made


def prediction(found: Found, text: str) -> dict[str, Any]:
    """One quantity of ours as one of the scorer's."""
    quantity = found.quantity
    factor = _factor(found, found.span.cut(text))
    scored = {"unit": predicted_unit(found), "modifier": MODIFIERS[quantity.approx]}
    if quantity.value is not None:
        return {**scored, "value": float(quantity.value) * factor}
    low, high = quantity.range.low, quantity.range.high
    return {**scored, "low": None if low is None else float(low) * factor, "high": None if high is None else float(high) * factor}


def predicted_unit(found: Found) -> str | None:
    """The unit as the scorer writes it: counted things by their noun phrase, ages as years old, shares as percent."""
    quantity = found.quantity
    unit = quantity.unit
    if quantity.counted == "age":
        return f"{unit} old"
    unit = NAMES.get(unit or "", unit)
    if unit is None:
        unit = quantity.counted
    elif found.rule == "share in words":
        unit = f"% {quantity.counted}" if quantity.counted else "percent"
    if unit is not None and quantity.per:
        unit = f"{unit} per {quantity.per}"
    return unit


def _factor(found: Found, surface: str) -> float:
    """Fractions in words are shares of one there, coins are coins, and a change keeps its sign."""
    factor = 0.01 if found.rule == "share in words" else 1.0
    if found.kind is Kind.MONEY and found.quantity.unit in ("GBP", "MYR") and _ONLY_COINS.fullmatch(surface):
        factor = 100.0
    if found.quantity.direction < 0 and surface.startswith(("-", "−", "minus")):
        factor = -factor
    return factor


def _follows_from(text: str, found: Found) -> bool:
    return text[: found.span.start].rstrip().endswith("from")
