"""Floors for tolls that are told by naming or listing people; the half "test" was written before any result was seen."""

from pathlib import Path

import pytest

from corroborate.extract.reader import Reader
from corroborate.measure.passages import Means
from corroborate.measure.scores import Score
from corroborate.measure.sets import lines_of
from corroborate.measure.victims import score_victims

PASSAGES = lines_of(Path(__file__).parent / "victims_news.jsonl")
# Precision and recall.
FLOORS = {"dev": (0.97, 0.98), "test": (0.9, 0.9)}
MEANS = Means(Reader())


@pytest.mark.parametrize("split", FLOORS)
def test_the_dead_and_the_hurt_are_counted_where_they_are_listed_or_named(split: str) -> None:
    score: Score = score_victims(tuple(line for line in PASSAGES if line["split"] == split), MEANS)

    assert score.precision >= FLOORS[split][0]
    assert score.recall >= FLOORS[split][1]
