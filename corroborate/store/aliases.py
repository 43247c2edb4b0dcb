"""What became of stories and groups that are found no more, so that no link to one ever dangles.

    s_1 -> s_2 -> s_5        two stories became one, and that one again

An id that is alive has no alias; a chain of aliases ends at one that was alive when the chain was made.
"""

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from corroborate.store.columns import bare, delete_by, upsert
from corroborate.store.engine import Database
from corroborate.store.tables import AliasRow


class Aliases:
    """Where ids lead that are no longer found."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def current(self, identity: str) -> str:
        """The id under which a story or group is found now: its own where nothing else is known."""
        with self._database.reading() as session:
            return current_id(session, identity)

    def all(self) -> dict[str, str]:
        """Every id that is no longer found, with the one that follows it."""
        with self._database.reading() as session:
            return {row.old: row.new for row in session.scalars(select(AliasRow))}


def current_id(session: Session, identity: str) -> str:
    """Follow the aliases of an id to their end."""
    met = {identity}
    while (row := session.execute(bare(AliasRow, "old"), {"keys": [identity]}).one_or_none()) is not None and row.new not in met:
        met.add(row.new)
        identity = row.new
    return identity


def save_aliases(session: Session, heirs: Mapping[str, str], alive: Iterable[str]) -> None:
    """Remember what follows ids that are gone; one that is alive again leads to itself."""
    delete_by(session, AliasRow.old, alive)
    upsert(session, AliasRow, [{"old": old, "new": new} for old, new in sorted(heirs.items())])
