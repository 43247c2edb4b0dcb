import pytest

from corroborate.extract.ranks import read_ranks
from corroborate.model.figures import Rank


def ranks(text: str) -> list[tuple[str, Rank]]:
    return [(chars.cut(text), rank) for chars, rank in read_ranks(text)]


@pytest.mark.parametrize(
    ("text", "surface", "rank"),
    [
        ("It was the largest known forgery.", "largest known forgery", Rank("largest", "forgery", ("known",))),
        (
            "It is one of the largest known forgeries.",
            "one of the largest known forgeries",
            Rank("largest", "forgeries", ("known",), shared=True),
        ),
        ("Norhaven is the second-largest port.", "second-largest port", Rank("largest", "port", place=2)),
        ("the largest-ever ticket fraud", "largest-ever ticket fraud", Rank("largest", "ticket fraud", ("ever",))),
        (
            "It was the deadliest ferry fire since 1998.",
            "deadliest ferry fire since 1998",
            Rank("deadliest", "ferry fire", ("since 1998",)),
        ),
        (
            "It is the largest forgery it has ever detected.",
            "largest forgery it has ever detected",
            Rank("largest", "forgery", ("ever", "detected")),
        ),
        (
            "It was the worst storm in a decade, officials said.",
            "worst storm in a decade",
            Rank("worst", "storm", ("in a decade",)),
        ),
        ("It is the biggest strike to date.", "biggest strike to date", Rank("biggest", "strike", ("to date",))),
        ("The deadliest fire killed 31 people.", "deadliest fire", Rank("deadliest", "fire")),
        ("the country's most expensive bridge", "most expensive bridge", Rank("most expensive", "bridge")),
        ("It is the worst known outbreak.", "worst known outbreak", Rank("worst", "outbreak", ("known",))),
        ("The biggest bank said so.", "biggest bank", Rank("biggest", "bank")),
    ],
)
def test_a_rank_has_superlative_head_and_qualifiers(text: str, surface: str, rank: Rank) -> None:
    assert ranks(text) == [(surface, rank)]


@pytest.mark.parametrize(
    "text",
    [
        "At worst, nine boats sank.",
        "the best-known singer",
        "Most people left.",
        "It rained in the forest.",
        "the largest of them",
        "at least 12 boats",
    ],
)
def test_words_that_rank_nothing_are_left_alone(text: str) -> None:
    assert ranks(text) == []
