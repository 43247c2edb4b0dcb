"""Digests that were sent: one a reader and day, written down before it is sent and again when it has been.

A program that dies in between leaves a digest of which nobody knows whether it arrived. It is not sent again: a reader
rather misses a mail than gets it twice. Nothing is lost by that: the next digest begins where the last one ended that is
known to have been sent.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, delete, select, update
from sqlalchemy.orm import Mapped, mapped_column

from corroborate.store.columns import insert_into
from corroborate.store.engine import Database
from corroborate.store.tables import Table


class DispatchRow(Table):
    """One digest for one reader."""

    __tablename__ = "dispatches"

    reader: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    until: Mapped[datetime]
    delivery: Mapped[str]


class Delivery(StrEnum):
    """How far a digest came."""

    SENDING = "sending"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A digest for a reader: its day, the end of the time that it covers, and how far it came."""

    reader: str
    day: date
    until: datetime
    delivery: Delivery


class Dispatches:
    """What was sent to whom."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, reader: str, day: date) -> Dispatch | None:
        """The digest of a reader and day, None where there is none yet."""
        with self._database.reading() as session:
            row = session.get(DispatchRow, (reader, day))
            return None if row is None else _from_row(row)

    def last(self, reader: str, before: date) -> Dispatch | None:
        """The last digest of an earlier day that is known to have been sent, None where there is none."""
        known = (DispatchRow.reader == reader, DispatchRow.delivery == Delivery.SENT.value, DispatchRow.day < before)
        query = select(DispatchRow).where(*known)
        with self._database.reading() as session:
            row = session.scalars(query.order_by(DispatchRow.day.desc()).limit(1)).one_or_none()
            return None if row is None else _from_row(row)

    def begin(self, dispatch: Dispatch) -> bool:
        """Write down that it is about to be sent; False where that was done before, by this program or another."""
        row = {"reader": dispatch.reader, "day": dispatch.day, "until": dispatch.until, "delivery": Delivery.SENDING.value}
        with self._database.writing() as session:
            begun = insert_into(self._database.dialect, DispatchRow).values(row).on_conflict_do_nothing().returning(DispatchRow.reader)
            return session.connection().execute(begun).first() is not None

    def end(self, dispatch: Dispatch) -> None:
        """Write down that it was sent."""
        with self._database.writing() as session:
            session.execute(update(DispatchRow).where(_same(dispatch)).values(delivery=Delivery.SENT.value, until=dispatch.until))

    def forget(self, dispatch: Dispatch) -> None:
        """It was not sent: the next run may send it."""
        with self._database.writing() as session:
            session.execute(delete(DispatchRow).where(_same(dispatch)))


def _same(dispatch: Dispatch) -> ColumnElement[bool]:
    return and_(DispatchRow.reader == dispatch.reader, DispatchRow.day == dispatch.day)


def _from_row(row: DispatchRow) -> Dispatch:
    return Dispatch(row.reader, row.day, row.until, Delivery(row.delivery))
