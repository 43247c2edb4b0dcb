"""Which sitemaps of an index were read, in which state."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """None is known to have been read: each is asked once more."""
    op.add_column("feeds", sa.Column("children", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=True))
