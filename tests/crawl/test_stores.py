"""WARC files from wherever fsspec finds them."""

from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from corroborate.app import App, Work
from corroborate.config import Config
from corroborate.crawl.archive import Archive
from corroborate.crawl.stores import found_at
from corroborate.errors import InputError
from corroborate.model.pages import Page
from tests.factory import NOON


@pytest.fixture
def month(tmp_path: Path) -> Iterator[str]:
    """Two files of two pages each, in memory."""
    memory = fsspec.filesystem("memory")
    for number in range(2):
        archive = Archive(tmp_path / f"theirs{number}")
        for page in range(2):
            url = f"https://outlet-{number}.example/{page}"
            archive.write(Page(url, url, 200, "text/html", b"<p>Some 40 crates sank.</p>", NOON))
        (file,) = archive.root.iterdir()
        memory.pipe(f"/news/{number}.warc.gz", file.read_bytes())
    yield "memory://news/*.warc.gz"
    memory.rm("/news", recursive=True)


def test_files_of_an_object_store_are_imported_once(tmp_path: Path, month: str) -> None:
    app = App(Config(), database=str(tmp_path / "news.db"))

    first = app.import_archives([month], Work())
    again = app.import_archives([month], Work())

    assert (first.new, first.known, first.wrong) == (4, 0, ())
    assert (again.new, again.known) == (0, 0)
    with app.store() as store:
        versions = list(store.revisions.unread("1"))
        assert sorted(one.outlet for one in versions) == ["outlet-0.example"] * 2 + ["outlet-1.example"] * 2
        assert {app.archive.read(one.archived).body for one in versions} == {b"<p>Some 40 crates sank.</p>"}
        assert store.check() == ()


def test_a_file_that_is_cut_off_is_told_and_read_again_when_it_is_whole(tmp_path: Path, month: str) -> None:
    app, memory = App(Config(), database=str(tmp_path / "news.db")), fsspec.filesystem("memory")
    whole = memory.cat("/news/1.warc.gz")
    memory.pipe("/news/1.warc.gz", whole[:-40])

    torn = app.import_archives([month], Work())
    memory.pipe("/news/1.warc.gz", whole)
    mended = app.import_archives([month], Work())

    assert (torn.new, [str(error) for error in torn.wrong]) == (3, [str(torn.wrong[0])])
    assert "cut off or damaged behind page 1" in str(torn.wrong[0])
    assert (mended.new, mended.known, mended.wrong) == (1, 1, ())


@pytest.mark.parametrize("address", ["memory://nowhere/*.warc.gz", "memory://nowhere/1.warc.gz", "nowhere://x/1.warc.gz"])
def test_what_is_not_there_is_an_input_error(address: str) -> None:
    with pytest.raises(InputError):
        found_at(address)
