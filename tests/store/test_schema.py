from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from corroborate.errors import DatabaseTooNew
from corroborate.store import Store, schema
from corroborate.store.engine import connect
from corroborate.store.schema import VERSION_TABLE, VERSIONS, migrate
from corroborate.store.tables import Table

OUTLET = """INSERT INTO outlets (name, family, feeds, sitemaps, language, aliases, agency)
    VALUES ('Fjord Post', 'Quay', '[]', '[]', 'en', '[]', FALSE)"""
SEARCH = ("claim_words", "words_vector", "party_words_vector", "speaker_words_vector", "marks_vector", "found_marks_vector", "place")
PAST = ("journal", "present", "ix_journal_kind_at")


def at_version(url: str, version: str, *statements: str) -> None:
    """Make the database as an earlier version of the program left it."""
    database = connect(url, timeout=1, create=True)
    with database.writing() as session:
        migrate(session.connection(), version)
        for statement in statements:
            session.execute(text(statement))
    database.close()


def test_a_database_of_the_first_version_is_brought_up_to_date_with_what_it_holds(empty_url: str) -> None:
    at_version(empty_url, "0001", OUTLET)

    with Store.open(empty_url) as store:
        assert store.schema_version == VERSIONS[-1]
        assert [outlet.name for outlet in store.outlets.all()] == ["Fjord Post"]
        assert store.reviews.all() == ()


def test_a_database_of_a_later_version_is_refused_and_left_as_it_was(empty_url: str, rows_of: Callable[[str], object]) -> None:
    at_version(empty_url, VERSIONS[-1], OUTLET, f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    before = rows_of(empty_url)

    with pytest.raises(DatabaseTooNew, match=r"schema 9999\); install"):
        Store.open(empty_url)
    assert rows_of(empty_url) == before


def test_a_migration_that_fails_leaves_the_database_as_it_was(empty_url: str) -> None:
    at_version(empty_url, "0001", "CREATE TABLE reviews (in_the_way INTEGER)")

    with pytest.raises(Exception, match="reviews"):
        Store.open(empty_url)

    database = connect(empty_url, timeout=1, create=False)
    assert schema.schema_version(database) == "0001"
    database.close()


def test_the_versions_listed_are_the_migrations_shipped() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")

    shipped = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]

    assert tuple(reversed(shipped)) == VERSIONS


def test_the_migrations_lead_to_the_tables_as_they_are_written(store: Store) -> None:
    with store._database.reading() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": True, "include_object": is_ours})

        assert compare_metadata(context, Table.metadata) == []


def is_ours(thing: Any, name: str, kind: str, *_: object) -> bool:
    """What the search and the journal add is the database's own; the version table is Alembic's."""
    found = name.startswith(SEARCH) or (name.startswith("ix_claims_") and name.endswith(("_vector", "_place")))
    return not found and name not in (*PAST, VERSION_TABLE)
