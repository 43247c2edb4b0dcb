"""Who says so, against annotated news of our own, with the measure of the package."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corroborate.extract.reader import Reader
from corroborate.measure.attribution import attributions, named, names_score, same_name
from corroborate.measure.passages import Means
from corroborate.measure.scores import Score
from corroborate.model.claims import Attribution

__all__ = ["NEWS", "news", "same_name", "score"]

NEWS = Path(__file__).parent / "attribution_news.jsonl"


@dataclass(frozen=True, slots=True)
class Scores:
    """All that is measured of one half of the set."""

    figures: int
    speaker: Score
    document: Score
    cites: Score
    hedged: float
    denied: float


Reads = Callable[[Mapping[str, Any]], list[Attribution]]


def news(split: str) -> list[dict[str, Any]]:
    """The passages of one half, "dev" or "test"; none where the set is not there."""
    lines = NEWS.read_text(encoding="utf-8").splitlines() if NEWS.is_file() else []
    return [passage for line in lines if (passage := json.loads(line))["split"] == split]


def score(passages: Iterable[Mapping[str, Any]], read: Reads | None = None) -> Scores:
    """Every annotated figure is asked who says so; `read` gives the answers of one passage, in the order of its figures."""
    pairs = [pair for passage in passages for pair in zip(passage["figures"], (read or told)(passage), strict=True)]
    speaker = document = cites = Score()
    for gold, found in pairs:
        speaker = speaker + names_score(named(gold["speaker"]), named(found.speaker))
        document = document + names_score(named(gold["document"]), named(found.document))
        cites = cites + names_score(gold["cites"], found.cites)
    number = max(1, len(pairs))
    hedged = sum(gold["hedged"] == found.hedged for gold, found in pairs) / number
    denied = sum(gold["denied"] == found.denied for gold, found in pairs) / number
    return Scores(len(pairs), speaker, document, cites, hedged, denied)


def told(passage: Mapping[str, Any]) -> list[Attribution]:
    """What the reader says of each annotated figure."""
    return list(attributions(passage, _means().read(passage)))


@cache
def _means() -> Means:
    return Means(Reader())
