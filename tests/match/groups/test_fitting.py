"""Whether one figure is another in fewer digits."""

import pytest

from corroborate.match.groups.constraints import forbidden
from corroborate.match.groups.fitting import is_rounding
from corroborate.match.groups.mentions import mention
from tests.factory import article, claim, quantity


@pytest.mark.parametrize(
    ("first", "second", "is_one"), [("752", "750", True), ("978", "980", True), ("752", "760", False), ("13", "10", False)]
)
def test_an_article_may_round_its_own_figure_without_a_word(first: str, second: str, is_one: bool) -> None:
    of = article("Port Post", f"Tarn Rail cancelled {first} trains on Friday.\nIn all, {second} trains were cancelled by Tarn Rail.")
    left, right = (mention(claim(of, value, quantity(value, counted="trains")), of) for value in (first, second))

    assert is_rounding(left, right) is is_one
    assert (forbidden(left, right) is None) is is_one
