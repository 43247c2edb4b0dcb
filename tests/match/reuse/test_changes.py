"""Figures that were changed on the way from a text to its copy."""

import pytest

from corroborate.match.reuse.changes import changed_figures


@pytest.mark.parametrize(
    ("earlier", "later", "changed"),
    [
        ("Engineers lifted 14 wagons off the track.", "Engineers lifted 41 wagons off the track.", (("14", "41"),)),
        ("Engineers lifted fourteen wagons off the track.", "Engineers lifted 14 wagons off the track.", ()),
        ("Engineers lifted fourteen wagons off the track.", "Off the track, engineers lifted 15 wagons.", (("fourteen", "15"),)),
        ("The bank paid 2.4 billion crowns for Tessera.", "The bank paid 2,400 million crowns for Tessera.", ()),
        ("Some 30,000 people slept in the schools of Nerr.", "Thirty thousand people slept in the schools of Nerr.", ()),
        ("Some 30,000 people slept in the schools of Nerr.", "Nobody in the schools of Velden counted the 31 chairs.", ()),
        (
            "At least 23 people were killed and 18 wounded in the mountains.",
            "In the mountains 26 people were killed and 18 wounded.",
            (("23", "26"),),
        ),
        ("The shots fell at 6:40 p.m. near the court in Marlow.", "The shots fell at 18:40 near the court in Marlow.", ()),
        ("Prices rose 9.1 percent in August, the bureau said.", "Prices rose by 9.3% in August, the bureau said.", (("9.1", "9.3"),)),
        ("One of the villages near the harbour lost its well.", "Two of the villages near the harbour lost their well.", ()),
    ],
)
def test_only_real_changes_are_listed(earlier: str, later: str, changed: tuple[tuple[str, str], ...]) -> None:
    assert changed_figures(earlier, later) == changed
