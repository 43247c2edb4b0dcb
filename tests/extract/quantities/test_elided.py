"""What a figure leaves out because the text has just told it."""

import pytest

from corroborate.extract.quantities import read_quantities
from corroborate.extract.quantities.occurrences import Found
from corroborate.model.figures import Approx, Kind, Role


def read(text: str, surface: str) -> Found | None:
    return next((one for one in read_quantities(text) if one.span.cut(text) == surface), None)


@pytest.mark.parametrize(
    ("text", "surface", "counted"),
    [
        ("Tarn Air flies 400 flights a day. Of the 400 flights on Friday, 290 were grounded.", "290", "flights"),
        ("Tarn recalls 18,000 vans. About 6,400 of them are in Norland.", "6,400", "vans"),
        ("Tarn recalls 18,000 vans. Some 6,400 were sold in Norland.", "6,400", "vans"),
        ("Tarn recalls 18,000 vans. Some 6,400 people work there.", "6,400", "people"),
        ("The army has 18,000 dead. Some 6,400 of them are from Norland.", "6,400", None),
    ],
)
def test_a_bare_number_counts_what_was_counted_before(text: str, surface: str, counted: str | None) -> None:
    found = read(text, surface)

    assert found is not None
    assert found.quantity.counted == counted


@pytest.mark.parametrize(
    ("text", "surface", "unit"),
    [
        ("Spending rises to 412 billion crowns ($35 billion). Schools get 38 billion.", "38 billion", "crown"),
        ("The budget is €4 billion. The island has 3 million inhabitants.", "3 million", None),
        ("The budget is €4 billion. Some 3 million, she said, would vote.", "3 million", None),
    ],
)
def test_a_sum_without_a_currency_is_in_the_one_told_before(text: str, surface: str, unit: str | None) -> None:
    found = read(text, surface)

    assert found is not None
    assert (found.quantity.unit, found.kind is Kind.MONEY) == (unit, unit is not None)


def test_the_other_parties_have_so_many_seats_too() -> None:
    found = read_quantities("Her party will have 61 seats in the 150-seat parliament, the Union 53 and the Tarn Greens 20.")

    assert [(int(one.quantity.value or 0), one.quantity.counted) for one in found if one.quantity.counted in ("seats", "seat")] == [
        (61, "seats"),
        (150, "seat"),
        (53, "seat"),
        (20, "seat"),
    ]


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("A poll puts Helena Quist at 46 percent and Tunde Marr at 39.", [46, 39]),
        ("Quist leads Marr 48% to 39% in the poll.", [48, 39]),
        ("Support fell from 48% to 39%.", [48, 39]),
        ("Between 39% and 48% back her.", []),
    ],
)
def test_two_shares_are_of_two(text: str, shares: list[int]) -> None:
    told = [one.quantity for one in read_quantities(text)]

    assert [int(one.value) for one in told if one.value is not None] == shares
    assert {one.unit for one in told} == {"%"}


@pytest.mark.parametrize(
    ("text", "surface", "approx"),
    [
        ("Gusts of up to 162 km/h were measured on Lysos.", "162 km/h", Approx.EXACT),
        ("Lorries may drive up to 80 km/h.", "80 km/h", Approx.AT_MOST),
    ],
)
def test_gusts_of_up_to_so_much_reached_it(text: str, surface: str, approx: Approx) -> None:
    found = read(text, surface)

    assert found is not None
    assert found.quantity.approx is approx


def test_a_fall_and_the_level_it_led_to_are_two_figures() -> None:
    found = read_quantities("The population shrank by 14,000 to 8.93 million.")

    assert [one.quantity.value for one in found] == [14_000, 8_930_000]


def test_what_is_raised_may_have_a_number_in_its_name() -> None:
    found = read("It will raise the wages of its 2,600 workers by 5.8 percent.", "5.8 percent")

    assert found is not None
    assert found.quantity.role is Role.CHANGE


@pytest.mark.parametrize(
    ("text", "surface", "counted"),
    [
        ("The new jets burn 17 percent less fuel.", "17 percent", "fuel"),
        ("Prices were 8.2 percent higher in October.", "8.2 percent", "Prices"),
        ("Food cost 14.1 percent more, it said.", "14.1 percent", "Food"),
    ],
)
def test_more_or_less_of_it_is_a_change_of_it(text: str, surface: str, counted: str) -> None:
    found = read(text, surface)

    assert found is not None
    assert (found.quantity.counted, found.quantity.role) == (counted, Role.CHANGE)


def test_what_a_firm_lost_in_the_money_told_before_is_a_level() -> None:
    found = read("Lumo took in 480 million euros last year. It lost 65 million.", "65 million")

    assert found is not None
    assert (found.quantity.unit, found.quantity.role) == ("EUR", Role.LEVEL)


def test_seats_are_still_seats_in_the_next_sentence() -> None:
    found = read_quantities("Her party will have 72 of 200 seats. Homeland gets 55 and the Tarn Greens 45.")

    assert [one.quantity.counted for one in found] == ["seats", "seats", "seats", "seats"]
