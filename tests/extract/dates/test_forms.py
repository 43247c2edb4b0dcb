"""Every form of date that is read, seen from Wednesday 14 October 2026."""

from datetime import date

import pytest

from corroborate.extract.dates import read_dates
from corroborate.model.outlets import DateOrder

WEDNESDAY = date(2026, 10, 14)


def days(sentence: str, order: DateOrder | None = None) -> list[tuple[str, str, str]]:
    """Surface, first and last day of each date; "..." for an open end or none."""
    return [
        (sentence[one.start : one.end], str(one.period.range.low or "..."), str(one.period.range.high or "..."))
        for one in read_dates(sentence, WEDNESDAY, order=order)
    ]


@pytest.mark.parametrize(
    ("sentence", "surface", "low", "high"),
    [
        ("The third Monday in May is free.", "third Monday in May", "2026-05-18", "2026-05-18"),
        ("Rain fell in the first week of September.", "first week of September", "2026-08-31", "2026-09-06"),
        ("The vote is set for the first Friday of next month.", "first Friday of next month", "2026-11-06", "2026-11-06"),
        ("They sail on the last weekend of the month.", "last weekend of the month", "2026-10-31", "2026-11-01"),
        ("Profit fell in the first nine months of 2026.", "first nine months of 2026", "2026-01-01", "2026-09-30"),
        ("The second half of the 1990s was lean.", "second half of the 1990s", "1995-01-01", "1999-12-31"),
        ("It closed late in the third quarter of 2025.", "late in the third quarter of 2025", "2025-09-01", "2025-09-30"),
        ("The rest of the week will be dry.", "rest of the week", "2026-10-14", "2026-10-18"),
        ("He will pay on the 15th of next month.", "15th of next month", "2026-11-15", "2026-11-15"),
        ("The third month of 2021 was wet.", "third month of 2021", "2021-03-01", "2021-03-31"),
        ("It burned on Friday of last week.", "Friday of last week", "2026-10-09", "2026-10-09"),
        ("It burned in the week before last.", "the week before last", "2026-09-28", "2026-10-04"),
    ],
)
def test_a_part_of_a_date_is_a_date(sentence: str, surface: str, low: str, high: str) -> None:
    assert days(sentence) == [(surface, low, high)]


@pytest.mark.parametrize(
    ("sentence", "surface", "low", "high"),
    [
        ("The mill is of the late 18th century.", "late 18th century", "1766-01-01", "1799-12-31"),
        ("The nineteenth century had 40 mills.", "nineteenth century", "1800-01-01", "1899-12-31"),
        ("He was born in nineteen eighty-six.", "nineteen eighty-six", "1986-01-01", "1986-12-31"),
        ("They won in two thousand and fifteen.", "two thousand and fifteen", "2015-01-01", "2015-12-31"),
        ("It opened in April '87.", "April '87", "1987-04-01", "1987-04-30"),
        ("Seas will rise by 2100.", "2100", "...", "2100-12-31"),
        ("Week 31 of 2026 was hot.", "Week 31 of 2026", "2026-07-27", "2026-08-02"),
        ("Figures for 2026-W40 are lost.", "2026-W40", "2026-09-28", "2026-10-04"),
        ("Sales in 3Q26 rose.", "3Q26", "2026-07-01", "2026-09-30"),
        ("First-half profit fell.", "First-half", "2026-01-01", "2026-06-30"),
        ("It ended on Dec31, 1994.", "Dec31, 1994", "1994-12-31", "1994-12-31"),
        ("Labor Day weekend was wet.", "Labor Day weekend", "2026-09-05", "2026-09-07"),
        ("Easter weekend was wet.", "Easter weekend", "2026-04-03", "2026-04-06"),
        ("It opened on Boxing Day 2024.", "Boxing Day 2024", "2024-12-26", "2024-12-26"),
    ],
)
def test_calendar_names_are_read_in_every_spelling(sentence: str, surface: str, low: str, high: str) -> None:
    assert days(sentence) == [(surface, low, high)]


@pytest.mark.parametrize(
    ("sentence", "surface", "low", "high"),
    [
        ("Work will begin in three weeks.", "three weeks", "2026-11-02", "2026-11-08"),
        ("It will reopen in two years' time.", "two years' time", "2028-01-01", "2028-12-31"),
        ("The hearing is set for a week on Tuesday.", "a week on Tuesday", "2026-10-27", "2026-10-27"),
        ("They meet on Tuesday week.", "Tuesday week", "2026-10-27", "2026-10-27"),
        ("The dam broke a year ago today.", "a year ago today", "2025-10-14", "2025-10-14"),
        ("Half a century ago it had a mill.", "Half a century ago", "1976-01-01", "1976-12-31"),
        ("A decade ago it had a mill.", "A decade ago", "2016-01-01", "2016-12-31"),
        ("Two years and three months ago it fell.", "Two years and three months ago", "2024-07-01", "2024-07-31"),
        ("It was lost over the weekend.", "the weekend", "2026-10-10", "2026-10-11"),
        ("It will be found over the weekend.", "the weekend", "2026-10-17", "2026-10-18"),
        ("Orders fell in the past two quarters.", "past two quarters", "2026-04-01", "2026-09-30"),
        ("The price doubled in the year to date.", "year to date", "2026-01-01", "2026-10-14"),
        ("The fund shrank by year-end.", "year-end", "...", "2026-12-31"),
        ("It lost less in last year's second half.", "last year's second half", "2025-07-01", "2025-12-31"),
        ("It may close as early as next year.", "next year", "2027-01-01", "..."),
        ("It closes on Saturday, three days from now.", "Saturday, three days from now", "2026-10-17", "2026-10-17"),
        ("It was signed on 22/04.", "22/04", "2026-04-22", "2026-04-22"),
        ("It is open next working week.", "next working week", "2026-10-19", "2026-10-23"),
        ("In the fourth quarter it sold 300.", "fourth quarter", "2025-10-01", "2025-12-31"),
    ],
)
def test_relative_wordings_are_counted_from_the_publication(sentence: str, surface: str, low: str, high: str) -> None:
    assert days(sentence) == [(surface, low, high)]


def test_days_that_share_a_month_are_dates_of_their_own() -> None:
    assert days("They met on 2 and 9 June.") == [("2", "2026-06-02", "2026-06-02"), ("9 June", "2026-06-09", "2026-06-09")]
    assert [one[1] for one in days("They met on June 2, 9 and 16, 2025.")] == ["2025-06-02", "2025-06-09", "2025-06-16"]
    assert days("On June 10, 12 and more people died.") == [("June 10", "2026-06-10", "2026-06-10")]


def test_months_that_share_a_year_are_of_that_year() -> None:
    assert [one[1] for one in days("It fell in March and April 2024.")] == ["2024-03-01", "2024-04-01"]
    assert [one[1] for one in days("It fell in December and January 2025.")] == ["2024-12-01", "2025-01-01"]


def test_a_stretch_that_ends_at_a_date_is_a_period() -> None:
    assert days("Sales fell in the three months to September.") == [("three months to September", "2026-07-01", "2026-09-30")]
    assert days("Sales fell in the year ended March 31.") == [("year ended March 31", "2025-04-01", "2026-03-31")]


def test_a_stretch_in_the_present_tense_is_the_nearest_one() -> None:
    assert days("The fine is for selling spoilt milk from May 10 to July 7.")[0][1:] == ("2026-05-10", "2026-07-07")
    assert days("The fine is for selling spoilt milk from December 10 to May 7.")[0][1:] == ("2026-12-10", "2027-05-07")


def test_a_stretch_that_is_ending_is_the_nearest_one_whatever_the_tense() -> None:
    assert days("It will give its results for the quarter ending Sept. 30.") == [("quarter ending Sept. 30", "2026-07-01", "2026-09-30")]


def test_a_clock_time_may_stand_before_its_day() -> None:
    assert days("He has until noon on Friday.") == [("Friday", "...", "2026-10-16")]
    assert days("After 6 p.m. Tuesday the road was shut.") == [("Tuesday", "2026-10-13", "...")]
    assert days("It will be shut from 8 p.m. Friday to 6 a.m. Monday.") == [
        ("from 8 p.m. Friday to 6 a.m. Monday", "2026-10-16", "2026-10-19")
    ]


def test_what_hangs_on_a_date_is_counted_from_it() -> None:
    assert [one[1] for one in days("Births fell to 40 in 2025 from 44 the year before and 52 a decade earlier.")] == [
        "2025-01-01",
        "2024-01-01",
        "2015-01-01",
    ]
    assert days("It began on 3 March 2024; by the following Monday it was over.")[1] == ("the following Monday", "...", "2024-03-04")
    assert days("That Friday it had begun.") == [("That Friday", "...", "...")]


def test_a_weekday_beside_a_day_tells_its_year() -> None:
    assert days("It was put down for Friday, 16 October.") == [("Friday, 16 October", "2026-10-16", "2026-10-16")]


def test_a_month_before_a_noun_is_a_date() -> None:
    assert days("In a February letter the firm owned up.") == [("February", "2026-02-01", "2026-02-28")]


def test_the_order_of_the_outlet_resolves_numeric_dates() -> None:
    assert days("The log of 3/4/2026 is lost.") == [("3/4/2026", "...", "...")]
    assert days("The log of 3/4/2026 is lost.", DateOrder.DAY_FIRST) == [("3/4/2026", "2026-04-03", "2026-04-03")]
    assert days("The log of 3/4/2026 is lost.", DateOrder.MONTH_FIRST) == [("3/4/2026", "2026-03-04", "2026-03-04")]
    assert days("It ran from 10/1 to 10/7.", DateOrder.MONTH_FIRST) == [("from 10/1 to 10/7", "2026-10-01", "2026-10-07")]


@pytest.mark.parametrize(
    "sentence",
    [
        "It was the third strike in two months.",
        "The wall was built in three weeks.",
        "She was a nurse and now leads the ward.",
        "This is the largest fine to date.",
        "In two thousand homes the lights went out.",
        "In 1500 BC the town was burned.",
        "In 1500 homes it was cold.",
        "On 9/11 the desk was open 24/7.",
        "He cut 1/2 from 3/4 of them.",
        "It rose by 2100 to 4400.",
        "The 1850s-built mill was sold.",
        "It floods every March.",
        "It was the most for a March since records began.",
        "The Sunday Courier was first.",
        "Independence Day was wet.",
    ],
)
def test_what_only_looks_like_a_date_is_none(sentence: str) -> None:
    assert days(sentence, DateOrder.MONTH_FIRST) == []


@pytest.mark.parametrize(
    ("sentence", "surface", "low", "high"),
    [
        ("In early May 52 ewes were lost.", "early May", "2026-05-01", "2026-05-10"),
        ("In late May 14 ewes were lost.", "late May", "2026-05-21", "2026-05-31"),
        ("In May 7.5% of ewes were lost.", "May", "2026-05-01", "2026-05-31"),
        ("On May 14 ewes were lost.", "May 14", "2026-05-14", "2026-05-14"),
    ],
)
def test_a_count_behind_a_month_is_no_day(sentence: str, surface: str, low: str, high: str) -> None:
    assert days(sentence) == [(surface, low, high)]


@pytest.mark.parametrize(
    ("sentence", "surface", "low", "high"),
    [
        ("Sales fell in the June quarter.", "June quarter", "2026-04-01", "2026-06-30"),
        ("Sales fell in the March quarter of 2025.", "March quarter of 2025", "2025-01-01", "2025-03-31"),
        ("Sales fell in the nine months to end-September.", "nine months to end-September", "2026-01-01", "2026-09-30"),
        ("In the half-year to end-June sales fell.", "half-year to end-June", "2026-01-01", "2026-06-30"),
        ("The lock will be dry by year's end.", "year's end", "...", "2026-12-31"),
        ("The recall is of lamps made from 2017.", "2017", "2017-01-01", "..."),
        ("It's not 1998.", "1998", "1998-01-01", "1998-12-31"),
        ("Every third train was late last month.", "last month", "2026-09-01", "2026-09-30"),
        ("The yard failed late last month.", "late last month", "2026-09-21", "2026-09-30"),
    ],
)
def test_business_pages_have_forms_of_their_own(sentence: str, surface: str, low: str, high: str) -> None:
    assert days(sentence) == [(surface, low, high)]


def test_opening_hours_are_no_period() -> None:
    assert days("The mill is open Tuesday to Sunday.") == []
    assert days("Call Monday through Friday, 9 a.m. to 5 p.m.") == []
    assert [surface for surface, _, _ in days("The fair runs Tuesday to Sunday.")] == ["Tuesday to Sunday"]


def test_a_number_word_before_the_hundred_belongs_to_it() -> None:
    assert days("It sank two thousand five hundred years ago.") == []
    assert len(days("There are 840 patients, from fewer than 100 a month ago.")) == 1


def test_the_rule_says_in_words_which_form_read_a_date() -> None:
    readings = read_dates("She said on Monday the lock, dug in 1990 and shut two years ago, will open on March 3.", WEDNESDAY)

    assert [reading.rule for reading in readings] == [
        "weekday, latest before publication",
        "year",
        "ago, from publication",
        "day, next from publication",
    ]
