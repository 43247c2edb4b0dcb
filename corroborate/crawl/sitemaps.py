"""Sitemaps: the news extension's title, date and language are kept, an index leads to the sitemaps changed last."""

from collections.abc import Iterator
from datetime import datetime

from lxml import etree

from corroborate.crawl.dates import RAW_LENGTH, read_moment
from corroborate.crawl.feeds import OLDEST, Listing
from corroborate.crawl.markup import parse, plain_text, unpacked, vet, web_link
from corroborate.crawl.urls import article_id, registered_domain
from corroborate.errors import FeedError
from corroborate.model.pages import Entry, Page

ENTRIES = 2_000
CHILDREN = 5
"""Sitemaps followed from an index, those that changed last."""

REPEATED = frozenset(("url", "sitemap"))


def read_sitemap(page: Page, now: datetime) -> Listing:
    """The pages that a sitemap lists, or the sitemaps that an index does; raises FeedError where it is neither."""
    vetted = vet(page.url, unpacked(page.url, page.body).lstrip(b"\xef\xbb\xbf \t\r\n"), REPEATED, ENTRIES)
    root = parse(page.final_url, vetted.body) if vetted.is_well_formed else None
    if root is None:
        raise FeedError(page.url, "the sitemap is not well-formed")
    note = f"only the first {ENTRIES:,} addresses were read" if vetted.is_cut else None
    kind = etree.QName(root).localname
    if kind == "urlset":
        entries = {article_id(entry.url): entry for entry in _entries(page, root, now)}
        return Listing(tuple(entries.values()), note=note)
    if kind == "sitemapindex":
        found = _children(page, root, now)
        return Listing((), tuple(link for link, _ in found), note, changed=tuple((link, at) for link, at in found if at is not None))
    raise FeedError(page.url, "it is no sitemap")


def _entries(page: Page, root: etree._Element, now: datetime) -> Iterator[Entry]:
    for node in root.iterchildren("{*}url", "url"):
        link = web_link(page.final_url, _text(node, "loc"))
        # A sitemap speaks for its own site only.
        if link is None or registered_domain(link) != registered_domain(page.final_url):
            continue
        raw = _text(node, "publication_date")
        moment, touched = read_moment(raw, now), read_moment(_text(node, "lastmod"), now)
        # The day of the last change is no day of publication, but tells which pages are long since old.
        if moment is None and touched is not None and touched.at < now - OLDEST:
            continue
        yield Entry(
            url=link,
            title=plain_text(_text(node, "title")),
            published=moment.at if moment else None,
            published_raw=plain_text(raw[:RAW_LENGTH]) if raw else None,
            language=(_text(node, "language") or "").lower()[:20] or None,
            zone_known=moment is None or moment.zone_known,
        )


def _children(page: Page, root: etree._Element, now: datetime) -> list[tuple[str, datetime | None]]:
    found: list[tuple[str, datetime | None]] = []
    for node in root.iterchildren("{*}sitemap", "sitemap"):
        link = web_link(page.final_url, _text(node, "loc"))
        if link is not None and registered_domain(link) == registered_domain(page.final_url):
            moment = read_moment(_text(node, "lastmod"), now)
            found.append((link, moment.at if moment else None))
    found.sort(key=lambda child: -child[1].timestamp() if child[1] else 0.0)
    return found[:CHILDREN]


def _text(node: etree._Element, name: str) -> str | None:
    """The first element of that name in any namespace but a picture's or a film's."""
    for child in node.iter(f"{{*}}{name}", name):
        if not any(word in (etree.QName(child).namespace or "") for word in ("image", "video")):
            return "".join(child.itertext()).strip() or None
    return None
