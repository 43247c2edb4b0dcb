"""Words and how they are written down."""

from hypothesis import given
from hypothesis import strategies as st

from corroborate.extract.lexicon import small


@given(st.text())
def test_small_letters_stand_where_the_others_stood(text: str) -> None:
    assert len(small(text)) == len(text)


def test_a_letter_without_a_small_one_of_its_own_stays() -> None:
    assert small("İzmir counted FIVE Dead") == "İzmir counted five dead"
