from dataclasses import replace
from datetime import timedelta

import pytest

from corroborate.model.articles import Numerals, Readability, Reading
from corroborate.model.health import Day
from corroborate.model.outlets import Outlet
from corroborate.model.pages import Announcement, Entry, FeedState, Visit, VisitState
from corroborate.store import Store
from tests.factory import NOON, article
from tests.store.newsdesk import revision_of

FEED = "https://herald.example/rss"
SECOND = "https://herald.example/world"
HERALD = Outlet("Herald", "Quay", feeds=(FEED, SECOND))
DAY = timedelta(days=1)


@pytest.fixture
def feed(store: Store) -> FeedState:
    store.feeds.sync([HERALD], NOON)
    return next(state for state in store.feeds.all() if state.url == FEED)


def visit(name: str, state: VisitState = VisitState.FETCHED, days: int = 0) -> Visit:
    return Visit(name, f"https://herald.example/{name}", "Herald", FEED, NOON + days * DAY, None, state=state)


def announced(feed: str, name: str, days: int = 0, **fields: object) -> Announcement:
    return Announcement(feed, name, NOON + days * DAY, replace(Entry(f"https://herald.example/{name}"), **fields))  # type: ignore[arg-type]


def read(store: Store, name: str, readability: Readability, numerals: Numerals | None = None) -> None:
    """Fetch and read an announced article."""
    version = replace(article("Herald", f"Text of {name}.", seen=NOON), id=name, revision=f"r_{name}", readability=readability)
    store.visits.save(visit(name), revision_of(version))
    store.readings.save(Reading(version, (), numerals), "1")


def test_each_announced_article_is_counted_once_where_it_stopped(store: Store) -> None:
    for state in (VisitState.PENDING, VisitState.ROBOTS, VisitState.BLOCKED, VisitState.GONE, VisitState.REFUSED, VisitState.FAILED):
        store.visits.save(visit(state.value, state), None)
    read(store, "first", Readability.READ)
    read(store, "second", Readability.STUB)
    store.visits.save(visit("wall"), None)
    unread = replace(article("Herald", "Not read yet.", seen=NOON), id="unread", revision="r_unread")
    broken = replace(article("Herald", "Broken.", seen=NOON), id="broken", revision="r_broken")
    for version in (unread, broken):
        store.visits.save(visit(version.id), revision_of(version))
    store.revisions.fail("r_broken", "1", "too tangled")

    (day,) = store.health.days(NOON)

    reasons = ("pending", "robots", "blocked", "gone", "refused", "failed", "stub", "suspect", "unread", "unreadable")
    assert day == Day("Herald", NOON.date(), announced=11, read=1, dropped=dict.fromkeys(reasons, 1))


def test_an_article_that_went_away_after_it_was_read_counts_as_read(store: Store) -> None:
    read(store, "first", Readability.READ)
    store.visits.save(visit("first", VisitState.GONE), None)

    assert [(day.read, day.dropped) for day in store.health.days(NOON)] == [(1, {})]


def test_old_entries_count_once_a_day_however_often_the_feed_is_asked(store: Store, feed: FeedState) -> None:
    for hour, old in ((0, 5), (6, 7), (12 + 12, 4)):
        store.feeds.save(replace(feed, last_attempt=NOON + timedelta(hours=hour)), [], [], old)

    assert [(day.day, day.dropped) for day in store.health.days(NOON)] == [(NOON.date(), {"old": 7}), ((NOON + DAY).date(), {"old": 4})]


def test_numerals_are_counted_by_the_day_on_which_the_page_was_seen(store: Store) -> None:
    read(store, "first", Readability.READ, Numerals(10, 9))
    read(store, "second", Readability.READ, Numerals(20, 6))
    read(store, "third", Readability.READ)

    (day,) = store.health.days(NOON)

    assert (day.numerals, day.numerals_kept, day.share_kept) == (30, 15, 0.5)


def test_the_rhythm_of_a_feed_is_that_of_its_own_entries_by_the_day_they_appeared(store: Store, feed: FeedState) -> None:
    backlog = [announced(FEED, f"a_{days}", published=NOON - days * DAY) for days in (9, 9, 2)]
    store.feeds.save(feed, [], [*backlog, announced(FEED, "a_x", published=NOON + DAY)])
    store.feeds.save(feed, [], [announced(FEED, "a_new", days=3), announced(FEED, "a_9", days=3, title="again")])
    store.feeds.save(replace(feed, url=SECOND), [], [announced(SECOND, "a_9", days=5)])

    rhythms = store.health.rhythms(NOON + 5 * DAY)

    assert rhythms[FEED].days == tuple(((NOON + days * DAY).date(), 1) for days in (-9, -2, 0, 3))
    assert rhythms[FEED].last_new == NOON + 3 * DAY
    assert rhythms[SECOND].last_new == NOON + 5 * DAY


def test_what_a_second_feed_says_of_an_article_is_kept_beside_the_first(store: Store, feed: FeedState) -> None:
    said = announced(FEED, "a_1", title="Ferry aground", zone_known=False)
    again = announced(SECOND, "a_1", days=1, title="Ship hits rock", source="Meridian Wire", published=NOON, published_raw="noon")
    store.feeds.save(feed, [visit("a_1")], [said])
    store.feeds.save(replace(feed, url=SECOND), [replace(visit("a_1"), source="Meridian Wire")], [again])

    assert store.feeds.announcements("a_1") == (said, again)
    assert store.visits.get("a_1").source == "Meridian Wire"
    assert store.health.zoneless() == {FEED: 1}
