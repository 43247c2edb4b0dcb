"""What a database lets go of when its time is over, as `settings.keep` says; what findings, decisions and exports rest on stays.

    pages      the raw page of a version; its text, claims and findings stay
    articles   whole stories in which nothing was compared: one outlet, no difference, nobody's decision
    stories    every story but those that somebody decided about
    past       what rows were before they changed

Stories go whole: what is matched afterwards is what would be matched if they had never come.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, delete, exists, func, or_, select, tuple_, update
from sqlalchemy.orm import Session

from corroborate.model.decisions import key_of
from corroborate.model.findings import Agreement
from corroborate.model.pages import ArchiveLink
from corroborate.store.aliases import current_id
from corroborate.store.columns import batches, delete_by, upsert
from corroborate.store.due import bump
from corroborate.store.engine import Database
from corroborate.store.journal import journal_before, stamp
from corroborate.store.revisions import DROPPED
from corroborate.store.snapshots import BEGINNING
from corroborate.store.tables import (
    AliasRow,
    AnnouncementRow,
    ArticleRow,
    ClaimRow,
    DiscrepancyRow,
    DueArticleRow,
    DueStoryRow,
    GroupRow,
    MarkRow,
    PassedOverRow,
    ReadingRow,
    ReuseRow,
    ReviewRow,
    RevisionRow,
    SketchRow,
    StoryArticleRow,
    StoryRow,
    VisitRow,
)

BATCH = 200
"""Stories, or articles of none, that go in one transaction."""
LEAVING = "leaving "
"""Begins the mark of an archive file that is to be taken away, so that a run that is killed before leaves nothing behind."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """An archive file of which every page is past its time: those that findings need, by their version, and how many are not needed."""

    file: str
    needed: Mapping[str, ArchiveLink]
    others: int


class Retention:
    """Lets go of what is past its time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def shelves(self, before: datetime) -> Iterator[Shelf]:
        """Archive files whose last page was seen before then."""
        latest = func.max(RevisionRow.seen)
        query = select(RevisionRow.archive_file).where(RevisionRow.archive_file != DROPPED).group_by(RevisionRow.archive_file)
        with self._database.reading() as session:
            files = session.scalars(query.having(latest < before).order_by(RevisionRow.archive_file)).all()
            decided = _decided(session)
        for file in files:
            with self._database.reading() as session:
                yield _shelf(session, file, decided)

    def leaving(self) -> tuple[str, ...]:
        """Archive files of which nothing is needed any more, and which are to be taken away."""
        with self._database.reading() as session:
            names = session.scalars(select(MarkRow.name).where(MarkRow.name.startswith(LEAVING)).order_by(MarkRow.name))
            return tuple(name.removeprefix(LEAVING) for name in names)

    def left(self, file: str) -> None:
        """It was taken away."""
        with self._database.writing() as session:
            session.execute(delete(MarkRow).where(MarkRow.name == LEAVING + file))

    def clear(self, shelf: Shelf, moved: Mapping[str, ArchiveLink]) -> None:
        """Those that are needed lie elsewhere from now on, the others nowhere."""
        with self._database.writing() as session:
            for identity, link in moved.items():
                place = {"archive_file": link.file, "archive_offset": link.offset, "archive_length": link.length}
                session.execute(update(RevisionRow).where(RevisionRow.id == identity).values(place))
            nowhere = {"archive_file": DROPPED, "archive_offset": 0, "archive_length": 0}
            session.execute(update(RevisionRow).where(RevisionRow.archive_file == shelf.file).values(nowhere))
            upsert(session, MarkRow, [{"name": LEAVING + shelf.file, "text": ""}])

    def drop_stories(self, before: datetime, *, findings: bool) -> int:
        """Let go of stories whose last article is older than that; with `findings` also of those in which something was compared."""
        dropped, after = 0, None
        while True:
            with self._database.writing() as session:
                query = select(StoryRow.last, StoryRow.id).where(StoryRow.last < before).order_by(StoryRow.last, StoryRow.id).limit(BATCH)
                query = query if after is None else query.where(tuple_(StoryRow.last, StoryRow.id) > after)
                rows = session.execute(query).all()
                going = _droppable(session, [row.id for row in rows], findings=findings)
                _drop(session, going)
            dropped += len(going)
            if len(rows) < BATCH:
                return dropped
            after = (rows[-1].last, rows[-1].id)

    def drop_strays(self, before: datetime) -> int:
        """Let go of articles of no story, such as those that could not be read, and of announcements of nothing."""
        alone = ~exists().where(StoryArticleRow.article == ArticleRow.article) & ~exists().where(
            DueArticleRow.article == ArticleRow.article
        )
        unseen = ~exists().where(ArticleRow.article == VisitRow.article) & ~exists().where(RevisionRow.article == VisitRow.article)
        with self._database.writing() as session:
            session.execute(delete(PassedOverRow).where(PassedOverRow.day < before.date()))
            decided = _decided(session)
        undecided = ArticleRow.article.not_in(decided)
        return self._drop_all(select(ArticleRow.article).where(ArticleRow.as_of < before, alone, undecided).distinct()) + self._drop_all(
            select(VisitRow.article).where(VisitRow.first_seen < before, VisitRow.next_at.is_(None), unseen)
        )

    def _drop_all(self, query: Select[str]) -> int:
        dropped = 0
        while True:
            with self._database.writing() as session:
                articles = session.scalars(query.limit(BATCH)).all()
                _drop_articles(session, articles)
            dropped += len(articles)
            if len(articles) < BATCH:
                return dropped

    def forget_past(self, before: datetime) -> int:
        """Keep the past since then only: nothing earlier can be told from now on."""
        with self._database.writing() as session:
            forgotten = journal_before(session.connection(), before)
            begun = session.scalar(select(MarkRow.text).where(MarkRow.name == BEGINNING))
            upsert(session, MarkRow, [{"name": BEGINNING, "text": str(max(stamp(before), int(begun or 0)))}])
            return forgotten


def _decided(session: Session) -> frozenset[str]:
    """Every id and key that somebody's decision names."""
    named = set[str]()
    for row in session.scalars(select(ReviewRow)):
        named |= {row.subject, *row.others, *(key for side in row.sides for key in side)}
    return frozenset(named | {current_id(session, one) for one in named})


def _shelf(session: Session, file: str, decided: Collection[str]) -> Shelf:
    rows = session.scalars(select(RevisionRow).where(RevisionRow.archive_file == file)).all()
    articles = {row.article for row in rows}
    kept = _contradicted(session, articles) | _decided_articles(session, articles, decided)
    links = {row.id: ArchiveLink(row.archive_file, row.archive_offset, row.archive_length) for row in rows if row.article in kept}
    return Shelf(file, links, len(rows) - len(links))


def _contradicted(session: Session, articles: Iterable[str]) -> set[str]:
    """Those in whose story something does not agree."""
    disputed = select(StoryArticleRow.article).join(DiscrepancyRow, DiscrepancyRow.story_id == StoryArticleRow.story_id)
    parts = batches(sorted(articles))
    return {article for batch in parts for article in session.scalars(disputed.where(StoryArticleRow.article.in_(batch)))}


def _decided_articles(session: Session, articles: Iterable[str], decided: Collection[str]) -> set[str]:
    """Those that a decision names, by themselves, their story, or a claim, group or discrepancy in it."""
    found, stories = set[str](), defaultdict[str, set[str]](set)
    for batch in batches(sorted(articles)):
        found |= set(batch) & set(decided)
        claims = select(ClaimRow.id, ClaimRow.article, ClaimRow.kind, ClaimRow.surface, ClaimRow.sentence).where(
            ClaimRow.article.in_(batch)
        )
        for row in session.execute(claims):
            if row.id in decided or key_of(row.article, row.kind, row.surface, row.sentence) in decided:
                found.add(row.article)
        members = select(StoryArticleRow.story_id, StoryArticleRow.article).where(StoryArticleRow.article.in_(batch))
        for member in session.execute(members):
            stories[member.story_id].add(member.article)
    for story in _named_stories(session, stories, decided):
        found |= stories[story]
    return found


def _named_stories(session: Session, stories: Collection[str], decided: Collection[str]) -> set[str]:
    found = set(stories) & set(decided)
    for batch in batches(sorted(stories)):
        for table in (GroupRow, DiscrepancyRow):
            rows = session.execute(select(table.id, table.story_id).where(table.story_id.in_(batch)))
            found |= {row.story_id for row in rows if row.id in decided}
    return found


def _droppable(session: Session, stories: Sequence[str], *, findings: bool) -> list[str]:
    decided = _decided(session)
    members = defaultdict[str, set[str]](set)
    for batch in batches(stories):
        for row in session.execute(select(StoryArticleRow.story_id, StoryArticleRow.article).where(StoryArticleRow.story_id.in_(batch))):
            members[row.story_id].add(row.article)
    articles = {article for held in members.values() for article in held}
    spared = _decided_articles(session, articles, decided)
    for batch in batches(sorted(articles)):
        spared |= set(session.scalars(select(DueArticleRow.article).where(DueArticleRow.article.in_(batch))))
    kept = {story for story, held in members.items() if held & spared} | _named_stories(session, stories, decided)
    if not findings:
        kept |= _compared(session, stories)
    return [story for story in stories if story not in kept]


def _compared(session: Session, stories: Sequence[str]) -> set[str]:
    """Those in which outlets agree or differ, or one differs with itself."""
    compared = or_(GroupRow.agreement != Agreement.ALONE.value, exists().where(DiscrepancyRow.group_id == GroupRow.id))
    query = select(GroupRow.story_id).where(compared)
    return {story for batch in batches(stories) for story in session.scalars(query.where(GroupRow.story_id.in_(batch)))}


def _drop(session: Session, stories: Sequence[str]) -> None:
    if not stories:
        return
    articles = [one for batch in batches(stories) for one in session.scalars(_members_of(batch))]
    groups = [one for batch in batches(stories) for one in session.scalars(select(GroupRow.id).where(GroupRow.story_id.in_(batch)))]
    _drop_articles(session, articles)
    delete_by(session, GroupRow.id, groups)
    delete_by(session, StoryRow.id, stories)
    delete_by(session, DueStoryRow.story, stories)
    delete_by(session, AliasRow.new, [*stories, *groups])
    bump(session)


def _members_of(stories: Sequence[str]) -> Select[str]:
    return select(StoryArticleRow.article).where(StoryArticleRow.story_id.in_(stories))


def _drop_articles(session: Session, articles: Sequence[str]) -> None:
    """Everything that is known of some articles; their claims go with their versions."""
    for batch in batches(articles):
        revisions = session.scalars(select(RevisionRow.id).where(RevisionRow.article.in_(batch))).all()
        versions = session.scalars(select(ArticleRow.revision).where(ArticleRow.article.in_(batch))).all()
        delete_by(session, ReadingRow.revision, {*revisions, *versions})
    for column in (
        ArticleRow.article,
        RevisionRow.article,
        SketchRow.article,
        ReuseRow.earlier,
        ReuseRow.later,
        DueArticleRow.article,
        AnnouncementRow.article,
        VisitRow.article,
    ):
        delete_by(session, column, articles)
