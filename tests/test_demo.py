"""The whole program against simulated newsrooms: what was found beside what is true, kept as floors.

The seeds are not those used while the rules were written. One edition has few discrepancies, so that the floors hold for
all of them together.
"""

from collections.abc import Callable

import pytest

from corroborate.demo import Demonstration, report, run_demo
from corroborate.errors import UsageError
from corroborate.newsroom.scoring import Measure, Scores

SEEDS = (90210, 77003)


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> list[Demonstration]:
    folder = tmp_path_factory.mktemp("demo")
    demonstrations = [run_demo(str(folder / f"{seed}.db"), seed=seed, events=6, outlets=8) for seed in SEEDS]
    for demonstration in demonstrations:
        print(demonstration.edition.seed, demonstration.scores, sep="\n")
    return demonstrations


def together(finished: list[Demonstration], pick: Callable[[Scores], Measure]) -> Measure:
    measures = [pick(demonstration.scores) for demonstration in finished]
    return Measure(sum(one.right for one in measures), sum(one.found for one in measures), sum(one.expected for one in measures))


def test_claims_are_found_as_they_stand(finished: list[Demonstration]) -> None:
    assert together(finished, lambda scores: scores.claims).f1 >= 0.95


def test_discrepancies_are_found_and_few_are_invented(finished: list[Demonstration]) -> None:
    measure = together(finished, lambda scores: scores.discrepancies)

    assert measure.precision >= 0.85
    assert measure.recall >= 0.8


def test_little_is_compared_with_the_background(finished: list[Demonstration]) -> None:
    assert sum(demonstration.scores.background for demonstration in finished) <= 5


def test_events_much_alike_are_kept_apart(finished: list[Demonstration]) -> None:
    assert sum(demonstration.scores.apart.of for demonstration in finished) >= 5
    assert sum(demonstration.scores.apart.right for demonstration in finished) >= 5


def test_the_report_shows_stories_quotes_scores_and_what_to_try(finished: list[Demonstration]) -> None:
    demonstration = finished[0]
    with demonstration.app.store() as store:
        stories = [story.id for story in store.stories.all()]

    text = "\n".join(report(demonstration, width=120))

    assert "Found against true" in text
    assert all(story in text for story in stories)
    assert f"corroborate --database {demonstration.app.database} query" in text


def test_a_database_in_use_is_left_alone(finished: list[Demonstration]) -> None:
    with pytest.raises(UsageError, match="holds articles already"):
        run_demo(finished[0].app.database, seed=1, events=1, outlets=6)
