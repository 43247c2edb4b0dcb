"""How long a feed asks to be left alone."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing is known until a feed is read again."""
    op.add_column("feeds", sa.Column("floor", sa.BigInteger(), nullable=False, server_default="0"))
