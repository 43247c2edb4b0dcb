from datetime import timedelta

import pytest

from corroborate.errors import UnknownId
from corroborate.model.findings import Verdict
from corroborate.store import Store, groups
from tests.factory import NOON
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, ferry_matching, ferry_reading


@pytest.fixture
def matched(store: Store) -> Store:
    left, right = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45", NOON + timedelta(minutes=5))
    for one in (left, right):
        store.readings.save(one, "1")
    store.matches.save(*ferry_matching(left, right), now=NOON)
    return store


def test_groups_come_with_their_claims_origins_and_assessment(matched: Store) -> None:
    disputed = next(matched.groups.all(Verdict.DISPUTED))

    assert [record.claim.surface for record in disputed.claims] == ["42", "45"]
    assert [record.origin for record in disputed.claims] == [origin.id for origin in disputed.origins]
    assert {record.verdict for record in disputed.claims} == {Verdict.DISPUTED}
    assert [discrepancy.reason for discrepancy in disputed.assessment.discrepancies] == ["42 against 45"]


def test_all_groups_come_in_order_in_batches(matched: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(groups, "BATCH", 1)

    met = list(matched.groups.all())

    assert len(met) == 2
    assert met == sorted(met, key=lambda record: (record.first_seen, record.group.id))


def test_the_groups_of_a_story_are_those_of_its_record(matched: Store) -> None:
    story = next(matched.stories.all())

    assert matched.groups.of_story(story.id) == matched.stories.get(story.id).groups
    assert matched.groups.of_story("s_9") == ()


def test_an_unknown_group_is_told_as_such(store: Store) -> None:
    with pytest.raises(UnknownId, match="g_9"):
        store.groups.get("g_9")
