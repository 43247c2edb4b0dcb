"""Articles handed over in files: JSONL, saved HTML. A wrong line is an error of its own, and the rest is read.

JSONL has one article a line: `{"id", "text" or "html", "url", "outlet", "title", "published", "fetched"}`, of which only
the text or html is required; times are ISO 8601.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from corroborate.errors import InputError
from corroborate.model.ids import digest
from corroborate.model.pages import Page

LINE_BYTES = 10_000_000
UNKNOWN_OUTLET = "unknown"
REMEDY = "correct that line and import the file again"


@dataclass(frozen=True, slots=True)
class Manuscript:
    """One article handed over: its page, and what the file says of it. `name` is its id in the file."""

    name: str
    page: Page
    outlet: str
    title: str | None = None
    published: datetime | None = None


def read_jsonl(lines: Iterable[bytes], name: str, now: datetime) -> Iterator[Manuscript | InputError]:
    """The articles of a JSONL file in order; each line that is wrong gives an InputError with its number instead."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _manuscript(line, now)
        except _WrongLine as wrong:
            yield InputError(name, number, str(wrong), REMEDY)


def read_html(path: Path, now: datetime) -> Manuscript:
    """A saved page; its address is not known, so the file's name stands for it."""
    try:
        body = path.read_bytes()
    except OSError as error:
        raise InputError(path, None, f"it cannot be read ({error.strerror})", "check the file's name") from None
    if not body.strip():
        raise InputError(path, None, "the file is empty", "save the page again")
    address = f"urn:corroborate:{path.name}"
    return Manuscript(path.stem, Page(address, address, 200, "text/html", body, now), UNKNOWN_OUTLET)


class _WrongLine(Exception):
    """What is wrong with a line, in words."""


def _manuscript(line: bytes, now: datetime) -> Manuscript:
    fields = _fields(line)
    text, html = _string(fields, "text"), _string(fields, "html")
    content = text or html
    if not content or not content.strip():
        raise _WrongLine('neither "text" nor "html" has any content')
    name = _string(fields, "id") or digest(content)[:16]
    url = _string(fields, "url") or f"urn:corroborate:{name}"
    kind = "text/plain" if text else "text/html"
    body = content.encode("utf-8", errors="replace")
    page = Page(url, url, 200, kind, body, _instant(fields, "fetched") or now, charset="utf-8")
    return Manuscript(name, page, _string(fields, "outlet") or UNKNOWN_OUTLET, _string(fields, "title"), _instant(fields, "published"))


def _fields(line: bytes) -> dict[str, Any]:
    if len(line) > LINE_BYTES:
        raise _WrongLine(f"the line is longer than {LINE_BYTES:,} bytes")
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        raise _WrongLine("it is not JSON") from None
    if not isinstance(fields, dict):
        raise _WrongLine("it is not a JSON object")
    return fields


def _string(fields: dict[str, Any], key: str) -> str | None:
    value = fields.get(key)
    if value is None or value == "":
        return None
    if isinstance(value, int) and key == "id":
        return str(value)
    if not isinstance(value, str):
        raise _WrongLine(f"{key!r} is not a string")
    return value.replace("\x00", "")


def _instant(fields: dict[str, Any], key: str) -> datetime | None:
    value = _string(fields, key)
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise _WrongLine(f"{key!r} is not an ISO 8601 time: {value[:40]!r}") from None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
