"""What a sentence takes back."""

import pytest

from corroborate.model.retractions import before_retraction, retraction_behind, value_of


@pytest.mark.parametrize(
    ("sentence", "surface", "value", "corrects"),
    [
        ("The port says 17 sailors died, and not 19, as it had first announced.", "17", 19, True),
        ("Twenty-four people are treated in Orsk, not 31 as stated earlier, the clinic said.", "Twenty-four", 31, True),
        ("Tarn Freight owes $9.5 million instead of $8.2 million.", "$9.5 million", 8.2e6, True),
        ("The flood killed 30 people, up from an earlier toll of twenty-three.", "30", 23, False),
        ("One man died and two were hurt, police said, revising an earlier figure of three.", "two", 3, False),
        ("One man died and two were hurt, police said, revising an earlier figure of three.", "One", None, False),
        ("Some 17 sailors died, not one of them from Orsk.", "17", 1, True),
        ("Some 17 sailors died in the storm.", "17", None, False),
    ],
)
def test_the_figure_before_it_takes_the_place_of_another(sentence: str, surface: str, value: float | None, corrects: bool) -> None:
    found = retraction_behind(sentence, sentence.index(surface) + len(surface))

    assert (None if found is None else found.value) == value
    assert (found is not None and found.corrects) is corrects


@pytest.mark.parametrize(
    ("number", "value"),
    [("19", 19), ("1,200", 1200), ("twenty-four", 24), ("$1.2 million", 1.2e6), ("fifty", 50), ("several", None)],
)
def test_the_value_of_a_number_as_it_is_written(number: str, value: float | None) -> None:
    assert value_of(number) == value


def test_the_words_of_a_figure_end_where_another_is_taken_back() -> None:
    sentence = "The port says 17 sailors died, and not 19, as it had first announced."

    assert sentence[: before_retraction(sentence, 16, len(sentence))] == "The port says 17 sailors died"
    assert before_retraction("Some 17 sailors died.", 7, 21) == 21
