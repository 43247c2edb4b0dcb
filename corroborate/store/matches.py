"""What matching and checking found: made equal to their last result, touching only the rows that differ.

Stories, claim groups with their assessments and origins, discrepancies and reuses are a pure function of the readings.
Each row carries a digest of all that belongs to it, so that a run which finds the same again writes nothing.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any, Protocol

from sqlalchemy import func, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from corroborate.model.findings import Assessment, Discrepancy
from corroborate.model.ids import digest
from corroborate.model.stories import ClaimGroup, Origin, Reuse, Story
from corroborate.store.columns import Values, delete_by, upsert
from corroborate.store.discrepancies import to_row as discrepancy_to_row
from corroborate.store.engine import Database
from corroborate.store.groups import group_to_row, origin_to_row
from corroborate.store.reviews import latest_statuses
from corroborate.store.stories import to_row as story_to_row
from corroborate.store.tables import (
    ClaimRow,
    DiscrepancyRow,
    GroupClaimRow,
    GroupRow,
    MarkRow,
    OriginClaimRow,
    OriginRow,
    ReuseRow,
    StoryArticleRow,
    StoryRow,
)

MATCHED = "matched"
"""The mark under which the inputs of the last matching are remembered."""


class Matching(Protocol):
    """What the matching stage gives."""

    @property
    def stories(self) -> Sequence[Story]: ...
    @property
    def groups(self) -> Sequence[ClaimGroup]: ...
    @property
    def origins(self) -> Sequence[Origin]: ...
    @property
    def reuses(self) -> Sequence[Reuse]: ...


@dataclass(frozen=True, slots=True)
class Sheaf:
    """A row with the rows that hang on it, and a digest of all of them."""

    row: Values
    digest: str
    parts: tuple[Values, ...] = ()
    origins: tuple[Origin, ...] = ()


class Matches:
    """The last result of matching and checking."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def replace(self, matching: Matching, assessments: Iterable[Assessment], *, now: datetime, inputs: str | None = None) -> None:
        """Hold exactly these values, in one transaction.

        A group is first seen when the first version of any article stated its figure; it changed last at `now` if its
        claims, origins or assessment differ from before. `inputs` is remembered for `fingerprint`.
        """
        assessed = {assessment.group: assessment for assessment in assessments}
        stories = {story.id: _story_sheaf(story) for story in matching.stories}
        groups = _group_sheaves(matching, assessed)
        found = {difference.id: (difference, place) for one in assessed.values() for place, difference in enumerate(one.discrepancies)}
        with self._database.writing() as session:
            stale_stories = _save_stories(session, stories)
            stale_groups = _save_groups(session, groups, now)
            _save_discrepancies(session, found)
            delete_by(session, GroupRow.id, stale_groups)
            delete_by(session, StoryRow.id, stale_stories)
            _save_reuses(session, matching.reuses)
            _settle_first_seen(session)
            upsert(session, MarkRow, [{"name": MATCHED, "text": inputs or ""}])

    def fingerprint(self) -> str | None:
        """The `inputs` of the last `replace`; None before the first and where none were given."""
        with self._database.reading() as session:
            return session.scalar(select(MarkRow.text).where(MarkRow.name == MATCHED)) or None

    def reuses(self) -> tuple[Reuse, ...]:
        """Which articles repeat the text of which."""
        with self._database.reading() as session:
            rows = session.scalars(select(ReuseRow).order_by(ReuseRow.earlier, ReuseRow.later))
            return tuple(reuse_from_row(row) for row in rows)

    def counts(self) -> dict[str, int]:
        """How many stories, groups and discrepancies are held."""
        tables = {"stories": StoryRow, "groups": GroupRow, "discrepancies": DiscrepancyRow}
        with self._database.reading() as session:
            return {name: session.scalar(select(func.count()).select_from(table)) or 0 for name, table in tables.items()}


def _story_sheaf(story: Story) -> Sheaf:
    row = story_to_row(story)
    parts = tuple({"story_id": story.id, "article": article, "position": place} for place, article in enumerate(story.articles))
    return Sheaf(row, _digest(row, parts), parts)


def _group_sheaves(matching: Matching, assessed: Mapping[str, Assessment]) -> dict[str, Sheaf]:
    origins = defaultdict(list)
    for origin in matching.origins:
        origins[origin.group].append(origin)
    return {group.id: _group_sheaf(group, assessed[group.id], origins[group.id]) for group in matching.groups}


def _group_sheaf(group: ClaimGroup, assessment: Assessment, origins: Sequence[Origin]) -> Sheaf:
    row = group_to_row(group, assessment)
    parts = tuple({"group_id": group.id, "claim": claim, "position": place} for place, claim in enumerate(group.claims))
    rooted = [origin_to_row(origin, place) for place, origin in enumerate(origins)]
    differences = [discrepancy_to_row(difference, 0) | {"first_seen": None} for difference in assessment.discrepancies]
    return Sheaf(row, _digest(row, parts, rooted, differences), parts, tuple(origins))


def _save_stories(session: Session, stories: Mapping[str, Sheaf]) -> set[str]:
    """Write what differs; returns the ids that are no longer there."""
    known = _digests(session, StoryRow.id, StoryRow.digest)
    changed = {key: sheaf for key, sheaf in stories.items() if known.get(key) != sheaf.digest}
    upsert(session, StoryRow, [sheaf.row | {"digest": sheaf.digest} for sheaf in changed.values()])
    delete_by(session, StoryArticleRow.story_id, changed)
    upsert(session, StoryArticleRow, [part for sheaf in changed.values() for part in sheaf.parts])
    return set(known) - set(stories)


def _save_groups(session: Session, groups: Mapping[str, Sheaf], now: datetime) -> set[str]:
    """Write what differs; returns the ids that are no longer there."""
    known = _digests(session, GroupRow.id, GroupRow.digest)
    changed = {key: sheaf for key, sheaf in groups.items() if known.get(key) != sheaf.digest}
    times = {"first_seen": now, "last_changed": now}
    upsert(session, GroupRow, [sheaf.row | times | {"digest": sheaf.digest} for sheaf in changed.values()], keep=("first_seen",))
    for column in (GroupClaimRow.group_id, OriginRow.group_id, OriginClaimRow.group_id):
        delete_by(session, column, changed)
    upsert(session, GroupClaimRow, [part for sheaf in changed.values() for part in sheaf.parts])
    rooted = [(origin, place) for sheaf in changed.values() for place, origin in enumerate(sheaf.origins)]
    upsert(session, OriginRow, [origin_to_row(origin, place) for origin, place in rooted])
    members = [{"claim": claim, "group_id": origin.group, "origin": origin.id} for origin, _ in rooted for claim in origin.claims]
    upsert(session, OriginClaimRow, members)
    return set(known) - set(groups)


def _save_discrepancies(session: Session, found: Mapping[str, tuple[Discrepancy, int]]) -> None:
    """Write what differs; a difference known before keeps when it was first seen, a reviewed one what was decided."""
    query = select(DiscrepancyRow.id, DiscrepancyRow.digest, DiscrepancyRow.first_seen)
    known = {row.id: row for row in session.execute(query)}
    reviewed = latest_statuses(session)
    rows = list[Values]()
    for identity, (discrepancy, place) in found.items():
        row = discrepancy_to_row(discrepancy, place)
        if identity in known:
            row["first_seen"] = min(row["first_seen"], known[identity].first_seen)
        row["digest"] = _digest(row)
        if identity not in known or known[identity].digest != row["digest"]:
            rows.append(row | {"status": reviewed.get(identity, row["status"])})
    upsert(session, DiscrepancyRow, rows)
    delete_by(session, DiscrepancyRow.id, set(known) - set(found))


def _save_reuses(session: Session, reuses: Iterable[Reuse]) -> None:
    rows = {(reuse.earlier, reuse.later): reuse_to_row(reuse) for reuse in reuses}
    stored = session.execute(select(ReuseRow.earlier, ReuseRow.later, ReuseRow.digest))
    known = {(earlier, later): written for earlier, later, written in stored}
    upsert(session, ReuseRow, [row for key, row in rows.items() if known.get(key) != row["digest"]])
    for earlier, later in known.keys() - rows.keys():
        gone = session.get_one(ReuseRow, (earlier, later))
        session.delete(gone)
    session.flush()


def _settle_first_seen(session: Session) -> None:
    """A figure is first seen with the first version of its article that states it, whichever version stands now."""
    same = aliased(ClaimRow)
    stated = (
        select(GroupClaimRow.group_id, func.min(same.seen).label("seen"))
        .join(ClaimRow, ClaimRow.id == GroupClaimRow.claim)
        .join(same, (same.article == ClaimRow.article) & (same.figure_key == ClaimRow.figure_key))
        .group_by(GroupClaimRow.group_id)
        .subquery()
    )
    later = select(GroupRow.id, stated.c.seen).join(stated, stated.c.group_id == GroupRow.id).where(stated.c.seen < GroupRow.first_seen)
    for group, seen in session.execute(later).all():
        session.execute(
            update(GroupRow).where(GroupRow.id == group).values(first_seen=seen), execution_options={"synchronize_session": False}
        )


def _digests(session: Session, key: InstrumentedAttribute[str], column: InstrumentedAttribute[str]) -> dict[str, str]:
    return {row[0]: row[1] for row in session.execute(select(key, column))}


def _digest(row: Values, *parts: Iterable[Any]) -> str:
    return digest(json.dumps([row, *chain(parts)], default=_written, sort_keys=True))


def _written(value: object) -> object:
    return list(value) if isinstance(value, tuple) else str(value)


def reuse_to_row(reuse: Reuse) -> Values:
    """The reuse as its table holds it."""
    row = {
        "earlier": reuse.earlier,
        "later": reuse.later,
        "containment": reuse.containment,
        "changed": [list(pair) for pair in reuse.changed],
    }
    return row | {"digest": _digest(row)}


def reuse_from_row(row: ReuseRow) -> Reuse:
    """The reuse of a row."""
    return Reuse(row.earlier, row.later, row.containment, tuple((earlier, later) for earlier, later in row.changed))
