"""Visits: the articles that feeds announced, and when each is fetched next."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from itertools import chain

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from corroborate.errors import UnknownId
from corroborate.model.findings import Verdict
from corroborate.model.pages import Revision, Visit, VisitState
from corroborate.store.columns import Insert, Values, batches, insert_into, insert_new, upsert
from corroborate.store.engine import Database
from corroborate.store.revisions import to_row as revision_to_row
from corroborate.store.tables import ClaimRow, GroupClaimRow, GroupRow, RevisionRow, VisitRow

ANNOUNCED = ("title", "published", "source")
"""What a later feed may add to an article that an earlier one announced without it."""


class Visits:
    """The state of every announced article."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def due(self, now: datetime, limit: int | None = None) -> tuple[Visit, ...]:
        """Articles to be fetched by now, longest due first."""
        query = select(VisitRow).where(VisitRow.next_at <= now).order_by(VisitRow.next_at, VisitRow.article).limit(limit)
        with self._database.reading() as session:
            return tuple(from_row(row) for row in session.scalars(query))

    def next_due(self) -> datetime | None:
        """When the next article is to be fetched, None where none is."""
        with self._database.reading() as session:
            return session.scalar(select(func.min(VisitRow.next_at)))

    def disputed(self, since: datetime) -> tuple[Visit, ...]:
        """Articles announced since then with a figure in a claim group that is disputed, in order of their ids."""
        contradicted = (
            select(ClaimRow.article)
            .join(GroupClaimRow, GroupClaimRow.claim == ClaimRow.id)
            .join(GroupRow, GroupRow.id == GroupClaimRow.group_id)
            .where(GroupRow.verdict == Verdict.DISPUTED.value)
        )
        query = select(VisitRow).where(VisitRow.first_seen >= since, VisitRow.article.in_(contradicted)).order_by(VisitRow.article)
        with self._database.reading() as session:
            return tuple(from_row(row) for row in session.scalars(query))

    def save(self, visit: Visit, revision: Revision | None) -> None:
        """An article was fetched, or was not: its state, with the new version where there is one."""
        self.save_all([(visit, revision)])

    def save_all(self, done: Sequence[tuple[Visit, Revision | None]]) -> None:
        """The same for several at once: all of them or none."""
        if not done:
            return
        with self._database.writing() as session:
            upsert(session, VisitRow, [to_row(visit) for visit, _ in done])
            insert_new(session, RevisionRow, [revision_to_row(revision) for _, revision in done if revision is not None])

    def get(self, article: str) -> Visit:
        """The visit of an article. Raises UnknownId."""
        with self._database.reading() as session:
            row = session.get(VisitRow, article)
        if row is None:
            raise UnknownId(f"no feed announced an article {article}", "see `corroborate export articles` for the ids")
        return from_row(row)

    def known(self, articles: Iterable[str]) -> frozenset[str]:
        """Those of the article ids that were announced before."""
        with self._database.reading() as session:
            found = (session.scalars(select(VisitRow.article).where(VisitRow.article.in_(batch))) for batch in batches(articles))
            return frozenset(chain.from_iterable(found))

    def all(self) -> tuple[Visit, ...]:
        """Every announced article, in order of announcement."""
        with self._database.reading() as session:
            rows = session.scalars(select(VisitRow).order_by(VisitRow.first_seen, VisitRow.article))
            return tuple(from_row(row) for row in rows)


def announce(session: Session, visits: Iterable[Visit]) -> None:
    """Add articles that are new; of the others only fill in what no feed had told yet."""
    for batch in batches(visits):
        session.connection().execute(_announcing(session.get_bind().dialect.name), [to_row(visit) for visit in batch])


@cache
def _announcing(dialect: str) -> Insert:
    statement = insert_into(dialect, VisitRow)
    excluded = statement.excluded
    filled = {name: func.coalesce(getattr(VisitRow, name), excluded[name]) for name in ANNOUNCED}
    adds = or_(*(getattr(VisitRow, name).is_(None) & excluded[name].is_not(None) for name in ANNOUNCED))
    return statement.on_conflict_do_update(index_elements=["article"], set_=filled, where=adds)


def to_row(visit: Visit) -> Values:
    """The visit as its table holds it."""
    return {
        "article": visit.article,
        "url": visit.url,
        "outlet": visit.outlet,
        "found_in": visit.found_in,
        "first_seen": visit.first_seen,
        "next_at": visit.next_at,
        "title": visit.title,
        "published": visit.published,
        "source": visit.source,
        "state": visit.state.value,
        "reason": visit.reason,
        "checks": visit.checks,
        "tries": visit.tries,
        "etag": visit.etag,
        "last_modified": visit.last_modified,
    }


def from_row(row: VisitRow) -> Visit:
    """The visit of a row."""
    return Visit(
        article=row.article,
        url=row.url,
        outlet=row.outlet,
        found_in=row.found_in,
        first_seen=row.first_seen,
        next_at=row.next_at,
        title=row.title,
        published=row.published,
        source=row.source,
        state=VisitState(row.state),
        reason=row.reason,
        checks=row.checks,
        tries=row.tries,
        etag=row.etag,
        last_modified=row.last_modified,
    )
