"""From a home page to its feeds and sitemaps: what the page names, what robots.txt names, else where sites usually keep them.

Each is fetched and read before it is believed, as a guest: with robots.txt's leave, in the domain's lane.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from lxml import etree

from corroborate.crawl.feeds import Listing, read_feed
from corroborate.crawl.fetch import FetchRequest, Wanted
from corroborate.crawl.markup import plain_text, web_link
from corroborate.crawl.sitemaps import read_sitemap
from corroborate.crawl.urls import registered_domain
from corroborate.errors import FeedError, FetchError, Gone
from corroborate.model.outlets import Outlet
from corroborate.model.pages import Page

FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "text/xml", "application/xml")
FEED_PATHS = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json")
SITEMAP_PATHS = ("/news-sitemap.xml", "/sitemap-news.xml", "/sitemap_news.xml", "/sitemap.xml")
CANDIDATES = 12
"""Addresses looked at of each kind: a home page with a thousand feeds is a directory."""

LINKS = 2_000
COMMENTS = re.compile(r"\bcomments?\b|/comments/", re.IGNORECASE)
SITEMAP_LINE = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*(\S{1,2048})[ \t]*$", re.IGNORECASE | re.MULTILINE)
LANGUAGE = re.compile(r"[a-z]{2}")

Fetch = Callable[[FetchRequest], Awaitable[Page]]
"""Brings a page, politely; raises FetchError."""


@dataclass(frozen=True, slots=True)
class Front:
    """What a home page tells of its outlet."""

    name: str
    language: str
    feeds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Discovery:
    """An outlet as feeds.yaml would list it, and what was tried in vain, with the reason."""

    outlet: Outlet
    failures: tuple[str, ...]


async def discover(url: str, fetch: Fetch, now: datetime) -> Discovery:
    """Find the feeds and sitemaps of the site at `url`; raises FetchError where its home page cannot be had."""
    try:
        page = await fetch(FetchRequest(url))
        front, home = read_front(page), page.final_url
    except Gone:
        # A site without a front page may have a feed all the same.
        front, home = Front(registered_domain(url), "en", ()), url
    search = Search(fetch, now)
    feeds = await search.feeds(front.feeds) or await search.feeds(_at(home, FEED_PATHS), enough=1)
    sitemaps = await search.sitemaps(await search.named_sitemaps(home)) or await search.sitemaps(_at(home, SITEMAP_PATHS), enough=1)
    outlet = Outlet(front.name, front.name, feeds=feeds, sitemaps=_useful(sitemaps, feeds), language=front.language)
    return Discovery(outlet, tuple(search.failures))


def read_front(page: Page) -> Front:
    """Name, language and feeds of a home page, as its head states them."""
    parser = etree.HTMLParser(no_network=True, huge_tree=False, encoding=page.charset)
    try:
        root = etree.fromstring(page.body, parser)
    except (etree.LxmlError, ValueError, LookupError):
        root = None
    host = registered_domain(page.final_url)
    if root is None:
        return Front(host, "en", ())
    title = next((node.text for node in root.iter("title")), None)
    named = next((node.get("content") for node in root.iter("meta") if node.get("property") == "og:site_name"), None)
    language = LANGUAGE.match((root.get("lang") or "en").lower())
    name = plain_text(named) or re.split(r"\s[-|:–—]\s", plain_text(title) or host)[0].strip()
    return Front(name[:80] or host, language[0] if language else "en", tuple(_linked(root, page.final_url))[:CANDIDATES])


def _linked(root: etree._Element, base: str) -> Iterator[str]:
    seen = set[str]()
    for number, node in enumerate(root.iter("link")):
        if number >= LINKS:
            return
        rels, kind = (node.get("rel") or "").lower().split(), (node.get("type") or "").partition(";")[0].strip().lower()
        link = web_link(base, node.get("href"))
        about = f"{node.get('title') or ''} {link}"
        if link is None or "alternate" not in rels or kind not in FEED_TYPES or COMMENTS.search(about) or link in seen:
            continue
        seen.add(link)
        yield link


def _at(home: str, paths: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(urljoin(home, path) for path in paths)


class Search:
    """Looks at candidates one after the other, and remembers what failed."""

    def __init__(self, fetch: Fetch, now: datetime) -> None:
        self.failures: list[str] = []
        self._fetch = fetch
        self._now = now

    async def feeds(self, urls: Iterable[str], enough: int = CANDIDATES) -> tuple[str, ...]:
        """Those of the addresses that are feeds with entries."""
        return await self._those(urls, enough, read_feed)

    async def sitemaps(self, urls: Iterable[str], enough: int = CANDIDATES) -> tuple[str, ...]:
        """Those of the addresses that are sitemaps with pages, or lead to some."""
        return await self._those(urls, enough, read_sitemap)

    async def named_sitemaps(self, home: str) -> tuple[str, ...]:
        """What robots.txt names, those of news first; a site speaks for itself only."""
        parts = urlsplit(home)
        try:
            robots = await self._fetch(FetchRequest(f"{parts.scheme}://{parts.netloc}/robots.txt", Wanted.ROBOTS))
        except FetchError as error:
            self.failures.append(str(error))
            return ()
        links = (web_link(home, found) for found in SITEMAP_LINE.findall(robots.body.decode("utf-8", errors="replace")))
        own = dict.fromkeys(link for link in links if link and registered_domain(link) == registered_domain(home))
        return tuple(sorted(own, key=lambda link: "news" not in link.lower()))[:CANDIDATES]

    async def _those(self, urls: Iterable[str], enough: int, read: Callable[[Page, datetime], Listing]) -> tuple[str, ...]:
        found = list[str]()
        for url in urls:
            if len(found) >= enough:
                break
            try:
                page = await self._fetch(FetchRequest(url, Wanted.FEED))
                listing = await asyncio.to_thread(read, page, self._now)
            except (FetchError, FeedError) as error:
                self.failures.append(str(error))
                continue
            if listing.entries or listing.children:
                found.append(page.final_url if page.moved else url)
        return tuple(found)


def _useful(sitemaps: Iterable[str], feeds: Collection[str]) -> tuple[str, ...]:
    """Beside feeds only sitemaps of news: the others list the whole site."""
    return tuple(one for one in sitemaps if not feeds or "news" in one.lower())
