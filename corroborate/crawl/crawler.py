"""One round of the crawl: due feeds -> announced articles -> due pages -> archive. The shell; the rules are in `revisions`.

    feed  -> robots -> fetch -> entries -> visits -> ledger
    visit -> robots -> fetch -> change? -> archive -> ledger

What has come is saved in small groups, first in the archive, then in the ledger: a run killed at any point loses what was
in flight and doubles nothing. A failure is recorded and never fatal; only FetchError, FeedError are expected.
"""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from corroborate.crawl.archive import Archive
from corroborate.crawl.failures import error_kind
from corroborate.crawl.feeds import Listing, read_feed
from corroborate.crawl.fetch import Fetcher, FetchRequest, Wanted
from corroborate.crawl.grouping import Groups
from corroborate.crawl.keeping import Fetched, Keeping
from corroborate.crawl.ledger import Ledger
from corroborate.crawl.manners import CrawlSettings, Manners
from corroborate.crawl.revisions import (
    Change,
    after_failure,
    after_feed_failure,
    after_listing,
    after_unchanged,
    announced_visits,
    announcements,
    asks_unconditionally,
    changed_children,
    former_ids,
    postponed_feed,
    postponed_visit,
    recent,
    with_children,
)
from corroborate.crawl.sitemaps import read_sitemap
from corroborate.crawl.urls import registered_domain
from corroborate.errors import FeedError, FetchError
from corroborate.model.ids import digest
from corroborate.model.pages import Channel, FeedNews, FeedState, Page, Visit

Due = TypeVar("Due", FeedState, Visit)


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
        self._clock = clock
        self._manners = manners
        self._stopping = stopping
        self._counts: Counter[str] = Counter()
        self._reasons: Counter[str] = Counter()
        self._examples: dict[str, str] = {}
        self._keeping = Keeping(ledger, archive, clock)
        self._told = Groups(self._tell)
        self._kept = Groups(self._keeping.keep)

    async def round(self) -> CrawlTally:
        """Ask every due feed, then fetch every due article, those just announced among them."""
        await self.in_lanes(self._ledger.due_feeds(self._clock()), self.ask_feed)
        self._keeping.disputed = self._ledger.disputed()
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
            with self._told.expecting(), self._kept.expecting():
                for waiting in lane[: self._manners.settings.per_domain]:
                    if self._stopping():
                        return
                    await attend(waiting)

        await asyncio.gather(*(follow(lane) for lane in lanes.values()))

    async def _tell(self, asked: Sequence[FeedNews]) -> Sequence[None]:
        self._ledger.save_feeds(asked)
        return [None] * len(asked)

    async def ask_feed(self, state: FeedState) -> None:
        """Ask a feed or sitemap what is new."""
        away = self._manners.away(state.url)
        if away is not None:
            self._counts["postponed"] += 1
            await self._told.join(FeedNews(postponed_feed(state, away, self._clock())))
            return
        self._counts["feeds"] += 1
        try:
            await self._read_feed(state)
        except (FetchError, FeedError) as error:
            self._fail(state.url, error.reason)
            retry_after = error.retry_after if isinstance(error, FetchError) else None
            await self._told.join(FeedNews(after_feed_failure(state, error.reason, retry_after, self._clock(), kind=error_kind(error))))

    async def _read_feed(self, state: FeedState) -> None:
        whole = asks_unconditionally(state, self._clock())
        page = await self._manners.fetch(
            FetchRequest(state.url, Wanted.FEED, None if whole else state.etag, None if whole else state.last_modified)
        )
        now = self._clock()
        if page.status == 304 or digest(page.body) == state.body_digest:
            await self._told.join(FeedNews(after_unchanged(state, page, now)))
            return
        found, read = await self._listing(state, page)
        listing = recent(found, now)
        visits = self._at_home(state, page, announced_visits(state, listing.entries, now))
        known = set(self._ledger.known([visit.article for visit in visits]))
        old, announced = len(found.entries) - len(visits), announcements(state, visits, listing.entries, now)
        following = with_children(after_listing(state, page, listing, len(known), now), listing, read)
        await self._told.join(FeedNews(following, visits, announced, old))
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
            await self._kept.join(postponed_visit(visit, away, self._clock()))
            return
        try:
            page = await self._manners.fetch(FetchRequest(visit.url, Wanted.PAGE, visit.etag, visit.last_modified))
        except FetchError as error:
            self._fail(visit.url, error.reason)
            await self._kept.join(after_failure(visit, error, self._clock()))
            return
        self._counts["pages"] += 1
        outcome = await self._kept.join(Fetched(visit, page))
        self._counts["revisions" if outcome is Change.NEW else "unchanged"] += 1

    def _fail(self, url: str, reason: str) -> None:
        self._reasons[reason] += 1
        self._examples[reason] = url
