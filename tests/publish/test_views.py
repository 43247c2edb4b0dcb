from dataclasses import replace
from datetime import date

from corroborate.model.claims import Attribution, Deed
from corroborate.model.figures import Granularity, Kind, Role
from corroborate.model.findings import Verdict
from corroborate.model.records import ArticleRecord, ClaimRecord
from corroborate.publish.views import COLUMNS, article_row, claim_row, discrepancy_row, group_row, revision_row, story_row
from tests.factory import article, claim, period, quantity
from tests.publish.stories import CUT, DISPUTE, HERALD, RECORD, revision


def test_a_claim_has_exactly_the_columns_of_the_contract() -> None:
    row = claim_row(ClaimRecord(CUT, HERALD, story="s_tarn", group="g_cut", origin="o_1", verdict=Verdict.DISPUTED))

    assert list(row) == list(COLUMNS["claims"])
    assert (row["value"], row["low"], row["high"], row["counted"]) == ("480", "480", "480", "jobs")
    assert HERALD.text[CUT.span.start : CUT.span.end] == row["surface"] == "480"
    assert row["verdict"] == "disputed"
    assert row["parties"] == ["Tarn Freight"]


def test_values_are_written_without_exponent() -> None:
    wrote = article(text="Tarn was fined $28.8 million.")
    stated = claim(wrote, "$28.8 million", quantity("28.8e6", "28.75e6", "28.85e6", unit="USD"), kind=Kind.MONEY)

    row = claim_row(ClaimRecord(stated, wrote))

    assert (row["value"], row["low"], row["high"]) == ("28800000", "28750000", "28850000")


def test_a_date_has_start_and_end_and_no_value() -> None:
    wrote = article(text="The letter was sent in April.")
    stated = claim(wrote, "April", period("2026-04-01", "2026-04-30", Granularity.MONTH))

    row = claim_row(ClaimRecord(stated, wrote))

    assert (row["start"], row["end"], row["value"]) == (date(2026, 4, 1).isoformat(), "2026-04-30", None)


def test_a_claim_tells_who_did_it_to_whom_and_when_where_the_text_does() -> None:
    told = replace(CUT, deed=Deed("Tarn Freight", "Orsk"), period=period("2026-04-01", None, Granularity.MONTH, "since"))

    row, untold = claim_row(ClaimRecord(told, HERALD)), claim_row(ClaimRecord(CUT, HERALD))

    columns = ("actor", "target", "period_start", "period_end")
    assert tuple(row[name] for name in columns) == ("Tarn Freight", "Orsk", "2026-04-01", None)
    assert tuple(untold[name] for name in columns) == (None, None, None, None)


def test_every_row_has_the_columns_of_its_table() -> None:
    assert list(group_row(RECORD.groups[0])) == list(COLUMNS["groups"])
    assert list(discrepancy_row(DISPUTE)) == list(COLUMNS["discrepancies"])
    assert list(story_row(RECORD)) == list(COLUMNS["stories"])
    assert list(article_row(ArticleRecord(HERALD, 2, "s_tarn"))) == list(COLUMNS["articles"])
    assert list(revision_row(revision())) == list(COLUMNS["revisions"])


def test_a_group_counts_its_outlets_and_origins() -> None:
    row = group_row(RECORD.groups[1])

    assert (row["outlets"], row["origins"], row["verdict"], row["values"]) == (2, 2, "corroborated", ["24,900", "nearly 25,000"])


def test_a_claim_tells_what_keeps_it_from_being_compared() -> None:
    denial = Attribution(speaker="Petra Lund", document="letter", denied=True)
    sold = replace(quantity("40"), role=Role.CHANGE, direction=1, per="year")
    one = replace(CUT, figure=sold, scope=("worldwide",), attribution=denial, rule="count in digits")

    row = claim_row(ClaimRecord(one, HERALD))

    told = {"role": "change", "per": "year", "change": "up", "scope": ["worldwide"], "document": "letter", "denied": True}
    assert told.items() <= row.items()
    assert row["rule"] == "count in digits"


def test_a_claim_without_figures_of_its_own_names_who_took_part() -> None:
    plain = replace(CUT, parties=("Tarn Freight", "Orsk"))

    assert claim_row(ClaimRecord(plain, HERALD))["parties"] == ["Tarn Freight", "Orsk"]
