from corroborate.model.claims import Attribution
from corroborate.model.figures import Rank
from corroborate.model.findings import Assessment, DiscrepancyType
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


def test_a_hospital_that_tells_of_more_dead_than_the_police_did_has_news() -> None:
    newsroom = Newsroom("How many people were killed?")
    police, medics = Attribution(speaker="police"), Attribution(speaker="county hospital")
    newsroom.says("Harbour Herald", "Three were killed, police said.", "Three", quantity("3"), attribution=police)
    newsroom.says("Port Post", "Four were killed, the county hospital said.", "Four", quantity("4"), attribution=medics, hours=3)

    assert newsroom.types() == [DiscrepancyType.UPDATE]
