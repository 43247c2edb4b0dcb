"""One state of a database, held while it is read: the present one, or a past one.

    with store.snapshot() as still: ...                      what is written meanwhile is not seen
    with store.snapshot(as_of=monday) as then: ...           what the database knew on Monday

A past state is made of views of the session's own that stand in front of the tables: each gives the rows that are as they
were, and those that changed since as the journal has them. Nothing is written to the database, and nobody waits.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from corroborate.errors import UsageError
from corroborate.store.engine import Database, failures_told
from corroborate.store.journal import JOURNALED, journaled_columns, moment_of, stamp
from corroborate.store.tables import Table

BEGINNING = "journal"
"""The mark that tells since when a database that was in use before keeps its past."""


class Snapshot(Database):
    """A database of which every reading sees the same state, and in which nothing can be written."""

    def __init__(self, database: Database, session: Session) -> None:
        super().__init__(database.engine)
        self._held = session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """The one transaction, again."""
        with failures_told(self.name):
            yield self._held
        self._held.expunge_all()

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Refused."""
        raise UsageError("a snapshot is only read", "open the database itself to write")
        yield


@contextmanager
def snapshot(database: Database, as_of: datetime | None = None) -> Iterator[Snapshot]:
    """The state of now, or of a moment. Raises UsageError for a moment of which nothing can be told."""
    with failures_told(database.name), database.engine.connect() as connection:
        if database.dialect == "sqlite":
            _keep_temporary_tables(connection, "FILE")
        try:
            with Session(connection, autoflush=False, expire_on_commit=False) as session:
                if as_of is not None:
                    _go_back(database, connection, as_of)
                yield Snapshot(database, session)
        finally:
            # What was put in front of the tables goes with the transaction.
            connection.rollback()
            if database.dialect == "sqlite":
                _keep_temporary_tables(connection, "MEMORY")


def _keep_temporary_tables(connection: Connection, place: str) -> None:
    """A past state can be large; the setting holds only outside a transaction."""
    driver = connection.connection.dbapi_connection
    assert driver is not None
    driver.cursor().execute(f"PRAGMA temp_store = {place}")


def _go_back(database: Database, connection: Connection, moment: datetime) -> None:
    begun = connection.scalar(text("SELECT text FROM marks WHERE name = :name"), {"name": BEGINNING})
    if begun is not None and stamp(moment) < int(begun):
        since = f"{moment_of(int(begun)):%Y-%m-%dT%H:%M:%S+00:00}"
        raise UsageError(f"this database keeps its past since {since}, and nothing earlier can be told", "name a later moment")
    if database.clock is not None and moment > database.clock():
        raise UsageError(f"{moment.isoformat()} is still to come", "name a moment of the past, or leave out --as-of")
    for table, key in JOURNALED.items():
        _put_in_front(connection, table, key, stamp(moment))


def _put_in_front(connection: Connection, table: str, key: tuple[str, ...], at: int) -> None:
    """Make the view that stands for a table; none where the table is as it was."""
    postgresql = connection.dialect.name == "postgresql"
    undone = f"undone_{table}"
    chosen = (
        "SELECT DISTINCT ON (key) key, before FROM journal WHERE kind = '{table}' AND at > {at} ORDER BY key, number"
        if postgresql
        # The other columns are those of the row that holds the least number: so SQLite promises.
        else "SELECT key, before, min(number) AS number FROM journal WHERE kind = '{table}' AND at > {at} GROUP BY key"
    ).format(table=table, at=at)
    connection.exec_driver_sql(f"CREATE TEMPORARY TABLE {undone} AS {chosen}")
    if not connection.scalar(text(f"SELECT count(*) FROM {undone}")):
        return
    connection.exec_driver_sql(f"CREATE UNIQUE INDEX {undone}_key ON {undone} (key)")
    connection.exec_driver_sql(f"CREATE TEMPORARY VIEW {table} AS {_past(connection, table, key)}")


def _past(connection: Connection, table: str, key: tuple[str, ...]) -> str:
    """The rows that stand as they were, and the images of the others."""
    postgresql = connection.dialect.name == "postgresql"
    columns = journaled_columns(connection, table)
    schema = connection.scalar(text("SELECT current_schema()")) if postgresql else "main"
    here = " || ' ' || ".join(f"here.{name}" for name in key)
    here = f"CAST({here} AS text)" if len(key) == 1 else here
    untold = [column.name for column in Table.metadata.tables[table].columns if column.name not in columns]
    standing = ", ".join(f'here."{name}"' for name in (*columns, *untold))
    stand_ins = "".join(f", '' AS \"{name}\"" for name in untold)
    images = (
        ", ".join(f'was."{name}"' for name in columns)
        if postgresql
        else ", ".join(f'json_extract(undone.before, \'$."{name}"\') AS "{name}"' for name in columns)
    )
    source = f', LATERAL jsonb_populate_record(NULL::"{schema}".{table}, undone.before) AS was' if postgresql else ""
    return (
        f'SELECT {standing} FROM "{schema}".{table} AS here WHERE NOT EXISTS (SELECT 1 FROM undone_{table} AS one WHERE one.key = {here}) '
        f"UNION ALL SELECT {images}{stand_ins} FROM undone_{table} AS undone{source} WHERE undone.before IS NOT NULL"
    )
