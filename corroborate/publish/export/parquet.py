"""Parquet with typed columns: lists stay lists, sides and changes are lists of records."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, BinaryIO

from corroborate.publish.export.tables import Columns
from corroborate.store.repetitions import Repeated

GROUP = 8_000
"""Rows of a row group: large enough to compress well, small enough to hold."""

UNIQUE = frozenset({"claim", "sentence", "link", "char_start", "char_end", "sentence_start"})
"""Columns in which looking for repetitions costs more than it saves."""


def write_parquet(columns: Mapping[str, str], parts: Iterable[Columns], stream: BinaryIO) -> int:
    """Write the columns, a row group at a time, while the next one is read."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(name, _arrow_type(kind)) for name, kind in columns.items()])
    sink, repeating = pa.PythonFile(_Sink(stream), mode="w"), [name for name in columns if name not in UNIQUE]
    count = 0
    with (
        pq.ParquetWriter(sink, schema, compression="zstd", use_dictionary=repeating) as writer,
        ThreadPoolExecutor(1) as pool,
    ):
        writing: Future[None] | None = None
        for table in _row_groups(schema, parts):
            if writing is not None:
                writing.result()
            writing = pool.submit(writer.write_table, table)
            count += table.num_rows
        if writing is not None:
            writing.result()
    return count


def _row_groups(schema: Any, parts: Iterable[Columns]) -> Iterator[Any]:
    import pyarrow as pa

    held = list[Any]()
    for part in parts:
        held.append(pa.RecordBatch.from_arrays(list(_arrays(schema, part)), schema=schema))
        if sum(batch.num_rows for batch in held) >= GROUP:
            yield pa.Table.from_batches(held, schema=schema)
            held = []
    if held:
        yield pa.Table.from_batches(held, schema=schema)


def _arrays(schema: Any, part: Columns) -> Iterator[Any]:
    """The columns; where values are repeated, each is turned once and then put in its places."""
    import pyarrow as pa

    places = dict[int, Any]()
    for field in schema:
        column = part[field.name]
        if not isinstance(column, Repeated):
            yield _array(column, field.type)
            continue
        shared = id(column.positions)
        if shared not in places:
            places[shared] = pa.array(column.positions, type=pa.int32())
        yield _array(column.distinct, field.type).take(places[shared])


def _array(values: Sequence[Any], kind: Any) -> Any:
    import pyarrow as pa

    try:
        return pa.array(values, type=kind)
    except UnicodeEncodeError:
        # Half a surrogate pair out of a broken page: UTF-8 cannot hold it.
        return pa.array([_storable(value) for value in values], type=kind)


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {name: _storable(part) for name, part in value.items()}
    return [_storable(part) for part in value] if isinstance(value, list | tuple) else value


def _arrow_type(kind: str) -> Any:
    import pyarrow as pa

    text = pa.string()
    texts = pa.list_(text)
    side = {"value": text, "outlets": texts, "origins": texts, "claims": texts, "quote": text, "url": text}
    change = {"old": text, "new": text, "kind": text, "sentence": text}
    types = {"text": text, "int": pa.int64(), "flag": pa.bool_(), "texts": texts}
    records = {"sides": side, "changes": change}
    return types[kind] if kind in types else pa.list_(pa.struct(list(records[kind].items())))


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
