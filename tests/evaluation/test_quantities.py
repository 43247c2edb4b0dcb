"""How many figures of annotated news sentences and number strings are read rightly; the floors only ever go up."""

from tests.evaluation.quantities import score_numbers, score_quantities
from tests.evaluation.shared import needs_shared

pytestmark = needs_shared


def test_figures_of_news_sentences_are_read() -> None:
    scores = score_quantities("newsquant_dev.jsonl")

    assert scores["value"]["F1"] >= 0.955
    assert scores["value+approx"]["F1"] >= 0.915
    assert scores["value+unit"]["F1"] >= 0.82


def test_figures_with_units_are_read() -> None:
    scores = score_quantities("numbers_units.jsonl")

    assert scores["value"]["F1"] >= 0.90
    assert scores["value+unit"]["F1"] >= 0.82


def test_number_strings_are_read() -> None:
    scores = score_numbers()

    assert scores["value"]["F1"] >= 0.97
    assert scores["by"]["words"]["accuracy"] >= 0.97
