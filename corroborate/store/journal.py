"""The past of the tables: what each row was before it changed, kept by the database itself, so that a past state can be read again.

A trigger on each table notes every row that comes, changes or goes, with the moment and, unless it is new, its image before.
Going back is then the same for all tables: rows without an entry since stand as they are, the others as their first entry
since then says. The moment is the one at which the transaction began, by the clock of the program that writes.
"""

import re
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, inspect, text

JOURNALED: dict[str, tuple[str, ...]] = {
    "article_versions": ("revision",),
    "claim_groups": ("id",),
    "claims": ("id",),
    "discrepancies": ("id",),
    "group_claims": ("group_id", "claim"),
    "origin_claims": ("claim", "group_id", "origin"),
    "origins": ("group_id", "id"),
    "reviews": ("number",),
    "revisions": ("id",),
    "stories": ("id",),
    "story_articles": ("story_id", "article"),
}
"""Each table whose past is kept, and what its rows are known by."""
LEFT_OUT = re.compile(r"text|(?:\w+_)?words|(?:\w+_)?marks|place|\w+_vector")
"""Columns whose past is not kept: texts are found in the archive, and searches are of the present."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NOW_SQLITE = "coalesce((SELECT at FROM present), CAST((julianday('now') - 2440587.5) * 86400000000 AS INTEGER))"
NOW_POSTGRESQL = """coalesce(nullif(current_setting('corroborate.present', true), '')::bigint,
    (extract(epoch FROM transaction_timestamp()) * 1000000)::bigint)"""
FUNCTION = f"""CREATE OR REPLACE FUNCTION corroborate_journal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    image jsonb := CASE WHEN TG_OP = 'INSERT' THEN to_jsonb(NEW) ELSE to_jsonb(OLD) END;
    key text := '';
    part text;
BEGIN
    FOREACH part IN ARRAY TG_ARGV LOOP
        key := key || CASE WHEN key = '' THEN '' ELSE ' ' END || (image ->> part);
    END LOOP;
    INSERT INTO journal (at, kind, key, before) VALUES (
        {NOW_POSTGRESQL}, TG_TABLE_NAME, key,
        CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE
            (SELECT jsonb_object_agg(field.key, field.value) FROM jsonb_each(image) AS field WHERE field.key !~ '^({LEFT_OUT.pattern})$')
        END
    );
    RETURN NULL;
END $$"""


def install_journal(connection: Connection) -> None:
    """Make the triggers anew, for the columns that the tables have now; to be called by every migration that changes one."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(FUNCTION))
    for table, key in JOURNALED.items():
        columns = journaled_columns(connection, table)
        for statement in (_postgresql if connection.dialect.name == "postgresql" else _sqlite)(table, key, columns):
            # The driver's own statement: colons in it are no parameters.
            connection.exec_driver_sql(statement)


def journaled_columns(connection: Connection, table: str) -> list[str]:
    """The columns of a table whose past is kept."""
    schema = "main" if connection.dialect.name == "sqlite" else inspect(connection).default_schema_name
    columns = [column["name"] for column in inspect(connection).get_columns(table, schema=schema)]
    return [name for name in columns if not LEFT_OUT.fullmatch(name)]


def set_clock(connection: Connection, moment: datetime) -> None:
    """Tell the triggers what time it is for the rest of the transaction."""
    at = stamp(moment)
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT set_config('corroborate.present', :at, true)"), {"at": str(at)})
        return
    connection.execute(text("INSERT INTO present (number, at) VALUES (1, :at) ON CONFLICT DO UPDATE SET at = :at"), {"at": at})


def journal_before(connection: Connection, moment: datetime) -> int:
    """Forget what changed before a moment; returns how many entries there were. What was true since then can still be told."""
    forget = text("DELETE FROM journal WHERE kind = :kind AND at < :at")
    return sum(connection.execute(forget, {"kind": table, "at": stamp(moment)}).rowcount for table in JOURNALED)


def stamp(moment: datetime) -> int:
    """A moment as the journal writes it: microseconds since 1970."""
    return (moment - EPOCH) // timedelta(microseconds=1)


def moment_of(at: int) -> datetime:
    """The moment of a stamp."""
    return EPOCH + timedelta(microseconds=at)


def _sqlite(table: str, key: tuple[str, ...], columns: list[str]) -> list[str]:
    image = "json_object(" + ", ".join(f"'{name}', old.\"{name}\"" for name in columns) + ")"
    differs = " OR ".join(f'old."{name}" IS NOT new."{name}"' for name in columns)
    names = {side: " || ' ' || ".join(f"{side}.{name}" for name in key) for side in ("old", "new")}
    note = f"INSERT INTO journal (at, kind, key, before) VALUES ({NOW_SQLITE}, '{table}',"
    drops = [f"DROP TRIGGER IF EXISTS journal_{table}_{event}" for event in ("insert", "update", "delete")]
    return [
        *drops,
        f"CREATE TRIGGER journal_{table}_insert AFTER INSERT ON {table} BEGIN {note} {names['new']}, NULL); END",
        f"CREATE TRIGGER journal_{table}_update AFTER UPDATE ON {table} WHEN {differs} BEGIN {note} {names['old']}, {image}); END",
        f"CREATE TRIGGER journal_{table}_delete AFTER DELETE ON {table} BEGIN {note} {names['old']}, {image}); END",
    ]


def _postgresql(table: str, key: tuple[str, ...], columns: list[str]) -> list[str]:
    before, after = (", ".join(f'{side}."{name}"' for name in columns) for side in ("OLD", "NEW"))
    run = "FOR EACH ROW {when} EXECUTE FUNCTION corroborate_journal(" + ", ".join(f"'{name}'" for name in key) + ")"
    drops = [f"DROP TRIGGER IF EXISTS journal_{event} ON {table}" for event in ("change", "update")]
    return [
        *drops,
        f"CREATE TRIGGER journal_change AFTER INSERT OR DELETE ON {table} {run.format(when='')}",
        f"CREATE TRIGGER journal_update AFTER UPDATE ON {table} " + run.format(when=f"WHEN (({before}) IS DISTINCT FROM ({after}))"),
    ]
