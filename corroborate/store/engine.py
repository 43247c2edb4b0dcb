"""The connection to a database: short transactions, and every failure told in our words."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError, ProgrammingError
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from corroborate.errors import DatabaseLocked, NotADatabase, StoreError
from corroborate.store.columns import read, written
from corroborate.store.journal import set_clock

WRITING = {"postgresql": {"isolation_level": "READ COMMITTED"}}
"""Reading sees one state throughout; writing, which locks what it touches, sees the latest."""
SQLITE_HEADER = b"SQLite format 3\x00"
DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
MESSAGES = (
    (("locked", "lock timeout", "busy"), DatabaseLocked, "another program holds it", "wait until that program is done, then try again"),
    (("not a database", "malformed"), NotADatabase, "it is no readable database", "give another --database, or restore a copy"),
    (
        ("readonly", "read-only", "permission denied"),
        StoreError,
        "it may not be read or written",
        "check the permissions of its file and folder, or of its user",
    ),
    (("disk is full", "no space left"), StoreError, "the disk is full", "free some space, then run again"),
    (
        ("connection failed", "could not connect", "server closed", "unable to open"),
        StoreError,
        "it cannot be reached",
        "check the address and that it runs",
    ),
)
"""What a driver's message tells: words in it, our error, the problem and the remedy."""


CACHE = 32_000
"""Kilobytes of pages that a connection to SQLite keeps at most: a search looks at a thousand."""
PAUSE = 0.01
"""Seconds between two attempts at what SQLite does not wait for."""


class Executor(Protocol):
    """What runs one statement, such as a connection of sqlite3."""

    def execute(self, statement: str, /) -> object: ...


class Database:
    """One database and its two kinds of transaction.

    A write transaction takes its lock at the start, so that it never fails half-way for want of one. Iterators over
    many rows read in batches, each its own short transaction: writing goes on in between. `clock`, once it is set, tells
    what time it is for the past that the database keeps.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.dialect = engine.dialect.name
        self.name = place(engine.url)
        self.clock: Callable[[], datetime] | None = None
        self._writing = engine.execution_options(writing=True, **WRITING.get(self.dialect, {}))

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A transaction that sees one state of the database."""
        with self._session(self.engine) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """All of it or none of it: committed at the end, rolled back on any error."""
        with self._session(self._writing) as session:
            if self.clock is not None:
                set_clock(session.connection(), self.clock())
            yield session

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()

    @contextmanager
    def _session(self, engine: Engine) -> Iterator[Session]:
        with failures_told(self.name), Session(engine, autoflush=False, expire_on_commit=False) as session, session.begin():
            yield session


def connect(url: str, *, timeout: float, create: bool) -> Database:
    """Prepare the connection that `url` names; a plain path is a SQLite file."""
    parsed = parse_url(url)
    if parsed.get_backend_name() == "postgresql":
        return Database(_postgresql(parsed, timeout))
    file = parsed.database
    if file in (None, "", ":memory:"):
        return Database(_sqlite(parsed, timeout, poolclass=StaticPool))
    _prepare_file(Path(str(file)), create=create)
    return Database(_sqlite(parsed, timeout, pool_use_lifo=True))


def parse_url(url: str) -> URL:
    """Read a database's address; only SQLite and PostgreSQL are known."""
    if "://" not in url:
        return URL.create("sqlite", database=url)
    try:
        parsed = make_url(url)
        return parsed.set(drivername=DRIVERS[parsed.drivername])
    except (ArgumentError, NoSuchModuleError, KeyError, ValueError):
        remedy = "give sqlite:///FILE or postgresql://USER@HOST/NAME"
        raise StoreError("the database's address is neither of SQLite nor of PostgreSQL", remedy) from None


def place(url: URL) -> str:
    """How messages call the database; never with its password."""
    return str(url.database or ":memory:") if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)


@contextmanager
def failures_told(name: str) -> Iterator[None]:
    """Turn what the driver reports into our errors; mistakes of our own statements stay what they are."""
    try:
        yield
    except (ProgrammingError, IntegrityError) as error:
        if "permission denied" not in str(error.orig):
            raise
        raise _told(name, error.orig or error) from error
    except DBAPIError as error:
        raise _told(name, error.orig or error) from error
    except UnicodeEncodeError as error:
        raise _told(name, error) from error


def _told(name: str, error: BaseException) -> StoreError:
    message = str(error).lower()
    for words, kind, problem, remedy in MESSAGES:
        if any(word in message for word in words):
            return kind(f"database {name}: {problem}", remedy)
    first_line = str(error).strip().partition("\n")[0]
    return StoreError(f"database {name}: {first_line}", "check the database, then run again")


def _prepare_file(path: Path, *, create: bool) -> None:
    try:
        if path.is_dir():
            raise NotADatabase(f"{path} is a folder", "give the name of a file")
        if not path.exists():
            _make_room(path, create=create)
            return
        with path.open("rb") as file:
            start = file.read(len(SQLITE_HEADER))
    except OSError as error:
        raise StoreError(f"database {path}: {error.strerror}", "check the permissions of the file and its folder") from None
    if start and start != SQLITE_HEADER:
        raise NotADatabase(f"{path} is no SQLite database", "give another --database")


def _make_room(path: Path, *, create: bool) -> None:
    if not create:
        raise StoreError(f"there is no database {path}", "crawl or import something first, or give another --database")
    path.parent.mkdir(parents=True, exist_ok=True)


def _sqlite(url: URL, timeout: float, **options: Any) -> Engine:
    arguments = {"timeout": timeout, "check_same_thread": False}
    engine = create_engine(url, connect_args=arguments, json_serializer=written, json_deserializer=read, **options)

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        # The driver would begin transactions by itself, and not before DDL: `begin` below does it instead.
        connection.isolation_level = None
        use_write_ahead_log(connection, timeout)
        for pragma in ("synchronous = NORMAL", "foreign_keys = ON", "temp_store = MEMORY", f"cache_size = -{CACHE}"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def use_write_ahead_log(connection: Executor, timeout: float) -> None:
    """Let readers and one writer work at the same time; waits `timeout` seconds for a program that does the same now.

    SQLite waits for locks by itself, but not for this one: of two programs that open a new file together, one is told
    at once that it is locked.
    """
    end = time.monotonic() + timeout
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() >= end:
                raise
        time.sleep(PAUSE)


def _postgresql(url: URL, timeout: float) -> Engine:
    milliseconds = int(timeout * 1000)
    options = {"options": f"-c lock_timeout={milliseconds} -c timezone=UTC", "connect_timeout": max(2, int(timeout))}
    return create_engine(url, connect_args=options, json_serializer=written, isolation_level="REPEATABLE READ", pool_pre_ping=True)
