import pytest

from corroborate.check.words import say_rank
from corroborate.model.figures import Rank


@pytest.mark.parametrize(
    ("rank", "words"),
    [
        (Rank("largest", "attack"), "the largest attack"),
        (Rank("largest", "known attacks", shared=True), "one of the largest known attacks"),
        (Rank("largest", "data theft", ("yet",)), "the largest data theft yet"),
        (Rank("largest", "attack", ("known", "in Norland")), "the largest known attack in Norland"),
        (Rank("worst", "flood", ("on record",), place=2), "the second worst flood on record"),
    ],
)
def test_a_rank_reads_as_an_editor_would_say_it(rank: Rank, words: str) -> None:
    assert say_rank(rank) == words
