"""A digest as JSON, and as an Atom feed (RFC 4287)."""

import json
import re
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from corroborate.publish import views
from corroborate.publish.digest.entries import Change, Digest, Entry, section_of
from corroborate.publish.digest.links import NOWHERE, target
from corroborate.publish.digest.mailed import entry_html
from corroborate.publish.digest.texts import EMPTY, MARKS, glance, span, title_of
from corroborate.publish.printable import printable

ATOM = "http://www.w3.org/2005/Atom"
UNWRITABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_json(digest: Digest) -> str:
    """JSON with the columns of the exported tables; entries in the order of consequence."""
    document = {
        "since": views.instant(digest.since),
        "until": views.instant(digest.until),
        "glance": glance(digest),
        "entries": [_row(one) for one in digest.entries],
        "resolved": [_row(one) for one in digest.resolved],
        "unlisted": len(digest.unlisted),
        "revised": [views.revision_row(one) for one in digest.revised],
        "stories": [
            {
                "story": one.id,
                "title": one.title,
                "articles": len(one.articles),
                "first": views.instant(one.first),
                "last": views.instant(one.last),
            }
            for one in digest.stories
        ],
        "stories_in_all": digest.stories_in_all,
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _row(entry: Entry) -> dict[str, Any]:
    told = {
        "section": section_of(entry).title if entry.change is not Change.RESOLVED else "Resolved",
        "change": entry.change.value,
        "news": list(entry.news),
        "question": entry.record.question,
        "story_title": entry.record.story_title,
        "sources": entry.sources,
    }
    return told | views.discrepancy_row(entry.record)


def to_atom(digest: Digest) -> str:
    """One entry a discrepancy; an empty day has one that says so."""
    register_namespace("", ATOM)
    feed = Element(f"{{{ATOM}}}feed")
    _add(feed, "id", "urn:corroborate:digest")
    _add(feed, "title", f"corroborate: {span(digest)}")
    _add(feed, "subtitle", glance(digest))
    _add(feed, "updated", digest.until.isoformat())
    _add(SubElement(feed, f"{{{ATOM}}}author"), "name", "corroborate")
    if digest.is_empty:
        _entry(feed, f"digest:{digest.until:%Y-%m-%dT%H:%M}", EMPTY, digest.until)
    for one in (*digest.entries, *digest.resolved):
        # What changed is news again: it has an entry of its own.
        name = one.found.id if one.change is Change.NEW else f"{one.found.id}:{one.change.value}:{digest.until:%Y-%m-%dT%H:%M}"
        added = _entry(feed, name, f"{MARKS[one.change]}: {title_of(one)}", digest.until)
        for side in one.found.sides:
            if (place := target(side.url, side.quote)) != NOWHERE:
                SubElement(added, f"{{{ATOM}}}link", rel="related", href=_writable(place))
        SubElement(added, f"{{{ATOM}}}content", type="html").text = _writable(entry_html(one))
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="unicode") + "\n"


def _entry(feed: Element, name: str, title: str, updated: datetime) -> Element:
    entry = SubElement(feed, f"{{{ATOM}}}entry")
    _add(entry, "id", f"urn:corroborate:{name}")
    _add(entry, "title", title)
    _add(entry, "updated", updated.isoformat())
    return entry


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, f"{{{ATOM}}}{name}").text = _writable(text)


def _writable(text: str) -> str:
    """What XML can hold."""
    return UNWRITABLE.sub("\ufffd", printable(text))
