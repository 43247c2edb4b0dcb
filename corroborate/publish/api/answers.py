"""Answers: JSON or CSV as asked for, with a tag by which the same answer is not sent twice."""

import io
import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import Response

from corroborate.publish.export import export
from corroborate.publish.views import Row

API = "/api/v1"
CSV = "text/csv"


def answer(request: Request, document: Mapping[str, Any], *, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """A document as JSON."""
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return tagged(request, body, "application/json", dict(headers or {}) | {"status": str(status)})


def listed(
    request: Request, table: str, rows: Sequence[Row], *, following: str | None = None, more: Mapping[str, Any] | None = None
) -> Response:
    """A page of a table: rows, and where the next page is; as CSV where that is what is asked for."""
    onward = None if following is None else _next_address(request, following)
    headers = {"vary": "accept"} | ({} if onward is None else {"link": f'<{onward}>; rel="next"'})
    if wants_csv(request):
        stream = io.BytesIO()
        export(table, rows, stream, form="csv")
        return tagged(request, stream.getvalue(), "text/csv; charset=utf-8", headers)
    return answer(request, {"rows": list(rows), "cursor": following, "next": onward, **(more or {})}, headers=headers)


def wants_csv(request: Request) -> bool:
    """CSV is asked for before JSON, or alone."""
    kinds = [part.split(";")[0].strip().lower() for part in request.headers.get("accept", "").split(",")]
    return CSV in kinds and "application/json" not in kinds[: kinds.index(CSV)]


def tagged(request: Request, body: bytes, kind: str, headers: dict[str, str]) -> Response:
    """The answer, or nothing but its tag where the client has it already."""
    status = int(headers.pop("status", "200"))
    tag = f'"{sha256(kind.encode() + body).hexdigest()[:24]}"'
    headers = {"cache-control": "private, no-cache"} | headers | {"etag": tag}
    known = {one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")}
    if status == 200 and request.method in ("GET", "HEAD") and (tag in known or "*" in known):
        return Response(status_code=304, headers=headers)
    return Response(body, status_code=status, headers=headers, media_type=kind)


def _next_address(request: Request, cursor: str) -> str:
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    return f"{request.url.path}?{urlencode([*asked, ('cursor', cursor)])}"
