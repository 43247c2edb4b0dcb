"""Search over claims: what a query of the language asks, newest first, page by page, with counts beside it.

A page is read off one index in the order of time: full-text search in SQLite gives its matches in that order, so that
what lies behind the page is never looked at. Counts are of the newest matches only, and say so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import BigInteger, ColumnElement, Select, TextClause, and_, column, literal_column, not_, or_, select, table, text
from sqlalchemy.orm import Session

from corroborate.errors import UsageError
from corroborate.model.queries import Band, Facets, Key, Query, Term
from corroborate.model.records import ClaimRecord
from corroborate.store.aliases import current_id
from corroborate.store.claims import claim_rows, records
from corroborate.store.counting import BITS, DAY, EPOCH, count_facets, counted_columns
from corroborate.store.engine import Database
from corroborate.store.tables import ClaimRow, GroupClaimRow, StoryArticleRow
from corroborate.store.words import NONE, Phrases, folded, fts5, magnitudes, mark, tsquery

MOST = 200
"""Claims on a page, at most."""
COUNTED = 1000
"""So many of the newest matches are counted for the facets: more than a page holds."""
NUMBER = (1 << BITS) - 1
"""The part of a place that is the claim's number."""
claim_place: ColumnElement[int] = literal_column("claims.place")
INDEX = table("claim_words", column("rowid", BigInteger))
WORDS = {Key.WORDS: "words", Key.PARTY: "party_words", Key.SPEAKER: "speaker_words"}
MARKS = {Key.KIND: "k", Key.UNIT: "u", Key.OUTLET: "o", Key.ARTICLE: "a", Key.VERDICT: "v", Key.TYPE: "t"}
CURSOR = re.compile(r"-?[0-9]{1,19}")
FOUND = frozenset({Key.VERDICT, Key.TYPE})
Condition = ColumnElement[bool] | TextClause


@dataclass(frozen=True, slots=True)
class Page:
    """Claims that answer a query, newest first; `following` is where the next page begins, None behind the last."""

    claims: tuple[ClaimRecord, ...]
    following: str | None = None
    facets: Facets | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as a database is asked it: phrases of the full-text index, and conditions on the rows that they find."""

    phrases: tuple[Phrases, ...] = ()
    conditions: tuple[Condition, ...] = ()
    since: tuple[date, ...] = ()
    until: tuple[date, ...] = ()

    def within(self, place: ColumnElement[int]) -> list[Condition]:
        """The days as bounds of a claim's place."""
        begins = [place >= _minute(day) << BITS for day in self.since]
        ends = [place < (_minute(day) + DAY) << BITS for day in self.until]
        return [*begins, *ends]


class Search:
    """Claims of current article versions, found by what the query language says."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, query: Query, *, cursor: str | None = None, limit: int = 50, counted: bool = False) -> Page:
        """A page of the claims that answer; with `counted` also their facets. Raises UsageError for what is no cursor."""
        size, behind = max(1, min(limit, MOST)), None if cursor is None else _place(cursor)
        with self._database.reading() as session:
            asked = ask(session, query)
            facets, places = self._facets(session, asked) if counted else (None, [])
            # What was counted first is the first page: no need to look for it again.
            found = places[: size + 1] if counted and behind is None else self._places(session, asked, behind, size + 1)
            page = records(session, claim_rows(session, [place & NUMBER for place in found[:size]]))
        return Page(tuple(page), str(found[size - 1]) if len(found) > size else None, facets)

    def all(self, query: Query, *, limit: int | None = None) -> Iterator[ClaimRecord]:
        """The claims that answer, newest first, each page in a transaction of its own."""
        cursor, left = None, limit
        while left is None or left > 0:
            page = self.page(query, cursor=cursor, limit=MOST if left is None else min(left, MOST))
            yield from page.claims
            if page.following is None:
                return
            cursor, left = page.following, None if left is None else left - len(page.claims)

    def _facets(self, session: Session, asked: Asked) -> tuple[Facets, list[int]]:
        found = _matching(self._database.dialect, asked, select(*counted_columns(claim_place))).limit(COUNTED)
        return count_facets(session, found, COUNTED)

    def _places(self, session: Session, asked: Asked, behind: int | None, most: int) -> Sequence[int]:
        return session.scalars(_matching(self._database.dialect, asked, select(claim_place), behind).limit(most)).all()


def numbers_of(session: Session, dialect: str, query: Query) -> Select:  # type: ignore[type-arg]
    """The numbers of the claims that answer, for a statement about all of them."""
    return _matching(dialect, ask(session, query), select(ClaimRow.number)).order_by(None)


def _matching(dialect: str, asked: Asked, wanted: Select, behind: int | None = None) -> Select:  # type: ignore[type-arg]
    """What matches, in the order of time."""
    query = wanted.where(ClaimRow.current, *asked.conditions)
    if not asked.phrases or dialect != "sqlite":
        query = query if behind is None else query.where(claim_place < behind)
        words = [tsquery(asked.phrases)] if asked.phrases else []
        return query.where(*words, *asked.within(claim_place)).order_by(claim_place.desc())
    # The plus keeps SQLite from asking the index of words for one claim at a time: it leads, and gives its matches newest first.
    found = claim_place == literal_column("+claim_words.rowid")
    matched = text("claim_words MATCH :match").bindparams(match=fts5(asked.phrases))
    later = [] if behind is None else [INDEX.c.rowid < behind]
    return (
        query.select_from(INDEX).join(ClaimRow, found).where(matched, *later, *asked.within(INDEX.c.rowid)).order_by(INDEX.c.rowid.desc())
    )


def ask(session: Session, query: Query) -> Asked:
    """A query in the words of the index, every story and group followed to what it is now."""
    parts = [_asked(session, term) for term in query.terms]
    return Asked(
        phrases=tuple(one for part in parts for one in part.phrases),
        conditions=tuple(one for part in parts for one in part.conditions),
        since=tuple(day for part in parts for day in part.since),
        until=tuple(day for part in parts for day in part.until),
    )


def _asked(session: Session, term: Term) -> Asked:
    texts = tuple(str(value) for value in term.values)
    if term.key in WORDS:
        return _phrases(WORDS[term.key], [folded(one) for one in texts], negated=term.negated)
    if term.key in MARKS:
        column = "found_marks" if term.key in FOUND else "marks"
        return _phrases(column, [mark(MARKS[term.key], one) for one in texts], negated=term.negated)
    if term.key is Key.VALUE:
        return _values([value for value in term.values if isinstance(value, Band)], negated=term.negated)
    if term.key is Key.STORY:
        return _stories(session, texts, negated=term.negated)
    if term.key is Key.GROUP:
        return _groups(session, texts, negated=term.negated)
    days = tuple(value for value in term.values if isinstance(value, date))
    return Asked(since=days) if term.key is Key.SINCE else Asked(until=days)


def _phrases(column: str, phrases: list[str], *, negated: bool) -> Asked:
    """A word of signs alone asks nothing."""
    known = tuple(dict.fromkeys(phrase for phrase in phrases if phrase))
    return Asked((Phrases(column, known, negated),)) if known else Asked()


def _values(bands: list[Band], *, negated: bool) -> Asked:
    inside = or_(*(_inside(band) for band in bands))
    if negated:
        return Asked(conditions=(and_(ClaimRow.low.is_not(None), not_(inside)),))
    ends = ((band.low if band.low is not None else "-inf", band.high if band.high is not None else "inf") for band in bands)
    marks = tuple(dict.fromkeys(one for low, high in ends for one in magnitudes(float(low), float(high))))
    return Asked((Phrases("marks", marks),), (inside,))


def _inside(band: Band) -> ColumnElement[bool]:
    """What a claim leaves open meets the band."""
    conditions = list[ColumnElement[bool]]()
    if band.low is not None:
        conditions.append(ClaimRow.high > float(band.low) if band.low_open else ClaimRow.high >= float(band.low))
    if band.high is not None:
        conditions.append(ClaimRow.low < float(band.high) if band.high_open else ClaimRow.low <= float(band.high))
    return and_(*conditions) if conditions else ClaimRow.low.is_not(None)


def _stories(session: Session, stories: tuple[str, ...], *, negated: bool) -> Asked:
    current = [current_id(session, story) for story in stories]
    articles = session.scalars(select(StoryArticleRow.article).where(StoryArticleRow.story_id.in_(current))).all()
    return _among([mark("a", article) for article in sorted(articles)], (), negated=negated)


def _groups(session: Session, groups: tuple[str, ...], *, negated: bool) -> Asked:
    current = [current_id(session, group) for group in groups]
    member = select(GroupClaimRow.claim).where(GroupClaimRow.group_id.in_(current))
    if negated:
        return Asked(conditions=(ClaimRow.id.not_in(member),))
    articles = session.scalars(select(ClaimRow.article).where(ClaimRow.id.in_(member)).distinct()).all()
    return _among([mark("a", article) for article in sorted(articles)], (ClaimRow.id.in_(member),), negated=False)


def _among(marks: list[str], conditions: tuple[Condition, ...], *, negated: bool) -> Asked:
    if marks:
        return Asked((Phrases("marks", tuple(marks), negated),), conditions)
    return Asked() if negated else Asked((Phrases("marks", (NONE,)),))


def _minute(day: date) -> int:
    return int((datetime(day.year, day.month, day.day, tzinfo=UTC) - EPOCH) / timedelta(minutes=1))


def _place(cursor: str) -> int:
    if not CURSOR.fullmatch(cursor) or abs(int(cursor)) >= 1 << 63:
        raise UsageError(f"{cursor[:40]!r} is no cursor", "take the one that the page before gave, or leave it out")
    return int(cursor)
