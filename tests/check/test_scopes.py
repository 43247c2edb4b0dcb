import pytest

from corroborate.model.figures import Kind
from corroborate.model.findings import DiscrepancyType, Verdict
from tests.check.newsrooms import Newsroom
from tests.factory import quantity


def two_outlets(newsroom: Newsroom, text: str, surface: str, value: str, **fields: object) -> None:
    for outlet in ("Harbour Herald", "Port Post"):
        newsroom.says(outlet, f"{text} {outlet} has learned.", surface, quantity(value, counted="jobs", **fields))


def test_a_figure_for_one_country_alone_is_another_scope() -> None:
    newsroom = Newsroom("How many jobs will go?")
    two_outlets(newsroom, "Tarn will cut 1,240 jobs.", "1,240", "1240")
    newsroom.says("Daily Quay", "In Norland alone, Tarn will cut 480 jobs.", "480", quantity("480", counted="jobs"))

    assert newsroom.types() == [DiscrepancyType.SCOPE]
    assert newsroom.only().verdict is Verdict.CORROBORATED


def test_neighbouring_groups_that_differ_in_scope_are_suggested() -> None:
    newsroom = Newsroom("How many jobs will go?")
    two_outlets(newsroom, "Tarn will cut 1,240 jobs.", "1,240", "1240")
    newsroom.ask("How many jobs will go at home?")
    newsroom.says("Daily Quay", "In Norland alone, Tarn will cut 480 jobs.", "480", quantity("480", counted="jobs"))

    assert newsroom.types() == [DiscrepancyType.SCOPE]


def test_an_outlet_that_states_both_tells_them_apart() -> None:
    newsroom = Newsroom("How many jobs will go?")
    two_outlets(newsroom, "Tarn will cut 1,240 jobs.", "1,240", "1240")
    newsroom.ask("How many jobs will go at home?")
    newsroom.says("Port Post", "In Norland alone, Tarn will cut 480 jobs.", "480", quantity("480", counted="jobs"))

    assert newsroom.types() == []


def test_the_same_sum_in_two_currencies_is_a_difference_of_unit() -> None:
    newsroom = Newsroom("How much is the fine?")
    for outlet in ("Harbour Herald", "Port Post"):
        newsroom.says(outlet, f"The fine is $3m, {outlet} learned.", "$3m", quantity("3e6", unit="USD", counted="fine"), kind=Kind.MONEY)
    newsroom.ask("How much is the fine, again?")
    newsroom.says("Daily Quay", "The fine is €3m.", "€3m", quantity("3e6", unit="EUR", counted="fine"), kind=Kind.MONEY)

    (found,) = newsroom.discrepancies()

    assert found.type is DiscrepancyType.UNIT
    assert "The one is in dollars, the other in euros" in found.reason


@pytest.mark.parametrize(("number", "expected"), [("10", DiscrepancyType.UNIT), ("25", DiscrepancyType.CONFLICT)])
def test_only_the_same_number_in_another_unit_is_a_slip_of_the_unit(number: str, expected: DiscrepancyType) -> None:
    newsroom = Newsroom("How long is the wall?")
    for outlet in ("Harbour Herald", "Port Post"):
        newsroom.says(outlet, f"The wall is 10 miles long, {outlet} learned.", "10 miles", quantity("10", unit="mile"), kind=Kind.MEASURE)
    newsroom.says("Daily Quay", f"The wall is {number} km long.", f"{number} km", quantity(number, unit="kilometre"), kind=Kind.MEASURE)

    assert newsroom.types() == [expected]


def test_a_part_that_makes_the_whole_with_another_figure_is_recognised() -> None:
    newsroom = Newsroom("How many people were killed?")
    for outlet in ("Harbour Herald", "Port Post"):
        newsroom.says(outlet, f"The fire killed 140 people, {outlet} learned.", "140", quantity("140", counted="people"))
    newsroom.ask("How many passengers were killed?")
    newsroom.says("Daily Quay", "The fire killed 137 passengers.", "137", quantity("137", counted="passengers"))
    newsroom.ask("How many sailors were killed?")
    newsroom.says("Port Post", "Three sailors were killed.", "Three", quantity("3", counted="sailors"))

    (found,) = newsroom.discrepancies()

    assert found.type is DiscrepancyType.PART_WHOLE
    assert "137 and 3 make 140" in found.reason or "3 and 137 make 140" in found.reason


def test_a_sum_that_one_outlet_converted_is_a_difference_of_unit() -> None:
    newsroom = Newsroom("How much is the fine?")
    for outlet in ("Harbour Herald", "Port Post"):
        newsroom.says(outlet, f"The fine is $3m, {outlet} learned.", "$3m", quantity("3e6", unit="USD", counted="fine"), kind=Kind.MONEY)
    newsroom.ask("How much is the penalty?")
    newsroom.says("Daily Quay", "The penalty is £2.4m.", "£2.4m", quantity("2.4e6", unit="GBP", counted="penalty"), kind=Kind.MONEY)

    (found,) = newsroom.discrepancies()

    assert found.type is DiscrepancyType.UNIT
    assert "the sums may be one, converted" in found.reason


def test_a_part_may_be_counted_in_another_word_that_outlets_use() -> None:
    newsroom = Newsroom("How many jobs will go?")
    two_outlets(newsroom, "Tarn will cut 1,240 jobs.", "1,240", "1240")
    newsroom.says("Evening Tide", "Tarn will cut 1,240 posts.", "1,240", quantity("1240", counted="posts"), parties=("Tarn",))
    newsroom.ask("How many posts will go at home?")
    text = "In Norland alone, 480 posts will go."
    newsroom.says("Daily Quay", text, "480", quantity("480", counted="posts"), parties=("Norland",))

    assert newsroom.types() == [DiscrepancyType.SCOPE]


def test_one_outlet_of_many_that_names_a_town_does_not_set_the_scene_there() -> None:
    newsroom, counted = Newsroom("How many buildings collapsed?"), quantity("1272", counted="buildings")
    for text in ("The quake brought down 1,272 buildings.", "The quake felled 1,272 buildings. A doctor in Tarnholt saw it."):
        newsroom.says(f"Outlet {len(text)}", text, "1,272", counted)
    for text in ("Some 1,272 buildings fell.", "After the quake 1,272 buildings lay in ruins."):
        newsroom.says(f"Outlet {len(text)}", text, "1,272", counted)
    newsroom.says("Morning Bell", "The quake brought down 136 buildings in Tarnholt.", "136", quantity("136", counted="buildings"))

    assert newsroom.types() == [DiscrepancyType.SCOPE]
