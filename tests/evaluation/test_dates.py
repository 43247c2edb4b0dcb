"""How many dates are read rightly; the floors only ever go up."""

import json
from typing import Any

from tests.evaluation.dates import news, predictions, score_news
from tests.evaluation.shared import ROOT, needs_shared, scorer


def test_dates_of_news_sentences_are_read() -> None:
    assert score_news(news()).f1 >= 0.98


def test_surfaces_are_the_annotated_ones() -> None:
    sentences = [(one, list(predictions(one["text"], one["published"]))) for one in news()]
    wanted = [date["surface"] for one, _ in sentences for date in one["dates"]]
    exact = [date["surface"] for one, found in sentences for date in one["dates"] if date["surface"] in [other["text"] for other in found]]

    assert len(exact) / len(wanted) >= 0.95


@needs_shared
def test_expressions_of_the_recognizers_project_are_read() -> None:
    lines = (ROOT / "eval" / "dates" / "dates_recognizers.jsonl").read_text().splitlines()
    gold: list[dict[str, Any]] = [json.loads(line) for line in lines]
    found = {
        one["id"]: {"expressions": [date for date in predictions(one["text"], one["reference"]) if date["start"] or date["end"]]}
        for one in gold
    }

    scores = scorer("quantities").score_dates(gold, found, types={"DATE"})

    assert scores["value strict"]["F1"] >= 0.61
