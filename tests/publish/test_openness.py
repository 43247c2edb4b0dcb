"""What a wording leaves open, in words."""

import pytest

from corroborate.model.figures import Figure, Granularity, Participation
from corroborate.publish.openness import leaves_open
from tests.factory import period, quantity


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        (quantity("480"), "exactly 480"),
        (quantity("28.8e6", "28.75e6", "28.85e6"), "at least 28,750,000, at most 28,850,000"),
        (quantity("28e6", "28e6", "29e6", low_open=True, high_soft=True), "more than 28,000,000, usually at most 29,000,000"),
        (quantity("35000", high="35000", low="0", low_open=True), "more than 0, at most 35,000"),
        (quantity("3.4", "3.35", "3.45"), "at least 3.35, at most 3.45"),
        (period("2026-04-01", "2026-04-30", Granularity.MONTH), "from 1 April 2026 until 30 April 2026"),
        (period("2026-04-08", "2026-04-08"), "8 April 2026"),
        (period(None, "2026-04-08"), "until 8 April 2026"),
        (period(None, None), "any day"),
        (Participation("fined", ("Tarn Freight",)), ""),
    ],
)
def test_the_values_that_a_wording_allows_are_told_in_words(figure: Figure, told: str) -> None:
    assert leaves_open(figure) == told
