"""Whatever bytes a stranger sends, only the errors that we name come of it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.crawl.archive import read_warc
from corroborate.crawl.feeds import read_feed
from corroborate.crawl.markup import plain_text, web_link
from corroborate.crawl.robots import allowed, crawl_delay
from corroborate.crawl.sitemaps import read_sitemap
from corroborate.errors import FeedError, InputError
from corroborate.model.pages import Page
from tests.factory import NOON

URL = "http://harbour-herald.example/feed.xml"
PIECES = (
    "<rss>",
    "</rss>",
    "<channel>",
    "<item>",
    "</item>",
    "<title>",
    "</title>",
    "<link>",
    "</link>",
    "<link href='",
    "'/>",
    "http://a.example/",
    "é",
    "&amp;",
    "&bad;",
    "&#0;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?xml version='1.0' encoding='",
    "utf-16",
    "'?>",
    "<feed xmlns='http://www.w3.org/2005/Atom'>",
    "<entry>",
    "<pubDate>",
    "2026-10-13T10:00",
    "<urlset>",
    "<url>",
    "<loc>",
    "\x00",
    "\u202e",
    "\ud83d",
    "<!DOCTYPE rss [",
    "]>",
    '{"version":"https://jsonfeed.org/version/1","items":[',
    '{"url":"',
    '"}]}',
    "xml:base='http://[",
    "x:y='",
    "<media:title>",
    "WARC/1.0\r\n",
    "WARC-Type: response\r\n",
    "Content-Length: 9\r\n\r\n",
    "HTTP/1.1 200 OK\r\n\r\n",
)
DOCUMENTS = st.binary(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=25).map(
    lambda pieces: "".join(pieces).encode("utf-8", "surrogatepass")
)


@given(
    body=DOCUMENTS,
    charset=st.none() | st.sampled_from(["utf-8", "x-foo", "utf-16", "hex", "idna"]),
    kind=st.sampled_from(["text/xml", "", "x/y"]),
)
def test_a_feed_is_entries_or_an_error(body: bytes, charset: str | None, kind: str) -> None:
    for read in (read_feed, read_sitemap):
        try:
            listing = read(Page(URL, URL, 200, kind, body, NOON, charset), NOON)
        except FeedError:
            continue
        assert all(entry.url.startswith(("http://", "https://")) for entry in listing.entries)


@given(
    text=st.text()
    | st.lists(
        st.sampled_from(["User-agent:", "*", "Disallow:", "/a", "Allow:", "\n", "\r", "$", "%", "%zz", "#", "Crawl-delay: 1e9"])
    ).map("".join)
)
def test_any_robots_txt_is_judged(text: str) -> None:
    assert allowed(text, "herald-watch/1", "http://harbour-herald.example/é?x=%zz") in (True, False)
    delay = crawl_delay(text, "herald-watch/1")
    assert delay is None or delay >= 0


@given(text=st.text())
def test_a_title_is_one_line_of_what_can_be_seen_or_nothing(text: str) -> None:
    title = plain_text(text)

    assert title is None or (title == title.strip() and title.isprintable())


@given(raw=st.text() | st.from_regex(r"(https?:|//|/)?[^\n]{0,20}", fullmatch=True))
def test_a_link_is_a_web_address_or_none(raw: str) -> None:
    link = web_link(URL, raw)

    assert link is None or link.startswith(("http://", "https://"))


@given(content=DOCUMENTS)
def test_an_archive_is_pages_or_an_error(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path: Path = tmp_path_factory.getbasetemp() / "stranger.warc"
    path.write_bytes(content)

    try:
        assert all(isinstance(page, Page) for page in read_warc(path))
    except InputError:
        return
