"""Readings: article versions with their claims, and which version stands for its article."""

from collections.abc import Collection, Iterator
from datetime import datetime
from itertools import takewhile

from sqlalchemy import Select, case, func, select, tuple_, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from corroborate.model.articles import Readability, Reading
from corroborate.model.records import ArticleRecord
from corroborate.store.columns import Values, batches, delete_by, upsert
from corroborate.store.engine import Database
from corroborate.store.loading import article_from_row, article_to_row, claim_to_row, load_readings
from corroborate.store.tables import ArticleRow, ClaimRow, DueArticleRow, ReadingRow, RevisionRow, StoryArticleRow

BATCH = 200


class Readings:
    """What was read out of each revision."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, reading: Reading, version: str) -> None:
        """Keep what `version` of the extractor read; it replaces any earlier reading of that revision."""
        article = reading.article
        rows = [claim_to_row(claim, article, position) for position, claim in enumerate(reading.claims)]
        with self._database.writing() as session:
            upsert(session, ArticleRow, [article_to_row(article)], keep=("current",))
            known = session.scalars(select(ClaimRow.id).where(ClaimRow.revision == article.revision)).all()
            delete_by(session, ClaimRow.id, set(known) - {row["id"] for row in rows})
            upsert(session, ClaimRow, rows, keys=("id",), keep=("current", "found_marks"))
            upsert(session, ReadingRow, [_reading_row(reading, version)])
            _mark_due(session, article.id, article.revision, changed=_settle_current(session, article.id))

    def current(self, since: datetime | None = None, ids: Collection[str] | None = None) -> Iterator[Reading]:
        """Of each article the version that stands for it, ordered by as-of time and revision.

        That is the latest readable one, or the first of those that say the same as it; where none could be read, the
        latest. `since` bounds the as-of time, `ids`
        the articles.
        """
        if ids is not None:
            yield from self._current_of(ids, since)
            return
        for rows in self._current_keys(since):
            with self._database.reading() as session:
                found = load_readings(session, rows)
            yield from found

    def of_revision(self, revision: str) -> Reading | None:
        """What was read out of a revision, None where nothing was."""
        with self._database.reading() as session:
            return next(iter(load_readings(session, [revision])), None)

    def articles(self, since: datetime | None = None) -> Iterator[ArticleRecord]:
        """Every article, with how many versions there are and its story."""
        for rows in self._current_keys(since):
            with self._database.reading() as session:
                found = load_articles(session, rows)
            yield from found

    def _current_of(self, ids: Collection[str], since: datetime | None) -> Iterator[Reading]:
        query = _current(since)
        with self._database.reading() as session:
            found = [key for batch in batches(sorted(set(ids))) for key in session.execute(query.where(ArticleRow.article.in_(batch)))]
        for rows in batches(sorted(found, key=tuple), BATCH):
            with self._database.reading() as session:
                readings = load_readings(session, [row.revision for row in rows])
            yield from readings

    def _current_keys(self, since: datetime | None) -> Iterator[list[str]]:
        """Revisions of current versions, in order, in batches."""
        query = _current(since).order_by(ArticleRow.as_of, ArticleRow.article).limit(BATCH)
        following = query
        while True:
            with self._database.reading() as session:
                keys = session.execute(following).all()
            if keys:
                yield [key.revision for key in keys]
            if len(keys) < BATCH:
                return
            following = query.where(tuple_(ArticleRow.as_of, ArticleRow.article) > (keys[-1].as_of, keys[-1].article))


def _reading_row(reading: Reading, version: str) -> Values:
    numerals = reading.numerals
    counted = {"numerals": numerals and numerals.shown, "numerals_kept": numerals and numerals.kept}
    return {"revision": reading.article.revision, "version": version, "failure": None, **counted}


def load_articles(session: Session, revisions: list[str]) -> list[ArticleRecord]:
    """The records of these versions, ordered by as-of time and article; three queries however many there are."""
    rows = session.scalars(select(ArticleRow).where(ArticleRow.revision.in_(revisions))).all()
    ids = [row.article for row in rows]
    counts = dict(_counts(session, RevisionRow.article, ids))
    read = dict(_counts(session, ArticleRow.article, ids))
    placed = select(StoryArticleRow.article, func.min(StoryArticleRow.story_id)).where(StoryArticleRow.article.in_(ids))
    stories = {row[0]: row[1] for row in session.execute(placed.group_by(StoryArticleRow.article))}
    records = [
        ArticleRecord(article_from_row(row), max(counts.get(row.article, 0), read[row.article]), stories.get(row.article)) for row in rows
    ]
    return sorted(records, key=lambda record: (record.article.as_of, record.article.id))


def _counts(session: Session, column: InstrumentedAttribute[str], ids: list[str]) -> list[tuple[str, int]]:
    query = select(column, func.count()).where(column.in_(ids)).group_by(column)
    return [(article, number) for article, number in session.execute(query)]


def _current(since: datetime | None) -> Select[datetime, str, str]:
    query = select(ArticleRow.as_of, ArticleRow.article, ArticleRow.revision).where(ArticleRow.current)
    return query if since is None else query.where(ArticleRow.as_of >= since)


def _settle_current(session: Session, article: str) -> bool:
    """Mark the version that stands for the article, and its claims with it; tells whether it is another than before.

    That is the latest readable one; but a later page that says the same in other markup is no other version.
    """
    readable = case((ArticleRow.readability == Readability.READ.value, 1), else_=0)
    said = (readable, ArticleRow.text_digest, ArticleRow.title, ArticleRow.published, ArticleRow.modified)
    before = session.scalar(select(ArticleRow.revision).where(ArticleRow.article == article, ArticleRow.current))
    versions = select(ArticleRow.revision, *said).where(ArticleRow.article == article)
    latest, *earlier = session.execute(versions.order_by(readable.desc(), ArticleRow.seen.desc(), ArticleRow.revision.desc())).all()
    same = takewhile(lambda version: version[1:] == latest[1:], earlier)
    chosen = [latest, *same][-1].revision
    for table in (ArticleRow, ClaimRow):
        stands = table.revision == chosen
        wrong = update(table).where(table.article == article, table.current != stands).values(current=stands)
        session.execute(wrong, execution_options={"synchronize_session": False})
    return bool(chosen != before)


def _mark_due(session: Session, article: str, read: str, *, changed: bool) -> None:
    """Remember that the article is to be matched where the version that stands for it was read, or is another than before."""
    query = standing_readings().where(ArticleRow.article == article)
    row = session.execute(query if changed else query.where(ArticleRow.revision == read)).one_or_none()
    if row is not None:
        upsert(session, DueArticleRow, [{"article": article, "as_of": row.as_of, "reading": row.reading}])


def standing_readings() -> Select[str, datetime, str]:
    """Each article with its as-of time and which reading of which version stands for it."""
    reading = ArticleRow.revision + " " + func.coalesce(ReadingRow.version, "")
    return (
        select(ArticleRow.article, ArticleRow.as_of, reading.label("reading"))
        .outerjoin(ReadingRow, ReadingRow.revision == ArticleRow.revision)
        .where(ArticleRow.current)
    )
