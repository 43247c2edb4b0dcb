"""Figures that stand beside an event, and counts that time explains."""

from corroborate.model.findings import DiscrepancyType
from tests.check.newsrooms import Newsroom
from tests.factory import period, quantity


def test_the_children_of_a_victim_are_no_count_of_the_dead() -> None:
    newsroom = Newsroom("How many people died?")
    newsroom.says("Harbour Herald", "The crash killed 10 people.", "10", quantity("10"))
    newsroom.says("Port Post", "The man was a father of three.", "three", quantity("3"), hours=1)

    assert newsroom.types() == []


def test_who_is_still_treated_days_later_is_an_update() -> None:
    newsroom = Newsroom("How many people were wounded?")
    newsroom.says("Harbour Herald", "Seven people were wounded.", "Seven", quantity("7"))
    newsroom.says("Port Post", "Six are still being treated.", "Six", quantity("6"), hours=11)

    assert newsroom.types() == [DiscrepancyType.UPDATE]


def test_days_to_come_exclude_each_other_though_their_year_is_told() -> None:
    newsroom = Newsroom("When will the court decide?")
    newsroom.says("Harbour Herald", "The court will decide on 14 December 2026.", "14 December 2026", period("2026-12-14", "2026-12-14"))
    newsroom.says("Port Post", "The court will decide on 18 December 2026.", "18 December 2026", period("2026-12-18", "2026-12-18"))

    assert newsroom.types() == [DiscrepancyType.CONFLICT]


def test_what_had_been_when_another_ship_sank_is_no_figure_of_this_one() -> None:
    sunk = "When the {ship} sank off Port Elm, {number} people had been hurt."
    newsroom = Newsroom("How many people were injured?")
    newsroom.says("Harbour Herald", sunk.format(ship="Lady Amber", number="28"), "28", quantity("28"))
    newsroom.says("Port Post", sunk.format(ship="Grey Heron", number="47"), "47", quantity("47"), hours=1)
    same = Newsroom("How many people were injured?")
    same.says("Harbour Herald", sunk.format(ship="Lady Amber", number="28"), "28", quantity("28"))
    same.says("Port Post", "As the Lady Amber went down, 47 people were hurt.", "47", quantity("47"), hours=1)

    assert newsroom.types() == []
    assert same.types() != []
