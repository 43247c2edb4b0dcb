"""The store: one database, opened at this version's schema, with a part for each kind of value."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from sqlalchemy import select

from corroborate.errors import UnknownId
from corroborate.model.pages import Revision
from corroborate.model.records import ArticleRecord, ClaimRecord, DiscrepancyRecord, GroupRecord, StoryRecord
from corroborate.store.aliases import Aliases
from corroborate.store.bulk import Bulk
from corroborate.store.bulletins import Bulletins
from corroborate.store.checkup import what_is_wrong
from corroborate.store.claims import Claims
from corroborate.store.discrepancies import Discrepancies
from corroborate.store.dispatches import Dispatches
from corroborate.store.due import Due
from corroborate.store.dumps import Dumps
from corroborate.store.engine import Database, connect
from corroborate.store.feeds import Feeds
from corroborate.store.groups import Groups
from corroborate.store.health import Health
from corroborate.store.hooks import Hooks
from corroborate.store.listings import Listings
from corroborate.store.matches import Matches
from corroborate.store.outlets import Outlets
from corroborate.store.overviews import Overviews
from corroborate.store.positions import Positions
from corroborate.store.readings import Readings, load_articles
from corroborate.store.retention import Retention
from corroborate.store.reviews import Reviews
from corroborate.store.revisions import Revisions
from corroborate.store.saved import SavedSearches
from corroborate.store.schema import bring_up_to_date, insist_on_version, schema_version
from corroborate.store.search import Search
from corroborate.store.sketches import Sketches
from corroborate.store.snapshots import snapshot
from corroborate.store.stories import Stories
from corroborate.store.suggestions import Suggestions
from corroborate.store.tables import ArticleRow
from corroborate.store.tokens import Tokens
from corroborate.store.transfer.copying import count_rows
from corroborate.store.visits import Visits

PATIENCE = 30.0
"""Seconds to wait for another program that is writing."""


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


Record = ArticleRecord | Revision | ClaimRecord | StoryRecord | GroupRecord | DiscrepancyRecord


class Store:
    """Everything that is kept: `with Store.open("data/corroborate.db") as store: store.feeds.due(now)`."""

    def __init__(self, database: Database) -> None:
        self.outlets = Outlets(database)
        self.feeds = Feeds(database)
        self.visits = Visits(database)
        self.health = Health(database)
        self.positions = Positions(database)
        self.revisions = Revisions(database)
        self.readings = Readings(database)
        self.retention = Retention(database)
        self.due = Due(database)
        self.sketches = Sketches(database)
        self.matches = Matches(database)
        self.aliases = Aliases(database)
        self.claims = Claims(database)
        self.dumps = Dumps(database)
        self.bulletins = Bulletins(database)
        self.dispatches = Dispatches(database)
        self.search = Search(database)
        self.groups = Groups(database)
        self.stories = Stories(database)
        self.reviews = Reviews(database)
        self.discrepancies = Discrepancies(database)
        self.overviews = Overviews(database)
        self.suggestions = Suggestions(database)
        self.bulk = Bulk(database)
        self.listings = Listings(database)
        self.tokens = Tokens(database)
        self.searches = SavedSearches(database)
        self.hooks = Hooks(database)
        self._database = database

    @classmethod
    def open(
        cls, url: str, *, create: bool = True, timeout: float = PATIENCE, clock: Callable[[], datetime] = now, upgrade: bool = True
    ) -> Self:
        """Open a database and bring it to this version's schema, or without `upgrade` refuse it where it is not.

        `url` is `sqlite:///FILE`, a plain path, or `postgresql://USER@HOST/NAME`. `timeout` in seconds is how long to
        wait for another program. `clock` tells when what is written is written. Raises
        DatabaseLocked, DatabaseTooNew, NotADatabase, StoreError.
        """
        database = connect(url, timeout=timeout, create=create)
        try:
            bring_up_to_date(database) if upgrade else insist_on_version(database)
        except BaseException:
            database.close()
            raise
        database.clock = clock
        return cls(database)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    @contextmanager
    def snapshot(self, as_of: datetime | None = None) -> Iterator["Store"]:
        """The same, but every part sees one state throughout: that of now, or what was known at a moment.

        Raises UsageError for a moment of which nothing can be told.
        """
        with snapshot(self._database, as_of) as still:
            yield Store(still)

    @property
    def schema_version(self) -> str:
        """The last migration that the database has seen."""
        return schema_version(self._database) or ""

    def find_any(self, identity: str) -> Record:
        """Whatever an id names, told by its letter; for a story or group that is gone, what followed it. Raises UnknownId."""
        finders: dict[str, Callable[[str], Record]] = {
            "a": self._article,
            "r": self.revisions.get,
            "c": self.claims.get,
            "s": self.stories.get,
            "g": self.groups.get,
            "d": self.discrepancies.get,
        }
        identity = self.aliases.current(identity)
        letter, mark, _ = identity.partition("_")
        if not mark or letter not in finders:
            raise UnknownId(f"{identity} is no id", "ids look like c_5f0e2a...; take one from a table of `corroborate export`")
        return finders[letter](identity)

    def check(self) -> tuple[str, ...]:
        """What is wrong with the database, in sentences; empty where nothing is."""
        return what_is_wrong(self._database)

    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        return count_rows(self._database)

    def _article(self, identity: str) -> ArticleRecord:
        with self._database.reading() as session:
            query = select(ArticleRow.revision).where(ArticleRow.article == identity, ArticleRow.current)
            found = load_articles(session, list(session.scalars(query)))
        if not found:
            raise UnknownId(f"there is no article {identity}", "see `corroborate export articles` for the ids")
        return found[0]
