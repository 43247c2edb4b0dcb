"""A web of made-up outlets, each with a fault of its own kind, that answers the crawler without any socket."""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from enum import StrEnum
from html import escape
from urllib.parse import urlsplit

from corroborate.crawl.fetch import FetchRequest, Wanted
from corroborate.errors import Blocked, FetchError, Gone
from corroborate.model.ids import digest
from corroborate.model.outlets import Outlet
from corroborate.model.pages import Page

SHOWN = timedelta(days=4)
BEFORE = timedelta(days=3)
"""How long a feed shows an entry, and for how long the outlets had been publishing when the crawl began."""

STORM = timedelta(hours=3)
FERRIES = ("Marisol", "Tarnquist", "Ostrava Star", "Wendeline", "Harrier", "Morning Plover", "Lady Isbel", "Corvane")
PLACES = ("Tarn Point", "Kessel Sound", "the Orrin narrows", "Saltonville", "Merrow Bay", "the Quayle light", "Fenwick Roads")


class Fault(StrEnum):
    """What is wrong with an outlet's site, from its day on."""

    NONE = "none"
    DEAD = "dead"
    FROZEN = "frozen"
    LYING_ETAG = "lying etag"
    STORM = "storm"
    LAYOUT = "layout"
    MOVED = "moved"
    SKEW = "skew"
    WALLS = "walls"
    FLAKY = "flaky"


FAULTS = (*(Fault.NONE for _ in range(6)), *(fault for fault in Fault if fault is not Fault.NONE))
"""Taken in turn: of fifteen outlets six are well."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One article: its figure, and where it is silently edited, when and into which."""

    path: str
    title: str
    published: datetime
    figure: int
    edited: datetime | None = None
    later: int = 0

    def figure_at(self, now: datetime) -> int:
        """What its page says."""
        return self.later if self.edited is not None and now >= self.edited else self.figure


@dataclass(frozen=True, slots=True)
class Site:
    """One outlet's site, with what it publishes over the whole time."""

    outlet: Outlet
    domain: str
    fault: Fault
    since: datetime
    pieces: tuple[Piece, ...]

    def is_ill(self, now: datetime) -> bool:
        """The fault has begun."""
        return self.fault is not Fault.NONE and now >= self.since

    @property
    def new_domain(self) -> str:
        """Where it moves to."""
        return f"new-{self.domain}"


def make_sites(outlets: int, start: datetime, days: int, seed: int) -> tuple[Site, ...]:
    """So many outlets; the same seed makes the same."""
    return tuple(_site(number, start, days, random.Random(f"{seed} {number}")) for number in range(outlets))


def _site(number: int, start: datetime, days: int, chance: random.Random) -> Site:
    domain = f"paper{number}.example"
    outlet = Outlet(f"Paper {number}", f"Family {number}", feeds=(f"https://{domain}/rss",))
    since = start + timedelta(days=days * chance.uniform(0.25, 0.5))
    pieces = tuple(_pieces(number, start - BEFORE, days + BEFORE.days, chance))
    return Site(outlet, domain, FAULTS[number % len(FAULTS)], since, pieces)


def _pieces(number: int, begin: datetime, days: int, chance: random.Random) -> Iterator[Piece]:
    a_day = chance.choice((1, 2, 3))
    for day in range(days):
        for turn in range(a_day):
            published = begin + timedelta(days=day, hours=chance.uniform(5, 22))
            name, place, figure = chance.choice(FERRIES), chance.choice(PLACES), chance.randint(12, 90)
            title = f"Ferry {name} runs aground off {place}, day {day} report {turn}"
            edited = published + timedelta(hours=chance.uniform(2, 150)) if chance.random() < 0.2 else None
            yield Piece(
                f"/news/{number}-{day}-{turn}", title, published.replace(microsecond=0), figure, edited, figure + chance.randint(3, 40)
            )


class Web:
    """Answers requests as the sites would at a time, and keeps a log of who was asked when."""

    def __init__(self, sites: tuple[Site, ...], seed: int = 0) -> None:
        self.requests: dict[str, list[datetime]] = defaultdict(list)
        self.first_served: dict[str, datetime] = {}
        self.count = 0
        self._sites = {domain: site for site in sites for domain in (site.domain, site.new_domain)}
        self._pieces = {site.domain: {one.path: one for one in site.pieces} for site in sites}
        self._chance = random.Random(f"web {seed}")

    def arrive(self, url: str, now: datetime) -> str:
        """A request arrives: the address that will answer it, another one where the site has moved."""
        parts = urlsplit(url)
        site = self._sites[parts.netloc]
        self.requests[parts.netloc].append(now)
        self.count += 1
        moved = site.fault is Fault.MOVED and site.is_ill(now) and parts.netloc == site.domain
        return f"https://{site.new_domain}{parts.path}" if moved else url

    def answer(self, request: FetchRequest, url: str, now: datetime) -> Page:
        """What that address answers; raises FetchError."""
        return self._answer(request, self._sites[urlsplit(url).netloc], url, now)

    def _answer(self, request: FetchRequest, site: Site, url: str, now: datetime) -> Page:
        self._fail(site, request.url, now)
        if request.wanted is Wanted.ROBOTS:
            raise Gone(request.url, "there is no such page (404)")
        path = urlsplit(url).path
        if path == "/rss":
            return self._conditional(request, url, feed_of(site, urlsplit(url).netloc, now), now, lies=site.fault is Fault.LYING_ETAG)
        piece = self._pieces[site.domain].get(path)
        if piece is None or piece.published > now:
            raise Gone(request.url, "there is no such page (404)")
        if site.fault is Fault.WALLS and site.is_ill(now) and self._chance.random() < 0.2:
            return _page(request, url, wall(self._chance.random()), now)
        self.first_served.setdefault(f"{site.domain}{path}", now)
        return self._conditional(request, url, page_of(site, piece, now), now)

    def _fail(self, site: Site, url: str, now: datetime) -> None:
        if not site.is_ill(now):
            return
        if site.fault is Fault.DEAD:
            raise FetchError(url, f"{site.domain} has no address (gone)")
        if site.fault is Fault.FLAKY and self._chance.random() < 0.1:
            raise FetchError(url, "status 502")
        if site.fault is Fault.STORM and (now - site.since) % timedelta(days=1) < STORM:
            raise Blocked(url, "the server refuses (429)", 1_800.0)

    def _conditional(self, request: FetchRequest, url: str, body: bytes, now: datetime, *, lies: bool = False) -> Page:
        tag = f'"{digest(body)[:16]}"'
        if request.etag is not None and (lies or request.etag == tag):
            return _page(request, url, b"", now, request.etag)
        return _page(request, url, body, now, tag)


def _page(request: FetchRequest, url: str, body: bytes, now: datetime, etag: str | None = None) -> Page:
    status = 200 if body else 304
    kind = "application/rss+xml" if request.wanted is Wanted.FEED else "text/html"
    return Page(request.url, url, status, kind, body, now, charset="utf-8", etag=etag, moved=url != request.url)


def feed_of(site: Site, domain: str, now: datetime) -> bytes:
    """The feed at this time: the entries of the last days, or those of the day on which it froze; a skewed clock dates them ahead."""
    at = site.since if site.fault is Fault.FROZEN and site.is_ill(now) else now
    skew = timedelta(hours=5) if site.fault is Fault.SKEW else timedelta()
    entries = "".join(
        f"<item><title>{escape(one.title)}</title><link>https://{domain}{one.path}?utm_source=rss</link>"
        f"<pubDate>{format_datetime(one.published + skew)}</pubDate></item>"
        for one in site.pieces
        if at - SHOWN < one.published <= at
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{site.outlet.name}</title>{entries}</channel></rss>'.encode()


def page_of(site: Site, piece: Piece, now: datetime) -> bytes:
    """The article's page at this time; with another layout where that changed."""
    text = (
        f"Police counted {piece.figure_at(now)} injured passengers on the ferry after it struck a rock in the night.",
        "The master of the ship told the harbour board that the light had been out since the evening before and that nobody had said so.",
        "The board will meet again next week to hear from the crew, and the line has put another ship on the route until then.",
    )
    body = "".join(f"<p>{sentence}</p>" for sentence in text)
    framed = f'<div id="x"><main>{body}</main></div><footer>2</footer>' if site.fault is Fault.LAYOUT and site.is_ill(now) else body
    return (
        f'<html lang="en"><head><title>{escape(piece.title)}</title></head>'
        f"<body><article><h1>{escape(piece.title)}</h1>{framed}</article></body></html>"
    ).encode()


def wall(chance: float) -> bytes:
    """A consent wall, never twice the same."""
    return f"<html><title>Before you continue</title><div id='{chance}'>We value your privacy. Accept all cookies?</div></html>".encode()
