"""Floors of checking on editions of the simulated newsroom whose claims, groups and origins are given."""

import pytest

from corroborate.newsroom import generate
from tests.check.truths import check_edition

SEEDS = (901, 902, 903)


@pytest.mark.parametrize("seed", SEEDS)
def test_differences_are_found_and_given_their_type(seed: int) -> None:
    scores = check_edition(generate(seed, events=5, outlets=8))

    assert scores.background == 0
    assert scores.discrepancies.precision >= 0.8
    assert scores.discrepancies.recall >= 0.7
    assert scores.types.value >= 0.7
    assert scores.verdicts.value >= 0.95
