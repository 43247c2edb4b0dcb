"""Excel workbooks, written row by row: texts are texts and never formulas or links, figures that a sheet can hold are numbers."""

import json
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from corroborate.errors import UsageError
from corroborate.publish.export.tables import Columns
from corroborate.publish.printable import printable

MOST_ROWS = 1_048_576
MOST_CHARACTERS = 32_767
DIGITS = 15
"""More digits than these a sheet would round; such a figure stays a text."""
NUMERIC = frozenset({"value", "low", "high"})
AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "nan_inf_to_errors": True}


def write_xlsx(columns: Mapping[str, str], parts: Iterable[Columns], stream: BinaryIO) -> int:
    """One sheet with a frozen row of names. Raises UsageError for more rows than a sheet holds."""
    import xlsxwriter

    with tempfile.TemporaryDirectory(prefix="corroborate-") as folder:
        place = Path(folder) / "table.xlsx"
        book = xlsxwriter.Workbook(place, {"constant_memory": True, "tmpdir": folder, **AS_TEXT})
        try:
            count = _fill(book.add_worksheet("table"), columns, parts)
        finally:
            book.close()
        with place.open("rb") as made:
            while chunk := made.read(1 << 20):
                stream.write(chunk)
    return count


def _fill(sheet: Any, columns: Mapping[str, str], parts: Iterable[Columns]) -> int:
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(columns):
        sheet.write_string(0, column, name)
    count = 0
    for part in parts:
        for row in zip(*(part[name] for name in columns), strict=True):
            count += 1
            if count >= MOST_ROWS:
                raise UsageError(
                    f"a sheet holds {MOST_ROWS - 1:,} rows, and there are more", "choose csv or parquet, or narrow with --where"
                )
            for column, (name, value) in enumerate(zip(columns, row, strict=True)):
                _write(sheet, (count, column), name, value)
    return count


def _write(sheet: Any, place: tuple[int, int], name: str, value: object) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(*place, value)
    elif isinstance(value, int) or (name in NUMERIC and _is_number(str(value))):
        sheet.write_number(*place, float(str(value)))
    else:
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        sheet.write_string(*place, _storable(text))


def _is_number(text: str) -> bool:
    digits = text.lstrip("-").replace(".", "", 1)
    return digits.isascii() and digits.isdecimal() and len(digits.strip("0")) <= DIGITS


def _storable(text: str) -> str:
    """What XML and a cell can hold."""
    clean = printable(text).encode("utf-8", "replace").decode()
    return clean if len(clean) <= MOST_CHARACTERS else clean[: MOST_CHARACTERS - 1] + "…"
