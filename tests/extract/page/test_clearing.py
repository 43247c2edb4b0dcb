"""Furniture out of pages."""

from time import process_time

import pytest
from lxml.html import HtmlElement, document_fromstring

from corroborate.extract.page.clearing import cleared

STORY = "<p>The lock at Port Ellen reopened on Wednesday after nine days, and 1,480 ships had passed by the evening.</p>" * 4

TEASERS = (
    "<div>" + "<p>The Beacon hotel has closed after five years, and its owner has not said what will become of it now.</p>" * 3 + "</div>"
)


def shown(body: str, head: str = "<title>Lock reopens - Herald</title>") -> str:
    return " ".join(cleared(document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")).text_content().split())


@pytest.mark.parametrize(
    "box",
    [
        '<div class="newsletter-signup"><p>Beacon: five stories each morning at seven.</p></div>',
        '<div id="jp-relatedposts"><p>Beacon</p></div>',
        '<section class="CommentList comments"><p>Beacon should count again before printing it.</p></section>',
        '<p><strong>Also read: <a href="/x">Beacon hotel closes after five years</a></strong></p>',
        '<p><a href="/x">Beacon hotel closes after five years</a></p>',
        '<div class="col">' + '<div class="card"><h4><a href="/x">Beacon hotel</a></h4><p>It closes.</p></div>' * 3 + "</div>",
    ],
)
def test_what_stands_beside_an_article_goes(box: str) -> None:
    text = shown(f"<h1>Lock reopens</h1>{STORY}{box}{STORY}")

    assert "Beacon" not in text
    assert text.count("1,480") == 8


@pytest.mark.parametrize(
    "part",
    [
        '<p>The owner of the <a href="/x">Beacon hotel</a> said that 14 guests had left.</p>',
        "<h2>Beacon</h2>",
        '<div class="related" itemprop="articleBody"><p>Beacon</p></div>',
        "<ul><li>Beacon: 14 rooms</li><li>Anchor: 9 rooms</li><li>Crown: 12 rooms</li></ul>",
        "<table><tr><td>Beacon</td><td>14</td></tr></table>",
        "".join(
            f'<div class="block"><a href="#b{hour}">{hour}:20</a><p>The Beacon took in 14 more guests.</p></div>' for hour in (9, 10, 11)
        ),
        "".join(f'<div class="block"><h3><a href="#b{hour}">At {hour}</a></h3><p>The Beacon is full.</p></div>' for hour in (9, 10, 11)),
        "".join(f'<div class="said"><a href="/{name}">{name}</a>, a guest: The Beacon is full.</div>' for name in ("Ann", "Bo", "Cy")),
    ],
)
def test_what_belongs_to_an_article_stays(part: str) -> None:
    assert "Beacon" in shown(f"<h1>Lock reopens</h1>{STORY}{part}")


def test_what_comes_before_the_headline_goes() -> None:
    assert "Beacon" not in shown(f"<div><p>On this day: the Beacon burned down.</p></div><h1>Lock reopens</h1>{STORY}")
    assert "Beacon" in shown(f"<div><p>On this day: the Beacon burned down.</p></div><h1>Other words</h1>{STORY}")


def test_a_box_with_most_of_a_page_stays_whatever_it_is_called() -> None:
    assert "1,480" in shown(f'<h1>Lock reopens</h1><div class="sidebar-layout share">{STORY}</div>')


@pytest.mark.parametrize("name", ["content-with-comments", "sidebar-layout", "page share-enabled"])
def test_paragraphs_of_an_article_stay_wherever_its_headline_stands(name: str) -> None:
    paid = STORY.replace("<p>", '<p class="paywall">')
    page = f'<header><h1>Lock reopens</h1></header><div class="{name}">{paid}</div>{TEASERS}'

    assert shown(page).count("1,480") == 4


def test_a_page_of_nothing_but_furniture_is_left_as_it_is() -> None:
    assert "Beacon" in shown('<div class="consent"><p>Beacon and its partners value your privacy.</p></div>')


def test_tables_that_lay_out_a_page_become_blocks() -> None:
    tree = document_fromstring(f"<table><tr><td>{STORY}</td><td><table><tr><td>Votes</td><td>9</td></tr></table></td></tr></table>")

    found: list[HtmlElement] = list(cleared(tree).iter("table"))

    assert [one.text_content() for one in found] == ["Votes9"]


@pytest.mark.parametrize(
    "page",
    ["<div class='ads'>" * 20_000, "<div><p>a</p><p>b</p>" * 10_000, "<table><tr><td>a" * 5_000, "<div><span><a>b</a>" * 10_000],
)
def test_nothing_takes_more_than_its_share_of_time(page: str) -> None:
    begun = process_time()
    cleared(document_fromstring(f"<html><body>{page}</body></html>"))

    assert process_time() - begun < 20
