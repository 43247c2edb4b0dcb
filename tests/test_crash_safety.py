"""Killed at any point, run again to the end: the same rows as if nothing had happened.

Each run is killed right before one of its commits, or before what it wrote to the archive is known to be on the disk.
"""

import multiprocessing
import os
import random
import signal
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, event

from corroborate.app import App
from corroborate.cli import main
from corroborate.config import load_config
from corroborate.newsroom import Edition, feeds_yaml, generate, serve
from tests.commands import corroborate
from tests.rows import all_rows

KILLS = 8
ENOUGH = 4
LATEST = 5
"""A run is killed at its fifth commit at the latest, so that it takes many of them to get to the end."""

SEED = 20261014


def words_of(folder: Path, moment: str, command: str) -> list[str]:
    return ["--config", str(folder / "feeds.yaml"), "--database", str(folder / "news.db"), "--now", moment, command]


def prepared(folder: Path, edition: Edition, address: str) -> Path:
    folder.mkdir()
    text = feeds_yaml(edition, address) + "\n"
    (folder / "feeds.yaml").write_text(text.replace("settings:\n", "settings:\n  embedding: {model: none}\n", 1))
    return folder


def run_to_the_end(folder: Path, moment: str) -> None:
    for command in ("crawl", "process"):
        done = corroborate(*words_of(folder, moment, command))
        assert done.status == 0, done.err


def killed_at(point: str, number: int, words: list[str]) -> bool:
    """Run a command in a process of its own that dies at its so-manieth commit or fsync; False where it was done before."""
    process = multiprocessing.get_context("forkserver").Process(target=run_and_die, args=(point, number, words))
    process.start()
    process.join()
    assert process.exitcode in (0, -signal.SIGKILL)
    return process.exitcode == -signal.SIGKILL


def run_and_die(point: str, number: int, words: list[str]) -> None:
    calls, fsync = count(1), os.fsync

    def die_in_time(*_: object) -> None:
        if next(calls) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    def last_fsync(file: int) -> None:
        die_in_time()
        fsync(file)

    if point == "commit":
        event.listen(Engine, "commit", die_in_time)
    else:
        os.fsync = last_fsync
    main(words)


def rows_of(folder: Path) -> dict[str, list[dict[str, object]]]:
    return all_rows(App(load_config(folder / "feeds.yaml"), database=str(folder / "news.db")))


def test_kills_at_eight_points_change_nothing_in_the_end(tmp_path: Path) -> None:
    multiprocessing.get_context("forkserver").set_forkserver_preload([__name__, "corroborate.pipeline", "spacy"])
    edition = generate(SEED, events=5, outlets=6)
    moment = edition.moments[-1].isoformat()
    chance = random.Random(SEED)
    with serve(edition) as newsroom:
        newsroom.now = edition.moments[-1]
        calm = prepared(tmp_path / "calm", edition, newsroom.address)
        stormy = prepared(tmp_path / "stormy", edition, newsroom.address)
        run_to_the_end(calm, moment)

        killed = 0
        for _ in range(KILLS):
            point, command = chance.choice([("commit", "crawl"), ("fsync", "crawl"), ("commit", "process")])
            killed += killed_at(point, chance.randint(1, LATEST), words_of(stormy, moment, command))
        run_to_the_end(stormy, moment)

    # The last commands may be done before the commit or sync at which they were to die.
    assert killed >= ENOUGH
    rows = rows_of(calm)
    assert rows["claims"]
    assert rows_of(stormy) == rows
    assert corroborate(*words_of(stormy, moment, "process")).status == 0
    assert rows_of(stormy) == rows
