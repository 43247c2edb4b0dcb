from contextlib import ExitStack
from pathlib import Path

import pytest

from corroborate.app import WHOLE, App, Shard
from corroborate.config import Config
from corroborate.errors import DatabaseLocked, UsageError


def test_one_program_at_a_time_crawls_a_database_and_another_may_do_something_else(url: str) -> None:
    ours, theirs = App(Config(), database=url), App(Config(), database=url)

    with ours.alone("crawl"):
        with (
            pytest.raises(DatabaseLocked, match="another program does `corroborate crawl` with this database; wait"),
            theirs.alone("crawl"),
        ):
            pytest.fail("two programs crawl")
        with theirs.alone("schedule"):
            pass
    with theirs.alone("crawl"):
        pass


def test_a_served_database_is_held_against_programs_with_another_archive(emptied_postgresql: str, tmp_path: Path) -> None:
    settings = Config().settings
    elsewhere = Config(settings=settings.model_copy(update={"archive": tmp_path / "elsewhere"}))

    with ExitStack() as stack, App(Config(), database=emptied_postgresql).alone("crawl"), pytest.raises(DatabaseLocked):
        stack.enter_context(App(elsewhere, database=emptied_postgresql).alone("crawl"))


def test_workers_of_different_parts_crawl_at_once_and_none_of_overlapping_ones(emptied_postgresql: str) -> None:
    apps = [App(Config(), database=emptied_postgresql) for _ in range(4)]

    with apps[0].alone("crawl", shard=Shard(1, 4)), apps[1].alone("crawl", shard=Shard(2, 4)):
        for overlapping in (Shard(1, 4), Shard(1, 2), WHOLE):
            with ExitStack() as stack, pytest.raises(DatabaseLocked):
                stack.enter_context(apps[2].alone("crawl", shard=overlapping))
        with apps[3].alone("crawl", shard=Shard(3, 4)):
            pass


def test_a_file_is_crawled_by_one_program(copied_sqlite: str) -> None:
    with ExitStack() as stack, pytest.raises(UsageError, match="copy it to PostgreSQL"):
        stack.enter_context(App(Config(), database=copied_sqlite).alone("crawl", shard=Shard(1, 4)))
