"""The two sides of a vote are figures; other scores are none."""

import pytest

from corroborate.extract.claims import read_claims
from corroborate.extract.reader import Reader
from corroborate.model.figures import Quantity
from tests.factory import article

READER = Reader("blank")


def votes(text: str) -> list[tuple[str, str | None]]:
    """Surface and thing counted of every count."""
    found = read_claims(READER.annotate(text, None), article(text=text))
    return [(claim.surface, claim.figure.counted) for claim in found if claim.kind == "count" and isinstance(claim.figure, Quantity)]


@pytest.mark.parametrize(
    "text",
    [
        "Senators voted 52-48 to approve the measure.",
        "The council of Orsk rejected the plan by a vote of 52-48.",
        "The House passed the bill 52-48.",
        "Lawmakers rejected, 52–48, a plan to tax fuel.",
        "The Senate confirmed her in a 52–48 vote.",
        "In a 52-to-48 decision the fund was closed.",
        "The council voted 52 to 48 to close the fund.",
        "The plan was carried by 52 votes to 48.",
    ],
)
def test_both_sides_of_a_vote_are_counted(text: str) -> None:
    assert votes(text) == [("52", "votes"), ("48", "opposing votes")]


@pytest.mark.parametrize(
    "text",
    [
        "Carrick beat Orsk 3-1 on Saturday.",
        "Council members passed the 2025-26 budget on Monday.",
        "The council approved a law for those of 16-17 years.",
        "Shares in the bank split 4-1.",
        "Members voted 8 to 10 p.m. as usual.",
        "Members voted 61 to 39 percent in favour.",
    ],
)
def test_other_scores_are_no_votes(text: str) -> None:
    assert not any(counted and counted.endswith("votes") for _, counted in votes(text))
