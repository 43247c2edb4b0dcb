from contextlib import ExitStack
from pathlib import Path

import pytest

from corroborate.app import App
from corroborate.config import Config
from corroborate.errors import DatabaseLocked


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
