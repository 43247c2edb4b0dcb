import pytest

from corroborate.model.figures import Granularity, Kind, Role
from corroborate.model.findings import DiscrepancyType, Verdict
from tests.check.newsrooms import Newsroom
from tests.factory import period, quantity


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


def test_a_night_alone_is_another_stretch_of_time_and_no_place() -> None:
    newsroom = Newsroom("How many people were there?")
    for outlet in ("Harbour Herald", "Port Post"):
        newsroom.says(outlet, f"The fair drew 70,800 guests, {outlet} learned.", "70,800", quantity("70800", counted="guests"))
    newsroom.ask("How many visitors were there?")
    newsroom.says("Daily Quay", "The closing night alone drew 17,600 visitors.", "17,600", quantity("17600", counted="visitors"))

    assert newsroom.types() == [DiscrepancyType.PERIOD]


def test_those_of_one_town_are_a_part_whatever_noun_they_go_by() -> None:
    newsroom = Newsroom("How many railway workers were there?")
    for outlet in ("Harbour Herald", "Port Post"):
        newsroom.says(outlet, f"In all, 9,841 workers walked out, {outlet} learned.", "9,841", quantity("9841", counted="workers"))
    newsroom.ask("How many employees were there?")
    newsroom.says("Daily Quay", "Some 700 employees walked out in Orsk.", "700", quantity("700", counted="employees"))

    assert newsroom.types() == [DiscrepancyType.SCOPE]


def test_the_dead_of_a_crew_are_no_figure_for_a_part_of_it() -> None:
    newsroom = Newsroom("How many crew members were there?")
    for outlet in ("Harbour Herald", "Port Post"):
        newsroom.says(outlet, f"The ship had 23 crew aboard, {outlet} learned.", "23", quantity("23", counted="crew"))
    newsroom.ask("How many sailors were there?")
    newsroom.says("Daily Quay", "Two of the sailors alone died in Orsk.", "Two", quantity("2", counted="sailors"))

    assert newsroom.types() == []


@pytest.mark.parametrize(("words", "expected"), [("in 2024", [DiscrepancyType.PERIOD]), ("in 2023", [])])
def test_a_year_holds_its_quarter_and_not_that_of_another(words: str, expected: list[DiscrepancyType]) -> None:
    newsroom = Newsroom("How high is the loss?")
    quarter, year = (
        period("2024-10-01", "2024-12-31", Granularity.QUARTER),
        period(f"{words[3:]}-01-01", f"{words[3:]}-12-31", Granularity.YEAR),
    )
    for outlet in ("Harbour Herald", "Port Post"):
        text = f"Tarn Freight lost $170m in the fourth quarter of 2024, {outlet} learned."
        newsroom.says(outlet, text, "$170m", quantity("170e6", unit="USD", counted="loss"), kind=Kind.MONEY, period=quarter)
    newsroom.ask("How high is the loss in earlier cases?")
    newsroom.says("Daily Quay", f"The company lost $426m {words}.", "$426m", quantity("426e6", unit="USD"), kind=Kind.MONEY, period=year)

    assert newsroom.types() == expected


def test_a_yearly_saving_may_be_converted_too() -> None:
    newsroom = Newsroom("How much is to be saved?")
    saving = {"counted": "savings", "role": Role.RATE, "per": "year"}
    for outlet in ("Harbour Herald", "Port Post"):
        text = f"It is to save $36.7m a year, {outlet} learned."
        newsroom.says(outlet, text, "$36.7m", quantity("36.7e6", unit="USD", **saving), kind=Kind.MONEY)
    newsroom.ask("How much is to be saved, again?")
    newsroom.says("Daily Quay", "It is to save €33.8m a year.", "€33.8m", quantity("33.8e6", unit="EUR", **saving), kind=Kind.MONEY)

    assert newsroom.types() == [DiscrepancyType.UNIT]


def test_a_hedge_with_a_region_in_it_names_no_region() -> None:
    newsroom = Newsroom("How many votes were counted?")
    for outlet in ("Harbour Herald", "Port Post"):
        text = f"In the region of 51,000 votes were counted, {outlet} learned."
        newsroom.says(outlet, text, "51,000", quantity("51000", counted="votes"))
    newsroom.says("Daily Quay", "So far 86,000 votes were counted.", "86,000", quantity("86000", counted="votes"), hours=9)

    assert newsroom.types() == [DiscrepancyType.UPDATE]


def test_who_gives_both_counts_tells_them_apart() -> None:
    newsroom = Newsroom("How many officers were there?")
    text = "Some 399 officers lined the route; 365 had come from Orsk."
    newsroom.says("Harbour Herald", text, "399", quantity("399", counted="officers"))
    newsroom.says("Daily Quay", "Along the route 365 officers stood.", "365", quantity("365", counted="officers"))
    assert newsroom.types() == [DiscrepancyType.CONFLICT]

    newsroom.ask("How many had come from Orsk?")
    newsroom.says("Harbour Herald", text, "365", quantity("365", counted="officers"))

    assert newsroom.types() == []


def test_passengers_are_counted_beside_all_aboard() -> None:
    newsroom = Newsroom("How many people were aboard?")
    newsroom.says("Harbour Herald", "The ship had 399 people aboard.", "399", quantity("399", counted="people"))
    newsroom.says("Daily Quay", "On the quay 365 travellers came aboard.", "365", quantity("365", counted="travellers"))

    assert newsroom.types() == []


def test_a_valley_may_be_a_small_part() -> None:
    newsroom = Newsroom("How many homes lost power?")
    for outlet in ("Harbour Herald", "Port Post"):
        newsroom.says(outlet, f"The power failed in 54,267 homes, {outlet} learned.", "54,267", quantity("54267", counted="homes"))
    newsroom.says("Daily Quay", "In the valley of Orsk 2,667 homes went dark.", "2,667", quantity("2667", counted="homes"))

    assert newsroom.types() == [DiscrepancyType.SCOPE]


def test_passengers_stay_a_part_of_all_the_dead_hours_later() -> None:
    newsroom = Newsroom("How many people were killed?")
    for outlet in ("Harbour Herald", "Port Post"):
        newsroom.says(outlet, f"The sinking killed 16 people, {outlet} learned.", "16", quantity("16", counted="people"))
    newsroom.says("Daily Quay", "The sinking killed 14 passengers.", "14", quantity("14", counted="passengers"), hours=9)

    assert newsroom.types() == [DiscrepancyType.PART_WHOLE]


def test_passengers_are_held_against_the_toll_that_they_are_a_part_of() -> None:
    newsroom = Newsroom("How many people were killed?")
    for outlet in ("Harbour Herald", "Port Post"):
        newsroom.says(outlet, f"The sinking killed 16 people, {outlet} learned.", "16", quantity("16", counted="people"))
    newsroom.says("Fell Courier", "The sinking killed 31 people.", "31", quantity("31", counted="people"), hours=30)
    newsroom.says("Daily Quay", "The sinking killed 27 passengers.", "27", quantity("27", counted="passengers"), hours=32)

    assert sorted(newsroom.types()) == [DiscrepancyType.PART_WHOLE, DiscrepancyType.UPDATE]


def test_an_extent_that_an_article_of_each_side_tells_is_no_difference() -> None:
    newsroom = Newsroom("How many people are employed?")
    newsroom.says("Harbour Herald", "Combined they employ 46,000.", "46,000", quantity("46000"), scope=("combined",))
    newsroom.says("Port Post", "The group will employ 46,000.", "46,000", quantity("46000"))
    newsroom.says("Daily Quay", "Together they employ 61,000.", "61,000", quantity("61000"), scope=("combined",))

    assert newsroom.types() == [DiscrepancyType.CONFLICT]
