"""Atom feeds (RFC 4287) of discrepancies and of saved searches: whatever a page holds, it stands in a feed as text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from corroborate.model.alerts import SavedSearch
from corroborate.model.records import ClaimRecord, DiscrepancyRecord
from corroborate.publish.links import text_link
from corroborate.publish.printable import one_line

ATOM = "http://www.w3.org/2005/Atom"
KIND = "application/atom+xml; charset=utf-8"
UNWRITABLE = re.compile("[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
LONGEST = 300
"""Letters of a title."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a reader of feeds sees of one thing: a title, a text, where it stands here and on the outlets' pages."""

    id: str
    title: str
    text: str
    updated: datetime
    link: str
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """Entries under a title; `address` is the feed's own, `page` shows the same to people."""

    title: str
    address: str
    page: str
    entries: tuple[Entry, ...]


def discrepancy_feed(records: Sequence[DiscrepancyRecord], base: str) -> Feed:
    """What outlets disagree about, newest first; `base` is the server's address without a slash."""
    entries = tuple(_discrepancy_entry(record, base) for record in records)
    return Feed("corroborate: discrepancies", f"{base}/feeds/discrepancies.atom", f"{base}/", entries)


def _discrepancy_entry(record: DiscrepancyRecord, base: str) -> Entry:
    found = record.discrepancy
    sides = [f'{side.value} ({", ".join(side.outlets)}): "{side.quote}" {side.url}' for side in found.sides]
    return Entry(
        id=found.id,
        title=f"{found.type.value.replace('_', ' ')}: {record.question}",
        text="\n".join([f"{record.story_title}. {found.reason}", *sides]),
        updated=found.first_seen,
        link=f"{base}/group/{quote(found.group)}",
        related=tuple(text_link(side.url, side.quote) for side in found.sides),
    )


def search_feed(search: SavedSearch, records: Sequence[ClaimRecord], base: str) -> Feed:
    """The newest claims that answer a saved search."""
    entries = tuple(_claim_entry(record, base) for record in records)
    address = f"{base}/feeds/searches/{search.name}.atom"
    return Feed(f"corroborate: {search.name}", address, f"{base}/search?q={quote(search.query, safe='')}", entries)


def _claim_entry(record: ClaimRecord, base: str) -> Entry:
    claim, article = record.claim, record.article
    return Entry(
        id=claim.id,
        title=f"{claim.surface}: {article.outlet}",
        text=f"{claim.sentence.text}\n{article.title or article.url}",
        updated=article.published or article.seen,
        link=f"{base}/claim/{quote(claim.id)}",
        related=(text_link(article.url, claim.sentence.text),),
    )


def to_atom(feed: Feed) -> bytes:
    """The feed as a document."""
    register_namespace("", ATOM)
    root = Element(f"{{{ATOM}}}feed")
    _text(root, "id", feed.address)
    _text(root, "title", feed.title)
    _text(root, "updated", _moment(max((entry.updated for entry in feed.entries), default=BEGINNING)))
    _text(SubElement(root, f"{{{ATOM}}}author"), "name", "corroborate")
    _link(root, "self", feed.address)
    _link(root, "alternate", feed.page)
    for entry in feed.entries:
        _add(root, entry)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _add(root: Element, entry: Entry) -> None:
    node = SubElement(root, f"{{{ATOM}}}entry")
    _text(node, "id", f"urn:corroborate:{entry.id}")
    _text(node, "title", one_line(entry.title)[:LONGEST] or entry.id)
    _text(node, "updated", _moment(entry.updated))
    _link(node, "alternate", entry.link)
    for address in _web(entry.related):
        _link(node, "related", address)
    content = SubElement(node, f"{{{ATOM}}}content", type="text")
    content.text = "\n".join(_clean(one_line(line)) for line in entry.text.split("\n"))


def _web(addresses: Iterable[str]) -> Iterator[str]:
    """Nothing but the web's own schemes is linked, each address once: an entry may not hold two links alike."""
    return iter(dict.fromkeys(one for one in addresses if one.lower().startswith(("https://", "http://"))))


def _text(node: Element, name: str, text: str) -> None:
    SubElement(node, f"{{{ATOM}}}{name}").text = _clean(text)


def _link(node: Element, relation: str, address: str) -> None:
    SubElement(node, f"{{{ATOM}}}link", rel=relation, href=_clean(address))


def _clean(text: str) -> str:
    return UNWRITABLE.sub("\ufffd", text)


def _moment(moment: datetime) -> str:
    """RFC 3339."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
