"""How a guest behaves: asks leave of robots.txt, keeps to the lane of a domain, and stays away where a server asks to."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from corroborate.crawl.fetch import Fetcher, FetchRequest, Wanted, user_agent
from corroborate.crawl.pacing import Lanes
from corroborate.crawl.robots import Robots, Rules
from corroborate.errors import Blocked, FetchError
from corroborate.model.pages import Page


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
