"""A process that is ended when it takes too much, with a real one."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from corroborate.extract.page.bounded import Bounded, OutOfBounds


def loop_for_ever() -> None:
    while True:
        pass


def hoard(size: int) -> int:
    return len(bytes(size))


def end_at_once() -> None:
    os.kill(os.getpid(), 9)


@pytest.fixture(scope="module")
def bounded() -> Iterator[Bounded]:
    work = Bounded(seconds=0.2, memory=500_000_000)
    yield work
    work.close()


def test_work_is_done_in_another_process(bounded: Bounded) -> None:
    assert bounded(os.getpid) != os.getpid()
    assert bounded(len, "ferry") == 5


def test_the_process_is_kept(bounded: Bounded) -> None:
    assert bounded(os.getpid) == bounded(os.getpid)


def test_a_mistake_of_the_work_is_its_own(bounded: Bounded) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        bounded(int, "ferry")


def test_work_that_takes_too_long_is_ended_and_the_next_is_done(bounded: Bounded) -> None:
    with pytest.raises(OutOfBounds, match=r"more than 0\.2 seconds"):
        bounded(loop_for_ever)

    assert bounded(len, "ferry") == 5


def test_work_that_takes_too_much_memory_fails_and_the_next_is_done(bounded: Bounded) -> None:
    with pytest.raises(MemoryError):
        bounded(hoard, 1_000_000_000)

    assert bounded(hoard, 1_000) == 1_000


def test_a_process_that_dies_is_told(bounded: Bounded) -> None:
    with pytest.raises(OutOfBounds, match="SIGKILL"):
        bounded(end_at_once)

    assert bounded(len, "ferry") == 5


def test_answers_of_many_threads_are_not_mixed_up(bounded: Bounded) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda number: bounded(str, number), range(200))) == [str(number) for number in range(200)]
