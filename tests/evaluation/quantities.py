"""Our quantities in the schema of the neutral scorer, and its scores on the annotated sets."""

import json
from collections.abc import Iterable
from typing import Any

from corroborate.extract.numbers import parse_number
from corroborate.extract.quantities import Found, read_quantities
from corroborate.model.figures import Approx, Kind
from tests.evaluation.shared import ROOT, scorer

EVALUATION = ROOT / "eval" / "quantities"
MODIFIERS = {
    Approx.EXACT: "=", Approx.ABOUT: "~", Approx.NEARLY: "~", Approx.MORE_THAN: ">", Approx.AT_LEAST: ">", Approx.LESS_THAN: "<",
    Approx.AT_MOST: "<", Approx.BETWEEN: "=", Approx.VAGUE: "~",
}  # fmt: skip

Scores = dict[str, Any]


def predicted_unit(found: Found) -> str | None:
    """The unit as the scorer writes it: counted things by their noun phrase, ages as years old, shares as percent."""
    quantity = found.quantity
    unit = quantity.unit
    if quantity.counted == "age":
        return f"{unit} old"
    if unit is None:
        unit = quantity.counted
    elif found.rule == "share in words":
        unit = f"% {quantity.counted}" if quantity.counted else "percent"
    if unit is not None and quantity.per:
        unit = f"{unit} per {quantity.per}"
    return unit


def prediction(found: Found, text: str) -> dict[str, Any]:
    """One quantity of ours as one of the scorer's."""
    quantity = found.quantity
    surface = found.span.cut(text)
    factor = 0.01 if found.rule == "share in words" else 1.0
    if found.kind is Kind.MONEY and quantity.unit in ("GBP", "MYR") and surface.endswith(("p", "pence", "sen")):
        factor = 100.0
    if quantity.direction < 0 and surface[0] in "-−":
        factor = -factor
    scored = {"unit": predicted_unit(found), "modifier": MODIFIERS[quantity.approx]}
    if quantity.value is not None:
        return {**scored, "value": float(quantity.value) * factor}
    low, high = quantity.range.low, quantity.range.high
    return {**scored, "low": None if low is None else float(low) * factor, "high": None if high is None else float(high) * factor}


def gold(name: str) -> list[dict[str, Any]]:
    """An annotated set."""
    return [json.loads(line) for line in (EVALUATION / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def read(items: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """What we read in each text."""
    return {item["id"]: {"quantities": [prediction(found, item["text"]) for found in read_quantities(item["text"])]} for item in items}


def score_quantities(name: str, **options: Any) -> Scores:
    """Precision, recall and F1 on an annotated set of texts."""
    items = gold(name)
    return dict(scorer("quantities").score_quantities(items, read(items), **options))


def score_numbers() -> Scores:
    """How many number strings are read rightly, by style of writing."""
    items = gold("numbers.jsonl")
    answers = {item["id"]: {"value": None if (value := parse_number(item["string"])) is None else float(value)} for item in items}
    return dict(scorer("quantities").score_numbers(items, answers, by="style"))
