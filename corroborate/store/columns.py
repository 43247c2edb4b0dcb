"""Column types that every table shares: instants in UTC, words, documents in JSON; and how rows are written."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from itertools import islice
from typing import Any, ClassVar, TypeVar

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, MetaData, Select, Text, bindparam, delete, inspect, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.postgresql import Insert as PostgresqlInsert
from sqlalchemy.dialects.sqlite import Insert as SqliteInsert
from sqlalchemy.orm import DeclarativeBase, InstrumentedAttribute, Session
from sqlalchemy.types import TypeDecorator

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
BATCH = 500
"""Rows or ids per statement: well under the parameter limits of both databases."""

Values = dict[str, Any]
T = TypeVar("T")


class Instant(TypeDecorator[datetime]):
    """A moment, aware and in UTC on both sides."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; SQLite keeps no zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """PostgreSQL answers in the zone of its session."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)

    def from_sqlite(self, written: str | None) -> datetime | None:
        """A moment as SQLite keeps it, where it was read as a text."""
        return None if written is None else datetime.fromisoformat(written).replace(tzinfo=UTC)


class Words(TypeDecorator[str]):
    """Text as it is, but for the few characters that a database refuses; offsets stay what they were."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Whatever a page holds can be kept."""
        return None if value is None else storable(value)


def storable(words: str) -> str:
    """Zero bytes and halves of surrogate pairs become U+FFFD, one for one."""
    return UNSTORABLE.sub("\ufffd", words)


WRITTEN = json.JSONEncoder(ensure_ascii=False).encode


def written(document: object) -> str:
    """A document as JSON that every database takes."""
    if document is None or document == []:
        return "null" if document is None else "[]"
    plain = WRITTEN(document)
    if "\\u0000" not in plain and not UNSTORABLE.search(plain):
        return plain
    return WRITTEN(_storable_parts(document))


def _storable_parts(part: object) -> object:
    if isinstance(part, str):
        return storable(part)
    if isinstance(part, dict):
        return {name: _storable_parts(value) for name, value in part.items()}
    return [_storable_parts(value) for value in part] if isinstance(part, list) else part


READ = json.JSONDecoder().raw_decode


def read(document: str) -> Any:
    """A document as a database gives it: JSON without blanks around it. Half of those of a claim are empty."""
    return [] if document == "[]" else None if document == "null" else READ(document)[0]


Document = JSON().with_variant(JSONB(), "postgresql")

# SQLite gives a number of its own only to INTEGER; FTS5 finds claims by it.
Number = BigInteger().with_variant(Integer(), "sqlite")


class Table(DeclarativeBase):
    """What all tables share: type of each annotation, names of constraints."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {str: Words(), datetime: Instant(), list[str]: Document, list[Any]: Document, dict[str, Any]: Document}


def batches(things: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """Cut into lists of at most `size`."""
    rest = iter(things)
    while batch := list(islice(rest, size)):
        yield batch


@cache
def bare(table: type[DeclarativeBase], key: str, order: str | None = None, left_out: tuple[str, ...] = ()) -> Select[Any]:
    """The rows whose `key` is among `keys`, as plain rows: a page reads hundreds, and objects of their own cost ten times as much.

        session.execute(bare(StoryArticleRow, "story_id", "position"), {"keys": stories})

    Built once, without the columns of `left_out`.
    """
    columns = [column for column in inspect(table).local_table.columns if column.name not in left_out]
    named = inspect(table).local_table.c
    query = select(*columns).where(named[key].in_(bindparam("keys", expanding=True)))
    return query if order is None else query.order_by(named[order])


Insert = SqliteInsert | PostgresqlInsert


def insert_into(dialect: str, table: type[DeclarativeBase]) -> Insert:
    """An insert that knows what to do on conflict, in the words of this kind of database."""
    return SqliteInsert(table) if dialect == "sqlite" else PostgresqlInsert(table)


def upsert(
    session: Session, table: type[DeclarativeBase], rows: Sequence[Values], *, keys: tuple[str, ...] = (), keep: tuple[str, ...] = ()
) -> None:
    """Insert rows, or give the ones already there these values, except in the columns of `keep`.

    Rows are the same by their primary key, or by `keys`; all must fill the same columns.
    """
    for batch in batches(rows):
        statement = _upserting(session.get_bind().dialect.name, table, tuple(batch[0]), keys, keep)
        session.connection().execute(statement, batch)


@cache
def _upserting(
    dialect: str, table: type[DeclarativeBase], columns: tuple[str, ...], keys: tuple[str, ...], keep: tuple[str, ...]
) -> Insert:
    """Built once: saving an article would take a quarter longer."""
    statement = insert_into(dialect, table)
    same = keys or tuple(column.name for column in inspect(table).primary_key)
    changed = {name: statement.excluded[name] for name in columns if name not in (*same, *keep)}
    return statement.on_conflict_do_update(index_elements=same, set_=changed) if changed else statement.on_conflict_do_nothing()


def insert_new(session: Session, table: type[DeclarativeBase], rows: Sequence[Values]) -> None:
    """Insert the rows that are not there yet; the others stay as they are."""
    for batch in batches(rows):
        session.connection().execute(_inserting(session.get_bind().dialect.name, table), batch)


@cache
def _inserting(dialect: str, table: type[DeclarativeBase]) -> Insert:
    return insert_into(dialect, table).on_conflict_do_nothing()


def delete_by(session: Session, column: InstrumentedAttribute[str], keys: Iterable[str]) -> None:
    """Delete the rows whose `column` is one of `keys`."""
    for batch in batches(sorted(keys)):
        session.execute(delete(column.class_).where(column.in_(batch)), execution_options={"synchronize_session": False})
