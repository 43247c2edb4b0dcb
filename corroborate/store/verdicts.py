"""Verdicts as people's decisions leave them, read off what checking found and the status of each discrepancy."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from corroborate.model.decisions import ruled
from corroborate.store.columns import batches
from corroborate.store.discrepancies import from_row as discrepancy_from_row
from corroborate.store.groups import found_in_row
from corroborate.store.tables import DiscrepancyRow, GroupRow


def settle_verdicts(session: Session, groups: Iterable[str]) -> None:
    """Give these groups the verdict, agreement and range that the statuses of their discrepancies leave."""
    for batch in batches(sorted(set(groups))):
        found = defaultdict(list)
        held = select(DiscrepancyRow).where(DiscrepancyRow.group_id.in_(batch)).order_by(DiscrepancyRow.position)
        for row in session.scalars(held.execution_options(populate_existing=True)):
            found[row.group_id].append(discrepancy_from_row(row))
        rows = select(GroupRow).where(GroupRow.id.in_(batch)).execution_options(populate_existing=True)
        for group in session.scalars(rows):
            now = ruled(found_in_row(group, found[group.id]))
            group.agreement, group.verdict = now.agreement.value, now.verdict.value
            group.low, group.high = now.low, now.high
    session.flush()
