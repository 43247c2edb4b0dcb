"""What is asked of each measure, and what others reach on the same texts, as published or run by us."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ask:
    """The least share that will do, None where none is set; the peers' shares in percent, best known first."""

    least: float | None = None
    peers: tuple[tuple[str, float], ...] = ()


NOTHING_ASKED = Ask()

# CQE as its authors publish it, citron as on its own corpus; the others were run on the same texts.
ASKS: Mapping[tuple[str, str], Ask] = {
    ("newsquant_dev", "value"): Ask(0.93, (("CQE", 92.0), ("quantulum3", 73.1), ("Recognizers-Text", 69.5))),
    ("newsquant_dev", "value + approximation"): Ask(0.89, (("CQE", 88.1), ("quantulum3", 61.6), ("Recognizers-Text", 58.7))),
    ("newsquant_dev", "value + unit"): Ask(0.80, (("CQE", 85.6), ("quantulum3", 46.8), ("Recognizers-Text", 35.8))),
    ("numbers", "value"): Ask(0.95, (("Recognizers-Text", 77.0), ("quantulum3", 61.2))),
    ("numbers", "value, in words"): Ask(0.97, (("Recognizers-Text", 72.3), ("quantulum3", 60.0))),
    ("numbers_units", "value"): Ask(0.90, (("quantulum3", 78.9), ("Recognizers-Text", 78.1))),
    ("numbers_units", "value + unit"): Ask(0.75, (("Recognizers-Text", 53.9), ("quantulum3", 48.5))),
    ("dates_recognizers", "dates"): Ask(0.75, (("Recognizers-Text", 53.2), ("dateparser", 27.5), ("HeidelTime", 27.4))),
    ("dates_news", "dates"): Ask(0.92, (("HeidelTime, other news", 85.6),)),
    ("dates_heldout", "dates"): Ask(0.92, (("HeidelTime, other news", 85.6),)),
    ("attribution_news", "speaker"): Ask(0.85, (("citron, other news", 82.0),)),
    ("attribution_news", "cited outlet"): Ask(0.85),
    ("seeds", "figures found"): Ask(1.0),
    ("seeds", "figures right"): Ask(0.95),
}


def ask_of(name: str, measure: str) -> Ask:
    """What is asked of a measure of a set."""
    return ASKS.get((name, measure), NOTHING_ASKED)
