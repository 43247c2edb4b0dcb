"""Questions that may be one: shown apart from what is settled, and decided on the spot."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from corroborate.model.decisions import Action, Review
from corroborate.publish.site import Site
from corroborate.publish.web.application import make_application
from corroborate.store import Store
from tests.factory import NOON
from tests.publish.web.test_application import no_page
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, ferry_matching, ferry_reading

LEFT, RIGHT = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
MATCHING, ASSESSMENTS = ferry_matching(LEFT, RIGHT)
INJURED, VESSEL = MATCHING.groups
DECIDED: list[tuple[Action, tuple[str, ...]]] = []


@pytest.fixture
def client() -> Iterator[TestClient]:
    with Store.open(":memory:") as store:
        for one in (LEFT, RIGHT):
            store.readings.save(one, "1")
        store.matches.save(MATCHING, ASSESSMENTS, now=NOON)

        def decide(action: Action, subjects: tuple[str, ...], *, by: str, note: str | None = None) -> Review:
            DECIDED.append((action, subjects))
            return store.reviews.add(Review(Action.MERGE, subjects, by, NOON, note))

        with TestClient(make_application(Site(store, lambda: NOON, decide, no_page))) as client:
            yield client


def test_a_group_shows_what_may_be_the_same_question_and_why(client: TestClient) -> None:
    text = client.get(f"/group/{INJURED.id}").text

    assert "Perhaps the same question" in text
    assert "Which vessel was it?" in text
    assert "Both name the Marisol." in text


def test_a_story_lists_its_doubtful_pairs(client: TestClient) -> None:
    assert f'href="/group/{VESSEL.id}#perhaps"' in client.get(f"/story/{INJURED.story}").text


@pytest.mark.parametrize("action", [Action.MERGE, Action.SPLIT])
def test_either_answer_is_one_button(client: TestClient, action: Action) -> None:
    DECIDED.clear()

    client.post("/reviews", data={"action": action.value, "subject": [INJURED.id, VESSEL.id], "by": "O. Marsh"})

    assert [(action, (INJURED.id, VESSEL.id))] == DECIDED
