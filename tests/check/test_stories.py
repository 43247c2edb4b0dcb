"""Whole stories checked; every event, outlet and figure is fictional."""

from decimal import Decimal

import pytest

from corroborate.model.figures import Approx, Kind
from corroborate.model.findings import Agreement, Assessment, DiscrepancyType, Verdict
from tests.check.newsrooms import Newsroom
from tests.factory import quantity


def types(assessment: Assessment) -> list[DiscrepancyType]:
    return [one.type for one in assessment.discrepancies]


def test_two_origins_that_agree_corroborate() -> None:
    newsroom = Newsroom()
    newsroom.says("Harbour Herald", "The police counted 42 injured.", "42", quantity("42"))
    newsroom.says("Port Post", "Hospitals treated 42 people.", "42", quantity("42"))

    assessment = newsroom.only()

    assert (assessment.agreement, assessment.verdict) == (Agreement.AGREE, Verdict.CORROBORATED)
    assert (assessment.low, assessment.high, assessment.values) == ("42", "42", ("42",))
    assert assessment.discrepancies == ()


def test_two_outlets_on_one_origin_only_repeat() -> None:
    newsroom = Newsroom()
    newsroom.says("Harbour Herald", "42 people were injured.", "42", quantity("42"), origin="wire")
    newsroom.says("Port Post", "The crash injured 42 people.", "42", quantity("42"), origin="wire")

    assert newsroom.only().verdict is Verdict.REPEATED


def test_one_outlet_stands_alone() -> None:
    newsroom = Newsroom()
    newsroom.says("Harbour Herald", "42 people were injured.", "42", quantity("42"))

    assessment = newsroom.only()

    assert (assessment.agreement, assessment.verdict) == (Agreement.ALONE, Verdict.SINGLE)


def test_two_prices_at_one_time_are_a_conflict_that_quotes_both_sides() -> None:
    newsroom = Newsroom("How much is the fine?")
    newsroom.says("Harbour Herald", "The regulator fined Tarn Freight 42 crowns.", "42", quantity("42"))
    newsroom.says("Port Post", "The fine is 57 crowns.", "57", quantity("57"))

    assessment = newsroom.only()

    (found,) = assessment.discrepancies
    assert (found.type, assessment.verdict, assessment.agreement) == (DiscrepancyType.CONFLICT, Verdict.DISPUTED, Agreement.DIFFER)
    assert found.reason == 'Harbour Herald says "42"; Port Post says "57". 42 and 57 cannot both be right.'
    assert [side.quote for side in found.sides] == ["The regulator fined Tarn Freight 42 crowns.", "The fine is 57 crowns."]


def test_a_toll_that_rises_overnight_is_an_update() -> None:
    newsroom = Newsroom()
    newsroom.says("Harbour Herald", "12 people were injured.", "12", quantity("12"))
    newsroom.says("Port Post", "The crash injured 12 people.", "12", quantity("12"))
    newsroom.says("Daily Quay", "19 people were injured.", "19", quantity("19"), hours=9)

    assessment = newsroom.only()

    assert types(assessment) == [DiscrepancyType.UPDATE]
    assert (assessment.verdict, assessment.low, assessment.high) == (Verdict.UPDATED, "19", "19")


def test_an_outlet_that_still_prints_the_old_toll_has_a_stale_copy() -> None:
    newsroom = Newsroom()
    newsroom.says("Harbour Herald", "12 people were injured.", "12", quantity("12"))
    newsroom.says("Daily Quay", "19 people were injured.", "19", quantity("19"), hours=9)
    newsroom.says("Port Post", "The injured number 19.", "19", quantity("19"), hours=10)
    newsroom.says("Evening Tide", "The crash injured 12 people.", "12", quantity("12"), hours=30)

    assessment = newsroom.only()

    assert types(assessment) == [DiscrepancyType.STALE_COPY, DiscrepancyType.UPDATE]
    assert assessment.discrepancies[0].sides[0].outlets == ("Evening Tide",)


def test_different_tolls_at_one_time_conflict() -> None:
    newsroom = Newsroom()
    newsroom.says("Harbour Herald", "12 people were injured.", "12", quantity("12"))
    newsroom.says("Port Post", "The crash injured 19 people.", "19", quantity("19"))

    assert types(newsroom.only()) == [DiscrepancyType.CONFLICT]


def test_swapped_digits_against_the_rest_are_a_typo() -> None:
    newsroom = Newsroom("How many jobs will go?")
    newsroom.says("Harbour Herald", "Tarn Freight cuts 480 jobs.", "480", quantity("480"))
    newsroom.says("Port Post", "480 jobs will go.", "480", quantity("480"))
    newsroom.says("Daily Quay", "Tarn cuts 840 jobs.", "840", quantity("840"))

    assessment = newsroom.only()

    (found,) = assessment.discrepancies
    assert found.type is DiscrepancyType.TYPO
    assert found.sides[1].outlets == ("Daily Quay",)
    assert "two neighbouring digits are swapped" in found.reason
    assert assessment.verdict is Verdict.DISPUTED


def test_a_million_for_a_billion_is_a_typo_even_between_two() -> None:
    newsroom = Newsroom("How much was paid?")
    newsroom.says("Harbour Herald", "Tarn paid $2.9bn.", "$2.9bn", quantity("2.9e9", unit="USD"))
    newsroom.says("Port Post", "Tarn paid $2.9m.", "$2.9m", quantity("2.9e6", unit="USD"))

    (found,) = newsroom.only().discrepancies

    assert found.type is DiscrepancyType.TYPO
    assert "exactly a thousand times" in found.reason


def test_an_announced_correction_explains_the_difference() -> None:
    newsroom = Newsroom("How many jobs will go?")
    newsroom.says("Harbour Herald", "Tarn cuts 480 jobs.", "480", quantity("480"))
    newsroom.says("Port Post", "Tarn cuts 530 jobs. Correction: an earlier version said 480 jobs.", "530", quantity("530"), hours=1)

    assessment = newsroom.only()

    (found,) = assessment.discrepancies
    assert found.type is DiscrepancyType.CORRECTION
    assert "an earlier version said 480 jobs" in found.reason
    assert (assessment.verdict, assessment.low) == (Verdict.UPDATED, "530")


def test_a_hedge_is_no_discrepancy() -> None:
    newsroom = Newsroom()
    newsroom.says("Harbour Herald", "Nearly 25,000 people came.", "25,000", quantity("25000", "24000", "25000", approx=Approx.NEARLY))
    newsroom.says("Port Post", "24,900 people came.", "24,900", quantity("24900"))

    assessment = newsroom.only()

    assert assessment.discrepancies == ()
    assert assessment.values == ("24,900", "nearly 25,000")
    assert (assessment.low, assessment.high) == ("24900", "24900")


def test_the_same_input_gives_the_same_ids_in_any_order() -> None:
    newsroom = Newsroom()
    newsroom.says("Harbour Herald", "12 people were injured.", "12", quantity("12"))
    newsroom.says("Port Post", "The crash injured 19 people.", "19", quantity("19"))
    before = newsroom.only()
    newsroom.articles = dict(reversed(newsroom.articles.items()))
    newsroom.groups = {question: claims[::-1] for question, claims in newsroom.groups.items()}

    assert newsroom.only() == before


@pytest.mark.parametrize(("odd", "surface", "found"), [("25e9", "$25 billion", True), ("25e7", "$250 million", False)])
def test_two_digits_tell_a_slip_only_where_they_are_a_thousand_times_as_much(odd: str, surface: str, found: bool) -> None:
    newsroom = Newsroom("How much is to be refunded?")
    for outlet in ("Harbour Herald", "Port Post"):
        text = f"Tarn Pharma is to refund $25 million, {outlet} learned."
        newsroom.says(outlet, text, "$25 million", quantity("25e6", unit="USD", grain=Decimal(10**6)), kind=Kind.MONEY)
    newsroom.ask("How much is to be paid back?")
    newsroom.says(
        "Daily Quay", f"Tarn Pharma must pay back {surface}.", surface, quantity(odd, unit="USD", grain=Decimal(10**6)), kind=Kind.MONEY
    )

    assert (DiscrepancyType.TYPO in newsroom.types()) is found
