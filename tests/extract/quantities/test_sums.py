"""Sums without a currency."""

import pytest

from corroborate.extract.quantities import read_quantities
from corroborate.model.figures import Kind, Role


@pytest.mark.parametrize(
    ("text", "surface", "unit"),
    [
        ("The tunnel will cost 9.8 billion crowns, 2.6 billion more than planned.", "2.6 billion", "crown"),
        ("It provides for 421 billion crowns, 48 billion of it for defence.", "48 billion", "crown"),
        ("The bill may pass 12 billion crowns, against the 7.2 billion originally budgeted.", "7.2 billion", "crown"),
        ("Tarn made 318mn versus a consensus of 302mn. Revenue: 4.6bn crowns.", "318mn", "crown"),
        ("Tarn made 318mn versus a consensus of 302mn. Revenue: 4.6bn crowns.", "302mn", "crown"),
        ("The bank needs €3.1bn. About 1.6 billion was withdrawn last week.", "1.6 billion", "EUR"),
        ("Tarn spent $300 million on it. By now 40 million have heard of the app.", "40 million", None),
        ("Tarn has 18 million customers. Some 2.5 million, it said, are abroad.", "2.5 million", None),
    ],
)
def test_a_sum_is_in_the_currency_told_beside_it(text: str, surface: str, unit: str | None) -> None:
    found = next(one for one in read_quantities(text) if one.span.cut(text) == surface)

    assert (found.quantity.unit, found.kind is Kind.MONEY) == (unit, unit is not None)


def test_by_how_much_more_a_sum_is_stays_a_change() -> None:
    text = "The tunnel will cost 9.8 billion crowns, 2.6 billion more than planned."
    found = next(one for one in read_quantities(text) if one.span.cut(text) == "2.6 billion")

    assert (found.quantity.role, found.quantity.direction) == (Role.CHANGE, 1)
