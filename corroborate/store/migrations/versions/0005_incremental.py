"""Matching goes on from what is matched; reviews tell what they are about by its content."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ACTIONS = {"accepted": "accept", "rejected": "reject", "explained": "explain"}


def upgrade() -> None:
    """Every article is due at first; what was found before stays until it is found anew."""
    _create_what_is_matched()
    op.execute(
        "INSERT INTO due_articles (article, as_of, reading) SELECT v.article, v.as_of, v.revision || ' ' || coalesce(r.version, '') "
        "FROM article_versions AS v LEFT JOIN readings AS r ON r.revision = v.revision WHERE v.current"
    )
    _tell_reviews_by_content()


def _create_what_is_matched() -> None:
    op.create_table(
        "sketches",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("revision", sa.Text(), nullable=False),
        sa.Column("as_of", sa.DateTime(timezone=True), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("article", name="pk_sketches"),
    )
    op.create_index("ix_sketches_as_of", "sketches", ["as_of"])
    op.create_table(
        "due_articles",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("as_of", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article", name="pk_due_articles"),
    )
    op.create_index("ix_due_articles_as_of_article", "due_articles", ["as_of", "article"])
    op.create_table("due_stories", sa.Column("story", sa.Text(), nullable=False), sa.PrimaryKeyConstraint("story", name="pk_due_stories"))
    op.create_table(
        "aliases",
        sa.Column("old", sa.Text(), nullable=False),
        sa.Column("new", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("old", name="pk_aliases"),
    )
    op.create_index("ix_aliases_new", "aliases", ["new"])


def _tell_reviews_by_content() -> None:
    document = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
    op.drop_index("ix_reviews_discrepancy_at", "reviews")
    op.execute("ALTER TABLE reviews RENAME COLUMN discrepancy TO subject")
    op.execute("ALTER TABLE reviews RENAME COLUMN status TO action")
    op.create_index("ix_reviews_subject_at", "reviews", ["subject", "at"])
    for name in ("others", "sides", "said"):
        op.add_column("reviews", sa.Column(name, document, nullable=False, server_default="[]"))
    op.add_column("reviews", sa.Column("type", sa.Text(), nullable=True))
    op.add_column("reviews", sa.Column("undoes", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
    for before, after in ACTIONS.items():
        op.execute(f"UPDATE reviews SET action = '{after}' WHERE action = '{before}'")
