import logging
import os
import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from corroborate.errors import FetchError
from corroborate.parallel import at_home, choose_map, dask_map, process_map, serial_map


def square(number: int) -> int:
    return number * number


def refuse(url: str) -> str:
    raise FetchError(url, "it timed out")


def test_the_serial_map_is_lazy() -> None:
    asked: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(3):
            asked.append(number)
            yield number

    with serial_map() as run:
        assert next(iter(run(square, numbers()))) == 0
    assert asked == [0]


def where(word: str) -> tuple[str, int]:
    return word, os.getpid()


def test_processes_give_the_same_in_the_same_order() -> None:
    words = [f"{story} {number}" for number in range(3) for story in ("quake", "fire", "vote", "strike", "trial")]
    with process_map(2) as run:
        assert list(run(square, range(20))) == [square(number) for number in range(20)]
        told = list(at_home(run, lambda word: word.split()[0])(where, words))

    assert [word for word, _ in told] == words
    assert len({(word.split()[0], process) for word, process in told}) == 5
    assert len({process for _, process in told}) == 2


def test_one_process_is_home_to_everything() -> None:
    assert list(at_home(map, str)(square, [1, 2])) == [1, 4]


def test_our_errors_come_back_whole_from_another_process() -> None:
    with process_map(1) as run, pytest.raises(FetchError, match=r"http://herald\.example/: it timed out"):
        list(run(refuse, ["http://herald.example/"]))


def square_at_last(folder: Path, number: int) -> int:
    """Its worker is killed over the eleventh, as one that runs out of memory is; the next that tries can do it."""
    if number == 10 and not (folder / "killed").exists():
        (folder / "killed").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return square(number)


@pytest.mark.filterwarnings("ignore")
def test_a_dask_worker_that_is_killed_loses_and_doubles_nothing(tmp_path: Path) -> None:
    from distributed import LocalCluster

    with (
        LocalCluster(n_workers=1, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=logging.CRITICAL) as cluster,
        dask_map(cluster.scheduler_address) as run,
    ):
        found = list(run(partial(square_at_last, tmp_path), range(20)))

    assert (tmp_path / "killed").exists()
    assert found == [square(number) for number in range(20)]


def test_one_worker_needs_no_pool() -> None:
    with choose_map(1) as run:
        assert run is map
