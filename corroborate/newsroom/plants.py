"""Differences put into the coverage of an event, each of a known type."""

from collections import Counter
from dataclasses import dataclass
from random import Random

from corroborate.model.findings import DiscrepancyType
from corroborate.newsroom.plot import Assignment, Event


@dataclass(frozen=True, slots=True)
class Seed:
    """A difference put in: what type, in which questions, by which outlet."""

    type: DiscrepancyType
    questions: tuple[str, ...]
    outlet: str


@dataclass(frozen=True, slots=True)
class Plot:
    """An event as it is going to be covered."""

    event: Event
    assignments: tuple[Assignment, ...]
    seeds: tuple[Seed, ...] = ()


class Desk:
    """Plants differences so that over an edition every type gets its turn."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._planted: Counter[DiscrepancyType] = Counter()

    def plant(self, event: Event, assignments: tuple[Assignment, ...]) -> Plot:
        """The coverage with none to three differences in it."""
        return Plot(event, assignments)
