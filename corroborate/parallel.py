"""One `map`, three ways to run it; the rest of the program sees only `map`.

`serial_map()` runs in this process, `process_map(workers)` in a pool of processes, `dask_map(address)` on a Dask
cluster. Each yields results in the order of the inputs, lazily, and never holds more than a few inputs per worker.
What is mapped must be picklable: a module-level function, or `functools.partial` of one, over frozen values.
"""

import gc
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context
from typing import Any, Protocol, TypeVar
from zlib import crc32

A = TypeVar("A")
B = TypeVar("B")

AHEAD = 4
"""Inputs handed out per worker before the first result is awaited: keeps workers busy and memory bounded."""

FAR_AHEAD = 16
"""The same where a worker may have to wait for an input that is at home there."""

TOGETHER = 4
"""Inputs of one task on a cluster, which has to keep books on each task: for one page they cost a fifth of reading it."""

TASKS_AHEAD = 2
"""Tasks handed out per worker of a cluster: one to do and one to go on with."""


SELDOM = 50_000, 20, 50
"""When cycles are looked for: the stories of a week are millions of objects, and looking through all of them again and again for the
few that only hold each other took a sixth of the time.
"""


class Map(Protocol):
    """Apply a function to each input, results in order."""

    def __call__(self, function: Callable[[A], B], inputs: Iterable[A], /) -> Iterator[B]: ...


def serial_map() -> AbstractContextManager[Map]:
    """Run in this process."""
    return nullcontext(map)


@contextmanager
def process_map(workers: int) -> Iterator[Map]:
    """Run in `workers` processes, started fresh so that no lock or socket of this one is inherited.

    An interrupt from the keyboard reaches this process alone, which lets the others finish what they have.
    """
    with ExitStack() as stack:
        started = [ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_begin) for _ in range(workers)]
        yield Processes([stack.enter_context(one) for one in started])


class Processes:
    """A map over processes of one worker each: whichever has least to do takes the next input, or the one where its like are at home."""

    def __init__(self, pools: Sequence[Executor]) -> None:
        self._pools = pools
        self._waiting = [0] * len(pools)

    def __call__(self, function: Callable[[A], B], inputs: Iterable[A], /) -> Iterator[B]:
        return _windowed(lambda value: self._submit(self._idlest(), function, value), AHEAD * len(self._pools), inputs)

    def at_home(self, key: Callable[[Any], str], function: Callable[[A], B], inputs: Iterable[A], /) -> Iterator[B]:
        """All inputs of one key go to one process."""

        def submit(value: A) -> Any:
            return self._submit(crc32(key(value).encode()) % len(self._pools), function, value)

        return _windowed(submit, FAR_AHEAD * len(self._pools), inputs)

    def _idlest(self) -> int:
        return min(range(len(self._pools)), key=self._waiting.__getitem__)

    def _submit(self, place: int, function: Callable[[A], B], value: A) -> Any:
        future = self._pools[place].submit(function, value)
        self._waiting[place] += 1
        future.add_done_callback(lambda _: self._done(place))
        return future

    def _done(self, place: int) -> None:
        self._waiting[place] -= 1


def at_home(run: Map, key: Callable[[Any], str]) -> Map:
    """The map, but where it has several processes all inputs of one key go to one of them: what it worked out of the like before
    is still known there.
    """
    return partial(run.at_home, key) if isinstance(run, Processes) else run


@contextmanager
def dask_map(scheduler: str) -> Iterator[Map]:
    """Run on the Dask cluster whose scheduler listens at `scheduler`, such as "tcp://10.0.0.5:8786"."""
    from distributed import Client

    connect: Callable[..., Any] = Client
    with connect(scheduler, set_as_default=False) as client:
        workers = max(1, sum(client.nthreads().values()))
        pool = client.get_executor(pure=False)

        def run(function: Callable[[A], B], inputs: Iterable[A], /) -> Iterator[B]:
            submit = partial(pool.submit, _each, function)
            return chain.from_iterable(_windowed(submit, workers * TASKS_AHEAD, _parts(inputs)))

        yield run


def choose_map(workers: int = 1, scheduler: str | None = None) -> AbstractContextManager[Map]:
    """The map for a number of processes, or for a Dask scheduler where one is given."""
    gc.set_threshold(*SELDOM)
    if scheduler is not None:
        return dask_map(scheduler)
    return serial_map() if workers <= 1 else process_map(workers)


def _begin() -> None:
    """A process starts: an interrupt from the keyboard is not meant for it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*SELDOM)


def _each(function: Callable[[A], B], inputs: Iterable[A]) -> list[B]:
    return [function(one) for one in inputs]


def _parts(inputs: Iterable[A]) -> Iterator[list[A]]:
    """So many inputs at a time as one task has."""
    rest = iter(inputs)
    while part := list(islice(rest, TOGETHER)):
        yield part


def _windowed(submit: Callable[[A], Any], size: int, inputs: Iterable[A]) -> Iterator[Any]:
    waiting: deque[Any] = deque()
    for value in inputs:
        waiting.append(submit(value))
        if len(waiting) >= size:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
