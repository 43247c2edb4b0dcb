"""One round of the crawl: due feeds -> announced articles -> due pages -> archive. The shell; the rules are in `revisions`.

    feed  -> robots -> fetch -> entries -> visits -> ledger
    visit -> robots -> fetch -> change? -> archive -> ledger

Each page is saved when it has come, first in the archive, then in the ledger: a run killed at any point loses what was
in flight and doubles nothing. A failure is recorded and never fatal; only FetchError, FeedError are expected.
"""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol, TypeVar

from corroborate.crawl.archive import Archive
from corroborate.crawl.failures import error_kind
from corroborate.crawl.feeds import Listing, read_feed
from corroborate.crawl.fetch import Fetcher, FetchRequest, Wanted, user_agent
from corroborate.crawl.pacing import Lanes
from corroborate.crawl.revisions import (
    Change,
    after_failure,
    after_feed_failure,
    after_listing,
    after_page,
    after_unchanged,
    announced_visits,
    announcements,
    asks_unconditionally,
    change,
    changed_children,
    former_ids,
    postponed_feed,
    postponed_visit,
    recent,
    revision_of,
    with_children,
)
from corroborate.crawl.robots import Robots, Rules
from corroborate.crawl.sitemaps import read_sitemap
from corroborate.crawl.urls import registered_domain
from corroborate.crawl.walls import is_wall
from corroborate.errors import ArchiveError, Blocked, FeedError, FetchError
from corroborate.model.ids import digest
from corroborate.model.pages import Announcement, Channel, FeedState, Page, Revision, Visit

Due = TypeVar("Due", FeedState, Visit)


class Ledger(Protocol):
    """What the crawler asks and tells; each save is one transaction, and saving twice changes nothing."""

    def due_feeds(self, now: datetime) -> Sequence[FeedState]:
        """Feeds and sitemaps to be asked now, longest due first."""

    def save_feed(self, state: FeedState, visits: Sequence[Visit], announced: Sequence[Announcement] = (), old: int = 0) -> None:
        """A feed was asked; `visits` are the articles it announces, of which those known already keep their state.

        `announced` is what it says of each; `old` entries of it appeared too long ago to be fetched.
        """

    def known(self, articles: Collection[str]) -> Collection[str]:
        """Those of the article ids that were announced before."""

    def due_visits(self, now: datetime) -> Sequence[Visit]:
        """Articles to be fetched now, longest due first."""

    def disputed(self) -> Collection[str]:
        """Ids of articles with a figure that another outlet contradicts."""

    def history(self, article: str) -> Sequence[Revision]:
        """The versions of an article, in order of when they were seen."""

    def save_visit(self, visit: Visit, revision: Revision | None) -> None:
        """An article was fetched, or was not; with its new version where there is one."""


@dataclass(frozen=True, slots=True)
class CrawlSettings:
    """How to behave: `gap` seconds between requests to a domain, so many requests at once, how long a pause is sat out.

    Of one domain at most `per_domain` articles are fetched in a round; the others stay due. A request that fails only
    after `patience` seconds is followed by a pause as long. With `asks_reservations` each site is asked for its
    tdmrep.json as well.
    """

    user_agent: str = user_agent()
    gap: float = 5.0
    concurrency: int = 16
    longest_pause: float = 60.0
    patience: float = 4.0
    per_domain: int = 500
    asks_reservations: bool = False


@dataclass(frozen=True, slots=True)
class Failures:
    """How often something went wrong for one reason, with the last address at which it did."""

    reason: str
    count: int
    example: str

    def __str__(self) -> str:
        times = "" if self.count == 1 else f" ({self.count} times)"
        return f"{self.example}: {self.reason}{times}"


@dataclass(frozen=True, slots=True)
class CrawlTally:
    """What a round did: feeds asked, entries read in them, articles new among these, pages that came, and what they were.

    `old` entries appeared too long ago to be fetched; `postponed` articles and feeds wait because their site asked to.
    """

    feeds: int
    entries: int
    announced: int
    pages: int
    revisions: int
    unchanged: int
    old: int = 0
    postponed: int = 0
    failures: tuple[Failures, ...] = ()

    def __str__(self) -> str:
        return f"asked {self.feeds} feeds, fetched {self.pages} pages: {self.revisions} new versions, {self.unchanged} unchanged"


async def crawl_due(
    ledger: Ledger, fetcher: Fetcher, archive: Archive, settings: CrawlSettings, clock: Callable[[], datetime]
) -> CrawlTally:
    """Ask every due feed, then fetch every due article, those just announced among them."""
    return await Crawl(ledger, archive, clock, Manners(fetcher, settings, clock)).round()


class Manners:
    """Fetches as a guest: with robots.txt's leave, in the domain's lane, and away for as long as a server asks.

    `remembered` are the robots.txt met in earlier rounds; those met in this one are added.
    """

    def __init__(
        self, fetcher: Fetcher, settings: CrawlSettings, clock: Callable[[], datetime], remembered: dict[str, Rules] | None = None
    ) -> None:
        self.settings = settings
        self._fetcher = fetcher
        self._lanes = Lanes(settings.gap)
        self._robots = Robots(fetcher, settings.user_agent, clock, remembered)
        self._gate = asyncio.Semaphore(settings.concurrency)

    def away(self, url: str) -> float | None:
        """Seconds for which the site is to be left alone, None where that is short enough to be sat out."""
        seconds = self._lanes.waiting(url)
        return seconds if seconds > self.settings.longest_pause else None

    async def fetch(self, request: FetchRequest) -> Page:
        """The page; raises FetchError."""
        try:
            if not self._robots.knows(request.url):
                async with self._lanes.turn(request.url), self._gate:
                    await self._ask_leave(request.url)
            await self._ask_leave(request.url)
            if self.settings.asks_reservations and request.wanted is Wanted.PAGE and self._robots.wonders(request.url):
                async with self._lanes.turn(request.url), self._gate:
                    await self._robots.ask_reservations(request.url, self._follow)
            async with self._lanes.turn(request.url), self._gate:
                page = await self._ask(request)
            return replace(page, reserved=(*page.reserved, *self._robots.reserved(page.final_url)))
        except Blocked as error:
            if error.retry_after is not None:
                self._lanes.pause(request.url, error.retry_after)
            raise

    async def _ask(self, request: FetchRequest) -> Page:
        loop = asyncio.get_running_loop()
        started = loop.time()
        try:
            page = await self._fetcher.fetch(request, self._follow)
        except FetchError:
            seconds = loop.time() - started
            if seconds >= self.settings.patience:
                self._lanes.pause(request.url, seconds)
            raise
        self._lanes.resume(request.url)
        return page

    async def _follow(self, url: str) -> None:
        if not self._robots.knows(url):
            await self._lanes.step_aside(url)
        await self._ask_leave(url)
        await self._lanes.step_aside(url)

    async def _ask_leave(self, url: str) -> None:
        # Where a robots.txt leads to another domain, that one is not to be hurried either.
        delay = await self._robots.check(url, self._lanes.step_aside)
        if delay is not None:
            self._lanes.slow(url, delay)


def never() -> bool:
    """Nobody asks to stop."""
    return False


class Crawl:
    """A round under way: its counts, and what to do with each due feed and visit.

    Once `stopping` says so nothing more is begun; what is under way is brought to its end.
    """

    def __init__(
        self,
        ledger: Ledger,
        archive: Archive,
        clock: Callable[[], datetime],
        manners: Manners,
        stopping: Callable[[], bool] = never,
    ) -> None:
        self._ledger = ledger
        self._archive = archive
        self._clock = clock
        self._manners = manners
        self._stopping = stopping
        self._counts: Counter[str] = Counter()
        self._reasons: Counter[str] = Counter()
        self._examples: dict[str, str] = {}
        self._disputed: Collection[str] = ()

    async def round(self) -> CrawlTally:
        """Ask every due feed, then fetch every due article, those just announced among them."""
        await self.in_lanes(self._ledger.due_feeds(self._clock()), self.ask_feed)
        self._disputed = self._ledger.disputed()
        await self.in_lanes(self._ledger.due_visits(self._clock()), self.visit)
        return self.tally()

    def tally(self) -> CrawlTally:
        """What has been done so far."""
        counts = self._counts
        return CrawlTally(
            feeds=counts["feeds"],
            entries=counts["entries"],
            announced=counts["announced"],
            pages=counts["pages"],
            revisions=counts["revisions"],
            unchanged=counts["unchanged"],
            old=counts["old"],
            postponed=counts["postponed"],
            failures=tuple(Failures(reason, count, self._examples[reason]) for reason, count in self._reasons.most_common()),
        )

    async def in_lanes(self, due: Iterable[Due], attend: Callable[[Due], Awaitable[None]]) -> None:
        """Attend to what is due, domain by domain in order, all domains at the same time."""
        lanes: dict[str, list[Due]] = defaultdict(list)
        for waiting in due:
            lanes[registered_domain(waiting.url)].append(waiting)

        async def follow(lane: list[Due]) -> None:
            for waiting in lane[: self._manners.settings.per_domain]:
                if self._stopping():
                    return
                await attend(waiting)

        await asyncio.gather(*(follow(lane) for lane in lanes.values()))

    async def ask_feed(self, state: FeedState) -> None:
        """Ask a feed or sitemap what is new."""
        away = self._manners.away(state.url)
        if away is not None:
            self._counts["postponed"] += 1
            self._ledger.save_feed(postponed_feed(state, away, self._clock()), ())
            return
        self._counts["feeds"] += 1
        try:
            await self._read_feed(state)
        except (FetchError, FeedError) as error:
            self._fail(state.url, error.reason)
            retry_after = error.retry_after if isinstance(error, FetchError) else None
            failed = after_feed_failure(state, error.reason, retry_after, self._clock(), kind=error_kind(error))
            self._ledger.save_feed(failed, ())

    async def _read_feed(self, state: FeedState) -> None:
        whole = asks_unconditionally(state, self._clock())
        page = await self._manners.fetch(
            FetchRequest(state.url, Wanted.FEED, None if whole else state.etag, None if whole else state.last_modified)
        )
        now = self._clock()
        if page.status == 304 or digest(page.body) == state.body_digest:
            self._ledger.save_feed(after_unchanged(state, page, now), ())
            return
        found, read = await self._listing(state, page)
        listing = recent(found, now)
        visits = self._at_home(state, page, announced_visits(state, listing.entries, now))
        known = set(self._ledger.known([visit.article for visit in visits]))
        old, announced = len(found.entries) - len(visits), announcements(state, visits, listing.entries, now)
        following = with_children(after_listing(state, page, listing, len(known), now), listing, read)
        self._ledger.save_feed(following, visits, announced, old)
        self._counts["entries"] += len(visits)
        self._counts["announced"] += len(visits) - len(known)
        self._counts["old"] += old

    def _at_home(self, state: FeedState, page: Page, visits: Sequence[Visit]) -> tuple[Visit, ...]:
        """The visits, those that were announced before their site moved under the ids they had there."""
        former = former_ids(state, page, visits)
        known = set(self._ledger.known(list(former.values()))) if former else set()
        return tuple(replace(visit, article=former[visit.article]) if former.get(visit.article) in known else visit for visit in visits)

    async def _listing(self, state: FeedState, page: Page) -> tuple[Listing, Collection[str]]:
        """What is announced, and which sitemaps of an index were read for it."""
        if state.channel is Channel.FEED:
            return await asyncio.to_thread(read_feed, page, self._clock()), ()
        listing = await asyncio.to_thread(read_sitemap, page, self._clock())
        found, read = list(listing.entries), set[str]()
        for url in changed_children(state, listing, self._clock()):
            try:
                child = await self._manners.fetch(FetchRequest(url, Wanted.FEED))
                found += (await asyncio.to_thread(read_sitemap, child, self._clock())).entries
                read.add(url)
            except (FetchError, FeedError) as error:
                self._fail(url, error.reason)
        return replace(listing, entries=tuple({entry.url: entry for entry in found}.values())), read

    async def visit(self, visit: Visit) -> None:
        """Fetch an article and keep it where it is a new version."""
        away = self._manners.away(visit.url)
        if away is not None:
            self._counts["postponed"] += 1
            self._ledger.save_visit(postponed_visit(visit, away, self._clock()), None)
            return
        try:
            page = await self._manners.fetch(FetchRequest(visit.url, Wanted.PAGE, visit.etag, visit.last_modified))
        except FetchError as error:
            self._fail(visit.url, error.reason)
            self._ledger.save_visit(after_failure(visit, error, self._clock()), None)
            return
        self._counts["pages"] += 1
        self._keep(visit, page)

    def _keep(self, visit: Visit, page: Page) -> None:
        history = self._ledger.history(visit.article)
        previous = history[-1] if history else None
        before = self._before(previous, page)
        walled = before is not None and is_wall(page) and not is_wall(before)
        outcome = change(visit, page, previous, None if before is None else len(before.body), is_walled=walled)
        revision = None
        if outcome is Change.NEW:
            revision = revision_of(visit, page, self._archive.write(page), history)
        elif previous is not None and outcome is Change.SAME:
            self._archive.write_unchanged(page, previous)
        self._counts["revisions" if revision else "unchanged"] += 1
        following = after_page(visit, page, outcome, self._clock(), disputed=visit.article in self._disputed)
        self._ledger.save_visit(following, revision)

    def _before(self, previous: Revision | None, page: Page) -> Page | None:
        """The page of the last version, where there is one to be compared with and it can be read."""
        if previous is None or page.status == 304 or digest(page.body) == previous.digest:
            return None
        try:
            return self._archive.read(previous.archived)
        except ArchiveError:
            return None

    def _fail(self, url: str, reason: str) -> None:
        self._reasons[reason] += 1
        self._examples[reason] = url
