"""The past of what is exported is kept, so that a table can be reproduced as it was."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from corroborate.store.journal import install_journal, stamp

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
IMAGE = sa.Text().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """What a database held before this is taken to have been there at all times since now."""
    op.create_table(
        "journal",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("before", IMAGE, nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_journal"),
    )
    op.create_index("ix_journal_kind_at", "journal", ["kind", "at"])
    op.create_table(
        "present",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_present"),
    )
    _remember_the_beginning(op.get_bind())
    install_journal(op.get_bind())


def _remember_the_beginning(connection: sa.Connection) -> None:
    """Of a database that was in use before, nothing earlier than now can be told."""
    if connection.scalar(sa.text("SELECT count(*) FROM revisions")):
        begun = stamp(datetime.now(UTC))
        connection.execute(sa.text("INSERT INTO marks (name, text) VALUES ('journal', :at)"), {"at": str(begun)})
