"""Units as they are written and the names they get."""

import pytest

from corroborate.extract.quantities.units import unit_after
from corroborate.model.figures import Kind


@pytest.mark.parametrize(
    ("behind", "kind", "name"),
    [
        ("%", Kind.PERCENT, "%"),
        (" per cent", Kind.PERCENT, "%"),
        (" pct", Kind.PERCENT, "%"),
        (" percentage points", Kind.PERCENT, "percentage point"),
        (" basis points", Kind.MEASURE, "basis point"),
        (" tonnes", Kind.MEASURE, "tonne"),
        (" metric tons", Kind.MEASURE, "tonne"),
        ("-kilometer", Kind.MEASURE, "kilometre"),
        ("km", Kind.MEASURE, "kilometre"),
        (" km/h", Kind.MEASURE, "kilometre per hour"),
        (" miles per hour", Kind.MEASURE, "mile per hour"),
        ("mph", Kind.MEASURE, "mile per hour"),
        (" sq m", Kind.MEASURE, "square metre"),
        (" square feet", Kind.MEASURE, "square foot"),
        (" degrees Celsius", Kind.MEASURE, "degree Celsius"),
        ("C", Kind.MEASURE, "degree Celsius"),
        ("MW", Kind.MEASURE, "megawatt"),
        (" acres", Kind.MEASURE, "acre"),
        (" weeks", Kind.DURATION, "week"),
        ("-hour", Kind.DURATION, "hour"),
        (" centuries", Kind.DURATION, "century"),
        ("-year-old", Kind.DURATION, "year"),
    ],
)
def test_a_unit_has_one_singular_name(behind: str, kind: Kind, name: str) -> None:
    found = unit_after(f"12{behind} later", 2)

    assert found is not None
    assert (found[0].kind, found[0].name, found[1]) == (kind, name, 2 + len(behind))


@pytest.mark.parametrize("behind", [" yearning", " second-half goals", " Geese", " in Orsk", "GBP", " hands"])
def test_a_word_that_only_begins_like_a_unit_is_none(behind: str) -> None:
    assert unit_after(f"12{behind}", 2) is None


def test_ages_are_told_from_durations() -> None:
    age, stay = unit_after("37-year-old", 2), unit_after("37-year stay", 2)

    assert age is not None
    assert stay is not None
    assert (age[0].aged, stay[0].aged) == (True, False)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The mercury climbed to 39 C on Wednesday.", "degree Celsius"),
        ("It beat the October record of 38.1 C, set in 1999.", "degree Celsius"),
        ("A high of 102 F is expected.", "degree Fahrenheit"),
        ("He lives in block 39 C on Mill Lane.", None),
    ],
)
def test_a_letter_that_stands_apart_is_a_degree_where_the_weather_is_told(text: str, unit: str | None) -> None:
    number = next(word for word in text.split() if word[0].isdigit())
    found = unit_after(text, text.index(number) + len(number))

    assert (found[0].name if found else None) == unit
