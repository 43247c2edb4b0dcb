"""The shell: load what is due, run a stage, save; knows no rule.

    crawl    due feeds and visits -> pages -> archive, revisions
    extract  unread revisions     -> readings (an article version and its claims)

What is read is matched and checked by `matching`.

Each save is one transaction under content-derived ids: a killed run loses what was in flight and doubles nothing, and
a second run finds nothing to do. One failed page is recorded and never fatal; only CorroborateError is expected.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from corroborate.crawl.archive import Archive
from corroborate.crawl.crawler import Crawl, CrawlTally, never
from corroborate.crawl.discovery import Discovery, discover
from corroborate.crawl.fetch import Fetcher
from corroborate.crawl.manners import CrawlSettings, Manners
from corroborate.crawl.revisions import DISPUTED_RECHECKS, hastened
from corroborate.crawl.robots import Rules
from corroborate.crawl.shards import WHOLE, Shard
from corroborate.errors import CorroborateError
from corroborate.extract import Reader
from corroborate.model.articles import Readability, Reading
from corroborate.model.outlets import Outlet
from corroborate.model.pages import FeedNews, FeedState, Revision, Visit
from corroborate.parallel import Map
from corroborate.store import Store

log = logging.getLogger(__name__)

Progress = Callable[[int], None]
"""Told how many more pages are done."""

SAVED_TOGETHER = 8
"""Readings; fewer than a program holds of the work that several share."""


def no_progress(_done: int) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A revision that could not be read, and why; one that is not `final` is tried again by the next run."""

    revision: str
    url: str
    reason: str
    final: bool = True

    def __str__(self) -> str:
        return f"{self.url} ({self.revision}): {self.reason}"


@dataclass(frozen=True, slots=True)
class Tally:
    """What reading did; `silent` counts the pages that hold no article to read, by reason."""

    done: int
    claims: int
    silent: Mapping[str, int]
    failed: tuple[Failure, ...]

    def __str__(self) -> str:
        reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(self.silent.items()))
        silent = f"; {sum(self.silent.values())} of them hold no article: {reasons}" if reasons else ""
        return f"read {self.done} article versions: {self.claims} claims{silent}"


class StoreLedger:
    """What the crawler asks and tells, kept in the store; with `everything`, whatever is known counts as due."""

    def __init__(self, store: Store, *, everything: bool = False, shard: Shard = WHOLE) -> None:
        self._store = store
        self._shard = shard
        self._everything = everything
        self._disputed: frozenset[str] = frozenset()

    def due_feeds(self, now: datetime) -> Sequence[FeedState]:
        """Feeds and sitemaps of the shard to be asked now."""
        all_known = self._store.feeds.all if self._everything else partial(self._store.feeds.due, now)
        mine = [state for state in all_known() if self._shard.holds(state.url)]
        return [replace(state, next_at=now) for state in mine] if self._everything else mine

    def save_feeds(self, asked: Sequence[FeedNews]) -> None:
        """Feeds were asked: what is known of them now, the articles they announce and what they say of these."""
        self._store.feeds.save_all(asked)

    def known(self, articles: Collection[str]) -> Collection[str]:
        """Those of the article ids that were announced before."""
        return self._store.visits.known(articles)

    def disputed(self) -> Collection[str]:
        """Ids of articles with a figure that another outlet contradicts."""
        return self._disputed

    def hasten(self, now: datetime) -> None:
        """Bring visits forward whose articles are disputed."""
        visits = self._store.visits.disputed(now - max(until for until, _ in DISPUTED_RECHECKS))
        self._disputed = frozenset(visit.article for visit in visits)
        sooner = [(hastened(visit, now), None) for visit in visits]
        self._store.visits.save_all([one for one, before in zip(sooner, visits, strict=True) if one[0] != before])

    def histories(self, articles: Collection[str]) -> Mapping[str, Sequence[Revision]]:
        """The versions of each of these articles, in order of when they were seen."""
        return self._store.revisions.of_all(articles)

    def due_visits(self, now: datetime) -> Sequence[Visit]:
        """Articles of the shard to be fetched now."""
        all_known = self._store.visits.all if self._everything else partial(self._store.visits.due, now)
        mine = [visit for visit in all_known() if self._shard.holds(visit.url)]
        return [replace(visit, next_at=now) for visit in mine] if self._everything else mine

    def save_visits(self, done: Sequence[tuple[Visit, Revision | None]]) -> None:
        """Articles were fetched, or were not; each with its new version where there is one."""
        self._store.visits.save_all(done)


@dataclass(frozen=True, slots=True)
class Crawling:
    """What a crawl needs besides the store.

    `remembered` are the robots.txt of earlier crawls of this process; once `stopping` says so nothing more is begun. `loop`
    makes an event loop of one's own.
    """

    fetcher: AbstractAsyncContextManager[Fetcher]
    archive: Archive
    settings: CrawlSettings
    clock: Callable[[], datetime]
    remembered: dict[str, Rules] = field(default_factory=dict)
    stopping: Callable[[], bool] = never
    loop: Callable[[], asyncio.AbstractEventLoop] | None = None
    shard: Shard = WHOLE


def crawl(store: Store, outlets: Iterable[Outlet], means: Crawling, *, everything: bool = False) -> CrawlTally:
    """Fetch what is due: feeds, then the articles they announce, then rechecks."""
    listed = tuple(outlets)
    store.outlets.sync(listed)
    store.feeds.sync(listed, means.clock())
    ledger = StoreLedger(store, everything=everything, shard=means.shard)
    ledger.hasten(means.clock())
    with asyncio.Runner(loop_factory=means.loop) as runner:
        return runner.run(_crawl_due(ledger, means))


def discover_feeds(
    url: str, fetcher: AbstractAsyncContextManager[Fetcher], settings: CrawlSettings, clock: Callable[[], datetime]
) -> Discovery:
    """Find the feeds and sitemaps of a site. Raises FetchError where its home page cannot be had."""

    async def look() -> Discovery:
        async with fetcher as opened:
            return await discover(url, Manners(opened, settings, clock).fetch, clock())

    return asyncio.run(look())


async def _crawl_due(ledger: StoreLedger, means: Crawling) -> CrawlTally:
    async with means.fetcher as fetcher:
        manners = Manners(fetcher, means.settings, means.clock, means.remembered)
        return await Crawl(ledger, means.archive, means.clock, manners, means.stopping).round()


def read_revision(reader: Reader, archive: Archive, revision: Revision) -> Reading | Failure:
    """Read one version of an article out of the archive; runs in any process."""
    try:
        return reader.read(revision, archive.read(revision.archived))
    except CorroborateError as error:
        return Failure(revision.id, revision.url, str(error).removeprefix(f"{revision.url}: "))
    except (ImportError, MemoryError):
        # Not this page is at fault but the installation or the machine, and the next page would fare no better.
        raise
    except Exception as error:
        # A page that trips the reader up must not keep every other page from being read, this time and each time after.
        log.warning("mistake revision=%s", revision.id, exc_info=True)
        reason = f"a mistake of the program ({type(error).__name__}: {str(error)[:200]})"
        return Failure(revision.id, revision.url, reason, final=False)


def extract_new(store: Store, archive: Archive, reader: Reader, run: Map, progress: Progress = no_progress) -> Tally:
    """Read claims out of every article version that this version of the extractor has not read.

    Other programs may read others at the same time. An exception out of `progress` ends the work there; what was read is saved.
    """
    done, claims, silent, failed = 0, 0, Counter[str](), []
    with saving(store, reader.version) as save:
        for outcome in run(partial(read_revision, reader, archive), store.revisions.shared_out(reader.version)):
            if isinstance(outcome, Failure):
                if outcome.final:
                    store.revisions.fail(outcome.revision, reader.version, outcome.reason)
                failed.append(outcome)
                log.warning("unread revision=%s reason=%s", outcome.revision, outcome.reason)
                progress(1)
                continue
            save(outcome)
            done, claims = done + 1, claims + len(outcome.claims)
            if outcome.article.readability is not Readability.READ:
                silent[outcome.article.readability.value] += 1
            progress(1)
    return Tally(done, claims, silent, tuple(failed))


@contextmanager
def saving(store: Store, version: str) -> Iterator[Callable[[Reading], None]]:
    """Saves readings a few at a time, which takes half as long, and the last ones at the end, whatever ends it."""
    unsaved = list[Reading]()

    def save(reading: Reading) -> None:
        unsaved.append(reading)
        if len(unsaved) == SAVED_TOGETHER:
            together = tuple(unsaved)
            unsaved.clear()
            store.readings.save_all(together, version)

    try:
        yield save
    finally:
        store.readings.save_all(unsaved, version)
