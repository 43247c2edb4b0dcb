"""Which year is meant where no year is told."""

from datetime import date

import pytest

from corroborate.extract.dates import read_dates


def days(sentence: str, published: str) -> list[tuple[str, str, str]]:
    """First and last day of each date with its relation; "..." for an open end or none."""
    return [
        (one.period.relation, str(one.period.range.low or "..."), str(one.period.range.high or "..."))
        for one in read_dates(sentence, date.fromisoformat(published))
    ]


@pytest.mark.parametrize(
    ("sentence", "published", "last"),
    [
        ("Halden will keep its kiln idled until at least Dec 3 after a leak.", "2026-09-30", "2026-12-03"),
        ("The order leaves the ferry line until August 4 to reply.", "2026-07-01", "2026-08-04"),
        ("The court gave Halden until August 4 to reply.", "2026-07-01", "2026-08-04"),
        ("The pass was closed until Nov 20.", "2026-11-02", "2026-11-20"),
        ("The pass was closed until Oct 20.", "2026-11-02", "2026-10-20"),
    ],
)
def test_what_lasts_until_a_day_ends_on_the_near_one(sentence: str, published: str, last: str) -> None:
    assert days(sentence, published) == [("until", "...", last)]


@pytest.mark.parametrize(
    ("sentence", "published", "last"),
    [
        ("When must I reply? By October 31.", "2026-02-03", "2026-10-31"),
        ("By November the yard had lost 300 jobs.", "2026-09-07", "2025-11-30"),
    ],
)
def test_what_is_due_by_a_day_is_ahead_unless_its_verb_looks_back(sentence: str, published: str, last: str) -> None:
    assert days(sentence, published) == [("by", "...", last)]


@pytest.mark.parametrize(
    ("sentence", "published", "low"),
    [
        ("Halden had earlier guided for a restart on Nov 8.", "2026-10-20", "2026-11-08"),
        ("It missed the target of reopening by the first week, set for a launch on Nov 8.", "2026-10-20", "2026-11-08"),
    ],
)
def test_what_was_planned_for_a_day_is_on_the_nearest_one(sentence: str, published: str, low: str) -> None:
    assert days(sentence, published)[-1][1] == low


def test_a_forecast_was_made_in_the_month_beside_it() -> None:
    assert days("Sales were 40m crowns, less than the 52m forecast in November.", "2026-03-02") == [("in", "2025-11-01", "2025-11-30")]


def test_a_weekday_in_brackets_repeats_the_day_before_it() -> None:
    assert days("She told them last night (Monday) that fares will rise.", "2026-03-10")[1] == ("in", "2026-03-09", "2026-03-09")


def test_the_day_of_a_closing_price_is_over() -> None:
    sentence = "Halden said it would offer 9 crowns a share, 12 percent above the closing price on Thursday."

    assert days(sentence, "2026-03-10") == [("in", "2026-03-05", "2026-03-05")]


@pytest.mark.parametrize(
    ("sentence", "published", "low"),
    [
        ("Brokers put the odds of a rise at the bank's July meeting at one in three.", "2026-05-05", "2026-07-01"),
        ("Copper for August delivery fell 2 percent.", "2026-06-05", "2026-08-01"),
        ("Orlova, who lost the October ballot, has sued.", "2026-03-05", "2025-10-01"),
    ],
)
def test_the_month_of_an_event_is_the_one_that_its_clause_looks_to(sentence: str, published: str, low: str) -> None:
    assert days(sentence, published)[0][1] == low


def test_a_verb_without_a_past_form_of_its_own_looks_back() -> None:
    assert days("It set aside 9m crowns in October; fines could follow.", "2025-12-04") == [("in", "2025-10-01", "2025-10-31")]


def test_a_target_met_in_a_month_was_met_then() -> None:
    assert days("It met the target in November, and could do better.", "2026-10-07") == [("in", "2025-11-01", "2025-11-30")]


def test_a_fixture_in_the_present_is_ahead() -> None:
    assert days("Wanderers, eighth in the league, visit Orsk Athletic on Sunday.", "2026-04-02") == [("in", "2026-04-05", "2026-04-05")]


def test_short_verbs_look_back_too() -> None:
    assert days("On New Year's Eve four miners died.", "2026-10-14") == [("in", "2025-12-31", "2025-12-31")]


def test_figures_of_a_quarter_are_of_the_latest_one_also_where_they_are_due() -> None:
    assert days("Halden's third-quarter figures are due on Oct 27.", "2026-10-05")[0] == ("in", "2026-07-01", "2026-09-30")
    assert days("Halden expects fourth-quarter sales of 2bn crowns.", "2027-01-20")[0] == ("in", "2026-10-01", "2026-12-31")


@pytest.mark.parametrize(
    ("sentence", "published", "day"),
    [
        ("Tenants were told to move out by Nov 20.", "2026-10-07", "2026-11-20"),
        ("The inquest was adjourned to Nov 20.", "2026-10-07", "2026-11-20"),
        ("The tariff, agreed last week, applies from Nov 20.", "2026-10-07", "2026-11-20"),
        ("Rusk, who led in polls ahead of the Nov. 3 election, declined.", "2026-10-07", "2026-11-03"),
        ("Rusk, who led in polls ahead of the Nov. 3 election, won.", "2026-11-07", "2026-11-03"),
        ("Police put up fences ahead of Saturday's derby.", "2026-10-07", "2026-10-10"),
        ("Dealers foresee a cut at the meeting on Nov 20.", "2026-10-07", "2026-11-20"),
    ],
)
def test_what_is_told_planned_or_awaited_is_ahead(sentence: str, published: str, day: str) -> None:
    assert day in days(sentence, published)[-1][1:]
