import pytest
import trafilatura

from corroborate.extract.page.numerals import count_numerals
from corroborate.model.articles import Numerals

LONG = "The harbour board met on the quay and talked for hours about the ferry, the weather and the fishing fleet, as it does. " * 3
STORY = f"<p>{LONG}</p><p>Police counted 42 injured and 1,250 crates worth $3.5m.</p>"


def counted(markup: str, text: str, body: str | None = None) -> Numerals:
    return count_numerals(trafilatura.load_html(f"<html><body>{markup}</body></html>"), body, text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [("42 injured and 1,250 crates worth $3.5m", 3), ("42 injured, 42 of them", 1), ("1,250 crates", 1), ("nothing", 0)],
)
def test_a_numeral_survives_where_the_text_has_it(text: str, kept: int) -> None:
    assert counted(f"<article>{STORY}</article>", text) == Numerals(3, kept)


def test_furniture_holds_no_numerals_of_the_article() -> None:
    around = "<nav><p>24 hours</p></nav><aside><p>10 most read</p></aside><footer><p>2026</p></footer><p>99 comments</p>"

    assert counted(f"{around}<article>{STORY}<aside><li>7 more</li></aside></article>{around}", "").shown == 3


def test_a_page_without_a_main_part_is_counted_by_its_paragraphs() -> None:
    assert counted(f"<div>{STORY}<span>12</span></div>", "42").shown == 3


def test_numerals_in_a_link_inside_a_paragraph_are_the_articles_own() -> None:
    assert counted(f"<article><p>{LONG} See <a>all 57 names</a>.</p></article>", "57 names") == Numerals(1, 1)


def test_the_articles_body_in_structured_data_counts_where_it_is_whole() -> None:
    assert counted("<p>Sign in to read 1 more</p>", "8", body=f"<p>{LONG}</p> 8 of 9 boats") == Numerals(2, 1)
    assert counted(f"<article>{STORY}</article>", "42", body="Only 1 line.") == Numerals(3, 1)


def test_nested_paragraphs_count_once() -> None:
    assert counted(f"<article><blockquote><p>{LONG} 42</p><ul><li>43 <p>44</p></li></ul></blockquote></article>", "").shown == 3
