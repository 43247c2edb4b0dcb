from datetime import timedelta

import pytest

from corroborate.errors import UnknownId
from corroborate.model.findings import Status
from corroborate.store import Store
from tests.factory import NOON
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, ferry_matching, ferry_reading


@pytest.fixture
def identity(store: Store) -> str:
    """The id of the one discrepancy in the store."""
    left, right = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
    for one in (left, right):
        store.readings.save(one, "1")
    store.matches.save(*ferry_matching(left, right), now=NOON)
    return next(store.discrepancies.all()).discrepancy.id


def test_a_discrepancy_comes_with_its_story_and_question(store: Store, identity: str) -> None:
    record = store.discrepancies.get(identity)

    assert (record.story_title, record.question) == ("Ferry Marisol runs aground", "How many passengers were injured?")
    assert [side.value for side in record.discrepancy.sides] == ["42", "45"]


def test_discrepancies_are_narrowed_to_a_time_and_a_status(store: Store, identity: str) -> None:
    assert len(list(store.discrepancies.all(since=NOON, status=Status.OPEN))) == 1
    assert list(store.discrepancies.all(since=NOON + timedelta(seconds=1))) == []
    assert list(store.discrepancies.all(status=Status.REJECTED)) == []


def test_what_does_not_exist_is_not_found(store: Store) -> None:
    with pytest.raises(UnknownId, match="d_9"):
        store.discrepancies.get("d_9")
