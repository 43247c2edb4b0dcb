from itertools import pairwise

import pytest

from corroborate.extract.ranks import read_ranks
from corroborate.extract.reader import Reader
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
        ("It made a record profit.", "record profit", Rank("record", "profit")),
        ("It drew a record 48,000 visitors.", "record 48,000 visitors", Rank("record", "visitors")),
        ("Rents hit a record high.", "record high", Rank("record", "high")),
        ("Rents fell to a six-year low.", "six-year low", Rank("lowest", "level", ("in six years",))),
        ("Shares reached an all-time high.", "all-time high", Rank("highest", "level", ("in history",))),
        ("It was its first loss in a decade.", "first loss in a decade", Rank("first", "loss", ("in a decade",))),
        ("It rained for the first time since 2009.", "first time since 2009", Rank("first", "time", ("since 2009",))),
        ("Output fell for the third month in a row.", "third month in a row", Rank("consecutive", "month", place=3)),
        ("It was a fourth straight quarter of growth.", "fourth straight quarter", Rank("consecutive", "quarter", place=4)),
        ("They won for the third time in ten years.", "third time in ten years", Rank("time", "", ("in ten years",), 3)),
        ("Joblessness rose to its highest since 2019.", "highest since 2019", Rank("highest", "level", ("since 2019",))),
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
        "The man has a criminal record.",
        "The record shows that it rained.",
        "The band's record label closed.",
        "The first minister was the first to leave.",
        "It was the first time she saw him.",
        "the lowest in the region",
    ],
)
def test_words_that_rank_nothing_are_left_alone(text: str) -> None:
    assert ranks(text) == []


def test_a_rank_tells_by_which_rule_it_was_read() -> None:
    doc = Reader("blank").annotate("It was the largest fire since 1998 and made a record loss.", None)

    assert [span._.rule for span in doc.spans["ranks"]] == ["ranks.a superlative with what it ranks", "ranks.a record"]


def test_ranks_do_not_overlap() -> None:
    found = [chars for chars, _ in read_ranks("a record high, the third straight record quarter, its highest all-time high since 2019")]

    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("The deadliest wreck in Velden waters since 1987.", ("in velden waters", "since 1987")),
        ("The largest sale in Norland shipping for almost a decade.", ("in norland shipping", "in almost a decade")),
        ("The worst flood in the Orrin valley in 40 years.", ("in orrin valley", "in 40 years")),
        ("The index had its worst day since Feb. 3.", ("since feb. 3",)),
        ("The deadliest fire in Orsk broke out on Monday.", ()),
    ],
)
def test_a_field_is_kept_where_a_limit_of_time_follows_it(text: str, qualifiers: tuple[str, ...]) -> None:
    assert [rank.qualifiers for _, rank in read_ranks(text)] == [qualifiers]
