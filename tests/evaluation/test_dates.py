"""How many dates are read rightly; the floors only ever go up."""

import json
from typing import Any

import pytest

from corroborate.model.outlets import DateOrder
from tests.evaluation.dates import held_out, news, predictions, score_news
from tests.evaluation.shared import ROOT, needs_shared, scorer


def test_dates_of_news_sentences_are_read() -> None:
    assert score_news(news()).f1 >= 0.99


@pytest.mark.parametrize(("split", "floor"), [("dev", 0.98), ("test", 0.95)])
def test_dates_of_sentences_by_another_hand_are_read(split: str, floor: float) -> None:
    assert score_news(held_out(split)).f1 >= floor


def test_surfaces_are_the_annotated_ones() -> None:
    sentences = [(one, list(predictions(one["text"], one["published"]))) for one in news()]
    wanted = [date["surface"] for one, _ in sentences for date in one["dates"]]
    exact = [date["surface"] for one, found in sentences for date in one["dates"] if date["surface"] in [other["text"] for other in found]]

    assert len(exact) / len(wanted) >= 0.95


@needs_shared
@pytest.mark.parametrize(("order", "floor"), [(None, 0.745), (DateOrder.MONTH_FIRST, 0.76)])
def test_expressions_of_the_recognizers_project_are_read(order: DateOrder | None, floor: float) -> None:
    lines = (ROOT / "eval" / "dates" / "dates_recognizers.jsonl").read_text().splitlines()
    gold: list[dict[str, Any]] = [json.loads(line) for line in lines]
    # The set is American: its 3/4 is March 4.
    found = {
        one["id"]: {"expressions": [date for date in predictions(one["text"], one["reference"], order) if date["start"] or date["end"]]}
        for one in gold
    }

    scores = scorer("quantities").score_dates(gold, found, types={"DATE"})

    assert scores["value strict"]["F1"] >= floor
