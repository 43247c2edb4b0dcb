"""The first schema: what is crawled, what was read, what was found across outlets."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TEXT = sa.Text()
INSTANT = sa.DateTime(timezone=True)
DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

FTS5 = (
    """CREATE VIRTUAL TABLE claim_words USING fts5(
        words, party_words, content='claims', content_rowid='number', tokenize='porter unicode61 remove_diacritics 0')""",
    """CREATE TRIGGER claim_words_insert AFTER INSERT ON claims BEGIN
        INSERT INTO claim_words (rowid, words, party_words) VALUES (new.number, new.words, new.party_words);
    END""",
    """CREATE TRIGGER claim_words_delete AFTER DELETE ON claims BEGIN
        INSERT INTO claim_words (claim_words, rowid, words, party_words) VALUES ('delete', old.number, old.words, old.party_words);
    END""",
    """CREATE TRIGGER claim_words_update AFTER UPDATE OF words, party_words ON claims
    WHEN old.words <> new.words OR old.party_words <> new.party_words BEGIN
        INSERT INTO claim_words (claim_words, rowid, words, party_words) VALUES ('delete', old.number, old.words, old.party_words);
        INSERT INTO claim_words (rowid, words, party_words) VALUES (new.number, new.words, new.party_words);
    END""",
)
# The stemmer of FTS5's porter, and like it without stop words, so that both databases find the same.
TSVECTOR = (
    "CREATE TEXT SEARCH DICTIONARY corroborate_stem (TEMPLATE = snowball, LANGUAGE = porter)",
    "CREATE TEXT SEARCH CONFIGURATION corroborate_words (COPY = pg_catalog.simple)",
    "ALTER TEXT SEARCH CONFIGURATION corroborate_words ALTER MAPPING FOR asciiword, word, numword WITH corroborate_stem",
    """ALTER TABLE claims
        ADD COLUMN words_vector tsvector GENERATED ALWAYS AS (to_tsvector('corroborate_words', words)) STORED,
        ADD COLUMN party_words_vector tsvector GENERATED ALWAYS AS (to_tsvector('corroborate_words', party_words)) STORED""",
    "CREATE INDEX ix_claims_words_vector ON claims USING gin (words_vector)",
    "CREATE INDEX ix_claims_party_words_vector ON claims USING gin (party_words_vector)",
)


def upgrade() -> None:
    """Make every table, then the search that the database itself offers."""
    op.create_table(
        "article_versions",
        sa.Column("revision", TEXT, nullable=False),
        sa.Column("article", TEXT, nullable=False),
        sa.Column("url", TEXT, nullable=False),
        sa.Column("outlet", TEXT, nullable=False),
        sa.Column("title", TEXT, nullable=True),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("text_digest", TEXT, nullable=False),
        sa.Column("seen", INSTANT, nullable=False),
        sa.Column("published", INSTANT, nullable=True),
        sa.Column("published_source", TEXT, nullable=True),
        sa.Column("modified", INSTANT, nullable=True),
        sa.Column("as_of", INSTANT, nullable=False),
        sa.Column("byline", TEXT, nullable=True),
        sa.Column("language", TEXT, nullable=True),
        sa.Column("credits", DOCUMENT, nullable=False),
        sa.Column("readability", TEXT, nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("revision", name="pk_article_versions"),
    )
    op.create_index("ix_article_versions_article_seen", "article_versions", ["article", "seen"])
    op.create_index("ix_article_versions_current_as_of_article", "article_versions", ["current", "as_of", "article"])
    op.create_table(
        "feeds",
        sa.Column("url", TEXT, nullable=False),
        sa.Column("outlet", TEXT, nullable=False),
        sa.Column("channel", TEXT, nullable=False),
        sa.Column("next_at", INSTANT, nullable=False),
        sa.Column("interval", sa.Integer(), nullable=False),
        sa.Column("etag", TEXT, nullable=True),
        sa.Column("last_modified", TEXT, nullable=True),
        sa.Column("body_digest", TEXT, nullable=True),
        sa.Column("last_attempt", INSTANT, nullable=True),
        sa.Column("last_success", INSTANT, nullable=True),
        sa.Column("last_new", INSTANT, nullable=True),
        sa.Column("last_unconditional", INSTANT, nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("error", TEXT, nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("url", name="pk_feeds"),
    )
    op.create_index("ix_feeds_active_next_at", "feeds", ["active", "next_at"])
    op.create_table(
        "marks",
        sa.Column("name", TEXT, nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_marks"),
    )
    op.create_table(
        "outlets",
        sa.Column("name", TEXT, nullable=False),
        sa.Column("family", TEXT, nullable=False),
        sa.Column("feeds", DOCUMENT, nullable=False),
        sa.Column("sitemaps", DOCUMENT, nullable=False),
        sa.Column("country", TEXT, nullable=True),
        sa.Column("language", TEXT, nullable=False),
        sa.Column("aliases", DOCUMENT, nullable=False),
        sa.Column("agency", sa.Boolean(), nullable=False),
        sa.Column("connect_to", TEXT, nullable=True),
        sa.PrimaryKeyConstraint("name", name="pk_outlets"),
    )
    op.create_table(
        "readings",
        sa.Column("revision", TEXT, nullable=False),
        sa.Column("version", TEXT, nullable=False),
        sa.Column("failure", TEXT, nullable=True),
        sa.PrimaryKeyConstraint("revision", name="pk_readings"),
    )
    op.create_table(
        "reuses",
        sa.Column("earlier", TEXT, nullable=False),
        sa.Column("later", TEXT, nullable=False),
        sa.Column("containment", sa.Double(), nullable=False),
        sa.Column("changed", DOCUMENT, nullable=False),
        sa.Column("digest", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("earlier", "later", name="pk_reuses"),
    )
    op.create_index("ix_reuses_later", "reuses", ["later"])
    op.create_table(
        "revisions",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("article", TEXT, nullable=False),
        sa.Column("url", TEXT, nullable=False),
        sa.Column("outlet", TEXT, nullable=False),
        sa.Column("digest", TEXT, nullable=False),
        sa.Column("seen", INSTANT, nullable=False),
        sa.Column("archive_file", TEXT, nullable=False),
        sa.Column("archive_offset", sa.BigInteger(), nullable=False),
        sa.Column("archive_length", sa.BigInteger(), nullable=False),
        sa.Column("title", TEXT, nullable=True),
        sa.Column("published", INSTANT, nullable=True),
        sa.Column("source", TEXT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_revisions"),
    )
    op.create_index("ix_revisions_article_seen_id", "revisions", ["article", "seen", "id"])
    op.create_index("ix_revisions_seen_id", "revisions", ["seen", "id"])
    op.create_table(
        "stories",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("title", TEXT, nullable=False),
        sa.Column("first", INSTANT, nullable=False),
        sa.Column("last", INSTANT, nullable=False),
        sa.Column("digest", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_stories"),
    )
    op.create_index("ix_stories_first_id", "stories", ["first", "id"])
    op.create_table(
        "visits",
        sa.Column("article", TEXT, nullable=False),
        sa.Column("url", TEXT, nullable=False),
        sa.Column("outlet", TEXT, nullable=False),
        sa.Column("found_in", TEXT, nullable=False),
        sa.Column("first_seen", INSTANT, nullable=False),
        sa.Column("next_at", INSTANT, nullable=True),
        sa.Column("title", TEXT, nullable=True),
        sa.Column("published", INSTANT, nullable=True),
        sa.Column("source", TEXT, nullable=True),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("reason", TEXT, nullable=True),
        sa.Column("checks", sa.Integer(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("etag", TEXT, nullable=True),
        sa.Column("last_modified", TEXT, nullable=True),
        sa.PrimaryKeyConstraint("article", name="pk_visits"),
    )
    op.create_index("ix_visits_next_at_article", "visits", ["next_at", "article"])
    op.create_table(
        "claim_groups",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("story_id", TEXT, nullable=False),
        sa.Column("question", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("unit", TEXT, nullable=True),
        sa.Column("agreement", TEXT, nullable=False),
        sa.Column("verdict", TEXT, nullable=False),
        sa.Column("low", TEXT, nullable=True),
        sa.Column("high", TEXT, nullable=True),
        sa.Column("wordings", DOCUMENT, nullable=False),
        sa.Column("first_seen", INSTANT, nullable=False),
        sa.Column("last_changed", INSTANT, nullable=False),
        sa.Column("digest", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_claim_groups_story_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_claim_groups"),
    )
    op.create_index("ix_claim_groups_first_seen_id", "claim_groups", ["first_seen", "id"])
    op.create_index("ix_claim_groups_story_id", "claim_groups", ["story_id"])
    op.create_index("ix_claim_groups_verdict", "claim_groups", ["verdict"])
    op.create_table(
        "claims",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("revision", TEXT, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("article", TEXT, nullable=False),
        sa.Column("outlet", TEXT, nullable=False),
        sa.Column("seen", INSTANT, nullable=False),
        sa.Column("appeared", INSTANT, nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("unit", TEXT, nullable=True),
        sa.Column("low", sa.Double(), nullable=True),
        sa.Column("high", sa.Double(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("figure", DOCUMENT, nullable=False),
        sa.Column("figure_key", TEXT, nullable=False),
        sa.Column("surface", TEXT, nullable=False),
        sa.Column("char_start", sa.Integer(), nullable=False),
        sa.Column("char_end", sa.Integer(), nullable=False),
        sa.Column("sentence", TEXT, nullable=False),
        sa.Column("sentence_start", sa.Integer(), nullable=False),
        sa.Column("parties", DOCUMENT, nullable=False),
        sa.Column("attribution", DOCUMENT, nullable=False),
        sa.Column("scope", DOCUMENT, nullable=False),
        sa.Column("rule", TEXT, nullable=False),
        sa.Column("words", TEXT, nullable=False),
        sa.Column("party_words", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["revision"], ["article_versions.revision"], name="fk_claims_revision", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name="pk_claims"),
        sa.UniqueConstraint("id", name="uq_claims_id"),
    )
    op.create_index("ix_claims_article_figure_key", "claims", ["article", "figure_key"])
    op.create_index("ix_claims_current_appeared_id", "claims", ["current", "appeared", "id"])
    op.create_index("ix_claims_current_kind_low", "claims", ["current", "kind", "low"])
    op.create_index("ix_claims_current_outlet_appeared", "claims", ["current", "outlet", "appeared"])
    op.create_index("ix_claims_revision_position", "claims", ["revision", "position"])
    op.create_table(
        "story_articles",
        sa.Column("story_id", TEXT, nullable=False),
        sa.Column("article", TEXT, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_story_articles_story_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("story_id", "article", name="pk_story_articles"),
    )
    op.create_index("ix_story_articles_article", "story_articles", ["article"])
    op.create_table(
        "discrepancies",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("group_id", TEXT, nullable=False),
        sa.Column("story_id", TEXT, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("about", TEXT, nullable=False),
        sa.Column("rule", TEXT, nullable=False),
        sa.Column("reason", TEXT, nullable=False),
        sa.Column("sides", DOCUMENT, nullable=False),
        sa.Column("first_seen", INSTANT, nullable=False),
        sa.Column("status", TEXT, nullable=False),
        sa.Column("digest", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["claim_groups.id"], name="fk_discrepancies_group_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_discrepancies"),
    )
    op.create_index("ix_discrepancies_first_seen_id", "discrepancies", ["first_seen", "id"])
    op.create_index("ix_discrepancies_group_id", "discrepancies", ["group_id"])
    op.create_table(
        "group_claims",
        sa.Column("group_id", TEXT, nullable=False),
        sa.Column("claim", TEXT, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["claim_groups.id"], name="fk_group_claims_group_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("group_id", "claim", name="pk_group_claims"),
    )
    op.create_index("ix_group_claims_claim", "group_claims", ["claim"])
    op.create_table(
        "origin_claims",
        sa.Column("claim", TEXT, nullable=False),
        sa.Column("group_id", TEXT, nullable=False),
        sa.Column("origin", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["claim_groups.id"], name="fk_origin_claims_group_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("claim", "group_id", "origin", name="pk_origin_claims"),
    )
    op.create_index("ix_origin_claims_group_id", "origin_claims", ["group_id"])
    op.create_table(
        "origins",
        sa.Column("group_id", TEXT, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("label", TEXT, nullable=False),
        sa.Column("claims", DOCUMENT, nullable=False),
        sa.Column("outlets", DOCUMENT, nullable=False),
        sa.Column("reasons", DOCUMENT, nullable=False),
        sa.Column("routes", DOCUMENT, nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["claim_groups.id"], name="fk_origins_group_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("group_id", "id", name="pk_origins"),
    )
    for statement in FTS5 if op.get_bind().dialect.name == "sqlite" else TSVECTOR:
        op.execute(statement)
