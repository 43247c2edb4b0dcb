"""Whole tables for export: read in one pass each, a few thousand rows at a time, as columns of plain values.

Claims come in the order in which they were first kept, everything else in the order of time. Reading them here costs a
twentieth of making a value of the model out of each, and nothing is held but the rows at hand.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Executable,
    Label,
    ScalarSelect,
    Select,
    Text,
    any_,
    bindparam,
    distinct,
    func,
    select,
    type_coerce,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from corroborate.model.articles import Readability
from corroborate.model.queries import Query
from corroborate.store.engine import Database
from corroborate.store.loading import STANDS
from corroborate.store.search import numbers_of
from corroborate.store.tables import (
    ArticleRow,
    ClaimRow,
    GroupClaimRow,
    GroupRow,
    OriginClaimRow,
    OriginRow,
    RevisionRow,
    StoryArticleRow,
    StoryRow,
)

SIZE = 4000
"""Rows at a time."""
REMEMBERED = 20_000
"""Documents of which the parts are remembered: many claims have no speaker, many a round value."""

Columns = dict[str, Sequence[Any]]
Parts = tuple[Any, ...]
Place = tuple[str, str | None]
NOWHERE = (None, None)
DECODED = json.JSONDecoder().raw_decode


TOLD = ("value", "low", "high", "approx", "unit", "counted", "start", "end", "role", "per", "direction", "names")
"""What a figure's document says; `names` are those who took part."""
SAID = ("speaker", "document", "cites", "hedged", "denied")
"""What an attribution's document says."""
PLAIN = ("id", "article", "revision", "kind", "surface", "sentence", "sentence_start", "char_start", "char_end", "actor", "target", "rule")
DOCUMENTS = ("figure", "attribution", "parties", "scope", "period")
ABOUT = ("url", "outlet", "title", "published", "text_digest")


class Dumps:
    """Tables as columns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def claims(self, where: Query | None = None) -> Iterator[Columns]:
        """Claims of current versions, with their articles and places; only those that answer a query."""
        dialect = self._database.dialect
        query = _claims(dialect)
        with self._database.reading() as session:
            if where is not None:
                query = query.where(ClaimRow.number.in_(numbers_of(session, dialect, where).subquery().select()))
            articles = _Articles(session)
            for rows in _bare(session, query):
                yield _claim_columns(rows, articles)

    def groups(self) -> Iterator[Columns]:
        """Claim groups with how many outlets and origins answer them."""
        members = select(func.count(distinct(ClaimRow.outlet))).join(GroupClaimRow, GroupClaimRow.claim == ClaimRow.id)
        outlets = members.where(GroupClaimRow.group_id == GroupRow.id).correlate(GroupRow).scalar_subquery()
        origins = _count(OriginRow.id, OriginRow.group_id == GroupRow.id)
        columns = [getattr(GroupRow, name) for name in ("id", "story_id", "question", "kind", "unit", "agreement", "verdict")]
        columns += [GroupRow.low, GroupRow.high, GroupRow.wordings, GroupRow.first_seen, GroupRow.last_changed]
        yield from self._plain(select(*columns, outlets.label("outlets"), origins.label("origins")), (GroupRow.first_seen, GroupRow.id))

    def stories(self) -> Iterator[Columns]:
        """Stories with how many articles, outlets and origins there are."""
        member = StoryArticleRow.story_id == StoryRow.id
        standing = select(func.count(distinct(ArticleRow.outlet))).join(StoryArticleRow, StoryArticleRow.article == ArticleRow.article)
        outlets = standing.where(member, STANDS).correlate(StoryRow).scalar_subquery()
        # The origins of all its questions together: one letter answers many.
        named = select(func.count(distinct(OriginRow.kind + " " + OriginRow.label))).join(GroupRow, GroupRow.id == OriginRow.group_id)
        origins = named.where(GroupRow.story_id == StoryRow.id).correlate(StoryRow).scalar_subquery()
        counted = (_count(StoryArticleRow.article, member).label("articles"), outlets.label("outlets"), origins.label("origins"))
        yield from self._plain(select(StoryRow.id, StoryRow.title, StoryRow.first, StoryRow.last, *counted), (StoryRow.first, StoryRow.id))

    def articles(self) -> Iterator[Columns]:
        """The current version of every article."""
        kept = _count(RevisionRow.id, RevisionRow.article == ArticleRow.article)
        versions = ArticleRow.__table__.alias("versions")
        read = select(func.count()).select_from(versions).where(versions.c.article == ArticleRow.article).correlate(ArticleRow)
        story = select(func.min(StoryArticleRow.story_id)).where(StoryArticleRow.article == ArticleRow.article).correlate(ArticleRow)
        names = ("article", "url", "outlet", "title", "byline", "published", "published_source", "language")
        columns = [getattr(ArticleRow, name) for name in names]
        counted = (kept.label("kept"), read.scalar_subquery().label("read"), story.scalar_subquery().label("story"))
        yield from self._plain(select(*columns, *counted).where(ArticleRow.current), (ArticleRow.as_of, ArticleRow.article))

    def texts(self) -> Iterator[tuple[str, str]]:
        """The text of every article that could be read, by its digest."""
        query = select(ArticleRow.text_digest, ArticleRow.text).where(ArticleRow.readability == Readability.READ.value)
        with self._database.reading() as session:
            for rows in _parts(session, query.order_by(ArticleRow.revision)):
                yield from ((row[0], row[1]) for row in rows)

    def _plain(self, query: Select[Any], order: tuple[InstrumentedAttribute[Any], ...]) -> Iterator[Columns]:
        names = [column["name"] for column in query.column_descriptions]
        with self._database.reading() as session:
            for rows in _parts(session, query.order_by(*order)):
                yield dict(zip(names, zip(*rows, strict=True), strict=True))


def _parts(session: Session, query: Executable) -> Iterator[Sequence[Any]]:
    """The rows, so many at a time, without the whole of them ever being in memory."""
    options = {"stream_results": True, "max_row_buffer": SIZE}
    with session.connection().execute(query, execution_options=options) as result:
        yield from result.partitions(SIZE)


def _bare(session: Session, query: Select[Any]) -> Iterator[Sequence[Any]]:
    """The same as the driver gives them, which is faster; of columns that are texts and numbers in any database."""
    if session.get_bind().dialect.name != "sqlite":
        yield from _parts(session, query)
        return
    with session.connection().execute(query) as result:
        cursor = result.cursor
        assert cursor is not None
        while rows := cursor.fetchmany(SIZE):
            yield rows


def _count(column: InstrumentedAttribute[str], condition: ColumnElement[bool]) -> ScalarSelect[int]:
    return select(func.count(column)).where(condition).correlate_except(column.class_).scalar_subquery()


def _claims(dialect: str) -> Select[Any]:
    """The columns of a claim, its documents as they are written."""
    documents = [_raw(getattr(ClaimRow, name), dialect) for name in DOCUMENTS]
    columns = [getattr(ClaimRow, name) for name in PLAIN]
    # Not "current": an index on it would tempt SQLite away from the order that is wanted.
    return select(*columns, *documents).where(ClaimRow.current.is_not(False)).order_by(ClaimRow.number)


def _raw(column: InstrumentedAttribute[Any], dialect: str) -> Label[Any]:
    """A document as text; the same words of it are then read once."""
    raw = type_coerce(column, Text) if dialect == "sqlite" else func.cast(column, Text)
    return raw.label(column.key)


class _Articles:
    """The articles and groups of the claims at hand: claims of one article follow each other."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, revisions: Sequence[str]) -> Mapping[str, tuple[Any, ...]]:
        """What is exported of each version, with its story last."""
        story = select(func.min(StoryArticleRow.story_id)).where(StoryArticleRow.article == ArticleRow.article).correlate(ArticleRow)
        query = select(ArticleRow.revision, *(getattr(ArticleRow, name) for name in ABOUT), story.scalar_subquery())
        return {row[0]: tuple(row[1:]) for row in self._among(query, ArticleRow.revision, revisions)}

    def places(self, claims: Sequence[str]) -> Mapping[str, tuple[str, str | None]]:
        """The group of each claim and its origin there; of several groups the first by name, with or without an origin."""
        rooted = self._among(select(OriginClaimRow.claim, OriginClaimRow.group_id, OriginClaimRow.origin), OriginClaimRow.claim, claims)
        found = _first((claim, (group, origin)) for claim, group, origin in rooted)
        rest = [claim for claim in claims if claim not in found]
        members = self._among(select(GroupClaimRow.claim, GroupClaimRow.group_id), GroupClaimRow.claim, rest)
        return found | _first((claim, (group, None)) for claim, group in members)

    def groups(self, ids: Sequence[str | None]) -> Mapping[str | None, tuple[str, str]]:
        """Story and verdict of each group."""
        query = select(GroupRow.id, GroupRow.story_id, GroupRow.verdict)
        return {row[0]: (row[1], row[2]) for row in self._among(query, GroupRow.id, [one for one in ids if one is not None])}

    def _among(self, query: Select[*tuple[Any, ...]], column: InstrumentedAttribute[str], ids: Sequence[str]) -> Sequence[Any]:
        """All of them in one statement, which is handed the ids as one value and not as thousands."""
        connection, known = self._session.connection(), list(dict.fromkeys(ids))
        if connection.dialect.name == "sqlite":
            listed = func.json_each(bindparam("ids")).table_valued("value")
            return connection.execute(query.where(column.in_(select(listed.c.value))), {"ids": json.dumps(known)}).fetchall()
        among = column == any_(bindparam("ids", type_=ARRAY(Text)))
        return connection.execute(query.where(among), {"ids": known}).fetchall()


def _first(placed: Iterable[tuple[str, Place]]) -> dict[str, Place]:
    found = dict[str, Place]()
    for claim, place in placed:
        if claim not in found or place[0] < found[claim][0]:
            found[claim] = place
    return found


def _claim_columns(rows: Sequence[Any], articles: _Articles) -> Columns:
    columns: Columns = dict(zip((*PLAIN, *DOCUMENTS), zip(*rows, strict=True), strict=True))
    places = articles.places(columns["id"])
    columns["group"], columns["origin"] = zip(*(places.get(claim, NOWHERE) for claim in columns["id"]), strict=True)
    versions, groups = articles.of(columns["revision"]), articles.groups(columns["group"])
    about = zip(*[versions[revision] for revision in columns["revision"]], strict=True)
    columns |= dict(zip((*ABOUT, "storied"), about, strict=True))
    placed = [groups.get(group, (None, None)) for group in columns["group"]]
    columns["story"] = [story or storied for (story, _), storied in zip(placed, columns.pop("storied"), strict=True)]
    columns["verdict"] = [verdict for _, verdict in placed]
    columns |= dict(zip(TOLD, zip(*map(told_of, columns.pop("figure")), strict=True), strict=True))
    columns |= dict(zip(SAID, zip(*map(said_of, columns.pop("attribution")), strict=True), strict=True))
    columns |= {name: list(map(texts_of, columns[name])) for name in ("parties", "scope")}
    columns["period_start"], columns["period_end"] = zip(*map(days_of, columns.pop("period")), strict=True)
    return columns


@lru_cache(REMEMBERED)
def told_of(written: str) -> Parts:
    """The parts of a figure's document, as TOLD names them."""
    document, _ = DECODED(written)
    return FIGURES[document["type"]](document)


def _quantity(document: Mapping[str, Any]) -> Parts:
    bounds, counted = document["range"], document["counted"]
    shape = (document["value"], bounds["low"], bounds["high"], document["approx"], document["unit"], counted, None, None)
    return (*shape, document["role"], document["per"], document["direction"] or 0, ())


def _period(document: Mapping[str, Any]) -> Parts:
    return (*(None,) * 6, document["range"]["low"], document["range"]["high"], None, None, 0, ())


def _rank(document: Mapping[str, Any]) -> Parts:
    return (str(document["place"]), *(None,) * 4, document["head"], *(None,) * 4, 0, ())


def _participation(document: Mapping[str, Any]) -> Parts:
    return (*(None,) * 5, document["role"], *(None,) * 4, 0, tuple(document["names"]))


FIGURES: Mapping[str, Callable[[Mapping[str, Any]], Parts]] = {
    "quantity": _quantity,
    "period": _period,
    "rank": _rank,
    "participation": _participation,
}


@lru_cache(REMEMBERED)
def said_of(written: str) -> Parts:
    """The parts of an attribution's document, as SAID names them."""
    document = json.loads(written)
    return (document["speaker"], document["document"], tuple(document["cites"]), document["hedged"], document["denied"])


@lru_cache(REMEMBERED)
def texts_of(written: str) -> tuple[str, ...]:
    """The texts of a list."""
    return tuple(json.loads(written))


@lru_cache(REMEMBERED)
def days_of(written: str | None) -> tuple[str | None, str | None]:
    """The first and last day of a period's document."""
    document = None if written is None else json.loads(written)
    return (None, None) if document is None else (document["range"]["low"], document["range"]["high"])
