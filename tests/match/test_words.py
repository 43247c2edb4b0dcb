"""Words without inflection, names without sentence openers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.match.words import blocks, names, overlap, stem, stems, streets


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("penalties", "penalty"),
        ("evacuated", "evacuate"),
        ("killing", "killed"),
        ("people", "person"),
        ("recalls", "recalled"),
        ("passes", "pass"),
    ],
)
def test_inflected_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_words_without_a_subject_and_figures_are_left_out() -> None:
    assert stems("The 31,000 accounts were closed on Monday") == [stem("accounts"), stem("closed")]


def test_a_capital_that_opens_a_sentence_is_no_name() -> None:
    assert names("Rescuers reached Skerry Point. Divers from Port Elm followed.") == ["skerry", "point", "port", "elm"]


@given(st.text(max_size=200))
def test_any_text_has_stems(text: str) -> None:
    assert all(stems(text))


@given(st.sets(st.text(max_size=3)), st.sets(st.text(max_size=3)))
def test_overlap_is_symmetric_and_bounded(left: set[str], right: set[str]) -> None:
    assert overlap(left, right) == overlap(right, left)
    assert 0 <= overlap(left, right) <= 1


def test_streets_are_known_by_name_and_block() -> None:
    text = "A man was shot in the 1200 block of Halsey Avenue on Thursday, near Route 9."

    assert streets(text) == ["halsey avenue", "route 9"]
    assert blocks(text) == ["1200 halsey avenue"]


def test_towns_firms_and_courts_that_end_like_streets_are_none() -> None:
    assert streets("In Cardew Quay the Supreme Court ruled for Juniper Lane.") == []
    assert streets("It burned on Cardew Quay, off Pier Square, in the 300 block of Oak Court.") == [
        "cardew quay",
        "pier square",
        "oak court",
    ]
    assert blocks("Police came to 12 Juniper Lane.") == ["12 juniper lane"]
