"""Decks of articles."""

import pytest
from lxml.html import document_fromstring

from corroborate.extract.page.decks import deck_of

DECK = "Nearly 1,500 ships had waited outside the gates, and repairs cost €2.9 million."


def found(markup: str, description: str | None = None) -> str | None:
    return deck_of(document_fromstring(f"<html><body><h1>Lock reopens</h1>{markup}<p>The lock is open.</p></body></html>"), description)


@pytest.mark.parametrize(
    "markup",
    [
        f'<h2 class="b-subheadline">{DECK}</h2>',
        f'<p class="gh-article-excerpt is-body">{DECK}</p>',
        f'<div data-x="1" class="standfirst"><p>{DECK}</p></div>',
        f'<p class="articleLead">{DECK}</p>',
    ],
)
def test_a_deck_is_known_by_its_name(markup: str) -> None:
    assert found(markup) == DECK


def test_a_deck_is_known_by_the_description_of_the_page() -> None:
    assert found(f"<p>{DECK}</p>", DECK) == DECK
    assert found(f"<p>{DECK}</p>", "Another description of the page") is None


@pytest.mark.parametrize("markup", [f'<p class="newsletter-intro">{DECK}</p>', '<p class="lead">Short</p>'])
def test_other_lines_below_a_headline_are_no_deck(markup: str) -> None:
    assert found(markup) is None
