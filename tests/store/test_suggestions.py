"""Groups that may be one question are kept with their story, on either database."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from corroborate.store import Store
from tests.factory import NOON
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, ferry_matching, ferry_reading

LEFT, RIGHT = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
MATCHING, ASSESSMENTS = ferry_matching(LEFT, RIGHT)
INJURED, VESSEL = MATCHING.groups
(SUGGESTED,) = MATCHING.suggestions


@pytest.fixture
def matched(store: Store) -> Store:
    for one in (LEFT, RIGHT):
        store.readings.save(one, "1")
    store.matches.save(MATCHING, ASSESSMENTS, now=NOON)
    return store


def test_a_suggestion_is_told_from_either_group_with_what_the_other_asks_and_answers(matched: Store) -> None:
    (of_injured,), (of_vessel,) = matched.suggestions.of_group(INJURED.id), matched.suggestions.of_group(VESSEL.id)

    assert of_injured == of_vessel
    assert of_injured.suggestion == SUGGESTED
    assert of_injured.beside(INJURED.id) == (VESSEL.id, "Which vessel was it?", ("Marisol",))
    assert of_injured.beside(VESSEL.id) == (INJURED.id, "How many passengers were injured?", ("42", "45"))


def test_the_suggestions_of_a_story_are_those_that_were_found_last(matched: Store) -> None:
    reworded = replace(SUGGESTED, reason="only one says who did it")
    matched.matches.save(replace(MATCHING, suggestions=(reworded,)), ASSESSMENTS, now=NOON)
    before = matched.suggestions.of_story(INJURED.story)

    matched.matches.save(replace(MATCHING, suggestions=()), ASSESSMENTS, now=NOON)

    assert [one.suggestion for one in before] == [reworded]
    assert matched.suggestions.all() == matched.suggestions.of_story(INJURED.story) == ()


def test_a_suggestion_goes_with_its_group(matched: Store) -> None:
    alone = replace(MATCHING, groups=(INJURED,), suggestions=())

    matched.matches.save(alone, ASSESSMENTS[:1], now=NOON)

    assert matched.suggestions.all() == ()
    assert matched.check() == ()


def test_finding_the_same_again_writes_nothing(matched: Store, url: str, rows_of: Callable[[str], object]) -> None:
    before = rows_of(url)

    matched.matches.save(MATCHING, ASSESSMENTS, now=NOON)

    assert rows_of(url) == before
