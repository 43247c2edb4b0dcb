import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.publish.printable import cell, clip, display_width, one_line, pad, printable


def test_terminal_escapes_and_direction_marks_do_not_reach_the_terminal() -> None:
    hostile = "\x1b[31mred\x1b[0m \x1b]0;title\x07\u202egnp.exe\u2066\x9b2J ok"

    assert printable(hostile) == "red gnp.exe ok"


@pytest.mark.parametrize("formula", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "  =HYPERLINK()", "\t=1", "\r=1", "\u200b=1", "＝1"])
def test_no_cell_is_taken_for_a_formula(formula: str) -> None:
    assert cell(formula).startswith("'")


@pytest.mark.parametrize("number", ["-5.2", "+3", "480", "28800000"])
def test_plain_numbers_stay_numbers(number: str) -> None:
    assert cell(number) == number


@given(st.text())
def test_no_control_character_survives(text: str) -> None:
    assert not any(ord(one) < 32 and one not in "\n\t" for one in printable(text))
    assert "\n" not in one_line(text)


@given(st.text(max_size=40), st.integers(2, 30))
def test_padding_gives_the_width_asked_for(text: str, width: int) -> None:
    assert display_width(pad(one_line(text), width)) == width


def test_clipped_text_ends_in_an_ellipsis() -> None:
    assert clip("a long sentence", 7) == "a long…"
