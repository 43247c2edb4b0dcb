"""Our dates on annotated news, with the measure of the package."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corroborate.measure.dates import predictions, score_sentence
from corroborate.measure.scores import Score

__all__ = ["held_out", "news", "predictions", "score_news"]

NEWS = Path(__file__).parent / "dates_news.jsonl"
HELD_OUT = Path(__file__).parent / "dates_heldout.jsonl"


def news() -> list[dict[str, Any]]:
    """Fictional news sentences; `start` and `end` both null where the wording must stay unresolved."""
    return [json.loads(line) for line in NEWS.read_text().splitlines()]


def held_out(split: str) -> list[dict[str, Any]]:
    """Sentences of another hand, in the same schema: "dev" to learn from, "test" to be measured by."""
    return [line for line in map(json.loads, HELD_OUT.read_text().splitlines()) if line["split"] == split]


def score_news(sentences: Iterable[dict[str, Any]]) -> Score:
    """A date counts where it lies over the annotated surface and has its kind, first and last day."""
    return sum((score_sentence(sentence) for sentence in sentences), Score())
