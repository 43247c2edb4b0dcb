"""The tables. Their history is in migrations/; a test keeps the two equal.

outlets  feeds  announcements  passed_over  visits     what is crawled
revisions  readings                                    versions fetched, and which extractor read them
article_versions  claims                               what was read
stories  claim_groups  origins  reuses  discrepancies  suggestions
                                                       what was found across outlets; a pure function of the above
sketches  due_articles  due_stories  aliases           what is matched, what is to be, and what became of ids no longer found
reviews                                                what people made of it
tokens  saved_searches  hooks  deliveries              who may ask over the network, what is asked again, who is told
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from corroborate.store.columns import Number
from corroborate.store.columns import Table as Table


class OutletRow(Table):
    __tablename__ = "outlets"

    name: Mapped[str] = mapped_column(primary_key=True)
    family: Mapped[str]
    feeds: Mapped[list[str]]
    sitemaps: Mapped[list[str]]
    country: Mapped[str | None]
    language: Mapped[str]
    aliases: Mapped[list[str]]
    agency: Mapped[bool]
    connect_to: Mapped[str | None]
    timezone: Mapped[str | None]


class FeedRow(Table):
    __tablename__ = "feeds"
    __table_args__ = (Index(None, "active", "next_at"),)

    url: Mapped[str] = mapped_column(primary_key=True)
    outlet: Mapped[str]
    channel: Mapped[str]
    next_at: Mapped[datetime]
    interval: Mapped[int]
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    body_digest: Mapped[str | None]
    last_attempt: Mapped[datetime | None]
    last_success: Mapped[datetime | None]
    last_new: Mapped[datetime | None]
    last_unconditional: Mapped[datetime | None]
    failures: Mapped[int]
    error: Mapped[str | None]
    floor: Mapped[int] = mapped_column(BigInteger, server_default="0")
    error_kind: Mapped[str | None]
    added: Mapped[datetime | None]
    children: Mapped[list[Any] | None]
    active: Mapped[bool]


class AnnouncementRow(Table):
    """What one feed says of an article, as it said it first."""

    __tablename__ = "announcements"
    __table_args__ = (Index(None, "article"),)

    feed: Mapped[str] = mapped_column(primary_key=True)
    article: Mapped[str] = mapped_column(primary_key=True)
    first_seen: Mapped[datetime]
    title: Mapped[str | None]
    published: Mapped[datetime | None]
    published_raw: Mapped[str | None]
    zone_known: Mapped[bool]
    source: Mapped[str | None]
    language: Mapped[str | None]


class PassedOverRow(Table):
    """Entries of a feed that were not followed; the most that it showed at one time on that day."""

    __tablename__ = "passed_over"

    feed: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    reason: Mapped[str] = mapped_column(primary_key=True)
    entries: Mapped[int]


class VisitRow(Table):
    __tablename__ = "visits"
    __table_args__ = (Index(None, "next_at", "article"),)

    article: Mapped[str] = mapped_column(primary_key=True)
    url: Mapped[str]
    outlet: Mapped[str]
    found_in: Mapped[str]
    first_seen: Mapped[datetime]
    next_at: Mapped[datetime | None]
    title: Mapped[str | None]
    published: Mapped[datetime | None]
    source: Mapped[str | None]
    state: Mapped[str]
    reason: Mapped[str | None]
    checks: Mapped[int]
    tries: Mapped[int]
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]


class RevisionRow(Table):
    __tablename__ = "revisions"
    __table_args__ = (Index(None, "article", "seen", "id"), Index(None, "seen", "id"))

    id: Mapped[str] = mapped_column(primary_key=True)
    article: Mapped[str]
    url: Mapped[str]
    outlet: Mapped[str]
    digest: Mapped[str]
    seen: Mapped[datetime]
    archive_file: Mapped[str]
    archive_offset: Mapped[int] = mapped_column(BigInteger)
    archive_length: Mapped[int] = mapped_column(BigInteger)
    title: Mapped[str | None]
    published: Mapped[datetime | None]
    source: Mapped[str | None]
    reserved: Mapped[str | None]


class ReadingRow(Table):
    """Which version of the extractor read a revision last, or why it could not; how many of the page's numerals were kept."""

    __tablename__ = "readings"

    revision: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[str]
    failure: Mapped[str | None]
    numerals: Mapped[int | None]
    numerals_kept: Mapped[int | None]


class ArticleRow(Table):
    """One version of an article as read; `current` marks the one that stands for the article."""

    __tablename__ = "article_versions"
    __table_args__ = (Index(None, "article", "seen"), Index(None, "article", "current"), Index(None, "current", "as_of", "article"))

    revision: Mapped[str] = mapped_column(primary_key=True)
    article: Mapped[str]
    url: Mapped[str]
    outlet: Mapped[str]
    title: Mapped[str | None]
    text: Mapped[str]
    text_digest: Mapped[str]
    seen: Mapped[datetime]
    published: Mapped[datetime | None]
    published_source: Mapped[str | None]
    modified: Mapped[datetime | None]
    as_of: Mapped[datetime]
    byline: Mapped[str | None]
    language: Mapped[str | None]
    credits: Mapped[list[str]]
    readability: Mapped[str]
    current: Mapped[bool]


class ClaimRow(Table):
    """A claim with what queries ask of its article beside it; words are folded for searching, marks stand for what is exact.

    The database itself adds `place`, which orders claims by time.
    """

    __tablename__ = "claims"
    __table_args__ = (
        Index(None, "revision", "position"),
        Index(None, "current", "appeared", "id"),
        Index(None, "current", "outlet", "appeared"),
        Index(None, "current", "kind", "low"),
        Index(None, "article", "figure_key"),
    )

    number: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(unique=True)
    revision: Mapped[str] = mapped_column(ForeignKey(ArticleRow.revision, ondelete="CASCADE"))
    position: Mapped[int]
    article: Mapped[str]
    outlet: Mapped[str]
    seen: Mapped[datetime]
    appeared: Mapped[datetime]
    current: Mapped[bool]
    kind: Mapped[str]
    unit: Mapped[str | None]
    low: Mapped[float | None]
    high: Mapped[float | None]
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    figure: Mapped[dict[str, Any]]
    figure_key: Mapped[str]
    surface: Mapped[str]
    char_start: Mapped[int]
    char_end: Mapped[int]
    sentence: Mapped[str]
    sentence_start: Mapped[int]
    parties: Mapped[list[str]]
    attribution: Mapped[dict[str, Any]]
    scope: Mapped[list[str]]
    actor: Mapped[str | None]
    target: Mapped[str | None]
    period: Mapped[dict[str, Any] | None]
    rule: Mapped[str]
    words: Mapped[str]
    party_words: Mapped[str]
    speaker_words: Mapped[str] = mapped_column(default="", server_default="", deferred=True)
    marks: Mapped[str] = mapped_column(default="", server_default="", deferred=True)
    found_marks: Mapped[str] = mapped_column(default="", server_default="", deferred=True)


class StoryRow(Table):
    __tablename__ = "stories"
    __table_args__ = (Index(None, "first", "id"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    first: Mapped[datetime]
    last: Mapped[datetime]
    digest: Mapped[str]


class StoryArticleRow(Table):
    __tablename__ = "story_articles"
    __table_args__ = (Index(None, "article"),)

    story_id: Mapped[str] = mapped_column(ForeignKey(StoryRow.id, ondelete="CASCADE"), primary_key=True)
    article: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]


class GroupRow(Table):
    """A claim group with its assessment as people's decisions leave it; `found` holds what checking found before them."""

    __tablename__ = "claim_groups"
    __table_args__ = (Index(None, "story_id"), Index(None, "first_seen", "id"), Index(None, "verdict"))

    id: Mapped[str] = mapped_column(primary_key=True)
    story_id: Mapped[str] = mapped_column(ForeignKey(StoryRow.id, ondelete="CASCADE"))
    question: Mapped[str]
    kind: Mapped[str]
    unit: Mapped[str | None]
    agreement: Mapped[str]
    verdict: Mapped[str]
    low: Mapped[str | None]
    high: Mapped[str | None]
    wordings: Mapped[list[str]]
    found: Mapped[dict[str, Any] | None]
    first_seen: Mapped[datetime]
    last_changed: Mapped[datetime]
    digest: Mapped[str]


class GroupClaimRow(Table):
    __tablename__ = "group_claims"
    __table_args__ = (Index(None, "claim"),)

    group_id: Mapped[str] = mapped_column(ForeignKey(GroupRow.id, ondelete="CASCADE"), primary_key=True)
    claim: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]


class OriginRow(Table):
    __tablename__ = "origins"

    group_id: Mapped[str] = mapped_column(ForeignKey(GroupRow.id, ondelete="CASCADE"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    kind: Mapped[str]
    label: Mapped[str]
    claims: Mapped[list[str]]
    outlets: Mapped[list[str]]
    reasons: Mapped[list[str]]
    routes: Mapped[list[str]]


class OriginClaimRow(Table):
    __tablename__ = "origin_claims"

    claim: Mapped[str] = mapped_column(primary_key=True)
    group_id: Mapped[str] = mapped_column(ForeignKey(GroupRow.id, ondelete="CASCADE"), primary_key=True, index=True)
    origin: Mapped[str] = mapped_column(primary_key=True)


class ReuseRow(Table):
    __tablename__ = "reuses"
    __table_args__ = (Index(None, "later"),)

    earlier: Mapped[str] = mapped_column(primary_key=True)
    later: Mapped[str] = mapped_column(primary_key=True)
    containment: Mapped[float]
    changed: Mapped[list[Any]]
    digest: Mapped[str]


class DiscrepancyRow(Table):
    __tablename__ = "discrepancies"
    __table_args__ = (Index(None, "group_id"), Index(None, "first_seen", "id"))

    id: Mapped[str] = mapped_column(primary_key=True)
    group_id: Mapped[str] = mapped_column(ForeignKey(GroupRow.id, ondelete="CASCADE"))
    story_id: Mapped[str]
    position: Mapped[int]
    type: Mapped[str]
    about: Mapped[str]
    rule: Mapped[str]
    reason: Mapped[str]
    sides: Mapped[list[Any]]
    first_seen: Mapped[datetime]
    status: Mapped[str]
    digest: Mapped[str]


class SuggestionRow(Table):
    """Two groups of a story that may be one; `reasons` say what one of them leaves out, and what speaks for it."""

    __tablename__ = "suggestions"

    first_group: Mapped[str] = mapped_column(ForeignKey(GroupRow.id, ondelete="CASCADE"), primary_key=True)
    second_group: Mapped[str] = mapped_column(ForeignKey(GroupRow.id, ondelete="CASCADE"), primary_key=True, index=True)
    story_id: Mapped[str] = mapped_column(index=True)
    position: Mapped[int]
    reason: Mapped[str]
    evidence: Mapped[list[str]]


class SketchRow(Table):
    """What a matched article is compared by when stories are sought, as matching writes it, and the version that was matched."""

    __tablename__ = "sketches"
    __table_args__ = (Index(None, "as_of"),)

    article: Mapped[str] = mapped_column(primary_key=True)
    revision: Mapped[str]
    as_of: Mapped[datetime]
    document: Mapped[bytes]


class DueArticleRow(Table):
    """An article whose standing version was not matched yet; `reading` tells which reading of which version that is."""

    __tablename__ = "due_articles"
    __table_args__ = (Index(None, "as_of", "article"),)

    article: Mapped[str] = mapped_column(primary_key=True)
    as_of: Mapped[datetime]
    reading: Mapped[str]


class DueStoryRow(Table):
    """A story whose articles are what they were, but whose groups are to be found anew."""

    __tablename__ = "due_stories"

    story: Mapped[str] = mapped_column(primary_key=True)


class AliasRow(Table):
    """What became of a story or group that is found no more."""

    __tablename__ = "aliases"
    __table_args__ = (Index(None, "new"),)

    old: Mapped[str] = mapped_column(primary_key=True)
    new: Mapped[str]


class ReviewRow(Table):
    """What a person decided; kept whether or not what it is about is found again."""

    __tablename__ = "reviews"
    __table_args__ = (Index(None, "subject", "at"),)

    number: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=True)
    action: Mapped[str]
    subject: Mapped[str]
    others: Mapped[list[str]]
    by: Mapped[str]
    at: Mapped[datetime]
    note: Mapped[str | None]
    sides: Mapped[list[Any]]
    type: Mapped[str | None]
    said: Mapped[list[str]]
    undoes: Mapped[int | None] = mapped_column(Number)


class MarkRow(Table):
    """What was remembered of the last run, by name."""

    __tablename__ = "marks"

    name: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
