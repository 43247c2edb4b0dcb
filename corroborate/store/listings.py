"""Stories, groups, discrepancies, articles and revisions page by page, newest first, each page a step further along an index."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from corroborate.errors import UsageError
from corroborate.model.records import ArticleRecord, DiscrepancyRecord, GroupRecord, RevisionRecord, StoryCounts
from corroborate.store.aliases import current_id
from corroborate.store.discrepancies import records as load_discrepancies
from corroborate.store.engine import Database
from corroborate.store.groups import load_groups
from corroborate.store.readings import load_articles
from corroborate.store.revisions import Revisions
from corroborate.store.stories import load_counts
from corroborate.store.tables import ArticleRow, DiscrepancyRow, GroupRow, RevisionRow, StoryRow

MOST = 200
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
CURSOR = re.compile(r"(-?[0-9]{1,17})~([a-z]_[0-9a-zA-Z_-]{1,100})")
T = TypeVar("T")
Narrowing = Sequence[ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """A page of records; `following` is where the next one begins, None behind the last."""

    records: tuple[T, ...]
    following: str | None


@dataclass(frozen=True, slots=True)
class Slice:
    """Which page is wanted."""

    cursor: str | None = None
    limit: int = 50

    @property
    def size(self) -> int:
        """Records on the page."""
        return max(1, min(self.limit, MOST))


FIRST = Slice()


class Listings:
    """Pages of what is kept. All raise UsageError for what is no cursor."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def stories(self, wanted: Slice = FIRST) -> Listing[StoryCounts]:
        """Stories by their first article, in counts."""
        return self._page(wanted, (StoryRow.first, StoryRow.id), (), load_counts)

    def groups(self, wanted: Slice = FIRST, *, verdict: str | None = None, story: str | None = None) -> Listing[GroupRecord]:
        """Groups by when they were first seen."""
        narrowing = [GroupRow.verdict == verdict] if verdict else []
        narrowing += [GroupRow.story_id == self._current(story)] if story else []
        return self._page(wanted, (GroupRow.first_seen, GroupRow.id), narrowing, load_groups)

    def discrepancies(self, wanted: Slice = FIRST, **asked: str | None) -> Listing[DiscrepancyRecord]:
        """Discrepancies by when they were first seen; of one `type`, `status`, `story` or `group`."""
        columns = {"type": DiscrepancyRow.type, "status": DiscrepancyRow.status}
        narrowing = [column == asked[name] for name, column in columns.items() if asked.get(name)]
        placed = {"story": DiscrepancyRow.story_id, "group": DiscrepancyRow.group_id}
        narrowing += [column == self._current(str(asked[name])) for name, column in placed.items() if asked.get(name)]
        return self._page(wanted, (DiscrepancyRow.first_seen, DiscrepancyRow.id), narrowing, load_discrepancies)

    def articles(self, wanted: Slice = FIRST) -> Listing[ArticleRecord]:
        """Standing versions by their as-of time."""
        found = self._keys(wanted, (ArticleRow.as_of, ArticleRow.article), [ArticleRow.current.is_(True)], ArticleRow.revision)
        with self._database.reading() as session:
            records = load_articles(session, [row[2] for row in found[: wanted.size]])
        return Listing(tuple(reversed(records)), _following(found, wanted.size))

    def revisions(self, wanted: Slice = FIRST) -> Listing[RevisionRecord]:
        """Later versions of articles by when they were seen."""
        earlier = aliased(RevisionRow)
        before = tuple_(earlier.seen, earlier.id) < tuple_(RevisionRow.seen, RevisionRow.id)
        is_later = select(earlier.id).where(earlier.article == RevisionRow.article, before).exists()
        found = self._keys(wanted, (RevisionRow.seen, RevisionRow.id), [is_later], RevisionRow.article)
        of = Revisions(self._database).records
        shown = found[: wanted.size]
        known = {one.revision.id: one for article in dict.fromkeys(row[2] for row in shown) for one in of(article=article)}
        return Listing(tuple(known[row[1]] for row in shown if row[1] in known), _following(found, wanted.size))

    def _page(
        self,
        wanted: Slice,
        order: tuple[InstrumentedAttribute[datetime], InstrumentedAttribute[str]],
        narrowing: Narrowing,
        load: Callable[[Session, Sequence[str]], Sequence[T]],
    ) -> Listing[T]:
        found = self._keys(wanted, order, narrowing, order[1])
        ids = [row[1] for row in found[: wanted.size]]
        with self._database.reading() as session:
            records = load(session, ids)
        return Listing(tuple(reversed(records)), _following(found, wanted.size))

    def _keys(
        self,
        wanted: Slice,
        order: tuple[InstrumentedAttribute[datetime], InstrumentedAttribute[str]],
        narrowing: Narrowing,
        beside: InstrumentedAttribute[str],
    ) -> Sequence[Any]:
        """Moment, id and one column beside them of one record more than the page holds."""
        query = select(*order, beside.label("beside")).where(*narrowing).order_by(*(column.desc() for column in order))
        if wanted.cursor is not None:
            query = query.where(tuple_(*order) < _behind(wanted.cursor))
        with self._database.reading() as session:
            return session.execute(query.limit(wanted.size + 1)).all()

    def _current(self, identity: str) -> str:
        with self._database.reading() as session:
            return current_id(session, identity)


def _following(found: Sequence[Any], size: int) -> str | None:
    """A moment and an id: whatever is written meanwhile, the next page begins behind them."""
    if len(found) <= size:
        return None
    moment, identity = found[size - 1][:2]
    return f"{(moment - EPOCH) // timedelta(microseconds=1)}~{identity}"


def _behind(cursor: str) -> tuple[datetime, str]:
    found = CURSOR.fullmatch(cursor)
    try:
        if found is not None and cursor.isascii():
            return EPOCH + timedelta(microseconds=int(found[1])), found[2]
    except OverflowError:
        pass
    raise UsageError(f"{cursor[:40]!r} is no cursor", "take the one that the page before gave, or leave it out")
