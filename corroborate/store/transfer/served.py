"""A database of a PostgreSQL server that is filled whole, marked as unfinished until it was proved.

Two connections write and two settle, because a server works with one processor for each: the words of claims are taken
apart by one while the other takes everything else; rows are read back while indexes are built.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from threading import Event

from sqlalchemy import Connection

from corroborate.errors import StoreError
from corroborate.store.engine import Database, connect
from corroborate.store.holding import held
from corroborate.store.journal import install_journal
from corroborate.store.schema import UNFINISHED, VERSION_TABLE, VERSIONS, bring_up, version_of
from corroborate.store.transfer.carrying import Digests, Progress, Target, carry, read_back
from corroborate.store.transfer.sheets import JOURNAL, Row, Sheet, image_for_postgresql, sheets
from corroborate.store.transfer.sides import Side, driver_of

MEMORY = "256MB"
"""What the server may use to build one index."""
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


class ServedTarget:
    """The database, without the indexes that `making` will make."""

    def __init__(self, database: Database, making: list[str]) -> None:
        self.name = database.name
        self._database = database
        self._making = making
        self._stopped = Event()
        self._cause: BaseException | None = None

    def fill(self, source: Side, progress: Progress) -> Digests:
        """Claims over one connection, all else over another."""
        shares = ([sheet for sheet in sheets() if (sheet.name == LARGEST) is largest] for largest in (True, False))
        return _joined(self._together([self._filling(source, share, self._heeding(progress)) for share in shares]))

    def settle(self, progress: Progress) -> Digests:
        """Indexes over one connection, beginning with those of the largest table, which is read back last over another."""
        heeding = self._heeding(progress)

        def index() -> Digests:
            with self._database.engine.connect() as connection:
                lasting = connection.execution_options(isolation_level="AUTOCOMMIT")
                for statement in ("SET lock_timeout = 0", f"SET maintenance_work_mem = '{MEMORY}'", *self._making):
                    lasting.exec_driver_sql(statement)
                    heeding("indexing", 0)
                connection.invalidate()
            return {}

        def read() -> Digests:
            return _joined(self._read(sheet, heeding) for sheet in sorted(sheets(), key=lambda sheet: sheet.name == LARGEST))

        return _joined(self._together([index, read]))

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

    def _together(self, shares: list[Callable[[], Digests]]) -> list[Digests]:
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

    def _insist(self, share: Callable[[], Digests]) -> Digests:
        try:
            return share()
        except BaseException as error:
            # What ends the one share is the cause; that the other stops is its effect.
            if not self._stopped.is_set():
                self._cause = error
            self._stopped.set()
            raise

    def _filling(self, source: Side, share: list[Sheet], progress: Progress) -> Callable[[], Digests]:
        def fill() -> Digests:
            with self._database.writing() as session:
                return carry(source, share, _Writing(session.connection()).write, progress)

        return fill

    def _read(self, sheet: Sheet, progress: Progress) -> Digests:
        with self._database.reading() as session:
            return {sheet.name: read_back(Side(self.name, session.connection()), sheet, progress)}


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


def _prepared(database: Database) -> list[str]:
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


def _laid_aside(connection: Connection) -> list[str]:
    """Drop every index, key and trigger of the tables; returns what makes the first two again, in order."""
    names = ", ".join(f"'{sheet.name}'" for sheet in sheets())
    constraints = connection.exec_driver_sql(
        f"""SELECT conrelid::regclass::text, conname, contype, pg_get_constraintdef(oid) FROM pg_constraint
            WHERE conrelid::regclass::text IN ({names}) AND contype IN ('p', 'u', 'f')
            ORDER BY conrelid::regclass::text <> '{LARGEST}', conrelid::regclass::text"""
    ).all()
    own = ", ".join(f"'{name}'" for _, name, _, _ in constraints)
    indexes = connection.exec_driver_sql(
        f"""SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()
            AND tablename IN ({names}) AND indexname NOT IN ({own}) ORDER BY tablename <> '{LARGEST}', tablename, indexname"""
    ).all()
    triggers = connection.exec_driver_sql(
        f"SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal AND tgrelid::regclass::text IN ({names})"
    ).all()
    # References go before the keys that they lead to.
    for table, name, _, _ in sorted(constraints, key=lambda one: one[2] != "f"):
        connection.exec_driver_sql(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    for name, _ in indexes:
        connection.exec_driver_sql(f'DROP INDEX "{name}"')
    for table, name in triggers:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}" ON {table}')
    made = [(kind, f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {what}') for table, name, kind, what in constraints]
    keys, references = ([statement for kind, statement in made if (kind == "f") is leading] for leading in (False, True))
    return [*keys, *(definition for _, definition in indexes), *references]


def _imaged(row: Row) -> Row:
    *rest, kind, key, before = row
    return row if before is None else (*rest, kind, key, image_for_postgresql(kind, before))


def _joined(parts: Iterable[Digests]) -> Digests:
    return {name: digest for part in parts for name, digest in part.items()}


def _refuse_what_is_full(side: Side) -> None:
    full = [sheet.name for sheet in sheets() if side.count(sheet)]
    if full:
        raise StoreError(f"{side.name} holds rows already ({', '.join(full)})", "name an empty database")
