from dataclasses import replace
from datetime import timedelta

import pytest

from corroborate.errors import UnknownId
from corroborate.model.pages import Visit, VisitState
from corroborate.store import Store
from tests.factory import NOON
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, ferry_matching, ferry_reading, revision_of

VISIT = Visit(
    article="a_1",
    url="https://harbour-herald.example/ferry",
    outlet="Harbour Herald",
    found_in="https://harbour-herald.example/rss",
    first_seen=NOON,
    next_at=NOON + timedelta(hours=6),
    title="Ferry aground",
    published=NOON,
    source="Meridian Wire",
    state=VisitState.BLOCKED,
    reason="403",
    checks=2,
    tries=1,
    etag='"x"',
    last_modified="Wed, 14 Oct 2026 12:00:00 GMT",
)


def test_a_visit_comes_back_as_it_was_saved(store: Store) -> None:
    store.visits.save(VISIT, None)

    assert store.visits.get("a_1") == VISIT


def test_what_is_due_comes_longest_due_first(store: Store) -> None:
    for number, hours in enumerate((3, 1, 2, 1)):
        store.visits.save(replace(VISIT, article=f"a_{number}", next_at=NOON + timedelta(hours=hours)), None)

    assert [visit.article for visit in store.visits.due(NOON + timedelta(hours=2))] == ["a_1", "a_3", "a_2"]
    assert [visit.article for visit in store.visits.due(NOON + timedelta(hours=2), limit=2)] == ["a_1", "a_3"]


def test_an_article_given_up_is_never_due(store: Store) -> None:
    store.visits.save(replace(VISIT, next_at=None, state=VisitState.GONE), None)

    assert store.visits.due(NOON + timedelta(days=9999)) == ()


def test_a_fetched_page_is_kept_with_its_visit(store: Store) -> None:
    revision = revision_of(ferry_reading().article)

    store.visits.save(replace(VISIT, article=revision.article), revision)
    store.visits.save(replace(VISIT, article=revision.article, checks=3), replace(revision, seen=NOON + timedelta(days=1)))

    assert store.revisions.of(revision.article) == (revision,)
    assert store.visits.get(revision.article).checks == 3


def test_known_articles_are_told_from_new_ones(store: Store) -> None:
    store.visits.save(VISIT, None)

    assert store.visits.known(["a_1", "a_2"]) == {"a_1"}
    assert store.visits.known([]) == frozenset()


def test_an_article_that_nobody_announced_is_unknown(store: Store) -> None:
    with pytest.raises(UnknownId, match="a_9"):
        store.visits.get("a_9")


def test_articles_of_a_disputed_group_are_known_and_those_of_other_groups_are_not(store: Store) -> None:
    left, right, other = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45"), ferry_reading("Fjord Post", "https://fjord.example/")
    for one in (left, right, other):
        store.visits.save(replace(VISIT, article=one.article.id, first_seen=one.article.seen), None)
        store.readings.save(one, "1")
    store.matches.save(*ferry_matching(left, right), now=NOON)

    assert {visit.article for visit in store.visits.disputed(NOON)} == {left.article.id, right.article.id}
    assert store.visits.disputed(NOON + timedelta(seconds=1)) == ()


def test_the_next_article_due_is_known_without_looking_at_all(store: Store) -> None:
    assert store.visits.next_due() is None

    for number, hours in enumerate((3, 1)):
        store.visits.save(replace(VISIT, article=f"a_{number}", next_at=NOON + timedelta(hours=hours)), None)

    assert store.visits.next_due() == NOON + timedelta(hours=1)
