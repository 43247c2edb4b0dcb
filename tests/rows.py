"""The tables as other programs see them: exported rows."""

import io
import json
from typing import Any

from corroborate.app import App
from corroborate.publish.export import export
from corroborate.publish.rows import TABLES as ROWS

TABLES = ("claims", "groups", "discrepancies", "stories", "articles", "revisions")


def exported(app: App, table: str) -> list[dict[str, Any]]:
    """The rows of one table, by way of its JSONL export."""
    stream = io.BytesIO()
    with app.store() as store:
        export(table, ROWS[table](store), stream, form="jsonl")
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def all_rows(app: App) -> dict[str, list[dict[str, Any]]]:
    """Every table."""
    return {table: exported(app, table) for table in TABLES}
