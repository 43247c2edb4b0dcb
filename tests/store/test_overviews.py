"""What pages list, in lines, on either database."""

from dataclasses import replace
from datetime import timedelta

import pytest

from corroborate.model.findings import DiscrepancyType, Status, Verdict
from corroborate.model.pages import Visit, VisitState
from corroborate.store import Store
from tests.factory import NOON
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, HERALD, ferry_matching, ferry_reading

LEFT, RIGHT = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
MATCHING, ASSESSMENTS = ferry_matching(LEFT, RIGHT)
(STORY,) = MATCHING.stories
DAY = timedelta(days=1)


@pytest.fixture
def matched(store: Store) -> Store:
    for one in (LEFT, RIGHT):
        store.readings.save(one, "1")
    store.matches.save(MATCHING, ASSESSMENTS, now=NOON)
    return store


def test_a_story_is_told_in_a_line(matched: Store) -> None:
    line = matched.overviews.story(STORY.id)

    assert line is not None
    assert (line.title, line.articles, line.outlets) == (STORY.title, 2, (HERALD, GAZETTE))
    assert sum(line.verdicts.values()) == len(MATCHING.groups)
    assert line.verdicts[Verdict.DISPUTED] == 1
    assert matched.overviews.story("s_0") is None


def test_stories_are_listed_from_the_latest_on_and_behind_a_place(matched: Store) -> None:
    (line,) = matched.overviews.stories(5)

    assert line.id == STORY.id
    assert matched.overviews.stories(5, before=(line.first, line.id)) == ()
    assert matched.overviews.stories(5, before=(line.first + DAY, "")) == (line,)


def test_discrepancies_are_listed_by_time_type_and_status(matched: Store) -> None:
    overviews = matched.overviews
    (found,) = overviews.discrepancies(5)

    kind, others = found.discrepancy.type, [kind for kind in DiscrepancyType if kind is not found.discrepancy.type]
    assert overviews.discrepancies(5, types=[kind], statuses=[Status.OPEN], since=found.discrepancy.first_seen) == (found,)
    assert overviews.discrepancies(5, types=others) == ()
    assert overviews.discrepancies(5, statuses=[Status.REJECTED]) == ()
    assert overviews.discrepancies(5, since=found.discrepancy.first_seen + DAY) == ()
    assert overviews.discrepancies(0) == ()


def test_the_questions_of_a_story_are_told_by_their_wording(matched: Store) -> None:
    found = matched.overviews.questions(STORY.id)

    assert [line.question for line in found] == sorted(group.question for group in MATCHING.groups)
    assert {line.id for line in found} == {group.id for group in MATCHING.groups}


def test_what_could_not_be_had_is_counted_by_outlet_and_reason_within_its_days(store: Store) -> None:
    blocked = Visit("a_1", "https://a.example/1", HERALD, "feed", NOON, None, state=VisitState.BLOCKED)
    for visit in (
        blocked,
        replace(blocked, article="a_2"),
        replace(blocked, article="a_3", state=VisitState.FETCHED),
        replace(blocked, article="a_4", first_seen=NOON - 3 * DAY),
    ):
        store.visits.save(visit, None)

    assert store.overviews.missed(NOON - DAY, NOON + DAY) == {HERALD: {VisitState.BLOCKED: 2}}
