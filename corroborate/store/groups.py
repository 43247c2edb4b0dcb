"""Claim groups: what several outlets say to one question, with the assessment and the origins."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, select, tuple_
from sqlalchemy.orm import Session

from corroborate.errors import UnknownId
from corroborate.model.claims import Claim
from corroborate.model.figures import Kind
from corroborate.model.findings import Agreement, Assessment, Discrepancy, Support, Verdict
from corroborate.model.records import ClaimRecord, GroupRecord
from corroborate.model.stories import ClaimGroup, Origin, OriginKind
from corroborate.store.aliases import current_id
from corroborate.store.columns import Values, bare, batches
from corroborate.store.discrepancies import from_row as discrepancy_from_row
from corroborate.store.engine import Database
from corroborate.store.loading import FOUND_BY, load_claims
from corroborate.store.tables import ClaimRow, DiscrepancyRow, GroupClaimRow, GroupRow, OriginRow

BATCH = 100


class Groups:
    """Claim groups as readers see them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, identity: str) -> GroupRecord:
        """The group of that id, or the one that followed it. Raises UnknownId."""
        with self._database.reading() as session:
            found = load_groups(session, [current_id(session, identity)])
        if not found:
            raise UnknownId(f"there is no claim group {identity}", "see `corroborate export groups` for the ids")
        return found[0]

    def of_story(self, story: str) -> tuple[GroupRecord, ...]:
        """The groups of a story, in order of time; empty where the story has none."""
        with self._database.reading() as session:
            return groups_of_story(session, story)

    def all(self, verdict: Verdict | None = None) -> Iterator[GroupRecord]:
        """Every group, or those of one verdict, in order of time."""
        query = select(GroupRow.first_seen, GroupRow.id).order_by(GroupRow.first_seen, GroupRow.id).limit(BATCH)
        query = query if verdict is None else query.where(GroupRow.verdict == verdict.value)
        following = query
        while True:
            with self._database.reading() as session:
                keys = session.execute(following).all()
                found = load_groups(session, [key.id for key in keys])
            yield from found
            if len(keys) < BATCH:
                return
            following = query.where(tuple_(GroupRow.first_seen, GroupRow.id) > (keys[-1].first_seen, keys[-1].id))


def groups_of_story(session: Session, story: str) -> tuple[GroupRecord, ...]:
    """The groups of a story, in order of time."""
    ids = session.scalars(select(GroupRow.id).where(GroupRow.story_id == story)).all()
    return load_groups(session, ids)


def load_groups(session: Session, ids: Sequence[str]) -> tuple[GroupRecord, ...]:
    """Groups with all that belongs to them, in order of time; six queries for each few hundred groups."""
    found = [record for batch in batches(ids) for record in _load_batch(session, batch)]
    return tuple(sorted(found, key=lambda record: (record.first_seen, record.group.id)))


def _load_batch(session: Session, ids: list[str]) -> Iterator[GroupRecord]:
    members, origins, discrepancies = defaultdict(list), defaultdict(list), defaultdict(list)
    keys = {"keys": ids}
    for member in session.execute(bare(GroupClaimRow, "group_id", "position"), keys):
        members[member.group_id].append(member.claim)
    for origin in session.execute(bare(OriginRow, "group_id", "position"), keys):
        origins[origin.group_id].append(origin_from_row(origin))
    for row in session.execute(bare(DiscrepancyRow, "group_id", "position"), keys):
        discrepancies[row.group_id].append(discrepancy_from_row(row))
    claims = _members(session, [claim for group in members.values() for claim in group])
    for group in session.execute(bare(GroupRow, "id"), keys):
        assessment = assessment_from_row(group, discrepancies[group.id])
        placed = tuple(_placed(claims[claim], assessment, origins[group.id], group) for claim in members[group.id] if claim in claims)
        yield GroupRecord(
            group=group_from_row(group, members[group.id]),
            assessment=assessment,
            origins=tuple(origins[group.id]),
            claims=placed,
            first_seen=group.first_seen,
            last_changed=group.last_changed,
        )


def _members(session: Session, ids: list[str]) -> dict[str, ClaimRecord]:
    found = dict[str, ClaimRecord]()
    for batch in batches(ids):
        rows = session.execute(bare(ClaimRow, "id", left_out=FOUND_BY), {"keys": batch}).all()
        found |= {claim.id: ClaimRecord(claim, article) for claim, article in load_claims(session, rows)}
    return found


def _placed(record: ClaimRecord, assessment: Assessment, origins: list[Origin], group: Row[Any]) -> ClaimRecord:
    claim: Claim = record.claim
    origin = next((origin.id for origin in origins if claim.id in origin.claims), None)
    return ClaimRecord(claim, record.article, group.story_id, group.id, origin, assessment.verdict)


def group_to_row(group: ClaimGroup, assessment: Assessment) -> Values:
    """The group and its assessment as their table holds them, but for the times and the digest."""
    return {
        "id": group.id,
        "story_id": group.story,
        "question": group.question,
        "kind": group.kind.value,
        "unit": group.unit,
        "agreement": assessment.agreement.value,
        "verdict": assessment.verdict.value,
        "low": assessment.low,
        "high": assessment.high,
        "wordings": list(assessment.values),
        "found": {
            "agreement": assessment.agreement.value,
            "verdict": assessment.verdict.value,
            "low": assessment.low,
            "high": assessment.high,
            "support": _support_document(assessment.support),
        },
    }


def _support_document(support: Support | None) -> dict[str, Any] | None:
    return None if support is None else {"verdict": support.verdict.value, "low": support.low, "high": support.high}


def group_from_row(row: GroupRow | Row[Any], claims: Sequence[str]) -> ClaimGroup:
    """The group of a row and its members."""
    return ClaimGroup(row.id, row.story_id, row.question, Kind(row.kind), row.unit, tuple(claims))


def found_in_row(row: GroupRow, discrepancies: Sequence[Discrepancy]) -> Assessment:
    """The assessment in a group's row as checking found it, before anybody decided."""
    as_ruled, found = assessment_from_row(row, discrepancies), row.found
    if found is None:
        return as_ruled
    agreement, verdict = Agreement(found["agreement"]), Verdict(found["verdict"])
    return replace(as_ruled, agreement=agreement, verdict=verdict, low=found["low"], high=found["high"])


def assessment_from_row(row: GroupRow | Row[Any], discrepancies: Sequence[Discrepancy]) -> Assessment:
    """The assessment in a group's row, as decisions leave it."""
    support = None if row.found is None else row.found["support"]
    return Assessment(
        group=row.id,
        agreement=Agreement(row.agreement),
        verdict=Verdict(row.verdict),
        low=row.low,
        high=row.high,
        values=tuple(row.wordings),
        discrepancies=tuple(discrepancies),
        support=None if support is None else Support(Verdict(support["verdict"]), support["low"], support["high"]),
    )


def origin_to_row(origin: Origin, position: int) -> Values:
    """The origin as its table holds it."""
    return {
        "id": origin.id,
        "group_id": origin.group,
        "position": position,
        "kind": origin.kind.value,
        "label": origin.label,
        "claims": list(origin.claims),
        "outlets": list(origin.outlets),
        "reasons": list(origin.reasons),
        "routes": list(origin.routes),
    }


def origin_from_row(row: OriginRow | Row[Any]) -> Origin:
    """The origin of a row."""
    return Origin(
        id=row.id,
        group=row.group_id,
        kind=OriginKind(row.kind),
        label=row.label,
        claims=tuple(row.claims),
        outlets=tuple(row.outlets),
        reasons=tuple(row.reasons),
        routes=tuple(row.routes),
    )
