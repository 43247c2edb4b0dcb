"""What befell those counted, in the words in which tolls are told."""

from typing import Any

import pytest

from corroborate.match.groups.features import both_of_all
from corroborate.match.groups.mentions import Mention, mention
from tests.factory import article, claim, quantity


def read(sentence: str, counted: str | None = None, **fields: Any) -> Mention:
    of = article("Dune Daily", sentence)
    return mention(claim(of, "48", quantity("48", counted=counted), **fields), of)


@pytest.mark.parametrize(
    ("sentence", "counted", "fate"),
    [
        ("The toll of the two blasts in the old harbour of Selm on Sunday has gone up to 48.", None, "dead"),
        ("Orsk's quake and tsunami toll has leapt to 48.", "quake and tsunami", "dead"),
        ("The toll of the attack was lowered to 48.", None, "dead"),
        ("A spokesman had put the toll on state television at more than 48.", "state television", "dead"),
        ("The number killed in the attacks on two markets went up on Monday to 48.", None, "dead"),
        ("The number of people injured in the fire has gone up to 48.", None, "injured"),
        ("Number of people injured in Selm fire rises to 48.", None, "injured"),
        ("Two more bodies brought the number of dead in the valley to 48.", None, "dead"),
        ("- Wounded: at least 48", None, "injured"),
        ("Dead in the fire at Selm: 48.", None, "dead"),
        ("Every one of the 48 people aboard a small plane died when it came down.", "people", "dead"),
        ("Missing after the landslide are more than 48 people.", "people", "missing"),
        ("The ferry went down with the loss of 48 lives.", "lives", "dead"),
        ("The letter announced the loss of 48 jobs.", "jobs", "dismissed"),
        ("A plane came down in a field and all 48 aboard were killed.", None, "dead"),
        ("A plane with 48 aboard came down in a field.", None, "aboard"),
        ("Of the 48 people on board the others survived.", "people", "aboard"),
        ("Crews looked for survivors after at least 48 people died.", "people", "dead"),
    ],
)
def test_a_toll_is_told_in_many_ways(sentence: str, counted: str | None, fate: str | None) -> None:
    assert read(sentence, counted).fates == (frozenset({fate}) if fate else frozenset())


def test_a_toll_counts_people_whatever_noun_stands_before_it() -> None:
    assert read("Orsk's quake and tsunami toll has leapt to 48.", "quake and tsunami").thing == "person"


@pytest.mark.parametrize(
    ("sentence", "is_earlier"),
    [
        ("The quake two days earlier has cost at least 48 lives.", False),
        ("The disaster on the lake killed 48 people since the rains set in three weeks ago.", False),
        ("An earlier quake killed 48 people.", True),
        ("No crash had cost more lives since May 1989, when a jet hit a ridge and 48 people were killed.", True),
        ("Three years ago a quake killed 48 people.", True),
    ],
)
def test_an_event_of_some_days_ago_is_the_one_that_is_told_of(sentence: str, is_earlier: bool) -> None:
    assert ("earlier" in read(sentence, "people").scope) is is_earlier


def test_a_line_of_a_list_is_of_its_place() -> None:
    assert read("- Selm blast: at least 48 killed, police say").scope == {"in:selm"}
    assert read("- Dead: at least 48, of them 12 in Selm").scope == read("- Total: 48 killed").scope == frozenset()


def test_who_is_believed_to_be_aboard_is_no_suspect() -> None:
    assert read("Some 48 crew members were believed to be on the plane.", "crew members").thing == "crew"
    assert read("The 48 people are believed to have fled.", "people").thing == "suspect"


def test_two_tolls_of_the_whole_ask_the_same() -> None:
    first, second = read("The toll has gone up to 48."), read("At least 48 people were killed.", "people")
    soldiers = read("At least 48 soldiers were killed.", "soldiers")

    assert both_of_all(first, second) == 1.0
    assert both_of_all(first, soldiers) == both_of_all(first, read("48 people were hurt.", "people")) == 0.0
