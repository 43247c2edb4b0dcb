"""A database of a PostgreSQL server that is filled whole, marked as unfinished until it was proved.

A server works with one processor for each connection, so there are two: the words of claims are taken apart and indexed by one,
while the other takes everything else, indexes it, and reads all of it back. Neither waits for the other but where it must: claims
are read back when they are there, and references are made when that to which they lead is.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import Literal

from sqlalchemy import Connection

from corroborate.errors import StoreError
from corroborate.store.engine import Database, connect
from corroborate.store.holding import held
from corroborate.store.journal import install_journal
from corroborate.store.schema import UNFINISHED, VERSION_TABLE, VERSIONS, bring_up, version_of
from corroborate.store.transfer.carrying import Digests, Progress, Taken, Target, carry, read_back
from corroborate.store.transfer.digests import TableDigest
from corroborate.store.transfer.sheets import JOURNAL, Row, Sheet, image_for_postgresql, sheets
from corroborate.store.transfer.sides import Side, driver_of

MEMORY = "256MB"
"""What the server may use to build one index."""
PATIENCE = 0.2
"""Seconds after which a share that waits for the other looks whether that has ended."""
LARGEST = "claims"
NUMBERED = {"claims": "number", "reviews": "number", "journal": "number"}
"""Tables that number their rows, and the column."""
OTHERWISE = (
    f"DROP TABLE IF EXISTS {VERSION_TABLE}, present CASCADE",
    "DROP TEXT SEARCH CONFIGURATION IF EXISTS corroborate_words CASCADE",
    "DROP TEXT SEARCH DICTIONARY IF EXISTS corroborate_stem CASCADE",
    "DROP FUNCTION IF EXISTS corroborate_journal() CASCADE",
)
"""What goes with the tables of a database that is thrown away."""


@dataclass(frozen=True, slots=True)
class Making:
    """What makes an index, key or reference of a table."""

    table: str
    statement: str
    kind: Literal["key", "index", "reference"]


class ServedTarget:
    """The database, without the indexes that `making` will make."""

    def __init__(self, database: Database, making: Sequence[Making]) -> None:
        self.name = database.name
        self._database = database
        self._making = making
        self._claims_there, self._others_there = Event(), Event()
        self._stopped = Event()
        self._cause: BaseException | None = None

    def take(self, source: Side, progress: Progress) -> Taken:
        """Claims by one thread, all else by another, which reads the claims back as well."""
        heeding = self._heeding(progress)
        shares = self._together([partial(share, source, heeding) for share in (self._take_claims, self._take_others)])
        return Taken(_joined(share.written for share in shares), _joined(share.read for share in shares))

    def _take_claims(self, source: Side, progress: Progress) -> Taken:
        written = self._fill(source, [sheet for sheet in sheets() if sheet.name == LARGEST], progress)
        self._make([one for one in self._making if one.table == LARGEST and one.kind == "key"], progress)
        # A key keeps readers off while it is made, an index does not.
        self._claims_there.set()
        self._make([one for one in self._making if one.table == LARGEST and one.kind == "index"], progress)
        self._await(self._others_there, progress)
        self._make([one for one in self._making if one.kind == "reference"], progress)
        return Taken(written)

    def _take_others(self, source: Side, progress: Progress) -> Taken:
        others = [sheet for sheet in sheets() if sheet.name != LARGEST]
        written = self._fill(source, others, progress)
        self._make([one for one in self._making if one.table != LARGEST and one.kind != "reference"], progress)
        self._others_there.set()
        read = {sheet.name: self._read(sheet, progress) for sheet in others}
        self._await(self._claims_there, progress)
        claims = {sheet.name: self._read(sheet, progress) for sheet in sheets() if sheet.name == LARGEST}
        return Taken(written, read | claims)

    def finish(self) -> None:
        """Numbers go on where they ended, the past is kept from now on, and the mark goes."""
        with self._database.writing() as session:
            connection = session.connection()
            for table, column in NUMBERED.items():
                following = f"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), max({column})) FROM {table} HAVING count(*) > 0"
                connection.exec_driver_sql(following)
            install_journal(connection)
            connection.exec_driver_sql("ANALYZE")
            mark(connection, VERSIONS[-1])

    def _heeding(self, progress: Progress) -> Progress:
        """An end of the one share is an end of the other."""

        def heeded(step: str, rows: int) -> None:
            if self._stopped.is_set():
                raise StoreError("the copy was given up", "copy again")
            progress(step, rows)

        return heeded

    def _await(self, event: Event, progress: Progress) -> None:
        while not event.wait(PATIENCE):
            progress("indexing", 0)

    def _together(self, shares: list[Callable[[], Taken]]) -> list[Taken]:
        with ThreadPoolExecutor(len(shares)) as pool:
            try:
                under_way = [pool.submit(self._insist, share) for share in shares]
                wait(under_way)
            except BaseException:
                self._stopped.set()
                raise
        if self._cause is not None:
            raise self._cause
        return [one.result() for one in under_way]

    def _insist(self, share: Callable[[], Taken]) -> Taken:
        try:
            return share()
        except BaseException as error:
            # What ends the one share is the cause; that the other stops is its effect.
            if not self._stopped.is_set():
                self._cause = error
            self._stopped.set()
            raise

    def _fill(self, source: Side, share: Iterable[Sheet], progress: Progress) -> Digests:
        with self._database.writing() as session:
            return carry(source, share, _Writing(session.connection()).write, progress)

    def _make(self, making: Iterable[Making], progress: Progress) -> None:
        with self._database.engine.connect() as connection:
            lasting = connection.execution_options(isolation_level="AUTOCOMMIT")
            for statement in ("SET lock_timeout = 0", f"SET maintenance_work_mem = '{MEMORY}'", *(one.statement for one in making)):
                lasting.exec_driver_sql(statement)
                progress("indexing", 0)
            connection.invalidate()

    def _read(self, sheet: Sheet, progress: Progress) -> TableDigest:
        with self._database.reading() as session:
            return read_back(Side(self.name, session.connection()), sheet, progress)


class _Writing:
    """One transaction that writes by COPY, the fastest way in."""

    def __init__(self, connection: Connection) -> None:
        self._driver = driver_of(connection)

    def write(self, sheet: Sheet, parts: Iterable[list[Row]]) -> None:
        """All rows of a table, which nobody need look at again: it was emptied in this transaction."""
        columns = ", ".join(f'"{name}"' for name in sheet.columns)
        with self._driver.cursor() as cursor:
            cursor.execute(f'TRUNCATE "{sheet.name}"')
            with cursor.copy(f'COPY "{sheet.name}" ({columns}) FROM STDIN WITH (FREEZE)') as copy:
                for rows in parts:
                    for row in rows if sheet is not JOURNAL else map(_imaged, rows):
                        copy.write_row(row)


@contextmanager
def served_target(url: str, timeout: float) -> Iterator[Target]:
    """A served database without rows; what a killed copy left there is thrown away."""
    database = connect(url, timeout=timeout, create=True)
    try:
        with held(url, "db copy", timeout=timeout):
            making = _prepared(database)
            try:
                yield ServedTarget(database, making)
            except BaseException:
                with database.writing() as session:
                    throw_away(session.connection())
                raise
    finally:
        database.close()


def _prepared(database: Database) -> list[Making]:
    """Empty tables without indexes, marked as unfinished; returns what makes the indexes."""
    with database.writing() as session:
        connection = session.connection()
        if version_of(connection) == UNFINISHED:
            throw_away(connection)
        bring_up(connection, database.name)
        _refuse_what_is_full(Side(database.name, connection))
        making = _laid_aside(connection)
        mark(connection, UNFINISHED)
        return making


def throw_away(connection: Connection) -> None:
    """Drop everything of ours from a database that was never finished."""
    if version_of(connection) != UNFINISHED:
        return
    for sheet in sheets():
        connection.exec_driver_sql(f'DROP TABLE IF EXISTS "{sheet.name}" CASCADE')
    for statement in OTHERWISE:
        connection.exec_driver_sql(statement)


def mark(connection: Connection, version: str) -> None:
    """Say at which schema the database is."""
    connection.exec_driver_sql(f"UPDATE {VERSION_TABLE} SET version_num = '{version}'")


def _laid_aside(connection: Connection) -> list[Making]:
    """Drop every index, key and trigger of the tables; returns what makes the first two again."""
    names = ", ".join(f"'{sheet.name}'" for sheet in sheets())
    constraints = connection.exec_driver_sql(
        f"""SELECT conrelid::regclass::text, conname, contype, pg_get_constraintdef(oid) FROM pg_constraint
            WHERE conrelid::regclass::text IN ({names}) AND contype IN ('p', 'u', 'f')
            ORDER BY conrelid::regclass::text"""
    ).all()
    own = ", ".join(f"'{name}'" for _, name, _, _ in constraints)
    indexes = connection.exec_driver_sql(
        f"""SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()
            AND tablename IN ({names}) AND indexname NOT IN ({own}) ORDER BY tablename, indexname"""
    ).all()
    triggers = connection.exec_driver_sql(
        f"SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal AND tgrelid::regclass::text IN ({names})"
    ).all()
    # References go before the keys that they lead to.
    for table, name, _, _ in sorted(constraints, key=lambda one: one[2] != "f"):
        connection.exec_driver_sql(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    for _, name, _ in indexes:
        connection.exec_driver_sql(f'DROP INDEX "{name}"')
    for table, name in triggers:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}" ON {table}')
    return [
        *(
            Making(table, f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {what}', "reference" if kind == "f" else "key")
            for table, name, kind, what in constraints
        ),
        *(Making(table, definition, "index") for table, _, definition in indexes),
    ]


def _imaged(row: Row) -> Row:
    *rest, kind, key, before = row
    return row if before is None else (*rest, kind, key, image_for_postgresql(kind, before))


def _joined(parts: Iterable[Digests]) -> Digests:
    return {name: digest for part in parts for name, digest in part.items()}


def _refuse_what_is_full(side: Side) -> None:
    full = [sheet.name for sheet in sheets() if side.count(sheet)]
    if full:
        raise StoreError(f"{side.name} holds rows already ({', '.join(full)})", "name an empty database")
