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
        ("He faces 15 years in prison when he is sentenced on DATE.", Tense.FUTURE),
        ("The council votes on DATE.", Tense.FUTURE),
        ("On DATE, two cranes collapsed.", Tense.PAST),
        ("On DATE, the council will vote.", Tense.FUTURE),
        ("The lock failed on DATE and will be replaced.", Tense.PAST),
        ("The lock was sold, and the yard reopens on DATE.", Tense.FUTURE),
        ("Profit was lower than it had forecast in DATE.", Tense.PAST),
        ("The bank cut its forecast from 3 percent in DATE.", Tense.PAST),
        ("The council approved it by 31 votes to 12 on DATE.", Tense.PAST),
        ("Will the lock open on DATE?", Tense.FUTURE),
        ("Was it sold on DATE?", Tense.PAST),
        ("Tickets go on sale on DATE.", Tense.FUTURE),
        ("The tower did not open on DATE.", Tense.PAST),
        ("A hearing on DATE", Tense.UNTOLD),
        ("Hundreds of feed mills need seed on DATE", Tense.UNTOLD),
    ],
)
def test_the_nearest_cue_of_the_clause_governs(sentence: str, tense: Tense) -> None:
    start = sentence.index("DATE")

    assert tense_at(sentence, start, start + 4) is tense


def test_tags_tell_a_verb_from_a_noun() -> None:
    sentence = "Crews start work on DATE."
    start = sentence.index("DATE")

    assert tense_at(sentence, start, start + 4) is Tense.UNTOLD
    assert tense_at(sentence, start, start + 4, lambda: {6: "VBP"}) is Tense.FUTURE
    assert tense_at(sentence, start, start + 4, lambda: {6: "NN"}) is Tense.UNTOLD
