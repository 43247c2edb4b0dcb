"""What makes a figure another claim, by the words around it."""

from decimal import Decimal
from typing import Any

import pytest

from corroborate.match.groups.constraints import scope_differs
from corroborate.match.groups.mentions import Mention, mention
from corroborate.model.figures import Figure, Granularity, Kind
from tests.factory import article, claim, period, quantity


def read(sentence: str, surface: str, figure: Figure, **fields: Any) -> Mention:
    of = article("Dune Daily", sentence)
    return mention(claim(of, surface, figure, **fields), of)


@pytest.mark.parametrize(
    ("sentence", "counted", "is_margin"),
    [
        ("Tarn City lead by 12 points.", "points", True),
        ("Her lead has shrunk to 12 points.", "points", True),
        ("It has a 12-point lead in the poll.", "point", True),
        ("The motion passed by 12 votes.", "votes", True),
        ("The council rejected the bridge by a record majority of 12.", "record majority", True),
        ("She has only 12 votes to spare.", "votes", True),
        ("The 12-vote defeat was her worst.", "vote", True),
        ("Tarn City have 12 points from nine games.", "points", False),
        ("Shots rang out by 12 cars.", "cars", False),
    ],
)
def test_by_how_much_one_leads_is_not_how_much_it_has(sentence: str, counted: str, is_margin: bool) -> None:
    assert ("margin" in read(sentence, "12", quantity("12", counted=counted)).scope) is is_margin


def test_what_was_planned_and_was_done_is_no_forecast() -> None:
    sentence = "Of the 400 flights planned for Friday, 12 were scrapped."

    assert read(sentence, "12", quantity("12", counted="flights")).scope == frozenset()
    assert "forecast" in read("Some 12 are planned for Friday.", "12", quantity("12", counted="flights")).scope


def test_of_a_country_s_population_there_are_many_names() -> None:
    one = read("The population fell to 12.", "12", quantity("12", counted="population"))
    other = read("The country has 12 inhabitants.", "12", quantity("12", counted="inhabitants"))

    assert (one.thing, one.scope) == (other.thing, other.scope)


def test_core_inflation_is_another_than_inflation() -> None:
    core = read(
        "Core inflation stood at 6.9 percent.", "6.9 percent", quantity("6.9", unit="%", counted="Core inflation"), kind=Kind.PERCENT
    )
    year = read(
        "Annual inflation was 8 percent.", "8 percent", quantity("8", unit="%", counted="inflation"), kind=Kind.PERCENT, scope=("annual",)
    )

    assert core.scope == {"core"}
    assert year.scope == frozenset()


def test_the_figures_of_one_last_year_may_differ() -> None:
    last = period("2025-01-01", "2025-12-31", Granularity.YEAR)
    left, right = (
        read(f"Drought cost farmers ${value} last year.", f"${value}", quantity(value, unit="USD"), kind=Kind.MONEY, period=last)
        for value in ("32", "23")
    )

    assert "earlier" in left.scope & right.scope
    assert scope_differs(left, right) is None


def test_in_the_biggest_listing_this_year_nothing_is_summed_up() -> None:
    assert "this-year" not in read("It sells 12 shares in the biggest listing this year.", "12", quantity("12", counted="shares")).scope
    assert "this-year" in read("It has sold 12 shares this year.", "12", quantity("12", counted="shares")).scope


def test_the_goals_of_last_season_are_one_count() -> None:
    left, right = (read(f"He scored {goals} goals last season.", goals, quantity(goals, counted="goals")) for goals in ("27", "24"))
    other = read("In an earlier season he scored 12 goals.", "12", quantity("12", counted="goals"))

    assert scope_differs(left, right) is None
    assert scope_differs(left, other) is not None


def test_the_very_same_sum_is_one_whatever_is_told_of_before() -> None:
    sums = {"figure": quantity("9600000000", unit="USD", grain=Decimal(100000000), counted="order"), "kind": Kind.MONEY}
    left = read("The order is worth $9.6bn, raised last year.", "$9.6bn", **sums)
    right = read("The order is worth $9.6bn in all.", "$9.6bn", **sums)
    other = read(
        "The order is worth $8.4bn in all.",
        "$8.4bn",
        quantity("8400000000", unit="USD", grain=Decimal(100000000), counted="order"),
        kind=Kind.MONEY,
    )

    assert "earlier" in left.scope
    assert scope_differs(left, right) is None
    assert scope_differs(left, other) is not None


@pytest.mark.parametrize("told", ["goes from 0.75 percent to 0.25 percent", "goes to 0.25 percent from 0.75 percent"])
def test_the_level_that_is_left_is_one_of_before(told: str) -> None:
    fields = {"kind": Kind.PERCENT}
    sentence = f"The rate {told}."

    assert read(sentence, "0.75 percent", quantity("0.75", unit="%"), **fields).scope == {"earlier"}
    assert read(sentence, "0.25 percent", quantity("0.25", unit="%"), **fields).scope == frozenset()


def test_what_was_buried_thousands_of_years_ago_is_as_old() -> None:
    buried = read("It was buried 2,500 years ago.", "2,500 years", quantity("2500", unit="year"), kind=Kind.DURATION)
    old = read("It is 2,500 years old.", "2,500 years old", quantity("2500", unit="year", counted="age"), kind=Kind.DURATION)

    assert (buried.thing, buried.scope) == (old.thing, old.scope) == (None, frozenset())


def test_those_who_died_since_september_are_no_dead_of_one_day() -> None:
    season = read("That brings to five the number of people who have died since September.", "five", quantity("5", counted="people"))
    toll = read("That brings to five the number of people who have died.", "five", quantity("5", counted="people"))

    assert (season.scope, toll.scope) == ({"this-year"}, frozenset())
