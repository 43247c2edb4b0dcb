from decimal import Decimal

import pytest

from corroborate.extract.quantities import read_quantities
from corroborate.extract.quantities.compounds import whole_amount


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit"),
    [
        ("The suspect is 5 ft 8 in tall.", "5 ft 8 in", "68", "inch"),
        ("The suspect is 5ft 8in tall.", "5ft 8in", "68", "inch"),
        ("The suspect is 5 feet, 8 inches tall.", "5 feet, 8 inches", "68", "inch"),
        ("The suspect stands 5'8\" in socks.", "5'8\"", "68", "inch"),
        ("The Harriers signed a 6-foot-4 guard.", "6-foot-4", "76", "inch"),
        ("The Harriers signed a six-foot-two guard.", "six-foot-two", "74", "inch"),
        ("The pike weighed 11st 4lb.", "11st 4lb", "158", "pound"),
        ("The pike weighed 6lb 4oz.", "6lb 4oz", "100", "ounce"),
        ("She won in 2 hours 14 minutes.", "2 hours 14 minutes", "134", "minute"),
        ("She won in two hours and 14 minutes.", "two hours and 14 minutes", "134", "minute"),
        ("She won in 2 hours, 14 minutes and 9 seconds.", "2 hours, 14 minutes and 9 seconds", "8049", "second"),
        ("He was jailed for three years and six months.", "three years and six months", "42", "month"),
        ("He stayed for a year and a half.", "a year and a half", "1.5", "year"),
        ("He stayed for two hours and a half.", "two hours and a half", "2.5", "hour"),
        ("The bus costs a dollar and 42 cents.", "a dollar and 42 cents", "1.42", "USD"),
        ("The bus costs 20 dollars and 43 cents.", "20 dollars and 43 cents", "20.43", "USD"),
    ],
)
def test_an_amount_told_in_parts_is_one_figure(text: str, surface: str, value: str, unit: str) -> None:
    (found,) = read_quantities(text)

    assert found.span.cut(text) == surface
    assert (found.quantity.value, found.quantity.unit) == (Decimal(value), unit)
    assert "told in parts" in found.rule


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In five hours 12 boats came.", [5, 12]),
        ("The row took 3 hours, 75 minutes longer than planned.", [3, 75]),
        ("The siege lasted 6 weeks and 40 days of rain followed.", [6, 40]),
        ("They threw 12 stones at three stone houses.", [12, 3]),
    ],
)
def test_what_cannot_be_a_part_is_a_figure_of_its_own(text: str, values: list[int]) -> None:
    assert [found.quantity.value for found in read_quantities(text)] == values


def test_an_article_counts_one_only_where_it_is_hedged_or_goes_on() -> None:
    (found,) = read_quantities("The yard burned for more than a day in a week of storms, a year after a mile of quay sank.")

    assert (found.quantity.value, found.quantity.unit) == (1, "day")


def test_a_range_may_have_ends_told_in_parts() -> None:
    (found,) = read_quantities("Trips take 2 hours 14 minutes to 2 hours 20 minutes.")

    assert (found.quantity.range.low, found.quantity.range.high) == (134, 140)


def test_inches_past_a_foot_make_no_height() -> None:
    amount = whole_amount("5 ft 14 in wide", 0)

    assert amount is not None
    assert (amount.number.value, amount.parts) == (5, 1)
