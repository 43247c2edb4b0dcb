import csv
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from corroborate.errors import UsageError
from corroborate.model.records import ClaimRecord
from corroborate.publish.export import FORMATS, export
from corroborate.publish.views import COLUMNS, Row, claim_row, discrepancy_row
from tests.publish.stories import CUT, DISPUTE, HERALD, POST, SHED


def claims() -> Iterator[Row]:
    yield claim_row(ClaimRecord(CUT, HERALD))
    yield claim_row(ClaimRecord(SHED, POST))


def test_jsonl_has_every_column_in_every_line() -> None:
    stream = io.BytesIO()

    assert export("claims", claims(), stream, form="jsonl") == 2

    lines = [json.loads(line) for line in stream.getvalue().decode().splitlines()]
    assert [line["surface"] for line in lines] == ["480", "530"]
    assert list(lines[0]) == list(COLUMNS["claims"])


def test_csv_can_be_read_back() -> None:
    stream = io.BytesIO()

    export("claims", claims(), stream, form="csv")

    rows = list(csv.DictReader(io.StringIO(stream.getvalue().decode(), newline="")))
    assert [row["value"] for row in rows] == ["480", "530"]
    assert json.loads(rows[0]["parties"]) == ["Tarn Freight"]
    assert rows[0]["hedged"] == "false"


def test_a_hostile_headline_is_no_formula() -> None:
    stream = io.BytesIO()
    row = claim_row(ClaimRecord(CUT, HERALD)) | {"title": '=HYPERLINK("https://evil.example")', "sentence": "\u202eevil"}

    export("claims", [row], stream, form="csv")

    (read,) = csv.DictReader(io.StringIO(stream.getvalue().decode(), newline=""))
    assert read["title"].startswith("'=")
    assert read["sentence"] == "evil"


def test_parquet_keeps_lists_and_sides() -> None:
    stream = io.BytesIO()

    export("discrepancies", [discrepancy_row(DISPUTE)], stream, form="parquet")

    (row,) = pq.read_table(io.BytesIO(stream.getvalue())).to_pylist()
    assert row["type"] == "conflict"
    assert sorted(side["outlets"] for side in row["sides"]) == [["Harbour Herald"], ["Port Post"]]


def test_parquet_goes_through_a_pipe(tmp_path: Path) -> None:
    read_end, write_end = os.pipe()
    with os.fdopen(write_end, "wb") as stream:
        export("claims", claims(), stream, form="parquet")
    with os.fdopen(read_end, "rb") as stream:
        table = pq.read_table(io.BytesIO(stream.read()))

    assert table.column("surface").to_pylist() == ["480", "530"]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("table", COLUMNS)
def test_an_empty_table_can_be_written(table: str, form: str) -> None:
    stream = io.BytesIO()

    assert export(table, [], stream, form=form) == 0


def test_an_unknown_format_is_named_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="choose one of: csv, jsonl, parquet"):
        export("claims", [], io.BytesIO(), form="doc")


def test_half_a_surrogate_pair_breaks_no_format() -> None:
    row = claim_row(ClaimRecord(CUT, HERALD)) | {"title": "broken \ud83d page"}

    for form in FORMATS:
        assert export("claims", [row], io.BytesIO(), form=form) == 1


def test_a_failing_source_leaves_the_stream_open() -> None:
    def failing() -> Iterator[Row]:
        yield claim_row(ClaimRecord(CUT, HERALD))
        raise RuntimeError("the database went away")

    stream = io.BytesIO()
    with pytest.raises(RuntimeError, match="went away"):
        export("claims", failing(), stream, form="csv")

    assert not stream.closed
