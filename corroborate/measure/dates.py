"""Dates of annotated sentences: our own news, and expressions in the schema of the neutral scorer."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from corroborate.extract.dates import read_dates
from corroborate.measure.passages import Means
from corroborate.measure.scores import Measured, Score, f1
from corroborate.measure.sets import Lines
from corroborate.model.outlets import DateOrder


def measure_dates(lines: Lines, means: Means) -> Iterator[Measured]:
    """F1 of dates whose kind, first and last day are all right."""
    yield f1("dates", sum((score_sentence(line) for line in lines), Score()))


def measure_expressions(lines: Lines, means: Means) -> Iterator[Measured]:
    """F1 of expressions whose first and last day are both right; they are American, their 3/4 is March 4."""
    order = DateOrder.MONTH_FIRST
    read = {
        line["id"]: {"expressions": [one for one in predictions(line["text"], line["reference"], order) if one["start"] or one["end"]]}
        for line in lines
    }
    found = means.scorer.score_dates(lines, read, types={"DATE"})["value strict"]
    yield Measured("dates", float(found["F1"]), int(found["gold"]))


def score_sentence(line: Mapping[str, Any]) -> Score:
    """A date counts where it lies over the annotated surface and has its kind, first and last day."""
    expected = [one for one in line["dates"] if one["start"] or one["end"]]
    found = [one for one in predictions(line["text"], line["published"]) if one["start"] or one["end"]]
    right = sum(1 for one in expected if any(_is_right(line["text"], one, other) for other in found))
    return Score(len(expected), len(found), right)


def predictions(text: str, published: str, order: DateOrder | None = None) -> Iterator[dict[str, Any]]:
    """The dates of one sentence in the schema of the scorer."""
    for reading in read_dates(text, date.fromisoformat(published), order=order):
        low, high = reading.period.range.low, reading.period.range.high
        yield {
            "text": text[reading.start : reading.end],
            "span": [reading.start, reading.end],
            "kind": reading.label,
            "start": low.isoformat() if low else None,
            "end": high.isoformat() if high else None,
        }


def _is_right(text: str, expected: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    place = expected["offset"] if "offset" in expected else text.index(expected["surface"])
    over = found["span"][0] < place + len(expected["surface"]) and place < found["span"][1]
    return over and all(expected[part] == found[part] for part in ("kind", "start", "end"))
