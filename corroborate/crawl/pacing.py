"""Politeness: one lane per registered domain, one request at a time in each, a pause between them.

Eight outlets can share a host, and one outlet can have eight: what must not be hurried is the domain.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from corroborate.crawl.urls import registered_domain

MOST_DOUBLINGS = 10
LONGEST_DELAY = 30.0
"""A Crawl-delay is honoured up to this many seconds."""


@dataclass(slots=True)
class Lane:
    """One domain: `free_at` is when it may next be asked, in the clock's seconds; `setbacks` counts the pauses in a row."""

    free_at: float = 0.0
    delay: float = 0.0
    setbacks: int = 0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


def running_time() -> float:
    """The seconds of the event loop that runs: its sleeps are measured by the same clock."""
    return asyncio.get_running_loop().time()


class Lanes:
    """The lanes of one crawl. `clock` and `sleep` are in seconds and belong together."""

    def __init__(
        self,
        gap: float,
        clock: Callable[[], float] = running_time,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._gap = gap
        self._clock = clock
        self._sleep = sleep
        self._lanes: dict[str, Lane] = {}

    @asynccontextmanager
    async def turn(self, url: str) -> AsyncIterator[None]:
        """Hold the URL's lane: wait until nobody asks its domain and the pause is over; the pause begins again at the end."""
        lane = self._lane(url)
        async with lane.lock:
            await self.step_aside(url)
            try:
                yield
            finally:
                lane.free_at = max(lane.free_at, self._clock() + max(self._gap, lane.delay))

    async def step_aside(self, url: str) -> None:
        """Wait for the URL's pause and begin it again, without a lock: a redirect leads there from a lane that is held."""
        lane = self._lane(url)
        await self._wait(lane)
        lane.free_at = self._clock() + max(self._gap, lane.delay)

    def slow(self, url: str, delay: float) -> None:
        """Leave at least `delay` seconds between requests from now on: the site's Crawl-delay, honoured up to LONGEST_DELAY."""
        self._lane(url).delay = min(delay, LONGEST_DELAY)

    def pause(self, url: str, seconds: float) -> None:
        """Ask nothing more for so many seconds, and twice as long each further time: one site must not hold up a round."""
        lane = self._lane(url)
        lane.free_at = max(lane.free_at, self._clock() + seconds * 2 ** min(lane.setbacks, MOST_DOUBLINGS))
        lane.setbacks += 1

    def resume(self, url: str) -> None:
        """The domain answers again."""
        self._lane(url).setbacks = 0

    def waiting(self, url: str) -> float:
        """Seconds until the lane may be asked."""
        return max(0.0, self._lane(url).free_at - self._clock())

    def _lane(self, url: str) -> Lane:
        return self._lanes.setdefault(registered_domain(url), Lane())

    async def _wait(self, lane: Lane) -> None:
        while (seconds := lane.free_at - self._clock()) > 0:
            await self._sleep(seconds)
