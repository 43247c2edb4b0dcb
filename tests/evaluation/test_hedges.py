"""Whether two wordings of a figure contradict each other, as careful editors judged it; the floors only ever go up.

The widths of the hedges are calibrated on the half "dev"; the half "test" is held out.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corroborate.check.quantities import compare
from corroborate.extract.quantities import read_quantities
from corroborate.model.figures import Quantity

PAIRS = [json.loads(line) for line in (Path(__file__).parent / "hedge_pairs.jsonl").read_text(encoding="utf-8").splitlines()]
# Of all pairs judged as the editors do, of the conflicts found, and of the pairs that are none called one.
FLOORS = {"dev": (0.85, 0.88, 0.02), "test": (0.76, 0.79, 0.02)}


def figure(text: str, surface: str) -> Quantity | None:
    """The figure that stands where the annotation says."""
    start = text.index(surface)
    end = start + len(surface)
    return next((found.quantity for found in read_quantities(text) if found.span.start < end and start < found.span.end), None)


def relation(pair: dict[str, Any]) -> str:
    left, right = (figure(pair[side], pair[f"{side}_figure"]) for side in ("left", "right"))
    return "unread" if left is None or right is None else compare(left, right).relation.value


@cache
def judged(split: str) -> list[tuple[str, str]]:
    return [(pair["label"], relation(pair)) for pair in PAIRS if pair["split"] == split]


@pytest.mark.parametrize("split", FLOORS)
def test_two_wordings_stand_to_each_other_as_editors_say(split: str) -> None:
    found = judged(split)

    assert sum(label == ours for label, ours in found) >= FLOORS[split][0] * len(found)


@pytest.mark.parametrize("split", FLOORS)
def test_wordings_that_contradict_each_other_are_found(split: str) -> None:
    conflicts = [ours for label, ours in judged(split) if label == "conflict"]

    assert conflicts.count("conflict") >= FLOORS[split][1] * len(conflicts)


@pytest.mark.parametrize("split", FLOORS)
def test_wordings_that_leave_room_for_each_other_are_hardly_ever_called_a_conflict(split: str) -> None:
    harmless = [ours for label, ours in judged(split) if label in ("same", "compatible")]

    assert harmless.count("conflict") <= FLOORS[split][2] * len(harmless)
