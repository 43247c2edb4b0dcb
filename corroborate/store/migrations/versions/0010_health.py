"""What each feed says of its articles, what is passed over, and how many numerals of a page survive."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Of the past no more is known than when a feed first announced an article."""
    op.add_column("feeds", sa.Column("error_kind", sa.Text(), nullable=True))
    op.add_column("feeds", sa.Column("added", sa.DateTime(timezone=True), nullable=True))
    op.add_column("readings", sa.Column("numerals", sa.Integer(), nullable=True))
    op.add_column("readings", sa.Column("numerals_kept", sa.Integer(), nullable=True))
    op.create_table(
        "announcements",
        sa.Column("feed", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("published", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_raw", sa.Text(), nullable=True),
        sa.Column("zone_known", sa.Boolean(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("feed", "article", name="pk_announcements"),
    )
    op.create_index("ix_announcements_article", "announcements", ["article"])
    op.create_table(
        "passed_over",
        sa.Column("feed", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("feed", "day", "reason", name="pk_passed_over"),
    )
    op.execute(
        "INSERT INTO announcements (feed, article, first_seen, title, published, zone_known, source) "
        "SELECT found_in, article, first_seen, title, published, TRUE, source FROM visits"
    )
