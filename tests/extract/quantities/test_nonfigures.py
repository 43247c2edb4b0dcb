import pytest

from corroborate.extract.quantities import read_quantities
from corroborate.extract.quantities.nonfigures import masked


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("The half ended 1 – 1 on the board.", []),
        ("These are 1) Repair the quay.", []),
        ("In ’72 or ’73 the yard closed.", []),
        ("It was sent on Sunday at 10:57:32 -0400 from Orsk.", []),
        ("Open yard.example/list?u=ab&t=1 first.", []),
        ("Act 3, sc. 2 opens the night.", []),
        ("Refer to Sec. 1302 of the law.", []),
        ("Write to box 366, Orsk 92842.", []),
        ("Text 09819602175 for help.", []),
        ("Emissions were cut 5 percent below 1990 levels.", ["5 percent"]),
        ("Waters 6m (20ft) deep covered Orsk.", ["6m", "20ft"]),
        ("Neighbours called 911 after a 911 caller heard 12 shots.", ["12"]),
        ("There were 911 arrests.", ["911"]),
        ("It carried 101 people.", ["101"]),
        ("She teaches English 101.", []),
        ("Some 12345678 crates left.", ["12345678"]),
        ("He wrote 37710 to Ilse Varga's desk.", ["37710"]),
        ("The 21st of 300 boats sank.", ["300"]),
    ],
)
def test_what_is_written_like_a_figure_is_none(text: str, surfaces: list[str]) -> None:
    assert [found.span.cut(text) for found in read_quantities(text)] == surfaces


def test_the_hidden_stretches_are_told_in_order() -> None:
    text = "On 12 May 2023 at 5pm, call 555-0199; one of them, version 4.2.1, failed at 7 o'clock and at twenty past nine."

    assert [text[start:end] for start, end in masked(text)] == [
        "12 May 2023",
        "5pm",
        "555-0199",
        "one of",
        "4.2.1",
        "7 o'clock",
        "twenty past nine",
    ]


@pytest.mark.parametrize(
    ("text", "unit", "approx"),
    [
        ("It earned $3m over a four-year period.", "year", "exact"),
        ("It lasted over four years.", "year", "more_than"),
        ("The feast turns around the 12 year cycle.", "year", "exact"),
    ],
)
def test_a_stretch_of_time_is_crossed_and_not_exceeded(text: str, unit: str, approx: str) -> None:
    found = read_quantities(text)[-1].quantity

    assert (found.unit, found.approx.value) == (unit, approx)


@pytest.mark.parametrize(
    ("text", "surfaces", "approx"),
    [
        ("Some $200 million and over $1 billion are gone.", ["$200 million", "$1 billion"], "more_than"),
        ("The water is nine or 10 feet deep.", ["nine or 10 feet"], "between"),
        ("Ten feet (some 3m) of water covers Orsk.", ["Ten feet", "3m"], "about"),
        ("Ilse Varga wrote a 1892 book on six ports.", ["six"], "exact"),
    ],
)
def test_house_style_changes_no_meaning(text: str, surfaces: list[str], approx: str) -> None:
    found = read_quantities(text)

    assert [one.span.cut(text) for one in found] == surfaces
    assert found[-1].quantity.approx.value == approx
