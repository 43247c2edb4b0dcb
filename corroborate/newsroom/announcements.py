"""How outlets announce what they publish: RSS, Atom, news sitemaps; and what their robots.txt asks."""

import json
from collections.abc import Sequence
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

from corroborate.newsroom.edition import Edition
from corroborate.newsroom.houses import House
from corroborate.newsroom.pages import local
from corroborate.newsroom.publications import Publication

LISTED = 200
ROBOTS = "User-agent: *\nDisallow: /private/\nDisallow: /share/\n"


def rss(house: House, shown: Sequence[Publication]) -> str:
    """An RSS 2.0 feed; wire copy names its source."""
    entries = "".join(
        f"<item><title>{escape(one.title)}</title><link>{escape(one.url)}</link><guid>{escape(one.url)}</guid>"
        + (f"<pubDate>{format_datetime(local(one.published, house))}</pubDate>" if one.published is not None else "")
        + f"<description>{escape(_summary(one))}</description>"
        + (f'<source url="http://{house.host}/">{escape(one.source)}</source>' if one.source else "")
        + "</item>"
        for one in shown[:LISTED]
    )
    head = f"<title>{escape(house.name)}</title><link>http://{house.host}/</link><description>News</description><ttl>15</ttl>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>{head}{entries}</channel></rss>'


def atom(house: House, shown: Sequence[Publication]) -> str:
    """An Atom feed."""
    entries = "".join(
        f"<entry><title>{escape(one.title)}</title><link href={quoteattr(one.url)}/><id>{escape(one.url)}</id>"
        + (f"<published>{local(one.published, house).isoformat()}</published>" if one.published is not None else "")
        + f"<updated>{local(one.modified or one.published or one.visible_from, house).isoformat()}</updated>"
        + f"<summary>{escape(_summary(one))}</summary>"
        + (f"<source><title>{escape(one.source)}</title></source>" if one.source else "")
        + "</entry>"
        for one in shown[:LISTED]
    )
    updated = max((one.published or one.visible_from for one in shown), default=None)
    stamp = f"<updated>{local(updated, house).isoformat()}</updated>" if updated else ""
    head = f"<title>{escape(house.name)}</title><id>http://{house.host}/</id>{stamp}"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">{head}{entries}</feed>'


def sitemap(house: House, shown: Sequence[Publication]) -> str:
    """A news sitemap."""
    entries = "".join(
        f"<url><loc>{escape(one.url)}</loc><news:news><news:publication><news:name>{escape(house.name)}</news:name>"
        f"<news:language>en</news:language></news:publication>"
        + (f"<news:publication_date>{local(one.published, house).isoformat()}</news:publication_date>" if one.published is not None else "")
        + f"<news:title>{escape(one.title)}</news:title></news:news></url>"
        for one in shown
    )
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {spaces}>{entries}</urlset>'


FEEDS = {"/feed.xml": rss, "/atom.xml": atom, "/news-sitemap.xml": sitemap}


def robots(house: House) -> str:
    """What crawlers are asked to leave alone."""
    maps = "".join(f"Sitemap: {address}\n" for address in house.outlet.sitemaps)
    return ROBOTS + maps


def feeds_yaml(edition: Edition, address: str | None = None) -> str:
    """A feeds.yaml of the edition's outlets; `address` ("127.0.0.1:8080") is where all of them are served."""
    lines = ["outlets:"]
    for outlet in edition.outlets:
        fields: dict[str, object] = {
            "name": outlet.name,
            "family": outlet.family,
            "country": outlet.country,
            "language": outlet.language,
            "feeds": list(outlet.feeds),
            "sitemaps": list(outlet.sitemaps),
            "aliases": list(outlet.aliases),
            "agency": outlet.agency,
            "connect_to": address,
        }
        # JSON scalars and lists are YAML as they are.
        stated = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items() if value not in (None, [])]
        lines.append("  - " + "\n    ".join(stated))
    return "\n".join([*lines, "settings:", "  crawl:", "    gap: 0", ""])


def _summary(one: Publication) -> str:
    return one.paragraphs[0][:200]
