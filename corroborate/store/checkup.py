"""Whether a database is sound: what the database knows itself, and what must hold between our tables."""

from collections.abc import Iterator

from sqlalchemy import Select, and_, exists, func, inspect, select, text
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from corroborate.store.engine import Database
from corroborate.store.journal import JOURNALED
from corroborate.store.snapshots import BEGINNING
from corroborate.store.tables import (
    ArticleRow,
    ClaimRow,
    DiscrepancyRow,
    GroupClaimRow,
    GroupRow,
    MarkRow,
    OriginClaimRow,
    OriginRow,
    ReuseRow,
    SketchRow,
    StoryArticleRow,
    StoryRow,
    SuggestionRow,
    Table,
)

TOLD = 20
"""Faults of each sort that are told."""
WORDS = ("claim_words_insert", "claim_words_delete", "claim_words_update")


def what_is_wrong(database: Database) -> tuple[str, ...]:
    """Faults in sentences; empty where there are none."""
    with database.reading() as session:
        own = _sqlite_faults(session) if database.dialect == "sqlite" else _postgresql_faults(session)
        return (*own, *_missing(session), *_faults(session), *_journal_faults(session))


def _sqlite_faults(session: Session) -> Iterator[str]:
    yield from (f"damaged: {row[0]}" for row in session.execute(text(f"PRAGMA integrity_check({TOLD})")) if row[0] != "ok")
    orphans = [f"row {row[1]} of {row[0]} belongs to nothing" for row in session.execute(text("PRAGMA foreign_key_check"))]
    yield from orphans[:TOLD]
    indexed = session.scalar(text("SELECT count(*) FROM claim_words_docsize"))
    standing = session.scalar(select(func.count()).select_from(ClaimRow).where(ClaimRow.current))
    if indexed != standing:
        yield f"{indexed} claims can be found by their words, and {standing} stand"


def _postgresql_faults(session: Session) -> Iterator[str]:
    ours = "n.nspname = current_schema()"
    broken = f"""SELECT c.relname FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid
        JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE {ours} AND NOT i.indisvalid"""
    yield from (f"index {name} is not valid" for name in session.scalars(text(broken)))
    doubtful = f"""SELECT conname FROM pg_constraint AS c JOIN pg_namespace AS n ON n.oid = c.connamespace
        WHERE {ours} AND NOT c.convalidated"""
    yield from (f"constraint {name} was never verified" for name in session.scalars(text(doubtful)))


def _missing(session: Session) -> Iterator[str]:
    """Indexes, without which searches crawl, and triggers, without which the past is not kept."""
    connection = session.connection()
    shape = inspect(connection)
    for table in Table.metadata.sorted_tables:
        known = {index["name"] for index in shape.get_indexes(table.name)}
        yield from (f"index {index.name} is missing" for index in table.indexes if index.name not in known)
    if connection.dialect.name == "sqlite":
        named = set(session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")))
        wanted = [*WORDS, *(f"journal_{table}_{event}" for table in JOURNALED for event in ("insert", "update", "delete"))]
    else:
        query = "SELECT c.relname || ' ' || t.tgname FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid WHERE t.tgenabled <> 'D'"
        named = set(session.scalars(text(query)))
        wanted = [f"{table} journal_{event}" for table in JOURNALED for event in ("change", "update")]
    yield from (f"trigger {name} is missing" for name in wanted if name not in named)


def _faults(session: Session) -> Iterator[str]:
    for sentence, query in FAULTS:
        yield from (sentence.format(name) for name in session.scalars(query.limit(TOLD)))


def _journal_faults(session: Session) -> Iterator[str]:
    """Rows of which the journal says something else than the tables: what came and never went is there, and nothing else."""
    from_the_beginning = session.get(MarkRow, BEGINNING) is None
    for table, parts in JOURNALED.items():
        # Numbers are keys as texts.
        key = " || ' ' || ".join(f"CAST({part} AS text)" for part in parts)
        rows, noted = f"SELECT {key} FROM {table}", f"SELECT key FROM journal WHERE kind = '{table}'"
        lost = f"SELECT * FROM ({noted} GROUP BY key HAVING count(before) = 0 EXCEPT {rows}) AS lost LIMIT {TOLD}"
        yield from (f"the journal knows {table} {one}, which is not there" for one in session.scalars(text(lost)))
        if from_the_beginning:
            unknown = f"SELECT * FROM ({rows} EXCEPT {noted}) AS unknown LIMIT {TOLD}"
            yield from (f"the journal does not know {table} {one}" for one in session.scalars(text(unknown)))


def _wrongly_standing() -> Select[str]:
    standing = func.count().filter(ArticleRow.current)
    return select(ArticleRow.article).group_by(ArticleRow.article).having(standing != 1).order_by(ArticleRow.article)


def _wrongly_current() -> Select[str]:
    """Claims that stand where their version does not, or the other way round."""
    query = select(ClaimRow.id).join(ArticleRow, ArticleRow.revision == ClaimRow.revision)
    return query.where(ClaimRow.current != ArticleRow.current).order_by(ClaimRow.id)


def _dangling(column: InstrumentedAttribute[str], target: InstrumentedAttribute[str], told: InstrumentedAttribute[str]) -> Select[str]:
    """What `told` names of the rows whose `column` is nobody's `target`."""
    return select(told).where(~exists().where(target == column)).distinct().order_by(told)


def _groups_without_claims() -> Select[str]:
    return select(GroupRow.id).where(~exists().where(GroupClaimRow.group_id == GroupRow.id)).order_by(GroupRow.id)


def _strange_claims() -> Select[str]:
    """Groups that hold a claim of an article of another story."""
    inside = and_(StoryArticleRow.story_id == GroupRow.story_id, StoryArticleRow.article == ClaimRow.article)
    query = (
        select(GroupRow.id).join(GroupClaimRow, GroupClaimRow.group_id == GroupRow.id).join(ClaimRow, ClaimRow.id == GroupClaimRow.claim)
    )
    return query.where(~exists().where(inside)).distinct().order_by(GroupRow.id)


def _without_origins() -> Select[str]:
    origin = and_(OriginRow.group_id == OriginClaimRow.group_id, OriginRow.id == OriginClaimRow.origin)
    return select(OriginClaimRow.group_id).where(~exists().where(origin)).distinct().order_by(OriginClaimRow.group_id)


def _in_two_stories() -> Select[str]:
    other = aliased(StoryArticleRow)
    twice = and_(other.article == StoryArticleRow.article, other.story_id > StoryArticleRow.story_id)
    return select(StoryArticleRow.article).where(exists().where(twice)).distinct().order_by(StoryArticleRow.article)


FAULTS = (
    ("article {} does not have exactly one current version", _wrongly_standing()),
    ("claim {} does not stand or fall with its article", _wrongly_current()),
    ("group {} holds a claim that is not there", _dangling(GroupClaimRow.claim, ClaimRow.id, GroupClaimRow.group_id)),
    ("group {} holds no claim", _groups_without_claims()),
    ("group {} holds a claim of another story", _strange_claims()),
    ("group {} has a claim of an origin that is not there", _without_origins()),
    ("story {} holds an article that is not there", _dangling(StoryArticleRow.article, ArticleRow.article, StoryArticleRow.story_id)),
    ("article {} is in two stories", _in_two_stories()),
    ("discrepancy {} is of a story that is not there", _dangling(DiscrepancyRow.story_id, StoryRow.id, DiscrepancyRow.id)),
    ("groups of story {}, which is not there, may be one", _dangling(SuggestionRow.story_id, StoryRow.id, SuggestionRow.story_id)),
    ("article {} is copied from one that is not there", _dangling(ReuseRow.earlier, ArticleRow.article, ReuseRow.later)),
    ("article {}, which is not there, is said to be a copy", _dangling(ReuseRow.later, ArticleRow.article, ReuseRow.later)),
    ("the sketch of article {} is of no article", _dangling(SketchRow.article, ArticleRow.article, SketchRow.article)),
)
