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
        ("DELETE FROM group_claims", "holds no claim"),
        ("DELETE FROM story_articles", "holds a claim of another story"),
        ("DELETE FROM origins", "of an origin that is not there"),
        ("UPDATE discrepancies SET story_id = 's_0'", "of a story that is not there"),
        ("DELETE FROM article_versions; DELETE FROM claims", "copied from one that is not there"),
        ("DELETE FROM journal", "the journal does not know claims c_"),
        ("INSERT INTO journal (at, kind, key) VALUES (0, 'reviews', '12')", "the journal knows reviews 12, which is not there"),
    ],
)
def test_what_does_not_belong_together_is_told(matched: Store, harm: str, fault: str) -> None:
    with matched._database.writing() as session:
        for statement in harm.split(";"):
            session.execute(text(statement))

    assert any(fault in sentence for sentence in matched.check())


def test_an_index_or_trigger_that_was_dropped_is_told(empty_url: str) -> None:
    with Store.open(empty_url) as store:
        with store._database.writing() as session:
            dropped = "journal_claims_update" if store._database.dialect == "sqlite" else "journal_update ON claims"
            session.execute(text("DROP INDEX ix_claims_article_figure_key"))
            session.execute(text(f"DROP TRIGGER {dropped}"))

        index, trigger = store.check()

    assert index == "index ix_claims_article_figure_key is missing"
    assert trigger in ("trigger journal_claims_update is missing", "trigger claims journal_update is missing")
