"""Stories: one event, the articles about it and the questions they answer."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, distinct, func, select, tuple_
from sqlalchemy.orm import Session

from corroborate.errors import UnknownId
from corroborate.model.articles import Article
from corroborate.model.records import StoryCounts, StoryRecord
from corroborate.model.stories import Story
from corroborate.store.aliases import current_id
from corroborate.store.columns import Values, bare, batches
from corroborate.store.engine import Database
from corroborate.store.groups import groups_of_story
from corroborate.store.loading import STANDS, article_from_row
from corroborate.store.tables import ArticleRow, ClaimRow, GroupRow, OriginRow, StoryArticleRow, StoryRow

BATCH = 200
STANDING = bare(ArticleRow, "article", left_out=("text",)).where(STANDS)


class Stories:
    """Stories as readers see them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, identity: str) -> StoryRecord:
        """The story of that id, or the one that followed it. Raises UnknownId."""
        with self._database.reading() as session:
            row = session.get(StoryRow, current_id(session, identity))
            if row is None:
                raise UnknownId(f"there is no story {identity}", "see `corroborate export stories` for the ids")
            return _record(session, with_articles(session, [row])[0])

    def some(self, ids: Iterable[str]) -> tuple[Story, ...]:
        """Those of the stories that are there, in order of their first article."""
        found = list[Story]()
        for batch in batches(sorted(set(ids))):
            with self._database.reading() as session:
                found += with_articles(session, session.scalars(select(StoryRow).where(StoryRow.id.in_(batch))).all())
        return tuple(sorted(found, key=lambda story: (story.first, story.id)))

    def holding(self, articles: Iterable[str]) -> tuple[Story, ...]:
        """The stories that hold one of the articles, in order of their first article."""
        found = set[str]()
        for batch in batches(sorted(set(articles))):
            with self._database.reading() as session:
                found |= set(session.scalars(select(StoryArticleRow.story_id).where(StoryArticleRow.article.in_(batch))))
        return self.some(found)

    def wordings(self) -> Iterator[tuple[str, str, list[str]]]:
        """Of every article in a story: the story, the outlet, and the texts in which others may be named; of its claims so too."""
        home = StoryArticleRow.article
        articles = (
            select(StoryArticleRow.story_id, ArticleRow.outlet, ArticleRow.title, ArticleRow.text, ArticleRow.credits)
            .join(ArticleRow, ArticleRow.article == home)
            .where(STANDS)
        )
        said = select(StoryArticleRow.story_id, ClaimRow.outlet, ClaimRow.attribution).join(ClaimRow, ClaimRow.article == home)
        with self._database.reading() as session:
            for story, outlet, title, text, credits in session.execute(articles.execution_options(yield_per=BATCH)):
                yield story, outlet, [title or "", text, *credits]
            for story, outlet, told in session.execute(said.where(ClaimRow.current).execution_options(yield_per=BATCH)):
                yield story, outlet, [told.get("speaker") or "", *(told.get("cites") or ())]

    def records(self) -> Iterator[StoryRecord]:
        """Every story with its articles and groups, in order of its first article."""
        for story in self.all():
            with self._database.reading() as session:
                record = _record(session, story)
            yield record

    def all(self, since: datetime | None = None) -> Iterator[Story]:
        """Every story, in order of its first article; those that begin at `since` or later."""
        query = select(StoryRow).order_by(StoryRow.first, StoryRow.id).limit(BATCH)
        query = query if since is None else query.where(StoryRow.first >= since)
        following = query
        while True:
            with self._database.reading() as session:
                rows = session.scalars(following).all()
                stories = with_articles(session, rows)
            yield from stories
            if len(rows) < BATCH:
                return
            following = query.where(tuple_(StoryRow.first, StoryRow.id) > (rows[-1].first, rows[-1].id))


def counted_stories() -> Select[*tuple[Any, ...]]:
    """Stories with how many articles, outlets and origins there are, counted by the database."""
    member = StoryArticleRow.story_id == StoryRow.id
    articles = select(func.count(StoryArticleRow.article)).where(member).correlate(StoryRow)
    standing = select(func.count(distinct(ArticleRow.outlet))).join(StoryArticleRow, StoryArticleRow.article == ArticleRow.article)
    outlets = standing.where(member, STANDS).correlate(StoryRow)
    # The origins of all its questions together: one letter answers many.
    named = select(func.count(distinct(OriginRow.kind + " " + OriginRow.label))).join(GroupRow, GroupRow.id == OriginRow.group_id)
    origins = named.where(GroupRow.story_id == StoryRow.id).correlate(StoryRow)
    counts = [query.scalar_subquery().label(name) for query, name in ((articles, "articles"), (outlets, "outlets"), (origins, "origins"))]
    return select(StoryRow.id, StoryRow.title, StoryRow.first, StoryRow.last, *counts)


def load_counts(session: Session, ids: Sequence[str]) -> list[StoryCounts]:
    """The stories of these ids in counts, in order of their first article."""
    query = counted_stories().where(StoryRow.id.in_(ids)).order_by(StoryRow.first, StoryRow.id)
    return [StoryCounts(*row) for row in session.execute(query)]


def _record(session: Session, story: Story) -> StoryRecord:
    return StoryRecord(story, _current_articles(session, story), groups_of_story(session, story.id))


def with_articles(session: Session, rows: Sequence[StoryRow | Row[Any]]) -> list[Story]:
    """The stories of these rows, in the same order."""
    articles = defaultdict(list)
    for member in session.execute(bare(StoryArticleRow, "story_id", "position"), {"keys": [row.id for row in rows]}):
        articles[member.story_id].append(member.article)
    return [from_row(row, articles[row.id]) for row in rows]


def _current_articles(session: Session, story: Story) -> tuple[Article, ...]:
    """The standing versions, without their texts."""
    found = dict[str, Article]()
    for batch in batches(story.articles):
        rows = session.execute(STANDING, {"keys": batch})
        found |= {row.article: article_from_row(row, "") for row in rows}
    return tuple(found[article] for article in story.articles if article in found)


def to_row(story: Story) -> Values:
    """The story as its table holds it, but for its articles and the digest."""
    return {"id": story.id, "title": story.title, "first": story.first, "last": story.last}


def from_row(row: StoryRow | Row[Any], articles: Sequence[str]) -> Story:
    """The story of a row and its articles."""
    return Story(row.id, row.title, tuple(articles), row.first, row.last)
