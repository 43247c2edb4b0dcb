from dataclasses import replace
from datetime import timedelta

from corroborate.model.articles import Readability, Reading
from corroborate.store import Store
from corroborate.store.matches import Settled
from tests.factory import NOON
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, Matched, ferry_matching, ferry_reading, later_edition

LATER = NOON + timedelta(days=1)


def due(store: Store) -> list[str]:
    return [one.article for one in store.due.articles(10)]


def settle(store: Store) -> None:
    store.matches.save(Matched(), (), now=NOON, settled=Settled(articles=store.due.articles(10), stories=store.due.stories(10)))


def test_an_article_is_due_once_it_was_read_and_no_longer_once_it_was_matched(store: Store) -> None:
    store.readings.save(ferry_reading(), "1")
    before = due(store)

    settle(store)

    assert before == [ferry_reading().article.id]
    assert due(store) == []


def test_articles_are_due_in_order_of_time(store: Store) -> None:
    late, early = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL)
    early = Reading(replace(early.article, published=NOON - timedelta(hours=1)), early.claims)
    for one in (late, early):
        store.readings.save(one, "1")

    assert due(store) == [early.article.id, late.article.id]
    assert [one.article for one in store.due.articles(1)] == [early.article.id]
    assert [one.article for one in store.due.articles(10, among=[late.article.id])] == [late.article.id]


def test_a_silent_edit_makes_its_article_due_again_and_a_page_that_cannot_be_read_does_not(store: Store) -> None:
    store.readings.save(ferry_reading(), "1")
    settle(store)
    stub = Reading(replace(ferry_reading(injured="60", seen=LATER).article, readability=Readability.STUB), ())

    store.readings.save(stub, "1")
    after_stub = due(store)
    store.readings.save(later_edition(), "1")

    assert after_stub == []
    assert due(store) == [ferry_reading().article.id]


def test_an_earlier_version_found_later_makes_nothing_due(store: Store) -> None:
    store.readings.save(later_edition(), "1")
    settle(store)

    store.readings.save(ferry_reading(), "1")

    assert due(store) == []


def test_what_another_extractor_read_is_due_again(store: Store) -> None:
    store.readings.save(ferry_reading(), "1")
    settle(store)

    store.readings.save(ferry_reading(), "2")

    assert due(store) == [ferry_reading().article.id]


def test_an_article_read_anew_while_it_was_matched_stays_due(store: Store) -> None:
    store.readings.save(ferry_reading(), "1")
    begun = store.due.articles(10)
    store.readings.save(later_edition(), "1")

    store.matches.save(Matched(), (), now=NOON, settled=Settled(articles=begun))

    assert due(store) == [ferry_reading().article.id]


def test_another_method_makes_every_article_due_and_the_same_makes_none(store: Store) -> None:
    for one in (ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL)):
        store.readings.save(one, "1")
    store.due.begin_anew("method", "1")
    settle(store)

    store.due.begin_anew("method", "1")
    same = due(store)
    store.due.begin_anew("method", "2")

    assert same == []
    assert len(due(store)) == 2
    assert store.due.marks(["method", "owners"]) == {"method": "2"}


def test_other_owners_make_every_story_due(store: Store) -> None:
    left, right = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL)
    for one in (left, right):
        store.readings.save(one, "1")
    matching, assessments = ferry_matching(left, right)
    store.matches.save(matching, assessments, now=NOON)

    store.due.revisit("owners", "one house")
    due_stories = store.due.stories(10)
    settle(store)
    store.due.revisit("owners", "one house")

    assert due_stories == (matching.stories[0].id,)
    assert store.due.stories(10) == ()
