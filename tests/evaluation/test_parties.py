"""How many names are read rightly; the floors only ever go up. Rules were tuned on the half "dev" alone."""

import pytest

from tests.evaluation.parties import shares

FLOORS = {
    ("dev", "shipped"): {"place in the text": 0.98, "place and label": 0.86, "place and full name": 0.97},
    ("test", "shipped"): {"place in the text": 0.94, "place and label": 0.80, "place and full name": 0.92},
    ("dev", "blank"): {"place in the text": 0.96, "place and label": 0.80, "place and full name": 0.95},
    ("test", "blank"): {"place in the text": 0.93, "place and label": 0.74, "place and full name": 0.90},
}


@pytest.mark.parametrize(("split", "pipeline"), FLOORS)
def test_parties_of_news_passages_are_read(split: str, pipeline: str) -> None:
    found = shares(split, pipeline)

    assert {measure: found[measure] >= floor for measure, floor in FLOORS[split, pipeline].items()} == dict.fromkeys(found, True)
