"""Tables written to a stream: CSV for spreadsheets, JSON lines for programs, Parquet for analysis."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, BinaryIO

from corroborate.errors import UsageError
from corroborate.publish.printable import cell
from corroborate.publish.views import COLUMNS, Row

Writer = Callable[[Mapping[str, str], Iterable[Row], BinaryIO], int]
BATCH = 2000


def export(table: str, rows: Iterable[Row], stream: BinaryIO, *, form: str = "csv") -> int:
    """Write the rows of a table; returns how many. Raises UsageError for a table or format that there is not."""
    if table not in COLUMNS:
        raise UsageError(f"there is no table {table!r}", f"choose one of: {', '.join(COLUMNS)}")
    if form not in FORMATS:
        raise UsageError(f"there is no format {form!r}", f"choose one of: {', '.join(FORMATS)}")
    return FORMATS[form](COLUMNS[table], rows, stream)


def write_csv(columns: Mapping[str, str], rows: Iterable[Row], stream: BinaryIO) -> int:
    """RFC 4180 in UTF-8; lists are JSON; no cell can be taken for a formula."""
    text = io.TextIOWrapper(stream, encoding="utf-8", errors="replace", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    count = 0
    try:
        writer.writerow(columns)
        for row in rows:
            writer.writerow([_cell(row[name]) for name in columns])
            count += 1
    finally:
        # The stream is the caller's: a wrapper that is thrown away would close it.
        text.detach()
    return count


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return cell(json.dumps(value, ensure_ascii=False))
    return cell(str(value))


def write_jsonl(columns: Mapping[str, str], rows: Iterable[Row], stream: BinaryIO) -> int:
    """One JSON object a line, in UTF-8, every column in every line."""
    count = 0
    for row in rows:
        line = json.dumps({name: row[name] for name in columns}, ensure_ascii=False)
        stream.write(line.encode("utf-8", errors="replace") + b"\n")
        count += 1
    return count


def write_parquet(columns: Mapping[str, str], rows: Iterable[Row], stream: BinaryIO) -> int:
    """Parquet with typed columns: lists stay lists, sides and changes are lists of records."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(name, _arrow_type(kind)) for name, kind in columns.items()])
    count = 0
    with pq.ParquetWriter(pa.PythonFile(_Sink(stream), mode="w"), schema, compression="zstd") as writer:
        for batch in _batches(rows):
            writer.write_table(pa.Table.from_pylist([_storable(row, columns) for row in batch], schema=schema))
            count += len(batch)
    return count


def _storable(row: Row, columns: Mapping[str, str]) -> dict[str, Any]:
    """The row with nothing in its texts that UTF-8 cannot hold: half a surrogate pair out of a broken page."""
    stored: dict[str, Any] = json.loads(json.dumps({name: row[name] for name in columns}, ensure_ascii=False).encode("utf-8", "replace"))
    return stored


def _arrow_type(kind: str) -> Any:
    import pyarrow as pa

    text = pa.string()
    texts = pa.list_(text)
    side = {"value": text, "outlets": texts, "origins": texts, "claims": texts, "quote": text, "url": text}
    change = {"old": text, "new": text, "kind": text, "sentence": text}
    types = {"text": text, "int": pa.int64(), "flag": pa.bool_(), "texts": texts}
    records = {"sides": side, "changes": change}
    return types[kind] if kind in types else pa.list_(pa.struct(list(records[kind].items())))


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    remaining = iter(rows)
    while batch := list(islice(remaining, BATCH)):
        yield batch


class _Sink:
    """A stream that counts its own position, since a pipe cannot tell it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._position = 0
        self.closed = False

    def write(self, content: Any) -> int:
        """Pass the bytes on."""
        written = bytes(content)
        self._stream.write(written)
        self._position += len(written)
        return len(written)

    def tell(self) -> int:
        """How many bytes went through."""
        return self._position

    def flush(self) -> None:
        """Pass on what is buffered."""
        self._stream.flush()

    def close(self) -> None:
        """Leave the stream open: it belongs to the caller."""
        self.closed = True

    def writable(self) -> bool:
        """Always."""
        return True

    def readable(self) -> bool:
        """Never."""
        return False

    def seekable(self) -> bool:
        """Never."""
        return False


FORMATS: Mapping[str, Writer] = {"csv": write_csv, "jsonl": write_jsonl, "parquet": write_parquet}
