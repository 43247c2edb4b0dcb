"""Calendar arithmetic."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.extract.dates.calendars import month_days, shifted, third, unit_days, week_days
from corroborate.extract.dates.holidays import easter, holiday
from corroborate.model.figures import Granularity
from corroborate.model.ranges import Range

UNITS = [unit for unit in Granularity if unit is not Granularity.SEASON]


def test_a_month_keeps_its_last_day_when_shifted() -> None:
    assert shifted(date(2024, 1, 31), Granularity.MONTH, 1) == date(2024, 2, 29)


def test_the_calendar_has_ends() -> None:
    assert shifted(date(9999, 12, 31), Granularity.DAY, 1) is None
    assert shifted(date(1, 1, 1), Granularity.DECADE, -1) is None


@pytest.mark.parametrize(("year", "day"), [(2024, (3, 31)), (2025, (4, 20)), (2026, (4, 5)), (2038, (4, 25)), (1818, (3, 22))])
def test_easter_falls_where_the_calendar_has_it(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


def test_moving_holidays_are_counted_from_their_weekday() -> None:
    assert holiday("thanksgiving", 2026) == date(2026, 11, 26)
    assert holiday("memorial day", 2026) == date(2026, 5, 25)
    assert holiday("harbour day", 2026) is None


def test_thirds_of_a_month_and_a_year() -> None:
    assert third(month_days(2026, 2), Granularity.MONTH, 2) == Range(date(2026, 2, 19), date(2026, 2, 28))
    assert third(unit_days(date(2026, 1, 1), Granularity.YEAR), Granularity.YEAR, 1) == Range(date(2026, 5, 1), date(2026, 8, 31))


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(UNITS))
def test_a_unit_holds_its_day_and_is_the_same_seen_from_any_of_its_days(day: date, unit: Granularity) -> None:
    whole = unit_days(day, unit)

    assert whole.low is not None
    assert whole.high is not None
    assert whole.low <= day <= whole.high
    assert unit_days(whole.low, unit) == unit_days(whole.high, unit) == whole


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-50, 50))
def test_weeks_follow_each_other_without_gap(day: date, count: int) -> None:
    later = shifted(day, Granularity.WEEK, count)

    assert later is not None
    assert (week_days(later).low or day) >= (week_days(day).low or day) or count < 0
    assert (later - day).days == 7 * count
