"""Dates of sentences, seen from Wednesday 14 October 2026."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Span

from corroborate.extract.dates import read_dates
from corroborate.extract.language import load_pipeline
from corroborate.model.figures import Granularity, Period

WEDNESDAY = date(2026, 10, 14)


def dates(sentence: str, published: date | None = WEDNESDAY) -> list[tuple[str, str, str]]:
    """Surface, first and last day of each date."""
    readings = read_dates(sentence, published)
    return [(sentence[one.start : one.end], str(one.period.range.low), str(one.period.range.high)) for one in readings]


def only(sentence: str, published: date | None = WEDNESDAY) -> Period:
    [reading] = read_dates(sentence, published)
    return reading.period


def test_a_weekday_in_reported_past_is_the_latest_one_and_may_be_the_day_of_publication() -> None:
    assert dates("The dyke broke Wednesday.") == [("Wednesday", "2026-10-14", "2026-10-14")]
    assert dates("The dyke broke on Monday.") == [("Monday", "2026-10-12", "2026-10-12")]


def test_the_tense_turns_a_weekday_forward() -> None:
    assert dates("The council votes on Saturday.") == [("Saturday", "2026-10-17", "2026-10-17")]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The lock opens on November 3.", "2026-11-03"),
        ("The lock was sold on November 3.", "2025-11-03"),
        ("Varga said the lock will open on November 3.", "2026-11-03"),
        ("The lock will open soon, and the yard was sold on November 3.", "2025-11-03"),
    ],
)
def test_a_day_without_year_follows_the_tense_of_its_clause(sentence: str, day: str) -> None:
    assert dates(sentence) == [("November 3", day, day)]


def test_a_bare_month_follows_the_tense() -> None:
    assert dates("Sales fell in December.") == [("December", "2025-12-01", "2025-12-31")]
    assert dates("Sales will fall in December.") == [("December", "2026-12-01", "2026-12-31")]


def test_a_period_takes_its_leading_word() -> None:
    sentence = "It ran between April 22 and June 5."

    [reading] = read_dates(sentence, WEDNESDAY)

    assert reading.label == "period"
    assert reading.period.relation == "between"
    assert dates(sentence) == [("between April 22 and June 5", "2026-04-22", "2026-06-05")]
    assert dates("It ran from April 22 to June 5.") == [("from April 22 to June 5", "2026-04-22", "2026-06-05")]


def test_two_months_earlier_counts_from_the_date_mentioned_last() -> None:
    assert dates("Orsk Freight paid in February; two months earlier it had lost.")[1][1:] == ("2025-12-01", "2025-12-31")
    assert dates("Two months earlier it had lost.") == [("Two months earlier", "None", "None")]


def test_without_a_day_of_publication_only_absolute_dates_resolve() -> None:
    assert dates("It fell on June 10.", None) == [("June 10", "None", "None")]
    assert dates("It fell on June 10, 2026.", None) == [("June 10, 2026", "2026-06-10", "2026-06-10")]


def test_a_year_alone_is_a_date_of_that_granularity() -> None:
    assert only("It failed in 2019.").granularity is Granularity.YEAR


def test_the_component_reads_across_sentences_from_the_publication() -> None:
    pipeline = load_pipeline()
    doc = pipeline.make_doc("It fell in June 2024. Two months later it rose.")
    doc._.published = WEDNESDAY

    doc = pipeline(doc)

    assert [(span.text, str(span._.figure.range.low)) for span in doc.spans["dates"]] == [
        ("June 2024", "2024-06-01"),
        ("Two months later", "2024-08-01"),
    ]


def test_before_the_end_of_a_month_leaves_the_month_open_to_its_end() -> None:
    assert dates("It will close before the end of December.") == [("end of December", "None", "2026-12-31")]


def test_from_begins_a_stretch_only_where_something_begins() -> None:
    assert only("The rule applies from 2011.").relation == "since"
    assert only("They quoted a ruling from 2011.").relation == "in"


def test_a_numeric_date_that_can_be_read_in_two_ways_stays_unresolved() -> None:
    assert dates("The log of 3/4/2026 is lost.") == [("3/4/2026", "None", "None")]
    assert dates("The log of 23/4/2026 is lost.") == [("23/4/2026", "2026-04-23", "2026-04-23")]


def test_figures_beside_numbers_of_years_are_no_dates() -> None:
    assert dates("Some 2000 people, 1,995 goats and 2019 tonnes of grain were moved for $2026.") == []


def test_a_week_is_named_by_one_of_its_days() -> None:
    assert dates("It failed in the week of October 6.") == [("week of October 6", "2026-10-05", "2026-10-11")]
    assert dates("Claims fell in the week ended October 3.") == [("week ended October 3", "2026-09-27", "2026-10-03")]


def test_a_decade_may_be_written_out() -> None:
    assert dates("The yard grew in the late eighties; its owner is in his nineties.") == [("late eighties", "1986-01-01", "1989-12-31")]
    assert dates("It closed in the nineties.") == [("nineties", "1990-01-01", "1999-12-31")]


def test_a_dateline_is_marked_as_such() -> None:
    [reading] = read_dates("HARBOURTON, Oct 14 (Meridian Wire) - The lock is open.", WEDNESDAY)

    assert reading.rule == "dateline"


def test_only_the_head_of_an_endless_sentence_is_read() -> None:
    pipeline = load_pipeline()
    doc = pipeline.make_doc("on June 10 " * 2_000)
    doc._.published = WEDNESDAY

    assert len(pipeline.get_pipe("corroborate_dates")(pipeline.get_pipe("corroborate_sentences")(doc)).spans["dates"]) < 500


@given(st.text(alphabet="Jun 12,-0/.ofto'betwandSlry MyQ3agos", max_size=60), st.one_of(st.none(), st.dates()))
def test_any_text_gives_ordered_dates_with_ordered_bounds(sentence: str, published: date | None) -> None:
    readings = list(read_dates(sentence, published))

    assert all(left.end <= right.start for left, right in pairwise(readings))
    assert all(one.period.range.low <= one.period.range.high for one in readings if one.period.range.low and one.period.range.high)


def test_a_weekday_is_read_though_a_name_has_swallowed_it() -> None:
    pipeline = load_pipeline()
    doc = pipeline.get_pipe("corroborate_sentences")(pipeline.make_doc("Varga told the Harbour Board on Monday that it leaks."))
    doc._.published = WEDNESDAY
    doc.spans["parties"] = [Span(doc, 3, 7, label="ORG")]

    assert [span.text for span in pipeline.get_pipe("corroborate_dates")(doc).spans["dates"]] == ["Monday"]
