"""Pages to articles."""

import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corroborate.errors import ReadError
from corroborate.extract.page.body import ELEMENTS, UNKNOWN, read_page
from corroborate.model.articles import Article, Readability
from corroborate.model.ids import digest
from corroborate.model.outlets import Selectors
from corroborate.model.pages import ArchiveLink, Page, Revision
from tests.factory import NOON

URL = "https://harbour-herald.example/lock-reopens"
PARAGRAPHS = (
    "The lock at Port Ellen reopened on Wednesday after nine days, and 1,480 ships had passed by the evening, the port authority said.",
    "Nearly 25,000 tonnes of grain had been waiting outside the harbour, according to a letter that Ilse Varga sent to owners.",
    "Repairs cost €2.9 million and will be paid by the insurer Tern Mutual, which insured the gates in 2019, it added.",
    "A second lock is to be built next to the first, although the council has not said when the work on it could begin.",
)
STORY = "\n".join(PARAGRAPHS)


def page(body: str | bytes, content_type: str = "text/html", **fields: Any) -> Page:
    encoded = body if isinstance(body, bytes) else body.encode()
    url = fields.pop("url", URL)
    return Page(url=url, final_url=url, status=200, content_type=content_type, body=encoded, fetched=NOON, **fields)


def revision(**fields: Any) -> Revision:
    place = {"id": "r_1", "article": "a_1", "url": URL, "outlet": "Harbour Herald", "digest": "0", "seen": NOON}
    return Revision(archived=ArchiveLink("none", 0, 0), **place | fields)


def read_body(page: Page, version: Revision, layout: Selectors = UNKNOWN) -> Article:
    """The article alone."""
    return read_page(page, version, layout)[0]


def plain(text: str, **fields: Any) -> Article:
    return read_body(page(text, "text/plain"), revision(**fields))


def html(head: str = "", story: tuple[str, ...] = PARAGRAPHS, **fields: Any) -> Article:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in story)
    furniture = "<nav><a href='/'>Home</a><a href='/sport'>Sport</a></nav>"
    body = f"<body>{furniture}<article>{paragraphs}</article><footer>Imprint</footer></body>"
    markup = f"<html lang='en'><head><title>Lock</title>{head}</head>{body}</html>"
    return read_body(page(markup, **{key: fields.pop(key) for key in ("url",) if key in fields}), revision(**fields))


def linked_data(**fields: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def test_plain_text_is_taken_as_it_is() -> None:
    article = plain(STORY + "\n\n  ")

    assert article.text == STORY + "\n\n  "
    assert article.text_digest == digest(STORY + "\n\n  ")
    assert article.readability is Readability.READ
    assert article.language == "en"


def test_the_main_text_of_a_page_is_read_without_its_furniture() -> None:
    article = html()

    assert all(paragraph in article.text for paragraph in PARAGRAPHS)
    assert "Imprint" not in article.text


def test_the_headline_belongs_to_the_text() -> None:
    article = html(linked_data(headline="1,480 ships pass as lock reopens"))

    assert article.title == "1,480 ships pass as lock reopens"
    assert article.text.startswith("1,480 ships pass as lock reopens\nThe lock")
    assert article.body.startswith("The lock")


def test_the_pages_own_article_is_told_from_others_that_its_data_list_before() -> None:
    listed = linked_data(headline="Storm closes port", url="https://herald.example/1", datePublished="2026-10-02T09:30:00Z")
    own = linked_data(headline="Lock reopens", mainEntityOfPage={"@id": URL}, datePublished="2026-10-14T07:30:00Z")
    article = html(f'<link rel="canonical" href="{URL}">{listed}{own}')

    assert (article.title, article.published) == ("Lock reopens", datetime(2026, 10, 14, 7, 30, tzinfo=UTC))


@pytest.mark.parametrize(
    "mark",
    [
        '<time itemprop="datePublished" datetime="2026-10-13T09:30:00Z">13/10</time>',
        '<abbr class="published" title="2026-10-13T09:30:00Z">9.30</abbr>',
        '<span property="schema:dateCreated" content="2026-10-13T09:30:00Z"></span>',
    ],
)
def test_elements_of_the_page_tell_when_it_appeared_but_not_those_of_comments(mark: str) -> None:
    comment = '<div class="comment"><time itemprop="datePublished" datetime="2026-10-12T09:30:00Z">12/10</time></div>'
    article = html(story=(*PARAGRAPHS, comment + mark))

    assert article.published == datetime(2026, 10, 13, 9, 30, tzinfo=UTC)


def test_lines_that_are_no_article_are_left_out_of_a_pages_text() -> None:
    article = html(story=(*PARAGRAPHS[:2], "Advertisement", *PARAGRAPHS[2:], "Copyright 2026 Harbour Herald. All rights reserved."))

    assert article.body == STORY


def test_zoned_structured_data_tell_the_publication_before_the_feed() -> None:
    article = html(linked_data(datePublished="2026-10-14T09:30:00+02:00"), published=NOON)

    assert (article.published, article.published_source) == (datetime(2026, 10, 14, 7, 30, tzinfo=UTC), "json-ld")


def test_the_feed_tells_before_a_time_without_zone() -> None:
    article = html('<meta property="article:published_time" content="2026-10-13T09:30:00">', published=NOON)

    assert (article.published, article.published_source) == (NOON, "feed")


def test_a_date_after_the_visit_is_not_believed() -> None:
    article = html(linked_data(datePublished="2027-10-14T09:30:00Z"), published=NOON)

    assert article.published_source == "feed"


def test_the_address_tells_where_nothing_else_does() -> None:
    article = html(url="https://harbour-herald.example/2026/10/12/lock-reopens")

    assert (article.published, article.published_source) == (datetime(2026, 10, 12, tzinfo=UTC), "url")


def test_an_import_tells_the_publication_of_its_text() -> None:
    zoned = datetime(2026, 10, 14, 9, 0, tzinfo=timezone(timedelta(hours=5, minutes=30)))

    assert plain(STORY, published=zoned).published_source == "import"


def test_a_line_in_the_head_of_a_text_tells_when_nothing_else_does() -> None:
    article = plain(f"1,480 ships pass as lock reopens\nOct 14, 2026 09:27 am\n{STORY}")

    assert (article.published, article.published_source) == (datetime(2026, 10, 14, 9, 27, tzinfo=UTC), "text")


def test_nothing_tells_the_publication_of_a_text_without_date() -> None:
    assert plain(STORY).published is None


def test_a_later_modification_is_kept() -> None:
    times = {"datePublished": "2026-10-13T09:30:00Z", "dateModified": "2026-10-14T08:00:00Z"}

    assert html(linked_data(**times)).modified == datetime(2026, 10, 14, 8, tzinfo=UTC)
    assert html(linked_data(**times | {"dateModified": times["datePublished"]})).modified is None


def test_the_byline_comes_from_the_markup() -> None:
    article = html(linked_data(author=[{"@type": "Person", "name": "Ilse Varga"}, {"name": "Meridian Wire"}]))

    assert article.byline == "Ilse Varga, Meridian Wire"
    assert article.credits == ("Meridian Wire",)


@pytest.mark.parametrize(
    ("text", "readability"),
    [
        ("", Readability.EMPTY),
        (" \n ", Readability.EMPTY),
        ("The lock reopened.", Readability.READ),
        (PARAGRAPHS[0] + " Subscribe to continue reading.", Readability.STUB),
        ("Please verify you are a human. " * 9, Readability.STUB),
        (
            "Die Schleuse von Port Ellen ist am Mittwoch nach neun Tagen wieder geöffnet worden, teilte die Hafenbehörde mit. " * 3,
            Readability.LANGUAGE,
        ),
        (STORY, Readability.READ),
    ],
)
def test_readability_says_why_there_is_no_figure(text: str, readability: Readability) -> None:
    assert plain(text).readability is readability


def test_a_page_of_few_words_is_too_short() -> None:
    assert html(story=("The lock reopened.",)).readability is Readability.SHORT


def test_a_paid_article_with_little_text_is_a_stub() -> None:
    assert html(linked_data(isAccessibleForFree=False)).readability is Readability.STUB


def test_a_page_of_too_many_elements_is_refused() -> None:
    with pytest.raises(ReadError):
        read_body(page("<p>x" * (ELEMENTS + 1)), revision())


HOSTILE = [
    "<div>" * 5_000,
    "<html><script type='application/ld+json'>" + "[" * 9_000 + "</script></html>",
    '<script type="application/ld+json">{"@type": "Article", "datePublished": {"a": []}, "author": 7, "headline": ["x"]}</script>',
    '<meta property="article:published_time" content="0001-01-01T00:00:00+14:00">',
    '<?xml version="1.0" encoding="utf-8"?><html><body><p>One</p></body></html>',
    "<!--" + "-" * 10_000,
    "\x00\x01\x02",
    "<html>" + "<a href='x'>y</a>" * 500,
]


@pytest.mark.parametrize("markup", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_page_gives_an_article_or_an_expected_error(markup: str) -> None:
    try:
        article = read_body(page(markup), revision())
    except ReadError:
        return

    assert article.readability is not Readability.READ


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="<>/pdivhtml ='\"&;!-[]x{}\n", max_size=300))
def test_any_markup_gives_an_article_or_an_expected_error(markup: str) -> None:
    with suppress(ReadError):
        assert read_body(page(markup), revision()).id == "a_1"


def test_the_day_of_publication_is_the_outlets_own() -> None:
    article = html(linked_data(datePublished="2026-10-13T22:30:00-05:00"))

    assert article.published == datetime(2026, 10, 14, 3, 30, tzinfo=UTC)
    assert article.published.date().isoformat() == "2026-10-13"


def test_the_headline_of_a_text_is_its_first_line_that_is_no_furniture() -> None:
    assert plain(f"LOADING...\nLive · 7am · Daily\n1,480 ships pass as lock reopens\n{STORY}").title == "1,480 ships pass as lock reopens"
    assert plain(STORY).title is None
    assert plain(f"1,480 ships pass as lock reopens\n{STORY}", title="Lock reopens").title == "Lock reopens"


def test_a_headline_escaped_twice_is_read_as_meant() -> None:
    assert html(linked_data(headline="Tern &amp; Sons&#8217; lock reopens")).title == "Tern & Sons’ lock reopens"


LAID_OUT = """<html><body><h1>Our newsletter</h1><p class="kicker">Harbour</p><h2 class="headline">Lock reopens</h2>
<div class="story">{story}</div><p>{furniture}</p></body></html>"""


def test_an_outlets_own_layout_is_read_where_it_is_told() -> None:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS) + "<p class='promo'>Subscribe today.</p>"
    layout = Selectors(text="div.story", title="h2.headline", byline=".kicker", remove=(".promo",))

    article = read_body(page(LAID_OUT.format(story=story, furniture="Call 555 to read more. " * 20)), revision(), layout)

    assert article.text == "Lock reopens\n" + STORY
    assert (article.title, article.byline) == ("Lock reopens", "Harbour")


def test_a_layout_that_fits_no_more_is_found_out_as_any_other() -> None:
    markup = f"<html><body><article>{''.join(f'<p>{paragraph}</p>' for paragraph in PARAGRAPHS)}</article></body></html>"

    assert read_body(page(markup), revision(), Selectors(text="div.of-last-year")).text == read_body(page(markup), revision()).text


def test_a_layout_tells_the_time_of_publication() -> None:
    markup = f"<html><body><time datetime='2026-10-13T10:00:00+02:00'>Tuesday</time><article><p>{STORY}</p></article></body></html>"

    article = read_body(page(markup), revision(), Selectors(published="time"))

    assert (article.published, article.published_source) == (datetime(2026, 10, 13, 8, tzinfo=UTC), "layout")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The lock at Port Ellen has reopened after nine days, the port authority said.", "en"),
        ("Die Schleuse in Port Ellen ist nach neun Tagen wieder offen, wie die Hafenbehörde am Mittwoch mitteilte.", "de"),
        ("De sluis van Port Ellen is na negen dagen weer open, zei het havenbedrijf, dat 1.480 schepen telde.", "nl"),
        ("L'écluse de Port Ellen a rouvert mercredi après neuf jours, selon les autorités du port, et 1 480 navires sont passés.", "fr"),
        (f"{PARAGRAPHS[0]} " + 12 * "Die Schleuse in Port Ellen ist nach neun Tagen wieder offen, wie die Behörde mitteilte. ", "de"),
    ],
)
def test_the_language_of_a_text_is_that_of_most_of_it(text: str, language: str) -> None:
    assert plain(text).language == language
