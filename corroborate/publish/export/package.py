"""A Frictionless data package (Data Package standard, v1): all tables as CSV in one ZIP, with a dictionary of every column."""

import io
import json
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import IO, Any, BinaryIO, cast

from corroborate.publish.export.dictionary import DESCRIPTIONS, KEYS, REFERENCES, TABLES
from corroborate.publish.export.formats import write_csv
from corroborate.publish.export.tables import Wanted, read_table
from corroborate.publish.views import COLUMNS
from corroborate.store import Store

TYPES = {"text": "string", "int": "integer", "flag": "boolean", "texts": "array", "sides": "array", "changes": "array"}
MOMENTS = frozenset(
    {"published", "first_seen", "last_changed", "seen", "last_attempt", "last_success", "last_new", "next", "first", "last"}
)
DAYS = frozenset({"start", "end", "period_start", "period_end"})
README = """Figures that news outlets report, and how far they agree: exported by corroborate.

datapackage.json describes every table and column. The CSV files are UTF-8, RFC 4180; lists are JSON; a cell that a
spreadsheet would take for a formula begins with an apostrophe.

State of the database: {moment}
The figures are facts and may be used freely. The sentences and headlines are quoted from the outlets that are named
beside them, and belong to these: cite them with their address, and do not publish them as a whole.
"""
DATE = (1980, 1, 1, 0, 0, 0)
"""The same tables give the same file: a ZIP holds the time of nothing."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Which state of the database a package holds, and the program that wrote it; `present` for that of now."""

    moment: datetime
    version: str
    present: bool = True


def write_package(store: Store, stream: BinaryIO, edition: Edition, *, wanted: Wanted, tables: Iterable[str] = tuple(KEYS)) -> int:
    """Write the tables and their description; returns how many rows."""
    chosen, resources, total = tuple(tables), [], 0
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for table in chosen:
            with package.open(_entry(f"{table}.csv"), "w", force_zip64=True) as file:
                counted = _Counted(file)
                total += write_csv(COLUMNS[table], read_table(store, table, wanted), cast(BinaryIO, counted))
            resources.append(_resource(table, chosen, counted))
        package.writestr(_entry("README.txt"), README.format(moment=edition.moment.isoformat()))
        package.writestr(_entry("datapackage.json"), json.dumps(descriptor(resources, edition), indent=1, ensure_ascii=False))
    return total


def descriptor(resources: list[dict[str, Any]], edition: Edition) -> dict[str, Any]:
    """What stands in datapackage.json."""
    return {
        "profile": "tabular-data-package",
        "name": "corroborate",
        "title": "Figures that news outlets report, and how far they agree",
        "description": f"Exported by corroborate {edition.version}; the state of the database at {edition.moment.isoformat()}.",
        "created": edition.moment.isoformat(),
        "version": edition.moment.strftime("%Y.%m.%d"),
        "resources": resources,
    }


def _resource(table: str, tables: tuple[str, ...], file: "_Counted") -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table,
        "path": f"{table}.csv",
        "title": TABLES[table],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.digest.hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": schema(table, tables),
    }


def schema(table: str, tables: Iterable[str] = tuple(KEYS)) -> dict[str, Any]:
    """The Table Schema of a table; references only to tables that are there too."""
    links = {column: other for column, other in REFERENCES.get(table, {}).items() if other in tables}
    described: dict[str, Any] = {
        "fields": [_field(table, name, kind) for name, kind in COLUMNS[table].items()],
        "missingValues": [""],
        "primaryKey": [KEYS[table]],
    }
    if links:
        described["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": other, "fields": [KEYS[other]]}} for column, other in links.items()
        ]
    return described


def _field(table: str, name: str, kind: str) -> dict[str, Any]:
    field: dict[str, Any] = {"name": name, "type": TYPES[kind], "description": DESCRIPTIONS[table][name]}
    if name in MOMENTS:
        return field | {"type": "datetime", "format": "any"}
    if name in DAYS:
        return field | {"type": "date"}
    if kind == "flag":
        return field | {"trueValues": ["true"], "falseValues": ["false"]}
    if name == KEYS[table]:
        return field | {"constraints": {"required": True, "unique": True}}
    return field


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


class _Counted(io.BufferedIOBase):
    """A file that counts and digests what passes through it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.size = 0
        self.digest = sha256()

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, content: Any) -> int:
        """Pass the bytes on."""
        written = bytes(content)
        self.size += len(written)
        self.digest.update(written)
        return self._file.write(written)
