"""How far long work has come, by name, so that one that was killed goes on from there."""

from sqlalchemy import delete, select

from corroborate.store.columns import upsert
from corroborate.store.engine import Database
from corroborate.store.tables import MarkRow

PREFIX = "position "


class Positions:
    """A number for each piece of work under way."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str) -> int:
        """How far it has come, 0 where it was not begun or is done."""
        with self._database.reading() as session:
            return int(session.scalar(select(MarkRow.text).where(MarkRow.name == PREFIX + name)) or 0)

    def save(self, name: str, position: int) -> None:
        """It has come so far."""
        with self._database.writing() as session:
            upsert(session, MarkRow, [{"name": PREFIX + name, "text": str(position)}])

    def forget(self, name: str) -> None:
        """It is done."""
        with self._database.writing() as session:
            session.execute(delete(MarkRow).where(MarkRow.name == PREFIX + name))
