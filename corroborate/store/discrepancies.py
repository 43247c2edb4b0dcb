"""Discrepancies: typed differences, with the story and the question they belong to."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, select, tuple_
from sqlalchemy.orm import Session

from corroborate.errors import UnknownId
from corroborate.model.findings import Discrepancy, DiscrepancyType, Side, Status
from corroborate.model.records import DiscrepancyRecord
from corroborate.store.columns import Values
from corroborate.store.engine import Database
from corroborate.store.tables import DiscrepancyRow, GroupRow, StoryRow

BATCH = 200


class Discrepancies:
    """Differences as readers see them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, identity: str) -> DiscrepancyRecord:
        """The discrepancy of that id. Raises UnknownId."""
        with self._database.reading() as session:
            row = session.execute(joined().where(DiscrepancyRow.id == identity)).one_or_none()
        if row is None:
            raise UnknownId(f"there is no discrepancy {identity}", "see `corroborate export discrepancies` for the ids")
        return DiscrepancyRecord(from_row(row[0]), row[1], row[2])

    def all(self, since: datetime | None = None, status: Status | None = None) -> Iterator[DiscrepancyRecord]:
        """Every discrepancy, in order of when it was first seen; from `since` on, or of one status."""
        query = joined().order_by(DiscrepancyRow.first_seen, DiscrepancyRow.id).limit(BATCH)
        query = query if since is None else query.where(DiscrepancyRow.first_seen >= since)
        query = query if status is None else query.where(DiscrepancyRow.status == status.value)
        following = query
        while True:
            with self._database.reading() as session:
                rows = session.execute(following).all()
            yield from (DiscrepancyRecord(from_row(row[0]), row[1], row[2]) for row in rows)
            if len(rows) < BATCH:
                return
            last = rows[-1][0]
            following = query.where(tuple_(DiscrepancyRow.first_seen, DiscrepancyRow.id) > (last.first_seen, last.id))


def records(session: Session, ids: Sequence[str]) -> list[DiscrepancyRecord]:
    """The discrepancies of these ids, in order of when they were first seen."""
    rows = session.execute(joined().where(DiscrepancyRow.id.in_(ids)).order_by(DiscrepancyRow.first_seen, DiscrepancyRow.id))
    return [DiscrepancyRecord(from_row(row[0]), row[1], row[2]) for row in rows]


def joined() -> Select[DiscrepancyRow, str, str]:
    """Discrepancies, each with the title of its story and the question of its group."""
    return (
        select(DiscrepancyRow, StoryRow.title, GroupRow.question)
        .join(GroupRow, GroupRow.id == DiscrepancyRow.group_id)
        .join(StoryRow, StoryRow.id == GroupRow.story_id)
    )


def to_row(discrepancy: Discrepancy, position: int) -> Values:
    """The discrepancy as its table holds it, but for the digest."""
    return {
        "id": discrepancy.id,
        "group_id": discrepancy.group,
        "story_id": discrepancy.story,
        "position": position,
        "type": discrepancy.type.value,
        "about": discrepancy.about,
        "rule": discrepancy.rule,
        "reason": discrepancy.reason,
        "sides": [_side_document(side) for side in discrepancy.sides],
        "first_seen": discrepancy.first_seen,
        "status": discrepancy.status.value,
    }


def from_row(row: DiscrepancyRow | Row[Any]) -> Discrepancy:
    """The discrepancy of a row."""
    return Discrepancy(
        id=row.id,
        group=row.group_id,
        story=row.story_id,
        type=DiscrepancyType(row.type),
        about=row.about,
        rule=row.rule,
        reason=row.reason,
        sides=tuple(side_from(document) for document in row.sides),
        first_seen=row.first_seen,
        status=Status(row.status),
    )


def _side_document(side: Side) -> dict[str, Any]:
    return {
        "value": side.value,
        "outlets": list(side.outlets),
        "origins": list(side.origins),
        "claims": list(side.claims),
        "quote": side.quote,
        "url": side.url,
    }


def side_from(document: dict[str, Any]) -> Side:
    """The side of a document."""
    outlets, origins, claims = (tuple(document[name]) for name in ("outlets", "origins", "claims"))
    return Side(document["value"], outlets, origins, claims, document["quote"], document["url"])
