from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.check.misprints import is_evident, slip_between
from tests.factory import quantity


def test_one_is_no_slip_for_a_thousand() -> None:
    assert slip_between(quantity("1"), quantity("1000")) is None


@pytest.mark.parametrize(
    ("left", "right", "slip"),
    [
        ("480", "840", "two neighbouring digits are swapped"),
        ("28.8", "82.8", "two neighbouring digits are swapped"),
        ("270", "2700", "one is exactly ten times the other"),
        ("2900000", "2900000000", "one is exactly a thousand times the other"),
        ("480", "490", None),
        ("481", "184", None),
        ("480", "480", None),
    ],
)
def test_a_slip_is_named(left: str, right: str, slip: str | None) -> None:
    grain = Decimal("0.1") if "." in left else Decimal(1)

    assert slip_between(quantity(left, grain=grain), quantity(right, grain=grain)) == slip


@pytest.mark.parametrize(
    ("left", "right", "evident"),
    [("1140", "1410", True), ("4831", "4381", True), ("112", "121", False), ("32", "23", False), ("270", "2700", True)],
)
def test_only_a_number_of_four_digits_is_evidently_mistyped(left: str, right: str, evident: bool) -> None:
    figures = [quantity(one, grain=Decimal(10) if one.endswith("0") else Decimal(1)) for one in (left, right)]

    assert is_evident(figures[0], figures[1]) is evident


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_the_order_of_two_figures_does_not_matter(left: int, right: int) -> None:
    one, other = quantity(str(left)), quantity(str(right))

    assert slip_between(one, other) == slip_between(other, one)
