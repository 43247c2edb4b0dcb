"""Figures of annotated articles, by the scorer that comes with them."""

import contextlib
import io
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from corroborate.extract.claims import read_claims
from corroborate.measure.articles import article_of
from corroborate.measure.passages import Means
from corroborate.measure.scores import Measured
from corroborate.measure.sets import Lines
from corroborate.model.claims import Claim
from corroborate.model.figures import Period, Quantity


def measure_figures(lines: Lines, means: Means) -> Iterator[Measured]:
    """How many of the annotated figures are found, and how many of the figures found are right."""
    rows = [row for line in lines for row in _rows(line, means)]
    with contextlib.redirect_stdout(io.StringIO()):
        found = means.scorer.score(rows)
    yield Measured("figures found", float(found["recall"]), len(means.scorer.GOLD["figures"]))
    yield Measured("figures right", float(found["precision"]), sum(row["kind"] in means.scorer.SCORED for row in rows))


def _rows(line: Mapping[str, Any], means: Means) -> Iterator[dict[str, Any]]:
    doc = means.reader.annotate(line["text"], date.fromisoformat((line["published"] or line["fetched"])[:10]))
    for claim in read_claims(doc, article_of(line["text"])):
        yield {"article": line["id"], "kind": claim.kind.value, "surface": claim.surface, **_value(claim)}


def _value(claim: Claim) -> dict[str, Any]:
    figure = claim.figure
    if isinstance(figure, Quantity):
        return {"value": None if figure.value is None else str(figure.value), "approx": str(figure.approx)}
    if isinstance(figure, Period):
        return {"start": str(figure.range.low or ""), "end": str(figure.range.high or "")}
    return {}
