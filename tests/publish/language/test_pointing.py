import pytest

from corroborate.errors import QueryError
from corroborate.publish.language import parse, pointed


def caret(text: str) -> str:
    with pytest.raises(QueryError) as caught:
        parse(text)
    return pointed(caught.value)


def test_the_caret_stands_under_the_word() -> None:
    assert caret("barges partie:Marsh") == "  barges partie:Marsh\n         ^^^^^^"


def test_wide_letters_move_the_caret_by_two_columns() -> None:
    assert caret("船 kind:cuont") == "  船 kind:cuont\n          ^^^^^"


def test_no_escape_sequence_reaches_the_terminal_and_long_queries_are_cut() -> None:
    shown = caret(f"\x1b[31m\u202e{'barges ' * 30}kind:cuont")

    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert shown.splitlines()[1].strip() == "^^^^^"
    assert max(map(len, shown.splitlines())) < 140
