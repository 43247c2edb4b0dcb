"""Claims: found by what a reader asks, each with its article and its place among the others."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, TextClause, and_, bindparam, or_, select
from sqlalchemy.orm import Session

from corroborate.errors import UnknownId
from corroborate.model.figures import Kind
from corroborate.model.findings import Verdict
from corroborate.model.records import ClaimQuery, ClaimRecord
from corroborate.store.aliases import current_id
from corroborate.store.columns import bare, batches
from corroborate.store.engine import Database
from corroborate.store.loading import FOUND_BY, load_claims
from corroborate.store.tables import ClaimRow, GroupClaimRow, GroupRow, OriginClaimRow, StoryArticleRow
from corroborate.store.words import word_filters

BATCH = 200
Condition = ColumnElement[bool] | TextClause


class Claims:
    """Claims of current article versions; those of superseded ones are found by their id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, identity: str) -> ClaimRecord:
        """The claim of that id, with its article's text; also of a version that was superseded. Raises UnknownId."""
        with self._database.reading() as session:
            return records(session, [_row(session, identity)], text=True)[0]

    def of_revision(self, revision: str, limit: int) -> tuple[ClaimRecord, ...]:
        """The claims of one version of an article, in order of the text; the article comes without its text."""
        query = bare(ClaimRow, "revision", "position", FOUND_BY).limit(limit)
        with self._database.reading() as session:
            return tuple(records(session, session.execute(query, {"keys": [revision]}).all()))

    def find(self, query: ClaimQuery) -> Iterator[ClaimRecord]:
        """Claims that answer the query, newest first. Articles come without their text. Raises UnknownId for `after`."""
        query = self._followed(query)
        left, after = query.limit, query.after
        asked = select(ClaimRow.number, ClaimRow.id).where(ClaimRow.current, *_conditions(self._database.dialect, query))
        while left is None or left > 0:
            size = BATCH if left is None else min(BATCH, left)
            with self._database.reading() as session:
                rows = session.execute(_page(session, asked, after).limit(size)).all()
                found = records(session, claim_rows(session, [row.number for row in rows]))
            yield from found
            if len(rows) < size:
                return
            left, after = None if left is None else left - size, rows[-1].id

    def _followed(self, query: ClaimQuery) -> ClaimQuery:
        """The query with what followed the story and group that it names."""
        if query.story is None and query.group is None:
            return query
        with self._database.reading() as session:
            story, group = (None if one is None else current_id(session, one) for one in (query.story, query.group))
        return replace(query, story=story, group=group)


def claim_rows(session: Session, numbers: Sequence[int]) -> list[Row[Any]]:
    """The claims of these numbers, in the same order."""
    query = bare(ClaimRow, "number", left_out=FOUND_BY)
    found = {row.number: row for batch in batches(numbers) for row in session.execute(query, {"keys": batch})}
    return [found[number] for number in numbers]


def _row(session: Session, identity: str) -> Row[Any]:
    row = session.execute(bare(ClaimRow, "id", left_out=FOUND_BY), {"keys": [identity]}).one_or_none()
    if row is None:
        raise UnknownId(f"there is no claim {identity}", "see `corroborate query --json` for the ids")
    return row


def _page(session: Session, query: Select[int, str], after: str | None) -> Select[int, str]:
    ordered = query.order_by(ClaimRow.appeared.desc(), ClaimRow.id.desc())
    if after is None:
        return ordered
    last = _row(session, after)
    behind = and_(ClaimRow.appeared == last.appeared, ClaimRow.id < last.id)
    return ordered.where(ClaimRow.appeared <= last.appeared, or_(ClaimRow.appeared < last.appeared, behind))


def _conditions(dialect: str, query: ClaimQuery) -> list[Condition]:
    conditions: list[Condition] = [*word_filters(dialect, query.words, query.party), *_placed_conditions(query)]
    plain = (
        (query.kind, lambda kind: ClaimRow.kind == Kind(kind).value),
        (query.unit, lambda unit: ClaimRow.unit == unit),
        (query.outlet, lambda outlet: ClaimRow.outlet == outlet),
        (query.since, lambda day: ClaimRow.appeared >= _midnight(day)),
        (query.until, lambda day: ClaimRow.appeared < _midnight(day + timedelta(days=1))),
        (query.low, lambda low: ClaimRow.high >= float(low)),
        (query.high, lambda high: ClaimRow.low <= float(high)),
        (query.article, lambda article: ClaimRow.article == article),
    )
    return conditions + [condition(value) for value, condition in plain if value is not None]


def _placed_conditions(query: ClaimQuery) -> list[Condition]:
    conditions: list[Condition] = []
    if query.group is not None:
        conditions.append(ClaimRow.id.in_(select(GroupClaimRow.claim).where(GroupClaimRow.group_id == query.group)))
    if query.story is not None:
        conditions.append(ClaimRow.article.in_(select(StoryArticleRow.article).where(StoryArticleRow.story_id == query.story)))
    if query.verdict is not None:
        members = select(GroupClaimRow.claim).join(GroupRow, GroupRow.id == GroupClaimRow.group_id)
        conditions.append(ClaimRow.id.in_(members.where(GroupRow.verdict == Verdict(query.verdict).value)))
    return conditions


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)


def records(session: Session, rows: Sequence[Row[Any]], *, text: bool = False) -> list[ClaimRecord]:
    """Claims with their places: four queries for each few hundred."""
    groups, origins, stories = _places(session, rows)
    records = list[ClaimRecord]()
    for claim, article in load_claims(session, rows, text=text):
        group, story, verdict = groups.get(claim.id, (None, None, None))
        records.append(
            ClaimRecord(
                claim=claim,
                article=article,
                story=story or stories.get(article.id),
                group=group,
                origin=origins.get(claim.id),
                verdict=None if verdict is None else Verdict(verdict),
            )
        )
    return records


Places = tuple[dict[str, tuple[str, str, str]], dict[str, str], dict[str, str]]


MEMBER = GroupClaimRow.__table__.c
GROUP = GroupRow.__table__.c
GROUPED = (
    select(MEMBER.claim, GROUP.id, GROUP.story_id, GROUP.verdict)
    .join_from(GroupClaimRow.__table__, GroupRow.__table__, GROUP.id == MEMBER.group_id)
    .where(MEMBER.claim.in_(bindparam("keys", expanding=True)))
    .order_by(GROUP.id.desc())
)


def _places(session: Session, rows: Sequence[Row[Any]]) -> Places:
    """Group, story and verdict of each claim; origin of each claim; story of each article."""
    groups, origins, stories = dict[str, tuple[str, str, str]](), dict[str, str](), dict[str, str]()
    for batch in batches(rows):
        ids, articles = {"keys": [row.id for row in batch]}, {"keys": sorted({row.article for row in batch})}
        for claim, group, story, verdict in session.execute(GROUPED, ids):
            groups[claim] = (group, story, verdict)
        origins |= {row.claim: row.origin for row in session.execute(bare(OriginClaimRow, "claim"), ids)}
        stories |= {row.article: row.story_id for row in session.execute(bare(StoryArticleRow, "article"), articles)}
    return groups, origins, stories
