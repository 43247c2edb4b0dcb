"""How well outlets are parted into origins, on small stories of our own read by the real reader."""

import pytest

from corroborate.extract import Reader
from tests.match.origins.partitions import fit, partitions, traced


@pytest.mark.parametrize(("half", "exact", "pairs"), [("seen", 0.9, 0.97), ("unseen", 0.4, 0.84)])
def test_origins_are_counted_and_outlets_parted(half: str, exact: float, pairs: float) -> None:
    reader = Reader()
    stories = partitions(half)

    found = fit(stories, [traced(story, reader) for story in stories])

    assert found.exact >= exact
    assert found.pairs >= pairs
