"""One side of a copy or comparison: a database held in one state, and its tables read in one pass each."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from sqlalchemy import Connection

from corroborate.store.engine import connect
from corroborate.store.schema import insist_on_version
from corroborate.store.transfer.sheets import JOURNAL, Form, Row, Sheet, image_for_sqlite

SIZE = 5000
"""Rows at a time."""
NUMBERS = count()
ASKED = {
    Form.FLAG: 'CAST("{}" AS integer)',
    Form.DAY: "to_char(\"{}\", 'YYYY-MM-DD')",
    Form.INSTANT: "to_char(\"{}\" AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')",
    Form.DOCUMENT: 'CAST("{}" AS text)',
    Form.IMAGE: 'CAST("{}" AS text)',
}
"""How PostgreSQL is asked for a column's values as SQLite keeps them."""


def driver_of(connection: Connection) -> Any:
    """The driver's own connection: rows pass through it as they are, many times faster."""
    return connection.connection.dbapi_connection


class Side:
    """A database of which every reading sees one state."""

    def __init__(self, name: str, connection: Connection) -> None:
        self.name = name
        self._connection = connection
        self._postgresql = connection.dialect.name == "postgresql"

    def count(self, sheet: Sheet) -> int:
        """How many rows a table has."""
        return int(self._connection.exec_driver_sql(f'SELECT count(*) FROM "{sheet.name}"').scalar() or 0)

    def rows(self, sheet: Sheet, *, ordered: bool = False) -> Iterator[list[Row]]:
        """A table's rows, so many at a time; `ordered` by their key, in the same order in both databases."""
        query = f'SELECT {", ".join(self._asked(sheet))} FROM "{sheet.name}"'
        if ordered:
            query += f" ORDER BY {', '.join(self._ordering(sheet))}"
        found = self._streamed(query) if self._postgresql else self._fetched(query)
        if self._postgresql and sheet is JOURNAL:
            return ([_imaged(row) for row in rows] for rows in found)
        return found

    def _asked(self, sheet: Sheet) -> Iterator[str]:
        asked = ASKED if self._postgresql else {}
        return (asked.get(form, '"{}"').format(name) for name, form in sheet.fields.items())

    def _ordering(self, sheet: Sheet) -> Iterator[str]:
        for name in sheet.key:
            # Texts byte by byte, as SQLite orders them, whatever the server's language.
            bytewise = self._postgresql and sheet.fields[name] is Form.TEXT
            yield f'"{name}" COLLATE "C"' if bytewise else f'"{name}"'

    def _fetched(self, query: str) -> Iterator[list[Row]]:
        found = driver_of(self._connection).execute(query)
        while rows := found.fetchmany(SIZE):
            yield rows

    def _streamed(self, query: str) -> Iterator[list[Row]]:
        with driver_of(self._connection).cursor(name=f"carried_{next(NUMBERS)}") as cursor:
            cursor.execute(query)
            while rows := cursor.fetchmany(SIZE):
                yield rows


def _imaged(row: Row) -> Row:
    *rest, kind, key, before = row
    return row if before is None else (*rest, kind, key, image_for_sqlite(kind, before))


@contextmanager
def opened(url: str, *, timeout: float) -> Iterator[Side]:
    """A database at this version's schema, in the state of now. Raises StoreError where it is of another version."""
    database = connect(url, timeout=timeout, create=False)
    try:
        insist_on_version(database)
        with database.reading() as session:
            yield Side(database.name, session.connection())
    finally:
        database.close()
