"""Feeds of every age: RSS 0.9 to 2.0, RDF, Atom, JSON Feed -> entries. What is not well-formed goes to a lenient reader.

An entry is a link to an http or https address; its title is plain text, its date what the feed wrote, read without
guessing, and its `<source>` the publisher that an aggregator credits.
"""

import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import feedparser
from lxml import etree

from corroborate.crawl.dates import RAW_LENGTH, read_moment
from corroborate.crawl.markup import parse, plain_text, unpacked, vet, web_link
from corroborate.crawl.urls import article_id
from corroborate.errors import FeedError
from corroborate.model.pages import Entry, Page

ENTRIES = 500
OLDEST = timedelta(days=30)
"""What appeared, or was last touched, longer ago than this is left alone: a feed that is new to us is no archive."""

ENTRY_NAMES = frozenset(("item", "entry"))
ROOTS = {"rss", "rdf", "feed"}
LENIENT_BYTES = 1_000_000
LENIENT_DEPTH = 2_000
"""The lenient reader takes time that grows with the square of the depth."""

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ATOM = "http://www.w3.org/2005/Atom"
PERIODS = {"hourly": 3600, "daily": 86_400, "weekly": 7 * 86_400, "monthly": 30 * 86_400, "yearly": 365 * 86_400}
COUNT = re.compile(r"[0-9]{1,7}")
DATE_NAMES = ("published", "pubDate", "issued", "date", "created", "updated", "modified")
"""What dates an entry, the first that is there: the later ones tell of a change, where nothing tells of the beginning."""

ENTRY_TAG = re.compile(rb"<(?:\w{1,20}:)?(?:item|entry)[\s>]", re.IGNORECASE)
ENDS = re.compile(rb"</(?:item|entry)>", re.IGNORECASE)
WHOLE = re.compile(rb"</(?:rss|feed|rdf:rdf)\s*>\s*(?:<!--.{0,500}-->\s*)?$", re.IGNORECASE)
TAGS = re.compile(rb"<(/?)[A-Za-z][^<>]{0,2000}?(/?)>")


@dataclass(frozen=True, slots=True)
class Listing:
    """What a feed or sitemap announces. `children` are further sitemaps; `note` says what was left off or had to be mended.

    `floor` is for how many seconds it asks to be left alone. `changed` tells when each child changed last, where the index says.
    """

    entries: tuple[Entry, ...]
    children: tuple[str, ...] = ()
    note: str | None = None
    floor: int = 0
    changed: tuple[tuple[str, datetime], ...] = ()


def read_feed(page: Page, now: datetime) -> Listing:
    """The entries of a feed, each article once, at most ENTRIES; raises FeedError where it is none."""
    body = unpacked(page.url, page.body).removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
    if body.startswith(b"{"):
        return Listing(_distinct(_json_entries(page, body, now)))
    vetted = vet(page.url, body, ENTRY_NAMES, ENTRIES)
    root = parse(page.final_url, vetted.body) if vetted.is_well_formed else None
    entries = _distinct(_entries(root, now)) if root is not None and _name(root) in ROOTS else ()
    if not entries and (root is None or _name(root) not in ROOTS or ENTRY_TAG.search(vetted.body)):
        return _read_leniently(page, vetted.body, now)
    note = f"only the first {ENTRIES} entries were read" if vetted.is_cut else None
    return Listing(entries, note=note, floor=0 if root is None else _floor(root))


def _floor(root: etree._Element) -> int:
    """Seconds between two looks at the feed, by RSS's `ttl` and the syndication module, whichever asks for more."""
    for channel in (*root.iterchildren("channel", "{*}channel"), root):
        own = {etree.QName(node).localname: (node.text or "").strip() for node in channel if isinstance(node.tag, str)}
        if channel is not root or "updatePeriod" in own:
            return asked_floor(own.get("ttl"), own.get("updatePeriod"), own.get("updateFrequency"))
    return 0


def asked_floor(ttl: str | None, period: str | None, frequency: str | None) -> int:
    """Seconds to wait by what a feed writes: `ttl` in minutes, "hourly" with how often in it.

    >>> asked_floor("15", "hourly", "2")
    1800
    """
    minutes = int(ttl) if ttl and COUNT.fullmatch(ttl) else 0
    seconds = PERIODS.get((period or "").strip().lower(), 0)
    times = int(frequency) if frequency and COUNT.fullmatch(frequency) else 1
    return max(minutes * 60, seconds // max(times, 1))


def _entries(root: etree._Element, now: datetime) -> Iterator[Entry]:
    language = root.get(XML_LANG) or next((_text(node) for node in root.iter("language", "{*}language")), None)
    for node in root.iter("item", "entry", "{*}item", "{*}entry"):
        link = _link(node)
        if link is None:
            continue
        raw = _first_text(node, DATE_NAMES)
        yield _entry(link, _first_text(node, ("title",)), raw, now, source=_source(node), language=node.get(XML_LANG) or language)


def _entry(link: str, title: str | None, raw: str | None, now: datetime, **fields: str | None) -> Entry:
    moment = read_moment(raw, now)
    return Entry(
        url=link,
        title=plain_text(title),
        published=moment.at if moment else None,
        published_raw=plain_text(raw[:RAW_LENGTH]) if raw else None,
        source=plain_text(fields.get("source")),
        language=_language(fields.get("language")),
        zone_known=moment is None or moment.zone_known,
    )


def _name(node: etree._Element) -> str:
    return etree.QName(node).localname.lower() if isinstance(node.tag, str) else ""


def _own(node: etree._Element, name: str) -> Iterator[etree._Element]:
    """Children that are the entry's own or Dublin Core's: a picture's title or date is not the entry's."""
    namespace = etree.QName(node).namespace
    for child in node:
        if not isinstance(child.tag, str):
            continue
        tag = etree.QName(child)
        if tag.localname == name and (tag.namespace in (None, namespace) or "purl.org/dc/" in (tag.namespace or "")):
            yield child


def _first_text(node: etree._Element, names: Iterable[str]) -> str | None:
    return next((text for name in names for child in _own(node, name) if (text := _text(child))), None)


def _text(node: etree._Element) -> str | None:
    return "".join(node.itertext()).strip() or None


def _link(node: etree._Element) -> str | None:
    return next((link for base, raw in _links(node) if (link := web_link(base, raw))), None)


def _links(node: etree._Element) -> Iterator[tuple[str, str | None]]:
    base = node.base or ""
    # Where a feed was burned at a counting service, it still names the article itself.
    yield from ((base, child.text) for child in node.iterchildren("{*}origLink"))
    for child in (*_own(node, "link"), *node.iterchildren(f"{{{ATOM}}}link")):
        if child.get("href") is None:
            yield base, child.text
        elif child.get("rel", "alternate") == "alternate":
            yield child.base or base, child.get("href")
    for name in ("guid", "id"):
        for child in _own(node, name):
            is_link = child.get("isPermaLink", "true").lower() != "false" and (child.text or "").strip().startswith("http")
            yield base, child.text if is_link else None
    yield base, node.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about")


def _source(node: etree._Element) -> str | None:
    for child in _own(node, "source"):
        return _first_text(child, ("title",)) or child.text
    return None


def _language(raw: str | None) -> str | None:
    text = (raw or "").strip()
    return text.lower() if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*", text) else None


def _distinct(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    seen: dict[str, Entry] = {}
    for entry in entries:
        seen.setdefault(article_id(entry.url), entry)
        if len(seen) >= ENTRIES:
            break
    return tuple(seen.values())


def _json_entries(page: Page, body: bytes, now: datetime) -> Iterator[Entry]:
    feed = _json(page.url, body)
    language = feed.get("language")
    for announced in feed["items"][:ENTRIES]:
        if not isinstance(announced, dict):
            continue
        fields = {key: value for key, value in announced.items() if isinstance(value, str)}
        link = web_link(page.final_url, fields.get("url")) or web_link(page.final_url, fields.get("external_url"))
        raw = fields.get("date_published") or fields.get("date_modified")
        if link is not None:
            yield _entry(
                link, fields.get("title"), raw, now, language=fields.get("language", language if isinstance(language, str) else None)
            )


def _json(url: str, body: bytes) -> dict[str, Any]:
    try:
        feed = json.loads(body)
    except (ValueError, RecursionError):
        raise FeedError(url, "it is neither XML nor JSON") from None
    if not isinstance(feed, dict) or "jsonfeed.org" not in str(feed.get("version")) or not isinstance(feed.get("items"), list):
        raise FeedError(url, "it is JSON but no JSON Feed")
    return feed


def _read_leniently(page: Page, body: bytes, now: datetime) -> Listing:
    kept = _bounded(page.url, body)
    charset = f"; charset={page.charset}" if page.charset else ""
    headers = {"content-type": f"{page.content_type or 'application/xml'}{charset}"}
    try:
        # As a stream: given bytes or text, the library would take a short document for a file's name.
        feed = feedparser.parse(io.BytesIO(kept), response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
        entries = _distinct(_lenient_entries(page, feed, now))
    except Exception as error:  # whatever a stranger's bytes do to a lenient parser, only this feed fails
        raise FeedError(page.url, f"the lenient reader gave up ({type(error).__name__})") from None
    if not entries and not feed.get("version"):
        raise FeedError(page.url, "it is no feed")
    floor = asked_floor(feed.feed.get("ttl"), feed.feed.get("sy_updateperiod"), feed.feed.get("sy_updatefrequency"))
    return Listing(entries, note="it is not as a feed should be; what could be read was taken", floor=floor)


def _bounded(url: str, body: bytes) -> bytes:
    kept = body[:LENIENT_BYTES].replace(b"\x00", b"") if body[:2] not in (b"\xff\xfe", b"\xfe\xff") else body[:LENIENT_BYTES]
    depth = 0
    for tag in TAGS.finditer(kept):
        depth = max(0, depth + (-1 if tag[1] else 0 if tag[2] else 1))
        if depth > LENIENT_DEPTH:
            raise FeedError(url, "it is nested too deeply")
    return kept if WHOLE.search(kept, max(0, len(kept) - 1_000)) else _whole_entries(kept)


def _whole_entries(body: bytes) -> bytes:
    """What comes before the cut of a feed that was cut off: half a link leads to another page."""
    ends = [match.end() for match in ENDS.finditer(body)]
    return body[: ends[-1]] if ends else body


def _lenient_entries(page: Page, feed: Any, now: datetime) -> Iterator[Entry]:
    language = feed.feed.get("language")
    for announced in feed.entries[:ENTRIES]:
        link = web_link(page.final_url, announced.get("link"))
        raw = announced.get("published") or announced.get("created") or announced.get("updated")
        source = announced.get("source")
        credit = source.get("title") if isinstance(source, dict) else None
        if link is not None:
            yield _entry(link, announced.get("title"), raw, now, source=credit, language=language)
