"""Tables written to a stream: CSV and Excel for spreadsheets, JSON lines for programs, Parquet for analysis."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from corroborate.errors import UsageError
from corroborate.publish.export.parquet import write_parquet
from corroborate.publish.export.sheets import write_xlsx
from corroborate.publish.export.tables import Columns, in_columns
from corroborate.publish.printable import cell
from corroborate.publish.views import COLUMNS, Row

Writer = Callable[[Mapping[str, str], Iterable[Columns], BinaryIO], int]


def export(table: str, rows: Iterable[Row], stream: BinaryIO, *, form: str = "csv") -> int:
    """Write rows of a table that are at hand; returns how many. Raises UsageError for a table or format that there is not."""
    if table not in COLUMNS:
        raise UsageError(f"there is no table {table!r}", f"choose one of: {', '.join(COLUMNS)}")
    return write_columns(table, in_columns(table, rows), stream, form=form)


def write_columns(table: str, parts: Iterable[Columns], stream: BinaryIO, *, form: str = "csv") -> int:
    """Write a table as it is read; returns how many rows. Raises UsageError for a format that there is not."""
    if form not in FORMATS:
        raise UsageError(f"there is no format {form!r}", f"choose one of: {', '.join(FORMATS)}")
    return FORMATS[form](COLUMNS[table], parts, stream)


def write_csv(columns: Mapping[str, str], parts: Iterable[Columns], stream: BinaryIO) -> int:
    """RFC 4180 in UTF-8; lists are JSON; no cell can be taken for a formula."""
    text = io.TextIOWrapper(stream, encoding="utf-8", errors="replace", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    count = 0
    try:
        writer.writerow(columns)
        for row in _rows(columns, parts):
            writer.writerow([_cell(value) for value in row])
            count += 1
    finally:
        # The stream is the caller's: a wrapper that is thrown away would close it.
        text.detach()
    return count


def _rows(columns: Mapping[str, str], parts: Iterable[Columns]) -> Iterator[Sequence[Any]]:
    for part in parts:
        yield from zip(*(part[name] for name in columns), strict=True)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple | dict):
        return cell(json.dumps(value, ensure_ascii=False))
    return cell(str(value))


def write_jsonl(columns: Mapping[str, str], parts: Iterable[Columns], stream: BinaryIO) -> int:
    """One JSON object a line, in UTF-8, every column in every line."""
    count = 0
    for row in _rows(columns, parts):
        line = json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False)
        stream.write(line.encode("utf-8", errors="replace") + b"\n")
        count += 1
    return count


FORMATS: Mapping[str, Writer] = {"csv": write_csv, "jsonl": write_jsonl, "parquet": write_parquet, "xlsx": write_xlsx}
