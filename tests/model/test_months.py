"""Names of months."""

import re
from datetime import date

import pytest

from corroborate.model.months import ANY_MONTH, MONTH_NAMES, MONTHS


@pytest.mark.parametrize("number", range(1, 13))
def test_a_month_is_known_by_its_full_name_and_by_its_short_one(number: int) -> None:
    name = date(2026, number, 1).strftime("%B")

    assert MONTH_NAMES[number - 1] == name
    assert MONTHS[name.lower()] == MONTHS[name[:3].lower()] == number
    assert re.fullmatch(ANY_MONTH, name)


def test_no_other_word_is_a_month() -> None:
    assert sorted(set(MONTHS.values())) == list(range(1, 13))
    assert not re.fullmatch(ANY_MONTH, "Monday")
