"""Claims that are kept apart for being of other times."""

import pytest

from corroborate.match.groups.dating import long_past
from corroborate.match.groups.mentions import Mention, mention
from corroborate.model.figures import Kind
from tests.factory import article, claim, period, quantity


def told(value: str, day: str | None, unit: str | None) -> Mention:
    of = article("Port Post", f"The tally came to {value} in Carrick.")
    kind = Kind.MONEY if unit else Kind.COUNT
    return mention(claim(of, value, quantity(value, unit=unit), kind=kind, period=period(day, day) if day else None), of)


@pytest.mark.parametrize(
    ("day", "unit", "is_past"),
    [("2026-08-14", None, True), ("2026-06-30", None, True), ("2026-06-30", "USD", False), ("2026-08-14", "USD", True)],
)
def test_what_is_dated_weeks_back_is_no_figure_of_now_but_a_quarter_s_end_in_money_is(day: str, unit: str | None, is_past: bool) -> None:
    assert (long_past(told("53", day, unit), told("35", None, unit)) is not None) is is_past
