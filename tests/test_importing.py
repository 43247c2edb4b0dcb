"""Articles handed over: each version kept once, in groups, whatever breaks an import off."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from corroborate.app import App, ImportTally
from corroborate.config import Config
from corroborate.crawl.archive import Archive
from corroborate.crawl.imports import Manuscript
from corroborate.crawl.urls import article_id
from corroborate.importing import groups, import_manuscripts
from corroborate.model.pages import Page
from corroborate.store import Store
from tests.factory import NOON

HOUR = timedelta(hours=1)
VERSIONS = ("Four people died.", "Five people died.", "Four people died.")


def manuscript(text: str, fetched: datetime = NOON, *, name: str = "ferry", dated: bool = True) -> Manuscript:
    url = f"http://herald.example/{name}"
    return Manuscript(name, Page(url, url, 200, "text/plain", text.encode(), fetched), "Harbour Herald", dated=dated)


def kept(store: Store, archive: Archive, handed: list[Manuscript]) -> list[bool]:
    return [one for group in groups(handed) for one in import_manuscripts(store, archive, group)]


def test_a_dated_import_that_returns_to_an_earlier_version_is_a_third_one_and_twice_changes_nothing(store: Store, tmp_path: Path) -> None:
    handed = [manuscript(text, NOON + HOUR * hours) for hours, text in enumerate(VERSIONS)]
    archive = Archive(tmp_path / "archive")

    assert kept(store, archive, handed) == [True] * 3
    assert kept(store, archive, handed) == [False] * 3
    history = store.revisions.of(article_id("http://herald.example/ferry"))
    assert [archive.read(version.archived).body.decode() for version in history] == list(VERSIONS)


def test_versions_of_one_second_are_known_again(store: Store, tmp_path: Path) -> None:
    archive, handed = Archive(tmp_path / "archive"), [manuscript(text) for text in VERSIONS[:2]]

    assert kept(store, archive, handed) == [True, True]
    assert kept(store, archive, handed) == kept(store, archive, handed[::-1]) == [False, False]


def test_an_undated_import_knows_every_version_again(store: Store, tmp_path: Path) -> None:
    handed = [manuscript(text, NOON + HOUR, dated=False) for text in VERSIONS]

    assert kept(store, Archive(tmp_path / "archive"), handed) == [True, True, False]


def test_articles_are_kept_in_groups_that_hold_none_twice_and_few_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corroborate.importing.TOGETHER", 3)
    monkeypatch.setattr("corroborate.importing.TOGETHER_BYTES", 20)
    handed = [manuscript(text, name=name) for name, text in zip("abcdebfg", ["1", "2", "3", "4", "5", "6", "7" * 20, "8"], strict=True)]

    assert ["".join(one.name for one in group) for group in groups(handed)] == ["abc", "deb", "f", "g"]
    assert ["".join(one.name for one in group) for group in groups(handed[:2] * 2)] == ["ab", "ab"]


def collection(folder: Path, count: int) -> Path:
    """A WARC file of so many pages."""
    archive = Archive(folder / "theirs")
    for number in range(count):
        url = f"https://harbour-herald.example/{number}"
        archive.write(Page(url, url, 200, "text/html", f"<p>Ferry {number} sank.</p>".encode() + bytes(40_000), NOON))
    (file,) = archive.root.iterdir()
    return file


class Killed(BaseException):
    """What no part of the program catches."""


def test_an_import_that_was_killed_goes_on_where_it_was_and_doubles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = collection(tmp_path, 12)
    monkeypatch.setattr("corroborate.importing.SAVED_EVERY", file.stat().st_size // 4)
    monkeypatch.setattr("corroborate.importing.TOGETHER", 2)
    app = App(Config(), database=f"sqlite:///{tmp_path / 'news.db'}")
    done, told = 0, list[int]()

    def kill_behind_eight(more: int) -> None:
        nonlocal done
        done += more
        if done > file.stat().st_size * 8 // 12:
            raise Killed

    with pytest.raises(Killed):
        app.import_files([file], kill_behind_eight)
    with app.store() as store:
        before = store.revisions.count_unread("1")
    tally = App(Config(), database=app.database).import_files([file], told.append)

    with app.store() as store:
        assert store.revisions.count_unread("1") == 12
    assert tally.new == 12 - before
    assert 0 < tally.known < before
    assert sum(told) == file.stat().st_size
    assert app.import_files([file]) == ImportTally(0, 12, ())
