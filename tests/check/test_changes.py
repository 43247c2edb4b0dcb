from datetime import timedelta
from decimal import Decimal

from corroborate.model.figures import Approx, Quantity
from corroborate.model.findings import DiscrepancyType, Verdict
from corroborate.model.ranges import Range
from tests.check.newsrooms import Newsroom
from tests.factory import NOON, period, quantity

AT_LEAST_24 = Quantity(Decimal(24), Range(Decimal(24), None), Approx.AT_LEAST, Decimal(1))
UPDATE, STALE, CONFLICT = DiscrepancyType.UPDATE, DiscrepancyType.STALE_COPY, DiscrepancyType.CONFLICT


def test_three_reports_of_a_rising_toll_are_one_update() -> None:
    newsroom = Newsroom("How many people were killed?")
    for hours, outlet, toll in ((0, "Harbour Herald", "12"), (6, "Port Post", "14"), (11, "Daily Quay", "19"), (13, "Evening Tide", "19")):
        newsroom.says(outlet, f"The blast killed {toll}, {outlet} learned.", toll, quantity(toll), hours=hours)

    (found,) = newsroom.discrepancies()

    assert found.type is UPDATE
    assert [side.value for side in found.sides] == ["12", "14", "19"]
    assert newsroom.only().low == "19"


def test_a_smaller_toll_hours_later_is_no_update() -> None:
    newsroom = Newsroom("How many people were killed?")
    newsroom.says("Harbour Herald", "The blast killed 19.", "19", quantity("19"))
    newsroom.says("Port Post", "The blast killed 12.", "12", quantity("12"), hours=9)

    assert newsroom.types() == [CONFLICT]


def test_fewer_hurt_where_as_many_more_are_dead_is_an_update() -> None:
    newsroom = Newsroom("How many people were killed?")
    for outlet, text, dead, hurt, hours in (
        ("Harbour Herald", "One person was killed and five were hurt.", ("One", "1"), ("five", "5"), 0),
        ("Port Post", "Two people died and four were hurt.", ("Two", "2"), ("four", "4"), 9),
    ):
        newsroom.ask("How many people were killed?")
        newsroom.says(outlet, text, dead[0], quantity(dead[1]), hours=hours)
        newsroom.ask("How many people were injured?")
        newsroom.says(outlet, text, hurt[0], quantity(hurt[1]), hours=hours)

    assert newsroom.types() == [UPDATE, UPDATE]


def test_one_victim_told_of_by_name_takes_no_count_back() -> None:
    newsroom = Newsroom("How many people were injured?")
    newsroom.says("Harbour Herald", "Three people were hurt.", "Three", quantity("3"))
    newsroom.says("Harbour Herald", "Ada Brill was hurt.", "Ada Brill", quantity("1"), hours=90, rule="people enumerated, injured")

    assert UPDATE not in newsroom.types()


def test_a_report_dated_by_its_day_alone_is_later_than_one_of_the_day_before() -> None:
    for before, after, told in ((0, 12, [UPDATE]), (-12, 7, [CONFLICT])):
        newsroom = Newsroom("How many people were injured?")
        newsroom.says("Harbour Herald", "The blast hurt 13 people.", "13", quantity("13"), hours=before)
        newsroom.says("Port Post", "The blast hurt 15 people.", "15", quantity("15"), hours=after)

        assert newsroom.types() == told


def test_the_missing_may_become_fewer() -> None:
    newsroom = Newsroom("How many people are missing?")
    newsroom.says("Harbour Herald", "After the blast 19 people are missing.", "19", quantity("19"))
    newsroom.says("Port Post", "Four people are missing.", "Four", quantity("4"), hours=9)

    assert newsroom.types() == [UPDATE]


def test_a_price_does_not_grow() -> None:
    newsroom = Newsroom("How much is the fine?")
    newsroom.says("Harbour Herald", "The fine is 42 crowns.", "42", quantity("42"))
    newsroom.says("Port Post", "The fine is 57 crowns.", "57", quantity("57"), hours=9)

    assert newsroom.types() == [CONFLICT]


def test_a_figure_reported_as_revised_is_an_update() -> None:
    newsroom = Newsroom("How many jobs will go?")
    newsroom.says("Harbour Herald", "Tarn cuts 420 jobs.", "420", quantity("420"))
    newsroom.says("Port Post", "Tarn has revised its plan: 570 jobs will go.", "570", quantity("570"), hours=9)

    assert newsroom.types() == [UPDATE]


def test_two_generations_that_each_agree_are_an_update() -> None:
    newsroom = Newsroom("How many jobs will go?")
    for hours, outlet, jobs in (
        (0, "Harbour Herald", "420"),
        (1, "Port Post", "420"),
        (20, "Daily Quay", "570"),
        (21, "Evening Tide", "570"),
    ):
        newsroom.says(outlet, f"Tarn cuts {jobs} jobs, {outlet} learned.", jobs, quantity(jobs), hours=hours)

    assert newsroom.types() == [UPDATE]


def test_an_outlet_that_later_prints_the_new_figure_is_not_stale() -> None:
    newsroom = Newsroom("How many people were killed?")
    newsroom.says("Harbour Herald", "The blast killed 12.", "12", quantity("12"))
    newsroom.says("Port Post", "The blast killed 19.", "19", quantity("19"), hours=9)
    newsroom.says("Harbour Herald", "The blast has killed 19.", "19", quantity("19"), hours=10)

    assert newsroom.types() == [UPDATE]


def test_the_old_figure_is_stale_a_quarter_of_an_hour_after_the_new_one() -> None:
    newsroom = Newsroom("How many people were killed?")
    newsroom.says("Harbour Herald", "The blast killed 12.", "12", quantity("12"))
    newsroom.says("Port Post", "The blast killed 19.", "19", quantity("19"), hours=9)
    newsroom.says("Daily Quay", "The blast has killed 12.", "12", quantity("12"), hours=9.4)

    assert newsroom.types() == [STALE, UPDATE]


def test_a_silent_edit_stands_from_when_it_was_met() -> None:
    newsroom = Newsroom("How many people were killed?")
    newsroom.says("Harbour Herald", "The blast killed 12.", "12", quantity("12"), seen=NOON + timedelta(minutes=30))
    newsroom.says("Port Post", "The blast killed 19.", "19", quantity("19"), seen=NOON + timedelta(days=2))

    assert newsroom.types() == [UPDATE]


def test_a_hearing_that_was_postponed_is_an_update() -> None:
    newsroom = Newsroom("When is the hearing?")
    newsroom.says("Harbour Herald", "The hearing is on June 10.", "June 10", period("2026-06-10", "2026-06-10"))
    newsroom.says("Port Post", "The hearing was postponed to June 24.", "June 24", period("2026-06-24", "2026-06-24"), hours=9)

    assert newsroom.types() == [UPDATE]
    assert newsroom.only().verdict is Verdict.UPDATED


def test_a_tenfold_toll_is_a_slip_and_no_update() -> None:
    newsroom = Newsroom("How many people were injured?")
    newsroom.says("Harbour Herald", "The blast injured 270.", "270", quantity("270"))
    newsroom.says("Port Post", "The blast injured 2,700.", "2,700", quantity("2700"), hours=9)

    assert newsroom.types() == [DiscrepancyType.TYPO]


def test_what_is_smaller_within_the_hour_is_an_old_count() -> None:
    newsroom = Newsroom("How many homes are without power?")
    newsroom.says("Harbour Herald", "Some 63,000 homes have no power.", "63,000", quantity("63000"))
    newsroom.says("Port Post", "The storm has cut off 63,000 homes.", "63,000", quantity("63000"), hours=1)
    newsroom.says("Daily Quay", "Power is out in 34,302 homes.", "34,302", quantity("34302"), hours=2)

    assert newsroom.types() == [STALE]


def test_a_loose_figure_stands_with_the_nearest_and_not_with_the_best_supported() -> None:
    newsroom = Newsroom()
    for outlet in ("Harbour Herald", "Port Post"):
        newsroom.says(outlet, f"The blast injured 532 people, {outlet} learned.", "532", quantity("532", counted="people"))
    newsroom.says("Daily Quay", "The blast injured 1,025 people.", "1,025", quantity("1025", counted="people"), hours=20)
    upper = quantity("1100", low="0", high="1100", approx=Approx.AT_MOST, counted="people")
    newsroom.says("Evening Light", "Up to 1,100 people were injured.", "1,100", upper, hours=22)

    assert newsroom.types() == [DiscrepancyType.UPDATE]


def test_a_figure_that_only_leaves_room_for_the_new_one_is_no_print_of_it() -> None:
    newsroom = Newsroom("How many people were injured?")
    newsroom.says("Harbour Herald", "The blast injured 23 people.", "23", quantity("23"))
    newsroom.says("Port Post", "The blast hurt at least 24 people.", "24", AT_LEAST_24, hours=2)
    newsroom.says("Daily Quay", "The blast injured 23 people.", "23", quantity("23"), hours=4)
    newsroom.says("Evening Tide", "The blast injured 26 people, up from 23.", "26", quantity("26"), hours=20)

    (found,) = newsroom.discrepancies()

    assert found.type is UPDATE
    assert "first at 08:00 UTC on 15 October" in found.reason


def test_a_fire_is_contained_step_by_step() -> None:
    newsroom = Newsroom("How much of the Harrow fire is contained?")
    newsroom.says("Harbour Herald", "The Harrow fire was 5% contained.", "5%", quantity("5", unit="%"))
    newsroom.says("Port Post", "Containment stood at 8%.", "8%", quantity("8", unit="%"), hours=7)

    assert newsroom.types() == [UPDATE]


def test_a_burned_area_is_that_of_the_fire_whatever_places_are_named() -> None:
    newsroom = Newsroom("What does the fire measure?")
    first, later = (quantity(acres, unit="acre") for acres in ("14000", "17500"))
    newsroom.says("Harbour Herald", "A wildfire in Calder had burned 14,000 acres.", "14,000 acres", first, parties=("Calder",))
    newsroom.says("Port Post", "The wildfire grew to 17,500 acres.", "17,500 acres", later, parties=("Harrow",), hours=7)

    assert newsroom.types() == [UPDATE]


def test_all_who_were_aboard_do_not_become_more() -> None:
    newsroom = Newsroom("How many people were killed?")
    newsroom.says("Harbour Herald", "A plane fell into a lake, killing all four people on board.", "four", quantity("4", counted="people"))
    newsroom.says("Port Post", "Five people have been killed in the crash of a plane.", "Five", quantity("5", counted="people"), hours=3)

    assert newsroom.types() == [CONFLICT]


def test_only_the_figure_that_moved_is_a_new_one() -> None:
    newsroom = Newsroom("How many births were there?")
    newsroom.says("Harbour Herald", "Births dropped to 61,400.", "61,400", quantity("61400", counted="births"))
    newsroom.says(
        "Port Post", "Births fell to 64,900, while deaths rose to 112,000.", "64,900", quantity("64900", counted="births"), hours=19
    )

    assert newsroom.types() == [DiscrepancyType.CONFLICT]
