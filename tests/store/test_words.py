from hypothesis import given
from hypothesis import strategies as st

from corroborate.store.words import SEARCHED, folded, word_filters


def test_folding_keeps_letters_and_digits() -> None:
    assert folded("Zürich's “28.8m” — ÉTÉ") == "zurich s 28 8m ete"


@given(st.text())
def test_folding_twice_is_folding_once(words: str) -> None:
    assert folded(folded(words)) == folded(words)


@given(st.text())
def test_nothing_of_a_query_language_survives_folding(words: str) -> None:
    assert not set(folded(words)) & set("\"'*():^+-{}&|!<>\\")


def test_folding_is_bounded() -> None:
    assert len(folded("ﷺ" * SEARCHED)) <= SEARCHED


def test_a_word_of_signs_alone_asks_nothing() -> None:
    assert word_filters("sqlite", ("—", ""), None) == []
