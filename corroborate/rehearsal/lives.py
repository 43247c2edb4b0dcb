"""The crawler as a process of its own, which lives until the weeks are over or until it is killed.

The web and its log are kept by the process that watches: each request goes to it over a pipe, so that whoever is killed
takes nothing with it but what it had in flight.
"""

import asyncio
import os
import random
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from corroborate.crawl.archive import Archive
from corroborate.crawl.fetch import FetchRequest, Permit
from corroborate.crawl.manners import CrawlSettings
from corroborate.errors import FetchError
from corroborate.model.outlets import Outlet
from corroborate.model.pages import Page
from corroborate.pipeline import Crawling, crawl
from corroborate.rehearsal.clockwork import FakeTime, JumpingLoop
from corroborate.rehearsal.web import Web
from corroborate.store import Store

ANSWER = 0.05
"""Seconds that an answer takes."""

LATEST = 0.03
"""Seconds of real time, at most, between a request and the kill that follows it: in these it parses, archives and commits."""


@dataclass(frozen=True, slots=True)
class Life:
    """What a crawler needs to live from `seconds` after `start` to the `end`."""

    folder: Path
    outlets: tuple[Outlet, ...]
    settings: CrawlSettings
    start: datetime
    seconds: float
    end: datetime


class Distant:
    """Fetches from the web that another process keeps, in fake time."""

    def __init__(self, line: Connection, clock: FakeTime) -> None:
        self._line = line
        self._clock = clock

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        return

    async def fetch(self, request: FetchRequest, permit: Permit | None = None) -> Page:
        """The page, as a fetcher of the network would bring it."""
        url = await self._arrive(request.url)
        if url != request.url:
            if permit is not None:
                await permit(url)
            await self._arrive(url)
        page: Page = self._ask("answer", request, url)
        return page

    async def _arrive(self, url: str) -> str:
        leads_to: str = self._ask("arrive", url)
        await asyncio.sleep(ANSWER)
        return leads_to

    def _ask(self, question: str, *about: object) -> Any:
        self._line.send((question, about, self._clock.seconds))
        came, answer = self._line.recv()
        if not came:
            raise answer
        return answer


def live(life: Life, line: Connection) -> None:
    """Crawl until the end."""
    clock = FakeTime(life.start, life.seconds)
    means = Crawling(Distant(line, clock), Archive(life.folder / "archive"), life.settings, clock, loop=lambda: JumpingLoop(clock))
    with Store.open(f"sqlite:///{life.folder / 'news.db'}", clock=clock) as store:
        while clock() < life.end:
            crawl(store, life.outlets, means)
            clock.advance(_until_due(store, clock(), life.settings.gap))
    line.send(("over", (), clock.seconds))


def _until_due(store: Store, now: datetime, gap: float) -> float:
    """Seconds to the next thing to do, as `corroborate schedule` waits."""
    moments = [moment for moment in (store.feeds.next_due(), store.visits.next_due()) if moment is not None]
    return max(gap, (min(moments, default=now) - now).total_seconds())


class Watch:
    """Answers a crawler from `web`, and kills it at requests drawn by lot: before the answer, or shortly after."""

    def __init__(self, web: Web, kills: frozenset[int], chance: random.Random, progress: Callable[[float], object]) -> None:
        self._web = web
        self._kills = kills
        self._chance = chance
        self._progress = progress

    def over(self, life: Life) -> float | None:
        """Let it live; None where it came to the end, else the seconds at which it was heard of last."""
        context = get_context("forkserver")
        context.set_forkserver_preload([__name__])
        ours, theirs = context.Pipe()
        process = context.Process(target=live, args=(life, theirs), daemon=True)
        process.start()
        theirs.close()
        try:
            return self._attend(life, ours, process)
        finally:
            process.kill()
            process.join()
            ours.close()

    def _attend(self, life: Life, line: Connection, process: BaseProcess) -> float | None:
        while True:
            question, about, seconds = line.recv()
            self._progress(seconds)
            if question == "over":
                return None
            answer = self._answer(life, question, about, seconds)
            dies = question == "arrive" and self._web.count in self._kills
            if dies and self._chance.random() < 0.5:
                line.send(answer)
                time.sleep(self._chance.uniform(0, LATEST))
            if dies:
                os.kill(process.pid or 0, signal.SIGKILL)
                return float(seconds)
            line.send(answer)

    def _answer(self, life: Life, question: str, about: tuple[Any, ...], seconds: float) -> tuple[bool, object]:
        now = FakeTime(life.start, seconds)()
        try:
            if question == "arrive":
                (url,) = about
                return True, self._web.arrive(url, now)
            request, url = about
            return True, self._web.answer(request, url, now)
        except FetchError as error:
            return False, error
