"""Figures as newsrooms write them."""

from decimal import Decimal
from random import Random

import pytest

from corroborate.model.figures import Approx, Kind
from corroborate.newsroom.slips import misprint, other_number, slipped_hedge, stretched_hedge
from corroborate.newsroom.wording import Form, Style, admits, dressed, honest, in_words, phrase, range_of, rounded

DAILY = Style()
BRITISH = Style(scale="letter", percent="per cent", month_first=False)


@pytest.mark.parametrize(
    ("form", "true", "fits"),
    [
        (Form(Approx.NEARLY, Decimal(25_000)), "24900", True),
        (Form(Approx.NEARLY, Decimal(25_000)), "25300", False),
        (Form(Approx.MORE_THAN, Decimal(28_000_000), scaled=True), "28800000", True),
        (Form(Approx.MORE_THAN, Decimal(28_000_000), scaled=True), "27900000", False),
        (Form(Approx.EXACT, Decimal(28_000_000), scaled=True), "28800000", True),
        (Form(Approx.EXACT, Decimal(28_800_000), scaled=True), "28840000", True),
        (Form(Approx.EXACT, Decimal(24_000)), "25000", False),
        (Form(Approx.EXACT, Decimal(25_000)), "24870", True),
        (Form(Approx.AT_MOST, Decimal(40)), "25", True),
        (Form(Approx.AT_LEAST, Decimal(40)), "39", False),
        (Form(Approx.ABOUT, Decimal(400)), "412", True),
    ],
)
def test_a_wording_leaves_room_for_some_figures_and_not_for_others(form: Form, true: str, fits: bool) -> None:
    assert admits(form, Decimal(true)) is fits


def test_money_is_written_after_the_fashion_of_the_house() -> None:
    amount = Decimal(2_900_000_000)

    assert dressed(amount, "USD", DAILY, scaled=True) == "$2.9 billion"
    assert dressed(amount, "GBP", BRITISH, scaled=True) == "£2.9bn"
    assert dressed(amount, "EUR", Style(money="words"), scaled=True) == "2.9 billion euros"
    assert dressed(amount, "EUR", Style(money="code", scale="letter"), scaled=True) == "EUR 2.9bn"


def test_small_counts_are_spelled_and_measures_are_not_always() -> None:
    assert dressed(Decimal(9), None, DAILY, scaled=False) == "nine"
    assert dressed(Decimal(6), "week", DAILY, scaled=False) == "six weeks"
    assert dressed(Decimal(140), "millimetre", Style(short_units=True), scaled=False) == "140mm"
    assert dressed(Decimal("3.4"), "%", BRITISH, scaled=False) == "3.4 per cent"


def test_a_number_at_the_head_of_a_sentence_is_written_out() -> None:
    assert [in_words(value) for value in (7, 13, 20, 29, 94)] == ["seven", "thirteen", "twenty", "twenty-nine", "ninety-four"]


def test_what_two_bounds_share_is_said_once_or_twice() -> None:
    form = Form(Approx.BETWEEN, None, scaled=True, low=Decimal(20_000_000), high=Decimal(25_000_000))

    surfaces = {phrase(form, "USD", DAILY, Random(seed)).surface for seed in range(20)}

    assert surfaces == {"$20 million and $25 million", "$20 million to $25 million", "$20 and $25 million", "$20 to $25 million"}


def test_hedged_forms_are_offered_beside_the_plain_one() -> None:
    offered = {form.approx for form in honest(Decimal(24_870), Kind.COUNT)}

    assert {Approx.EXACT, Approx.ABOUT, Approx.NEARLY, Approx.MORE_THAN, Approx.BETWEEN} <= offered


@pytest.mark.parametrize("true", [Decimal(4_317), Decimal(25_300), Decimal(28_840_000), Decimal(1_240_000_000)])
def test_slips_do_not_leave_room_for_the_true_figure(true: Decimal) -> None:
    rng = Random(3)
    wrong = misprint(true, rng)
    slipped = slipped_hedge(true)

    assert wrong is not None
    assert not admits(Form(Approx.EXACT, wrong), true)
    assert slipped is not None
    assert not admits(slipped, true)
    assert not admits(Form(Approx.EXACT, other_number(true, rng)), true)


def test_a_stretched_hedge_is_true_and_misleading() -> None:
    form = stretched_hedge(Decimal(28_800))

    assert form is not None
    assert not range_of(form).meets(range_of(Form(Approx.EXACT, Decimal(28_800))))
    assert range_of(form).hardened().meets(range_of(Form(Approx.EXACT, Decimal(28_800))))


def test_rounding_keeps_so_many_digits() -> None:
    assert rounded(Decimal(28_849_999), 3) == 28_800_000
