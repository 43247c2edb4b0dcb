"""Whole tables for export: read in one pass each, a few thousand rows at a time, as columns of plain values.

Claims come in the order in which they were first kept, everything else in the order of time. Reading them here costs a
twentieth of making a value of the model out of each, and nothing is held but the rows at hand.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Executable, ScalarSelect, Select, distinct, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from corroborate.model.articles import Readability
from corroborate.model.queries import Query
from corroborate.store.claim_dumps import SIZE, Columns, claim_columns
from corroborate.store.engine import Database
from corroborate.store.stories import counted_stories
from corroborate.store.tables import ArticleRow, ClaimRow, GroupClaimRow, GroupRow, OriginRow, RevisionRow, StoryArticleRow, StoryRow


class Dumps:
    """Tables as columns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def claims(self, where: Query | None = None) -> Iterator[Columns]:
        """Claims of current versions, with their articles and places; only those that answer a query."""
        with self._database.reading() as session:
            yield from claim_columns(session, where)

    def groups(self) -> Iterator[Columns]:
        """Claim groups with how many outlets and origins answer them."""
        members = select(func.count(distinct(ClaimRow.outlet))).join(GroupClaimRow, GroupClaimRow.claim == ClaimRow.id)
        outlets = members.where(GroupClaimRow.group_id == GroupRow.id).correlate(GroupRow).scalar_subquery()
        origins = _count(OriginRow.id, OriginRow.group_id == GroupRow.id)
        columns = [getattr(GroupRow, name) for name in ("id", "story_id", "question", "kind", "unit", "agreement", "verdict")]
        columns += [GroupRow.low, GroupRow.high, GroupRow.wordings, GroupRow.first_seen, GroupRow.last_changed]
        yield from self._plain(select(*columns, outlets.label("outlets"), origins.label("origins")), (GroupRow.first_seen, GroupRow.id))

    def stories(self) -> Iterator[Columns]:
        """Stories with how many articles, outlets and origins there are."""
        yield from self._plain(counted_stories(), (StoryRow.first, StoryRow.id))

    def articles(self) -> Iterator[Columns]:
        """The current version of every article."""
        kept = _count(RevisionRow.id, RevisionRow.article == ArticleRow.article)
        versions = ArticleRow.__table__.alias("versions")
        read = select(func.count()).select_from(versions).where(versions.c.article == ArticleRow.article).correlate(ArticleRow)
        story = select(func.min(StoryArticleRow.story_id)).where(StoryArticleRow.article == ArticleRow.article).correlate(ArticleRow)
        names = ("article", "url", "outlet", "title", "byline", "published", "published_source", "language")
        columns = [getattr(ArticleRow, name) for name in names]
        counted = (kept.label("kept"), read.scalar_subquery().label("read"), story.scalar_subquery().label("story"))
        yield from self._plain(select(*columns, *counted).where(ArticleRow.current), (ArticleRow.as_of, ArticleRow.article))

    def texts(self) -> Iterator[tuple[str, str]]:
        """The text of every article that could be read, by its digest."""
        query = select(ArticleRow.text_digest, ArticleRow.text).where(ArticleRow.readability == Readability.READ.value)
        with self._database.reading() as session:
            for rows in _parts(session, query.order_by(ArticleRow.revision)):
                yield from ((row[0], row[1]) for row in rows)

    def _plain(self, query: Select[Any], order: tuple[InstrumentedAttribute[Any], ...]) -> Iterator[Columns]:
        names = [column["name"] for column in query.column_descriptions]
        with self._database.reading() as session:
            for rows in _parts(session, query.order_by(*order)):
                yield dict(zip(names, zip(*rows, strict=True), strict=True))


def _parts(session: Session, query: Executable) -> Iterator[Sequence[Any]]:
    """The rows, so many at a time, without the whole of them ever being in memory."""
    options = {"stream_results": True, "max_row_buffer": SIZE}
    with session.connection().execute(query, execution_options=options) as result:
        yield from result.partitions(SIZE)


def _count(column: InstrumentedAttribute[str], condition: ColumnElement[bool]) -> ScalarSelect[int]:
    return select(func.count(column)).where(condition).correlate_except(column.class_).scalar_subquery()
