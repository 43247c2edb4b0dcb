"""Rounds of the crawl against a real server on loopback, with a real archive."""

import asyncio
import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from corroborate.crawl.archive import Archive
from corroborate.crawl.crawler import Crawl, CrawlTally, crawl_due, never
from corroborate.crawl.fetch import FetchRequest, HttpFetcher, Permit, Wanted
from corroborate.crawl.guard import Guard
from corroborate.crawl.manners import CrawlSettings, Manners
from corroborate.crawl.revisions import announced_visits
from corroborate.crawl.robots import Rules
from corroborate.errors import FetchError, Gone
from corroborate.model.pages import Channel, Entry, FeedNews, Page, Revision, Visit, VisitState
from corroborate.rehearsal.clockwork import FakeTime, JumpingLoop
from tests.crawl.ledger import Clock, MemoryLedger, feed_state
from tests.crawl.site import Answer, Asked, Site
from tests.factory import NOON

HOST = "harbour-herald.example"
STORY = "<html><body><p>The ferry sank with 41 people aboard, the coast guard said.</p></body></html>"


def feed(*paths: str) -> str:
    entries = "".join(f"<item><title>Ferry {path}</title><link>http://{HOST}{path}</link></item>" for path in paths)
    return f'<rss version="2.0"><channel><title>Harbour Herald</title>{entries}</channel></rss>'


class Round:
    """A ledger, an archive and a clock that go from round to round."""

    def __init__(self, site: Site, folder: Path, *hosts: str) -> None:
        self.ledger = MemoryLedger(feed_state())
        self.archive = Archive(folder)
        self.clock = Clock()
        self.hosts = dict.fromkeys(hosts or (HOST,), site.address)
        self.remembered: dict[str, Rules] = {}

    def run(self, settings: CrawlSettings | None = None, stopping: Callable[[], bool] = never) -> CrawlTally:
        async def crawl() -> CrawlTally:
            async with HttpFetcher("corroborate/0 (+desk@herald.example)", guard=Guard(self.hosts), clock=self.clock) as fetcher:
                manners = Manners(fetcher, settings or CrawlSettings(gap=0), self.clock, self.remembered)
                return await Crawl(self.ledger, self.archive, self.clock, manners, stopping).round()

        return asyncio.run(crawl())


@pytest.fixture
def crawl(site: Site, tmp_path: Path) -> Round:
    return Round(site, tmp_path)


def test_an_announced_article_is_fetched_and_archived(site: Site, crawl: Round) -> None:
    site.put("/feed.xml", feed("/ferry"), "application/rss+xml")
    site.put("/ferry", STORY)

    tally = crawl.run()

    (revision,) = crawl.ledger.revisions.values()
    assert (tally.feeds, tally.announced, tally.pages, tally.revisions) == (1, 1, 1, 1)
    assert crawl.archive.read(revision.archived).body == STORY.encode()
    assert (revision.title, revision.outlet) == ("Ferry /ferry", "Harbour Herald")


def test_a_second_round_finds_nothing_to_do(site: Site, crawl: Round) -> None:
    site.put("/feed.xml", feed("/ferry"), "application/rss+xml")
    site.put("/ferry", STORY)
    crawl.run()
    site.log.clear()

    tally = crawl.run()

    assert (tally.feeds, tally.pages) == (0, 0)
    assert site.log == []


def test_an_edited_article_is_a_second_version_and_an_unedited_one_is_not(site: Site, crawl: Round) -> None:
    site.put("/feed.xml", feed("/ferry", "/mayor"), "application/rss+xml")
    site.put("/ferry", STORY)
    site.put("/mayor", "<p>The mayor resigned.</p>")
    crawl.run()
    site.put("/ferry", STORY.replace("41", "43"))
    crawl.clock.turn(hours=2)

    tally = crawl.run()

    assert (tally.pages, tally.revisions, tally.unchanged) == (2, 1, 1)
    assert len(crawl.ledger.revisions) == 3


def test_an_edit_that_is_taken_back_is_a_third_version(site: Site, crawl: Round) -> None:
    site.put("/feed.xml", feed("/ferry"), "application/rss+xml")
    tallies = []
    for text in (STORY, STORY.replace("41", "57"), STORY, STORY):
        site.put("/ferry", text)
        tallies.append(crawl.run())
        crawl.clock.turn(days=8)

    assert [tally.revisions for tally in tallies] == [1, 1, 1, 0]
    assert len(crawl.ledger.revisions) == 3


def test_robots_txt_is_remembered_from_round_to_round_for_a_day(site: Site, crawl: Round) -> None:
    site.put("/feed.xml", feed("/ferry"), "application/rss+xml")
    site.put("/ferry", STORY)

    asked = []
    for hours in (2, 23, 1):
        crawl.run()
        crawl.clock.turn(hours=hours)
        asked.append(site.paths().count("/robots.txt"))

    assert asked == [1, 1, 2]


def test_once_asked_to_stop_it_begins_nothing_more(site: Site, crawl: Round) -> None:
    site.put("/feed.xml", feed("/ferry", "/mayor"), "application/rss+xml")
    site.put("/ferry", STORY)
    site.put("/mayor", STORY)

    tally = crawl.run(stopping=lambda: "/ferry" in site.paths())

    assert (tally.feeds, tally.pages) == (1, 1)
    assert crawl.run().pages == 1


def test_validators_are_sent_back_and_a_304_makes_no_version(site: Site, crawl: Round) -> None:
    site.put("/feed.xml", feed("/ferry"), "application/rss+xml")
    site.put("/ferry", STORY, ETag='W/"v1"')
    crawl.run()
    site.answers["/ferry"] = lambda asked: Answer(status=304) if asked.headers.get("If-None-Match") == 'W/"v1"' else Answer(b"new")
    crawl.clock.turn(hours=2)

    tally = crawl.run()

    (visit,) = crawl.ledger.visits.values()
    assert (tally.unchanged, tally.revisions) == (1, 0)
    assert (visit.checks, visit.etag) == (2, 'W/"v1"')


def test_what_robots_txt_forbids_is_not_asked_for(site: Site, crawl: Round) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private\n", "text/plain")
    site.put("/feed.xml", feed("/private/ferry", "/mayor"), "application/rss+xml")
    site.put("/mayor", "<p>The mayor resigned.</p>")

    crawl.run()

    states = {visit.url: visit.state for visit in crawl.ledger.visits.values()}
    assert states[f"http://{HOST}/private/ferry"] is VisitState.ROBOTS
    assert "/private/ferry" not in site.paths()
    assert site.paths().count("/robots.txt") == 1


def test_a_feed_cannot_send_us_to_a_private_address(site: Site, crawl: Round) -> None:
    link = f"http://{site.address}/internal"
    site.put("/feed.xml", feed("/ferry").replace(f"http://{HOST}/ferry", link), "application/rss+xml")

    crawl.run()

    (visit,) = crawl.ledger.visits.values()
    assert (visit.state, visit.next_at) == (VisitState.REFUSED, None)
    assert "/internal" not in site.paths()


def test_each_failure_is_recorded_and_the_rest_goes_on(site: Site, crawl: Round) -> None:
    site.put("/feed.xml", feed("/gone", "/paid", "/broken", "/ferry"), "application/rss+xml")
    site.answers |= {"/gone": Answer(status=410), "/paid": Answer(status=403), "/broken": Answer(status=500)}
    site.put("/ferry", STORY)

    tally = crawl.run()

    states = {visit.url.rpartition("/")[2]: visit.state for visit in crawl.ledger.visits.values()}
    assert states == {"gone": VisitState.GONE, "paid": VisitState.BLOCKED, "broken": VisitState.FAILED, "ferry": VisitState.FETCHED}
    assert sorted(failure.reason for failure in tally.failures) == ["status 500", "the server refuses (403)", "there is no such page (410)"]
    assert tally.revisions == 1


def test_a_site_that_asks_to_wait_is_not_asked_for_anything_else(site: Site, crawl: Round) -> None:
    site.put("/feed.xml", feed("/ferry", "/mayor"), "application/rss+xml")
    site.answers["/ferry"] = Answer(status=429, headers={"Retry-After": "3600"})
    site.put("/mayor", "<p>The mayor resigned.</p>")

    tally = crawl.run()

    assert tally.postponed == 1
    assert "/mayor" not in site.paths()
    assert all(visit.next_at is not None and visit.next_at > crawl.clock() for visit in crawl.ledger.visits.values())


class Silent:
    """A site that lets ten seconds pass and then fails."""

    async def fetch(self, request: FetchRequest, permit: Permit | None = None) -> Page:
        if request.wanted is Wanted.ROBOTS:
            raise Gone(request.url, "there is no such page (404)")
        await asyncio.sleep(10)
        raise FetchError(request.url, "status 500")


def test_a_site_that_does_not_answer_does_not_hold_up_the_round(tmp_path: Path) -> None:
    time, ledger = FakeTime(NOON), MemoryLedger()
    entries = [Entry(f"http://{HOST}/{number}") for number in range(20)]
    ledger.save_feeds([FeedNews(replace(feed_state(), next_at=NOON + timedelta(days=1)), announced_visits(feed_state(), entries, NOON))])

    with asyncio.Runner(loop_factory=lambda: JumpingLoop(time)) as runner:
        tally = runner.run(crawl_due(ledger, Silent(), Archive(tmp_path), CrawlSettings(longest_pause=5), time))

    assert tally.postponed == 19
    assert sum(visit.tries for visit in ledger.visits.values()) == 1


def test_a_failing_feed_keeps_its_articles_and_is_asked_later(site: Site, crawl: Round) -> None:
    site.put("/feed.xml", "<html><body>We are moving.</body></html>")

    tally = crawl.run()

    (state,) = crawl.ledger.feeds.values()
    assert (state.failures, state.error) == (1, "it is no feed")
    assert state.next_at > crawl.clock()
    assert [str(failure) for failure in tally.failures] == [f"http://{HOST}/feed.xml: it is no feed"]


def test_an_index_leads_to_its_sitemaps(site: Site, crawl: Round) -> None:
    crawl.ledger = MemoryLedger(feed_state(f"http://{HOST}/index.xml", Channel.SITEMAP))
    site.put("/index.xml", f"<sitemapindex><sitemap><loc>http://{HOST}/news.xml</loc></sitemap></sitemapindex>", "application/xml")
    site.put("/news.xml", f"<urlset><url><loc>http://{HOST}/ferry</loc></url></urlset>", "application/xml")
    site.put("/ferry", STORY)

    assert crawl.run().revisions == 1
    assert [visit.found_in for visit in crawl.ledger.visits.values()] == [f"http://{HOST}/index.xml"]


def test_a_version_that_lost_half_its_bytes_is_believed_when_it_comes_again(site: Site, crawl: Round) -> None:
    site.put("/feed.xml", feed("/ferry"), "application/rss+xml")
    site.put("/ferry", STORY)
    crawl.run()
    site.put("/ferry", "<p>Please accept our terms.</p>")

    counts = []
    for _ in range(2):
        crawl.clock.turn(hours=2)
        counts.append(crawl.run().revisions)

    assert counts == [0, 1]


def test_domains_are_asked_at_the_same_time_but_never_more_than_agreed(site: Site, tmp_path: Path) -> None:
    hosts = [f"outlet{number}.example" for number in range(6)]
    crawl = Round(site, tmp_path, *hosts)
    crawl.ledger = MemoryLedger(*(feed_state(f"http://{host}/feed.xml", outlet=host) for host in hosts))
    inside, most, counting = 0, 0, threading.Lock()
    meeting = threading.Barrier(3)

    def answer(asked: Asked) -> Answer:
        nonlocal inside, most
        with counting:
            inside += 1
            most = max(most, inside)
        meeting.wait(10)
        with counting:
            inside -= 1
        return Answer(feed().encode(), headers={"Content-Type": "application/rss+xml"})

    site.answers["/feed.xml"] = answer
    site.put("/robots.txt", "", "text/plain")

    tally = crawl.run(CrawlSettings(gap=0, concurrency=3))

    assert (tally.feeds, tally.failures, most) == (6, (), 3)


def test_a_redirect_to_another_outlet_asks_its_robots_txt(site: Site, tmp_path: Path) -> None:
    crawl = Round(site, tmp_path, HOST, "gazette.example")
    site.put(f"{HOST}/feed.xml", feed("/ferry"), "application/rss+xml")
    site.answers[f"{HOST}/ferry"] = Answer(status=302, headers={"Location": "http://gazette.example/ferry"})
    site.put("gazette.example/robots.txt", "User-agent: *\nDisallow: /", "text/plain")
    site.put("gazette.example/ferry", STORY)

    crawl.run()

    (visit,) = crawl.ledger.visits.values()
    assert visit.state is VisitState.ROBOTS
    assert [asked.path for asked in site.log if asked.host == "gazette.example"] == ["/robots.txt"]


def test_one_article_in_two_feeds_is_fetched_once(site: Site, crawl: Round) -> None:
    crawl.ledger = MemoryLedger(feed_state(), feed_state(f"http://{HOST}/world.xml"))
    site.put("/feed.xml", feed("/ferry"), "application/rss+xml")
    site.put("/world.xml", feed("/ferry?utm_source=rss"), "application/rss+xml")
    site.put("/ferry", STORY)

    tally = crawl.run()

    assert (tally.announced, tally.pages) == (1, 1)


def test_old_news_is_counted_and_left_alone(site: Site, crawl: Round) -> None:
    old = "<item><link>http://harbour-herald.example/old</link><pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate></item>"
    site.put("/feed.xml", feed().replace("</channel>", f"{old}</channel>"), "application/rss+xml")

    tally = crawl.run()

    assert (tally.old, tally.announced) == (1, 0)


def test_of_one_domain_no_more_is_fetched_in_a_round_than_agreed(site: Site, crawl: Round) -> None:
    site.put("/feed.xml", feed("/1", "/2", "/3"), "application/rss+xml")
    for path in ("/1", "/2", "/3"):
        site.put(path, STORY + path)

    pages = [crawl.run(CrawlSettings(gap=0, per_domain=2)).pages for _ in range(2)]

    assert pages == [2, 1]


def test_what_a_site_reserves_is_kept_with_the_version(site: Site, crawl: Round) -> None:
    rules = [{"location": "/ferry", "tdm-reservation": 1}]
    site.put("/robots.txt", "User-agent: *\nContent-Signal: ai-train=no\nAllow: /\n", "text/plain")
    site.put("/.well-known/tdmrep.json", json.dumps(rules), "application/json")
    site.put("/feed.xml", feed("/ferry", "/crew"), "application/rss+xml")
    site.put("/ferry", STORY)
    site.put("/crew", '<meta name="robots" content="noai">' + STORY)

    crawl.run(CrawlSettings(gap=0, asks_reservations=True))

    assert {revision.url.rpartition("/")[2]: revision.reserved for revision in crawl.ledger.revisions.values()} == {
        "ferry": ("ai-train=no in robots.txt", "tdm-reservation in tdmrep.json"),
        "crew": ("noai in the page", "ai-train=no in robots.txt"),
    }
    assert site.paths().count("/.well-known/tdmrep.json") == 1


def test_a_site_that_asks_to_wait_for_its_reservations_is_left_alone_and_then_read(site: Site, crawl: Round) -> None:
    site.answers["/.well-known/tdmrep.json"] = Answer(status=503, headers={"Retry-After": "3600"})
    site.put("/feed.xml", feed("/ferry", "/mayor"), "application/rss+xml")
    site.put("/ferry", STORY)
    site.put("/mayor", STORY)
    settings = CrawlSettings(gap=0, asks_reservations=True)

    refused = crawl.run(settings)
    crawl.clock.turn(hours=2)
    tally = crawl.run(settings)

    assert (refused.pages, refused.postponed) == (0, 1)
    assert (tally.pages, site.paths().count("/.well-known/tdmrep.json")) == (2, 1)


class Mortal(MemoryLedger):
    """A ledger whose process dies before an article is saved."""

    is_alive = False

    def save_visits(self, done: Sequence[tuple[Visit, Revision | None]]) -> None:
        if not self.is_alive:
            raise KeyboardInterrupt
        super().save_visits(done)


def test_a_killed_round_loses_only_what_was_in_flight(site: Site, crawl: Round) -> None:
    site.put("/feed.xml", feed("/1", "/2"), "application/rss+xml")
    site.put("/1", STORY)
    site.put("/2", STORY + "2")
    crawl.ledger = ledger = Mortal(feed_state())

    with pytest.raises(KeyboardInterrupt):
        crawl.run()
    ledger.is_alive = True
    assert crawl.ledger.revisions == {}

    crawl.run()
    assert {crawl.archive.read(revision.archived).body for revision in crawl.ledger.revisions.values()} == {
        STORY.encode(),
        f"{STORY}2".encode(),
    }
