"""What is to be matched: articles read since, and stories about which something else changed.

An entry is made in the transaction that makes it necessary and goes in the one that saves what was found, so that a run
killed at any point loses none.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from corroborate.store.columns import batches, delete_by, insert_new, upsert
from corroborate.store.engine import Database
from corroborate.store.readings import standing_readings
from corroborate.store.tables import ArticleRow, DueArticleRow, DueStoryRow, MarkRow, SketchRow, StoryRow

GENERATION = "generation"
"""The mark that counts how often stories were saved."""


@dataclass(frozen=True, slots=True)
class DueArticle:
    """An article to be matched; `reading` tells which reading of which version."""

    article: str
    as_of: datetime
    reading: str


class Due:
    """Articles and stories that wait to be matched."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def articles(self, limit: int, among: Collection[str] | None = None) -> tuple[DueArticle, ...]:
        """The first articles to be matched, in order of as-of time; `among` narrows to these."""
        query = select(DueArticleRow).order_by(DueArticleRow.as_of, DueArticleRow.article)
        with self._database.reading() as session:
            if among is None:
                rows = list(session.scalars(query.limit(limit)))
            else:
                rows = [row for batch in batches(sorted(among)) for row in session.scalars(query.where(DueArticleRow.article.in_(batch)))]
        found = [DueArticle(row.article, row.as_of, row.reading) for row in rows]
        return tuple(sorted(found, key=lambda one: (one.as_of, one.article))[:limit])

    def stories(self, limit: int | None = None) -> tuple[str, ...]:
        """Stories to be gone through again, at most so many."""
        with self._database.reading() as session:
            return tuple(session.scalars(select(DueStoryRow.story).order_by(DueStoryRow.story).limit(limit)))

    def begin_anew(self, name: str, text: str) -> None:
        """Match every article anew, where the mark of that name says something else than `text`."""
        with self._database.writing() as session:
            if _remarked(session, name, text) == text:
                return
            bump(session)
            session.execute(delete(SketchRow))
            session.execute(delete(DueArticleRow))
            session.execute(insert(DueArticleRow).from_select(["article", "as_of", "reading"], standing_readings()))

    def revisit(self, name: str, text: str, *, instead: str | None = None, among: Collection[str] = ()) -> None:
        """Go through every story again, where the mark of that name says something else than `text`; only through those `among`
        them where it says what is given as `instead`.
        """
        with self._database.writing() as session:
            known = _remarked(session, name, text)
            if known == text:
                return
            if known == instead:
                mark_stories(session, among)
                return
            session.execute(delete(DueStoryRow))
            session.execute(insert(DueStoryRow).from_select(["story"], select(StoryRow.id)))

    def marks(self, names: Collection[str]) -> dict[str, str]:
        """What is remembered under these names."""
        with self._database.reading() as session:
            return {row.name: row.text for row in session.scalars(select(MarkRow).where(MarkRow.name.in_(names)))}


def mark_stories(session: Session, stories: Iterable[str]) -> None:
    """These stories are to be gone through again."""
    insert_new(session, DueStoryRow, [{"story": story} for story in sorted(set(stories))])


def mark_articles(session: Session, articles: Collection[str]) -> None:
    """These articles are to be matched again."""
    for batch in batches(sorted(articles)):
        rows = session.execute(standing_readings().where(ArticleRow.article.in_(batch))).all()
        upsert(session, DueArticleRow, [{"article": row.article, "as_of": row.as_of, "reading": row.reading} for row in rows])


def settle_due(session: Session, articles: Iterable[DueArticle], stories: Iterable[str]) -> None:
    """These were matched; an article that was read anew meanwhile stays due."""
    met = {due.article: due.reading for due in articles}
    for batch in batches(sorted(met)):
        query = select(DueArticleRow.article, DueArticleRow.reading).where(DueArticleRow.article.in_(batch)).with_for_update()
        delete_by(session, DueArticleRow.article, [row.article for row in session.execute(query) if met[row.article] == row.reading])
    delete_by(session, DueStoryRow.story, stories)


def generation(session: Session, *, hold: bool = False) -> int:
    """Counts the savings that changed which articles are in which story; with `hold` nobody else saves until the end."""
    query = select(MarkRow.text).where(MarkRow.name == GENERATION)
    if hold:
        insert_new(session, MarkRow, [{"name": GENERATION, "text": "0"}])
        query = query.with_for_update()
    return int(session.scalar(query) or 0)


def bump(session: Session) -> int:
    """Tell others that what they have in memory is out of date; returns the new count."""
    following = generation(session, hold=True) + 1
    upsert(session, MarkRow, [{"name": GENERATION, "text": str(following)}])
    return following


def _remarked(session: Session, name: str, text: str) -> str | None:
    """What the mark said before; from now on it says this."""
    insert_new(session, MarkRow, [{"name": name, "text": ""}])
    known = session.scalar(select(MarkRow.text).where(MarkRow.name == name).with_for_update())
    upsert(session, MarkRow, [{"name": name, "text": text}])
    return known
