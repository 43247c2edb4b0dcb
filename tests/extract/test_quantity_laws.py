"""Laws that hold for any text, and numbers that are read back as they were written."""

from decimal import Decimal
from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from corroborate.extract.quantities import read_quantities
from corroborate.extract.quantities.numbers import parse_number
from corroborate.extract.quantities.wording import Writing, figure_range
from corroborate.model.figures import Approx
from corroborate.model.numerals import CARDINALS

ONES = [word for word, number in CARDINALS.items() if number < 20 and word not in ("nought", "naught", "nil")]
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
PIECES = (
    "nearly", "more than", "up to", "between", "and", "to", "of",
    "the", "$", "€", "%", "percent", "million", "bn", "12", "3.4", "28,831", "2018", "six", "a",
    "half", "dozen", "dozens",
    "weeks", "-", "(", ")", ",", ".", "\n", "km", "rose", "fell by", "accounts", "fraudulent", "Orsk", "one in",
    "a third of", "May",
)  # fmt: skip
PIPELINE = spacy.blank("en")
PIPELINE.add_pipe("corroborate_quantities")
MAGNITUDES = [("m", 6), ("bn", 9), (" million", 6), (" trillion", 12), ("k", 3), (" crore", 7)]


def in_words(number: int) -> str:
    """A number as a newspaper spells it: 1204 is "one thousand two hundred and four"."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{ONES[number // 100]} hundred" + (f" and {in_words(number % 100)}" if number % 100 else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (10**3, "thousand")):
        if number >= size:
            return f"{in_words(number // size)} {name}" + (f" {in_words(number % size)}" if number % size else "")
    raise AssertionError(number)


@given(st.integers(0, 10**12 - 1))
def test_a_spelled_number_is_read_back(number: int) -> None:
    assert parse_number(in_words(number)) == number


@given(st.integers(0, 10**15), st.sampled_from([",", " ", "\u202f", "'"]))
def test_thousands_may_be_set_apart_by_any_mark(number: int, mark: str) -> None:
    assert parse_number(f"{number:,}".replace(",", mark)) == number


@given(
    st.decimals(min_value=1, max_value=999, places=1),
    st.sampled_from([("m", 6), ("bn", 9), (" million", 6), (" trillion", 12), ("k", 3), (" crore", 7)]),
)
def test_a_magnitude_multiplies(number: Decimal, magnitude: tuple[str, int]) -> None:
    word, exponent = magnitude

    assert parse_number(f"{number}{word}") == number * 10**exponent


@given(st.integers(13, 10**9))
def test_a_spelled_count_is_found_whole(number: int) -> None:
    text = f"The harbour counted {in_words(number)} lanterns."

    (found,) = read_quantities(text)

    assert found.span.cut(text) == in_words(number)
    assert found.quantity.value == number
    assert found.quantity.counted == "lanterns"


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    for found in read_quantities(text):
        assert 0 <= found.span.start < found.span.end <= len(text)


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from([" ", ""]))
@settings(max_examples=60)
def test_figures_stand_in_order_and_never_overlap(pieces: list[str], joint: str) -> None:
    spans = [found.span for found in read_quantities(joint.join(pieces))]

    assert all(left.end <= right.start for left, right in pairwise(spans))


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from([" ", ""]))
@settings(max_examples=60)
def test_a_value_lies_within_what_its_wording_leaves_open(pieces: list[str], joint: str) -> None:
    for found in read_quantities(joint.join(pieces)):
        value, leeway = found.quantity.value, found.quantity.range
        assert value is None or ((leeway.low is None or leeway.low <= value) and (leeway.high is None or value <= leeway.high))
        assert leeway.low is None or leeway.high is None or leeway.low <= leeway.high


@given(st.decimals(min_value=-(10**9), max_value=10**12, places=0), st.sampled_from(list(Approx)), st.sampled_from(list(Writing)))
def test_a_hedge_never_leaves_less_room_than_nothing(value: Decimal, approx: Approx, writing: Writing) -> None:
    leeway = figure_range(value, approx, Decimal(1), writing=writing)

    assert leeway.low is None or leeway.high is None or leeway.low <= leeway.high


@pytest.mark.parametrize("unit", ["1,", "1 ", "one ", "1-", "1 and ", "half a ", "two thirds of ", "A B 1 ", "+1", "$1 to "])
def test_a_hostile_text_gives_a_bounded_number_of_figures(unit: str) -> None:
    assert len(read_quantities(unit * 1_000)) <= 4_000


@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from([" ", ""]))
@settings(max_examples=60)
def test_the_component_leaves_the_very_characters(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    doc = PIPELINE(text)

    spans = list(doc.spans["quantities"])

    chars = [span._.chars for span in spans]
    assert chars == sorted(set(chars) & {found.span for found in read_quantities(text)}, key=lambda span: span.start)
    assert all(span.start_char <= span._.chars.start and span._.chars.end <= span.end_char for span in spans)
