"""What is carried from one database to another: every table with its columns, in plain values as SQLite keeps them.

    "2026-10-14 12:00:00.000000"    an instant          1    a flag          '{"value": "42"}'    a document

PostgreSQL is asked for the same values and given them. Only the journal's images differ: they hold a row as its own
database writes it, and are written anew for the other.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from functools import lru_cache
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Date, Float, Integer, LargeBinary

from corroborate.store.columns import Instant, Table, Words

Row = tuple[Any, ...]
REMEMBERED = 20_000
"""Documents whose reading is remembered: many claims have the same parties or the same speaker."""
WRITTEN = "%Y-%m-%d %H:%M:%S.%f"


class Form(Enum):
    """How a column's values look in SQLite."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    DAY = "day"
    FLOAT = "float"
    INSTANT = "instant"
    BYTES = "bytes"
    DOCUMENT = "document"
    IMAGE = "image"


FORMS: tuple[tuple[type[Any], Form], ...] = (
    (Instant, Form.INSTANT),
    (Words, Form.TEXT),
    (JSON, Form.DOCUMENT),
    (Boolean, Form.FLAG),
    (Date, Form.DAY),
    (Float, Form.FLOAT),
    (LargeBinary, Form.BYTES),
    (Integer, Form.NUMBER),
)
"""The form of each type of column."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it is carried: its columns with their forms, and the columns that its rows are known by."""

    name: str
    fields: Mapping[str, Form]
    key: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns, in their order."""
        return tuple(self.fields)

    def places(self, *forms: Form) -> tuple[int, ...]:
        """Where in a row the columns of these forms stand."""
        return tuple(place for place, form in enumerate(self.fields.values()) if form in forms)


JOURNAL = Sheet(
    "journal",
    {"number": Form.NUMBER, "at": Form.NUMBER, "kind": Form.TEXT, "key": Form.TEXT, "before": Form.IMAGE},
    ("number",),
)


@lru_cache(1)
def sheets() -> tuple[Sheet, ...]:
    """Every table whose rows belong to a database, those that others refer to first."""
    return (*(_sheet(table.name, table.columns) for table in Table.metadata.sorted_tables), JOURNAL)


def _sheet(name: str, columns: Iterable[Column[Any]]) -> Sheet:
    known = tuple(columns)
    return Sheet(name, {column.name: _form(column) for column in known}, tuple(column.name for column in known if column.primary_key))


def _form(column: Column[Any]) -> Form:
    return next(form for kind, form in FORMS if isinstance(column.type, kind))


def comparable(sheet: Sheet) -> Callable[[Row], Row]:
    """What makes a row the same in both databases: documents that say the same are written the same."""
    documents, images = sheet.places(Form.DOCUMENT), sheet.places(Form.IMAGE)
    if images:
        return _comparable_image
    if not documents:
        return _as_it_is

    def settle(row: Row) -> Row:
        settled = list(row)
        for place in documents:
            if settled[place] is not None:
                settled[place] = settled_document(settled[place])
        return tuple(settled)

    return settle


def _as_it_is(row: Row) -> Row:
    return row


def _comparable_image(row: Row) -> Row:
    *rest, kind, key, before = row
    return row if before is None else (*rest, kind, key, _settled(_spread(kind, _read(before))))


def _number(written: str) -> float | int:
    number = float(written)
    return int(number) if number.is_integer() else number


# Made once: json.loads and json.dumps make one of their own for every document that is not read or written as they would.
_read = json.JSONDecoder(parse_float=_number).decode
_settled = json.JSONEncoder(sort_keys=True, ensure_ascii=False).encode
_plainly = json.JSONEncoder(ensure_ascii=False).encode
_closely = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@lru_cache(REMEMBERED)
def settled_document(written: str) -> str:
    """A document with its keys in order and its numbers written one way: PostgreSQL keeps neither order nor exponents."""
    return _settled(_read(written))


def _spread(kind: str, image: dict[str, Any]) -> dict[str, Any]:
    """An image of SQLite's with its documents opened and its floats told from whole numbers the same way everywhere."""
    return {name: _opened(form, image[name]) for name, form in _imaged(kind, image)}


def _opened(form: Form, value: Any) -> Any:
    if form is Form.DOCUMENT and isinstance(value, str):
        return _read(value)
    return value


def _imaged(kind: str, image: Mapping[str, Any]) -> list[tuple[str, Form]]:
    fields = _fields_of()[kind]
    return [(name, fields.get(name, Form.TEXT)) for name in image]


@lru_cache(1)
def _fields_of() -> Mapping[str, Mapping[str, Form]]:
    return {sheet.name: sheet.fields for sheet in sheets()}


def image_for_postgresql(kind: str, before: str) -> str:
    """An image that SQLite took of a row, as PostgreSQL would have taken it."""
    image = json.loads(before)
    return _plainly({name: _to_postgresql(form, image[name]) for name, form in _imaged(kind, image)})


def image_for_sqlite(kind: str, before: str) -> str:
    """The other way round."""
    image = json.loads(before)
    return _closely({name: _to_sqlite(form, image[name]) for name, form in _imaged(kind, image)})


def _to_postgresql(form: Form, value: Any) -> Any:
    if value is None:
        return None
    if form is Form.DOCUMENT:
        return json.loads(value)
    if form is Form.FLAG:
        return bool(value)
    return datetime.fromisoformat(value).replace(tzinfo=UTC).isoformat() if form is Form.INSTANT else value


def _to_sqlite(form: Form, value: Any) -> Any:
    if form is Form.DOCUMENT:
        return _plainly(value)
    if value is None:
        return None
    if form is Form.FLAG:
        return int(value)
    return datetime.fromisoformat(value).astimezone(UTC).strftime(WRITTEN) if form is Form.INSTANT else value
