"""Floors for who did what, to whom, in which days and limited how, on annotated news of our own."""

import pytest

from corroborate.extract.reader import Reader
from tests.evaluation.roles import Score, scores

# Precision and recall; what is not told is left out rather than guessed.
FLOORS = {
    "shipped": {"actor": (0.95, 0.8), "target": (0.93, 0.92), "period": (0.92, 0.87), "scope": (0.98, 0.9)},
    "blank": {"actor": (0.92, 0.7), "target": (0.92, 0.75), "period": (0.88, 0.9), "scope": (0.98, 0.9)},
}


@pytest.fixture(scope="module", params=[(name, split) for name in FLOORS for split in ("dev", "test")], ids=" ".join)
def scored(request: pytest.FixtureRequest) -> tuple[str, dict[str, Score]]:
    """The pipeline's name and its scores on one half."""
    name, split = request.param
    return name, scores(Reader(name), split)


@pytest.mark.parametrize("slot", ["actor", "target", "period", "scope"])
def test_who_to_whom_when_and_how_limited_is_read_as_annotated(scored: tuple[str, dict[str, Score]], slot: str) -> None:
    name, found = scored
    precision, recall = FLOORS[name][slot]

    assert found[slot].precision >= precision
    assert found[slot].recall >= recall
