"""How well repeated texts are told from texts on the same thing, on pairs of our own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corroborate.match.reuse import reuse_score
from tests.match.reuse.pairs import DEPENDENT, REPUBLISHED, area, pairs


@pytest.mark.parametrize("half", ["seen", "unseen"])
def test_texts_that_were_republished_rank_above_all_others(half: str) -> None:
    assert area(pairs(half), reuse_score, REPUBLISHED) >= 0.98


@pytest.mark.parametrize("half", ["seen", "unseen"])
def test_texts_that_depend_on_each_other_rank_above_independent_ones(half: str) -> None:
    assert area(pairs(half), reuse_score, DEPENDENT) >= 0.99


def test_what_sites_put_around_their_texts_makes_no_copy() -> None:
    around = (
        "By Mona Farr, Staff Reporter\n{}\nSign up for our newsletter to get the top stories of the day in your inbox.\nPhoto: Jan Orth"
    )
    left = around.format("The mill on the Sorrel burned down on Monday night, and nobody knows why it did.")
    right = around.format("Prices for bread went up again in March, which surprised the bakers most of all.")

    assert reuse_score(left, right) == 0


def test_a_shared_quotation_makes_no_copy() -> None:
    quote = "“We have never in forty years of running this line seen wagons thrown so far from the track”"

    assert reuse_score(f"{quote}, the stationmaster of Port Elm told us.", f"At noon a tired man stepped out. {quote}, he said.") == 0


@settings(max_examples=50)
@given(st.text(alphabet="ab c.", max_size=300), st.text(alphabet="ab c.", max_size=300))
def test_a_score_is_a_share_and_the_same_from_both_sides(left: str, right: str) -> None:
    assert 0 <= reuse_score(left, right) <= 1
    assert reuse_score(left, right) == reuse_score(right, left)
