"""Counts of a town, of the whole, and of a day on which somebody spoke of them."""

import pytest

from corroborate.match.groups.constraints import forbidden, place_differs, report_differs
from corroborate.match.groups.mentions import Mention, mentions
from corroborate.match.groups.slots import REPORTED
from corroborate.model.articles import Reading
from corroborate.model.claims import Attribution
from tests.factory import article, claim, period, quantity


def both(outlet: str, text: str, *numbers: str) -> dict[str, Mention]:
    of = article(outlet, text)
    told = tuple(claim(of, one, quantity(one, counted="people")) for one in numbers)
    return {one.claim.surface: one for one in mentions([Reading(of, told)], None)}


def test_the_dead_of_a_town_are_not_those_of_the_whole_where_an_article_tells_of_both() -> None:
    herald = both("Harbour Herald", "A quake killed 27 people in the west. In Selm, 17 people were killed.", "27", "17")
    post = both("Port Post", "The quake killed 34 people.", "34")
    quay = both("Daily Quay", "The quake killed 31 people. In the town of Selm, 19 people were killed.", "31", "19")

    assert all(place_differs(herald["17"], whole) for whole in (herald["27"], post["34"], quay["31"]))
    assert not any(place_differs(left, right) for left, right in ((herald["27"], post["34"]), (herald["17"], quay["19"])))


def test_the_place_of_an_earlier_event_makes_no_part_of_its_dead() -> None:
    told = both(
        "Harbour Herald", "A blast killed 17 people in Carrick. It was the worst since 2019, when 23 people were killed.", "17", "23"
    )

    assert told["17"].within is None


def test_children_are_some_of_the_dead_where_more_are_told() -> None:
    of = article("Harbour Herald", "Nineteen people died. Four children were killed.")
    told = (claim(of, "Nineteen", quantity("19", counted="people")), claim(of, "Four", quantity("4", counted="children")))
    found = {one.claim.surface: one for one in mentions([Reading(of, told)], None)}

    assert "part" in found["Four"].scope
    assert "part" not in found["Nineteen"].scope


def test_a_bare_number_of_another_source_counts_what_was_counted_before_it() -> None:
    text = "About 15,000 people marched in protest, police said. Organizers spoke of 50,000."
    of = article("Harbour Herald", text)
    counted = claim(of, "15,000", quantity("15000", counted="people"), attribution=Attribution(speaker="police"))
    bare = claim(of, "50,000", quantity("50000"), attribution=Attribution(speaker="organizers"))
    found = {one.claim.surface: one for one in mentions([Reading(of, (counted, bare))], None)}

    assert found["50,000"].fates == found["15,000"].fates == {"marching"}
    assert forbidden(found["15,000"], found["50,000"]) is None


def test_others_who_were_hurt_come_on_top_of_the_hurt_told_before() -> None:
    of = article("Harbour Herald", "Two people were wounded. Three others were hurt as the crowd fled.")
    told = (claim(of, "Two", quantity("2", counted="people")), claim(of, "Three", quantity("3", counted="others")))
    found = {one.claim.surface: one for one in mentions([Reading(of, told)], None)}

    assert "further" in found["Three"].scope


@pytest.mark.parametrize(
    ("sentence", "surface", "event"),
    [
        ("Seven people have died in the storm, officials said Sunday.", "Sunday", REPORTED),
        ("The toll from the quake reached 34 on Sunday.", "Sunday", REPORTED),
        ("A fire that began Saturday night killed five people.", "Saturday", "happen"),
        ("Nineteen people were killed in the town of Carrick on Thursday.", "Thursday", "happen"),
        ("The toll rose to ten after a woman died in hospital on Friday.", "Friday", "die"),
    ],
)
def test_a_day_is_that_of_the_event_or_that_of_a_word_about_it(sentence: str, surface: str, event: str) -> None:
    of = article("Harbour Herald", sentence)
    (found,) = mentions([Reading(of, (claim(of, surface, period("2026-10-11", "2026-10-11")),))], None)

    assert found.events[:1] == (event,)


def test_the_day_of_a_report_is_no_day_of_the_event() -> None:
    def day(outlet: str, sentence: str, surface: str, date: str) -> Mention:
        of = article(outlet, sentence)
        return mentions([Reading(of, (claim(of, surface, period(date, date)),))], None)[0]

    event = day("Harbour Herald", "The storm hit Carrick on Saturday.", "Saturday", "2026-10-10")
    report = day("Port Post", "Seven people died in the storm, officials said Sunday.", "Sunday", "2026-10-11")

    assert report_differs(event, report)
    assert report_differs(report, event)
