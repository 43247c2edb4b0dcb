"""Claims are searched in the order of time, by words, speakers and exact marks, without a look at those that do not answer."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

from corroborate.store.journal import install_journal
from corroborate.store.words import EVERY, folded, magnitudes, mark

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

BATCH = 500
ADDED = ("speaker_words", "marks", "found_marks")
SQLITE_PLACE = "((CAST(strftime('%s', appeared) AS INTEGER) / 60 << 37) + number)"
POSTGRESQL_PLACE = "((floor(extract(epoch FROM appeared AT TIME ZONE 'UTC'))::bigint / 60 << 37) + number)"
INDEXED = "words, party_words, speaker_words, marks, found_marks"
OLD = "old.words, old.party_words, old.speaker_words, old.marks, old.found_marks"
NEW = "new.words, new.party_words, new.speaker_words, new.marks, new.found_marks"
FTS5 = (
    "DROP TRIGGER claim_words_insert",
    "DROP TRIGGER claim_words_delete",
    "DROP TRIGGER claim_words_update",
    "DROP TABLE claim_words",
    f"""CREATE VIRTUAL TABLE claim_words USING fts5(
        {INDEXED}, content='claims', content_rowid='place', tokenize='porter unicode61 remove_diacritics 0')""",
    f"INSERT INTO claim_words (rowid, {INDEXED}) SELECT place, {INDEXED} FROM claims WHERE current ORDER BY place",
    f"""CREATE TRIGGER claim_words_insert AFTER INSERT ON claims WHEN new.current BEGIN
        INSERT INTO claim_words (rowid, {INDEXED}) VALUES (new.place, {NEW});
    END""",
    f"""CREATE TRIGGER claim_words_delete AFTER DELETE ON claims WHEN old.current BEGIN
        INSERT INTO claim_words (claim_words, rowid, {INDEXED}) VALUES ('delete', old.place, {OLD});
    END""",
    f"""CREATE TRIGGER claim_words_update AFTER UPDATE OF {INDEXED}, current, appeared ON claims
    WHEN old.current <> new.current OR old.place <> new.place OR ({OLD}) <> ({NEW}) BEGIN
        INSERT INTO claim_words (claim_words, rowid, {INDEXED}) SELECT 'delete', old.place, {OLD} WHERE old.current;
        INSERT INTO claim_words (rowid, {INDEXED}) SELECT new.place, {NEW} WHERE new.current;
    END""",
)
CLAIMS = sa.table(
    "claims",
    *(sa.column(name) for name in ("number", "id", "kind", "unit", "outlet", "article", "low", "high", *ADDED)),
    sa.column("attribution", sa.JSON()),
)


def upgrade() -> None:
    """Give every claim its place in time and what it is found by; index both."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    if not sqlite:
        # What is filled in here follows from what was there: nothing of it belongs to the past.
        op.execute("DROP TRIGGER IF EXISTS journal_update ON claims")
    for name in ADDED:
        op.add_column("claims", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    if sqlite:
        for trigger in FTS5[:4]:
            op.execute(trigger)
    _fill(op.get_bind())
    _mark_findings()
    if sqlite:
        op.execute(f"ALTER TABLE claims ADD COLUMN place INTEGER GENERATED ALWAYS AS {SQLITE_PLACE} VIRTUAL")
    else:
        op.execute(f"ALTER TABLE claims ADD COLUMN place bigint GENERATED ALWAYS AS {POSTGRESQL_PLACE} STORED")
    op.execute("CREATE INDEX ix_claims_current_place ON claims (current, place)")
    for statement in FTS5[4:] if sqlite else _vectors():
        op.execute(statement)
    install_journal(op.get_bind())


def _vectors() -> list[str]:
    return [
        statement
        for name in ADDED
        for statement in (
            f"ALTER TABLE claims ADD COLUMN {name}_vector tsvector GENERATED ALWAYS AS (to_tsvector('corroborate_words', {name})) STORED",
            f"CREATE INDEX ix_claims_{name}_vector ON claims USING gin ({name}_vector)",
        )
    ]


def _fill(connection: sa.Connection) -> None:
    last = -1
    while (
        rows := connection.execute(sa.select(CLAIMS).where(CLAIMS.c.number > last).order_by(CLAIMS.c.number).limit(BATCH)).mappings().all()
    ):
        filled = [{"key": row["number"], **_found_by(dict(row))} for row in rows]
        connection.execute(
            sa.update(CLAIMS)
            .where(CLAIMS.c.number == sa.bindparam("key"))
            .values(speaker_words=sa.bindparam("said"), marks=sa.bindparam("marked")),
            filled,
        )
        last = rows[-1]["number"]


def _found_by(row: Mapping[str, Any]) -> dict[str, str]:
    told = row["attribution"]
    said = [told["speaker"], told["document"], *told["cites"]]
    marks = [EVERY, mark("k", row["kind"]), mark("o", row["outlet"]), mark("a", row["article"]), *magnitudes(row["low"], row["high"])]
    marks += [mark("u", row["unit"])] if row["unit"] else []
    return {"said": folded(" / ".join(part for part in said if part)), "marked": " ".join(marks)}


def _mark_findings() -> None:
    """Verdicts and types of discrepancies, as `store/markings.py` writes them."""
    connection = op.get_bind()
    verdicts = "SELECT m.claim, 'v', g.verdict FROM group_claims AS m JOIN claim_groups AS g ON g.id = m.group_id"
    types = "SELECT m.claim, 't', d.type FROM group_claims AS m JOIN discrepancies AS d ON d.group_id = m.group_id"
    marks = dict[str, set[str]]()
    for claim, letter, word in connection.execute(sa.text(f"{verdicts} UNION {types}")):
        marks.setdefault(claim, set()).add(mark(letter, word))
    if marks:
        statement = sa.update(CLAIMS).where(CLAIMS.c.id == sa.bindparam("key")).values(found_marks=sa.bindparam("marked"))
        connection.execute(statement, [{"key": claim, "marked": " ".join(sorted(found))} for claim, found in marks.items()])
