"""Numbers in digits and words, and how far they were rounded."""

from decimal import Decimal

import pytest

from corroborate.extract.quantities.numbers import grain_of, parse_number, read_number
from corroborate.extract.quantities.wording import Writing


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("28,831", "28831"),
        ("40 000", "40000"),
        ("40\u202f000", "40000"),
        ("1'250'000", "1250000"),
        ("1.250.000", "1250000"),
        ("1.250,50", "1250.5"),
        ("12,34,567", "1234567"),
        ("3.4m", "3400000"),
        ("2.9bn", "2900000000"),
        ("40k", "40000"),
        ("5 mln", "5000000"),
        ("1.2 tn", "1200000000000"),
        ("13 lakh", "1300000"),
        ("three lakh crore", "3000000000000"),
        ("thirty-one thousand four hundred", "31400"),
        ("three and a half million", "3500000"),
        ("one million and a half", "1500000"),
        ("half a dozen", "6"),
        ("a hundred", "100"),
        ("two dozen", "24"),
        ("two point two million", "2200000"),
        ("nought point nought three", "0.03"),
        ("minus twelve", "-12"),
        ("−7.1", "-7.1"),
        ("one in four", "0.25"),
        ("three quarters", "0.75"),
        ("two and three fifths", "2.6"),
        ("½", "0.5"),
        ("2 1/4", "2.25"),
        ("2.5e6", "2500000"),
        ("forty-five (45)", "45"),
    ],
)
def test_a_number_is_read_as_it_is_written(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "and", "two three", "forty twenty", "the", "twelve and", "1/0", "12.34.56", "4x4", "million dollars", "a" * 500]
)
def test_what_is_no_number_has_no_value(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "grain", "writing"),
    [
        ("28.8 million", "100000", Writing.DECIMAL),
        ("28 million", "1000000", Writing.MAGNITUDE),
        ("25,000", "1000", Writing.INTEGER),
        ("28,831", "1", Writing.INTEGER),
        ("60", "1", Writing.INTEGER),
        ("2.5", "0.1", Writing.DECIMAL),
        ("three million", "1000000", Writing.MAGNITUDE),
        ("nine", "1", Writing.INTEGER),
        ("two and a half", "0.2", Writing.DECIMAL),
    ],
)
def test_the_grain_is_the_place_of_the_last_digit_that_counts(text: str, grain: str, writing: Writing) -> None:
    number = read_number(text)

    assert number is not None
    assert (number.grain, number.writing) == (Decimal(grain), writing)


def test_grains_grow_with_the_magnitude_word() -> None:
    assert grain_of(Decimal("3.4"), scale=Decimal(10**9)) == Decimal(10**8)


@pytest.mark.parametrize("text", ["9" * 40, "1e99", f"{'9' * 40} million"])
def test_a_row_of_digits_longer_than_any_count_is_no_number(text: str) -> None:
    assert read_number(text) is None
