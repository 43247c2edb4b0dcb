"""Whose share or seats a figure is."""

import pytest

from corroborate.match.groups.constraints import other_contender
from corroborate.match.groups.features import digits_swapped, same_thing
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
        ("The Dawn Alliance of Ada Brill won Sunday's vote with 34.2 percent.", "34.2 percent", {"=dawn alliance", "=brill"}),
        ("In the election the Union took 29.8 percent, the Greens 11.4 percent.", "11.4 percent", {"=greens"}),
        ("She said 34 percent of voters had stayed at home.", "34 percent", set()),
        ("A new airport in Tarn was rejected in a vote, with 51.8 percent against.", "51.8 percent", set()),
        ("Northern Press reports that turnout in the vote was 34 percent.", "34 percent", set()),
        ("The commission of Tarn told reporters that the vote had 34 percent in favour.", "34 percent", set()),
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


def test_an_article_tells_who_leads_whom() -> None:
    text = "The Dawn Party of Ada Brill won the vote. Brill's party has 31.6 percent, the Greens 12 percent."
    of = article("Dune Daily", text)
    own, others = (mention(claim(of, f"{value} percent", quantity(value, unit="%"), kind=Kind.PERCENT), of) for value in ("31.6", "12"))

    assert {"=brill", "=dawn party"} <= own.modifiers
    assert others.modifiers == frozenset({"=greens"})


def test_two_figures_of_one_contender_are_of_one_thing() -> None:
    one = share("In the vote the Greens took 24.3 percent.", "24.3 percent", "24.3")
    slip = share("The Greens came second in the vote with 23.4 percent.", "23.4 percent", "23.4")
    other = share("In the vote the Union took 23.4 percent.", "23.4 percent", "23.4")

    assert (same_thing(one, slip), digits_swapped(one, slip)) == (1.0, 1.0)
    assert digits_swapped(one, other) == 0.0
