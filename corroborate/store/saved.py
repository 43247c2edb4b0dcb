"""Saved searches by name."""

import re

from sqlalchemy import delete, select

from corroborate.errors import UsageError
from corroborate.model.alerts import SavedSearch
from corroborate.store.columns import upsert
from corroborate.store.engine import Database
from corroborate.store.readership import SavedSearchRow

NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")


def check_name(name: str) -> None:
    """Raise UsageError for a name that cannot stand in an address."""
    if not NAME.fullmatch(name):
        raise UsageError(f"{name[:70]!r} is no name", "use small letters, digits and hyphens: port-strike")


class SavedSearches:
    """Queries that are asked again and again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, search: SavedSearch) -> None:
        """Keep a search; one of the same name is replaced. Raises UsageError for a name that cannot stand in an address."""
        check_name(search.name)
        row = {"name": search.name, "query": search.query, "by": search.by, "created": search.created}
        with self._database.writing() as session:
            upsert(session, SavedSearchRow, [row])

    def get(self, name: str) -> SavedSearch:
        """The search of that name. Raises UsageError."""
        with self._database.reading() as session:
            row = session.get(SavedSearchRow, name)
        if row is None:
            raise UsageError(f"there is no saved search {name[:70]!r}", "see `corroborate searches list`")
        return _search(row)

    def all(self) -> tuple[SavedSearch, ...]:
        """Every saved search, by name."""
        with self._database.reading() as session:
            return tuple(_search(row) for row in session.scalars(select(SavedSearchRow).order_by(SavedSearchRow.name)))

    def remove(self, name: str) -> None:
        """Forget a search. Raises UsageError where there is none of that name."""
        self.get(name)
        with self._database.writing() as session:
            session.execute(delete(SavedSearchRow).where(SavedSearchRow.name == name))


def _search(row: SavedSearchRow) -> SavedSearch:
    return SavedSearch(row.name, row.query, row.by, row.created)
