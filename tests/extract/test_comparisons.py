import pytest

from corroborate.extract.comparisons import comparison_at, comparisons


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Debt was $29m, up from $18m in May, and rose again.", ["up from $18m in May"]),
        ("Orders grew from 288 to 341.", ["from 288"]),
        ("Compared with 2025, sales rose 4%.", ["Compared with 2025"]),
        ("It sold more than 40 tugs.", []),
        ("It sold fewer than a year ago and hired 12 cooks.", ["than a year ago"]),
        ("Zinc earned $31m (2025: $28m).", ["(2025: $28m"]),
        ("Velt raised $3 million from 40 donors.", []),
        ("The bank raised its rate from 4.25% to 4.75%.", ["from 4.25%"]),
        ("Margin: 42.6%, from almost 43%.", ["from almost 43%."]),
        ("Profit rose to $18m, or 9 cents a share, from $15m, or 7 cents, a year earlier.", ["from $15m, or 7 cents, a year earlier."]),
        ("Sales rose 7 percent on the same period last year.", ["on the same period last year."]),
        ("It is worth more than 3x its value in May, it said.", [" its value in May"]),
    ],
)
def test_what_something_is_measured_against_ends_with_its_phrase(text: str, expected: list[str]) -> None:
    assert [one.chars.cut(text) for one in comparisons(text, 0, len(text))] == expected


def test_a_place_outside_every_comparison_is_in_none() -> None:
    text = "Debt was $29m, up from $18m in May."

    assert comparison_at(comparisons(text, 0, len(text)), text.index("$29m")) is None
    assert comparison_at(comparisons(text, 0, len(text)), text.index("$18m")) is not None
