"""Sitemaps, their index, and the news extension."""

import gzip
from datetime import UTC, datetime

import pytest

from corroborate.crawl.feeds import Listing
from corroborate.crawl.sitemaps import CHILDREN, ENTRIES, read_sitemap
from corroborate.errors import FeedError
from corroborate.model.pages import Entry, Page
from tests.factory import NOON

URL = "https://harbour-herald.example/sitemap.xml"
NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><loc>https://www.harbour-herald.example/ferry</loc>
 <image:image><image:loc>https://cdn.example/1.jpg</image:loc><image:title>A photo</image:title></image:image>
 <lastmod>2026-10-14</lastmod><news:news><news:publication><news:name>Herald</news:name><news:language>EN</news:language>
 </news:publication><news:publication_date>2026-10-13T10:00:00+01:00</news:publication_date>
 <news:title>Ferry sinks</news:title></news:news></url></urlset>"""


def read(body: str | bytes) -> Listing:
    return read_sitemap(Page(URL, URL, 200, "application/xml", body.encode() if isinstance(body, str) else body, NOON), NOON)


def test_the_news_extension_is_kept() -> None:
    assert read(NEWS).entries == (
        Entry(
            url="https://www.harbour-herald.example/ferry",
            title="Ferry sinks",
            published=datetime(2026, 10, 13, 9, 0, tzinfo=UTC),
            published_raw="2026-10-13T10:00:00+01:00",
            language="en",
        ),
    )


def test_the_day_of_a_change_is_no_day_of_publication_but_tells_what_is_old() -> None:
    listing = read(
        "".join(
            (
                "<urlset>",
                *(f"<url><loc>{URL}/{day}</loc><lastmod>{day}</lastmod></url>" for day in ("2026-10-13", "2026-09-01")),
                f"<url><loc>{URL}/undated</loc></url></urlset>",
            )
        )
    )

    assert [(entry.url, entry.published) for entry in listing.entries] == [(f"{URL}/2026-10-13", None), (f"{URL}/undated", None)]


def test_a_packed_sitemap_is_unpacked() -> None:
    assert len(read(gzip.compress(NEWS.encode())).entries) == 1


def test_a_sitemap_speaks_for_its_own_site_only() -> None:
    assert read(NEWS.replace("www.harbour-herald.example", "gazette.example")).entries == ()


def test_an_index_leads_to_the_sitemaps_changed_last() -> None:
    maps = "".join(f"<sitemap><loc>{URL}?{day}</loc><lastmod>2026-10-{day:02}</lastmod></sitemap>" for day in range(1, 11))

    listing = read(f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{maps}</sitemapindex>')

    assert listing.children == tuple(f"{URL}?{day}" for day in range(10, 10 - CHILDREN, -1))


def test_a_long_sitemap_is_cut_and_says_so() -> None:
    listing = read("<urlset>" + "".join(f"<url><loc>{URL}/{n}</loc></url>" for n in range(ENTRIES + 5)) + "</urlset>")

    assert len(listing.entries) == ENTRIES
    assert listing.note is not None


@pytest.mark.parametrize(
    "body",
    [
        "<html/>",
        "<urlset><url>",
        "",
        '<!DOCTYPE urlset [<!ENTITY a SYSTEM "file:///etc/passwd">]><urlset><url><loc>&a;</loc></url></urlset>',
        gzip.compress(b"<urlset>" + b" " * 20_000_000),
        b"\x1f\x8b broken",
    ],
)
def test_what_is_no_sitemap_is_an_error(body: str | bytes) -> None:
    with pytest.raises(FeedError):
        read(body)
