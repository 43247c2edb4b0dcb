"""The schema's version: an empty or older database is migrated when it is opened, a newer one is refused."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from corroborate.errors import DatabaseTooNew, NotADatabase
from corroborate.store.engine import Database
from corroborate.store.tables import Table

VERSION_TABLE = "corroborate_version"
VERSIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011", "0012", "0013", "0014", "0015", "0018")
"""The migrations in order; a test keeps them equal to the folder's."""
LOCK = 0x636F7272
"""PostgreSQL's advisory lock under which one program migrates at a time."""


def bring_up_to_date(database: Database) -> None:
    """Migrate an empty or older database, all in one transaction. Raises DatabaseTooNew, NotADatabase."""
    if schema_version(database) == VERSIONS[-1]:
        return
    with database.writing() as session:
        connection = session.connection()
        if database.dialect == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
        # Another program may have migrated while this one waited for the lock.
        version = _version(connection)
        _refuse_what_is_not_ours(connection, database.name, version)
        if version != VERSIONS[-1]:
            migrate(connection, VERSIONS[-1])


def schema_version(database: Database) -> str | None:
    """The last migration that the database has seen, None where it has seen none."""
    with database.reading() as session:
        return _version(session.connection())


def migrate(connection: Connection, version: str) -> None:
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
        environment.configure(connection=connection, version_table=VERSION_TABLE, transactional_ddl=False)
        environment.run_migrations()


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    version: str | None = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))
    return version


def _refuse_what_is_not_ours(connection: Connection, name: str, version: str | None) -> None:
    if version is not None and version not in VERSIONS:
        raise DatabaseTooNew(f"database {name} was written by a later version of corroborate (schema {version})", "install that version")
    if version is not None:
        return
    present = set(inspect(connection).get_table_names())
    # A server's database is often shared; a file is not.
    if present if connection.dialect.name == "sqlite" else present & set(Table.metadata.tables):
        raise NotADatabase(f"{name} holds tables of another program", "give another --database")
