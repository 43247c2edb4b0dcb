"""Articles handed over in files: JSONL, saved HTML. A wrong line is an error of its own, and the rest is read.

JSONL has one article a line: `{"id", "text" or "html", "url", "outlet", "title", "published", "fetched"}`, of which only
the text or html is required, and a title alone is read as a headline; times are ISO 8601.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from corroborate.crawl.reservations import in_markup
from corroborate.crawl.urls import registered_domain
from corroborate.errors import InputError
from corroborate.model.ids import digest
from corroborate.model.pages import Page

LINE_BYTES = 10_000_000
NAME_CHARACTERS = 200
URL_CHARACTERS = 4_000
TITLE_CHARACTERS = 1_000
YEARS = range(1600, 2200)
"""From the first newspapers on."""

SCHEMES = ("http", "https", "urn")
UNKNOWN_OUTLET = "unknown"
REMEDY = "correct that line and hand the file over again"


@dataclass(frozen=True, slots=True)
class Manuscript:
    """One article handed over: its page, and what the file says of it. `name` is its id in the file.

    `dated` tells that the file says when the page was fetched.
    """

    name: str
    page: Page
    outlet: str
    title: str | None = None
    published: datetime | None = None
    dated: bool = False


def archived_manuscript(page: Page, owners: Mapping[str, str]) -> Manuscript:
    """A page out of a WARC file, as the article of the outlet that `owners` names for its host, else of its domain."""
    host = urlsplit(page.url).hostname or ""
    return Manuscript(page.url, page, owners.get(host, registered_domain(page.url)), dated=True)


def bounded_lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a file, none of which is read further than it takes to see that it is too long."""
    while line := stream.readline(LINE_BYTES + 1):
        yield line
        rest = line
        while len(rest) > LINE_BYTES and not rest.endswith(b"\n"):
            rest = stream.readline(LINE_BYTES + 1)


def read_jsonl(lines: Iterable[bytes], name: str, now: datetime) -> Iterator[Manuscript | InputError]:
    """The articles of a JSONL file in order; each line that is wrong gives an InputError with its number instead."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        if number == 1 and line.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"["):
            yield InputError(name, number, "it is a list and not JSON Lines", "write one article a line, without brackets around them")
            return
        try:
            yield _manuscript(line, now)
        except _WrongLine as wrong:
            yield InputError(name, number, str(wrong), REMEDY)


def read_html(path: Path, now: datetime) -> Manuscript:
    """A saved page; its address is not known, so the file's name stands for it."""
    try:
        with path.open("rb") as file:
            body = file.read(LINE_BYTES + 1)
    except OSError as error:
        raise InputError(path, None, f"it cannot be read ({error.strerror})", "check the file's name") from None
    if not body.strip():
        raise InputError(path, None, "the file is empty", "save the page again")
    if len(body) > LINE_BYTES:
        raise InputError(path, None, f"the page is larger than {LINE_BYTES:,} bytes", "save its text alone")
    address = f"urn:corroborate:{path.name}"
    page = Page(address, address, 200, "text/html", body, now, reserved=in_markup(body))
    return Manuscript(path.stem, page, UNKNOWN_OUTLET)


class _WrongLine(Exception):
    """What is wrong with a line, in words."""


def _manuscript(line: bytes, now: datetime) -> Manuscript:
    fields = _fields(line)
    text, html = _string(fields, "text"), _string(fields, "html")
    title = _string(fields, "title", TITLE_CHARACTERS)
    if not any(content and content.strip() for content in (text, html)):
        text = title
    content = text or html
    if not content or not content.strip():
        raise _WrongLine('neither "text" nor "html" has any content')
    name = _string(fields, "id", NAME_CHARACTERS) or digest(content)[:16]
    url = _address(fields) or f"urn:corroborate:{name}"
    kind = "text/plain" if text else "text/html"
    fetched = _instant(fields, "fetched")
    body = content.encode()
    page = Page(url, url, 200, kind, body, fetched or now, charset="utf-8", reserved=() if text else in_markup(body))
    return Manuscript(
        name,
        page,
        _string(fields, "outlet", NAME_CHARACTERS) or _publisher(url),
        title,
        _instant(fields, "published"),
        dated=fetched is not None,
    )


def _fields(line: bytes) -> dict[str, Any]:
    if len(line) > LINE_BYTES:
        raise _WrongLine(f"the line is longer than {LINE_BYTES:,} bytes")
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise _WrongLine("it is not UTF-8") from None
    except (ValueError, RecursionError):
        raise _WrongLine("it is not JSON") from None
    if not isinstance(fields, dict):
        raise _WrongLine("it is not a JSON object")
    return fields


def _string(fields: dict[str, Any], key: str, longest: int = LINE_BYTES) -> str | None:
    value = fields.get(key)
    if value is None or value == "":
        return None
    if type(value) is int and key == "id":
        value = str(value)
    if not isinstance(value, str):
        raise _WrongLine(f"{key!r} is not a string")
    if len(value) > longest:
        raise _WrongLine(f"{key!r} is longer than {longest:,} characters")
    # Half a surrogate pair is JSON, but neither text nor anything that can be kept.
    return value.replace("\x00", "").encode("utf-8", errors="replace").decode()


def _address(fields: dict[str, Any]) -> str | None:
    url = _string(fields, "url", URL_CHARACTERS)
    if url is None:
        return None
    try:
        scheme = urlsplit(url).scheme
    except ValueError:
        scheme = ""
    if scheme not in SCHEMES or not url.isprintable():
        raise _WrongLine(f"'url' is no web address: {url[:80]!r}")
    return url


def _publisher(url: str) -> str:
    """Whom a page belongs to where nobody says: `https://news.herald.example/1` is `herald.example`'s."""
    return registered_domain(url) if urlsplit(url).hostname else UNKNOWN_OUTLET


def _instant(fields: dict[str, Any], key: str) -> datetime | None:
    value = _string(fields, key)
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise _WrongLine(f"{key!r} is not an ISO 8601 time: {value[:40]!r}") from None
    if moment.year not in YEARS:
        raise _WrongLine(f"{key!r} is not in the time of newspapers: {value[:40]!r}")
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
