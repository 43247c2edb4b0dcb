"""What a claim's words say of its figure."""

from typing import Any

import pytest

from corroborate.match.groups.clauses import background_before, clause_around
from corroborate.match.groups.constraints import values_meet
from corroborate.match.groups.mentions import Mention, mention
from corroborate.model.figures import Figure, Kind
from tests.factory import article, claim, period, quantity


def read(sentence: str, surface: str, figure: Figure | None = None, **fields: Any) -> Mention:
    of = article("Dune Daily", sentence)
    return mention(claim(of, surface, figure or quantity("12", counted="people"), **fields), of)


@pytest.mark.parametrize(
    ("sentence", "surface", "fate"),
    [
        ("A wave killed 12 people and injured 40 in Carrick.", "12", "dead"),
        ("A wave killed nine people and injured 12 in Carrick.", "12", "injured"),
        ("Some 12 people were taken to hospital.", "12", "injured"),
        ("Divers recovered the bodies of 12 people.", "12", "dead"),
        ("The storm cost 12 people their lives.", "12", "dead"),
        ("About 12 people had to leave their homes.", "12", "evacuated"),
        ("There were 12 people on board the tug.", "12", "aboard"),
        ("Gunfire in a bar left 12 people dead.", "12", "dead"),
        ("A man shot and killed 12 classmates.", "12", "dead"),
        ("Two students were shot dead and 12 people injured.", "12", "injured"),
        ("The 12 victims, including a mother of two, have died.", "12", "dead"),
        ("Some 12 survivors were taken to hospital with injuries.", "12", "injured"),
        ("Police said 12 people were brought to safety.", "12", "evacuated"),
        ("Some 12 residents have not been traced.", "12", "missing"),
        ("A roof came down, killing two miners and trapping 12 in Carrick.", "12", "trapped"),
        ("A roof came down, killing two miners and delaying 12 trains in Carrick.", "12", None),
    ],
)
def test_the_nearest_words_tell_what_befell_those_counted(sentence: str, surface: str, fate: str | None) -> None:
    assert read(sentence, surface).fates == (frozenset({fate}) if fate else frozenset())


@pytest.mark.parametrize(
    ("counted", "thing"),
    [
        ("fake accounts", "account"),
        ("fraudulent profiles", "account"),
        ("number of queries", "exchange"),
        ("reports of smoke", "incident"),
        ("members of the crew", "crew"),
        ("residents", "person"),
        (None, None),
    ],
)
def test_counted_things_go_by_one_name(counted: str | None, thing: str | None) -> None:
    assert read("They spoke of 12 in all.", "12", quantity("12", counted=counted)).thing == thing


def test_money_is_known_by_what_it_is_for() -> None:
    fined = read("The regulator fined Tarn Systems $12.", "$12", quantity("12", unit="USD"), kind=Kind.MONEY)
    share = read("Holders get $12 for each share.", "$12", quantity("12", unit="USD"), kind=Kind.MONEY)

    assert fined.thing == "fine"
    assert share.thing == "share price"


def test_a_date_in_the_dateline_is_no_date_of_the_event() -> None:
    first = read("CARRICK, Oct 12 - A mill burned down on Sunday.", "Oct 12", period("2026-10-12", "2026-10-12"))

    assert first.events == ("dateline",)


def test_the_clause_ends_where_another_begins() -> None:
    sentence = "The union sent a letter on June 3, while the mill closed on June 9"

    low, high = clause_around(sentence, sentence.index("June 9"), len(sentence))

    assert "letter" not in sentence[low:high]


@pytest.mark.parametrize(
    ("sentence", "surface", "earlier"),
    [
        ("In an earlier recall two years ago, 12 mixers burned.", "12", True),
        ("The recall covers 12 mixers, more than any previous one.", "12", False),
        ("It exceeded two earlier campaigns, which involved 12 groups.", "12", True),
        ("Earlier this week 12 mixers burned.", "12", False),
        ("In 2019, 12 mixers burned.", "12", True),
    ],
)
def test_the_past_is_told_from_the_event(sentence: str, surface: str, earlier: bool) -> None:
    start = sentence.index(surface)

    assert background_before(sentence, start, start + len(surface)) is earlier


def test_a_city_s_inhabitants_are_its_population() -> None:
    assert "population" in read("Carrick has almost 12 inhabitants.", "12", quantity("12", counted="inhabitants")).scope


@pytest.mark.parametrize(
    ("sentence", "surface", "scope"),
    [
        ("Three people, including the gunman, died in Carrick.", "Three", {"with-perpetrator"}),
        ("Three people died in Carrick.", "Three", set()),
        ("Three of the victims died at the scene in Carrick.", "Three", {"part"}),
        ("Three others are in critical condition.", "Three", {"grave"}),
        ("Shootings have killed 212 people in Norrland this year.", "212", {"this-year"}),
        ("The floods of 2013 killed 212 people.", "212", {"earlier"}),
        ("In 2026 the fever killed 212 people.", "212", set()),
        ("Prices of 212 goods rose in the fourth quarter of 2025.", "212", set()),
        ("The maker has 28,000 workers and closed a plant last year.", "28,000", set()),
        ("Sales were up, at 212 units, from a year earlier.", "212", set()),
        ("It paid $212 million for a plant that Ferrin had sold for half of it only a year ago.", "$212 million", set()),
        ("Fires have killed 212 people in Norrland since 1990.", "212", {"earlier"}),
        ("A day after the quake that killed 68 rescuers found more.", "68", set()),
    ],
)
def test_scope_tells_parts_and_other_times_from_the_event_itself(sentence: str, surface: str, scope: set[str]) -> None:
    assert read(sentence, surface).scope == scope


def test_miles_and_kilometres_measure_one_thing_and_a_magnitude_is_no_count() -> None:
    miles = read("The blast was heard 12 miles away.", "12 miles", quantity("12", unit="mile"), kind=Kind.MEASURE)
    metric = read("The blast was heard 19 km away.", "19 km", quantity("19", unit="kilometre"), kind=Kind.MEASURE)
    magnitude = read("The magnitude was put at 6.4.", "6.4", quantity("6.4", counted="magnitude"))

    assert miles.family == metric.family == "measure:length"
    assert values_meet(miles, metric)
    assert magnitude.family == "measure:magnitude"


def test_an_age_is_that_of_the_name_beside_it() -> None:
    age = quantity("47", unit="year", counted="age")
    stated = {"kind": Kind.DURATION, "parties": ("Ada Brill", "Tom Gage")}

    assert read("Ada Brill, 47, saw the fire, Tom Gage said.", "47", age, **stated).modifiers == {"=brill"}
    assert read("The driver, 47, fled, Tom Gage said.", "47", age, **stated).modifiers == {"driver"}
