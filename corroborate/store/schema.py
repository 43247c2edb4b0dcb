"""The schema's version: an empty or older database is migrated when it is opened, a newer one is refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect, text

from corroborate.errors import DatabaseTooNew, NotADatabase, StoreError
from corroborate.store.engine import Database, connect
from corroborate.store.tables import Table

VERSION_TABLE = "corroborate_version"
VERSIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011", "0012", "0013", "0014", "0015", "0018")
"""The migrations in order; a test keeps them equal to the folder's."""
UNFINISHED = "copying"
"""Stands for the version of a database that is being filled by a copy, or was when the copy was killed."""
LOCK = 0x636F7272
"""PostgreSQL's advisory lock under which one program migrates at a time."""
Told = Callable[[str, str], object]
"""Told of each migration that is done: its number, and what it was for."""


def unheard(_version: str, _purpose: str) -> None:
    """Nobody listens."""


def bring_up_to_date(database: Database, told: Told = unheard) -> None:
    """Migrate an empty or older database, all in one transaction. Raises DatabaseTooNew, NotADatabase."""
    if schema_version(database) == VERSIONS[-1]:
        return
    with database.writing() as session:
        bring_up(session.connection(), database.name, told)


def bring_up(connection: Connection, name: str, told: Told = unheard) -> None:
    """The same on an open transaction that writes."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
    # Another program may have migrated while this one waited for the lock.
    version = version_of(connection)
    _refuse_what_is_not_ours(connection, name, version)
    if version != VERSIONS[-1]:
        migrate(connection, VERSIONS[-1], told)


def upgrade_database(url: str, *, timeout: float, told: Told) -> str:
    """Migrate the database that is there, and return its name. Raises StoreError where there is none."""
    database = connect(url, timeout=timeout, create=False)
    try:
        bring_up_to_date(database, told)
        return database.name
    finally:
        database.close()


def insist_on_version(database: Database) -> None:
    """Raise StoreError where the database is not at this version's schema, for what must not change it."""
    version = schema_version(database)
    if version is None or version == UNFINISHED:
        raise StoreError(f"{database.name} is no database of corroborate, or not yet", "name another")
    if version != VERSIONS[-1]:
        problem = f"database {database.name} is at schema {version}, and this version of corroborate at {VERSIONS[-1]}"
        raise StoreError(problem, "bring it up to date with `corroborate db upgrade` first")


def schema_version(database: Database) -> str | None:
    """The last migration that the database has seen, None where it has seen none."""
    with database.reading() as session:
        return version_of(session.connection())


def migrate(connection: Connection, version: str, told: Told = unheard) -> None:
    """Run the migrations up to `version` on an open transaction."""
    # Alembic takes long to import and is needed once in a database's life.
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)
    with EnvironmentContext(config, script, fn=lambda seen, _: script._upgrade_revs(version, seen)) as environment:

        def tell(ctx: Any, step: Any, heads: Any, run_args: Any) -> None:
            told(step.up_revision_id, step.up_revision.doc)

        environment.configure(connection=connection, version_table=VERSION_TABLE, transactional_ddl=False, on_version_apply=tell)
        environment.run_migrations()


def version_of(connection: Connection) -> str | None:
    """The last migration that a database has seen, on an open transaction."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    version: str | None = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))
    return version


def _refuse_what_is_not_ours(connection: Connection, name: str, version: str | None) -> None:
    if version == UNFINISHED:
        problem = f"a copy into database {name} is under way, or was broken off"
        raise StoreError(problem, "wait for it, or begin it again with `corroborate db copy`")
    if version is not None and version not in VERSIONS:
        raise DatabaseTooNew(f"database {name} was written by a later version of corroborate (schema {version})", "install that version")
    if version is not None:
        return
    present = set(inspect(connection).get_table_names())
    # A server's database is often shared; a file is not.
    if present if connection.dialect.name == "sqlite" else present & set(Table.metadata.tables):
        raise NotADatabase(f"{name} holds tables of another program", "give another --database")
