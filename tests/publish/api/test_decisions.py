from fastapi.testclient import TestClient

from corroborate.model.access import Scope
from corroborate.store import Store
from tests.publish.api.conftest import bearer

API = "/api/v1"


def test_a_decision_is_signed_with_the_name_of_the_token(remote: TestClient, edition: Store, secrets: dict[Scope, str]) -> None:
    (found,) = edition.discrepancies.all()
    decision = {"action": "accept", "subjects": [found.discrepancy.id], "by": "somebody else"}

    answer = remote.post(f"{API}/reviews", json=decision, headers=bearer(secrets[Scope.REVIEW]))

    assert (answer.status_code, answer.json()["by"], answer.json()["action"]) == (201, "the reviewer", "accept")
    listed = remote.get(f"{API}/reviews", headers=bearer(secrets[Scope.READ])).json()["rows"]
    assert [row["by"] for row in listed if row["subjects"] == [found.discrepancy.id]][-1] == "the reviewer"


def test_what_cannot_be_decided_is_told(local: TestClient) -> None:
    assert local.post(f"{API}/reviews", json={"action": "explain", "subjects": ["d_1"]}).status_code == 400
    assert local.post(f"{API}/reviews", json={"action": "accept", "subjects": ["d_none"]}).status_code == 404
    assert local.post(f"{API}/reviews", json={"action": "burn", "subjects": ["d_1"]}).status_code == 422
    assert local.post(f"{API}/reviews", json={"action": "accept", "subjects": ["d_1"], "more": 1}).status_code == 422
    assert local.post(f"{API}/reviews", json={"action": "accept", "subjects": ["d_1\u0000"]}).status_code == 400


def test_a_search_is_saved_listed_fed_and_forgotten(local: TestClient) -> None:
    saved = local.put(f"{API}/searches/ferry", json={"query": "injured  verdict:disputed"})
    feed = local.get("/feeds/searches/ferry.atom")

    assert saved.json()["query"] == "injured verdict:disputed"
    assert (feed.status_code, feed.headers["content-type"]) == (200, "application/atom+xml; charset=utf-8")
    assert "urn:corroborate:c_" in feed.text
    assert [row["name"] for row in local.get(f"{API}/searches").json()["rows"]] == ["ferry"]
    assert local.put(f"{API}/searches/ferry", json={"query": "kind:cuont"}).status_code == 400
    assert local.put(f"{API}/searches/Ferry", json={"query": "a"}).status_code == 422
    assert local.delete(f"{API}/searches/ferry").status_code == 204
    assert local.get("/feeds/searches/ferry.atom").status_code in (400, 404)


def test_a_hook_is_registered_with_a_secret_that_is_shown_once(local: TestClient) -> None:
    made = local.post(f"{API}/hooks", json={"name": "chat", "url": "https://chat.example/in"})
    listed = local.get(f"{API}/hooks")

    assert made.status_code == 201
    assert len(made.json()["secret"]) > 40
    assert made.json()["secret"] not in listed.text
    assert [row["name"] for row in listed.json()["rows"]] == ["chat"]
    assert local.post(f"{API}/hooks", json={"name": "plain", "url": "http://chat.example/in"}).status_code == 400
    assert local.post(f"{API}/hooks", json={"name": "chat", "url": "https://chat.example/in"}).status_code == 400
    assert local.delete(f"{API}/hooks/chat").status_code == 204
    assert local.delete(f"{API}/hooks/chat").status_code == 400
