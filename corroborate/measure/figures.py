"""Figures of our own annotated news: values, hedges, units and the things counted."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from spacy.tokens import Doc

from corroborate.extract.spans import chars_of, text_of
from corroborate.measure.passages import Means
from corroborate.measure.scores import Measured, Score, f1
from corroborate.measure.sets import Lines
from corroborate.model.claims import Span
from corroborate.model.figures import Approx, Quantity

Bounds = tuple[Decimal | None, Decimal | None]

CLOSE = Decimal("0.0002")
"""Relative: "two thirds" is annotated as 0.6667."""

PERCENT = re.compile(r"%|\bper ?cent|\bp\.?c\b|\bpct\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as annotated or as read, in comparable form: its bounds, hedge, unit and what it counts."""

    span: Span
    bounds: Bounds
    approx: str
    unit: str
    counted: str

    def is_over(self, other: "Told") -> bool:
        """The two share characters."""
        return self.span.start < other.span.end and other.span.start < self.span.end

    def agrees(self, other: "Told", part: str) -> bool:
        """What is read says the same in one part as this, which is annotated."""
        if part == "bounds":
            return all(_is_close(left, right) for left, right in zip(self.bounds, other.bounds, strict=True))
        # Of a sum or a measure the annotation does not tell what it is of.
        return bool(getattr(self, part) == getattr(other, part)) or (part == "counted" and self.unit != "")


def _is_close(left: Decimal | None, right: Decimal | None) -> bool:
    if left is None or right is None:
        return left is right
    return abs(left - right) <= CLOSE * max(abs(left), abs(right))


def measure_figures_of_news(lines: Lines, means: Means) -> Iterator[Measured]:
    """F1 of values, of values with their approximation, of values with unit and thing counted."""
    read = [(list(_annotated(line)), list(_read(means.read(line)))) for line in lines]
    for measure, parts in PARTS.items():
        yield f1(measure, sum((_score(gold, found, parts) for gold, found in read), Score()))


PARTS: Mapping[str, tuple[str, ...]] = {
    "value": ("bounds",),
    "value + approximation": ("bounds", "approx"),
    "value + unit": ("bounds", "unit"),
    "value + unit + thing": ("bounds", "unit", "counted"),
}


def _score(gold: list[Told], found: list[Told], parts: tuple[str, ...]) -> Score:
    free = list(found)
    right = 0
    for one in gold:
        match = next((other for other in free if one.is_over(other) and all(one.agrees(other, part) for part in parts)), None)
        if match is not None:
            free.remove(match)
            right += 1
    return Score(len(gold), len(found), right)


def _annotated(line: Mapping[str, Any]) -> Iterator[Told]:
    for one in line["quantities"]:
        bounds = (_decimal(one.get("low")), _decimal(one.get("high"))) if one.get("value") is None else (_decimal(one["value"]),) * 2
        yield Told(
            Span(one["start"], one["start"] + len(one["surface"])), bounds, one["approx"], _plain(one["unit"]), _plain(one["counted"])
        )


def _read(doc: Doc) -> Iterator[Told]:
    text = text_of(doc)
    for span in doc.spans["quantities"]:
        quantity, chars = span._.figure, chars_of(span)
        if isinstance(quantity, Quantity):
            yield _told(quantity, chars, chars.cut(text))


def _told(quantity: Quantity, chars: Span, surface: str) -> Told:
    """ "Half of them" is annotated as 0.5 of them, and is 50 percent of ours."""
    low, high = _bounds(quantity)
    counted, unit = _plain(quantity.counted), _plain(quantity.unit)
    if unit == "%" and not PERCENT.search(surface):
        low, high, unit = low and low / 100, high and high / 100, ""
    return Told(chars, (low, high), str(quantity.approx), unit, counted)


def _bounds(quantity: Quantity) -> Bounds:
    if quantity.value is not None:
        return quantity.value, quantity.value
    return (quantity.range.low, quantity.range.high) if quantity.approx in (Approx.BETWEEN, Approx.VAGUE) else (None, None)


def _decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _plain(name: str | None) -> str:
    """Without an article, in lower case; an age has no thing that is counted."""
    plain = " ".join((name or "").lower().split()).removeprefix("the ")
    return "" if plain == "age" else plain
