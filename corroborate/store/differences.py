"""Discrepancies saved: each keeps when it was first seen, and has the status that the reviews give it, which its group's
verdict follows."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from corroborate.model.findings import DISMISSED, Assessment
from corroborate.store.columns import Values, batches, delete_by, upsert
from corroborate.store.discrepancies import to_row
from corroborate.store.reviews import statuses_of
from corroborate.store.sheaves import digest_of
from corroborate.store.tables import DiscrepancyRow
from corroborate.store.verdicts import settle_verdicts

Known = Row[str, str, datetime, str]


def save_discrepancies(session: Session, assessed: Mapping[str, Assessment], groups: Iterable[str]) -> None:
    """Hold of these groups the discrepancies found, and no others; write what differs."""
    found = {one.id: (one, place) for assessment in assessed.values() for place, one in enumerate(assessment.discrepancies)}
    known = dict[str, Known]()
    for batch in batches(sorted(groups)):
        query = select(DiscrepancyRow.id, DiscrepancyRow.digest, DiscrepancyRow.first_seen, DiscrepancyRow.status)
        known |= {row.id: row for row in session.execute(query.where(DiscrepancyRow.group_id.in_(batch)))}
    statuses = statuses_of(session, [one for one, _ in found.values()])
    rows = list[Values]()
    for identity, (discrepancy, place) in found.items():
        row = to_row(discrepancy, place)
        before = known.get(identity)
        if before is not None:
            row["first_seen"] = min(row["first_seen"], before.first_seen)
        row |= {"digest": digest_of(row), "status": statuses[identity].value}
        if before is None or (before.digest, before.status) != (row["digest"], row["status"]):
            rows.append(row)
    upsert(session, DiscrepancyRow, rows)
    delete_by(session, DiscrepancyRow.id, known.keys() - found.keys())
    settle_verdicts(session, {one.group for one, _ in found.values() if statuses[one.id] in DISMISSED})
