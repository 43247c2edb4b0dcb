"""Revisions: every version of every article, where it lies in the archive, and whether it was read."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import datetime
from itertools import pairwise

from sqlalchemy import Select, func, select, tuple_
from sqlalchemy.orm import Session

from corroborate.errors import UnknownId
from corroborate.model.articles import Readability, Reading
from corroborate.model.pages import ArchiveLink, Revision
from corroborate.model.records import RevisionRecord
from corroborate.store.changes import figure_changes
from corroborate.store.columns import Values, batches, insert_new, upsert
from corroborate.store.edits import edit_of
from corroborate.store.engine import Database
from corroborate.store.loading import load_readings
from corroborate.store.tables import ArticleRow, ReadingRow, RevisionRow

BATCH = 200
DROPPED = ""
"""Stands for the archive file of a version whose page was let go of when its time was over."""
SHARE = 40
"""Versions that a program holds at a time when several share the work; more than it hands out ahead to four processes."""
EDITED = 50
"""Edited articles loaded at a time, each in all its versions."""


class Revisions:
    """Versions of articles, in order of when they were first met."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, revision: Revision) -> None:
        """Keep a version; one that is known stays as it was first met."""
        self.add_all([revision])

    def add_all(self, revisions: Sequence[Revision]) -> None:
        """The same of several, all of them or none."""
        with self._database.writing() as session:
            insert_new(session, RevisionRow, [to_row(revision) for revision in revisions])

    def get(self, identity: str) -> Revision:
        """The version of that id. Raises UnknownId."""
        with self._database.reading() as session:
            row = session.get(RevisionRow, identity)
        if row is None:
            raise UnknownId(f"there is no revision {identity}", "see `corroborate export revisions` for the ids")
        return from_row(row)

    def of(self, article: str) -> tuple[Revision, ...]:
        """The versions of an article, in order of when they were seen; empty for an article of which there is none."""
        query = select(RevisionRow).where(RevisionRow.article == article).order_by(RevisionRow.seen, RevisionRow.id)
        with self._database.reading() as session:
            return tuple(from_row(row) for row in session.scalars(query))

    def of_all(self, articles: Iterable[str]) -> dict[str, tuple[Revision, ...]]:
        """The same for several articles; those without a version are left out."""
        found: dict[str, list[Revision]] = defaultdict(list)
        with self._database.reading() as session:
            for batch in batches(articles):
                query = select(RevisionRow).where(RevisionRow.article.in_(batch)).order_by(RevisionRow.seen, RevisionRow.id)
                for row in session.scalars(query):
                    found[row.article].append(from_row(row))
        return {article: tuple(versions) for article, versions in found.items()}

    def latest(self, article: str) -> Revision | None:
        """The version seen last, None where there is none yet."""
        versions = self.of(article)
        return versions[-1] if versions else None

    def unread(self, version: str) -> Iterator[Revision]:
        """Versions that `version` of the extractor has neither read nor failed to read, oldest first.

        Readings may be saved while this goes on.
        """
        query = _unread(version).order_by(RevisionRow.seen, RevisionRow.id).limit(BATCH)
        following = query
        while True:
            with self._database.reading() as session:
                rows = session.scalars(following).all()
            yield from (from_row(row) for row in rows)
            if len(rows) < BATCH:
                return
            following = query.where(tuple_(RevisionRow.seen, RevisionRow.id) > (rows[-1].seen, rows[-1].id))

    def shared_out(self, version: str) -> Iterator[Revision]:
        """The same, but several programs may go through them at once and each version is given to one of them.

        On PostgreSQL a program holds the rows that it is at work on, and the server lets go of them when it ends, however it
        does; the others pass over them. On SQLite each gets all, and what is read twice is the same.
        """
        if self._database.dialect == "sqlite":
            yield from self.unread(version)
            return
        met, fresh = set[str](), True
        while fresh:
            fresh = False
            for revision in self._held(version):
                if revision.id not in met:
                    met.add(revision.id)
                    fresh = True
                    yield revision

    def _held(self, version: str) -> Iterator[Revision]:
        """Unread versions that nobody else holds. Those before the last ones are held too: they may be under way still."""
        query = _unread(version).order_by(RevisionRow.seen, RevisionRow.id).limit(SHARE).with_for_update(skip_locked=True, of=RevisionRow)
        following, holding = query, deque[ExitStack]()
        try:
            while True:
                holding.append(ExitStack())
                rows = holding[-1].enter_context(self._database.writing()).scalars(following).all()
                yield from (from_row(row) for row in rows)
                if len(rows) < SHARE:
                    return
                following = query.where(tuple_(RevisionRow.seen, RevisionRow.id) > (rows[-1].seen, rows[-1].id))
                if len(holding) > 1:
                    holding.popleft().close()
        finally:
            for stack in holding:
                stack.close()

    def count_unread(self, version: str) -> int:
        """How many `unread` gives."""
        with self._database.reading() as session:
            return session.scalar(select(func.count()).select_from(_unread(version).subquery())) or 0

    def fail(self, revision: str, version: str, reason: str) -> None:
        """Remember that this version of the extractor cannot read it; an earlier reading stays."""
        with self._database.writing() as session:
            upsert(session, ReadingRow, [{"revision": revision, "version": version, "failure": reason}])

    def reserving(self) -> frozenset[str]:
        """The outlets that reserve their texts, by what any of their pages or files told."""
        query = select(RevisionRow.outlet).where(RevisionRow.reserved.is_not(None)).distinct()
        with self._database.reading() as session:
            return frozenset(session.scalars(query))

    def archived(self) -> Iterator[tuple[str, int]]:
        """Each archive file that holds a version, and where its last one ends."""
        ends = func.max(RevisionRow.archive_offset + RevisionRow.archive_length)
        query = (
            select(RevisionRow.archive_file, ends)
            .where(RevisionRow.archive_file != DROPPED)
            .group_by(RevisionRow.archive_file)
            .order_by(RevisionRow.archive_file)
        )
        with self._database.reading() as session:
            found = [(row[0], row[1]) for row in session.execute(query)]
        yield from found

    def failures(self) -> dict[str, str]:
        """Revisions that could not be read, each with the reason."""
        query = select(ReadingRow.revision, ReadingRow.failure).where(ReadingRow.failure.is_not(None)).order_by(ReadingRow.revision)
        with self._database.reading() as session:
            return {revision: reason or "" for revision, reason in session.execute(query)}

    def records(self, since: datetime | None = None, article: str | None = None) -> Iterator[RevisionRecord]:
        """Each readable version against the one before it, article by article.

        Only versions seen at or after `since`, and only of `article`, where these are given.
        """
        with self._database.reading() as session:
            edited = session.scalars(_edited(since, article)).all()
        for articles in batches(edited, EDITED):
            with self._database.reading() as session:
                found = changed_records(session, articles)
            yield from (one for one in found if since is None or one.revision.seen >= since)


def _unread(version: str) -> Select[RevisionRow]:
    read = select(ReadingRow.revision).where(ReadingRow.revision == RevisionRow.id, ReadingRow.version == version)
    return select(RevisionRow).where(~read.exists(), RevisionRow.archive_file != DROPPED)


def _edited(since: datetime | None, article: str | None) -> Select[str]:
    """Articles with two readable versions or more, in order of their last one."""
    latest = func.max(RevisionRow.seen)
    query = (
        select(RevisionRow.article)
        .join(ArticleRow, ArticleRow.revision == RevisionRow.id)
        .where(ArticleRow.readability == Readability.READ.value)
        .group_by(RevisionRow.article)
        .having(func.count() > 1)
        .order_by(latest, RevisionRow.article)
    )
    query = query if article is None else query.where(RevisionRow.article == article)
    return query if since is None else query.having(latest >= since)


def changed_records(session: Session, articles: Sequence[str]) -> list[RevisionRecord]:
    """Each readable version of these articles against the one before it."""
    return [
        RevisionRecord(revision, old.article.revision, figure_changes(old, new), edit_of(old.article, new.article))
        for history in _histories(session, articles)
        for (old, _), (new, revision) in pairwise(history)
    ]


def _histories(session: Session, articles: Sequence[str]) -> list[list[tuple[Reading, Revision]]]:
    """The readable versions of each article, in order of time; a page that repeats the text before it is no version."""
    query = select(RevisionRow).where(RevisionRow.article.in_(articles)).order_by(RevisionRow.seen, RevisionRow.id)
    rows = session.scalars(query).all()
    readings = {reading.article.revision: reading for reading in load_readings(session, [row.id for row in rows])}
    histories: dict[str, list[tuple[Reading, Revision]]] = {article: [] for article in articles}
    for row in rows:
        reading = readings.get(row.id)
        history = histories[row.article]
        if reading is not None and reading.article.readability is Readability.READ and not _repeats(history, reading):
            history.append((reading, from_row(row)))
    return list(histories.values())


def _repeats(history: Sequence[tuple[Reading, Revision]], reading: Reading) -> bool:
    return bool(history) and history[-1][0].article.text_digest == reading.article.text_digest


def to_row(revision: Revision) -> Values:
    """The version as its table holds it."""
    return {
        "id": revision.id,
        "article": revision.article,
        "url": revision.url,
        "outlet": revision.outlet,
        "digest": revision.digest,
        "seen": revision.seen,
        "archive_file": revision.archived.file,
        "archive_offset": revision.archived.offset,
        "archive_length": revision.archived.length,
        "title": revision.title,
        "published": revision.published,
        "source": revision.source,
        "reserved": "; ".join(revision.reserved) or None,
    }


def from_row(row: RevisionRow) -> Revision:
    """The version of a row."""
    return Revision(
        id=row.id,
        article=row.article,
        url=row.url,
        outlet=row.outlet,
        digest=row.digest,
        seen=row.seen,
        archived=ArchiveLink(row.archive_file, row.archive_offset, row.archive_length),
        title=row.title,
        published=row.published,
        source=row.source,
        reserved=tuple(row.reserved.split("; ")) if row.reserved else (),
    )
