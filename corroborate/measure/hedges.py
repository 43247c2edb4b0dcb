"""Two wordings of a figure, as editors judge them and as they are compared here."""

from collections.abc import Iterator, Mapping
from typing import Any

from corroborate.check.quantities import compare
from corroborate.extract.quantities import read_quantities
from corroborate.measure.passages import Means
from corroborate.measure.scores import Measured, Score, f1
from corroborate.measure.sets import Lines
from corroborate.model.figures import Quantity
from corroborate.model.findings import Relation

UNREAD = "unread"


def measure_hedges(lines: Lines, means: Means) -> Iterator[Measured]:
    """How many pairs are judged as editors judge them, and F1 of the conflicts alone."""
    judged = [(line["label"], relation(line)) for line in lines]
    yield Measured("relation", sum(label == ours for label, ours in judged) / max(1, len(judged)), len(judged))
    conflict = Relation.CONFLICT.value
    gold = [ours for label, ours in judged if label == conflict]
    given = sum(ours == conflict for _, ours in judged)
    yield f1("conflict", Score(len(gold), given, gold.count(conflict)))


def relation(line: Mapping[str, Any]) -> str:
    """The relation of the two figures of a pair, or that one of them is not read."""
    left, right = (_figure(line[side], line[f"{side}_figure"]) for side in ("left", "right"))
    return UNREAD if left is None or right is None else compare(left, right).relation.value


def _figure(text: str, surface: str) -> Quantity | None:
    """The figure that stands where the annotation says."""
    start = text.index(surface)
    end = start + len(surface)
    return next((found.quantity for found in read_quantities(text) if found.span.start < end and start < found.span.end), None)
