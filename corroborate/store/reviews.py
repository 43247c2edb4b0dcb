"""Reviews: what people made of discrepancies. Kept apart from what is derived, so that processing again loses none."""

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from corroborate.errors import UnknownId
from corroborate.model.findings import Review, Status
from corroborate.store.columns import Values
from corroborate.store.engine import Database
from corroborate.store.tables import DiscrepancyRow, ReviewRow


class Reviews:
    """Decisions, in the order in which they were made."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, review: Review) -> None:
        """Keep a decision and let it count from now on. Raises UnknownId."""
        with self._database.writing() as session:
            if session.get(DiscrepancyRow, review.discrepancy) is None:
                raise UnknownId(f"there is no discrepancy {review.discrepancy}", "see `corroborate export discrepancies` for the ids")
            session.execute(insert(ReviewRow).values(to_row(review)))
            status = latest_statuses(session)[review.discrepancy]
            session.execute(update(DiscrepancyRow).where(DiscrepancyRow.id == review.discrepancy).values(status=status))

    def of(self, discrepancy: str) -> tuple[Review, ...]:
        """All decisions about a discrepancy, also one that is found no more."""
        query = select(ReviewRow).where(ReviewRow.discrepancy == discrepancy).order_by(ReviewRow.at, ReviewRow.number)
        with self._database.reading() as session:
            return tuple(from_row(row) for row in session.scalars(query))

    def all(self) -> tuple[Review, ...]:
        """All decisions."""
        with self._database.reading() as session:
            return tuple(from_row(row) for row in session.scalars(select(ReviewRow).order_by(ReviewRow.at, ReviewRow.number)))


def latest_statuses(session: Session) -> dict[str, str]:
    """The status that the last review gave, by discrepancy."""
    query = select(ReviewRow.discrepancy, ReviewRow.status).order_by(ReviewRow.at, ReviewRow.number)
    return {row[0]: row[1] for row in session.execute(query)}


def to_row(review: Review) -> Values:
    """The review as its table holds it."""
    return {
        "discrepancy": review.discrepancy,
        "status": review.status.value,
        "by": review.by,
        "at": review.at,
        "note": review.note,
    }


def from_row(row: ReviewRow) -> Review:
    """The review of a row."""
    return Review(row.discrepancy, Status(row.status), row.by, row.at, row.note)
