"""Figures of fictional stories, told by several outlets in the manner of real coverage, meet where they answer one question.

The first half was used for development. The second was kept unseen: its scores were read, its errors were not.
"""

from pathlib import Path

import pytest

from corroborate.extract import Reader
from corroborate.match.groups.clustering import claim_groups
from corroborate.match.groups.mentions import mentions
from corroborate.measure.coverage import Coverage, coverages, pairs_score
from corroborate.measure.scores import Score
from corroborate.measure.sets import lines_of

HERE = Path(__file__).parent


@pytest.fixture(scope="module", params=["dev", "held"])
def half(request: pytest.FixtureRequest) -> tuple[str, tuple[Coverage, ...]]:
    name = str(request.param)
    return name, coverages(lines_of(HERE / f"coverage_{name}.jsonl"), Reader().read_article)


FLOORS = {"dev": (0.97, 0.96), "held": (0.92, 0.85)}
"""Precision and recall of pairs."""


def test_figures_that_answer_one_question_meet_and_others_stay_apart(half: tuple[str, tuple[Coverage, ...]]) -> None:
    name, told = half
    scores = [pairs_score([group.claims for group in claim_groups(one.story, mentions(one.readings, None))], one.questions) for one in told]
    total = sum(scores, Score())

    assert total.precision >= FLOORS[name][0]
    assert total.recall >= FLOORS[name][1]
