"""Time that passes only when everybody waits: an event loop that jumps to the next thing to do."""

import asyncio
import selectors
from collections.abc import Callable
from concurrent.futures import Executor
from datetime import datetime, timedelta
from typing import TypeVar, TypeVarTuple, Unpack

Given = TypeVarTuple("Given")
Made = TypeVar("Made")


class FakeTime:
    """The clock of the rehearsal; `seconds` have passed since `start`."""

    def __init__(self, start: datetime, seconds: float = 0.0) -> None:
        self.start = start
        self.seconds = seconds

    def __call__(self) -> datetime:
        return self.start + timedelta(seconds=self.seconds)

    def advance(self, seconds: float) -> None:
        """Let so much time pass at once."""
        self.seconds += seconds


class Jumping(selectors.SelectSelector):
    """Does not wait for what is to come: lets the time until then pass."""

    def __init__(self, time: FakeTime) -> None:
        super().__init__()
        self._time = time

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """What is ready now; where nothing is, the time has come on."""
        ready = super().select(0)
        if not ready and timeout:
            self._time.advance(timeout)
        return ready


class JumpingLoop(asyncio.SelectorEventLoop):
    """An event loop in fake time; work for threads is done at once, so that each run goes the same way."""

    def __init__(self, time: FakeTime) -> None:
        self._fake = time
        super().__init__(Jumping(time))

    def time(self) -> float:
        """Seconds of fake time."""
        return self._fake.seconds

    def run_in_executor(self, executor: Executor | None, func: Callable[[Unpack[Given]], Made], *args: *Given) -> asyncio.Future[Made]:
        """Do it now."""
        done: asyncio.Future[Made] = self.create_future()
        try:
            done.set_result(func(*args))
        except Exception as error:
            done.set_exception(error)
        return done
