"""Claims for export: some thousand at a time, as columns of plain values, in the order in which they were first kept.

A row and a value for each of forty columns and a million claims would take most of the time and memory. So SQLite writes a batch
as one text, while what was read before is worked on; what comes again and again (a document of figures, the title of an
article) is read once; and nothing is held but the claims at hand.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, Label, Select, Text, any_, bindparam, func, select, text, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from corroborate.model.queries import Query
from corroborate.store.columns import Instant
from corroborate.store.repetitions import Repeated, repeated
from corroborate.store.search import numbers_of
from corroborate.store.tables import ArticleRow, ClaimRow, GroupClaimRow, GroupRow, OriginClaimRow, StoryArticleRow

SIZE = 4000
"""Claims at a time."""
BETWEEN, NOTHING = "\x00", "\x01"
"""What parts the values within a text, which none of them holds, and what stands for none."""

Columns = dict[str, Any]
"""Sequences of values; most of them are Repeated."""
Parts = tuple[Any, ...]
Place = tuple[str, str | None]
NOWHERE = (None, None)

UNIQUE = ("id", "surface", "sentence")
OFFSETS = ("sentence_start", "char_start", "char_end")
SHARED = ("article", "revision", "kind", "actor", "target", "rule")
DOCUMENTS = ("figure", "attribution", "parties", "scope", "period")
PLAIN = (*UNIQUE, *OFFSETS, *SHARED)
ABOUT = ("url", "outlet", "title", "published", "text_digest")
TOLD = ("value", "low", "high", "approx", "unit", "counted", "start", "end", "role", "per", "movement", "names")
"""What a figure's document says; `movement` is its role with its direction, `names` are those who took part."""
SAID = ("speaker", "document", "cites", "hedged", "denied")
"""What an attribution's document says."""


def claim_columns(session: Session, where: Query | None) -> Iterator[Columns]:
    """Claims of current versions, with their articles and places; only those that answer a query."""
    known = _Surroundings(session)
    for columns, surroundings in _in_turn(session, known, where):
        yield _told(columns, *surroundings)


def _in_turn(session: Session, known: "_Surroundings", where: Query | None) -> Iterator[tuple[Columns, "Around"]]:
    """Claims with what is around them; SQLite gathers the next while the last are worked on."""
    if where is not None or _is_of_the_past(session):
        yield from ((columns, known.of(columns)) for columns in _streamed(session, where))
        return
    with ThreadPoolExecutor(1) as ahead:
        coming: Future[tuple[Columns, int] | None] = ahead.submit(_following, session, 0)
        while (found := coming.result()) is not None:
            columns, last = found
            around = known.of(columns)
            coming = ahead.submit(_following, session, last)
            yield columns, around


def _is_of_the_past(session: Session) -> bool:
    """Whether the claims cannot be asked for by number at no cost: PostgreSQL gives a part at a time by itself."""
    if session.get_bind().dialect.name != "sqlite":
        return True
    return bool(session.scalar(text("SELECT count(*) FROM temp.sqlite_master WHERE type = 'view' AND name = 'claims'")))


def _following(session: Session, last: int) -> tuple[Columns, int] | None:
    """The claims after a number, and the number of the last of them."""
    *packed, reached = session.connection().execute(_next_claims(), {"last": last, "size": SIZE}).one()
    return None if reached is None else (_named(_unpacked(packed)), reached)


@cache
def _next_claims() -> Select[*tuple[Any, ...]]:
    after = _claims("sqlite").add_columns(ClaimRow.number).where(ClaimRow.number > bindparam("last"))
    found = after.limit(bindparam("size")).subquery()
    columns = [column for column in found.c if column.name != ClaimRow.number.key]
    return select(*_packed(columns), func.max(found.c.number))


def _streamed(session: Session, where: Query | None) -> Iterator[Columns]:
    """The same row by row, as the driver gives them."""
    dialect = session.get_bind().dialect.name
    query = _claims(dialect)
    if where is not None:
        query = query.where(ClaimRow.number.in_(numbers_of(session, dialect, where).subquery().select()))
    # SQLite is never ahead of what is asked of it, and its driver gives rows faster than what is around it.
    options = {} if dialect == "sqlite" else {"stream_results": True, "max_row_buffer": SIZE}
    with session.connection().execute(query, execution_options=options) as result:
        source = result.cursor if dialect == "sqlite" else result
        while rows := source.fetchmany(SIZE):
            yield _named(list(zip(*rows, strict=True)))


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


def _named(columns: Sequence[Sequence[Any]]) -> Columns:
    """What was read, by the names of its columns."""
    named: Columns = dict(zip((*PLAIN, *DOCUMENTS), columns, strict=True))
    named |= {name: list(map(int, named[name])) for name in OFFSETS}
    return named | {name: repeated(named[name]) for name in (*SHARED, *DOCUMENTS)}


def _packed(columns: Iterable[ColumnElement[Any]]) -> list[ColumnElement[str]]:
    """Columns as one text each: the database hands over those and not a thousand small values."""
    return [func.group_concat(func.coalesce(type_coerce(column, Text), NOTHING), BETWEEN) for column in columns]


def _unpacked(packed: Sequence[str]) -> list[Sequence[str | None]]:
    """The values of such columns."""
    return [_with_nothing(together.split(BETWEEN)) if NOTHING in together else together.split(BETWEEN) for together in packed]


def _with_nothing(values: list[str]) -> list[str | None]:
    return [None if value == NOTHING else value for value in values]


Around = tuple[Mapping[str, Place], Mapping[str | None, Parts], Mapping[str, Parts]]


class _Surroundings:
    """The places, groups and articles of the claims at hand: claims of one article follow each other."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, columns: Columns) -> Around:
        """By claim, by group, by version."""
        places = self._places(columns["id"])
        return places, self._groups({group for group, _ in places.values()}), self._articles(columns["revision"])

    def _places(self, claims: Sequence[str]) -> dict[str, Place]:
        """The group of each claim and its origin there; of several groups the first by name, with or without an origin."""
        rooted = self._among(select(OriginClaimRow.claim, OriginClaimRow.group_id, OriginClaimRow.origin), OriginClaimRow.claim, claims)
        found = _first((claim, (group, origin)) for claim, group, origin in rooted)
        rest = [claim for claim in claims if claim not in found]
        members = self._among(select(GroupClaimRow.claim, GroupClaimRow.group_id), GroupClaimRow.claim, rest) if rest else ()
        return _first((claim, (group, None)) for claim, group in members) | found

    def _groups(self, ids: Iterable[str]) -> dict[str | None, Parts]:
        """Story and verdict of each group."""
        query = select(GroupRow.id, GroupRow.story_id, GroupRow.verdict)
        return {group: (story, verdict) for group, story, verdict in self._among(query, GroupRow.id, ids)}

    def _articles(self, revisions: Repeated) -> dict[str, Parts]:
        """What is exported of each version, with its story last."""
        story = select(func.min(StoryArticleRow.story_id)).where(StoryArticleRow.article == ArticleRow.article).correlate(ArticleRow)
        columns = [getattr(ArticleRow, name) for name in ABOUT]
        query = select(ArticleRow.revision, *columns, story.scalar_subquery().label("story"))
        return {row[0]: tuple(row[1:]) for row in self._among(query, ArticleRow.revision, revisions.distinct)}

    def _among(self, query: Select[*tuple[Any, ...]], column: InstrumentedAttribute[str], ids: Iterable[str]) -> Iterator[Parts]:
        """All of them in one statement, which is handed the ids as one value and not as thousands."""
        connection, known = self._session.connection(), list(dict.fromkeys(ids))
        if connection.dialect.name != "sqlite":
            among = column == any_(bindparam("ids", type_=ARRAY(Text)))
            yield from map(tuple, connection.execute(query.where(among), {"ids": known}))
            return
        listed = func.json_each(bindparam("ids")).table_valued("value")
        found = query.where(column.in_(select(listed.c.value))).subquery()
        packed = connection.execute(select(*_packed(found.c)), {"ids": json.dumps(known)}).one()
        if packed[0] is not None:
            yield from zip(*map(_as_typed, found.c, _unpacked(packed)), strict=True)


def _as_typed(column: ColumnElement[Any], values: Sequence[str | None]) -> Sequence[Any]:
    """Moments as moments; everything else that is asked for in this way is words."""
    if not isinstance(column.type, Instant):
        return values
    return [column.type.from_sqlite(value) for value in values]


def _first(placed: Iterable[tuple[str, Place]]) -> dict[str, Place]:
    """Each claim with its least place."""
    every = list(placed)
    found = dict(every)
    if len(found) < len(every):
        for claim, place in every:
            found[claim] = min(found[claim], place)
    return found


def _told(columns: Columns, places: Mapping[str, Place], groups: Mapping[str | None, Parts], articles: Mapping[str, Parts]) -> Columns:
    """The columns with what the documents say and what is around the claims."""
    named = dict(columns)
    placed = repeated([places.get(claim, NOWHERE) for claim in columns["id"]])
    named |= zip(("group", "origin"), placed.parts(2), strict=True)
    standing = placed.turned(lambda place: groups.get(place[0], NOWHERE))
    about = named["revision"].turned(articles.__getitem__)
    stories = zip(standing, about, strict=True)
    *described, _ = about.parts(len(ABOUT) + 1)
    named |= zip(ABOUT, described, strict=True)
    named["verdict"] = standing.turned(lambda place: place[1])
    named["story"] = repeated([place[0] or version[-1] for place, version in stories])
    named |= _of_documents(columns)
    return named


def _of_documents(columns: Mapping[str, Any]) -> Columns:
    read = {name: Repeated(_documents(columns[name].distinct), columns[name].positions) for name in DOCUMENTS}
    told = read["figure"].turned(lambda figure: FIGURES[figure["type"]](figure))
    said = read["attribution"].turned(_attribution)
    found: Columns = dict(zip(TOLD, told.parts(len(TOLD)), strict=True)) | dict(zip(SAID, said.parts(len(SAID)), strict=True))
    found |= {name: read[name].turned(tuple) for name in ("parties", "scope")}
    days = read["period"].turned(lambda period: NOWHERE if period is None else (period["range"]["low"], period["range"]["high"]))
    found["period_start"], found["period_end"] = days.parts(2)
    return found


def _documents(written: Sequence[str | None]) -> list[Any]:
    """All of them read at once, which takes half the time."""
    read: list[Any] = json.loads(f"[{','.join(one or 'null' for one in written)}]")
    return read


def _quantity(document: Mapping[str, Any]) -> Parts:
    bounds, counted = document["range"], document["counted"]
    shape = (document["value"], bounds["low"], bounds["high"], document["approx"], document["unit"], counted, None, None)
    return (*shape, document["role"], document["per"], (document["role"], document["direction"] or 0), ())


def _period(document: Mapping[str, Any]) -> Parts:
    return (*(None,) * 6, document["range"]["low"], document["range"]["high"], None, None, NOWHERE, ())


def _rank(document: Mapping[str, Any]) -> Parts:
    return (str(document["place"]), *(None,) * 4, document["head"], *(None,) * 4, NOWHERE, ())


def _participation(document: Mapping[str, Any]) -> Parts:
    return (*(None,) * 5, document["role"], *(None,) * 4, NOWHERE, tuple(document["names"]))


FIGURES: Mapping[str, Callable[[Mapping[str, Any]], Parts]] = {
    "quantity": _quantity,
    "period": _period,
    "rank": _rank,
    "participation": _participation,
}


def _attribution(document: Mapping[str, Any]) -> Parts:
    return (document["speaker"], document["document"], tuple(document["cites"]), document["hedged"], document["denied"])
