"""Who did what a claim's figure measures, to whom, and the days it is of."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Empty at first: what was read by an earlier extractor is read again."""
    op.add_column("claims", sa.Column("actor", sa.Text(), nullable=True))
    op.add_column("claims", sa.Column("target", sa.Text(), nullable=True))
    op.add_column("claims", sa.Column("period", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=True))
