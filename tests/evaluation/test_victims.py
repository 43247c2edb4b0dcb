"""Floors for tolls that are told by naming or listing people; the half "test" was written before any result was seen."""

from pathlib import Path

import pytest

from corroborate.extract.reader import Reader
from corroborate.measure.events import read_line
from corroborate.measure.passages import Means
from corroborate.measure.scores import Score
from corroborate.measure.sets import lines_of
from corroborate.measure.tolls import score_articles, score_incidents
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


BLOTTER = Path(__file__).parent / "blotter"
READ = 6
"""Incidents that are read here; all of them are scored by `corroborate evaluate --set blotter`."""


def test_local_news_tells_how_many_were_killed_and_injured() -> None:
    tolls = lines_of(BLOTTER / "tolls.jsonl")[:READ]
    events = {line["event"] for line in tolls}
    articles = [line for line in lines_of(BLOTTER / "articles.jsonl") if line["event"] in events]

    by_article = score_articles(articles, MEANS)
    by_incident = score_incidents({line["id"]: read_line(MEANS.reader, line) for line in articles}, articles, tolls)

    assert by_article["both"].value >= 0.85
    assert by_incident["both"].value >= 0.8
