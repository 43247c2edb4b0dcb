"""How many figures of our own annotated news are read rightly; "dev" shows kinds of mistakes, "test" is held out. The floors only go up."""

from pathlib import Path

import pytest

from corroborate.extract.reader import Reader
from corroborate.measure.figures import measure_figures_of_news
from corroborate.measure.passages import Means
from corroborate.measure.sets import halves, lines_of

FLOORS = {
    "dev": {"value": 0.98, "value + approximation": 0.975, "value + unit": 0.945, "value + unit + thing": 0.90},
    "test": {"value": 0.935, "value + approximation": 0.92, "value + unit": 0.905, "value + unit + thing": 0.86},
}


@pytest.mark.parametrize("half", FLOORS)
def test_figures_of_our_own_annotated_news_are_read(half: str) -> None:
    lines = halves(lines_of(Path(__file__).parent / "quantities_news.jsonl"))[half]

    scores = {one.measure: one.share for one in measure_figures_of_news(lines, Means(Reader("blank")))}

    assert {measure: scores[measure] for measure, floor in FLOORS[half].items() if scores[measure] < floor} == {}
