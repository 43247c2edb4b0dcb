"""Named parties against annotated news of our own, by the measures of the package."""

import json
from pathlib import Path
from typing import Any

from corroborate.extract.reader import Reader
from corroborate.measure.parties import measure_parties
from corroborate.measure.passages import Means

NEWS = Path(__file__).parent / "parties_news.jsonl"


def news(split: str) -> list[dict[str, Any]]:
    """The passages of one half, "dev" or "test"."""
    return [passage for line in NEWS.read_text(encoding="utf-8").splitlines() if (passage := json.loads(line))["split"] == split]


def shares(split: str, pipeline: str) -> dict[str, float]:
    """F1 by measure, with a language pipeline."""
    return {one.measure: one.share for one in measure_parties(news(split), Means(Reader(pipeline)))}
