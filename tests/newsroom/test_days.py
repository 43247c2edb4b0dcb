"""Days as newsrooms write them."""

from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from corroborate.newsroom.days import calendar_day, day_phrase, period_phrase, year_phrase
from corroborate.newsroom.wording import Style

PUBLISHED = date(2026, 10, 14)


@given(st.dates(date(2024, 1, 1), date(2027, 1, 1)), st.integers(min_value=-200, max_value=200), st.integers())
def test_a_day_in_words_is_among_the_days_it_stands_for(published: date, distance: int, seed: int) -> None:
    day = published + timedelta(days=distance)

    found = day_phrase(day, published, Style(), Random(seed))

    assert found.start <= day <= found.end


@given(st.integers())
def test_a_weekday_is_never_more_than_six_days_away(seed: int) -> None:
    found = day_phrase(PUBLISHED - timedelta(days=7), PUBLISHED, Style(), Random(seed))

    assert "day" not in found.surface


def test_houses_order_day_and_month_differently() -> None:
    day = date(2026, 9, 3)

    assert calendar_day(day, Style(), year=True) == "September 3, 2026"
    assert calendar_day(day, Style(month_first=False)) == "3 September"
    assert calendar_day(day, Style(short_months=True)) == "Sept. 3"


def test_a_quarter_and_a_year_have_names_of_their_own() -> None:
    quarter = period_phrase((date(2025, 4, 1), date(2025, 6, 30)), Style(), Random(1))
    year = period_phrase((date(2025, 1, 1), date(2025, 12, 31)), Style(), Random(1))

    assert (quarter.before, quarter.surface) == ("in ", "the second quarter of 2025")
    assert year.surface == "2025"


def test_a_stretch_of_days_keeps_its_first_word() -> None:
    found = {period_phrase((date(2026, 4, 22), date(2026, 6, 5)), Style(), Random(seed)).surface for seed in range(200)}

    assert "between April 22 and June 5" in found
    assert "from April to June" in found


def test_years_ago_are_whole_years() -> None:
    found = {year_phrase(6, PUBLISHED, Random(seed)).surface for seed in range(20)}

    assert found == {"2020", "six years ago"}
    assert year_phrase(6, PUBLISHED, Random(0)).start == date(2020, 1, 1)
