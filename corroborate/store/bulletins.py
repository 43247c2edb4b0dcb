"""What came up between two moments: read off indexes of time, so that a day costs a day however much is kept.

What the database learned is told by the journal, and not only by when an article was seen: a figure that was fetched at
six and matched at eight belongs to the morning in which it was found.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import column, func, select, table
from sqlalchemy.orm import Session

from corroborate.model.findings import Discrepancy, DiscrepancyType, Status, Verdict
from corroborate.model.records import DiscrepancyRecord, RevisionRecord
from corroborate.model.stories import Origin, Story
from corroborate.store.columns import bare, batches
from corroborate.store.discrepancies import from_row, side_from
from corroborate.store.engine import Database
from corroborate.store.groups import origin_from_row
from corroborate.store.journal import moment_of, stamp
from corroborate.store.revisions import changed_records
from corroborate.store.stories import with_articles
from corroborate.store.tables import (
    ClaimRow,
    DiscrepancyRow,
    GroupRow,
    OriginRow,
    RevisionRow,
    StoryArticleRow,
    StoryRow,
)

JOURNAL = table("journal", *(column(name) for name in ("number", "at", "kind", "key", "before")))


@dataclass(frozen=True, slots=True)
class Named:
    """What a digest is filtered by of a claim."""

    article: str
    parties: tuple[str, ...]
    speaker: str | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A discrepancy as it stands, with its group's kind, unit and verdict, what its figures rest on, and its claims."""

    record: DiscrepancyRecord
    kind: str
    unit: str | None
    verdict: Verdict
    origins: tuple[Origin, ...] = ()
    claims: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """A discrepancy that changed: what it was before, None where it is new; and what it is, None where it is found no more."""

    id: str
    before: Discrepancy | None
    now: Discrepancy | None


class Bulletins:
    """What a day brought."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def moved(self, since: datetime, until: datetime) -> tuple[Moved, ...]:
        """Discrepancies that came, changed or went from `since` up to, not including, `until`."""
        with self._database.reading() as session:
            images = _images(session, since, until)
            seen = (DiscrepancyRow.first_seen >= since) & (DiscrepancyRow.first_seen < until)
            come = set(session.scalars(select(DiscrepancyRow.id).where(seen)))
            found = sorted(come | images.keys())
            kept = {row.id: from_row(row) for keys in batches(found) for row in session.execute(bare(DiscrepancyRow, "id"), {"keys": keys})}
            every = (Moved(identity, images.get(identity), kept.get(identity)) for identity in found)
            return tuple(one for one in every if one.before is not None or one.now is not None)

    def standing(self, ids: Sequence[str]) -> dict[str, Standing]:
        """How discrepancies stand, with all that is told of them: what only those that are shown are worth."""
        with self._database.reading() as session:
            return _standing(session, ids)

    def last_before(self, moment: datetime) -> datetime | None:
        """When something came up last before a moment: a discrepancy or a story."""
        columns = (DiscrepancyRow.first_seen, StoryRow.first)
        with self._database.reading() as session:
            found = [session.scalar(select(func.max(column)).where(column < moment)) for column in columns]
        return max((one for one in found if one is not None), default=None)

    def revised(self, since: datetime, until: datetime) -> tuple[RevisionRecord, ...]:
        """Versions seen in that time in which figures differ from the version before."""
        seen = (RevisionRow.seen >= since) & (RevisionRow.seen < until)
        with self._database.reading() as session:
            articles = set(session.scalars(select(RevisionRow.article).where(seen)))
            edited = list[str]()
            for batch in batches(sorted(articles)):
                several = select(RevisionRow.article).where(RevisionRow.article.in_(batch)).group_by(RevisionRow.article)
                edited += session.scalars(several.having(func.count() > 1)).all()
            found = [one for batch in batches(edited, 50) for one in changed_records(session, batch)]
        return tuple(one for one in found if one.changes and since <= one.revision.seen < until)

    def stories(self, since: datetime, until: datetime, most: int) -> tuple[tuple[Story, ...], int]:
        """The new stories of that time with the most articles, and how many there are in all."""
        begun = (StoryRow.first >= since) & (StoryRow.first < until)
        sizes = select(StoryRow.id).join(StoryArticleRow, StoryArticleRow.story_id == StoryRow.id).where(begun).group_by(StoryRow.id)
        with self._database.reading() as session:
            ids = session.scalars(sizes.order_by(func.count().desc(), StoryRow.id).limit(most)).all()
            rows = {row.id: row for row in session.scalars(select(StoryRow).where(StoryRow.id.in_(ids)))}
            stories = with_articles(session, [rows[identity] for identity in ids])
            return tuple(stories), session.scalar(select(func.count()).select_from(StoryRow).where(begun)) or 0


def _images(session: Session, since: datetime, until: datetime) -> dict[str, Discrepancy | None]:
    """What each discrepancy that moved was before the time; what is said first counts."""
    query = select(JOURNAL.c.key, JOURNAL.c.before).where(JOURNAL.c.kind == "discrepancies")
    bounds = (JOURNAL.c.at >= stamp(since)) & (JOURNAL.c.at < stamp(until))
    images = dict[str, Discrepancy | None]()
    for key, before in session.execute(query.where(bounds).order_by(JOURNAL.c.number)):
        if key not in images:
            images[key] = None if before is None else _image(json.loads(before) if isinstance(before, str) else before)
    return images


def _image(document: dict[str, Any]) -> Discrepancy:
    """A discrepancy as the journal keeps it; documents in it are texts in one database and documents in the other."""
    sides = json.loads(document["sides"]) if isinstance(document["sides"], str) else document["sides"]
    seen = datetime.fromisoformat(str(document["first_seen"]))
    return Discrepancy(
        id=document["id"],
        group=document["group_id"],
        story=document["story_id"],
        type=DiscrepancyType(document["type"]),
        about=document["about"],
        rule=document["rule"],
        reason=document["reason"],
        sides=tuple(side_from(side) for side in sides),
        first_seen=seen if seen.tzinfo else seen.replace(tzinfo=moment_of(0).tzinfo),
        status=Status(document["status"]),
    )


def _standing(session: Session, ids: Sequence[str]) -> dict[str, Standing]:
    found = dict[str, Standing]()
    query = (
        select(DiscrepancyRow, StoryRow.title, GroupRow.question, GroupRow.kind, GroupRow.unit, GroupRow.verdict)
        .join(GroupRow, GroupRow.id == DiscrepancyRow.group_id)
        .join(StoryRow, StoryRow.id == GroupRow.story_id)
    )
    for batch in batches(ids):
        rows = session.execute(query.where(DiscrepancyRow.id.in_(batch))).all()
        origins = _origins(session, {row[0].group_id for row in rows})
        named = _named(session, [claim for row in rows for side in row[0].sides for claim in side["claims"]])
        for row, title, question, kind, unit, verdict in rows:
            claims = tuple(named[claim] for side in row.sides for claim in side["claims"] if claim in named)
            record = DiscrepancyRecord(from_row(row), title, question)
            found[row.id] = Standing(record, kind, unit, Verdict(verdict), tuple(origins.get(row.group_id, ())), claims)
    return found


def _origins(session: Session, groups: Iterable[str]) -> dict[str, list[Origin]]:
    found = dict[str, list[Origin]]()
    for row in session.scalars(select(OriginRow).where(OriginRow.group_id.in_(sorted(groups))).order_by(OriginRow.position)):
        found.setdefault(row.group_id, []).append(origin_from_row(row))
    return found


def _named(session: Session, claims: Iterable[str]) -> dict[str, Named]:
    found = dict[str, Named]()
    columns = (ClaimRow.id, ClaimRow.article, ClaimRow.parties, ClaimRow.attribution, ClaimRow.low, ClaimRow.high)
    for batch in batches(sorted(set(claims))):
        for row in session.execute(select(*columns).where(ClaimRow.id.in_(batch))):
            found[row.id] = Named(row.article, tuple(row.parties), row.attribution["speaker"], row.low, row.high)
    return found
