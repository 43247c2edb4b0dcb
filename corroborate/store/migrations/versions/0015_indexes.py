"""Standing versions are found by their article, and values are looked at without the claims around them."""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two indexes: a story's page read every standing version, and a search for values every claim of their size."""
    op.create_index("ix_article_versions_article_current", "article_versions", ["article", "current"])
    op.execute("DROP INDEX ix_claims_current_place")
    op.execute("CREATE INDEX ix_claims_current_place ON claims (current, place, low, high)")
