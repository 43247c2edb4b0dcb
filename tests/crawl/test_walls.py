import pytest

from corroborate.crawl.walls import is_wall
from corroborate.model.pages import Page
from tests.factory import NOON

URL = "https://harbour-herald.example/ferry"
ARTICLE = "<p>" + "The ferry Marisol ran aground off Tarn Point on Monday, and the harbour board met at once. " * 20 + "</p>"
CONSENT = "<div>We and our partners value your privacy.</div><button>Accept all cookies</button>"


def walled(body: str) -> bool:
    return is_wall(Page(URL, URL, 200, "text/html", body.encode(), NOON))


@pytest.mark.parametrize(
    "body",
    [
        f"<html><script>{'x' * 5_000}</script>{CONSENT}</html>",
        "<h1>Ferry aground</h1><p>Subscribe now to continue reading.</p>",
        "<title>Just a moment</title><p>Checking your browser before you go on.</p><noscript>Enable JavaScript</noscript>",
        '<script type="application/ld+json">{"isAccessibleForFree": "False"}</script><h1>Ferry aground</h1><p>The board met.</p>',
        "<p>The page you requested could not be found.</p>",
        f"<nav>{'<a>World</a> <a>Sport and weather</a>' * 100}</nav><p>Verify you are human</p><!-- {'x' * 3_000} -->",
    ],
)
def test_a_page_that_says_little_but_what_walls_say_is_one(body: str) -> None:
    assert walled(body)


@pytest.mark.parametrize(
    "body",
    [
        ARTICLE + CONSENT,
        f"{ARTICLE}<footer>Already a subscriber? Sign in</footer>",
        "<p>The ferry sank.</p>",
        "<script>var text = 'accept all cookies'</script><p>The ferry sank.</p>",
        f"<!-- accept cookies -->{ARTICLE}",
        "",
    ],
)
def test_an_article_with_a_notice_is_none(body: str) -> None:
    assert not walled(body)


@pytest.mark.parametrize("piece", ["<", "<a ", "<!--", "<script>", "<!--a", "</a><a>", "&"])
def test_whatever_a_page_is_made_of_it_is_looked_through(piece: str) -> None:
    assert not walled(piece * 200_000)
