"""What answers mean, with the clock in hand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from corroborate.crawl.feeds import Listing
from corroborate.crawl.revisions import (
    LONGEST_INTERVAL,
    RECHECKS,
    SHORTEST_INTERVAL,
    SUSPECT,
    WALLED,
    Change,
    after_failure,
    after_feed_failure,
    after_listing,
    after_page,
    after_unchanged,
    announced_visits,
    asks_unconditionally,
    change,
    changed_children,
    former_ids,
    hastened,
    recent,
    revision_of,
    with_children,
)
from corroborate.crawl.urls import article_id
from corroborate.errors import AddressRefused, Blocked, FetchError, Gone, RobotsDenied
from corroborate.model.pages import ArchiveLink, Channel, Entry, FeedState, Page, Visit, VisitState
from tests.crawl.ledger import feed_state
from tests.factory import NOON

URL = "http://harbour-herald.example/ferry"
PLACE = ArchiveLink("herald.warc.gz", 0, 100)
(VISIT,) = announced_visits(feed_state(), [Entry(URL, title="Ferry sinks")], NOON)
DAY = timedelta(days=1)
OUTAGE = timedelta(hours=3)


def page(body: bytes = b"x" * 100, status: int = 200, etag: str | None = None, last_modified: str | None = None) -> Page:
    return Page(URL, URL, status, "text/html", body, NOON, etag=etag, last_modified=last_modified)


def entries(count: int) -> Listing:
    return Listing(tuple(Entry(f"{URL}/{number}") for number in range(count)))


def test_other_bytes_are_a_new_version_and_the_same_are_not() -> None:
    first = revision_of(VISIT, page(), PLACE)

    assert change(VISIT, page(), None, None) is Change.NEW
    assert change(VISIT, page(), first, 100) is Change.SAME
    assert change(VISIT, page(b"y" * 100), first, 100) is Change.NEW
    assert change(VISIT, page(b"", 304), None, None) is Change.SAME


def test_a_page_that_lost_half_its_bytes_is_suspect_once() -> None:
    first = revision_of(VISIT, page(), PLACE)
    stub = page(b"y" * 49)

    suspected = after_page(VISIT, stub, change(VISIT, stub, first, 100), NOON)

    assert suspected.reason == SUSPECT
    assert suspected.next_at == NOON + RECHECKS[0]
    assert change(suspected, stub, first, 100) is Change.NEW


def test_a_version_is_named_by_what_it_is() -> None:
    assert revision_of(VISIT, page(), PLACE).id == revision_of(replace(VISIT, title="Ferry lost"), page(), replace(PLACE, offset=7)).id
    assert revision_of(VISIT, page(), PLACE).id != revision_of(VISIT, page(b"y"), PLACE).id


def test_a_page_that_returns_to_an_earlier_version_is_a_later_one() -> None:
    first = revision_of(VISIT, page(), PLACE)
    second = revision_of(VISIT, page(b"y"), PLACE, [first])
    third = revision_of(VISIT, page(), PLACE, [first, second])
    fourth = revision_of(VISIT, page(b"y"), PLACE, [first, second, third])

    assert len({first.id, second.id, third.id, fourth.id}) == 4
    assert third.digest == first.digest


def test_an_article_is_fetched_again_later_and_later_and_then_left_alone() -> None:
    visit, waits = VISIT, []
    for _ in range(len(RECHECKS) + 1):
        visit = after_page(visit, page(), Change.SAME, NOON)
        waits.append(visit.next_at and visit.next_at - NOON)

    assert waits == [*RECHECKS, None]


def test_a_304_keeps_the_validators_and_a_new_page_replaces_them() -> None:
    first = after_page(VISIT, page(etag='"1"', last_modified="a"), Change.NEW, NOON)
    unchanged = after_page(first, page(b"", 304), Change.SAME, NOON)
    edited = after_page(unchanged, page(etag='"2"'), Change.NEW, NOON)

    assert (unchanged.etag, unchanged.last_modified) == ('"1"', "a")
    assert (edited.etag, edited.last_modified) == ('"2"', None)


def test_an_article_that_moved_for_good_is_asked_for_at_its_new_address() -> None:
    secure = replace(page(), final_url=URL.replace("http:", "https:"), moved=True)
    elsewhere = replace(page(), final_url="http://gazette.example/ferry", moved=True)

    assert after_page(VISIT, secure, Change.NEW, NOON).url == secure.final_url
    assert after_page(VISIT, replace(secure, moved=False), Change.NEW, NOON).url == URL
    assert after_page(VISIT, elsewhere, Change.NEW, NOON).url == URL


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (RobotsDenied(URL, "robots.txt forbids it"), VisitState.ROBOTS),
        (Blocked(URL, "the server refuses (403)"), VisitState.BLOCKED),
        (Gone(URL, "there is no such page (404)"), VisitState.GONE),
        (AddressRefused(URL, "10.0.0.1 is no public address"), VisitState.REFUSED),
        (FetchError(URL, "status 500"), VisitState.FAILED),
    ],
)
def test_a_failure_says_why_there_is_no_figure(error: FetchError, state: VisitState) -> None:
    failed = after_failure(VISIT, error, NOON)

    assert (failed.state, failed.reason, failed.tries) == (state, error.reason, 1)


def test_an_article_that_was_read_stays_read_when_it_goes() -> None:
    read = after_page(VISIT, page(), Change.NEW, NOON)

    gone = after_failure(read, Gone(URL, "there is no such page (410)"), NOON)

    assert (gone.state, gone.reason, gone.next_at) == (VisitState.FETCHED, "there is no such page (410)", None)


def tries(error: FetchError) -> list[timedelta]:
    """The times, counted from the first, at which an article is tried."""
    visit: Visit = VISIT
    found = []
    while visit.next_at is not None:
        found.append(visit.next_at - NOON)
        visit = after_failure(visit, error, visit.next_at)
    return found


def test_four_tries_in_four_days_are_enough() -> None:
    moments = tries(FetchError(URL, "status 500"))

    assert len(moments) == 4
    assert moments[-1] <= 4 * DAY


@pytest.mark.parametrize("error", [FetchError(URL, "status 502"), Blocked(URL, "the server refuses (429)", 1_800.0)], ids=["502", "429"])
def test_what_fails_at_the_same_hours_each_day_is_outlived_by_articles_and_by_feeds(error: FetchError) -> None:
    state, waited = replace(feed_state(), interval=24 * 3600), timedelta()
    while waited % DAY < OUTAGE:
        state = after_feed_failure(state, error.reason, error.retry_after, NOON + waited)
        waited = state.next_at - NOON

    assert waited < DAY
    assert any(OUTAGE <= moment < DAY for moment in tries(error))


def test_an_article_that_was_read_is_looked_at_again_at_its_next_check_after_failures() -> None:
    visit = after_page(VISIT, page(), Change.NEW, NOON)
    checks = []
    while visit.next_at is not None:
        checks.append(visit.checks)
        visit = after_failure(visit, FetchError(URL, "status 500"), visit.next_at)

    assert checks == [check for check in range(1, len(RECHECKS) + 1) for _ in range(4)]


def test_what_is_gone_or_refused_is_not_tried_again() -> None:
    assert len(tries(Gone(URL, "there is no such page (404)"))) == 1
    assert len(tries(AddressRefused(URL, "10.0.0.1 is no public address"))) == 1


def test_a_server_that_asks_to_wait_is_waited_for_but_not_for_ever() -> None:
    hour = after_failure(VISIT, Blocked(URL, "the server refuses (429)", 3600.0), NOON)
    absurd = after_failure(VISIT, Blocked(URL, "the server refuses (429)", 1e15), NOON)

    assert hour.next_at == NOON + timedelta(hours=1)
    assert absurd.next_at == NOON + DAY


def polled(state: FeedState, known: int, total: int = 10) -> FeedState:
    return after_listing(state, page(etag='"1"'), entries(total), known, NOON)


def test_a_feed_is_asked_sooner_when_it_brings_news_and_later_when_it_does_not() -> None:
    state = polled(feed_state(), known=0)

    assert state.interval == feed_state().interval
    assert polled(state, known=3).interval < state.interval
    assert polled(state, known=5).interval == state.interval
    assert polled(state, known=7).interval > state.interval
    assert after_unchanged(state, page(b"", 304), NOON).interval > state.interval


def test_an_interval_has_a_floor_and_a_ceiling() -> None:
    busy = idle = polled(feed_state(), known=0)
    for _ in range(20):
        busy, idle = polled(busy, known=0), polled(idle, known=10)

    assert (busy.interval, idle.interval) == (SHORTEST_INTERVAL, LONGEST_INTERVAL)


def test_an_answer_clears_failures_and_keeps_the_note_of_what_was_mended() -> None:
    failing = replace(feed_state(), failures=3, error="status 500")

    assert (polled(failing, known=0).failures, polled(failing, known=0).error) == (0, None)
    mended = after_listing(failing, page(), replace(entries(1), note="it is not well-formed"), 0, NOON)
    assert (mended.failures, mended.error) == (0, "it is not well-formed")


def test_a_failing_feed_is_asked_less_often_and_never_given_up() -> None:
    state, waits = feed_state(), []
    for _ in range(300):
        state = after_feed_failure(state, "status 500", None, NOON)
        waits.append(state.next_at - NOON)

    assert waits[0] == timedelta(hours=1)
    assert waits == sorted(waits)
    assert waits[-1] == 30 * DAY


def test_a_feed_that_asks_to_wait_is_waited_for() -> None:
    state = replace(feed_state(), interval=600)

    assert after_feed_failure(state, "the server refuses (429)", 7200.0, NOON).next_at == NOON + timedelta(hours=2)
    assert after_feed_failure(state, "the server refuses (429)", 1e15, NOON).next_at == NOON + DAY


def test_once_a_day_a_feed_is_fetched_whole() -> None:
    state = polled(feed_state(), known=0)

    assert asks_unconditionally(feed_state(), NOON)
    assert not asks_unconditionally(state, NOON + timedelta(hours=23))
    assert asks_unconditionally(after_unchanged(state, page(b"", 304), NOON + timedelta(hours=23)), NOON + DAY)


def test_an_index_is_never_taken_for_unchanged() -> None:
    state = after_listing(feed_state(), page(etag='"1"'), Listing((), (f"{URL}.xml",)), 0, NOON)

    assert (state.etag, state.body_digest) == (None, None)


def test_old_entries_are_left_alone_and_undated_ones_are_not() -> None:
    dated = [Entry(f"{URL}/{days}", published=NOON - days * DAY) for days in (0, 29, 31)]

    kept = recent(Listing((*dated, Entry(URL))), NOON).entries

    assert [entry.url for entry in kept] == [f"{URL}/0", f"{URL}/29", URL]


def test_announced_articles_carry_what_the_feed_says_and_are_due_at_once() -> None:
    entry = Entry(URL, title="Ferry sinks", published=NOON - DAY, source="Meridian Wire")

    (visit,) = announced_visits(feed_state(), [entry], NOON)

    assert (visit.title, visit.published, visit.source) == ("Ferry sinks", NOON - DAY, "Meridian Wire")
    assert (visit.outlet, visit.found_in, visit.next_at) == ("Harbour Herald", feed_state().url, NOON)


@pytest.mark.parametrize(
    "read", [lambda state, page: after_unchanged(state, page, NOON), lambda state, page: after_listing(state, page, entries(1), 1, NOON)]
)
def test_a_server_that_calls_its_feed_fresh_for_hours_is_not_asked_before(read: Callable[[FeedState, Page], FeedState]) -> None:
    state = replace(feed_state(), interval=SHORTEST_INTERVAL)

    assert read(state, replace(page(), max_age=7200)).next_at == NOON + timedelta(hours=2)
    assert read(state, replace(page(), max_age=60)).next_at < NOON + timedelta(hours=1)
    assert read(state, replace(page(), max_age=999_999_999)).next_at == NOON + DAY


def test_what_a_feed_asks_for_is_remembered_while_it_stays_the_same() -> None:
    asking = after_listing(replace(feed_state(), interval=SHORTEST_INTERVAL), page(), replace(entries(1), floor=10_800), 0, NOON)

    assert asking.next_at == NOON + timedelta(hours=3)
    assert after_unchanged(asking, page(b"", 304), NOON).next_at == NOON + timedelta(hours=3)


def test_an_article_that_another_outlet_contradicts_is_fetched_every_two_hours_and_keeps_its_place_in_the_usual_course() -> None:
    visit, waits, now = VISIT, [], NOON
    for _ in range(4):
        visit = after_page(visit, page(), Change.SAME, now, disputed=True)
        assert visit.next_at is not None
        waits.append(visit.next_at - now)
        now = visit.next_at
    settled = after_page(visit, page(), Change.SAME, now)

    assert waits == [timedelta(hours=1), *[timedelta(hours=2)] * 3]
    assert settled.next_at == now + RECHECKS[1]


def test_a_dispute_hurries_an_article_for_a_week_at_most() -> None:
    read = after_page(VISIT, page(), Change.NEW, NOON)
    waiting = replace(read, checks=4, next_at=NOON + 7 * DAY)
    left_alone = replace(read, checks=5, next_at=None)

    assert hastened(waiting, NOON + DAY).next_at == NOON + DAY + timedelta(hours=2)
    assert hastened(hastened(waiting, NOON + DAY), NOON + DAY + timedelta(hours=1)).next_at == NOON + DAY + timedelta(hours=2)
    assert hastened(left_alone, NOON + 3 * DAY).next_at == NOON + 3 * DAY + timedelta(hours=12)
    assert hastened(left_alone, NOON + 7 * DAY) == left_alone
    assert after_page(left_alone, page(), Change.SAME, NOON + 7 * DAY, disputed=True).next_at is None


def test_a_dispute_hurries_nobody_who_did_not_answer_last_time() -> None:
    refused = after_failure(VISIT, Blocked(URL, "the server refuses (403)"), NOON)
    failed = after_failure(after_page(VISIT, page(), Change.NEW, NOON), FetchError(URL, "status 500"), NOON)

    assert hastened(refused, NOON) == refused
    assert hastened(failed, NOON) == failed


def test_a_sitemap_that_did_not_change_since_it_was_read_is_asked_once_a_day() -> None:
    index = Listing((), ("old", "new", "undated"), changed=(("old", NOON - DAY), ("new", NOON)))
    first = with_children(after_listing(feed_state(channel=Channel.SITEMAP), page(), index, 0, NOON), index, {"old", "new", "undated"})
    moved = replace(index, changed=(("old", NOON - DAY), ("new", NOON + DAY / 2)))
    later = NOON + DAY / 2

    assert changed_children(feed_state(), index, NOON) == index.children
    assert changed_children(first, moved, later) == ("new", "undated")
    assert changed_children(after_listing(first, page(), moved, 0, later), moved, NOON + DAY) == index.children


def test_a_sitemap_that_could_not_be_read_is_asked_again() -> None:
    index = Listing((), ("a", "b"), changed=(("a", NOON), ("b", NOON)))
    first = with_children(after_listing(feed_state(channel=Channel.SITEMAP), page(), index, 0, NOON), index, {"a"})

    assert changed_children(first, index, NOON) == ("b",)
    assert with_children(first, replace(index, children=(), changed=()), ()).children == ()


def test_a_wall_before_an_article_that_was_read_is_never_a_version() -> None:
    first = revision_of(VISIT, page(), PLACE)
    wall = page(b"w" * 99)

    visit, moments = after_page(VISIT, page(), Change.NEW, NOON), list[timedelta]()
    while visit.next_at is not None:
        now = visit.next_at
        moments.append(now - NOON)
        assert change(visit, wall, first, 100, is_walled=True) is Change.WALL
        visit = after_page(visit, wall, Change.WALL, now, disputed=True)

    assert visit.reason == WALLED
    assert len(moments) == 1 + 3 * len(RECHECKS)


def test_a_wall_met_first_is_no_version_until_it_comes_again() -> None:
    wall = page(b"w" * 99)

    outcome = change(VISIT, wall, None, None, is_walled=True)
    suspect = after_page(VISIT, wall, outcome, NOON)

    assert outcome is Change.WALL
    assert (suspect.state, suspect.reason, suspect.next_at) == (VisitState.BLOCKED, WALLED, NOON + RECHECKS[0])
    assert change(suspect, wall, None, None, is_walled=True) is Change.NEW
    assert change(suspect, page(), None, None) is Change.NEW


def test_the_article_that_comes_back_from_behind_a_wall_is_what_it_was() -> None:
    first = revision_of(VISIT, page(), PLACE)
    walled = after_page(after_page(VISIT, page(), Change.NEW, NOON), page(b"w"), Change.WALL, NOON)

    again = after_page(walled, page(), change(walled, page(), first, 100), NOON)

    assert (walled.reason, again.reason) == (WALLED, None)


def test_the_articles_of_a_site_that_moved_for_good_keep_the_ids_of_their_old_address() -> None:
    state = feed_state("https://feeds.harbour-herald.example/rss")
    moved = replace(page(), final_url="https://feeds.herald.example/rss", moved=True)
    visits = announced_visits(state, [Entry("https://www.herald.example/ferry"), Entry("https://elsewhere.example/ferry")], NOON)

    assert former_ids(state, moved, visits) == {visits[0].article: article_id("https://harbour-herald.example/ferry")}
    assert former_ids(state, replace(moved, moved=False), visits) == {}
    assert former_ids(state, replace(moved, final_url="https://www.harbour-herald.example/rss"), visits) == {}
