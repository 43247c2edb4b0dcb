from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.extract.attribution.quotes import quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“Nine are missing,” she said. “Two are safe.”", ["“Nine are missing,”", "“Two are safe.”"]),
        ('"Nine are missing," she said.', ['"Nine are missing,"']),
        ("'It's nine, I think,' said the pilot's wife.", ["'It's nine, I think,'"]),
        ("„Neun fehlen“, she wrote.", ["„Neun fehlen“"]),
        ("Nine are missing,” she said.", ["Nine are missing,”"]),
        ("The pilots' union and the '90s boats.", []),
    ],
)
def test_quotations_stand_between_any_marks(text: str, quoted: list[str]) -> None:
    assert [quotation.chars.cut(text) for quotation in quotations(text)] == quoted


def test_a_quotation_without_a_closing_mark_ends_with_its_paragraph() -> None:
    first, second = quotations("“It was dark.\n\n“Nine did not get out,” she said.")

    assert (first.is_closed, second.is_closed) == (False, True)
    assert second.opens_paragraph
    assert second.paragraph == first.paragraph + 1


@pytest.mark.parametrize("text", ["The “300 club” grew.", "His novel “Nine Hundred Nights” sold well.", "A “disaster” loomed."])
def test_scare_quotes_and_titles_are_no_speech(text: str) -> None:
    assert not quotations(text)[0].is_speech


@given(st.text(alphabet="ab “”\"'‘’.,\n", max_size=60))
def test_quotations_are_in_order_and_apart_whatever_the_marks(text: str) -> None:
    found = [quotation.chars for quotation in quotations(text)]

    assert all(0 <= chars.start < chars.end <= len(text) for chars in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
