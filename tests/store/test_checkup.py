import pytest
from sqlalchemy import text

from corroborate.store import Store
from tests.factory import NOON
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, ferry_matching, ferry_reading, later_edition


@pytest.fixture
def matched(store: Store) -> Store:
    left, right = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
    for one in (left, later_edition(), right):
        store.readings.save(one, "1")
    store.matches.save(*ferry_matching(left, right), now=NOON)
    return store


def test_a_sound_database_has_nothing_wrong(matched: Store) -> None:
    assert matched.check() == ()


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        ("UPDATE article_versions SET current = TRUE", "exactly one current version"),
        ("UPDATE claims SET current = FALSE", "stand or fall"),
        ("DELETE FROM claims", "holds a claim that is not there"),
        ("DELETE FROM article_versions", "holds an article that is not there"),
    ],
)
def test_what_does_not_belong_together_is_told(matched: Store, harm: str, fault: str) -> None:
    with matched._database.writing() as session:
        session.execute(text(harm))

    assert any(fault in sentence for sentence in matched.check())
