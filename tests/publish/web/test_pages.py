"""Every page of the stand, followed link by link as a reader would; whatever an article holds shows as text."""

import re
from collections import deque
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from fastapi.testclient import TestClient

from corroborate.publish.printable import CONTROLS, INVISIBLE
from corroborate.store import Store

MOST = 150


class Markup(HTMLParser):
    """The elements of a page with their attributes, and its ids."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def all(self, *tags: str) -> Iterator[dict[str, str | None]]:
        return (attributes for tag, attributes in self.elements if tag in tags)

    @property
    def addresses(self) -> list[str]:
        return [one["href"] or "" for one in self.all("a") if "href" in one]


@pytest.fixture(scope="module")
def pages(client: TestClient) -> dict[str, Markup]:
    """Every page that links lead to from the front page, by its address; archived pages are foreign and left out."""
    found, waiting = dict[str, Markup](), deque(["/"])
    while waiting and len(found) < MOST:
        address = waiting.popleft()
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.status_code, answer.text[:400])
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        found[address] = Markup(answer.text)
        for link in found[address].addresses:
            target = urldefrag(urljoin(address, link)).url
            if target.startswith("/") and target not in found and target not in waiting and not re.search(r"/archived/\w+/page", target):
                waiting.append(target)
    return found


def kinds(pages: dict[str, Markup]) -> set[str]:
    return {address.split("/")[1].split("?")[0] for address in pages}


def test_links_lead_to_every_kind_of_page(pages: dict[str, Markup]) -> None:
    assert kinds(pages) >= {"", "stories", "story", "group", "claim", "article", "archived", "sources", "digest", "reviews", "reading"}


def test_nothing_that_an_article_holds_becomes_markup(pages: dict[str, Markup]) -> None:
    for address, markup in pages.items():
        scripts = [one.get("src") or "inline" for one in markup.all("script")]
        assert all(source.startswith("/static/") for source in scripts), address
        assert [name for _, attributes in markup.elements for name in attributes if name.startswith("on")] == [], address
        assert list(markup.all("img", "object", "embed", "base", "style")) == [], address


def test_every_link_is_of_the_web_or_our_own(pages: dict[str, Markup]) -> None:
    for address, markup in pages.items():
        assert {urlsplit(link).scheme for link in markup.addresses} <= {"", "http", "https"}, address


def test_links_out_tell_nobody_where_they_were_clicked(pages: dict[str, Markup]) -> None:
    out = [one for markup in pages.values() for one in markup.all("a") if urlsplit(one.get("href") or "").scheme]

    assert out
    assert {one.get("rel") for one in out} == {"noreferrer noopener external"}


def test_no_page_turns_the_direction_of_its_text_or_hides_characters(client: TestClient, pages: dict[str, Markup]) -> None:
    for address in pages:
        text = client.get(address).text
        assert (INVISIBLE.search(text), CONTROLS.search(text.replace("\n", ""))) == (None, None), address


def test_every_anchor_that_a_page_of_the_stand_points_at_is_there(pages: dict[str, Markup]) -> None:
    ids = {address: {one["id"] for _, one in markup.elements if "id" in one} for address, markup in pages.items()}
    for address, markup in pages.items():
        for link in markup.addresses:
            target, anchor = urldefrag(urljoin(address, link))
            if anchor and target in ids and ":~:" not in anchor:
                assert anchor in ids[target], (address, link)


def test_no_id_is_given_twice_on_a_page(pages: dict[str, Markup]) -> None:
    for address, markup in pages.items():
        given = [one["id"] for _, one in markup.elements if "id" in one]
        assert len(given) == len(set(given)), address


def test_every_field_of_a_form_has_a_label(pages: dict[str, Markup]) -> None:
    for address, markup in pages.items():
        text_fields = [one for one in markup.all("input") if one.get("type") in ("search", "date")]
        labels = {one.get("for") for one in markup.all("label")}
        assert all(one.get("id") in labels or one.get("aria-label") for one in text_fields), address


def test_the_front_page_leads_with_the_dispute_and_both_its_sentences(client: TestClient) -> None:
    text = client.get("/").text

    assert text.index("How many people were killed?") < text.index("New stories")
    assert "killing 42 people" in text
    assert "killing 47 people" in text


def test_the_matrix_tells_sides_by_letter_and_origins_by_number(client: TestClient, store: Store) -> None:
    story = next(store.stories.all())

    text = client.get(f"/story/{story.id}").text

    assert '<span class="side side-B" title="side B">' in text
    assert 'title="rests on origin 1 of' in text
    assert text.count('class="cell differs"') == 1


def test_an_article_shows_what_its_versions_changed(client: TestClient, store: Store) -> None:
    article = next(one.article for one in store.readings.articles() if one.article.outlet == "Post")

    text = " ".join(client.get(f"/article/{article.id}").text.split())

    assert "<del><bdi>24</bdi></del>" in text
    assert "<ins><bdi>42</bdi></ins>" in text


def test_an_earlier_version_is_shown_as_one_with_its_own_figures(client: TestClient, store: Store) -> None:
    article = next(one.article for one in store.readings.articles() if one.article.outlet == "Post")
    earlier = store.revisions.of(article.id)[0]

    text = client.get(f"/article/{article.id}?revision={earlier.id}").text

    assert "This is an earlier version" in text
    assert re.search(r'<a class="claim[^>]*>24</a>', text)


def test_the_digest_of_a_day_holds_what_was_found_on_it(client: TestClient) -> None:
    assert "How many people were killed?" in client.get("/digest?day=2026-10-14").text
    assert "No new stories, no disputes" in client.get("/digest?day=2025-10-14").text


def test_an_empty_day_leads_to_the_last_one_with_something(client: TestClient) -> None:
    assert 'href="/digest?day=2026-10-14">The last day with something' in client.get("/digest?day=2027-01-01").text
    assert "The last day with something" not in client.get("/digest?day=2025-10-14").text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/story/s_0000000000000000", 404),
        ("/group/g_0", 404),
        ("/claim/c_%3Cscript%3E", 404),
        ("/article/c_0", 404),
        ("/archived/r_0", 404),
        ("/archived/r_0/page", 404),
        ("/group/g_0/plot.gif", 404),
        ("/id/o_1", 404),
        ("/id/nothing", 404),
        ("/nothing", 404),
        ("/digest?day=monday", 400),
        ("/digest?day=0001-01-01", 400),
        ("/stories?before=yesterday", 400),
        ("/reviews?before=%00", 400),
        ("/story/s_0/coverage", 404),
    ],
)
def test_what_is_not_there_is_told_on_a_page(client: TestClient, address: str, status: int) -> None:
    answer = client.get(address)

    assert answer.status_code == status
    assert "<h1>" in answer.text
    assert "Traceback" not in answer.text


def test_a_plot_is_a_specification_without_colours_of_a_mode(client: TestClient, store: Store) -> None:
    group = next(one.group for one in store.groups.all() if "killed" in one.group.question)

    drawn = client.get(f"/group/{group.id}/plot.json").json()

    assert drawn["config"] == {}
    assert client.get(f"/group/{group.id}/plot.svg").text.startswith("<svg")
    assert client.get(f"/group/{group.id}/plot.png").content.startswith(b"\x89PNG")
