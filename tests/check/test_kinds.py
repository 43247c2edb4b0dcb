from decimal import Decimal

from corroborate.model.claims import Attribution
from corroborate.model.figures import Rank
from corroborate.model.findings import Assessment, DiscrepancyType
from corroborate.model.stories import Reuse
from tests.check.newsrooms import Newsroom
from tests.factory import quantity

QUESTION = "Was it the largest outage?"
FIRST, SHARED = Rank("largest", "outage"), Rank("largest", "outages", shared=True)
GRID = Attribution(speaker="Vellum Networks")
BOTH = "The grid of Vellum Networks failed in the largest outage on record. The company calls it one of the largest outages."


def with_two_that_agree() -> Newsroom:
    newsroom = Newsroom(QUESTION)
    for outlet in ("Harbour Herald", "Upland Courier"):
        newsroom.says(
            outlet, f"Vellum Networks spoke of the largest outage, {outlet} has learned.", "largest outage", FIRST, attribution=GRID
        )
    return newsroom


def found(newsroom: Newsroom) -> list[DiscrepancyType]:
    assessment: Assessment = newsroom.check()[QUESTION]
    return [discrepancy.type for discrepancy in assessment.discrepancies]


def test_an_article_that_gives_both_ranks_differs_by_the_one_it_puts_in_the_source_s_mouth() -> None:
    newsroom = with_two_that_agree()
    newsroom.says("Quick Brief", BOTH, "largest outage on record", FIRST)
    newsroom.says("Quick Brief", BOTH, "one of the largest outages", SHARED, attribution=GRID)

    assert found(newsroom) == [DiscrepancyType.RANK]


def test_an_article_that_gives_both_ranks_in_its_own_voice_contradicts_nobody() -> None:
    newsroom = with_two_that_agree()
    newsroom.says("Quick Brief", BOTH, "largest outage on record", FIRST)
    newsroom.says("Quick Brief", BOTH, "one of the largest outages", SHARED)

    assert found(newsroom) == []


def test_the_ambulance_service_counts_other_injured_than_the_police() -> None:
    newsroom = Newsroom("How many people were injured?")
    police, medics = Attribution(speaker="police"), Attribution(speaker="ambulance service")
    newsroom.says("Harbour Herald", "Three were hurt, police said.", "Three", quantity("3"), attribution=police)
    newsroom.says("Port Post", "Four were hurt, the ambulance service said.", "Four", quantity("4"), attribution=medics, hours=3)

    assert newsroom.types() == [DiscrepancyType.ATTRIBUTION]


def test_two_figures_that_one_article_gives_as_those_of_two_sources_are_a_matter_of_who_says_so() -> None:
    newsroom = Newsroom("How many people were killed?")
    groups, ministry = Attribution(speaker="aid groups"), Attribution(speaker="government")
    newsroom.says("Harbour Herald", "Cholera has killed 28 people, the government said.", "28", quantity("28"), attribution=ministry)
    both = "Aid groups say 60 people have died of cholera. The government puts the toll at 28."
    newsroom.says("Port Post", both, "60", quantity("60"), attribution=groups, hours=4)
    newsroom.says("Port Post", both, "28", quantity("28"), attribution=ministry, hours=4)

    assert newsroom.types() == [DiscrepancyType.ATTRIBUTION]


def test_swapped_digits_in_print_between_two_reports_of_the_other_figure_are_a_slip() -> None:
    newsroom = Newsroom("How many customers lost power?")
    newsroom.says("Harbour Herald", "Some 140,000 customers lost power.", "140,000", quantity("140000", grain=Decimal(10000)))
    newsroom.says(
        "Port Post", "The storm left 104,000 customers without power.", "104,000", quantity("104000", grain=Decimal(1000)), hours=1
    )
    newsroom.says("Daily Quay", "Power was lost to 140,000 customers.", "140,000", quantity("140000", grain=Decimal(10000)), hours=3)

    assert newsroom.types() == [DiscrepancyType.TYPO]


def test_officers_who_were_hurt_are_no_marchers() -> None:
    newsroom = Newsroom("How many officers were injured?")
    newsroom.says("Harbour Herald", "Seven officers were hurt.", "Seven", quantity("7", counted="officers"))
    newsroom.says("Port Post", "At least 20 demonstrators were hurt.", "20", quantity("20", counted="demonstrators"), hours=9)

    assert newsroom.types() == []


def test_who_quotes_the_ambulance_service_beside_the_police_counts_its_patients() -> None:
    newsroom = Newsroom("How many people were injured?")
    police, medics = Attribution(speaker="police"), Attribution(speaker="county ambulance service")
    newsroom.says("Harbour Herald", "Two were hurt, police said.", "Two", quantity("2"), attribution=police)
    both = "Three were hurt, authorities said. The county ambulance service took in three people."
    newsroom.says("Port Post", both, "Three", quantity("3"), attribution=Attribution(speaker="authorities"), hours=3)
    newsroom.says("Port Post", both, "three", quantity("3"), attribution=medics, hours=3)

    assert newsroom.types() == [DiscrepancyType.ATTRIBUTION]


def test_those_whom_a_hospital_still_treats_are_fewer_than_the_police_first_told_of() -> None:
    newsroom = Newsroom("How many people were injured?")
    police, medics = Attribution(speaker="police"), Attribution(speaker="county hospital")
    newsroom.says("Harbour Herald", "Seven were hurt, police said.", "Seven", quantity("7"), attribution=police)
    text = "Six are being treated, the county hospital said."
    newsroom.says("Port Post", text, "Six", quantity("6"), attribution=medics, hours=3)

    assert newsroom.types() == [DiscrepancyType.UPDATE]


def test_a_hospital_that_tells_of_more_dead_than_the_police_did_has_news() -> None:
    newsroom = Newsroom("How many people were killed?")
    police, medics = Attribution(speaker="police"), Attribution(speaker="county hospital")
    newsroom.says("Harbour Herald", "Three were killed, police said.", "Three", quantity("3"), attribution=police)
    newsroom.says("Port Post", "Four were killed, the county hospital said.", "Four", quantity("4"), attribution=medics, hours=3)

    assert newsroom.types() == [DiscrepancyType.UPDATE]


def test_the_second_largest_fine_is_not_the_biggest_penalty() -> None:
    newsroom = Newsroom("Was it the largest fine?")
    newsroom.says("Harbour Herald", "It is the second-largest fine so far.", "second-largest fine", Rank("largest", "fine", place=2))
    newsroom.says("Port Post", "Never was a bigger penalty: the biggest penalty.", "biggest penalty", Rank("biggest", "penalty"))

    assert newsroom.types() == [DiscrepancyType.RANK]


def test_a_copy_is_held_against_its_original() -> None:
    newsroom = Newsroom("How many barges are to be sold?")
    for outlet in ("Harbour Herald", "Dune Daily", "Upland Courier"):
        newsroom.says(outlet, f"Six barges are to be sold, {outlet} has learned.", "Six", quantity("6"))
    wire = newsroom.says("Meridian Wire", "The port sells seven barges.", "seven", quantity("7"))
    copy = newsroom.says("Port Post", "The port sells eight barges.", "eight", quantity("8"))

    reasons = [one.reason for one in newsroom.discrepancies(Reuse(wire.id, copy.id, 0.98, (("seven", "eight"),)))]

    assert any("Port Post runs the text of Meridian Wire with another figure" in reason for reason in reasons)
    assert not any("another figure" in one.reason for one in newsroom.discrepancies(Reuse(wire.id, copy.id, 0.7, (("seven", "eight"),))))
