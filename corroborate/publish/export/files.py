"""What `corroborate export` can write: a table in a format of tables, or the whole in a format of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from corroborate.errors import UsageError
from corroborate.publish.export.dictionary import KEYS
from corroborate.publish.export.formats import FORMATS, write_columns
from corroborate.publish.export.jsonld import write_jsonld
from corroborate.publish.export.package import Edition, write_package
from corroborate.publish.export.tables import Wanted, read_table
from corroborate.store import Store

ALL = "all"
"""Every table, for the formats that hold several."""
SUFFIXES: Mapping[str, str] = {
    ".csv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".xlsx": "xlsx",
    ".jsonld": "jsonld",
    ".zip": "datapackage",
}
"""The format that the name of a file asks for."""
FORMS = (*FORMATS, "jsonld", "datapackage")
PRESENT_ONLY = frozenset({"sources"})
"""Tables of which no past is kept."""


@dataclass(frozen=True, slots=True)
class Order:
    """A table, or all of them, in a format, of which state of the database, and what is asked besides."""

    table: str
    form: str
    edition: Edition
    wanted: Wanted = field(default_factory=Wanted)


def write_file(store: Store, order: Order, stream: BinaryIO) -> int:
    """Write what is asked for from one state of the database; returns how many rows. Raises UsageError."""
    table, form, edition, wanted = order.table, order.form, order.edition, order.wanted
    check(table, form)
    if form == "jsonld":
        return write_jsonld(store, stream, wanted)
    if form == "datapackage":
        past = frozenset[str]() if edition.present else PRESENT_ONLY
        tables = tuple(one for one in KEYS if table in (ALL, one) and one not in past)
        return write_package(store, stream, edition, wanted=wanted, tables=tables)
    return write_columns(table, read_table(store, table, wanted), stream, form=form)


def check(table: str, form: str) -> None:
    """Raise UsageError where a format cannot hold a table."""
    if form == "jsonld" and table != "claims":
        raise UsageError(f"schema.org describes claims, not {table}", "export claims, or choose another --format")
    if table == ALL and form != "datapackage":
        raise UsageError(f"{form} holds one table", "name one, or choose --format datapackage")


def check_past(table: str) -> None:
    """Raise UsageError for a table of which no past is kept."""
    if table in PRESENT_ONLY:
        raise UsageError(f"no past is kept of {table}", "leave out --as-of")
