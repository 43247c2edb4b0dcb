"""What was found about a claim, marked beside its words: searches for disputed claims look at no other."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from corroborate.store.columns import batches
from corroborate.store.tables import ClaimRow, DiscrepancyRow, GroupClaimRow, GroupRow
from corroborate.store.words import mark


def claims_of_groups(session: Session, groups: Iterable[str]) -> set[str]:
    """The claims that these groups hold now."""
    found = set[str]()
    for batch in batches(sorted(groups)):
        found |= set(session.scalars(select(GroupClaimRow.claim).where(GroupClaimRow.group_id.in_(batch))))
    return found


def mark_findings(session: Session, claims: Iterable[str]) -> None:
    """Give these claims the marks of their groups' verdicts and discrepancies; write what differs."""
    for batch in batches(sorted(claims)):
        marks = defaultdict[str, set[str]](set)
        member = select(GroupClaimRow.claim).where(GroupClaimRow.claim.in_(batch))
        verdicts = member.add_columns(GroupRow.verdict).join(GroupRow, GroupRow.id == GroupClaimRow.group_id)
        types = member.add_columns(DiscrepancyRow.type).join(DiscrepancyRow, DiscrepancyRow.group_id == GroupClaimRow.group_id)
        for letter, query in (("v", verdicts), ("t", types)):
            for claim, word in session.execute(query):
                marks[claim].add(mark(letter, word))
        known = session.execute(select(ClaimRow.id, ClaimRow.found_marks).where(ClaimRow.id.in_(batch)))
        changed = [{"key": row.id, "marked": written} for row in known if (written := " ".join(sorted(marks[row.id]))) != row.found_marks]
        if changed:
            statement = update(ClaimRow).where(ClaimRow.id == bindparam("key")).values(found_marks=bindparam("marked"))
            session.connection().execute(statement, changed)
