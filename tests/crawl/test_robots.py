"""What robots.txt says, and what is made of sites that do not say it."""

import asyncio
import time
from dataclasses import dataclass, field

import pytest

from corroborate.crawl.fetch import FetchRequest, Permit
from corroborate.crawl.robots import Robots, allowed, crawl_delay, product_token
from corroborate.errors import AddressRefused, Blocked, FetchError, Gone, RobotsDenied
from corroborate.model.pages import Page
from tests.crawl.ledger import Clock
from tests.factory import NOON

AGENT = "Herald-Watch/2.1 (+desk@herald.example)"
SITE = "http://harbour-herald.example"


@dataclass
class Recorder:
    """A fetcher that gives one answer, a body or an error, and remembers what it was asked."""

    answer: bytes | FetchError
    asked: list[str] = field(default_factory=list)

    async def fetch(self, request: FetchRequest, permit: Permit | None = None) -> Page:
        self.asked.append(request.url)
        if isinstance(self.answer, FetchError):
            raise self.answer
        return Page(request.url, request.url, 200, "text/plain", self.answer, NOON)


def may(robots_txt: str, path: str, agent: str = AGENT) -> bool:
    return allowed(robots_txt, agent, f"{SITE}{path}")


FORBIDDING = {
    "a byte order mark": "\ufeffUser-agent: *\nDisallow: /private",
    "old line ends": "User-agent: *\rDisallow: /private\r",
    "capitals": "USER-AGENT: herald-WATCH\nDISALLOW: /private",
    "a foreign line in the group": "User-agent: Herald-Watch\nCrawl-delay: 5\nDisallow: /private",
    "a foreign line between agents": "User-agent: Herald-Watch\nHost: x\nUser-agent: other\nDisallow: /private",
    "a version behind our name": "User-agent: Herald-Watch/1.0\nDisallow: /private",
    "a comment": "User-agent: Herald-Watch # all of it\nDisallow: /private # please",
    "a letter missing": "User-agent: *\nDisalow: /private",
    "no colon": "User-agent *\nDisallow /private",
    "a wildcard": "User-agent: *\nDisallow: /*vate$",
    "two groups of ours": "User-agent: Herald-Watch\nDisallow: /a\n\nUser-agent: Herald-Watch\nDisallow: /private",
}


@pytest.mark.parametrize("robots_txt", FORBIDDING.values(), ids=FORBIDDING.keys())
def test_what_is_forbidden_stays_forbidden_through(robots_txt: str) -> None:
    assert not may(robots_txt, "/private")
    assert may(robots_txt, "/open")


def test_our_own_group_counts_before_everyones() -> None:
    assert may("User-agent: *\nDisallow: /\n\nUser-agent: herald-watch\nAllow: /", "/x")


def test_the_longest_rule_wins() -> None:
    assert may("User-agent: *\nDisallow: /news\nAllow: /news/public", "/news/public/1")


def test_rules_made_to_take_for_ever_do_not() -> None:
    started = time.process_time()

    may("User-agent: *\nDisallow: /" + "*a" * 500 + "$", "/" + "a" * 2_000)

    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("robots_txt", "delay"),
    [
        ("User-agent: *\nCrawl-delay: 3", 3.0),
        ("User-agent: *\nCrawl-delay: 3\n\nUser-agent: Herald-Watch\nCrawl-delay: 0.5", 0.5),
        ("User-agent: other\nCrawl-delay: 9", None),
        ("User-agent: *\nCrawl-delay: ten", None),
        ("User-agent: other\nUser-agent: *\nDisallow: /x\nCrawl-delay: 7", 7.0),
        ("", None),
    ],
)
def test_a_crawl_delay_is_read(robots_txt: str, delay: float | None) -> None:
    assert crawl_delay(robots_txt, AGENT) == delay


def test_a_product_token_is_the_name_alone() -> None:
    assert product_token(AGENT) == "Herald-Watch"


def check(answer: bytes | FetchError, path: str = "/x") -> float | None:
    return asyncio.run(Robots(Recorder(answer), AGENT, Clock()).check(f"{SITE}{path}"))


def test_a_site_without_robots_txt_forbids_nothing() -> None:
    assert check(Gone(SITE, "there is no such page (404)")) is None
    assert check(FetchError(SITE, "status 400")) is None


@pytest.mark.parametrize("status", [401, 403])
def test_a_site_that_locks_its_robots_txt_wants_no_crawler(status: int) -> None:
    with pytest.raises(RobotsDenied):
        check(Blocked(SITE, f"the server refuses ({status})"))


@pytest.mark.parametrize(
    "error", [FetchError(SITE, "status 500"), FetchError(SITE, "no answer in time"), Blocked(SITE, "the server refuses (429)", 30.0)]
)
def test_a_site_that_cannot_be_asked_is_left_alone_for_now(error: FetchError) -> None:
    with pytest.raises(FetchError) as raised:
        check(error)

    assert not isinstance(raised.value, RobotsDenied)


def test_a_refused_address_stays_refused() -> None:
    with pytest.raises(AddressRefused):
        check(AddressRefused(SITE, "10.0.0.1 is no public address"))


def test_a_site_that_failed_is_asked_again_before_long() -> None:
    clock = Clock()
    recorder = Recorder(FetchError(SITE, "status 500"))
    robots = Robots(recorder, AGENT, clock)

    with pytest.raises(FetchError) as raised:
        asyncio.run(robots.check(f"{SITE}/x"))
    recorder.answer = b""
    clock.turn(seconds=raised.value.retry_after or 0)

    assert asyncio.run(robots.check(f"{SITE}/x")) is None


def test_a_site_is_asked_once_a_day() -> None:
    clock = Clock()
    recorder = Recorder(b"")
    robots = Robots(recorder, AGENT, clock)

    for hours in (0, 23, 2):
        clock.turn(hours=hours)
        asyncio.run(robots.check(f"{SITE}/x"))
    assert recorder.asked == [f"{SITE}/robots.txt"] * 2

    asyncio.run(robots.check("https://harbour-herald.example/x"))
    assert recorder.asked[-1] == "https://harbour-herald.example/robots.txt"
