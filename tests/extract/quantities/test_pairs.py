"""Two amounts of which the one is left and the other reached are no range."""

import pytest

from corroborate.extract.quantities import read_quantities


@pytest.mark.parametrize(
    ("text", "surfaces", "counted"),
    [
        ("The bank raised its key rate from 4.25 percent to 4.75 percent.", ["4.25 percent", "4.75 percent"], "key rate"),
        ("The bank put up interest rates from 4.25 percent to 4.75 percent.", ["4.25 percent", "4.75 percent"], "interest rates"),
        ("The bank put its main rate up from 4.25 to 4.75 percent.", ["4.25", "4.75 percent"], "main rate"),
        ("The retirement age will rise in stages from 65 to 67.", ["65", "67"], "retirement age"),
        ("A stamp goes up from 85 cents to 95 cents.", ["85 cents", "95 cents"], None),
    ],
)
def test_levels_left_and_reached_are_two_figures(text: str, surfaces: list[str], counted: str | None) -> None:
    found = [one for one in read_quantities(text) if one.span.cut(text) in surfaces]

    assert [one.span.cut(text) for one in found] == surfaces
    assert counted is None or {one.quantity.counted for one in found} == {counted}


@pytest.mark.parametrize("text", ["It was down from the $89 to $93 billion planned.", "Fees range from 40 to 60 crowns."])
def test_a_range_stays_one_figure(text: str) -> None:
    assert len(read_quantities(text)) == 1


def test_a_dash_at_the_head_of_a_line_joins_nothing() -> None:
    text = "- 60mn shares at $24\n- $1.44bn raised"

    assert [one.span.cut(text) for one in read_quantities(text)] == ["60mn", "$24", "$1.44bn"]
