"""What a page says of itself in JSON-LD and meta tags: headline, byline, times, whether it is free to read.

Hostile by assumption: scripts are bounded in number and size, nesting is walked without recursion.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from html import unescape
from itertools import islice
from typing import Any

SCRIPTS = 20
SCRIPT_CHARACTERS = 300_000
NODES = 3_000
LINE = 300
ELEMENTS, DEPTH = 20_000, 30
MARKED = ("datePublished", "dateCreated", "dc:date", "dcterms:created")
PUBLISHED = re.compile(r"(?:^|[\s_-])published(?:$|[\s_-])|(?:^|\s)(?:entry|post)-date(?:$|\s)|dt-published")
REPLY = re.compile(r"comment|related|teaser|\bcard\b", re.I)
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
ARTICLE_TYPES = ("Article", "BlogPosting", "Posting", "Report", "NewsArticle", "WebPage")
META_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date.issued",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
)
META_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified")
META_DESCRIPTION = ("og:description", "description", "twitter:description")
META_TITLE = ("og:title", "twitter:title", "dc.title", "parsely-title")
META_BYLINE = ("author", "parsely-author", "sailthru.author", "dc.creator", "byl")


@dataclass(frozen=True, slots=True)
class Stated:
    """A time as a page states it; without a zone only its day can be relied on."""

    at: datetime
    zoned: bool
    source: str


@dataclass(frozen=True, slots=True)
class Markup:
    """What structured data and meta tags tell; None and empty where they are silent."""

    title: str | None = None
    byline: str | None = None
    published: tuple[Stated, ...] = ()
    modified: tuple[Stated, ...] = ()
    free: bool | None = None
    site: str | None = None
    language: str | None = None
    body: str | None = None
    description: str | None = None


def read_markup(tree: Any) -> Markup:
    """Read the head of a page; `tree` is its lxml tree."""
    meta = _meta(tree)
    nodes = sorted((node for node in _json_nodes(tree) if _is_article(node)), key=partial(_distance, here=_here(tree, meta)))
    return Markup(
        title=_first(
            [*(_line(node.get("headline")) for node in nodes), *_heading(tree), *(meta.get(name) for name in META_TITLE), *_title(tree)]
        ),
        byline=_first(
            [*(_names(node.get("author")) for node in nodes), *(meta.get(name) for name in META_BYLINE if not _is_link(meta.get(name)))]
        ),
        published=(*_times(nodes, "datePublished", meta, META_PUBLISHED), *_marked(tree)),
        modified=_times(nodes, "dateModified", meta, META_MODIFIED),
        free=_free(nodes),
        site=meta.get("og:site_name"),
        language=_line(tree.get("lang")),
        description=_first([meta.get(name) for name in META_DESCRIPTION]),
        body=_first([written for node in nodes if isinstance(written := node.get("articleBody"), str)]),
    )


def read_time(written: object) -> tuple[datetime, bool] | None:
    """An ISO 8601 time, in its own zone or else as if in UTC, and whether it had a zone; None for anything else.

    The zone is kept because "Wednesday" is the outlet's day, not that of UTC.
    """
    if not isinstance(written, str) or not 10 <= len(written.strip()) <= 40:
        return None
    try:
        at = datetime.fromisoformat(written.strip())
        instant = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
        return (at if at.tzinfo else instant), at.tzinfo is not None
    except (ValueError, OverflowError):
        return None


def plausible(at: datetime, seen: datetime) -> bool:
    """A time of publication that is no template's and no typing error: neither ancient nor after the visit."""
    return EARLIEST <= at <= seen + timedelta(days=1)


def _first(candidates: list[str | None]) -> str | None:
    return next((candidate for candidate in candidates if candidate), None)


def _line(value: object) -> str | None:
    """One line of bounded length; publishing systems escape headlines once more inside JSON."""
    return " ".join(unescape(value[: 4 * LINE]).split())[:LINE] or None if isinstance(value, str) else None


def _is_link(value: str | None) -> bool:
    return value is not None and value.startswith(("http:", "https:", "//"))


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = _line(tag.get("content"))
        if name and content:
            found.setdefault(name.lower()[:60], content)
    return found


def _heading(tree: Any) -> list[str | None]:
    headings = [_line("".join(tag.itertext())) for tag in tree.iter("h1")]
    return headings[:1] if len(headings) == 1 else []


def _title(tree: Any) -> list[str | None]:
    return [_line("".join(tag.itertext())) for tag in tree.iter("title")][:1]


def _json_nodes(tree: Any) -> Iterator[Mapping[str, Any]]:
    scripts = 0
    for tag in tree.iter("script"):
        text = tag.text or ""
        if "ld+json" not in (tag.get("type") or "") or len(text) > SCRIPT_CHARACTERS:
            continue
        scripts += 1
        if scripts > SCRIPTS:
            return
        try:
            yield from _walk(json.loads(text.strip().removeprefix("<!--").removesuffix("-->"), strict=False))
        except (ValueError, RecursionError):
            continue


def _walk(root: object) -> Iterator[Mapping[str, Any]]:
    waiting, visited = [root], 0
    while waiting and visited < NODES:
        node = waiting.pop(0) if len(waiting) < NODES else waiting.pop()
        visited += 1
        if isinstance(node, dict):
            yield node
            waiting.extend(child for child in node.values() if isinstance(child, dict | list))
        elif isinstance(node, list):
            waiting.extend(child for child in node[:NODES] if isinstance(child, dict | list))


def _here(tree: Any, meta: Mapping[str, str]) -> frozenset[str]:
    """What a page calls itself: its addresses and headlines."""
    links = [tag.get("href") for tag in tree.iter("link") if tag.get("rel") == "canonical"]
    named = [*links[:1], meta.get("og:url"), *_heading(tree), *(meta.get(name) for name in META_TITLE)]
    return frozenset(one.rstrip("/") for one in named if one)


def _distance(node: Mapping[str, Any], here: frozenset[str]) -> int:
    """How little an article in JSON-LD has to do with the page: other articles may be listed before its own."""
    entity = node.get("mainEntityOfPage")
    page = entity.get("@id") or entity.get("url") if isinstance(entity, dict) else entity
    named = {_line(value) for value in (page, node.get("url"), node.get("headline"), node.get("@id"))} - {None}
    is_page = str(node.get("@type")).endswith("WebPage")
    # An address with a fragment names a part of the page: "/lock-reopens/#article".
    is_here = any((one or "").split("#")[0].rstrip("/") in here for one in named)
    return 2 * (not is_here) + is_page


def _is_article(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    named = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
    return any(isinstance(kind, str) and kind.endswith(ARTICLE_TYPES) for kind in named)


def _names(author: object) -> str | None:
    listed = author if isinstance(author, list) else [author]
    names = [_line(one.get("name") if isinstance(one, dict) else one) for one in listed[:10]]
    return ", ".join(name for name in names if name and not _is_link(name)) or None


def _times(nodes: list[Mapping[str, Any]], key: str, meta: Mapping[str, str], names: tuple[str, ...]) -> tuple[Stated, ...]:
    written = [(node.get(key), "json-ld") for node in nodes] + [(meta.get(name), "meta") for name in names]
    read = [(read_time(value), source) for value, source in written]
    return tuple(Stated(time[0], time[1], source) for time, source in read if time)


def _marked(tree: Any) -> tuple[Stated, ...]:
    """Times that elements of the page itself state: microdata, RDFa, and the ways of weblogs."""
    found = []
    for tag in islice(tree.iter("time", "span", "abbr", "div", "p", "meta"), ELEMENTS):
        names = f"{tag.get('itemprop') or ''} {tag.get('property') or ''}"
        is_marked = any(name in names for name in MARKED) or (tag.tag in ("time", "abbr") and PUBLISHED.search(tag.get("class") or ""))
        if not is_marked and tag.get("pubdate") is None:
            continue
        if any(REPLY.search(f"{one.get('class')} {one.get('itemprop')} {one.get('typeof')}") for one in islice(tag.iterancestors(), DEPTH)):
            continue
        if time := read_time(tag.get("content") or tag.get("datetime") or tag.get("title")):
            found.append(Stated(time[0], time[1], "meta"))
    return tuple(found[:SCRIPTS])


def _free(nodes: list[Mapping[str, Any]]) -> bool | None:
    stated = [node["isAccessibleForFree"] for node in nodes if "isAccessibleForFree" in node]
    if not stated:
        return None
    return str(stated[0]).lower() not in {"false", "no", "0"}
