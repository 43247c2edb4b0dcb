"""Lists of feeds as feed readers exchange them (OPML 2.0): out of feeds.yaml, and into it."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from lxml import etree

from corroborate.crawl.feeds import ENTRIES
from corroborate.crawl.markup import parse, plain_text, vet, web_link
from corroborate.crawl.urls import registered_domain
from corroborate.errors import FeedError
from corroborate.model.outlets import Outlet

OUTLINES = 10 * ENTRIES
OUTLINE = frozenset(("outline",))


def read_opml(name: str, body: bytes) -> tuple[Outlet, ...]:
    """The outlets of an OPML file: feeds of one site are one outlet, named by the first. Raises FeedError where it is none."""
    vetted = vet(name, body.removeprefix(b"\xef\xbb\xbf").lstrip(), OUTLINE, OUTLINES)
    root = parse("", vetted.body) if vetted.is_well_formed else None
    if root is None or etree.QName(root).localname.lower() != "opml":
        raise FeedError(name, "it is no OPML file")
    found: dict[str, list[tuple[str, str]]] = {}
    for node in root.iter("outline"):
        feed = web_link("", node.get("xmlUrl") or node.get("xmlurl"))
        if feed is None or "@" in urlsplit(feed).netloc:
            continue
        site = registered_domain(web_link("", node.get("htmlUrl") or node.get("htmlurl")) or feed)
        title = plain_text(node.get("title") or node.get("text")) or site
        found.setdefault(site, []).append((title, feed))
    outlets = (_outlet(site, feeds) for site, feeds in found.items())
    return tuple(_told_apart(outlets))


def _outlet(site: str, feeds: list[tuple[str, str]]) -> Outlet:
    titles = [title for title, _ in feeds]
    # Several feeds of one site are its sections: what they are called alike is the outlet's name.
    name = titles[0] if len(set(titles)) == 1 else _shared_start(titles) or site
    return Outlet(name, name, feeds=tuple(dict.fromkeys(feed for _, feed in feeds)))


def _shared_start(titles: list[str]) -> str:
    words = []
    for column in zip(*(title.split() for title in titles), strict=False):
        if len(set(column)) > 1:
            break
        words.append(column[0])
    return " ".join(words).strip(" -|:>,/\u2013\u2014\u00bb")


def _told_apart(outlets: Iterable[Outlet]) -> Iterable[Outlet]:
    """feeds.yaml knows an outlet by its name."""
    names = set[str]()
    for outlet in outlets:
        name = outlet.name
        while name in names:
            name = f"{name} ({registered_domain(outlet.feeds[0])})"
        names.add(name)
        yield Outlet(name, name, feeds=outlet.feeds)


def write_opml(outlets: Iterable[Outlet], title: str = "corroborate") -> bytes:
    """The feeds of these outlets, each outlet an outline of its own; sitemaps are no feeds and stay out."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    for outlet in outlets:
        if not outlet.feeds:
            continue
        folder = etree.SubElement(body, "outline", text=_plain(outlet.name), title=_plain(outlet.name))
        for feed in outlet.feeds:
            etree.SubElement(folder, "outline", type="rss", text=_plain(outlet.name), title=_plain(outlet.name), xmlUrl=feed)
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return written


def _plain(name: str) -> str:
    return plain_text(name) or "unnamed"
