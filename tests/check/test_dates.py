from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.check.dates import compare_duration, compare_periods
from corroborate.model.figures import Approx, Granularity, Period
from corroborate.model.findings import Relation
from corroborate.model.ranges import Range
from tests.factory import period, quantity

CAMPAIGN = period("2026-04-22", "2026-06-05", relation="between")


def test_months_leave_room_for_days() -> None:
    months = period("2026-04-01", "2026-06-30", Granularity.MONTH, "between")

    assert compare_periods(months, CAMPAIGN).relation is Relation.COMPATIBLE


def test_two_days_conflict() -> None:
    comparison = compare_periods(period("2026-06-10", "2026-06-10"), period("2026-06-12", "2026-06-12"))

    assert comparison.relation is Relation.CONFLICT
    assert comparison.reason == "10 June 2026 and 12 June 2026 have no day in common"


def test_a_day_lies_in_its_month() -> None:
    assert compare_periods(period("2026-06-10", "2026-06-10"), period("2026-06-01", "2026-06-30")).relation is Relation.COMPATIBLE


def test_a_week_may_begin_on_a_sunday() -> None:
    week = period("2026-01-26", "2026-02-01", Granularity.WEEK)

    assert compare_periods(period("2026-01-25", "2026-01-25"), week).relation is Relation.COMPATIBLE
    assert compare_periods(period("2026-01-24", "2026-01-24"), week).relation is Relation.CONFLICT


def test_contracts_that_end_in_other_years_conflict() -> None:
    first, second = (period(None, f"{year}-12-31", Granularity.YEAR, "until") for year in (2030, 2031))

    assert compare_periods(first, second).relation is Relation.CONFLICT
    assert compare_periods(first, first).relation is Relation.SAME


def test_stretches_that_end_on_other_days_conflict() -> None:
    assert compare_periods(CAMPAIGN, period("2026-04-22", "2026-06-08", relation="between")).relation is Relation.CONFLICT


def test_an_open_stretch_leaves_room() -> None:
    assert compare_periods(period("2026-03-01", None, relation="since"), CAMPAIGN).relation is Relation.COMPATIBLE


def test_an_unresolved_date_is_not_compared() -> None:
    assert compare_periods(period(None, None), CAMPAIGN).relation is Relation.INCOMPARABLE


@pytest.mark.parametrize(("weeks", "expected"), [("6", Relation.COMPATIBLE), ("8", Relation.CONFLICT), ("4", Relation.CONFLICT)])
def test_six_weeks_fit_april_22_to_june_5(weeks: str, expected: Relation) -> None:
    assert compare_duration(quantity(weeks, unit="week"), CAMPAIGN).relation is expected


def test_over_six_weeks_fit_as_well() -> None:
    over = quantity("6", "6", "7", unit="week", approx=Approx.MORE_THAN, low_open=True, high_soft=True)

    assert compare_duration(over, CAMPAIGN).relation is Relation.COMPATIBLE


def test_the_misfit_names_both_lengths() -> None:
    reason = compare_duration(quantity("8", unit="week"), CAMPAIGN).reason

    assert reason == "8 weeks do not fit 22 April 2026 to 5 June 2026, which is 44 to 45 days"


DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
PERIODS = st.builds(
    lambda start, length, granularity, relation: Period(Range(start, start + timedelta(days=length)), granularity, relation),
    DAYS,
    st.integers(0, 400),
    st.sampled_from(list(Granularity)),
    st.sampled_from(["in", "between", "since"]),
)


@given(PERIODS, PERIODS)
def test_the_order_of_two_dates_does_not_matter(left: Period, right: Period) -> None:
    assert compare_periods(left, right) == compare_periods(right, left)


@given(PERIODS)
def test_a_date_agrees_with_itself(one: Period) -> None:
    assert compare_periods(one, one).relation is Relation.SAME
