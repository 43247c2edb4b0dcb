"""What matched articles are compared by, kept so that matching goes on from where it stopped. What a sketch says is match's own affair."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased

from corroborate.store.columns import Values, batches, delete_by, upsert
from corroborate.store.due import generation
from corroborate.store.engine import Database
from corroborate.store.tables import SketchRow, StoryArticleRow


@dataclass(frozen=True, slots=True)
class SketchRecord:
    """What one article is compared by, as match wrote it, and the version that it is of."""

    article: str
    revision: str
    as_of: datetime
    document: bytes


class Sketches:
    """What articles are compared by."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def since(self, moment: datetime | None) -> tuple[int, tuple[SketchRecord, ...]]:
        """Those that stand at `moment` or later, all without one, and every other of a story with such an article.

        Comes with the count of savings that they are the result of.
        """
        with self._database.reading() as session:
            rows = session.scalars(select(SketchRow) if moment is None else select(SketchRow).where(SketchRow.as_of >= moment)).all()
            found = [from_row(row) for row in rows]
            if moment is not None:
                known = {one.article for one in found}
                found += [from_row(row) for row in _earlier_of_their_stories(session, moment) if row.article not in known]
            return generation(session), tuple(found)

    def moments(self, articles: Collection[str]) -> dict[str, datetime]:
        """When the matched versions of these articles stand."""
        with self._database.reading() as session:
            found = dict[str, datetime]()
            for batch in batches(sorted(articles)):
                query = select(SketchRow.article, SketchRow.as_of).where(SketchRow.article.in_(batch))
                found |= {row.article: row.as_of for row in session.execute(query)}
            return found

    def generation(self) -> int:
        """Counts the savings that changed which articles are in which story."""
        with self._database.reading() as session:
            return generation(session)


def _earlier_of_their_stories(session: Session, moment: datetime) -> Iterator[SketchRow]:
    late, member = aliased(SketchRow), aliased(StoryArticleRow)
    stories: Select[str] = (
        select(StoryArticleRow.story_id).join(late, late.article == StoryArticleRow.article).where(late.as_of >= moment).distinct()
    )
    query = (
        select(SketchRow).join(member, member.article == SketchRow.article).where(member.story_id.in_(stories), SketchRow.as_of < moment)
    )
    yield from session.scalars(query)


def save_sketches(session: Session, kept: Iterable[SketchRecord], removed: Iterable[str]) -> None:
    """Keep these sketches, and none of the articles removed."""
    delete_by(session, SketchRow.article, removed)
    upsert(session, SketchRow, [to_row(one) for one in kept])


def to_row(sketch: SketchRecord) -> Values:
    """The sketch as its table holds it."""
    return {"article": sketch.article, "revision": sketch.revision, "as_of": sketch.as_of, "document": sketch.document}


def from_row(row: SketchRow) -> SketchRecord:
    """The sketch of a row."""
    return SketchRecord(row.article, row.revision, row.as_of, row.document)
