"""Keys of articles: one per article, never one for two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.crawl.urls import article_id, canonical_url, registered_domain

STORY = "https://harbour-herald.example/2026/10/ferry-sinks"

SAME = (
    "http://harbour-herald.example/2026/10/ferry-sinks",
    "https://www.harbour-herald.example/2026/10/ferry-sinks",
    "https://m.harbour-herald.example/2026/10/ferry-sinks",
    "https://amp.harbour-herald.example/2026/10/ferry-sinks",
    "https://www.m.harbour-herald.example/2026/10/ferry-sinks",
    "HTTPS://Harbour-Herald.example:443/2026/10/ferry-sinks",
    "http://harbour-herald.example:80/2026/10/ferry-sinks/",
    "https://harbour-herald.example./2026/10/ferry-sinks",
    "https://harbour-herald.example//2026/10//ferry-sinks",
    "https://harbour-herald.example/2026/09/../10/./ferry-sinks",
    "https://harbour-herald.example/2026/10/ferry%2Dsinks",
    "https://harbour-herald.example/2026/10/ferry-sinks/amp",
    "https://harbour-herald.example/2026/10/ferry-sinks/amp/",
    "https://harbour-herald.example/amp/2026/10/ferry-sinks",
    "https://harbour-herald.example/2026/10/ferry-sinks.amp",
    "https://harbour-herald.example/2026/10/ferry-sinks/index.html",
    "https://harbour-herald.example/2026/10/ferry-sinks?utm_source=rss&utm_medium=feed",
    "https://harbour-herald.example/2026/10/ferry-sinks?fbclid=IwAR0&gclid=9",
    "https://harbour-herald.example/2026/10/ferry-sinks?ref=twitter",
    "https://harbour-herald.example/2026/10/ferry-sinks?share=facebook&amp",
    "https://harbour-herald.example/2026/10/ferry-sinks?outputType=amp",
    "https://harbour-herald.example/2026/10/ferry-sinks#comments",
    "  https://desk@harbour-herald.example/2026/10/ferry-sinks ",
)

DIFFERENT = (
    ("https://a.example/story?id=123", "https://a.example/story?id=124"),
    ("https://a.example/story?storyId=9", "https://a.example/story"),
    ("https://a.example/story.php?sid=1", "https://a.example/story.php?sid=2"),
    ("https://a.example/?12345", "https://a.example/?12346"),
    ("https://a.example/story?cid=7", "https://a.example/story?cid=8"),
    ("https://a.example/show?ref=20261014-ferry", "https://a.example/show?ref=20261014-mayor"),
    ("https://a.example/photos?gallery=5", "https://a.example/photos?gallery=6"),
    ("https://a.example/Ferry", "https://a.example/ferry"),
    ("https://a.example/list?page=2", "https://a.example/list"),
    ("https://a.example/#!/ferry", "https://a.example/#!/mayor"),
    ("https://a.example:8080/ferry", "https://a.example/ferry"),
    ("https://a.example/a%2Fb", "https://a.example/a/b"),
    ("https://sport.a.example/ferry", "https://a.example/ferry"),
    ("https://m.com/ferry", "https://com/ferry"),
    ("https://a.example/ferry?tag=a%26b=c", "https://a.example/ferry?tag=a&b=c"),
)


@pytest.mark.parametrize("address", SAME)
def test_side_doors_lead_to_one_article(address: str) -> None:
    assert canonical_url(address) == STORY


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_articles_are_never_merged(one: str, other: str) -> None:
    assert article_id(one) != article_id(other)


def test_the_order_of_parameters_does_not_matter() -> None:
    assert article_id("https://a.example/x?b=2&a=1") == article_id("https://a.example/x?a=1&b=2")


@given(st.text(max_size=80) | st.from_regex(r"https?://[a-zé.:\[\]@0-9]{1,20}/[a-z/%.?&=#!é\x00-\x20]{0,40}", fullmatch=True))
def test_a_key_is_its_own_key(address: str) -> None:
    key = canonical_url(address)

    assert canonical_url(key) == key


@given(st.from_regex(r"https?://[a-z.\[\]:0-9@]{1,20}/x", fullmatch=True))
def test_any_address_has_somebody_who_answers_for_it(address: str) -> None:
    assert isinstance(registered_domain(address), str)


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://edition.herald.co.uk/x", "herald.co.uk"),
        ("https://HERALD.com:8443/x", "herald.com"),
        ("http://sport.harbour-herald.example/x", "harbour-herald.example"),
        ("http://192.0.2.7:8080/x", "192.0.2.7:8080"),
        ("http://[2001:db8::1]/x", "[2001:db8::1]"),
        ("http://localhost/x", "localhost"),
    ],
)
def test_one_domain_answers_for_all_its_hosts(address: str, domain: str) -> None:
    assert registered_domain(address) == domain
