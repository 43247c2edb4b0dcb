from dataclasses import replace
from datetime import timedelta

from corroborate.model.outlets import Outlet
from corroborate.model.pages import Channel, FeedState, Visit, VisitState
from corroborate.store import Store
from tests.factory import NOON

FEED = "https://harbour-herald.example/rss"
SITEMAP = "https://harbour-herald.example/news.xml"
HERALD = Outlet("Harbour Herald", "Quay Media", feeds=(FEED,), sitemaps=(SITEMAP,))
VISIT = Visit("a_1", "https://harbour-herald.example/ferry", "Harbour Herald", FEED, NOON, NOON)


def asked(state: FeedState) -> FeedState:
    """The state after a visit, every field filled."""
    return replace(
        state,
        next_at=NOON + timedelta(hours=1),
        interval=3600,
        etag='"x"',
        last_modified="Wed, 14 Oct 2026 12:00:00 GMT",
        body_digest="0f",
        last_attempt=NOON,
        last_success=NOON,
        last_new=NOON,
        last_unconditional=NOON,
        failures=2,
        error="timed out",
        floor=900,
        error_kind="timeout",
        children=(("https://harbour-herald.example/news.xml", NOON),),
    )


def test_a_newly_listed_feed_is_due_at_once(store: Store) -> None:
    store.feeds.sync([HERALD], NOON)

    assert [(state.url, state.channel) for state in store.feeds.due(NOON)] == [(SITEMAP, Channel.SITEMAP), (FEED, Channel.FEED)]
    assert store.feeds.due(NOON - timedelta(seconds=1)) == ()


def test_a_state_comes_back_as_it_was_saved(store: Store) -> None:
    store.feeds.sync([HERALD], NOON)
    state = asked(next(state for state in store.feeds.all() if state.url == FEED))

    store.feeds.save(state, [])

    assert state in store.feeds.all()
    assert state not in store.feeds.due(NOON)


def test_listing_a_known_feed_again_keeps_its_state(store: Store) -> None:
    store.feeds.sync([HERALD], NOON)
    states = tuple(asked(state) for state in store.feeds.all())
    for state in states:
        store.feeds.save(state, [])

    store.feeds.sync([HERALD], NOON + timedelta(days=1))

    assert store.feeds.all() == states


def test_a_feed_no_longer_listed_is_left_alone_until_it_is_listed_again(store: Store) -> None:
    store.feeds.sync([HERALD], NOON)

    store.feeds.sync([replace(HERALD, sitemaps=())], NOON)
    unlisted = [state.url for state in store.feeds.unlisted()]
    due = [state.url for state in store.feeds.due(NOON)]
    store.feeds.sync([HERALD], NOON)

    assert (unlisted, due) == ([SITEMAP], [FEED])
    assert len(store.feeds.due(NOON)) == 2


def test_saving_an_unlisted_feed_does_not_list_it_again(store: Store) -> None:
    store.feeds.sync([HERALD], NOON)
    store.feeds.sync([], NOON)

    store.feeds.save(store.feeds.unlisted()[0], [])

    assert store.feeds.all() == ()


def test_a_feed_that_moves_to_another_outlet_goes_with_its_state(store: Store) -> None:
    store.feeds.sync([HERALD], NOON)

    store.feeds.sync([Outlet("Tarn Gazette", "Tarn", feeds=(FEED,))], NOON)

    assert [(state.outlet, state.url) for state in store.feeds.all()] == [("Tarn Gazette", FEED)]


def test_announced_articles_are_kept_with_the_feed(store: Store) -> None:
    store.feeds.sync([HERALD], NOON)

    store.feeds.save(store.feeds.all()[0], [VISIT, replace(VISIT, article="a_2", url="https://harbour-herald.example/quay")])

    assert [visit.article for visit in store.visits.all()] == ["a_1", "a_2"]


def test_an_article_announced_again_keeps_its_state_and_learns_what_was_missing(store: Store) -> None:
    store.feeds.sync([HERALD], NOON)
    fetched = replace(VISIT, state=VisitState.FETCHED, checks=1, next_at=None, title="Ferry aground")
    store.visits.save(fetched, None)

    store.feeds.save(store.feeds.all()[0], [replace(VISIT, title="Other title", published=NOON, source="Meridian Wire")])

    assert store.visits.get("a_1") == replace(fetched, published=NOON, source="Meridian Wire")
