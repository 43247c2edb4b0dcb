"""What a site reserved of a version: text and data mining, training, use by AI."""

import sqlalchemy as sa
from alembic import op

from corroborate.store.journal import install_journal

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Of what was fetched before this nothing is known."""
    op.add_column("revisions", sa.Column("reserved", sa.Text(), nullable=True))
    install_journal(op.get_bind())
