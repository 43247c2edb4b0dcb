"""Passages of several outlets, read, matched and checked, as a desk editor would judge them; all of them are invented.

A pair has `left` and `right`, each an outlet, the hours from noon of 14 October 2026, a text and the figure asked about, and up to
three `others` that are further evidence. `relation` is that of the two ranges, `incomparable` where the figures answer two
questions; `type` is the note that a desk would want, null where nothing should be shown.
"""

from pathlib import Path

import pytest

from corroborate.extract import Reader
from corroborate.match import Means
from tests.check.desks import Tally, judge, pairs, readings_of, tally

# What is right of each set; to be raised, never lowered without a reason that stands beside it.
FLOORS = {
    "desk_passages.jsonl": {"relations": 48, "types": 47, "alarms": 2},
    "desk_passages_apart.jsonl": {"relations": 43, "types": 40, "alarms": 3},
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize("name", FLOORS)
def test_figures_in_passages_are_judged_as_an_editor_would(name: str, reader: Reader) -> None:
    found: Tally = tally((pair, judge(pair, readings_of(pair, reader), Means())) for pair in pairs(Path(__file__).parent / name))

    assert found.relations >= FLOORS[name]["relations"], str(found)
    assert found.types >= FLOORS[name]["types"], str(found)
    assert found.alarms <= FLOORS[name]["alarms"], str(found)
