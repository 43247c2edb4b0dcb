"""Laws that hold of every date: what is written is read back, surfaces are cut out of the text, order does not matter."""

import random
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.extract.dates import read_dates
from corroborate.extract.dates.calendars import WEEKDAY_NAMES, unit_days
from corroborate.extract.language import load_pipeline
from corroborate.extract.spans import chars_of
from corroborate.model.figures import Granularity
from corroborate.model.months import MONTH_NAMES
from corroborate.model.outlets import DateOrder

WEDNESDAY = date(2026, 10, 14)
DAYS = st.dates(date(1900, 1, 1), date(2060, 12, 31))


def month(day: date) -> str:
    return MONTH_NAMES[day.month - 1]


def weekday(day: date) -> str:
    return WEEKDAY_NAMES[day.weekday()].capitalize()


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th, 21st..."""
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


DAY_STYLES: tuple[Callable[[date], str], ...] = (
    lambda day: f"{day.day} {month(day)} {day.year}",
    lambda day: f"{month(day)} {day.day}, {day.year}",
    lambda day: f"{month(day)} {ordinal(day.day)}, {day.year}",
    lambda day: f"the {ordinal(day.day)} of {month(day)} {day.year}",
    lambda day: f"{weekday(day)}, {day.day} {month(day)} {day.year}",
    lambda day: f"{weekday(day)[:3]}., {month(day)} {day.day}, {day.year}",
    lambda day: f"{month(day)[:3]} {day.day} {day.year}",
    lambda day: f"{day.day}-{month(day)[:3]}-{day.year}",
    lambda day: day.isoformat(),
    lambda day: f"{day.year}/{day.month}/{day.day}",
)
WHOLE_STYLES: tuple[tuple[Granularity, Callable[[date], str]], ...] = (
    (Granularity.MONTH, lambda day: f"{month(day)} {day.year}"),
    (Granularity.MONTH, lambda day: f"{month(day)} of {day.year}"),
    (Granularity.QUARTER, lambda day: f"Q{(day.month + 2) // 3} {day.year}"),
    (Granularity.QUARTER, lambda day: f"the {('first', 'second', 'third', 'fourth')[(day.month - 1) // 3]} quarter of {day.year}"),
    (Granularity.YEAR, lambda day: f"{day.year}"),
    (Granularity.DECADE, lambda day: f"the {day.year // 10 * 10}s"),
    (Granularity.CENTURY, lambda day: f"the {ordinal(day.year // 100 + 1)} century"),
    (Granularity.WEEK, lambda day: f"week {day.isocalendar().week} of {day.isocalendar().year}"),
)
ABSOLUTE = (
    "The yard was founded on 3 May 1987 and sold in June 2004.",
    "Between 2011 and 2014, 40 ships were built.",
    "A second yard opened in the 1990s.",
    "The union has asked for more since September 2025.",
    "Losses peaked in the third quarter of 2019.",
    "The first week of March 2020 was the worst.",
    "It must close by 31 December 2027.",
    "Nobody was hurt.",
)


@given(DAYS, st.sampled_from(DAY_STYLES))
def test_a_day_is_read_back_however_it_is_written(day: date, style: Callable[[date], str]) -> None:
    [reading] = read_dates(f"The lock was opened on {style(day)}.", WEDNESDAY)

    assert (reading.period.range.low, reading.period.range.high) == (day, day)


@given(DAYS, st.sampled_from(WHOLE_STYLES))
def test_a_whole_unit_is_read_back_however_it_is_written(day: date, style: tuple[Granularity, Callable[[date], str]]) -> None:
    unit, write = style

    [reading] = read_dates(f"The lock was opened in {write(day)}.", WEDNESDAY)

    assert reading.period.granularity is unit
    assert reading.period.range == unit_days(day, unit)


@given(DAYS)
def test_the_order_of_figures_is_the_outlets(day: date) -> None:
    [british] = read_dates(f"It was opened on {day.day}/{day.month}/{day.year}.", WEDNESDAY, order=DateOrder.DAY_FIRST)
    [american] = read_dates(f"It was opened on {day.month}/{day.day}/{day.year}.", WEDNESDAY, order=DateOrder.MONTH_FIRST)

    assert british.period == american.period
    assert british.period.range.low == day


@given(st.integers(0, 10_000))
def test_the_order_of_sentences_does_not_change_absolute_dates(seed: int) -> None:
    sentences = random.Random(seed).sample(ABSOLUTE, len(ABSOLUTE))

    assert sorted(dates_of(" ".join(sentences))) == sorted(dates_of(" ".join(ABSOLUTE)))


def dates_of(text: str) -> list[tuple[str, str, str, str]]:
    doc = PIPELINE.make_doc(text)
    doc._.published = WEDNESDAY
    found = PIPELINE(doc).spans["dates"]
    return [(chars_of(one).cut(text), str(one._.figure.range.low), str(one._.figure.range.high), one._.figure.relation) for one in found]


PIPELINE = load_pipeline("blank")
PIECES = st.sampled_from(
    (
        *("on", "in", "the", "and", "of", "to", "from", "first", "third", "last", "next", "that", "by", "2", "10", "31st", "2026", "'87"),
        *("June", "Oct.", "Monday", "week", "quarter", "half", "year", "years", "ago", "earlier", "end", "century", "weekend", ",", "-"),
        *("10/11", "10/11/2026", "2026-10-14", "Q3", "1990s", "nineteen", "ninety", "Easter", "rest", "days", "a", "three", "now", "–"),
    )
)


@given(st.lists(PIECES, max_size=25))
def test_surfaces_are_cut_out_of_the_sentence_in_order(pieces: list[str]) -> None:
    sentence = " ".join(pieces)
    place = 0

    for one in read_dates(sentence, WEDNESDAY, order=DateOrder.DAY_FIRST):
        assert place <= one.start < one.end <= len(sentence)
        assert sentence[one.start : one.end] == sentence[one.start : one.end].strip()
        low, high = one.period.range.low, one.period.range.high
        assert low is None or high is None or low <= high
        place = one.end


@pytest.mark.parametrize(
    "piece", ["June 10, ", "the first week of ", "10/11-", "2 and ", "early ", "a year and ", "from 2019 to ", "Monday, ", "   "]
)
def test_an_endless_sentence_comes_to_an_end(piece: str) -> None:
    assert all(one.end <= 5_000 for one in read_dates((piece * 5_000)[:5_000], WEDNESDAY, order=DateOrder.DAY_FIRST))
