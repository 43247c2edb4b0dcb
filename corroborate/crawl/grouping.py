"""Work brought together: a disk and a database take thirty pages in nearly the time of one."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Generic, TypeVar

GATHERED = 0.2
"""Seconds for which the first waits for others."""

MOST = 64

Work = TypeVar("Work")
Done = TypeVar("Done")


class Groups(Generic[Work, Done]):
    """Does work group by group; one group is gathered while the one before is being done."""

    def __init__(self, do: Callable[[Sequence[Work]], Awaitable[Sequence[Done]]]) -> None:
        self._do = do
        self._waiting: list[tuple[Work, asyncio.Future[Done]]] = []
        self._expected = 0
        self._worker: asyncio.Task[None] | None = None
        self._complete = asyncio.Event()

    @contextmanager
    def expecting(self) -> Iterator[None]:
        """Meanwhile there is one more who may join; a group for which all wait goes at once."""
        self._expected += 1
        try:
            yield
        finally:
            self._expected -= 1
            self._look()

    async def join(self, work: Work) -> Done:
        """What came of it, once the group it was done in is done; raises what doing the group raised."""
        outcome: asyncio.Future[Done] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, outcome))
        self._look()
        if self._worker is None:
            self._worker = asyncio.create_task(self._work())
        return await outcome

    def _look(self) -> None:
        if len(self._waiting) >= min(self._expected, MOST):
            self._complete.set()

    async def _work(self) -> None:
        while self._waiting:
            await self._gather()
            group, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
            await self._finish(group)
        self._worker = None

    async def _gather(self) -> None:
        try:
            async with asyncio.timeout(GATHERED):
                await self._complete.wait()
        except TimeoutError:
            return
        finally:
            self._complete.clear()

    async def _finish(self, group: Sequence[tuple[Work, asyncio.Future[Done]]]) -> None:
        try:
            done = await self._do([work for work, _ in group])
        except BaseException as error:
            # Each who waits is told, an interruption of the program as well: it ends whoever waits first.
            for _, outcome in group:
                if not outcome.done():
                    outcome.set_exception(error)
            return
        for (_, outcome), one in zip(group, done, strict=True):
            if not outcome.done():
                outcome.set_result(one)
