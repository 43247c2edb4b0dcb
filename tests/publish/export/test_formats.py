import csv
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest

from corroborate.errors import UsageError
from corroborate.model.records import ClaimRecord
from corroborate.publish.export import FORMATS, export
from corroborate.publish.export import sheets as sheets_module
from corroborate.publish.views import COLUMNS, Row, claim_row, discrepancy_row
from tests.publish.stories import CUT, DISPUTE, HERALD, POST, SHED

HOSTILE = (
    '=HYPERLINK("https://evil.example")',
    "+1+1",
    "@SUM(A1)",
    "\u202e=cmd|' /C calc'!A0",
    "\t=1",
    "http://evil.example",
    "\x1b[31m=1",
)


def claims() -> Iterator[Row]:
    yield claim_row(ClaimRecord(CUT, HERALD))
    yield claim_row(ClaimRecord(SHED, POST))


def written(table: str, rows: Any, form: str) -> bytes:
    stream = io.BytesIO()
    export(table, rows, stream, form=form)
    return stream.getvalue()


def sheet_of(content: bytes) -> list[tuple[Any, ...]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return list(book.active.iter_rows(values_only=True))


def test_jsonl_has_every_column_in_every_line() -> None:
    stream = io.BytesIO()

    assert export("claims", claims(), stream, form="jsonl") == 2

    lines = [json.loads(line) for line in stream.getvalue().decode().splitlines()]
    assert [line["surface"] for line in lines] == ["480", "530"]
    assert list(lines[0]) == list(COLUMNS["claims"])


def test_csv_can_be_read_back() -> None:
    rows = list(csv.DictReader(io.StringIO(written("claims", claims(), "csv").decode(), newline="")))

    assert [row["value"] for row in rows] == ["480", "530"]
    assert json.loads(rows[0]["parties"]) == ["Tarn Freight"]
    assert rows[0]["hedged"] == "false"


def test_a_hostile_headline_is_no_formula() -> None:
    row = claim_row(ClaimRecord(CUT, HERALD)) | {"title": '=HYPERLINK("https://evil.example")', "sentence": "\u202eevil"}

    (read,) = csv.DictReader(io.StringIO(written("claims", [row], "csv").decode(), newline=""))

    assert read["title"].startswith("'=")
    assert read["sentence"] == "evil"


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_headline_is_a_text_in_a_workbook(title: str) -> None:
    row = claim_row(ClaimRecord(CUT, HERALD)) | {"title": title}

    content = written("claims", [row], "xlsx")

    book = openpyxl.load_workbook(io.BytesIO(content))
    (found,) = (cells[list(COLUMNS["claims"]).index("title")] for cells in book.active.iter_rows(min_row=2))
    assert found.data_type == "s"
    assert found.hyperlink is None
    assert "\x1b" not in str(found.value)


def test_a_workbook_holds_figures_as_numbers_as_long_as_none_is_rounded() -> None:
    row = claim_row(ClaimRecord(CUT, HERALD)) | {"value": "28800000.5", "low": "12345678901234567", "high": "0.00000000000001"}

    head, found = sheet_of(written("claims", [row], "xlsx"))

    cells = dict(zip(head, found, strict=True))
    assert (cells["value"], cells["low"], cells["high"]) == (28800000.5, "12345678901234567", 1e-14)
    assert cells["hedged"] is False
    assert json.loads(cells["parties"]) == ["Tarn Freight"]


def test_a_workbook_with_more_rows_than_a_sheet_holds_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets_module, "MOST_ROWS", 2)

    with pytest.raises(UsageError, match="a sheet holds 1 rows, and there are more; choose csv or parquet"):
        written("claims", claims(), "xlsx")


def test_parquet_keeps_lists_and_sides() -> None:
    (row,) = pq.read_table(io.BytesIO(written("discrepancies", [discrepancy_row(DISPUTE)], "parquet"))).to_pylist()

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
    with pytest.raises(UsageError, match="choose one of: csv, jsonl, parquet, xlsx"):
        export("claims", [], io.BytesIO(), form="doc")


def test_half_a_surrogate_pair_breaks_no_format() -> None:
    row = claim_row(ClaimRecord(CUT, HERALD)) | {"title": "broken \ud83d page", "parties": ["half \udc00"]}

    for form in FORMATS:
        assert export("claims", [row], io.BytesIO(), form=form) == 1


@pytest.mark.parametrize("form", FORMATS)
def test_a_failing_source_leaves_the_stream_open(form: str) -> None:
    def failing() -> Iterator[Row]:
        yield claim_row(ClaimRecord(CUT, HERALD))
        raise RuntimeError("the database went away")

    stream = io.BytesIO()
    with pytest.raises(RuntimeError, match="went away"):
        export("claims", failing(), stream, form=form)

    assert not stream.closed
