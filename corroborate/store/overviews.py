"""What pages show of many things at once: bounded, in a fixed number of queries however much there is."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from corroborate.model.figures import Kind
from corroborate.model.findings import DiscrepancyType, Status, Verdict
from corroborate.model.pages import VisitState
from corroborate.model.records import DiscrepancyRecord, QuestionLine, StoryLine
from corroborate.store.aliases import current_id
from corroborate.store.discrepancies import from_row, joined
from corroborate.store.engine import Database
from corroborate.store.loading import STANDS
from corroborate.store.tables import ArticleRow, DiscrepancyRow, GroupRow, StoryArticleRow, StoryRow, VisitRow

QUESTIONS = 500
"""So many questions of a story are listed."""


class Overviews:
    """The latest of everything, in lines."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def stories(self, limit: int, *, before: tuple[datetime, str] | None = None) -> tuple[StoryLine, ...]:
        """The stories whose first article is latest, latest first; `before` continues behind that first time and id."""
        query = select(StoryRow).order_by(StoryRow.first.desc(), StoryRow.id.desc()).limit(limit)
        query = query if before is None else query.where(tuple_(StoryRow.first, StoryRow.id) < before)
        with self._database.reading() as session:
            return _lines(session, session.scalars(query).all())

    def story(self, identity: str) -> StoryLine | None:
        """One story in a line, None where there is none of that id."""
        with self._database.reading() as session:
            row = session.get(StoryRow, current_id(session, identity))
            return None if row is None else _lines(session, [row])[0]

    def some(self, ids: Sequence[str]) -> tuple[StoryLine, ...]:
        """The stories of these ids that are there, in the order asked."""
        with self._database.reading() as session:
            rows = {row.id: row for row in session.scalars(select(StoryRow).where(StoryRow.id.in_(ids)))}
            return _lines(session, [rows[identity] for identity in ids if identity in rows])

    def discrepancies(
        self, limit: int, *, since: datetime | None = None, types: Collection[DiscrepancyType] = (), statuses: Collection[Status] = ()
    ) -> tuple[DiscrepancyRecord, ...]:
        """The discrepancies found last, latest first; of some types and statuses where these are given."""
        query = joined().order_by(DiscrepancyRow.first_seen.desc(), DiscrepancyRow.id.desc()).limit(limit)
        query = query if since is None else query.where(DiscrepancyRow.first_seen >= since)
        query = query.where(DiscrepancyRow.type.in_([one.value for one in types])) if types else query
        query = query.where(DiscrepancyRow.status.in_([one.value for one in statuses])) if statuses else query
        with self._database.reading() as session:
            return tuple(DiscrepancyRecord(from_row(row[0]), row[1], row[2]) for row in session.execute(query))

    def questions(self, story: str) -> tuple[QuestionLine, ...]:
        """The questions of a story, by their wording."""
        columns = (GroupRow.id, GroupRow.question, GroupRow.kind, GroupRow.verdict)
        query = select(*columns).where(GroupRow.story_id == story).order_by(GroupRow.question, GroupRow.id).limit(QUESTIONS)
        with self._database.reading() as session:
            return tuple(QuestionLine(row.id, row.question, Kind(row.kind), Verdict(row.verdict)) for row in session.execute(query))

    def missed(self, since: datetime, until: datetime) -> dict[str, dict[VisitState, int]]:
        """Of articles announced between two moments, those that could not be had: by outlet, how many for which reason."""
        had = (VisitState.FETCHED.value, VisitState.PENDING.value)
        query = (
            select(VisitRow.outlet, VisitRow.state, func.count())
            .where(VisitRow.state.not_in(had), VisitRow.first_seen >= since, VisitRow.first_seen <= until)
            .group_by(VisitRow.outlet, VisitRow.state)
        )
        found: defaultdict[str, dict[VisitState, int]] = defaultdict(dict)
        with self._database.reading() as session:
            for outlet, state, number in session.execute(query):
                found[outlet][VisitState(state)] = number
        return dict(found)


def _lines(session: Session, rows: Sequence[StoryRow]) -> tuple[StoryLine, ...]:
    ids = [row.id for row in rows]
    outlets: defaultdict[str, dict[str, None]] = defaultdict(dict)
    articles, verdicts = Counter[str](), defaultdict[str, Counter[Verdict]](Counter)
    members = (
        select(StoryArticleRow.story_id, ArticleRow.outlet)
        .join(ArticleRow, ArticleRow.article == StoryArticleRow.article)
        .where(StoryArticleRow.story_id.in_(ids), STANDS)
        .order_by(StoryArticleRow.position)
    )
    for story, outlet in session.execute(members):
        articles[story] += 1
        outlets[story][outlet] = None
    asked = select(GroupRow.story_id, GroupRow.verdict, func.count()).where(GroupRow.story_id.in_(ids))
    for story, verdict, number in session.execute(asked.group_by(GroupRow.story_id, GroupRow.verdict)):
        verdicts[story][Verdict(verdict)] = number
    return tuple(
        StoryLine(row.id, row.title, row.first, row.last, articles[row.id], tuple(outlets[row.id]), dict(verdicts[row.id])) for row in rows
    )
