"""Cents as parts of the currency of their text."""

import pytest

from corroborate.extract.quantities import read_quantities


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("Tarn Mills pays 65 cents a share.", "0.65", "USD"),
        ("Bread costs 80 cents and milk €1.20.", "0.8", "EUR"),
        ("The payout is 6 Australian cents.", "0.06", "AUD"),
        ("A stamp is 5c dearer than in June, at A$1.55.", "0.05", "AUD"),
    ],
)
def test_cents_are_of_the_currency_of_the_text(text: str, value: str, code: str) -> None:
    quantity = read_quantities(text)[0].quantity

    assert f"{quantity.value}" == value
    assert quantity.unit == code


def test_degrees_and_seats_are_no_cents() -> None:
    assert read_quantities("Highs of 31c are due in Orsk.") == ()
    assert read_quantities("He sat in seat 12c.") == ()
