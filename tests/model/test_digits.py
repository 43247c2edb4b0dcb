import pytest

from corroborate.model.digits import neighbours_swapped


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("45", "54", True), ("138", "183", True), ("138", "831", False), ("1389", "3198", False), ("45", "45", False), ("45", "454", False)],
)
def test_only_two_digits_side_by_side_may_have_changed_places(one: str, other: str, expected: bool) -> None:
    assert neighbours_swapped(one, other) is expected
