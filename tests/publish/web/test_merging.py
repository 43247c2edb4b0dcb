"""The other story of one event is found by its words or its time, and chosen by a click."""

import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from corroborate.measure.serving import fill
from corroborate.model.decisions import Action, Review
from corroborate.publish.site import Site
from corroborate.publish.web.application import make_application
from corroborate.store import Store
from tests.factory import NOON
from tests.publish.web.test_application import no_page

DECIDED: list[tuple[Action, tuple[str, ...]]] = []


@pytest.fixture(scope="module")
def library() -> Iterator[Store]:
    with Store.open(":memory:") as store:
        fill(store, 24)
        yield store


@pytest.fixture(scope="module")
def client(library: Store) -> Iterator[TestClient]:
    def decide(action: Action, subjects: tuple[str, ...], *, by: str, note: str | None = None) -> Review:
        DECIDED.append((action, subjects))
        return library.reviews.add(Review(Action.NOTE, subjects, by, NOON, "as asked"))

    with TestClient(make_application(Site(library, lambda: NOON, decide, no_page))) as client:
        yield client


def offered(page: str) -> list[str]:
    return re.findall(r'type="radio" name="subject" value="(s_[^"]+)"', page)


def test_the_other_story_is_offered_by_its_time_and_by_its_words(client: TestClient, library: Store) -> None:
    first, second, third = library.overviews.stories(3)

    assert offered(client.get(f"/story/{first.id}/merge").text) == [second.id, third.id]
    assert offered(client.get(f"/story/{first.id}/merge", params={"q": f'"{third.title}"'}).text) == [third.id]
    assert "No other story was found by these words" in client.get(f"/story/{first.id}/merge?q=nowhereatall").text


def test_what_cannot_be_read_is_told_beside_the_box(client: TestClient, library: Store) -> None:
    (story,) = library.overviews.stories(1)

    answer = client.get(f"/story/{story.id}/merge", params={"q": "value:>many"})

    assert (answer.status_code, 'role="alert"' in answer.text) == (400, True)
    assert client.get("/story/s_0000000000000000/merge").status_code == 404


def test_the_chosen_story_is_merged_and_the_way_back_leads_to_the_story(client: TestClient, library: Store) -> None:
    first, second = library.overviews.stories(2)

    answer = client.post(
        "/reviews",
        data={"action": "merge", "subject": [first.id, second.id], "by": "O. Marsh", "back": f"/story/{first.id}"},
        follow_redirects=False,
    )

    assert (Action.MERGE, (first.id, second.id)) in DECIDED
    assert answer.headers["location"].startswith(f"/story/{first.id}?made=")
