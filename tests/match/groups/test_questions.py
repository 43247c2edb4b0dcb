"""Questions read as a person would put them."""

from typing import Any

import pytest

from corroborate.match.groups.mentions import mention
from corroborate.match.groups.questions import question
from corroborate.model.figures import Figure, Kind, Role
from tests.factory import article, claim, period, quantity


def asked(sentence: str, surface: str, figure: Figure, **fields: Any) -> str:
    of = article("Dune Daily", sentence)
    return question([mention(claim(of, surface, figure, **fields), of)])


@pytest.mark.parametrize(
    ("sentence", "surface", "counted", "expected"),
    [
        ("The landslide killed 14 people.", "14", "people", "How many people were killed?"),
        ("The death toll rose to 14 on Friday.", "14", "death toll", "How many people were killed?"),
        ("At least 14 injured were counted in Carrick.", "14", "injured", "How many people were injured?"),
        ("It employs 14 people in Carrick.", "14", "people", "How many people are employed?"),
        ("Tarn Systems will cut 1,250 jobs.", "1,250", "jobs", "How many jobs are to go?"),
        ("Police put the crowd at 1,250.", "1,250", "crowd", "How large was the crowd?"),
        ("The company closed a plant, and 14 shops remain in Carrick.", "14", "shops", "How many shops were there?"),
        ("It was a 14-storey tower in Carrick.", "14-storey", "storey", "How many storeys does the building have?"),
        ("Eleven are known to have died after a 14-storey block fell.", "14", "storey", "How many storeys does the building have?"),
        ("He was shot 14 times in Carrick.", "14", "times", "How many times was the person shot?"),
        ("He faces 14 counts of wire fraud.", "14", "counts of wire fraud", "How many counts of wire fraud were there?"),
        ("A strike left 14 ships waiting off Carrick.", "14", "ships", "How many ships were there?"),
        ("Some 14 dockers have closed the port of Carrick.", "14", "dockers", "How many dockers were there?"),
        ("A slide buried the tour, injuring 14 hurt walkers.", "14", "hurt", "How many people were injured?"),
        ("Some 14 others are missing.", "14", "others", "How many people are missing?"),
        ("The wave left 14 homeless in Carrick.", "14", "homeless", "How many people lost their homes?"),
        ("The maker has 14 staff and nine plants.", "14", "staff", "How many people work there?"),
    ],
)
def test_counts_are_asked_for_by_what_befell_them(sentence: str, surface: str, counted: str, expected: str) -> None:
    assert asked(sentence, surface, quantity("14", counted=counted)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Tarn Systems buys Velt for $12.", "How much does the deal cost?"),
        ("Quill raised $12 in a round of funding.", "How much was raised?"),
        ("The court imposed a fine of $12.", "How much is the fine?"),
        ("The flood did damage of $12.", "How high is the damage?"),
        ("They came to $12 in all.", "How much money was it?"),
    ],
)
def test_money_is_asked_for_by_what_it_is_for(sentence: str, expected: str) -> None:
    assert asked(sentence, "$12", quantity("12", unit="USD"), kind=Kind.MONEY) == expected


def test_shares_levels_and_changes_are_asked_for_each_in_its_way() -> None:
    share = quantity("12", unit="%", counted="staff", role=Role.SHARE)
    change = quantity("12", unit="%", counted="profit", role=Role.CHANGE)
    level = quantity("12", unit="%", counted="turnout")

    assert asked("It was 12 percent of the staff.", "12 percent", change, kind=Kind.PERCENT) == "By how many percent did the profit change?"
    assert asked("It was 12 percent.", "12 percent", level, kind=Kind.PERCENT) == "How high was turnout?"
    assert asked("It was 12 percent.", "12 percent", quantity("12", unit="%", counted="voters", role=Role.SHARE), kind=Kind.PERCENT) == (
        "What share of the voters is it?"
    )
    assert share.role is Role.SHARE


def test_gunfire_is_no_fire() -> None:
    sentence = "A gunman opened fire and hit two people in a shooting on Sunday."

    assert asked(sentence, "Sunday", period("2026-10-11", "2026-10-11")) == "When did the shooting happen?"


def test_a_measure_without_a_name_is_asked_for_by_its_dimension() -> None:
    assert asked("It lay 12 miles away.", "12 miles", quantity("12", unit="mile"), kind=Kind.MEASURE) == "How far is it?"
    gusts = quantity("12", unit="mile per hour", counted="gusts")
    assert asked("Gusts of 12 mph fell the mast.", "12 mph", gusts, kind=Kind.MEASURE) == "How fast were the gusts?"
    slab = quantity("12", unit="metre", counted="slab")
    assert asked("The slab was 12 metres wide.", "12 metres", slab, kind=Kind.MEASURE) == "How wide is the slab?"
    beam = quantity("12", unit="metre", counted="beam")
    assert asked("The beam is 12 metres long.", "12 metres", beam, kind=Kind.MEASURE) == "What does the beam measure in metres?"
    heat = quantity("39.4", unit="degree Celsius", counted="temperatures")
    assert asked("It hit 39.4C in Carrick.", "39.4C", heat, kind=Kind.MEASURE) == "What was the temperature?"
    rain = quantity("12", unit="millimetre", counted="rain")
    assert asked("Some 12 mm of rain fell.", "12 mm", rain, kind=Kind.MEASURE) == "How much rain fell?"


def test_a_stretch_of_time_is_asked_for_by_what_lasts() -> None:
    years = {"kind": Kind.DURATION}

    assert (
        asked("A court jailed him, to 12 years in prison.", "12 years", quantity("12", unit="year"), **years) == "How long is the sentence?"
    )
    assert asked("The strike of 12 days is over.", "12 days", quantity("12", unit="day", counted="strike"), **years) == (
        "How long was the strike?"
    )
    assert asked("Jobs go over 12 days.", "12 days", quantity("12", unit="day", counted="jobs"), **years) == "How long did it last?"


def test_of_a_fire_it_is_asked_how_much_is_contained() -> None:
    fire = quantity("5", unit="%", counted="Harrow fire")

    assert asked("The Harrow fire was 5% contained.", "5%", fire, kind=Kind.PERCENT) == "How much of the fire is contained?"


def test_of_votes_it_is_asked_who_has_them() -> None:
    share = quantity("46", unit="%")
    seats = quantity("53", counted="seats")

    assert asked("A poll puts Helena Quist at 46 percent.", "46 percent", share, kind=Kind.PERCENT) == "What share has Quist?"
    assert asked("The Union took 53 seats in the vote.", "53", seats) == "How many seats has Union?"


def test_of_nothing_named_it_is_not_asked_how_many_people() -> None:
    assert asked("Some 12 were sold in Norland.", "12", quantity("12")) == "How many were sold?"
    assert asked("Some 12 were killed in Norland.", "12", quantity("12")) == "How many people were killed?"


def test_a_change_of_points_is_asked_for_in_points() -> None:
    rise = quantity("50", unit="basis point", counted="key rate", role=Role.CHANGE)

    assert asked("It raised its key rate by 50 basis points.", "50 basis points", rise, kind=Kind.MEASURE) == (
        "By how many percentage points did the key rate change?"
    )


def test_inflation_is_asked_for_by_its_name() -> None:
    rate = quantity("8.8", unit="%", counted="Inflation")

    assert asked("Inflation fell to 8.8 percent.", "8.8 percent", rate, kind=Kind.PERCENT) == "How high is inflation?"
    core = quantity("6.9", unit="%", counted="Core inflation")
    assert asked("Core inflation was 6.9 percent.", "6.9 percent", core, kind=Kind.PERCENT) == "How high is core inflation?"


def test_what_a_ship_may_carry_is_asked_for_whenever_it_was_built() -> None:
    built = "The ferry, built in 1988, was licensed to carry 14 passengers."

    found = asked(built, "14", quantity("14", counted="passengers"), scope=("capacity",))

    assert found == "For how many passengers is there room?"
