"""The crawler against a server that misbehaves in every way we could think of."""

import asyncio
import json
import resource
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from corroborate.crawl.archive import Archive
from corroborate.crawl.crawler import crawl_due
from corroborate.crawl.dates import read_moment
from corroborate.crawl.feeds import Listing
from corroborate.crawl.fetch import FetchRequest, HttpFetcher, Wanted
from corroborate.crawl.guard import Guard, check_url
from corroborate.crawl.manners import CrawlSettings
from corroborate.crawl.revisions import announced_visits
from corroborate.crawl.robots import allowed
from corroborate.errors import AddressRefused, Blocked, FeedError, FetchError, Gone, TooLarge
from corroborate.model.pages import Entry, FeedNews, Page
from tests.crawl.ledger import Clock, MemoryLedger, feed_state
from tests.evaluation.hostile import DEADLINE, FOLDER, HOST, expectations, feed, fetched, misbehaving, page
from tests.evaluation.shared import ROOT, needs_shared, scorer

pytestmark = needs_shared

OUTCOMES: dict[str, type] = {
    **dict.fromkeys(("/bomb/gzip-50mb", "/bomb/gzip-1gb", "/bomb/huge-attribute", "/bomb/many-links", "/http/length-huge"), TooLarge),
    **dict.fromkeys(("/slow/never-ending", "/slow/slowloris", "/slow/headers", "/slow/no-answer"), TooLarge),
    **dict.fromkeys(("/http/429-seconds", "/http/429-date", "/http/429-absurd", "/http/429-garbage", "/http/503", "/http/auth"), Blocked),
    **dict.fromkeys(("/redir/loop", "/redir/loop2", "/redir/self", "/redir/chain", "/redir/no-location"), FetchError),
    **dict.fromkeys(("/enc/bad-gzip", "/enc/truncated-gzip", "/enc/unknown-encoding", "/bomb/gzip-double"), FetchError),
    **dict.fromkeys(("/size/huge-header", "/size/many-headers", "/size/pdf", "/size/empty"), FetchError),
    **dict.fromkeys(("/http/304-unasked", "/http/length-too-long", "/http/length-negative", "/http/reset"), FetchError),
    **dict.fromkeys(("/http/garbage", "/http/bad-chunk", "/http/204", "/http/status-999", "/http/set-cookie-flood"), FetchError),
    "/redir/crlf": Gone,
    "/feed/gone": Gone,
    **dict.fromkeys(("/bomb/xml-entities", "/bomb/xml-quadratic", "/bomb/xxe", "/bomb/nested-xml"), FeedError),
    **dict.fromkeys(("/feed/html-instead", "/feed/301-to-html"), FeedError),
    "/bomb/100k-entries": TooLarge,
}
"""What must come of a path; whatever is not listed is a page, or a feed that can be read."""

ENTRIES = {"/ok/feed": 3, "/feed/text-plain": 3, "/feed/truncated": 2, "/feed/duplicate-guids": 4, "/feed/no-guid": 1, "/feed/bad-links": 3}
ENTRIES |= {
    "/feed/undeclared-ns": 1,
    "/feed/html-entities": 1,
    "/feed/control-chars": 2,
    "/feed/long-fields": 2,
    "/feed/latin1-undeclared": 1,
}
MEGABYTES = 200


@pytest.fixture(scope="module")
def server() -> Iterator[Any]:
    with misbehaving() as up:
        yield up


def outcome_expected(path: str, kind: str) -> type:
    if path.startswith("/ssrf/"):
        return AddressRefused
    return OUTCOMES.get(path, Listing if kind == "feed" or path == "/ok/feed" else Page)


def test_every_path_ends_as_it_should_within_bounds_and_none_reaches_inside(server: Any) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    wrong = {}
    for case in expectations("paths"):
        path, kind = case["path"], case["kind"]
        outcome = feed(server, path) if kind == "feed" or path == "/ok/feed" else page(server, path)
        if type(outcome) is not outcome_expected(path, kind):
            wrong[path] = repr(outcome)[:200]

    assert wrong == {}
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MEGABYTES * 1024
    asked = [entry["path"] for entry in server.log]
    assert not [path for path in asked if path.startswith(("/__internal", "/__xxe_hit"))]


@pytest.mark.parametrize(("path", "entries"), ENTRIES.items())
def test_a_crooked_feed_gives_the_entries_that_it_has(server: Any, path: str, entries: int) -> None:
    listing = feed(server, path)

    assert isinstance(listing, Listing)
    assert len(listing.entries) == entries
    assert all(entry.url.startswith(("http://", "https://")) for entry in listing.entries)


def test_titles_are_plain_text(server: Any) -> None:
    titles = {path: [entry.title for entry in listing.entries] for path in ENTRIES if isinstance(listing := feed(server, path), Listing)}

    assert titles["/feed/html-entities"] == ["Café x"]
    assert titles["/feed/control-chars"] == ["abc", "xyz"]
    hostile = feed(server, "/feed/xss")
    assert isinstance(hostile, Listing)
    assert not [entry.title for entry in hostile.entries if "<" in (entry.title or "").replace("<%=", "")]


def test_validators_go_back_as_they_came(server: Any) -> None:
    assert isinstance(page(server, "/http/etag"), Page)

    for path, etag in (("/http/etag", '"v1"'), ("/http/weak-etag", 'W/"x"')):
        again = page(server, path, etag=etag)
        assert isinstance(again, Page)
        assert (again.status, again.body) == (304, b"")


@pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl to make a certificate with")
def test_a_certificate_that_is_not_the_hosts_is_not_accepted() -> None:
    with misbehaving(tls=True) as server:
        outcome = page(server, "/ok/article", scheme="https")

    assert isinstance(outcome, FetchError)
    assert "CERTIFICATE_VERIFY_FAILED" in outcome.reason
    assert server.log == []


def test_a_server_that_does_not_speak_tls_is_a_failed_fetch(server: Any) -> None:
    assert isinstance(page(server, "/ok/article", scheme="https"), FetchError)


def test_a_permanent_move_is_remembered(server: Any) -> None:
    moved = page(server, "/ok/redirect")

    assert isinstance(moved, Page)
    assert (moved.moved, moved.final_url) == (True, f"http://{HOST}/ok/article")


def test_what_a_server_asks_to_wait_is_read(server: Any) -> None:
    waits = {}
    for path in ("/http/429-seconds", "/http/429-absurd", "/http/429-garbage"):
        error = page(server, path)
        assert isinstance(error, Blocked)
        waits[path] = error.retry_after

    assert waits == {"/http/429-seconds": 5.0, "/http/429-absurd": 99999999.0, "/http/429-garbage": 30.0}


def test_who_we_are_is_said_and_nothing_else_is(server: Any) -> None:
    page(server, "/ok/article")
    headers = {name.lower(): value for name, value in server.log[-1]["headers"].items()}

    assert "@" in headers["user-agent"]
    assert not {"cookie", "authorization", "referer"} & set(headers)


BOTH, OPEN, NONE = frozenset(("/private/x", "/open/x")), frozenset(("/open/x",)), frozenset[str]()
ROBOTS = {
    **dict.fromkeys(("allow", "404", "big", "own-group"), BOTH),
    **dict.fromkeys(("bom", "crlf", "cr", "latin1", "crawl-delay-bad", "crawl-delay-between"), OPEN),
    **dict.fromkeys(("deny", "403", "429", "500", "503", "timeout", "redirect-loop"), NONE),
}
"""What is asked of /private/x and /open/x; a site whose robots.txt cannot be had is left alone for now."""


@pytest.mark.parametrize("case", ROBOTS)
def test_only_what_robots_txt_leaves_open_is_asked_for(case: str, tmp_path: Path) -> None:
    with misbehaving(case) as server:
        ledger, clock = MemoryLedger(), Clock()
        announced = [Entry(f"http://{HOST}{path}") for path in ("/private/x", "/open/x")]
        asked = replace(feed_state(), next_at=clock() + timedelta(days=1))
        ledger.save_feeds([FeedNews(asked, announced_visits(feed_state(), announced, clock()))])

        async def crawl() -> None:
            async with HttpFetcher("CorroBot/0 (+desk@herald.example)", guard=Guard({HOST: server.address}), deadline=DEADLINE) as fetcher:
                settings = CrawlSettings(user_agent="CorroBot/0 (+desk@herald.example)", gap=0, longest_pause=1)
                await crawl_due(ledger, fetcher, Archive(tmp_path), settings, clock)

        asyncio.run(crawl())
        asked = {entry["path"] for entry in server.log if not entry["path"].startswith("/robots.txt")}

    assert asked == ROBOTS[case]


def test_wildcards_and_pathological_rules_are_judged_in_time() -> None:
    with misbehaving() as server:
        robots = {case: robots_txt(server, case) for case in ("wildcards", "pathological")}

    judged = {
        path: allowed(robots["wildcards"], "corrobot", f"http://{HOST}{path}")
        for path in ("/x?print=1", "/f.pdf", "/f.pdf?x", "/a/c", "/a/b/c")
    }
    assert judged == {"/x?print=1": False, "/f.pdf": False, "/f.pdf?x": True, "/a/c": True, "/a/b/c": False}
    assert allowed(robots["pathological"], "corrobot", f"http://{HOST}/" + "a" * 2_000) in (True, False)


def robots_txt(server: Any, case: str) -> str:
    found = fetched(server, FetchRequest(f"http://{HOST}/robots.txt?case={case}", Wanted.ROBOTS))
    assert isinstance(found, Page)
    return found.body.decode()


def test_only_public_addresses_may_be_asked() -> None:
    cases = json.loads((FOLDER / "ssrf_urls.json").read_text())

    judged = {}
    for case in cases:
        try:
            check_url(case["url"])
            judged[case["url"]] = True
        except AddressRefused:
            judged[case["url"]] = False

    assert judged == {case["url"]: case["fetch"] for case in cases}


def test_dates_of_feeds_are_read_or_left_unknown() -> None:
    wrong = []
    for case in expectations("dates"):
        moment = read_moment(case["raw"], datetime(2026, 10, 14, tzinfo=UTC))
        said = "unknown" if moment is None else f"{moment.at:%Y-%m-%dT%H:%M:%SZ}{'' if moment.zone_known else ' (flag: no zone)'}"
        if said not in case["expect"].split(" or "):
            wrong.append((case["raw"], said, case["expect"]))

    assert wrong == []


def test_robots_txt_is_judged_as_googles_and_protegos_tests_say() -> None:
    cases = [json.loads(line) for line in (ROOT / "eval" / "robots" / "cases.jsonl").read_text().splitlines()]

    groups, _failures = scorer("robots").run(allowed, cases, {})

    assert groups["google"]["ok"] / groups["google"]["n"] >= 0.976
    assert groups["protego"]["ok"] == groups["protego"]["n"]
