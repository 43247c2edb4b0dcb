import json
from dataclasses import replace
from datetime import timedelta

from corroborate.model.findings import Status
from corroborate.publish.digest import FORMS, compile_digest, to_html, to_json, to_markdown, to_text
from tests.factory import NOON
from tests.publish.stories import DISPUTE, STORY, revision

DAY = timedelta(days=1)


def test_an_empty_day_says_so() -> None:
    empty = compile_digest(NOON, NOON + DAY)

    assert empty.is_empty
    assert "No new stories, no disputes, no revised figures." in to_text(empty)
    assert json.loads(to_json(empty))["disputes"] == []


def test_new_disputes_come_first_then_revised_figures_and_stories() -> None:
    text = to_text(compile_digest(NOON, NOON + DAY, discrepancies=[DISPUTE], revisions=[revision()], stories=[STORY]))

    places = [text.index(title) for title in ("Disputed (1)", "Revised figures (1)", "New stories (1)")]
    assert places == sorted(places)
    assert "480 and 530 cannot both be right" in text


def test_what_came_up_on_another_day_is_left_out() -> None:
    assert compile_digest(NOON + DAY, NOON + 2 * DAY, discrepancies=[DISPUTE], revisions=[revision()], stories=[STORY]).is_empty


def test_what_a_reviewer_rejected_is_left_out() -> None:
    rejected = replace(DISPUTE, discrepancy=replace(DISPUTE.discrepancy, status=Status.REJECTED))

    assert compile_digest(NOON, NOON + DAY, discrepancies=[rejected]).is_empty


def test_markdown_links_each_quote_and_escapes_markup() -> None:
    titled = replace(DISPUTE, story_title="<script>[x](javascript:1)")

    text = to_markdown(compile_digest(NOON, NOON + DAY, discrepancies=[titled]))

    assert "(https://herald.example/tarn#:~:text=Tarn%20Freight%20will%20cut%20480%20jobs.)" in text
    assert "<script>" not in text
    assert "\\[x\\](javascript:1)" in text


def test_every_form_gives_the_same_answer_twice() -> None:
    digest = compile_digest(NOON, NOON + DAY, discrepancies=[DISPUTE], revisions=[revision()], stories=[STORY])

    assert all(form(digest) == form(digest) for form in FORMS.values())


def test_html_holds_no_markup_from_elsewhere() -> None:
    hostile = replace(DISPUTE, story_title='<img src=x onerror="alert(1)">', question="<b>How many?</b>")

    page = to_html(compile_digest(NOON, NOON + DAY, discrepancies=[hostile], revisions=[revision()], stories=[STORY]))

    assert "<img" not in page
    assert "<b>" not in page
    assert 'href="https://herald.example/tarn#:~:text=Tarn%20Freight%20will%20cut%20480%20jobs."' in page


def test_no_link_leaves_the_web() -> None:
    sides = tuple(replace(side, url="javascript:alert(1)") for side in DISPUTE.discrepancy.sides)
    hostile = replace(DISPUTE, discrepancy=replace(DISPUTE.discrepancy, sides=sides))
    digest = compile_digest(NOON, NOON + DAY, discrepancies=[hostile])

    assert "javascript:" not in to_html(digest) + to_markdown(digest)
