"""A SQLite file that is filled whole: a draft beside it, written without indexes and triggers, takes its name at the end."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from corroborate.errors import StoreError
from corroborate.store.engine import Database, connect, parse_url, place
from corroborate.store.schema import bring_up
from corroborate.store.transfer.carrying import Progress, Taken, Target, carry, read_back
from corroborate.store.transfer.sheets import Row, Sheet, sheets
from corroborate.store.transfer.sides import Side, driver_of


class FiledTarget:
    """The draft, in one transaction."""

    def __init__(self, path: Path, connection: Connection) -> None:
        self.name = str(path)
        self._side = Side(self.name, connection)
        self._driver = driver_of(connection)
        known = self._driver.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('index', 'trigger')")
        self._making = known.fetchall()
        for kind, one, _ in self._making:
            self._driver.execute(f'DROP {kind} "{one}"')

    def take(self, source: Side, progress: Progress) -> Taken:
        """One table after the other, then indexes, the index of words, and the triggers that keep it and the journal."""
        written = carry(source, sheets(), self._write, progress)
        for kind in ("index", "trigger"):
            for statement in (what for one, _, what in self._making if one == kind):
                self._driver.execute(statement)
                progress("indexing", 0)
            if kind == "index":
                self._index_words()
        return Taken(written, {sheet.name: read_back(self._side, sheet, progress) for sheet in sheets()})

    def finish(self) -> None:
        """What the planner of queries goes by."""
        self._driver.execute("ANALYZE")

    def _write(self, sheet: Sheet, parts: Iterable[list[Row]]) -> None:
        columns, marks = (", ".join(some) for some in ([f'"{name}"' for name in sheet.columns], "?" * len(sheet.columns)))
        for rows in parts:
            self._driver.executemany(f'INSERT INTO "{sheet.name}" ({columns}) VALUES ({marks})', rows)

    def _index_words(self) -> None:
        columns = ", ".join(row[1] for row in self._driver.execute("PRAGMA table_info(claim_words)"))
        words = f"INSERT INTO claim_words (rowid, {columns}) SELECT place, {columns} FROM claims WHERE current ORDER BY place"
        self._driver.execute(words)


@contextmanager
def filed_target(url: str, timeout: float) -> Iterator[Target]:
    """A file that is not there yet; a draft that a killed copy left behind is thrown away."""
    path = Path(place(parse_url(url)))
    if path.name == ":memory:" or (path.exists() and path.stat().st_size):
        raise StoreError(f"{path} is there already", "name a file that is not")
    draft = path.with_name(f"{path.name}.copying")
    _remove(draft)
    database = connect(f"sqlite:///{draft}", timeout=timeout, create=True)
    try:
        _write_straight(database)
        with database.writing() as session:
            connection = session.connection()
            bring_up(connection, database.name)
            yield FiledTarget(path, connection)
        database.close()
        _sync(draft)
        draft.replace(path)
        _sync(path.parent)
    finally:
        database.close()
        _remove(draft)


def _write_straight(database: Database) -> None:
    """No log beside the file: a draft that is not finished is thrown away."""
    with database.engine.connect() as connection:
        driver = driver_of(connection)
        for pragma in ("journal_mode = OFF", "synchronous = OFF"):
            driver.execute(f"PRAGMA {pragma}")


def _sync(path: Path) -> None:
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def _remove(draft: Path) -> None:
    for name in ("", "-wal", "-shm", "-journal"):
        draft.with_name(draft.name + name).unlink(missing_ok=True)
