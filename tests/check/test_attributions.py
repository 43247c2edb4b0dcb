from corroborate.model.claims import Attribution
from corroborate.model.findings import DiscrepancyType, Verdict
from tests.check.newsrooms import Newsroom
from tests.factory import quantity


def said(newsroom: Newsroom, outlet: str, speaker: str, text: str, **fields: str) -> None:
    newsroom.says(outlet, text, "4,812", quantity("4812"), attribution=Attribution(speaker=speaker, **fields))


def test_one_letter_by_two_authors_is_a_discrepancy() -> None:
    newsroom = Newsroom("How many accounts were used?")
    said(newsroom, "Harbour Herald", "Tarn Freight", "A letter from Tarn Freight speaks of 4,812 accounts.", document="letter")
    said(newsroom, "Port Post", "Lumen Kites", "A letter from Lumen Kites speaks of 4,812 accounts.", document="letter")

    (found,) = newsroom.discrepancies()

    assert found.type is DiscrepancyType.ATTRIBUTION
    assert "The letter is ascribed to" in found.reason
    assert all(named in found.reason for named in ("to Tarn Freight by Harbour Herald", "to Lumen Kites by Port Post"))
    assert newsroom.only().verdict is Verdict.CORROBORATED


def test_one_quotation_by_two_speakers_is_a_discrepancy() -> None:
    newsroom = Newsroom("How many accounts were used?")
    said(newsroom, "Harbour Herald", "Mira Lind", '"We have closed 4,812 accounts since spring," Mira Lind said.')
    said(newsroom, "Port Post", "Tom Okafor", '"We have closed 4,812 accounts since spring," said Tom Okafor.')

    assert newsroom.types() == [DiscrepancyType.ATTRIBUTION]


def test_two_bodies_with_the_same_figure_are_two_sources() -> None:
    newsroom = Newsroom("How many accounts were used?")
    said(newsroom, "Harbour Herald", "the coastguard", "The coastguard counted 4,812.")
    said(newsroom, "Port Post", "the harbour master", "The harbour master counted 4,812.")

    assert newsroom.types() == []


def test_an_outlet_that_passes_on_is_no_second_speaker() -> None:
    newsroom = Newsroom("How many accounts were used?")
    said(newsroom, "Harbour Herald", "Tarn Freight", "A letter from Tarn Freight speaks of 4,812 accounts.", document="letter")
    said(newsroom, "Port Post", "Harbour Herald", "A letter seen by Harbour Herald speaks of 4,812 accounts.", document="letter")

    assert newsroom.types() == []


def test_what_one_body_may_be_called_are_no_two_sources() -> None:
    newsroom = Newsroom("How many cars are recalled?")
    for outlet in ("Harbour Herald", "Dune Daily"):
        said(newsroom, outlet, "road safety regulator", "Some 4,812 cars are recalled, the road safety regulator said.")
    said(newsroom, "Port Post", "transport office", "Some 4,812 cars are recalled, the transport office said.")

    assert newsroom.types() == []
