"""How hard an edition makes it: how much of it is alike without being the same."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Difficulty:
    """Shares from 0 to 1.

    Of the events, `doubles` are much like an earlier one ("two quakes in a week in one region"), `crowds` are covered by
    many outlets; `round_ups` is the number of articles, per event, that tell two events in a few sentences each.
    Of the names, `familiar` are those of people, companies and towns of other events. Of the figures that stay,
    `coincidences` are by chance those of another question or event. Of the articles, `recalls` look back at another event of
    the same kind, `late` come days after, `undated` do not say when they appeared, and of the copies `rewritten` keep
    only parts of their original; `bare` briefs hold nothing but the figures.
    """

    doubles: float = 0.0
    crowds: float = 0.0
    round_ups: float = 0.0
    familiar: float = 0.0
    coincidences: float = 0.0
    recalls: float = 0.0
    late: float = 0.0
    undated: float = 0.0
    rewritten: float = 0.0
    bare: float = 0.0


EASY = Difficulty(doubles=0.15)
HARD = Difficulty(
    doubles=0.35,
    crowds=0.1,
    round_ups=0.15,
    familiar=0.3,
    coincidences=0.25,
    recalls=0.45,
    late=0.1,
    undated=0.05,
    rewritten=0.35,
    bare=0.7,
)
