"""Feeds of every age, whole and broken, and those made to harm."""

import json
import time
from datetime import UTC, datetime

import pytest

from corroborate.crawl.feeds import ENTRIES, Listing, read_feed
from corroborate.errors import FeedError
from corroborate.model.pages import Entry, Page
from tests.factory import NOON

URL = "http://harbour-herald.example/news/feed.xml"


def page(body: str | bytes, content_type: str = "application/rss+xml", charset: str | None = None) -> Page:
    return Page(URL, URL, 200, content_type, body.encode() if isinstance(body, str) else body, NOON, charset)


def read(body: str | bytes, **fields: str) -> Listing:
    return read_feed(page(body, **fields), NOON)


def only(body: str | bytes, **fields: str) -> Entry:
    (entry,) = read(body, **fields).entries
    return entry


def rss(entries: str, head: str = "") -> str:
    return f'<?xml version="1.0" encoding="utf-8"?>{head}<rss version="2.0"><channel><title>Herald</title>{entries}</channel></rss>'


RSS = rss(
    """<language>en-GB</language><item><title>Ferry sinks &amp; 41 are missing</title><link>http://harbour-herald.example/ferry</link>
    <pubDate>Tue, 13 Oct 2026 10:00:00 +0100</pubDate><source url="http://meridian-wire.example">Meridian Wire</source>
    <media:title xmlns:media="http://search.yahoo.com/mrss/">A photo</media:title></item>"""
)
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel><title>Herald</title></channel><item rdf:about="http://harbour-herald.example/ferry"><title>Ferry sinks</title>
    <dc:date>2026-10-13T10:00:00+01:00</dc:date></item></rdf:RDF>"""
OLD_RSS = """<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
    <rss version="0.91"><channel><item><title>Ferry sinks</title><link>http://harbour-herald.example/ferry</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><entry><title type="html">Ferry &lt;b&gt;sinks&lt;/b&gt;</title>
    <link rel="self" href="/self"/><link rel="alternate" href="../ferry"/><id>tag:herald,2026:1</id>
    <source><title>Meridian Wire</title></source><updated>2026-10-13T12:00:00Z</updated>
    <published>2026-10-13T09:00:00Z</published></entry></feed>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "language": "en",
        "items": [{"id": 1, "url": "/ferry", "title": "Ferry sinks", "date_published": "2026-10-13T09:00:00Z"}, {"url": 7}, "x"],
    }
)


def test_rss_gives_link_title_date_source_and_language() -> None:
    assert only(RSS) == Entry(
        url="http://harbour-herald.example/ferry",
        title="Ferry sinks & 41 are missing",
        published=datetime(2026, 10, 13, 9, 0, tzinfo=UTC),
        published_raw="Tue, 13 Oct 2026 10:00:00 +0100",
        source="Meridian Wire",
        language="en-gb",
    )


SHOUTED_RSS = "<RSS><CHANNEL><ITEM><TITLE>Ferry sinks</TITLE><LINK>http://harbour-herald.example/ferry</LINK></ITEM></CHANNEL></RSS>"
OLD_ATOM = """<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>Ferry sinks</title>
    <link rel="alternate" type="text/html" href="http://harbour-herald.example/ferry"/><issued>2026-10-13T09:00:00Z</issued></entry></feed>"""
NAMED_RSS = RSS.replace("<rss ", '<rss xmlns="http://backend.userland.com/rss2" ')
COUNTED_RSS = RSS.replace("http://harbour-herald.example/ferry</link>", "http://counter.example/~r/1</link>").replace(
    "<pubDate>",
    '<fb:origLink xmlns:fb="http://rssnamespace.org/feedburner/ext/1.0">http://harbour-herald.example/ferry</fb:origLink><pubDate>',
)


@pytest.mark.parametrize("body", [RSS, RDF, OLD_RSS, ATOM, JSON_FEED, SHOUTED_RSS, OLD_ATOM, NAMED_RSS, COUNTED_RSS])
def test_every_age_of_feed_leads_to_the_article(body: str) -> None:
    assert only(body).url == "http://harbour-herald.example/ferry"


def test_atom_titles_lose_their_markup_and_the_first_publication_counts() -> None:
    entry = only(ATOM)

    assert (entry.title, entry.source) == ("Ferry sinks", "Meridian Wire")
    assert entry.published == datetime(2026, 10, 13, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_a_feed_is_read_in_its_own_encoding(encoding: str) -> None:
    body = RSS.replace('encoding="utf-8"', f'encoding="{encoding}"').replace("Ferry", "Fähre")

    assert only(body.encode(encoding)).title == "Fähre sinks & 41 are missing"


def test_a_permanent_guid_stands_in_for_a_missing_link() -> None:
    guid = "<item><guid>http://harbour-herald.example/ferry</guid></item><item><guid isPermaLink='false'>http://x.example/1</guid></item>"

    assert only(rss(guid)).url == "http://harbour-herald.example/ferry"


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "mailto:desk@herald.example", " ", "java\tscript:x"]
)
def test_what_is_no_web_address_is_no_entry(link: str) -> None:
    assert read(rss(f"<item><title>x</title><link>{link}</link></item>")).entries == ()


def test_blanks_in_a_link_are_mended_and_fragments_left_out() -> None:
    assert only(rss("<item><link>\n http://a.example/the ferry#top \n</link></item>")).url == "http://a.example/the%20ferry"


def test_one_article_is_one_entry_whatever_its_trackers() -> None:
    links = ("http://a.example/x?utm_source=rss", "https://a.example/x", "http://a.example/y")

    listing = read(rss("".join(f"<item><link>{link}</link></item>" for link in links)))

    assert [entry.url for entry in listing.entries] == ["http://a.example/x?utm_source=rss", "http://a.example/y"]


def test_titles_lose_what_cannot_be_seen() -> None:
    title = "Ferry\u202egpj.exe\u202c <![CDATA[<script>x</script>]]>&amp;lt;img src=x&amp;gt; sinks\ufeff"

    assert only(rss(f"<item><title>{title}</title><link>http://a.example/x</link></item>")).title == "Ferrygpj.exe sinks"


def test_a_feed_that_is_not_well_formed_is_read_and_says_so() -> None:
    listing = read(rss("<item><title>Caf&eacute;&nbsp;fire</title><link>http://a.example/x</link></item>"))

    assert [entry.title for entry in listing.entries] == ["Café fire"]
    assert listing.note is not None


def test_a_feed_cut_off_in_an_entry_gives_the_entries_before_it() -> None:
    whole = rss("".join(f"<item><link>http://a.example/{n}</link></item>" for n in range(3)))

    listing = read(whole[: whole.index("a.example/2") + 5])

    assert [entry.url for entry in listing.entries] == ["http://a.example/0", "http://a.example/1"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_long_feed_is_cut_and_says_so(encoding: str) -> None:
    body = "\ufeff" + rss("".join(f"<item><link>http://a.example/{n}</link></item>" for n in range(2 * ENTRIES)))

    listing = read(body.replace("utf-8", encoding.partition("-l")[0].partition("-b")[0]).encode(encoding))

    assert [entry.url for entry in listing.entries] == [f"http://a.example/{n}" for n in range(ENTRIES)]
    assert listing.note == f"only the first {ENTRIES} entries were read"


@pytest.mark.parametrize(
    "body",
    [
        "<html><body>Page not found</body></html>",
        "Page not found",
        "",
        "{}",
        '{"version": "https://jsonfeed.org/version/1"}',
        "[" * 100_000,
        '{"a":' * 100_000,
    ],
)
def test_what_is_no_feed_is_an_error(body: str) -> None:
    with pytest.raises(FeedError):
        read(body)


BOMBS = {
    "entities of entities": rss("<item><title>&b;</title></item>", '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'),
    "a long entity": rss("<item><title>&q;</title></item>", f'<!DOCTYPE rss [<!ENTITY q "{"x" * 1000}">]>'),
    "a file": rss("<item><title>&x;</title></item>", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    "a parameter": rss("<item/>", '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1/x"> %p;]>'),
    "entities in what is not well-formed": "<a><b>" + '<!DOCTYPE rss [<!ENTITY a "aaaa">]>' + rss("<item><title>&a;</title>"),
    "depth": rss("<item>" + "<a>" * 100_000 + "</a>" * 100_000 + "</item>"),
    "tags never closed": rss("<item><title>x" * 100_000),
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_is_an_error(bomb: str) -> None:
    with pytest.raises(FeedError):
        read(bomb)


def test_a_short_entity_of_an_old_feed_is_harmless() -> None:
    head = '<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>'

    assert only(rss("<item><title>Ferry&nbsp;sinks</title><link>http://a.example/x</link></item>", head)).title == "Ferry sinks"


def test_the_time_for_a_feed_does_not_explode_with_its_size() -> None:
    started = time.process_time()

    for piece in ("<", "<a ", "&x ", "<!--", "<![CDATA["):
        read(rss("<item><link>http://a.example/x</link></item>") + piece * 300_000)

    assert time.process_time() - started < 30


def test_a_feed_without_news_is_empty_and_no_error() -> None:
    assert read(rss("")) == Listing(())


@pytest.mark.parametrize(
    ("head", "seconds"),
    [
        ("<ttl>90</ttl>", 5_400),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", 900),
        ("<sy:updatePeriod> daily </sy:updatePeriod>", 86_400),
        ("<ttl>60</ttl><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", 3_600),
        ("<ttl>soon</ttl><sy:updatePeriod>often</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", 0),
        ("", 0),
    ],
)
def test_a_feed_says_how_long_it_wants_to_be_left_alone(head: str, seconds: int) -> None:
    declared = rss(f"{head}<item><link>http://herald.example/1</link></item>").replace(
        "<rss", '<rss xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"', 1
    )

    assert read(declared).floor == seconds
    assert read(declared.replace("</rss>", "</channel>")).floor == seconds
