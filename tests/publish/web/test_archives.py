"""Archived pages: byte for byte, and inert."""

import pytest
from fastapi.testclient import TestClient

from corroborate.model.pages import Revision
from corroborate.store import Store


@pytest.fixture
def revision(store: Store) -> Revision:
    article = next(one.article for one in store.readings.articles() if one.article.outlet == "Herald")
    return store.revisions.of(article.id)[0]


def test_an_archived_page_is_what_was_fetched(client: TestClient, revision: Revision) -> None:
    assert "<script>document.title = 'owned'" in client.get(f"/archived/{revision.id}/page").text


def test_an_archived_page_runs_nothing_loads_nothing_and_sends_nothing(client: TestClient, revision: Revision) -> None:
    headers = client.get(f"/archived/{revision.id}/page").headers

    policy = set(headers["content-security-policy"].split("; "))
    assert policy >= {"sandbox", "default-src 'none'", "form-action 'none'", "base-uri 'none'", "frame-ancestors 'self'"}
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_its_frame_is_a_sandbox_that_allows_nothing(client: TestClient, revision: Revision) -> None:
    text = client.get(f"/archived/{revision.id}").text

    assert f'src="/archived/{revision.id}/page" sandbox=""' in text
    assert revision.digest in text


def test_a_claim_leads_to_the_sentence_on_its_archived_page(client: TestClient, store: Store) -> None:
    claim = next(one.claims[0].claim for one in store.groups.all() if "killed" in one.group.question)

    text = client.get(f"/archived/claim/{claim.id}").text

    assert f'href="/archived/{claim.revision}/page#:~:text=' in text
    assert "<mark>42</mark>" in text


def test_a_claim_of_another_page_is_not_shown_beside_this_one(client: TestClient, store: Store, revision: Revision) -> None:
    other = next(one.claims[1].claim for one in store.groups.all() if "killed" in one.group.question)

    assert client.get(f"/archived/{revision.id}?claim={other.id}").status_code == 404
