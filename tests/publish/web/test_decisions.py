"""Decisions made in a browser: they count at once, are listed for good, and come from our own pages alone."""

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

QUESTION = "How many people were killed?"


def discrepancy(desk: TestClient) -> str:
    return re.findall(r"#(d_\w+)", desk.get("/").text)[0]


def send(desk: TestClient, **fields: Any) -> Any:
    """What a form of a page of ours sends."""
    return desk.post("/reviews", data={"by": "O. Marsh", "back": "/reviews", "secret": secret(desk), **fields})


def secret(desk: TestClient) -> str:
    story = re.findall(r"/story/s_\w+", desk.get("/stories").text)[0]
    return re.findall(r'name="secret" value="(\w+)"', desk.get(story).text)[0]


def test_what_is_explained_leaves_the_front_page_and_the_digest(desk: TestClient) -> None:
    answer = send(desk, action="explain", subject=discrepancy(desk), note="the Courier counts the crew")

    assert "stays out of digests" in answer.text
    assert QUESTION not in desk.get("/digest").text
    assert '<article class="lead"' not in desk.get("/").text


def test_suggested_and_decided_differences_are_shown_apart(desk: TestClient) -> None:
    found = discrepancy(desk)
    before = desk.get(f"/discrepancy/{found}").text

    send(desk, action="accept", subject=found)

    after = desk.get(f"/discrepancy/{found}").text
    assert ("not reviewed yet" in before, "a person decided about" in before) == (True, False)
    assert ("not reviewed yet" in after, "a person decided about" in after) == (False, True)


def test_a_decision_is_undone_from_the_audit_trail_which_keeps_both(desk: TestClient) -> None:
    found = discrepancy(desk)
    send(desk, action="reject", subject=found, note="two counts")

    send(desk, action="undo", subject="1")

    trail = desk.get("/reviews").text
    assert "undone, counts no more" in trail
    assert "two counts" in trail
    assert found in desk.get("/").text


def test_a_claim_is_taken_out_of_its_question(desk: TestClient) -> None:
    found = discrepancy(desk)
    page = desk.get(f"/discrepancy/{found}")
    group = str(page.url).rpartition("/")[2].partition("#")[0]
    claim = re.findall(r'id="(c_\w+)"(?:(?!<tr).)*?Courier', page.text, re.DOTALL)[0]

    answer = send(desk, action="split", subject=[group, claim], back=f"/group/{group}")

    assert answer.status_code == 200
    assert "decision" in answer.text
    assert desk.get(f"/claim/{claim}").text.count(f"/group/{group}#") == 0


def test_a_note_stands_with_its_question_and_moves_nothing(desk: TestClient) -> None:
    found = discrepancy(desk)

    answer = send(desk, action="note", subject=found, note="asked the port for its list", back=f"/discrepancy/{found}")

    assert "asked the port for its list" in answer.text
    assert "it is open" not in answer.text
    assert "not reviewed yet" in answer.text


def test_whoever_signed_is_remembered(desk: TestClient) -> None:
    found = discrepancy(desk)
    send(desk, action="accept", subject=found, by="Zoë “Z” Marsh")

    assert 'name="by" value="Zoë “Z” Marsh"' in desk.get(f"/discrepancy/{found}").text


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"by": "  "}, "a decision is signed"),
        ({"by": "x" * 101}, "a decision is signed"),
        ({"action": "explain", "note": ""}, "an explanation needs its words"),
        ({"action": "note", "note": " "}, "a note needs its words"),
        ({"action": "burn"}, "it is not told what is decided"),
        ({"note": "x" * 2001}, "the note is too long"),
        ({"subject": []}, "nothing was named"),
        ({"action": "merge"}, "so many ids cannot be taken"),
    ],
)
def test_a_form_that_is_wrong_is_told_what_and_decides_nothing(desk: TestClient, fields: dict[str, Any], told: str) -> None:
    answer = send(desk, **{"action": "reject", "subject": discrepancy(desk), **fields})

    assert answer.status_code == 400
    assert told in answer.text
    assert "Nobody has decided anything yet" in desk.get("/reviews").text


@pytest.mark.parametrize("headers", [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}])
def test_a_form_of_another_site_is_refused(desk: TestClient, headers: dict[str, str]) -> None:
    data = {"action": "reject", "subject": discrepancy(desk), "by": "x", "secret": secret(desk)}

    answer = desk.post("/reviews", data=data, headers=headers)

    assert answer.status_code == 403
    assert "Nobody has decided anything yet" in desk.get("/reviews").text


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/\\evil.example", "/x\r\nSet-Cookie: a=b", "javascript:alert(1)"]
)
def test_a_form_leads_back_to_pages_of_ours_alone(desk: TestClient, back: str) -> None:
    desk.follow_redirects = False

    answer = send(desk, action="accept", subject=discrepancy(desk), back=back)

    assert answer.headers["location"] == "/reviews?made=1#review-1"


def test_a_form_that_is_too_large_is_refused(desk: TestClient) -> None:
    assert send(desk, action="reject", subject="d_1", note="x" * 200_000).status_code == 400
