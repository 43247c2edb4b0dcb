from dataclasses import replace

import pytest

from corroborate.model.articles import Readability
from corroborate.model.claims import Deed
from corroborate.model.records import ArticleRecord, ClaimRecord
from corroborate.publish.matrices import figure_matrix
from corroborate.publish.query import table
from corroborate.publish.show import show_article, show_claim, show_discrepancy, show_group, show_story
from tests.factory import period
from tests.publish.stories import CUT, DISPUTE, HERALD, RECORD, revision


def test_the_matrix_puts_the_disputed_question_first() -> None:
    matrix = figure_matrix(RECORD)

    assert set(matrix.outlets) == {"Harbour Herald", "Port Post", "Evening Tide"}
    assert matrix.rows[0].question == "How many jobs will go?"
    cells = dict(zip(matrix.outlets, matrix.rows[1].cells, strict=True))
    assert cells == {"Harbour Herald": "nearly 25,000", "Evening Tide": "24,900", "Port Post": None}


def test_a_story_shows_figures_by_outlet_and_what_differs() -> None:
    text = show_story(RECORD, width=160)

    assert "Tarn cuts jobs" in text
    assert "nearly 25,000" in text
    assert "480 and 530 cannot both be right" in text


def test_an_outlet_without_a_figure_is_listed_with_the_reason() -> None:
    walled = replace(HERALD, id="a_walled", outlet="Gated Gazette", readability=Readability.STUB)

    text = show_story(replace(RECORD, articles=(*RECORD.articles, walled)))

    assert "Gated Gazette: a paywall or consent page" in text


def test_a_group_shows_each_sentence_and_origin() -> None:
    text = show_group(RECORD.groups[0])

    assert '"Tarn Freight will cut 480 jobs."' in text
    assert "2 outlets, 2 origins" in text
    assert "Harbour Herald names no source" in text


def test_a_claim_is_marked_in_its_sentence_and_can_be_found_again() -> None:
    text = show_claim(ClaimRecord(CUT, HERALD), revision().revision, width=100)

    assert "Tarn Freight will cut [480] jobs." in text
    assert "https://herald.example/tarn#:~:text=Tarn%20Freight" in text
    assert HERALD.text_digest in text
    assert "a.warc.gz at byte 12, 340 bytes" in text


def test_a_claim_shows_who_did_it_and_the_days_it_is_of() -> None:
    told = replace(CUT, deed=Deed("Tarn Freight", "Orsk"), period=period("2026-04-01", "2026-04-30"), scope=("so far",))

    text = show_claim(ClaimRecord(told, HERALD))

    for line in ("done by:   Tarn Freight", "done to:   Orsk", "period:    from 2026-04-01 until 2026-04-30", "scope:     so far"):
        assert line in text


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [("2026-04-01", "2026-04-01", "2026-04-01"), ("2026-04-01", None, "from 2026-04-01"), (None, "2026-04-30", "until 2026-04-30")],
)
def test_the_days_of_a_claim_are_shown_as_far_as_they_are_known(first: str | None, last: str | None, expected: str) -> None:
    assert f"period:    {expected}\n" in show_claim(ClaimRecord(replace(CUT, period=period(first, last)), HERALD))


def test_an_article_shows_which_figures_changed() -> None:
    assert '460 -> 480: "Tarn Freight will cut 480 jobs."' in show_article(ArticleRecord(HERALD, 2, "s_tarn"), (revision(),))


def test_a_discrepancy_quotes_both_sides() -> None:
    text = show_discrepancy(DISPUTE)

    assert '"Tarn Freight will cut 480 jobs."' in text
    assert '"Tarn Freight is to shed 530 jobs, the union said."' in text


def test_no_line_of_a_table_is_wider_than_the_terminal() -> None:
    shown = show_story(RECORD, width=130).split("\n\n")[1]

    assert "Harbour Herald" in shown.splitlines()[0]
    assert max(len(line) for line in shown.splitlines()) <= 130


def test_hostile_text_does_not_reach_the_terminal() -> None:
    hostile = replace(HERALD, title="\x1b[2Jgone\u202e")

    assert "\x1b" not in show_article(ArticleRecord(hostile, 1, None))


def test_many_outlets_are_listed_below_each_other() -> None:
    text = show_story(RECORD, width=90)

    assert "    nearly 25,000: Harbour Herald" in text
    assert max(len(line) for line in text.splitlines() if "http" not in line) <= 90


def test_an_id_is_never_cut() -> None:
    rows = [{"claim": "c_0123456789abcdef", "outlet": "Harbour Herald", "sentence": "word " * 60}]

    lines = table(rows, width=60).splitlines()

    assert lines[2].startswith("c_0123456789abcdef  Harbour Herald  word")
    assert max(len(line) for line in lines) <= 60
