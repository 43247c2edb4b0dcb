"""One `map`, three ways to run it; the rest of the program sees only `map`.

`serial_map()` runs in this process, `process_map(workers)` in a pool of processes, `dask_map(address)` on a Dask
cluster. Each yields results in the order of the inputs, lazily, and never holds more than a few inputs per worker.
What is mapped must be picklable: a module-level function, or `functools.partial` of one, over frozen values.
"""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from multiprocessing import get_context
from typing import Any, Protocol, TypeVar

A = TypeVar("A")
B = TypeVar("B")

AHEAD = 4
"""Inputs handed out per worker before the first result is awaited: keeps workers busy and memory bounded."""


class Map(Protocol):
    """Apply a function to each input, results in order."""

    def __call__(self, function: Callable[[A], B], inputs: Iterable[A], /) -> Iterator[B]: ...


def serial_map() -> AbstractContextManager[Map]:
    """Run in this process."""
    return nullcontext(map)


@contextmanager
def process_map(workers: int) -> Iterator[Map]:
    """Run in a pool of `workers` processes, started fresh so that no lock or socket of this one is inherited.

    An interrupt from the keyboard reaches this process alone, which lets the others finish what they have.
    """
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_ignore_interrupts) as pool:
        yield _windowed(pool, workers * AHEAD)


@contextmanager
def dask_map(scheduler: str) -> Iterator[Map]:
    """Run on the Dask cluster whose scheduler listens at `scheduler`, such as "tcp://10.0.0.5:8786"."""
    from distributed import Client

    connect: Callable[..., Any] = Client
    with connect(scheduler, set_as_default=False) as client:
        workers = max(1, sum(client.nthreads().values()))
        yield _windowed(client.get_executor(pure=False), workers * AHEAD)


def choose_map(workers: int = 1, scheduler: str | None = None) -> AbstractContextManager[Map]:
    """The map for a number of processes, or for a Dask scheduler where one is given."""
    if scheduler is not None:
        return dask_map(scheduler)
    return serial_map() if workers <= 1 else process_map(workers)


def _ignore_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _windowed(pool: Executor | Any, size: int) -> Map:
    def run(function: Callable[[A], B], inputs: Iterable[A], /) -> Iterator[B]:
        waiting: deque[Any] = deque()
        for value in inputs:
            waiting.append(pool.submit(function, value))
            if len(waiting) >= size:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    return run
