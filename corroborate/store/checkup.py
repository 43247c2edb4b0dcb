"""Whether a database is sound: what the database knows itself, and what must hold between our tables."""

from collections.abc import Iterator

from sqlalchemy import Select, exists, func, select, text
from sqlalchemy.orm import Session

from corroborate.store.engine import Database
from corroborate.store.tables import ArticleRow, ClaimRow, GroupClaimRow, StoryArticleRow

TOLD = 20
"""Faults of each sort that are told."""


def what_is_wrong(database: Database) -> tuple[str, ...]:
    """Faults in sentences; empty where there are none."""
    with database.reading() as session:
        own = _sqlite_faults(session) if database.dialect == "sqlite" else ()
        return (*own, *_faults(session))


def _sqlite_faults(session: Session) -> tuple[str, ...]:
    damaged = [f"damaged: {row[0]}" for row in session.execute(text(f"PRAGMA integrity_check({TOLD})")) if row[0] != "ok"]
    orphans = [f"row {row[1]} of {row[0]} belongs to nothing" for row in session.execute(text("PRAGMA foreign_key_check"))]
    return (*damaged, *orphans[:TOLD])


def _faults(session: Session) -> Iterator[str]:
    for sentence, query in FAULTS:
        yield from (sentence.format(name) for name in session.scalars(query.limit(TOLD)))


def _wrongly_standing() -> Select[str]:
    standing = func.count().filter(ArticleRow.current)
    return select(ArticleRow.article).group_by(ArticleRow.article).having(standing != 1).order_by(ArticleRow.article)


def _wrongly_current() -> Select[str]:
    """Claims that stand where their version does not, or the other way round."""
    query = select(ClaimRow.id).join(ArticleRow, ArticleRow.revision == ClaimRow.revision)
    return query.where(ClaimRow.current != ArticleRow.current).order_by(ClaimRow.id)


def _without_claims() -> Select[str]:
    gone = ~exists().where(ClaimRow.id == GroupClaimRow.claim)
    return select(GroupClaimRow.group_id).where(gone).distinct().order_by(GroupClaimRow.group_id)


def _without_articles() -> Select[str]:
    gone = ~exists().where(ArticleRow.article == StoryArticleRow.article)
    return select(StoryArticleRow.story_id).where(gone).distinct().order_by(StoryArticleRow.story_id)


FAULTS = (
    ("article {} does not have exactly one current version", _wrongly_standing()),
    ("claim {} does not stand or fall with its article", _wrongly_current()),
    ("group {} holds a claim that is not there", _without_claims()),
    ("story {} holds an article that is not there", _without_articles()),
)
