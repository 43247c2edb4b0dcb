import sqlite3
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from corroborate.errors import DatabaseLocked, NotADatabase, StoreError
from corroborate.model.articles import Reading
from corroborate.model.records import ClaimQuery
from corroborate.store import Store
from corroborate.store.engine import failures_told, parse_url, place, use_write_ahead_log
from tests.store.newsdesk import ferry_reading


def test_a_plain_path_is_a_sqlite_file_in_a_folder_made_for_it(tmp_path: Path) -> None:
    with Store.open(str(tmp_path / "new" / "folder" / "news.db")) as store:
        store.outlets.ensure("Fjord Post")

    assert (tmp_path / "new" / "folder" / "news.db").exists()


def test_what_is_kept_is_there_when_opened_again(url: str) -> None:
    with Store.open(url) as store:
        store.readings.save(ferry_reading(), "1")

    with Store.open(url, create=False) as store:
        assert list(store.readings.current()) == [ferry_reading()]


def test_a_database_in_memory_is_one_database() -> None:
    with Store.open("sqlite://") as store:
        store.outlets.ensure("Fjord Post")

        assert len(store.outlets.all()) == 1


def test_reading_goes_on_while_another_program_writes(tmp_path: Path) -> None:
    file = tmp_path / "news.db"
    with Store.open(str(file), timeout=0.05) as store:
        store.outlets.ensure("Fjord Post")
        writer = sqlite3.connect(file, isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")

        assert len(store.outlets.all()) == 1
        writer.close()


def test_a_database_that_another_program_holds_is_told_as_locked(tmp_path: Path) -> None:
    file = tmp_path / "news.db"
    with Store.open(str(file), timeout=0.05) as store:
        writer = sqlite3.connect(file, isolation_level=None)
        writer.execute("BEGIN EXCLUSIVE")

        with pytest.raises(DatabaseLocked, match=r"news\.db.*; wait"):
            store.outlets.ensure("Fjord Post")
        writer.close()


def test_a_new_database_that_another_program_holds_is_told_as_locked(tmp_path: Path) -> None:
    file = tmp_path / "news.db"
    writer = sqlite3.connect(file, isolation_level=None)
    writer.execute("BEGIN EXCLUSIVE")
    writer.execute("CREATE TABLE t (x)")

    with pytest.raises(DatabaseLocked):
        Store.open(str(file), timeout=0.05)
    writer.close()


@pytest.mark.parametrize("content", [b"Once upon a time", b"SQLite format 3\x00 and then nothing of the sort" * 50])
def test_a_file_of_another_sort_is_no_database(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(content)

    with pytest.raises(NotADatabase, match=r"notes\.txt"):
        Store.open(str(file))
    assert file.read_bytes() == content


def test_a_database_of_another_program_is_left_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "recipes.db"
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE recipes (name)")
    other.close()

    with pytest.raises(NotADatabase, match="another program"):
        Store.open(str(file))


def test_tables_of_another_program_are_not_taken_for_ours(empty_postgresql: str) -> None:
    with psycopg.connect(empty_postgresql, autocommit=True) as other:
        other.execute("CREATE TABLE stories (plot text)")

    with pytest.raises(NotADatabase, match="another program"):
        Store.open(empty_postgresql)


def test_a_server_shared_with_another_program_is_no_hindrance(empty_postgresql: str) -> None:
    with psycopg.connect(empty_postgresql, autocommit=True) as other:
        other.execute("CREATE TABLE recipes (name text)")

    with Store.open(empty_postgresql) as store:
        assert store.check() == ()


def test_a_user_who_may_not_write_is_told_so(emptied_postgresql: str) -> None:
    as_trainee = parse_url(emptied_postgresql).set(username="trainee", password="trainee")
    with psycopg.connect(emptied_postgresql, autocommit=True) as other:
        other.execute("DROP ROLE IF EXISTS trainee")
        other.execute("CREATE ROLE trainee LOGIN PASSWORD 'trainee'")
        other.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO trainee")

        with (
            Store.open(as_trainee.render_as_string(hide_password=False)) as store,
            pytest.raises(StoreError, match="may not be read or written"),
        ):
            store.outlets.ensure("Fjord Post")
        other.execute("DROP OWNED BY trainee")
        other.execute("DROP ROLE trainee")


def test_a_table_that_another_program_holds_is_told_as_locked(emptied_postgresql: str) -> None:
    with psycopg.connect(emptied_postgresql) as other, Store.open(emptied_postgresql, timeout=0.1) as store:
        other.execute("LOCK TABLE outlets IN ACCESS EXCLUSIVE MODE")

        with pytest.raises(DatabaseLocked, match="another program holds it"):
            store.outlets.all()


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(NotADatabase, match="folder"):
        Store.open(str(tmp_path))


def test_a_missing_database_is_only_made_where_asked(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no database"):
        Store.open(str(tmp_path / "new" / "news.db"), create=False)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("url", ["mysql://user@host/news", "://", "sqlite+aiosqlite:///x", "postgresql://host:port/x"])
def test_an_address_that_means_nothing_to_us_is_told_as_such(url: str) -> None:
    with pytest.raises(StoreError, match="postgresql://"):
        Store.open(url)


def test_a_server_that_does_not_answer_is_told_without_its_password() -> None:
    with pytest.raises(StoreError, match="cannot be reached") as caught:
        Store.open("postgresql://desk:secret@127.0.0.1:1/news", timeout=1)

    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_usual_address_of_postgresql_is_understood(scheme: str) -> None:
    assert place(parse_url(f"{scheme}://desk:secret@db.example/news")) == "postgresql+psycopg://desk:***@db.example/news"


@pytest.mark.parametrize(
    ("message", "problem"),
    [("database is locked", "another program"), ("disk I/O error", "disk I/O error"), ("database or disk is full", "disk is full")],
)
def test_what_a_driver_reports_is_told_in_one_line_that_says_what_to_do(message: str, problem: str) -> None:
    with pytest.raises(StoreError, match=problem) as caught, failures_told("news.db"):
        raise OperationalError("SELECT 1", {}, sqlite3.OperationalError(message))

    assert "\n" not in str(caught.value)
    assert caught.value.remedy


def test_nothing_is_kept_of_a_save_that_failed_half_way(store: Store) -> None:
    first, second = ferry_reading().claims
    broken = replace(second, id=None)  # type: ignore[arg-type]

    with pytest.raises(IntegrityError):
        store.readings.save(Reading(ferry_reading().article, (first, broken)), "1")

    assert list(store.readings.current()) == []
    assert list(store.claims.find(ClaimQuery())) == []


class HeldFor:
    """A connection to a file whose journal another program changes during the first so many statements."""

    def __init__(self, statements: int) -> None:
        self.left = statements

    def execute(self, statement: str, /) -> object:
        self.left -= 1
        if self.left >= 0:
            raise sqlite3.OperationalError("database is locked")
        return statement


def test_a_file_that_another_program_opens_at_the_same_moment_is_waited_for() -> None:
    connection = HeldFor(2)

    use_write_ahead_log(connection, timeout=60)

    assert connection.left == -1


def test_a_file_that_stays_held_is_waited_for_no_longer_than_asked() -> None:
    with pytest.raises(sqlite3.OperationalError):
        use_write_ahead_log(HeldFor(1), timeout=0)
