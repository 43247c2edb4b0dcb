"""How many names are read rightly; the floors only ever go up. Rules were tuned on the half "dev" alone."""

import pytest

from tests.evaluation.parties import shares

FLOORS = {
    ("dev", "shipped"): {"place in the text": 0.96, "place and label": 0.82, "place and full name": 0.94},
    ("test", "shipped"): {"place in the text": 0.92, "place and label": 0.76, "place and full name": 0.90},
    ("dev", "blank"): {"place in the text": 0.94, "place and label": 0.78, "place and full name": 0.93},
    ("test", "blank"): {"place in the text": 0.91, "place and label": 0.72, "place and full name": 0.88},
}


@pytest.mark.parametrize(("split", "pipeline"), FLOORS)
def test_parties_of_news_passages_are_read(split: str, pipeline: str) -> None:
    found = shares(split, pipeline)

    assert {measure: found[measure] >= floor for measure, floor in FLOORS[split, pipeline].items()} == dict.fromkeys(found, True)
