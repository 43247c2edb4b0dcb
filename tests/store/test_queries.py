"""What questions cost: the same number of statements however much is found, and no walk through whole tables."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from corroborate.model.figures import Kind
from corroborate.model.findings import Verdict
from corroborate.model.records import ClaimQuery
from corroborate.store import Store
from corroborate.store.matches import Settled
from corroborate.store.sketches import SketchRecord
from tests.factory import NOON
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, HERALD, ferry_matching, ferry_reading, publish

Statement = tuple[str, object]


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Store]:
    with Store.open(str(tmp_path / "small.db")) as store:
        yield store


@contextmanager
def statements(store: Store) -> Iterator[list[Statement]]:
    """What the store asks its database meanwhile."""
    asked = list[Statement]()

    def note(_connection: Connection, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        if not statement.startswith("BEGIN"):
            asked.append((statement, parameters))

    event.listen(store._database.engine, "before_cursor_execute", note)
    yield asked
    event.remove(store._database.engine, "before_cursor_execute", note)


def test_reading_more_asks_no_more_questions(small: Store) -> None:
    publish(small, 0)
    with statements(small) as few:
        assert len(list(small.readings.current())) == 1
        assert len(list(small.claims.find(ClaimQuery()))) == 2
        assert len(list(small.readings.articles())) == 1
    for number in range(1, 12):
        publish(small, number)

    with statements(small) as many:
        assert len(list(small.readings.current())) == 12
        assert len(list(small.claims.find(ClaimQuery()))) == 24
        assert len(list(small.readings.articles())) == 12

    assert len(many) == len(few)


def test_a_story_takes_as_many_questions_as_its_kinds_of_rows(small: Store) -> None:
    left, right = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
    for one in (left, right):
        small.readings.save(one, "1")
    matching, assessments = ferry_matching(left, right)
    small.matches.save(matching, assessments, now=NOON)

    with statements(small) as asked:
        assert len(small.stories.get(matching.stories[0].id).groups) == 2

    assert len(asked) == 11


@pytest.mark.parametrize(
    "query",
    [
        ClaimQuery(),
        ClaimQuery(outlet=HERALD),
        ClaimQuery(since=date(2026, 10, 1), until=date(2026, 10, 31)),
        ClaimQuery(words=("injured",), party="Marisol"),
        ClaimQuery(kind=Kind.COUNT, low=Decimal(40), high=Decimal(50)),
        ClaimQuery(verdict=Verdict.DISPUTED),
        ClaimQuery(story="s_1"),
        ClaimQuery(group="g_1"),
        ClaimQuery(article="a_1"),
    ],
)
def test_claims_are_found_by_an_index(small: Store, query: ClaimQuery) -> None:
    with statements(small) as asked:
        list(small.claims.find(query))

    assert scanned(small, asked) == []


def test_what_is_due_current_or_listed_is_found_by_an_index(small: Store) -> None:
    with statements(small) as asked:
        small.feeds.due(NOON)
        small.visits.due(NOON, limit=10)
        list(small.readings.current(since=NOON))
        small.readings.of_revision("r_1")
        small.revisions.of("a_1")
        list(small.groups.all(Verdict.DISPUTED))
        list(small.discrepancies.all(since=NOON))
        small.groups.of_story("s_1")

    assert scanned(small, asked) == []


def test_saving_what_was_matched_looks_at_nothing_else(small: Store) -> None:
    left, right = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
    for one in (left, right):
        small.readings.save(one, "1")
    matching, assessments = ferry_matching(left, right)
    small.matches.save(matching, assessments, now=NOON)
    edited = ferry_reading(GAZETTE, GAZETTE_URL, "44", NOON + timedelta(days=1))

    with statements(small) as asked:
        small.readings.save(edited, "1")
        due = small.due.articles(10)
        small.due.stories(10)
        small.sketches.since(NOON)
        small.sketches.moments([left.article.id])
        small.stories.holding([left.article.id])
        sketch = SketchRecord(edited.article.id, edited.article.revision, NOON, b"")
        settled = Settled(0, 0, (sketch,), ("a_9",), ("s_9",), due, ("s_9",))
        small.matches.save(*ferry_matching(left, edited), now=NOON, settled=settled)

    assert len(asked) > 40
    # People make few reviews, and all of them may count; a subquery holds what was narrowed before.
    assert [step for step in scanned(small, asked) if "reviews" not in step and "anon" not in step] == []


def scanned(store: Store, asked: list[Statement]) -> list[str]:
    """Tables that SQLite would walk through from end to end, without even an index."""
    with store._database.reading() as session:
        plans = [row.detail for statement, parameters in asked for row in explained(session.connection(), statement, parameters)]
    return [step for step in plans if step.startswith("SCAN") and "USING" not in step and "VIRTUAL" not in step]


def explained(connection: Connection, statement: str, parameters: object) -> Iterator[object]:
    first = parameters[0] if isinstance(parameters, list) else parameters
    return iter(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", first).all())


def test_the_articles_of_a_story_are_found_by_their_names(small: Store) -> None:
    left, right = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
    for one in (left, right):
        small.readings.save(one, "1")
    matching, assessments = ferry_matching(left, right)
    small.matches.save(matching, assessments, now=NOON)

    with statements(small) as asked:
        small.stories.get(matching.stories[0].id)

    with small._database.reading() as session:
        steps = [row.detail for statement, parameters in asked for row in explained(session.connection(), statement, parameters)]  # type: ignore[attr-defined]
    assert any("SEARCH article_versions USING INDEX ix_article_versions_article" in step for step in steps)
    assert not any("ix_article_versions_current_as_of_article" in step for step in steps)
