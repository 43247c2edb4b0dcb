"""Verdicts follow decisions; groups that may be one are kept."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from corroborate.store.journal import install_journal

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What was found before stays as it is until it is found anew."""
    document = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
    op.add_column("claim_groups", sa.Column("found", document, nullable=True))
    op.create_table(
        "suggestions",
        sa.Column("first_group", sa.Text(), nullable=False),
        sa.Column("second_group", sa.Text(), nullable=False),
        sa.Column("story_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("evidence", document, nullable=False),
        sa.ForeignKeyConstraint(["first_group"], ["claim_groups.id"], name="fk_suggestions_first_group", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["second_group"], ["claim_groups.id"], name="fk_suggestions_second_group", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("first_group", "second_group", name="pk_suggestions"),
    )
    op.create_index("ix_suggestions_second_group", "suggestions", ["second_group"])
    op.create_index("ix_suggestions_story_id", "suggestions", ["story_id"])
    install_journal(op.get_bind())
