"""Whose share or seats a figure is."""

import pytest

from corroborate.match.groups.constraints import other_contender
from corroborate.match.groups.mentions import Mention, mention
from corroborate.model.figures import Kind
from tests.factory import article, claim, quantity


def share(sentence: str, surface: str, value: str) -> Mention:
    of = article("Dune Daily", sentence)
    return mention(claim(of, surface, quantity(value, unit="%"), kind=Kind.PERCENT), of)


@pytest.mark.parametrize(
    ("sentence", "surface", "names"),
    [
        ("Some 48 percent of likely voters back Quist, 39 percent Marr.", "48 percent", {"=quist"}),
        ("Some 48 percent of likely voters back Quist, 39 percent Marr.", "39 percent", {"=marr"}),
        ("A poll puts Helena Quist at 46 percent and Tunde Marr at 39 percent.", "46 percent", {"=quist"}),
        ("Mayor Helena Quist leads challenger Tunde Marr 48% to 39% in a poll.", "48%", {"=quist"}),
        ("Mayor Helena Quist leads challenger Tunde Marr 48% to 39% in a poll.", "39%", {"=marr"}),
        ("The Dawn Alliance of Ada Brill won Sunday's vote with 34.2 percent.", "34.2 percent", {"=alliance", "=brill"}),
        ("In the election the Union took 29.8 percent, the Greens 11.4 percent.", "11.4 percent", {"=greens"}),
        ("She said 34 percent of voters had stayed at home.", "34 percent", set()),
        ("A new airport in Tarn was rejected in a vote, with 51.8 percent against.", "51.8 percent", set()),
        ("Tarn Foods raised its prices by 34 percent.", "34 percent", set()),
    ],
)
def test_a_share_of_the_vote_belongs_to_the_one_named_with_it(sentence: str, surface: str, names: set[str]) -> None:
    found = share(sentence, surface, surface.split("%")[0].split(" ")[0])

    assert {word for word in found.modifiers if word.startswith("=")} == names


def test_the_shares_of_two_candidates_are_two_questions() -> None:
    quist = share("A poll puts Helena Quist at 46 percent.", "46 percent", "46")
    marr = share("Some 39 percent of voters back Marr.", "39 percent", "39")
    again = share("Quist has 48 percent of the vote.", "48 percent", "48")

    assert other_contender(quist, marr) is not None
    assert other_contender(quist, again) is None
