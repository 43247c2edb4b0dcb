"""Outlets: who publishes."""

from collections.abc import Iterable

from sqlalchemy import select

from corroborate.model.outlets import Outlet
from corroborate.store.columns import Values, insert_new, upsert
from corroborate.store.engine import Database
from corroborate.store.tables import OutletRow


class Outlets:
    """All outlets ever listed or met in an import."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._ensured = set[str]()

    def sync(self, outlets: Iterable[Outlet]) -> None:
        """Take over what feeds.yaml says; outlets no longer listed stay, for their articles do."""
        with self._database.writing() as session:
            upsert(session, OutletRow, [to_row(outlet) for outlet in outlets])

    def ensure(self, name: str) -> None:
        """Know an outlet by its name alone, as its own family; one that is known stays as it is."""
        # None is ever taken out again.
        if name in self._ensured:
            return
        with self._database.writing() as session:
            insert_new(session, OutletRow, [to_row(Outlet(name, family=name))])
        self._ensured.add(name)

    def all(self) -> tuple[Outlet, ...]:
        """Every outlet, by name."""
        with self._database.reading() as session:
            found = [from_row(row) for row in session.scalars(select(OutletRow))]
        # Sorted here, for each database has its own idea of how names are ordered.
        return tuple(sorted(found, key=lambda outlet: outlet.name))


def to_row(outlet: Outlet) -> Values:
    """The outlet as its table holds it."""
    return {
        "name": outlet.name,
        "family": outlet.family,
        "feeds": list(outlet.feeds),
        "sitemaps": list(outlet.sitemaps),
        "country": outlet.country,
        "language": outlet.language,
        "aliases": list(outlet.aliases),
        "agency": outlet.agency,
        "connect_to": outlet.connect_to,
        "timezone": outlet.timezone,
    }


def from_row(row: OutletRow) -> Outlet:
    """The outlet of a row."""
    return Outlet(
        name=row.name,
        family=row.family,
        feeds=tuple(row.feeds),
        sitemaps=tuple(row.sitemaps),
        country=row.country,
        language=row.language,
        aliases=tuple(row.aliases),
        agency=row.agency,
        connect_to=row.connect_to,
        timezone=row.timezone,
    )
