"""Whom an article names, and to whom something happened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.match.stories.people import christened, full_names, subjects
from corroborate.match.words import capitals


def subjects_of(text: str) -> list[str]:
    return subjects(text, capitals(text))


def test_people_and_streets_are_known_by_their_full_names() -> None:
    text = "Renata Solis, 27, was shot in the 1200 block of Halsey Avenue on Thursday."

    assert full_names(text, capitals(text)) == ["renata solis", "halsey avenue"]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Harish Patel Lal, 52, had worked there for years.", ["harish lal"]),
        ("The dead man was identified as Dr. Marcus Solis of Ostby.", ["marcus solis"]),
        ("Ivo Sand was charged with the murder of Hugo Ferrand.", ["ivo sand", "hugo ferrand"]),
        ("Police Chief Ruth Engel said two men were seen running.", []),
        ("Lt. Carla Menendez told reporters that the Port Delane council would meet.", []),
        ("On Monday, 40 people met.", []),
    ],
)
def test_whom_something_happened_to_is_told_from_who_reports_it(text: str, about: list[str]) -> None:
    assert subjects_of(text) == about


@given(st.text(alphabet="AB ab.,'12-\n", max_size=120))
def test_any_text_has_people_or_none(text: str) -> None:
    assert all(len(one.split()) >= 2 for one in subjects_of(text))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Boats searched the sea after the ferry Polar Lark sank on Friday.", ["ferry =polar-lark"]),
        ("Shortly before, the ferry Silver Tern had gone down. Six died on the ferry Polar Lark.", ["ferry =polar-lark"]),
        ("The sinking of the MV Polar Lark off Orsk killed six.", ["ferry =polar-lark"]),
        ("Six died when the Polar Lark went down. The trawler Silver Tern came to help.", ["ferry =polar-lark"]),
        ("It was storm Duncan and no hurricane Freya.", ["storm =duncan"]),
        ("The Polar Lark is a hotel in Orsk.", []),
    ],
)
def test_ships_and_storms_go_by_their_names(text: str, named: list[str]) -> None:
    assert christened("", text, capitals(text)) == named


@pytest.mark.parametrize("title", ["Polar Lark Sinking: Divers Search Wreck off Orsk", "Grief in Orsk after the Polar Lark goes down"])
def test_a_title_names_the_ship(title: str) -> None:
    assert christened(title, "Six died on the ferry Silver Tern.", capitals("Six died on the ferry Silver Tern.")) == ["ferry =polar-lark"]
