"""The benchmark of matching: what arrives is matched in batches, and the cost of each tenth is kept."""

import json

import pytest

from corroborate.measure.matching import Cost, Course, Matched, measure_matching
from corroborate.measure.matching_report import matching_bars, matching_report, matching_row
from corroborate.newsroom.measures import Measure
from tests.commands import corroborate

FOUND = measure_matching(Course(60, 20, "none", live=6), map)


def test_every_article_is_in_a_story_and_every_part_costs_something() -> None:
    assert FOUND.articles == 60
    assert FOUND.accuracy.f1 > 0.6
    assert FOUND.stories < 60
    assert FOUND.groups > FOUND.stories
    assert all(FOUND.cost.parts[part] > 0 for part in ("sketches", "stories", "groups and origins", "checks"))
    assert len(FOUND.tenths) == 10


def test_the_size_of_the_batches_makes_no_difference_to_what_is_found() -> None:
    smaller = measure_matching(Course(60, 6, "none", live=6), map)

    assert (smaller.stories, smaller.groups, smaller.accuracy) == (FOUND.stories, FOUND.groups, FOUND.accuracy)


def test_what_arrived_before_is_not_measured_and_makes_stories_full_from_the_start() -> None:
    found = measure_matching(Course(20, 10, "none", live=6, before=40), map)

    assert found.articles == 20
    assert found.accuracy == FOUND.accuracy
    assert found.depths[0] > FOUND.depths[0]
    assert "articles in the first tenth" in matching_report(found, width=120)


def test_growth_is_the_last_tenth_against_the_first_without_unpacking() -> None:
    tenths = (Cost({"stories": 1.0, "unpacking": 9.0}), Cost({"stories": 1.5, "checks": 0.5}))
    found = Matched(1000, 3, 9, 0, "none", tenths, elapsed=20.0, megabytes=100.0, accuracy=Measure(1, 1, 1))

    assert found.growth == pytest.approx(2)
    assert found.articles_per_second == pytest.approx(50)
    assert [bar.is_met for bar in matching_bars(found)] == [False, False, True]
    assert matching_row(found)["met"] is False
    assert "short" in matching_report(found, width=120)


def test_with_embeddings_less_is_asked() -> None:
    found = Matched(1000, 3, 9, 0, "static", (Cost({"stories": 1.0}),), elapsed=20.0, megabytes=100.0, accuracy=Measure(1, 1, 1))

    assert all(bar.is_met for bar in matching_bars(found))


def test_a_benchmark_runs_on_the_command_line() -> None:
    done = corroborate("bench", "match", "--articles", 20, "--batch", 10, "--live", 3, "--json")

    found = json.loads(done.out)
    assert done.status == 0, done.err
    assert found["articles"] == 20
    assert found["growth"] > 0
