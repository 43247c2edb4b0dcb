import pytest

from corroborate.check.ranks import compare_ranks
from corroborate.model.figures import Rank
from corroborate.model.findings import Relation

LARGEST = Rank("largest", "attack")


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (Rank("largest", "attack"), Relation.SAME),
        (Rank("largest", "attacks", ("known",)), Relation.COMPATIBLE),
        (Rank("biggest", "attack", ("ever",)), Relation.COMPATIBLE),
        (Rank("largest-known", "attack"), Relation.COMPATIBLE),
        (Rank("largest", "attacks", shared=True), Relation.TENSION),
        (Rank("largest", "attack", ("since 2003",)), Relation.COMPATIBLE),
        (Rank("largest", "attack", place=2), Relation.CONFLICT),
        (Rank("costliest", "attack"), Relation.INCOMPARABLE),
    ],
)
def test_ranks_compare_by_place_and_measure(other: Rank, expected: Relation) -> None:
    assert compare_ranks(LARGEST, other).relation is expected
    assert compare_ranks(other, LARGEST) == compare_ranks(LARGEST, other)


def test_ranks_within_different_fields_are_not_compared() -> None:
    north, south = (Rank("largest", "port", (f"in {place}",)) for place in ("Norland", "Suderland"))

    assert compare_ranks(north, south).relation is Relation.INCOMPARABLE


def test_what_is_the_largest_of_a_narrower_field_may_be_one_of_the_largest() -> None:
    since, among = Rank("largest", "march", ("since 2003",)), Rank("largest", "marches", shared=True)

    assert compare_ranks(since, among).relation is Relation.COMPATIBLE
