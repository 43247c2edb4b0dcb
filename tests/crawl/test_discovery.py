"""Finding an outlet's feeds, with a site that is a table of pages."""

import asyncio

import pytest

from corroborate.crawl.discovery import Discovery, discover, read_front
from corroborate.crawl.fetch import FetchRequest
from corroborate.errors import FetchError, Gone
from corroborate.model.pages import Page
from tests.factory import NOON

HOME = "https://harbour-herald.example/"
RSS = "<rss><channel><item><link>https://harbour-herald.example/ferry</link></item></channel></rss>"
EMPTY = "<rss><channel/></rss>"
SITEMAP = "<urlset><url><loc>https://harbour-herald.example/ferry</loc></url></urlset>"


def head(*links: str) -> str:
    return f'<html lang="en-NZ"><head><title>Harbour Herald | News from the quay</title>{"".join(links)}</head><body/></html>'


def link(address: str, kind: str = "application/rss+xml", title: str = "") -> str:
    return f'<link rel="alternate" type="{kind}" href="{address}" title="{title}">'


def found(pages: dict[str, str]) -> tuple[Discovery, list[str]]:
    """What is found on the site, and the addresses asked for."""
    asked = list[str]()

    async def fetch(request: FetchRequest) -> Page:
        asked.append(request.url.removeprefix(HOME))
        if asked[-1] not in pages:
            raise Gone(request.url, "there is no such page (404)")
        return Page(request.url, request.url, 200, "text/html", pages[asked[-1]].encode(), NOON)

    return asyncio.run(discover(HOME, fetch, NOON)), asked


def test_the_feeds_that_the_page_names_are_read_before_they_are_listed() -> None:
    pages = {
        "": head(link("/world.xml"), link("/comments/feed"), link("/empty.xml"), link("/gone.xml")),
        "world.xml": RSS,
        "empty.xml": EMPTY,
    }

    discovery, asked = found(pages)

    assert discovery.outlet.feeds == (f"{HOME}world.xml",)
    assert (discovery.outlet.name, discovery.outlet.language) == ("Harbour Herald", "en")
    assert "comments/feed" not in asked
    assert any("gone.xml" in failure for failure in discovery.failures)


def test_without_a_named_feed_the_usual_places_are_asked_until_one_answers() -> None:
    discovery, asked = found({"": head(), "rss.xml": RSS, "feed.xml": RSS})

    assert discovery.outlet.feeds == (f"{HOME}rss.xml",)
    assert "feed.xml" not in asked


def test_sitemaps_come_from_robots_txt_and_beside_feeds_only_those_of_news() -> None:
    robots = f"User-agent: *\nSitemap: {HOME}all.xml\nsitemap: {HOME}news.xml\nSitemap: https://elsewhere.example/news.xml\n"
    pages = {"": head(link("/world.xml")), "world.xml": RSS, "robots.txt": robots, "all.xml": SITEMAP, "news.xml": SITEMAP}

    with_feed, asked = found(pages)
    without_feed, _ = found({**pages, "": head(), "world.xml": EMPTY})

    assert with_feed.outlet.sitemaps == (f"{HOME}news.xml",)
    assert without_feed.outlet.sitemaps == (f"{HOME}news.xml", f"{HOME}all.xml")
    assert not any("elsewhere" in url for url in asked)


def test_a_site_without_any_is_told_with_what_was_tried() -> None:
    discovery, _ = found({"": head()})

    assert (discovery.outlet.feeds, discovery.outlet.sitemaps) == ((), ())
    assert len(discovery.failures) > 5


def test_a_site_without_a_front_page_may_have_a_feed_all_the_same() -> None:
    discovery, _ = found({"rss.xml": RSS})

    assert (discovery.outlet.name, discovery.outlet.feeds) == ("harbour-herald.example", (f"{HOME}rss.xml",))


def test_a_site_that_does_not_answer_is_an_error() -> None:
    async def fail(request: FetchRequest) -> Page:
        raise FetchError(request.url, "no answer in time")

    with pytest.raises(FetchError):
        asyncio.run(discover(HOME, fail, NOON))


@pytest.mark.parametrize(
    "body", [b"", b"\x00\xff", b"<link rel=alternate type=application/rss+xml href='javascript:alert(1)'>", b"<a>" * 100_000]
)
def test_whatever_a_home_page_holds_it_has_a_front(body: bytes) -> None:
    assert read_front(Page(HOME, HOME, 200, "text/html", body, NOON)).feeds == ()
