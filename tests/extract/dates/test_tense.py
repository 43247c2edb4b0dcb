"""The tense that governs a date."""

import pytest

from corroborate.extract.dates.tense import Tense, tense_at


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("The lock will open on DATE, Varga said.", Tense.FUTURE),
        ("Varga said on DATE that the lock will open.", Tense.PAST),
        ("The lock is expected to open on DATE.", Tense.FUTURE),
        ("The gala will be held on DATE.", Tense.FUTURE),
        ("The gala was held on DATE.", Tense.PAST),
        ("They agreed to pay by DATE.", Tense.FUTURE),
        ("The council votes on DATE.", Tense.FUTURE),
        ("On DATE, two cranes collapsed.", Tense.PAST),
        ("On DATE, the council will vote.", Tense.FUTURE),
        ("The lock failed on DATE and will be replaced.", Tense.PAST),
        ("The lock was sold, and the yard reopens on DATE.", Tense.FUTURE),
        ("A hearing on DATE", Tense.UNTOLD),
        ("Hundreds of feed mills need seed on DATE", Tense.UNTOLD),
    ],
)
def test_the_nearest_cue_of_the_clause_governs(sentence: str, tense: Tense) -> None:
    start = sentence.index("DATE")

    assert tense_at(sentence, start, start + 4) is tense
