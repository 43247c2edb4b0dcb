"""Currencies as newspapers spell them."""

import pytest

from corroborate.extract.quantities.currencies import currency_after, nation_after, sign_code


@pytest.mark.parametrize(
    ("sign", "code"),
    [("$", "USD"), ("US$", "USD"), ("USD$", "USD"), ("US $", "USD"), ("A$", "AUD"), ("$A", "AUD"), ("HK $", "HKD"),
     ("£", "GBP"), ("PS", "GBP"), ("Y=", "JPY"), ("Rs.", "INR")],
)  # fmt: skip
def test_a_sign_before_the_number_has_a_code(sign: str, code: str) -> None:
    assert sign_code(sign) == code


@pytest.mark.parametrize(
    ("behind", "code", "parts"),
    [
        ("€", "EUR", 1),
        (" EUR", "EUR", 1),
        (" euros", "EUR", 1),
        (" US dollars", "USD", 1),
        (" Australian dollars", "AUD", 1),
        (" Danish kroner", "DKK", 1),
        (" kroner", "krone", 1),
        (" pesos", "peso", 1),
        (" rupees", "INR", 1),
        ("p", "GBP", 100),
        (" pence", "GBP", 100),
        (" cents", "cent", 1),
    ],
)
def test_a_currency_behind_the_number(behind: str, code: str, parts: int) -> None:
    assert currency_after(f"12{behind} more", 2, magnitude=False) == (code, parts, 2 + len(behind))


@pytest.mark.parametrize(("behind", "code"), [(" won", "KRW"), (" pounds", "GBP")])
def test_won_and_pounds_are_money_only_where_much_is_counted(behind: str, code: str) -> None:
    assert currency_after(f"12{behind}", 2, magnitude=False) is None
    assert currency_after(f"12{behind}", 2, magnitude=True) == (code, 1, 2 + len(behind))


@pytest.mark.parametrize(
    ("behind", "code"),
    [
        (" million pounds, or 40 tons, were called back.", None),
        (" million pounds. It sells pounds of ham.", None),
        (" million pounds. The fine was £2m, and no pounds of ham were seized.", "GBP"),
        (" million pounds. Its debt rose.", "GBP"),
    ],
)
def test_pounds_are_a_weight_where_the_text_weighs_by_them(behind: str, code: str | None) -> None:
    text = f"In spring it was 12{behind}"
    read = currency_after(text, text.index(" pounds"), magnitude=True)

    assert (read and read[0]) == code


def test_which_dollar_may_be_told_behind_the_sum() -> None:
    assert nation_after("$76 US a barrel", 3) == ("USD", 6)
    assert nation_after("$76 Canadian in all", 3) == ("CAD", 12)
    assert nation_after("$76 US shares", 3) is None
