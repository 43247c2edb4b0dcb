import logging
import re

import pytest
from fastapi.testclient import TestClient

from corroborate.model.access import Scope
from corroborate.publish.access.gate import Gate
from corroborate.publish.access.policy import COOKIE, Policy
from corroborate.publish.access.rates import Rate, Rates
from corroborate.publish.site import Site
from corroborate.publish.web.application import OPEN, make_application
from corroborate.store import Store
from tests.factory import NOON
from tests.publish.api.conftest import bearer

API = "/api/v1"
DECISION = {"action": "reject", "subjects": ["d_none"]}


def test_beyond_this_machine_nothing_is_told_without_a_token(remote: TestClient) -> None:
    answer = remote.get(f"{API}/claims")

    assert (answer.status_code, answer.headers["content-type"]) == (401, "application/problem+json")
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert remote.get(f"{API}/openapi.json").status_code == 401
    assert remote.get("/feeds/discrepancies.atom").status_code == 401
    assert remote.get("/story/s_1?a=b").headers["location"] == "/sign-in?next=%2Fstory%2Fs_1%3Fa%3Db"


def test_a_token_reads_and_no_more_than_its_scope(remote: TestClient, secrets: dict[Scope, str]) -> None:
    reader, desk, admin = (bearer(secrets[scope]) for scope in Scope)

    assert remote.get(f"{API}/claims", headers=reader).status_code == 200
    assert remote.post(f"{API}/reviews", json=DECISION, headers=reader).status_code == 403
    assert remote.put(f"{API}/searches/strike", json={"query": "strike"}, headers=reader).status_code == 403
    assert remote.post("/reviews", headers=reader).status_code == 403
    assert remote.post(f"{API}/reviews", json=DECISION, headers=desk).status_code == 404
    assert remote.get(f"{API}/hooks", headers=desk).status_code == 403
    assert remote.get(f"{API}/hooks", headers=admin).status_code == 200


@pytest.mark.parametrize("secret", ["", "wrong", "corroborate_" + "x" * 43, "corroborate_" + "x" * 5000, "\u00fcber"])
def test_what_is_no_token_is_none(remote: TestClient, secret: str) -> None:
    assert remote.get(f"{API}/claims", headers={"authorization": f"Bearer {secret}".encode()}).status_code == 401


def test_a_token_that_is_revoked_counts_no_more_at_once(remote: TestClient, edition: Store) -> None:
    secret = edition.tokens.create("short-lived", Scope.READ, now=NOON)
    before = remote.get(f"{API}/claims", headers=bearer(secret)).status_code
    edition.tokens.revoke("short-lived", now=NOON)

    assert (before, remote.get(f"{API}/claims", headers=bearer(secret)).status_code) == (200, 401)


def test_people_sign_in_with_a_token_in_a_cookie_that_no_script_reads(remote: TestClient, secrets: dict[Scope, str]) -> None:
    page = remote.get("/sign-in?next=/sources")
    wrong = remote.post("/sign-in", data={"token": "wrong", "next": "/sources"})
    signed = remote.post("/sign-in", data={"token": secrets[Scope.READ], "next": "/sources"})

    assert 'value="/sources"' in page.text
    assert (wrong.status_code, COOKIE in wrong.headers.get("set-cookie", "")) == (403, False)
    assert (signed.status_code, signed.headers["location"]) == (303, "/sources")
    cookie = signed.headers["set-cookie"].lower()
    assert all(word in cookie for word in ("httponly", "secure", "samesite=strict", "path=/"))
    assert remote.get("/sources").status_code == 200
    remote.post("/sign-out")
    assert remote.get("/sources").status_code == 303


@pytest.mark.parametrize(
    "place", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nset-cookie: x"]
)
def test_signing_in_leads_nowhere_else(remote: TestClient, secrets: dict[Scope, str], place: str) -> None:
    assert remote.post("/sign-in", data={"token": secrets[Scope.READ], "next": place}).headers["location"] == "/"


def test_this_machine_needs_no_token_but_its_own_name(local: TestClient) -> None:
    assert local.get(f"{API}/claims").status_code == 200
    assert local.get(f"{API}/claims", headers={"host": "evil.example"}).status_code == 421
    assert local.get("/", headers={"host": "evil.example:8000"}).status_code == 421


def test_a_page_of_another_site_decides_nothing(local: TestClient) -> None:
    foreign = {"origin": "https://evil.example", "sec-fetch-site": "cross-site"}

    assert local.post(f"{API}/reviews", json=DECISION, headers=foreign).status_code == 403
    assert (
        local.post(f"{API}/reviews", content='{"action":"reject","subjects":["d_1"]}', headers={"content-type": "text/plain"}).status_code
        == 422
    )


def test_every_answer_carries_what_protects_it(local: TestClient, remote: TestClient) -> None:
    for answer in (local.get("/"), local.get(f"{API}/claims"), local.get("/nothing"), remote.get(f"{API}/claims"), remote.get("/sign-in")):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy.replace("style-src 'unsafe-inline'", "")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"
        assert "server-timing" in answer.headers
    assert "max-age" in remote.get("/sign-in").headers["strict-transport-security"]


def test_whoever_asks_too_often_is_told_when_to_come_again(site: Site) -> None:
    rates = Rates(Rate(burst=2, a_second=0.1), clock=lambda: 0.0)
    policy = Policy(frozenset(), open=False)
    client = TestClient(Gate(make_application(site), site, policy, rates=rates), base_url="http://localhost")

    answers = [client.get(f"{API}/sources") for _ in range(3)]

    assert [answer.status_code for answer in answers] == [401, 401, 429]
    assert answers[2].headers["retry-after"] == "10"


def test_what_is_too_large_is_not_read(local: TestClient) -> None:
    assert local.post(f"{API}/reviews", content=b"x" * 1_000_001, headers={"content-type": "application/json"}).status_code == 413


def test_a_mistake_of_ours_is_told_without_how_the_program_looks(
    site: Site, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, secrets: dict[Scope, str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the secret is 42")

    monkeypatch.setattr(site.store.feeds, "all", broken)
    client = TestClient(Gate(make_application(site), site, OPEN), base_url="http://localhost", raise_server_exceptions=False)
    with caplog.at_level(logging.INFO):
        answer = client.get(f"{API}/sources", headers=bearer(secrets[Scope.READ]))

    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert "42" not in answer.text
    assert secrets[Scope.READ] not in caplog.text
    assert [record.message.split(" at=")[0] for record in caplog.records if record.levelno >= logging.ERROR] == [
        "event=failed method=GET path=/api/v1/sources error=RuntimeError"
    ]


def test_a_form_has_to_bring_back_what_our_page_told_it(local: TestClient, edition: Store) -> None:
    (found,) = edition.discrepancies.all()
    page = local.get(f"/group/{found.discrepancy.group}").text
    (secret,) = set(re.findall(r'name="secret" value="([0-9a-f]{64})"', page))
    form = {"action": "accept", "subject": found.discrepancy.id, "by": "Odile Marsh"}

    assert local.post("/reviews", data=form).status_code == 403
    assert local.post("/reviews", data=form | {"secret": "0" * 64}).status_code == 403
    assert local.post("/reviews", data=form | {"secret": secret}, follow_redirects=False).status_code == 303
