"""Layouts that feeds.yaml tells, on pages as outlets lay them out."""

import pytest
from lxml import html

from corroborate.errors import ConfigError
from corroborate.extract.page.selectors import check_selectors, line_of, prune, text_of
from corroborate.model.outlets import Selectors

PAGE = """<html><body>
<h1>Ferry <em>sinks</em></h1>
<div class="story"><p>The ferry sank,<br>the port said.</p><script>track()</script>
<p>All 42 aboard&nbsp;were saved. <a href="/crew">The crew</a> too.</p><aside class="promo"><p>Read our letters.</p></aside></div>
<div class="story"><ul><li>It was built in 1998.</li></ul></div>
<p>By <span class="author">Ilse Varga</span>, <time datetime="2026-10-13T10:00:00+02:00">Tuesday</time></p>
</body></html>"""


@pytest.mark.parametrize("expression", ["div.story", "//div[@class='story']", "(//div)[position() < 3]"])
def test_paragraphs_of_all_that_is_found_stand_on_lines_of_their_own(expression: str) -> None:
    tree = html.fromstring(PAGE)
    prune(tree, Selectors(remove=("aside.promo",)))

    assert text_of(tree, expression) == ("The ferry sank,\nthe port said.\nAll 42 aboard were saved. The crew too.\nIt was built in 1998.")


@pytest.mark.parametrize(
    ("expression", "line"),
    [
        ("h1", "Ferry sinks"),
        (".author", "Ilse Varga"),
        ("time", "2026-10-13T10:00:00+02:00"),
        ("//time/@datetime", "2026-10-13T10:00:00+02:00"),
        ("string(//h1)", "Ferry sinks"),
        ("count(//p)", "4.0"),
        (".nowhere", None),
        (None, None),
    ],
)
def test_a_line_is_the_first_that_tells_something(expression: str | None, line: str | None) -> None:
    assert line_of(html.fromstring(PAGE), expression) == line


def test_an_expression_that_finds_nothing_gives_no_text() -> None:
    assert text_of(html.fromstring(PAGE), "div.nowhere") is None


def test_pages_may_nest_as_deep_as_they_like() -> None:
    deep = html.document_fromstring("<div>" * 200 + "42 saved" + "</div>" * 200)

    assert text_of(deep, "body") == "42 saved"


@pytest.mark.parametrize("expression", ["div[", "//div[", "..", "a:nonsense(2)", "//nonsense()]"])
def test_a_wrong_expression_is_told_with_its_outlet(expression: str) -> None:
    with pytest.raises(ConfigError, match="Harbour Herald"):
        check_selectors("Harbour Herald", Selectors(text="p", remove=(expression,)))
