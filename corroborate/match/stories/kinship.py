"""Whether two articles are about one event: what speaks for it, what against it, and how much each weighs.

The weights are learned (`python -m corroborate.measure.learn`) and kept in `weights.json`: one set for articles with a text,
one for headlines, whose words are few, and one for what is taken up again weeks later; each without vectors, with those of a
sentence model, and with those of the table of words.
"""

import json
from bisect import bisect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from corroborate.match.reuse import FEWEST, REPUBLISHED
from corroborate.match.stories.candidates import WINDOW
from corroborate.match.stories.evidence import EVIDENCE, Pair, paired
from corroborate.match.stories.sketches import Sketch

DIGITS = 6
COPIED = 6.0
"""What speaks for two articles of which one is mostly the other; no other two come to as much."""

STRONGEST = 5.99
"""No pair speaks louder than this, so that one odd article cannot carry a story."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """How much each piece of evidence counts; what counts nothing is left out."""

    bias: float
    weights: tuple[tuple[Callable[[Pair], float], float], ...]


def form(left: Sketch, right: Sketch) -> str:
    """Which weights are for two articles: "text", or "headline" where either is no more, or "later" where weeks lie between
    them; without vectors, "with vectors" of a sentence model, or "by table".
    """
    length = "headline" if left.is_brief or right.is_brief else "text"
    if abs(left.moment - right.moment) > WINDOW:
        length = "later"
    if left.vector is None or right.vector is None or left.by_table != right.by_table:
        return length
    return f"{length} by table" if left.by_table else f"{length} with vectors"


@cache
def weighings() -> Mapping[str, Weighing]:
    """The learned weights, by form."""
    written = json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
    return {
        name: Weighing(one["bias"], tuple((tell, weight) for tell, _ in EVIDENCE if (weight := one["weights"].get(tell.__name__))))
        for name, one in written.items()
    }


def is_copy(left: Sketch, right: Sketch) -> bool:
    """Most of the one is in the other, whatever its title."""
    both = left.traces & right.traces
    if len(both) < FEWEST * REPUBLISHED:
        return False
    bound = min(left.last_trace, right.last_trace)
    fewer = min(bisect(one.traces_in_order, bound) for one in (left, right))
    return fewer >= FEWEST and sum(1 for trace in both if trace <= bound) / fewer >= REPUBLISHED


def told(left: Sketch, right: Sketch) -> list[float]:
    """What each piece of evidence tells of two articles."""
    pair = paired(left, right)
    return [tell(pair) for tell, _ in EVIDENCE]


def kinship(left: Sketch, right: Sketch) -> float:
    """What speaks for one event, above 0, or against it: log odds."""
    if is_copy(left, right):
        return COPIED
    weighing, pair = weighings()[form(left, right)], paired(left, right)
    odds = weighing.bias
    for tell, weight in weighing.weights:
        odds += weight * tell(pair)
    # Sums come out a little different in another order: which article is named first must not matter.
    return round(max(-STRONGEST, min(STRONGEST, odds)), DIGITS)
