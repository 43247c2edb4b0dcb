"""Where the days of an outlet begin and end."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Unknown at first: feeds.yaml tells it at the next crawl."""
    op.add_column("outlets", sa.Column("timezone", sa.Text(), nullable=True))
