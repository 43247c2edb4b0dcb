"""The shapes of answers for the API's description, read off the columns of the tables, with an example of each."""

from types import GenericAlias
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from corroborate.publish.views import COLUMNS

EXAMPLES: dict[str, Any] = {
    "claim": "c_77b2a4f5809c3d1e", "group": "g_5f0e2c77a1b29d34", "story": "s_09c3d1e77b2a4f58", "article": "a_1b29d345f0e2c77a",
    "discrepancy": "d_5f0e2c77a1b29d34", "revision": "r_77b2a4f5809c3d1e", "outlet": "Harbour Herald", "kind": "count", "surface": "25,000",
    "value": "25000", "low": "25000", "high": "25999", "approx": "more_than", "unit": None, "counted": "crates", "verdict": "disputed",
    "url": "https://harbour-herald.example/ferry", "title": "Ferry Marisol runs aground", "published": "2026-10-14T12:00:00+00:00",
    "sentence": "More than 25,000 crates sank, police said.", "speaker": "police", "parties": ["Marisol"], "outlets": 3, "origins": 2,
    "question": "How many crates sank?", "type": "conflict", "status": "open", "reason": "25,000 against 30,000",
    "first_seen": "2026-10-14T12:05:00+00:00", "agreement": "differ", "values": ["25,000", "30,000"],
}  # fmt: skip


class Shape(BaseModel):
    """A shape with all that is in it."""

    model_config = ConfigDict(extra="allow")


class Side(Shape):
    """One side of a discrepancy."""

    value: str
    outlets: list[str]
    origins: list[str]
    claims: list[str]
    quote: str
    url: str


class Change(Shape):
    """A figure that differs between two versions."""

    old: str | None
    new: str | None
    kind: str
    sentence: str


TYPES: dict[str, Any] = {
    "text": str | None,
    "int": int | None,
    "flag": bool,
    "texts": list[str],
    "sides": list[Side],
    "changes": list[Change],
}


def _row(table: str, columns: dict[str, str]) -> type[Shape]:
    fields: dict[str, Any] = {
        (f"{name}_" if name == "from" else name): (
            TYPES.get(kind, Any),
            Field(alias=name, json_schema_extra={"examples": [EXAMPLES[name]]} if name in EXAMPLES else None),
        )
        for name, kind in columns.items()
    }
    return create_model(f"{table.capitalize()}Row", __base__=Shape, **fields)


ROWS = {table: _row(table, dict(columns)) for table, columns in COLUMNS.items()}


def _page(table: str) -> type[Shape]:
    fields: dict[str, Any] = {
        "rows": (GenericAlias(list, (ROWS[table],)), ...),
        "cursor": (str | None, Field(description="Where the next page begins; null behind the last.")),
        "next": (str | None, Field(description="The address of the next page; null behind the last.")),
    }
    return create_model(f"{table.capitalize()}Page", __base__=Shape, **fields)


PAGES = {table: _page(table) for table in COLUMNS}


class Problem(Shape):
    """Why a request is not answered."""

    type: str = "about:blank"
    title: str = Field(json_schema_extra={"examples": ["there is no kind 'cuont'"]})
    status: int = Field(json_schema_extra={"examples": [400]})
    detail: str = Field(json_schema_extra={"examples": ["did you mean count?"]})


REFUSALS: dict[int | str, dict[str, Any]] = {
    status: {"description": told, "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    for status, told in (
        (400, "It cannot be read or done; the title says why, the detail what to do."),
        (401, "A token is needed."),
        (403, "The token does not allow it."),
        (404, "There is no such thing."),
        (422, "A parameter cannot be read."),
        (429, "Too many requests; see Retry-After."),
    )
}


def page_of(table: str) -> dict[int | str, dict[str, Any]]:
    """How a table's page is described: JSON, and the same rows as CSV."""
    return REFUSALS | {
        200: {"model": PAGES[table], "description": "Rows, newest first.", "content": {"text/csv": {"schema": {"type": "string"}}}},
        304: {"description": "It is what If-None-Match names."},
    }
