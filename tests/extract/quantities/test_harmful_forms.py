"""Forms that would set two outlets against each other if they were read wrongly."""

from decimal import Decimal

import pytest

from corroborate.extract.quantities import read_quantities
from corroborate.model.figures import Approx, Quantity, Role


def only(text: str) -> Quantity:
    (found,) = read_quantities(text)
    return found.quantity


def values(text: str) -> list[tuple[str | None, str | None]]:
    return [
        (None if one.quantity.value is None else f"{one.quantity.value.normalize():f}", one.quantity.unit) for one in read_quantities(text)
    ]


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("A leak was given a chance of 1 in 20,000.", "0.005"),
        ("Nearly one in 1,250 jars was cracked.", "0.08"),
        ("The odds of that are 1 in 2.5 million.", "0.00004"),
        ("There is a one-in-four chance of rain.", "25"),
        ("In Orsk one bridge in five is closed.", "20"),
    ],
)
def test_odds_are_read_to_their_end(text: str, percent: str) -> None:
    quantity = only(text)

    assert quantity.value == Decimal(percent)
    assert quantity.unit == "%"


def test_rare_odds_leave_no_room_below_zero() -> None:
    low = only("The risk is about 1 in 40,000.").range.low

    assert low is not None
    assert low > 0


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Shares of Tarn Mills gave up 1.4% by noon.", -1),
        ("Orrin Rail was off 2% at the close.", -1),
        ("There are now 88 cases, up 12 since Monday.", 1),
        ("The herd has shrunk to 640, down 35 in a year.", -1),
    ],
)
def test_small_words_tell_which_way_a_figure_moved(text: str, direction: int) -> None:
    quantity = read_quantities(text)[-1].quantity

    assert quantity.role is Role.CHANGE
    assert quantity.direction == direction


def test_verbs_with_up_that_move_nothing_tell_no_change() -> None:
    assert only("The ferry picked up 29 walkers.").role is Role.LEVEL
    assert only("The Greens lost by 4,000 votes.").role is Role.LEVEL


def test_a_figure_compared_with_a_definite_one_is_not_hedged() -> None:
    found = read_quantities("Rents rose 4.5%, above the 4.2% that banks had forecast.")

    assert [one.quantity.approx for one in found] == [Approx.EXACT, Approx.EXACT]


def test_an_average_is_no_hedge() -> None:
    assert read_quantities("Reservoirs are at an average of 71%.")[0].quantity.approx is Approx.EXACT


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The river Elde peaked at 5.31m on Sunday.", "5.31", "metre"),
        ("Snow lay 1.2m deep in Orsk.", "1.2", "metre"),
        ("The water has fallen to 3.8m.", "3.8", "metre"),
        ("The channel drew 5.31m viewers.", "5310000", None),
        ("The audience peaked at 4.2m.", "4200000", None),
    ],
)
def test_heights_are_in_metres_and_crowds_in_millions(text: str, value: str, unit: str | None) -> None:
    assert values(text)[0] == (value, unit)


def test_a_magnitude_may_touch_its_digits() -> None:
    assert values("He took £1.7million and $40thousand.") == [("1700000", "GBP"), ("40000", "USD")]


def test_a_number_and_its_share_are_two_figures() -> None:
    assert values("Some 2.5 million, or 14%, of voters stayed at home.") == [("2500000", None), ("14", "%")]


def test_a_list_of_percentages_shares_its_unit() -> None:
    assert values("Loans at 7 and 9 percent were offered.") == [("7", "%"), ("9", "%")]


def test_a_sum_and_those_who_get_it_are_two_figures() -> None:
    assert values("The mill owes Rs 3 crore to 4 lakh growers.") == [("30000000", "INR"), ("400000", None)]
    assert values("It paid £250 to 300 families.") == [("250", "GBP"), ("300", None)]


@pytest.mark.parametrize(
    "text",
    ["It cost £52m, not £48m.", "The bill is not £48m but £52m.", "It was not the $48m first told but £52m."],
)
def test_a_figure_that_is_refused_is_not_read(text: str) -> None:
    assert values(text) == [("52000000", "GBP")]


def test_the_whole_of_which_not_one_passed_is_no_figure() -> None:
    assert read_quantities("Not one of the 3,400 looms was saved.") == ()


def test_not_so_long_after_refuses_nothing() -> None:
    assert values("She resigned not two weeks after the vote.") == [("2", "week")]


@pytest.mark.parametrize(
    ("text", "approx"),
    [
        ("Ferries may not carry more than 400 people.", Approx.AT_MOST),
        ("The levy must not exceed 40 euros.", Approx.AT_MOST),
        ("Crews must not rest less than 11 hours.", Approx.AT_LEAST),
        ("They sold no more than eight or nine hundred tickets.", Approx.AT_MOST),
        ("He did not say that more than 400 boats had gone.", Approx.MORE_THAN),
        ("A sub-$400 phone was shown.", Approx.LESS_THAN),
        ("Up to and including 40 posts will go.", Approx.AT_MOST),
    ],
)
def test_a_bound_turns_round_under_a_negation(text: str, approx: Approx) -> None:
    assert only(text).approx is approx


def test_a_hedged_share_ends_with_the_whole() -> None:
    leeway = only("The filter is about 97 percent effective.").range

    assert (leeway.low, leeway.high) == (Decimal(94), Decimal(100))


def test_multiples_have_one_unit() -> None:
    assert values("Debt fell to 2.4 times earnings, from 3.1 times.") == [("2.4", "times"), ("3.1", "times")]


def test_points_behind_a_percentage_are_percentage_points() -> None:
    assert values("Turnout was 61.2 percent, up 4.1 points.") == [("61.2", "%"), ("4.1", "percentage point")]
    assert values("The index fell 1.2 percent, or 48 points.")[1] == ("48", None)


def test_a_change_in_brackets_is_told_in_the_terms_of_its_tally() -> None:
    _, gained = read_quantities("The Harbour List has 29 seats (+11).")

    assert (gained.quantity.role, gained.quantity.direction, gained.quantity.counted) == (Role.CHANGE, 1, "seats")
    assert values("HL 32.6% (-8.1)") == [("32.6", "%"), ("8.1", "percentage point")]


@pytest.mark.parametrize(
    "text",
    [
        "Varga is seventy-three.",
        "The notice gave her age as 73.",
        "The man who fell from the pier was 73.",
        "I'm 73 and still row.",
        "The average age of a tram is 73.",
        "Most of the patients were over 73.",
    ],
)
def test_ages_are_told_in_many_ways(text: str) -> None:
    quantity = read_quantities(text)[-1].quantity

    assert (quantity.counted, quantity.unit, quantity.value) == ("age", "year", Decimal(73))


@pytest.mark.parametrize("text", ["The score was 73.", "Turnout was 73.", "The total is 73, he said."])
def test_scores_are_no_ages(text: str) -> None:
    assert only(text).counted != "age"


@pytest.mark.parametrize("text", ["It burned in the 1400 block of Mill Street.", "A tram derailed at about 13.05.", "(A$1 = $0.6571)"])
def test_addresses_times_and_rates_at_the_foot_are_no_figures(text: str) -> None:
    assert read_quantities(text) == ()


def test_tallies_behind_names_are_read() -> None:
    found = read_quantities("The Harbour List had 29 seats (+11), Orsk Centre 22 (-14) and the Mill Party 3 (-2).")

    assert [str(one.quantity.value) for one in found] == ["29", "11", "22", "14", "3", "2"]
    assert {one.quantity.counted for one in found} == {"seats"}


def test_an_average_may_stand_between_a_cut_and_its_size() -> None:
    quantity = only("Brokers cut their targets by an average of 15 percent.")

    assert (quantity.role, quantity.direction) == (Role.CHANGE, -1)
