"""Killed at any point, run again to the end: the same rows as if nothing had happened."""

import random
import subprocess
import sys
from pathlib import Path

from corroborate.app import App
from corroborate.config import load_config
from corroborate.newsroom import Edition, feeds_yaml, generate, serve
from tests.rows import all_rows

KILLS = 30
SEED = 20261014


def command(folder: Path, moment: str, *words: str) -> list[str]:
    options = ["--config", str(folder / "feeds.yaml"), "--database", str(folder / "news.db"), "--now", moment]
    return [sys.executable, "-m", "corroborate", *options, *words]


def prepared(folder: Path, edition: Edition, address: str) -> Path:
    folder.mkdir()
    text = feeds_yaml(edition, address) + "\n"
    (folder / "feeds.yaml").write_text(text.replace("settings:\n", "settings:\n  embedding: {model: none}\n", 1))
    return folder


def run_to_the_end(folder: Path, moment: str) -> None:
    for words in (("crawl",), ("process",)):
        subprocess.run(command(folder, moment, *words), check=True, capture_output=True)


def kill_soon(arguments: list[str], seconds: float) -> bool:
    """Start a command and kill it after so long; False where it was done before."""
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True
    return False


def test_thirty_kills_change_nothing_in_the_end(tmp_path: Path) -> None:
    edition = generate(SEED, events=3, outlets=6)
    moment = edition.moments[-1].isoformat()
    chance = random.Random(SEED)
    with serve(edition) as newsroom:
        newsroom.now = edition.moments[-1]
        calm = prepared(tmp_path / "calm", edition, newsroom.address)
        stormy = prepared(tmp_path / "stormy", edition, newsroom.address)
        run_to_the_end(calm, moment)

        killed = sum(
            kill_soon(command(stormy, moment, chance.choice(("crawl", "process"))), chance.uniform(0.3, 3.0)) for _ in range(KILLS)
        )
        run_to_the_end(stormy, moment)

    assert killed >= KILLS // 3
    rows = [all_rows(App(load_config(folder / "feeds.yaml"), database=str(folder / "news.db"))) for folder in (calm, stormy)]
    assert rows[0]["claims"]
    assert rows[0] == rows[1]
    assert run_again_changes_nothing(stormy, moment, rows[1])


def run_again_changes_nothing(folder: Path, moment: str, before: dict[str, list[dict[str, object]]]) -> bool:
    subprocess.run(command(folder, moment, "process"), check=True, capture_output=True)
    return all_rows(App(load_config(folder / "feeds.yaml"), database=str(folder / "news.db"))) == before
