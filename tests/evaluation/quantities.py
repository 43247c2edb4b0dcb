"""The scores of our quantities on the annotated sets of others, with the conversion of the package."""

import json
from typing import Any

from corroborate.measure.quantities import answers, number_answers
from tests.evaluation.shared import ROOT, scorer

EVALUATION = ROOT / "eval" / "quantities"

Scores = dict[str, Any]


def gold(name: str) -> tuple[dict[str, Any], ...]:
    """An annotated set."""
    return tuple(json.loads(line) for line in (EVALUATION / name).read_text(encoding="utf-8").splitlines() if line.strip())


def score_quantities(name: str, **options: Any) -> Scores:
    """Precision, recall and F1 on an annotated set of texts."""
    items = gold(name)
    return dict(scorer("quantities").score_quantities(items, answers(items), **options))


def score_numbers() -> Scores:
    """How many number strings are read rightly, by style of writing."""
    items = gold("numbers.jsonl")
    return dict(scorer("quantities").score_numbers(items, number_answers(items), by="style"))
