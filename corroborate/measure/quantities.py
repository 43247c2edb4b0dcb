"""Our quantities in the schema of the neutral scorer, and its scores on annotated texts."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from corroborate.extract.quantities import read_quantities
from corroborate.extract.quantities.amounts import START, read_amount
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

QUANTULUM = "quantulum3 tests"
_ONLY_COINS = re.compile(r"[^\s\d]*\d[\d.,]*\s?(?:p|pence|sen)|[a-z]+ (?:pence|sen)")

Quantities = list[dict[str, Any]]


def measure_quantities(lines: Lines, means: Means) -> Iterator[Measured]:
    """F1 of values, of values with their approximation, of values with their unit, all strict."""
    found = means.scorer.score_quantities(lines, answers(lines))
    for measure, key in MEASURES.items():
        yield Measured(measure, float(found[key]["F1"]), int(found[key]["gold"]))


def answers(lines: Lines) -> dict[str, dict[str, Any]]:
    """What is read in each text, by the conventions of its source."""
    read = {}
    for line in lines:
        found = predictions(line["text"])
        read[line["id"]] = {"quantities": [in_middle(one) for one in found] if line.get("source") == QUANTULUM else found}
    return read


def measure_numbers(lines: Lines, means: Means) -> Iterator[Measured]:
    """How many number strings are read rightly: F1 of all, and the share of those in words."""
    found = means.scorer.score_numbers(lines, number_answers(lines), by="style")
    yield Measured("value", float(found["value"]["F1"]), int(found["value"]["gold"]))
    words = found["by"].get("words")
    if words is not None:
        yield Measured("value, in words", float(words["accuracy"]), int(words["n"]))


def number_answers(lines: Lines) -> dict[str, dict[str, Any]]:
    """What each number string is read as."""
    return {line["id"]: {"value": None if (value := parse_number(line["string"])) is None else float(value)} for line in lines}


def predictions(text: str) -> Quantities:
    """All quantities of a text: amounts told in parts one by one, the two levels of "rose from A to B" as the one range asked for."""
    made: Quantities = []
    previous: Found | None = None
    for found in read_quantities(text):
        scored = prediction(found, text) | _of_average(found, text)
        if _moves_on(text, previous, found) and "value" in made[-1] and "value" in scored:
            low, high = sorted((made[-1].pop("value"), scored.pop("value")))
            made[-1] = {**made[-1], **scored, "low": low, "high": high}
        else:
            made.extend(_parts(scored, found.span.cut(text)) if "told in parts" in found.rule else [scored])
        previous = found
    return made


def prediction(found: Found, text: str) -> dict[str, Any]:
    """One quantity of ours as one of the scorer's."""
    quantity = found.quantity
    factor = _factor(found, found.span.cut(text))
    if _is_of_cents(found):
        factor *= 100
    counts = quantity.unit is None or found.rule == "share in words"
    scored = {"unit": predicted_unit(found), "modifier": MODIFIERS[quantity.approx], "counts": counts}
    if quantity.value is not None:
        return {**scored, "value": float(quantity.value) * factor}
    low, high = quantity.range.low, quantity.range.high
    return {**scored, "low": None if low is None else float(low) * factor, "high": None if high is None else float(high) * factor}


_AVERAGE = re.compile(r"\b(?:on average|average(?: of)?|averaged|averaging|averages)\s$", re.IGNORECASE)


def _of_average(found: Found, text: str) -> dict[str, Any]:
    """By the conventions of the annotated news an average is approximate; to us it is as exact as any other figure."""
    start = found.span.start
    averaged = found.quantity.approx is Approx.EXACT and _AVERAGE.search(text, max(0, start - 16), start)
    return {"modifier": MODIFIERS[Approx.ABOUT]} if averaged else {}


def predicted_unit(found: Found) -> str | None:
    """The unit as the scorer writes it: counted things by their noun phrase, ages as years old, shares as percent."""
    quantity = found.quantity
    unit = quantity.unit
    if quantity.counted == "age":
        return f"{unit} old"
    unit = "cent" if _is_of_cents(found) else NAMES.get(unit or "", unit)
    if unit is None:
        unit = quantity.counted
    elif found.rule == "share in words":
        unit = f"% {quantity.counted}" if quantity.counted else "percent"
    if unit is not None and quantity.per:
        unit = f"{unit} per {quantity.per}"
    return unit


def _is_of_cents(found: Found) -> bool:
    """Cents are a unit of their own there, and parts of the text's currency here."""
    return ", cents of " in found.rule


def _factor(found: Found, surface: str) -> float:
    """Fractions in words are shares of one there, coins are coins, and a change keeps its sign."""
    factor = 0.01 if found.rule == "share in words" else 1.0
    if found.kind is Kind.MONEY and found.quantity.unit in ("GBP", "MYR") and _ONLY_COINS.fullmatch(surface):
        factor = 100.0
    if found.quantity.direction < 0 and surface.startswith(("-", "−", "minus")):
        factor = -factor
    return factor


def _moves_on(text: str, previous: Found | None, found: Found) -> bool:
    """The figure is the level reached from the one before it, in the same unit."""
    if previous is None or previous.quantity.unit != found.quantity.unit:
        return False
    return text[previous.span.end : found.span.start].strip() == "to" and text[: previous.span.start].rstrip().endswith("from")


def _parts(scored: dict[str, Any], surface: str) -> Quantities:
    """ "5 feet 8 inches" is one figure of ours and two of the scorer's."""
    amounts = [read_amount(surface, match.start()) for match in START.finditer(surface)]
    parts = [one for one in amounts if one is not None and one.unit is not None and one.unit.kind in (Kind.MEASURE, Kind.DURATION)]
    if len(parts) < 2:
        return [scored]
    return [{**scored, "value": float(one.number.value), "unit": one.unit and one.unit.name} for one in parts]


def in_middle(scored: dict[str, Any]) -> dict[str, Any]:
    """By the conventions of quantulum3: a range is its middle, and only physical units and money are units."""
    physical = scored["counts"] is False
    low, high = scored.get("low"), scored.get("high")
    value = (low + high) / 2 if low is not None and high is not None else scored.get("value")
    return {"value": value, "modifier": scored["modifier"], "unit": scored["unit"] if physical else None}
