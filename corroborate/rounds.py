"""`corroborate schedule`: rounds of crawl and process, each when something is due, until told to stop.

    feeds.yaml -> crawl what is due -> process -> the digest at its hour -> sleep until something is due

Clock and sleep are handed in, so that days can be lived through in a test.
"""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from types import FrameType
from typing import Protocol

from corroborate.app import App, Work
from corroborate.config import Config
from corroborate.errors import CorroborateError, DatabaseLocked
from corroborate.mailing import mail_all
from corroborate.publish.digest import FORMS, read_digest
from corroborate.schedule import LONGEST_SLEEP, Clock, next_digest, next_wake, system_clock


class Stop(Protocol):
    """Tells whether it is time to stop, as a threading.Event does."""

    def is_set(self) -> bool:
        """It is time."""

    def wait(self, timeout: float, /) -> bool:
        """Sleep for so many seconds, or until it is time; True where it is."""


@dataclass(frozen=True, slots=True)
class World:
    """What the rounds meet: who tells them to stop, the clock, and where lines for the user and about failures go."""

    stop: Stop
    tell: Callable[[str], object]
    complain: Callable[[object], object]
    clock: Clock = system_clock


class Stopped(Exception):
    """It is time to stop; what is under way is saved."""


class Rounds:
    """One round after the other over one database, with the outlets that feeds.yaml lists at the time."""

    def __init__(self, load: Callable[[], Config], database: str | None, world: World) -> None:
        self._load = load
        self._world = world
        self._app = App(load(), database=database, clock=world.clock)
        self._mistake = ""
        self._unmatched = True
        self._unreadable = frozenset[object]()
        self._pruned: date | None = None

    @property
    def config(self) -> Config:
        """What feeds.yaml said when it was last right."""
        return self._app.config

    def keep_going(self, work: Work, hour: time | None = None) -> None:
        """Do rounds until told to stop; print the digest each day at `hour`, in UTC.

        What goes wrong in the first round is raised: then something is wrong in general. Later failures are told, and
        the next round tries again. Raises DatabaseLocked where another program does the same.
        """
        with self._app.alone("schedule", shard=work.shard):
            digest_at = next_digest(self._world.clock(), hour) if hour is not None else None
            due = self._round(work)
            while not self._rest(due, digest_at):
                self._reload()
                due = self._attempt(work)
                if hour is not None and digest_at is not None and digest_at <= self._world.clock():
                    self._digest(digest_at)
                    digest_at = next_digest(self._world.clock(), hour)

    def _rest(self, due: datetime, digest_at: datetime | None) -> bool:
        now = self._world.clock()
        # Two rounds are two visits of the same site: even with much to do, its pause lies between them.
        pause = timedelta(seconds=self.config.settings.crawl.gap)
        return self._world.stop.wait(max(next_wake(now, [due], digest_at) - now, pause).total_seconds())

    def _attempt(self, work: Work) -> datetime:
        try:
            return self._round(work)
        except CorroborateError as error:
            self._world.complain(error)
            return self._world.clock() + LONGEST_SLEEP

    def _round(self, work: Work) -> datetime:
        """Crawl and process once; returns when something is due again."""
        tally = self._app.crawl(stopping=self._world.stop.is_set, shard=work.shard)
        if tally.feeds or tally.pages:
            self._world.tell(f"{self._world.clock():%Y-%m-%d %H:%M} {tally}")
        for failure in tally.failures:
            self._world.complain(failure)
        if not self._world.stop.is_set() and (self._unmatched or self._app.unread()):
            self._process(work)
        for unheard in self._app.tell_hooks().failures:
            self._world.complain(unheard)
        self._prune()
        return self._next_due()

    def _prune(self) -> None:
        """Once a day, where feeds.yaml says how long what is kept."""
        today = self._world.clock().date()
        if self._pruned == today or not any(self.config.settings.keep.model_dump().values()):
            return
        self._pruned = today
        try:
            self._world.tell(f"{self._world.clock():%Y-%m-%d %H:%M} {self._app.retain()}")
        except DatabaseLocked:
            # Other workers are crawling; one of them finds the others at rest some day.
            self._pruned = None

    def _process(self, work: Work) -> None:
        try:
            read, found = self._app.process(work, self._check_stop)
        except Stopped:
            return
        self._unmatched = False
        if read.done:
            self._world.tell(f"{self._world.clock():%Y-%m-%d %H:%M} {read}; {found}")
        for failure in read.failed:
            if failure not in self._unreadable:
                self._world.complain(failure)
        self._unreadable = frozenset(read.failed)

    def _check_stop(self, _done: int) -> None:
        if self._world.stop.is_set():
            raise Stopped

    def _next_due(self) -> datetime:
        with self._app.store() as store:
            moments = [store.feeds.next_due(), store.visits.next_due()]
        return min((moment for moment in moments if moment is not None), default=self._world.clock() + LONGEST_SLEEP)

    def _reload(self) -> None:
        """Follow feeds.yaml; while it is wrong, go on with what it said before. The database stays the one begun with."""
        try:
            config = self._load()
        except CorroborateError as error:
            if str(error) != self._mistake:
                self._world.complain(error)
            self._mistake = str(error)
            return
        self._mistake = ""
        if config != self.config:
            self._app = App(config, database=self._app.database, clock=self._world.clock)
            self._unmatched = True

    def _digest(self, until: datetime) -> None:
        """Print the digest of the day; mail it where there are readers."""
        section = self.config.settings.digest
        with self._app.store() as store:
            self._world.tell(FORMS["text"](read_digest(store, until - timedelta(days=1), until)))
            if not section.readers:
                return
            try:
                for sent in mail_all(store, section, self._world.clock()):
                    (self._world.complain if sent.failed else self._world.tell)(str(sent))
            except CorroborateError as error:
                self._world.complain(error)


@contextmanager
def stopped_by_signals() -> Iterator[threading.Event]:
    """An event that SIGINT and SIGTERM set, each once: the second time they do what they always do."""
    event = threading.Event()

    def set_event(number: int, _frame: FrameType | None) -> None:
        event.set()
        signal.signal(number, former[signal.Signals(number)])

    former = {number: signal.signal(number, set_event) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield event
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)
