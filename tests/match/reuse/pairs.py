"""Labelled pairs of texts on fictional events: republished, rewritten, cut to a brief, or only about the same thing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

FILE = Path(__file__).with_name("pairs.txt")
REPUBLISHED = frozenset({"republished", "brief"})
DEPENDENT = REPUBLISHED | {"rewritten", "release"}
AROUND = (
    ("By Mona Farr, Staff Reporter\n", "\nSign up for our newsletter and get the day's top stories every morning in your inbox."),
    ("(Meridian Wire) - ", "\nPhoto: Smoke rises over the scene on the day after. Credit: Jan Orth/Meridian Wire"),
    (
        "LATEST NEWS\nUpdated 4 hours ago\n",
        "\nRead more: Ten things you should know before you leave the house today. Share this story on social media.",
    ),
    (
        "Published 9:14 a.m. by Dune Daily Newsroom\n",
        "\nCorrection: An earlier version of this article misspelled the name of an official. We regret the error.",
    ),
)
"""What sites put around a text."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, and how the one came about from the other."""

    left: str
    right: str
    label: str


def pairs(half: str) -> list[Pair]:
    """The pairs of one half: "seen" or "unseen"."""
    events = [_event(block) for block in FILE.read_text().split("## ")[1:] if block.startswith(f"{half}\n")]
    neighbours = [*pairwise(events), (events[-1], events[0])]
    return [pair for place, (event, other) in enumerate(neighbours) for pair in _pairs(event, other, place)]


def area(found: Sequence[Pair], score: Callable[[str, str], float], positive: frozenset[str]) -> float:
    """Area under the curve: how often a pair with a label of `positive` scores above one without."""
    scored = [(score(pair.left, pair.right), pair.label in positive) for pair in found]
    above = [value for value, wanted in scored if wanted]
    below = [value for value, wanted in scored if not wanted]
    return sum((one > other) + 0.5 * (one == other) for one in above for other in below) / (len(above) * len(below))


def _event(block: str) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in block.splitlines()[1:] if ": " in line)


def _pairs(event: dict[str, str], other: dict[str, str], place: int) -> Iterator[Pair]:
    before, behind = AROUND[place % len(AROUND)]
    wire = event["W"]
    shortened = wire[: wire.rindex(". ") + 1] if place % 2 else wire
    yield Pair(wire, f"{before}{shortened}{behind}", "republished")
    yield Pair(wire, f"{before}{event['L']}", "rewritten")
    yield Pair(wire, f"{event['B']}{behind}", "brief")
    yield Pair(f"{before}{wire}{behind}", f"{before}{event['I']}{behind}", "independent")
    yield Pair(f"{event['RA']} {event['R']}", f"{event['R']} {event['RB']}", "release")
    yield Pair(_quoting(event, "QA"), _quoting(event, "QB"), "quotations")
    yield Pair(f"{before}{wire}{behind}", f"{before}{other['W']}{behind}", "unrelated")


def _quoting(event: dict[str, str], key: str) -> str:
    return event[key].format(None, f"“{event['1']},”", f"“{event['2']},”")
