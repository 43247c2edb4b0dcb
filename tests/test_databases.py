"""`corroborate db` as it is used from a shell."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from corroborate.store import Store
from corroborate.store.engine import connect
from corroborate.store.schema import VERSIONS, migrate
from tests.commands import corroborate, refusal
from tests.store.newsdesk import HERALD, publish


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "news.db"
    with Store.open(str(path)) as store:
        publish(store, 1)
    return path


@pytest.fixture
def news(made: Path, tmp_path: Path) -> Path:
    (tmp_path / "news.archive").mkdir()
    (tmp_path / "news.archive" / "2026-10-14.warc.gz").write_bytes(bytes(512))
    return Path(shutil.copyfile(made, tmp_path / "news.db"))


def test_a_sound_database_is_told_to_be(news: Path) -> None:
    done = corroborate("--database", news, "db", "check")

    assert (done.status, done.err) == (0, "")
    assert "nothing is wrong" in done.out
    assert json.loads(corroborate("--database", news, "db", "check", "--json").out)["rows"]["claims"] == 2


def test_what_is_wrong_is_named_line_by_line(news: Path) -> None:
    (news.parent / "news.archive" / "2026-10-14.warc.gz").write_bytes(bytes(511))
    with sqlite3.connect(news) as connection:
        connection.execute("INSERT INTO group_claims VALUES ('g_1', 'c_1', 0)")
    connection.close()

    done = corroborate("--database", news, "db", "check")

    assert done.status == 1
    assert "row 1 of group_claims belongs to nothing" in done.err
    assert "group g_1 holds a claim that is not there" in done.err
    assert "ends at 511, before a page that is kept in it" in done.err


def test_an_older_database_is_upgraded_step_by_step_and_checked_only_then(tmp_path: Path) -> None:
    file = tmp_path / "old.db"
    database = connect(str(file), timeout=1, create=True)
    with database.writing() as session:
        migrate(session.connection(), VERSIONS[-3])
    database.close()

    assert "bring it up to date with `corroborate db upgrade` first" in refusal("--database", file, "db", "check")
    done = corroborate("--database", file, "db", "upgrade")
    again = corroborate("--database", file, "db", "upgrade")

    assert [line.split()[0] for line in done.out.splitlines()] == [*VERSIONS[-2:], str(file)]
    assert again.out == f"{file} is at schema {VERSIONS[-1]} already\n"
    assert corroborate("--database", file, "db", "check").status == 0


def test_a_database_is_copied_and_proved_and_its_archive_pointed_out(news: Path, tmp_path: Path) -> None:
    copied = corroborate("db", "copy", news, tmp_path / "copy.db")
    compared = corroborate("db", "compare", news, tmp_path / "copy.db")

    assert (copied.status, compared.status) == (0, 0)
    assert "both hold the same" in copied.out
    assert f"archive: {tmp_path / 'news.archive'}" in copied.err
    assert "claims" in compared.out


def test_databases_that_differ_are_told_with_the_rows_that_do(news: Path, tmp_path: Path) -> None:
    other = shutil.copyfile(news, tmp_path / "other.db")
    with Store.open(str(other)) as store:
        store.outlets.ensure(HERALD)

    done = corroborate("db", "compare", news, other)

    assert done.status == 1
    assert f"outlets: {HERALD} only in {other}" in done.err


def test_what_cannot_be_copied_is_refused_in_one_line(news: Path, tmp_path: Path) -> None:
    (tmp_path / "full.db").write_bytes(news.read_bytes())

    assert "is there already; name a file that is not" in refusal("db", "copy", news, tmp_path / "full.db")
    assert "there is no database" in refusal("db", "copy", tmp_path / "none.db", tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()
