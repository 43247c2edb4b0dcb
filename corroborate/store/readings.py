"""Readings: article versions with their claims, and which version stands for its article."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from typing import NamedTuple
from zlib import crc32

from sqlalchemy import Select, bindparam, func, select, text, tuple_, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from corroborate.model.articles import Article, Readability, Reading
from corroborate.model.records import ArticleRecord
from corroborate.store.columns import Values, batches, delete_by, storable, upsert
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
        self.save_all([reading], version)

    def save_all(self, readings: Sequence[Reading], version: str) -> None:
        """The same for several revisions, all of them or none."""
        if not readings:
            return
        read = {reading.article.revision for reading in readings}
        with self._database.writing() as session:
            articles = [reading.article for reading in readings]
            _take(session, {article.id for article in articles})
            standing = _standing(session, articles)
            stand = {one.chosen for one in standing}
            upsert(session, ArticleRow, [_flagged(article_to_row(one.article), stand) for one in readings], keep=("current",))
            rows = [_flagged(row, stand) for reading in readings for row in _claim_rows(reading)]
            known = session.scalars(CLAIMS_OF, {"keys": sorted(read)}).all()
            delete_by(session, ClaimRow.id, set(known) - {row["id"] for row in rows})
            upsert(session, ClaimRow, rows, keys=("id",), keep=("current", "found_marks"))
            upsert(session, ReadingRow, [_reading_row(reading, version) for reading in readings])
            _settle_current(session, [one for one in standing if one.is_moved])
            _mark_due(session, [one.article for one in standing if one.chosen != one.before or one.chosen in read])

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


def _claim_rows(reading: Reading) -> list[Values]:
    return [claim_to_row(claim, reading.article, position) for position, claim in enumerate(reading.claims)]


def _flagged(row: Values, stand: Set[str]) -> Values:
    """The row as it is at once where its version stands for the article: changing it afterwards would cost as much again."""
    return {**row, "current": row["revision"] in stand}


@dataclass(frozen=True, slots=True)
class Standing:
    """Which version of an article stands for it, and which did before; `is_moved` where a row says otherwise."""

    article: str
    before: str | None
    chosen: str
    is_moved: bool


class Version(NamedTuple):
    """A version in the order of which the last one stands, and what it says."""

    is_readable: bool
    seen: datetime
    revision: str
    said: tuple[str, str | None, datetime | None, datetime | None]


def _take(session: Session, articles: Set[str]) -> None:
    """Hold articles until the end of the transaction: two programs that save versions of one at once would make both stand for it.

    SQLite lets only one write.
    """
    if session.get_bind().dialect.name == "postgresql":
        for key in sorted({crc32(article.encode()) for article in articles}):
            session.execute(TAKING, {"key": ARTICLES + key})


def _standing(session: Session, articles: Sequence[Article]) -> list[Standing]:
    """The version that will stand for each article once these are saved, in order of their articles.

    That is the latest readable one; but a later page that says the same in other markup is no other version.
    """
    versions = defaultdict[str, dict[str, Version]](dict)
    current = defaultdict[str, list[str]](list)
    for row in session.execute(VERSIONS, {"keys": sorted({article.id for article in articles})}):
        said = (row.text_digest, row.title, row.published, row.modified)
        versions[row.article][row.revision] = Version(row.readability == READABLE, row.seen, row.revision, said)
        if row.current:
            current[row.article].append(row.revision)
    for one in articles:
        said = (one.text_digest, one.title and storable(one.title), one.published, one.modified)
        versions[one.id][one.revision] = Version(one.readability.value == READABLE, one.seen, one.revision, said)
    found = []
    for article, known in sorted(versions.items()):
        chosen, before = _first_alike(sorted(known.values(), reverse=True)), current[article]
        found.append(Standing(article, before[0] if before else None, chosen, bool(before) and before != [chosen]))
    return found


def _first_alike(versions: Sequence[Version]) -> str:
    """Of the versions that say in a row what the last one says, newest first, the one that said it first."""
    latest = versions[0]
    return list(takewhile(lambda one: (one.is_readable, one.said) == (latest.is_readable, latest.said), versions))[-1].revision


def _settle_current(session: Session, moved: Sequence[Standing]) -> None:
    """Mark the version that stands for each article, and its claims with it, where another did."""
    for one in moved:
        for table in (ArticleRow, ClaimRow):
            stands = table.revision == one.chosen
            wrong = update(table).where(table.article == one.article, table.current != stands).values(current=stands)
            session.execute(wrong, execution_options={"synchronize_session": False})


def _mark_due(session: Session, articles: Sequence[str]) -> None:
    """Remember that articles are to be matched of which the version that stands for them was read, or is another than before."""
    rows = session.execute(STANDING, {"keys": articles}).all() if articles else []
    upsert(session, DueArticleRow, [{"article": row.article, "as_of": row.as_of, "reading": row.reading} for row in rows])


def standing_readings() -> Select[str, datetime, str]:
    """Each article with its as-of time and which reading of which version stands for it."""
    reading = ArticleRow.revision + " " + func.coalesce(ReadingRow.version, "")
    return (
        select(ArticleRow.article, ArticleRow.as_of, reading.label("reading"))
        .outerjoin(ReadingRow, ReadingRow.revision == ArticleRow.revision)
        .where(ArticleRow.current)
    )


ARTICLES = 0x617274 << 32
TAKING = text("SELECT pg_advisory_xact_lock(:key)")
READABLE = Readability.READ.value
CLAIMS_OF = select(ClaimRow.id).where(ClaimRow.revision.in_(bindparam("keys", expanding=True)))
VERSIONS = select(
    ArticleRow.article,
    ArticleRow.revision,
    ArticleRow.readability,
    ArticleRow.seen,
    ArticleRow.text_digest,
    ArticleRow.title,
    ArticleRow.published,
    ArticleRow.modified,
    ArticleRow.current,
).where(ArticleRow.article.in_(bindparam("keys", expanding=True)))
STANDING = standing_readings().where(ArticleRow.article.in_(bindparam("keys", expanding=True)))
