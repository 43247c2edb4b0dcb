"""What was noted of a group serves only what is the same in everything; every outlet and figure is fictional."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corroborate.check.notebook import NOTEBOOK, Notebook
from corroborate.check.stories import check_story
from corroborate.match import Means, match_story
from corroborate.model.articles import Reading
from corroborate.model.findings import Assessment
from corroborate.model.stories import Story
from corroborate.newsroom.stream import outlets, stream

MEANS = Means({outlet.name: outlet for outlet in outlets()})


def assessed(story: str, readings: Sequence[Reading]) -> tuple[Assessment, ...]:
    moments = [reading.article.as_of for reading in readings]
    told = Story(story, "", tuple(reading.article.id for reading in readings), min(moments), max(moments))
    matching = match_story(told, readings, MEANS)
    return check_story(told, matching.groups, matching.origins, {one.article.id: one for one in readings}, matching.reuses)


def test_what_is_the_same_is_not_worked_out_again() -> None:
    notebook, worked = Notebook(), list[int]()
    for told in (1, 1, 2):
        with notebook.page("s_1") as notes:
            assert notes.remembered("double", told, lambda of: worked.append(of) or 2 * of) == 2 * told

    assert worked == [1, 2]


def test_what_is_not_asked_for_again_is_struck_out() -> None:
    notebook = Notebook()
    for name in ("first", "second"):
        with notebook.page("s_1") as notes:
            notes.remembered(name, 1, str)

    with notebook.page("s_1") as notes:
        assert notes.remembered("first", 1, repr) == "1"
        assert list(notes.taken) == ["first"]


def test_the_story_that_was_checked_longest_ago_is_forgotten_first() -> None:
    notebook = Notebook(kept=1)
    for story in ("s_1", "s_2"):
        with notebook.page(story) as notes:
            notes.remembered("told", 1, str)

    assert len(notebook) == 1


def test_nothing_is_noted_of_a_story_that_could_not_be_checked() -> None:
    notebook = Notebook()
    with pytest.raises(ZeroDivisionError), notebook.page("s_1") as notes:
        notes.remembered("share", 0, lambda of: 1 / of)

    assert len(notebook) == 0


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 1_000), st.randoms(use_true_random=False))
def test_a_story_that_goes_on_is_assessed_as_if_it_were_told_at_once(seed: int, dice: random.Random) -> None:
    told = [one.reading for one in stream(seed, 10, live=1)]
    NOTEBOOK.__init__()  # type: ignore[misc]
    at_once = assessed("s_1", told)
    NOTEBOOK.__init__()  # type: ignore[misc]
    order = dice.sample(told, len(told))
    for number in range(1, len(order)):
        assessed("s_1", order[:number])

    assert assessed("s_1", told) == at_once
