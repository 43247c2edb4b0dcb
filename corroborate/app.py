"""The only place where concrete parts meet: store, archive, fetcher, language pipeline, embedder, map, clock."""

import asyncio
import fcntl
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from corroborate import importing, pipeline
from corroborate.config import Config, archive_folder, database_url, lock_file
from corroborate.crawl.archive import Archive, read_records
from corroborate.crawl.crawler import CrawlTally as CrawlTally
from corroborate.crawl.crawler import never
from corroborate.crawl.discovery import Discovery
from corroborate.crawl.fetch import HttpFetcher, user_agent
from corroborate.crawl.guard import SCHEMES, Guard, check_url, host_of
from corroborate.crawl.imports import Manuscript, archived_manuscript, bounded_lines, read_html, read_jsonl
from corroborate.crawl.manners import CrawlSettings
from corroborate.crawl.opml import read_opml as read_opml
from corroborate.crawl.opml import write_opml as write_opml
from corroborate.crawl.robots import Rules
from corroborate.crawl.shards import WHOLE as WHOLE
from corroborate.crawl.shards import Shard as Shard
from corroborate.crawl.stores import found_at
from corroborate.errors import AddressRefused, CorroborateError, DatabaseLocked, InputError, UsageError
from corroborate.extract import Reader
from corroborate.extract.desks import desk_of
from corroborate.match.embedding import Embedder, make_embedder
from corroborate.matching import Matcher, MatchTally, Session
from corroborate.model.articles import Reading
from corroborate.model.decisions import Review
from corroborate.model.ids import content_id, digest
from corroborate.model.outlets import Outlet
from corroborate.model.pages import ArchiveLink, Revision
from corroborate.model.parties import AliasTable
from corroborate.parallel import Map, choose_map
from corroborate.publish.alerts import Sender, Told, tell_hooks
from corroborate.retention import Retained, retain
from corroborate.schedule import Clock, fixed_clock, system_clock
from corroborate.store import Store
from corroborate.store.holding import held, is_served

WARC_SUFFIXES = (".warc", ".warc.gz")


@dataclass(frozen=True, slots=True)
class Work:
    """How the stages are run: in how many processes, or on which Dask scheduler; and which part of the web is crawled."""

    workers: int = 1
    scheduler: str | None = None
    shard: Shard = WHOLE


@dataclass(frozen=True, slots=True)
class ImportTally:
    """What became of the articles handed over."""

    new: int
    known: int
    wrong: tuple[CorroborateError, ...]


class App:
    """One run of the program over one database and its archive; parts are made when first needed.

    Another program that is writing is waited for so many seconds (`patience`).
    """

    patience = 30.0

    def __init__(self, config: Config, *, database: str | None = None, now: datetime | None = None, clock: Clock | None = None) -> None:
        self.config = config
        self.database = database_url(database, config.settings)
        self.archive = Archive(archive_folder(self.database, config.settings))
        self.clock: Clock = clock or (fixed_clock(now) if now is not None else system_clock)
        self._remembered: dict[str, Rules] = {}

    @contextmanager
    def store(self, *, create: bool = True) -> Iterator[Store]:
        """The database, opened and brought to this version's schema; StoreError where there is none and none is to be made."""
        with Store.open(self.database, create=create, timeout=self.patience, clock=self.clock) as store:
            yield store

    @cached_property
    def reader(self) -> Reader:
        """Reads claims; loads its language pipeline on first use, in whatever process that is."""
        settings = self.config.settings
        desks = {outlet.name: desk_of(outlet) for outlet in self.config.outlets}
        return Reader(settings.language.pipeline, desks, aliases=settings.parties.aliases)

    @cached_property
    def aliases(self) -> AliasTable:
        """The table of party names that settings name, empty where they name none."""
        path = self.config.settings.parties.aliases
        if path is None:
            return AliasTable()
        from corroborate.extract.parties.aliases import read_aliases

        return read_aliases(path)

    @cached_property
    def embedder(self) -> Embedder | None:
        """The embedding that settings name, None for "none"; its model loads on first use."""
        return make_embedder(self.config.settings.embedding.model)

    @cached_property
    def matcher(self) -> Matcher:
        """Matches what is due; remembers from round to round what it matched."""
        rates = self.config.settings.rates
        return Matcher(self.embedder, None if rates is None else rates.rates())

    @contextmanager
    def alone(self, task: str, *, shard: Shard = WHOLE, waiting: bool = False) -> Iterator[None]:
        """Hold the database for a task that only one program may do at a time, or one for each shard.

        DatabaseLocked where another does it; with `waiting` it is waited for.
        """
        if is_served(self.database):
            with held(self.database, task, timeout=self.patience, parts=shard.buckets, waiting=waiting):
                yield
            return
        if shard != WHOLE:
            problem = "a SQLite database is crawled by one program"
            raise UsageError(problem, "copy it to PostgreSQL with `corroborate db copy`, or leave out --shard")
        place = lock_file(self.database, self.archive.root, task)
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("ab") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | (0 if waiting else fcntl.LOCK_NB))
            except BlockingIOError:
                problem = f"another program does `corroborate {task}` with this database"
                raise DatabaseLocked(problem, "wait until it is done, or stop it") from None
            yield

    def crawl(self, *, everything: bool = False, stopping: Callable[[], bool] = never, shard: Shard = WHOLE) -> CrawlTally:
        """Fetch what is due in a shard, or everything known; once `stopping` says so nothing more is begun."""
        fetcher, settings = self._means_to_fetch()
        means = pipeline.Crawling(fetcher, self.archive, settings, self.clock, self._remembered, stopping, shard=shard)
        with self.store() as store, self.alone("crawl", shard=shard):
            return pipeline.crawl(store, self.config.outlets, means, everything=everything)

    def discover(self, url: str) -> Discovery:
        """The feeds and sitemaps of the site at `url`, asked for as politely as any page. Raises FetchError."""
        fetcher, settings = self._means_to_fetch()
        return pipeline.discover_feeds(url, fetcher, settings, self.clock)

    def process(self, work: Work, progress: pipeline.Progress = pipeline.no_progress) -> tuple[pipeline.Tally, MatchTally]:
        """Read what is unread, then match and check.

        Several programs may do so at once: each version is read by one of them, and they match one after the other.
        """
        with self.store() as store, spread(work) as run:
            read = pipeline.extract_new(store, self.archive, self.reader, run, progress)
            with self.alone("process", waiting=True):
                return read, self.matcher.match_due(Session(store, run, self.clock(), progress))

    def decide(self, store: Store, review: Review) -> Review:
        """Keep a decision and let it count at once: only what it moves is matched again. Returns it with its number."""
        kept = store.reviews.add(review)
        articles, stories = store.reviews.moved(kept)
        with spread(Work()) as run:
            self.matcher.match_these(Session(store, run, self.clock(), pipeline.no_progress), articles, stories)
        return kept

    def tell_hooks(self) -> Told:
        """Tell those who registered what is new, and what they did not take before."""
        with self.store() as store:
            return tell_hooks(store, Sender(self._hook_addresses).post, self.clock)

    def check_hook(self, url: str) -> None:
        """Raise UsageError for an address that must not be told: a private one that feeds.yaml does not allow, or one without https."""
        try:
            if not self._is_allowed(url):
                check_url(url)
        except AddressRefused as error:
            raise UsageError(f"{url[:200]!r} cannot be told ({error.reason})", "or allow its host in settings.hooks.allowed") from None
        if urlsplit(url).scheme.lower() != "https" and not self._is_allowed(url):
            raise UsageError(f"{url[:200]!r} is not https", "what is told could be read and changed on its way")

    def _hook_addresses(self, url: str) -> list[tuple[str, int]]:
        self.check_hook(url)
        if self._is_allowed(url):
            return [(host_of(url), urlsplit(url).port or SCHEMES[urlsplit(url).scheme.lower()])]
        return [(one.ip, one.port) for one in asyncio.run(Guard().destinations(url))]

    def _is_allowed(self, url: str) -> bool:
        return host_of(url) in self.config.settings.hooks.allowed

    def retain(self) -> Retained:
        """Let go of what is past the time that `settings.keep` says; nobody crawls meanwhile."""
        with self.store(create=False) as store, self.alone("crawl"):
            return retain(store, self.archive, self.config.settings.keep, self.clock())

    def check(self, store: Store) -> tuple[str, ...]:
        """What is wrong with the database and with the archive that it points into, in sentences."""
        return (*store.check(), *self.archive.lacking(store.revisions.archived()))

    def unread(self) -> int:
        """How many article versions wait to be read."""
        with self.store() as store:
            return store.revisions.count_unread(self.reader.version)

    def import_files(self, paths: Sequence[Path], progress: pipeline.Progress = pipeline.no_progress) -> ImportTally:
        """Keep the articles of JSONL, WARC and saved HTML files; a wrong line or file never stops the rest.

        `progress` is told how many more bytes of the files are done. A WARC file whose import was broken off goes on where
        it was.
        """
        new, known, wrong = 0, 0, list[CorroborateError]()
        with self.store() as store:
            store.outlets.sync(self.config.outlets)
            place = importing.Place(store.positions, progress)
            for group in importing.groups(importing.sound(self._manuscripts(paths, place), wrong)):
                kept = importing.import_manuscripts(store, self.archive, group)
                place.keep()
                new, known = new + sum(kept), known + kept.count(False)
        return ImportTally(new, known, tuple(wrong))

    def import_archives(self, addresses: Sequence[str], work: Work, progress: pipeline.Progress = pipeline.no_progress) -> ImportTally:
        """Keep the pages of WARC files that fsspec finds, several at a time; each file is done whole, and then known to be.

        `progress` is told of each file that is done.
        """
        files = {address: size for pattern in addresses for address, size in found_at(pattern).items()}
        new, known, wrong = 0, 0, list[CorroborateError]()
        with self.store() as store, spread(work) as run:
            store.outlets.sync(self.config.outlets)
            marks = {address: f"warc {digest(f'{address} {size}')}" for address, size in files.items()}
            left = [address for address in files if not store.positions.get(marks[address])]
            for address, packed in zip(left, run(partial(importing.pack_warc, self.archive, self._owners), left), strict=True):
                kept = [one for group in packed.taken for one in importing.import_packed(store, group)]
                new, known = new + sum(kept), known + kept.count(False)
                if packed.error is None:
                    store.positions.save(marks[address], 1)
                else:
                    wrong.append(packed.error)
                progress(1)
        return ImportTally(new, known, tuple(wrong))

    def extract(self, path: Path | None) -> Iterator[tuple[str, Reading] | CorroborateError]:
        """Read the claims of a JSONL file, or of standard input, without any database: each article's id with its reading."""
        # A wrong setting ends the work, and is not told of each article.
        _ = self.reader
        with nullcontext(sys.stdin.buffer) if path is None else _opened(path) as stream:
            for manuscript in read_jsonl(bounded_lines(stream), str(path or "standard input"), self.clock()):
                yield manuscript if isinstance(manuscript, CorroborateError) else self._read(manuscript)

    def _read(self, manuscript: Manuscript) -> tuple[str, Reading] | CorroborateError:
        try:
            return manuscript.name, self.reader.read(_unsaved(manuscript), manuscript.page)
        except CorroborateError as error:
            return error

    def _means_to_fetch(self) -> tuple[HttpFetcher, CrawlSettings]:
        section = self.config.settings.crawl
        agent = user_agent(section.user_agent, section.contact)
        fetcher = HttpFetcher(agent, guard=Guard(self._fixed_addresses()), clock=self.clock)
        return fetcher, CrawlSettings(user_agent=agent, gap=section.gap, concurrency=section.concurrency, asks_reservations=True)

    def _fixed_addresses(self) -> dict[str, str]:
        return {host: outlet.connect_to for outlet in self.config.outlets if outlet.connect_to for host in _hosts(outlet)}

    def _manuscripts(self, paths: Sequence[Path], place: importing.Place) -> Iterator[Manuscript | CorroborateError]:
        for path in paths:
            place.begin(path)
            try:
                yield from self._manuscripts_of(path, place)
            except CorroborateError as error:
                yield error
            place.finish()

    def _manuscripts_of(self, path: Path, place: importing.Place) -> Iterator[Manuscript | CorroborateError]:
        name = path.name.lower()
        if name.endswith(WARC_SUFFIXES):
            yield from self._archived_pages(path, place)
            return
        if name.endswith((".html", ".htm")):
            yield read_html(path, self.clock())
            return
        with _opened(path) as lines:
            yield from read_jsonl(bounded_lines(lines), str(path), self.clock())

    def _archived_pages(self, path: Path, place: importing.Place) -> Iterator[Manuscript]:
        owners = self._owners
        for page, offset in read_records(path, place.resume()):
            place.reach(offset)
            yield archived_manuscript(page, owners)

    @property
    def _owners(self) -> dict[str, str]:
        """The outlet of each host at which feeds are asked."""
        return {host: outlet.name for outlet in self.config.outlets for host in _hosts(outlet)}


@contextmanager
def spread(work: Work) -> Iterator[Map]:
    """The map that is asked for; UsageError where its scheduler cannot be reached."""
    with ExitStack() as stack:
        try:
            run = stack.enter_context(choose_map(work.workers, work.scheduler))
        except (OSError, ValueError) as error:
            problem = f"the Dask scheduler {work.scheduler!r} cannot be reached ({error})"
            raise UsageError(problem, "check that it runs, and its address: tcp://HOST:PORT") from None
        yield run


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        stream = path.open("rb")
    except OSError as error:
        raise InputError(path, None, f"it cannot be read ({error.strerror})", "check the file's name") from None
    with stream:
        if not stream.peek(1):
            raise InputError(path, None, "the file is empty", "give a file with one article a line")
        yield stream


def _unsaved(manuscript: Manuscript) -> Revision:
    page = manuscript.page
    identity = digest(page.body)
    return Revision(
        id=content_id("r", manuscript.name, identity),
        article=manuscript.name,
        url=page.url,
        outlet=manuscript.outlet,
        digest=identity,
        seen=page.fetched,
        archived=ArchiveLink("", 0, 0),
        title=manuscript.title,
        published=manuscript.published,
    )


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""


def _hosts(outlet: Outlet) -> set[str]:
    return {_host(url) for url in (*outlet.feeds, *outlet.sitemaps)}
