"""The desk editor's test: passages of several outlets are read, matched and checked, and judged by two figures asked about."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from corroborate.check import check_story, compare_figures
from corroborate.extract import Reader
from corroborate.match import Matching, Means, match_story
from corroborate.model.articles import Reading
from corroborate.model.claims import Claim
from corroborate.model.findings import Discrepancy, DiscrepancyType, Relation
from corroborate.model.stories import Story
from tests.factory import NOON, article

APART = frozenset({DiscrepancyType.SCOPE, DiscrepancyType.PERIOD})
ALONE = frozenset({DiscrepancyType.ARITHMETIC})


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the program makes of a pair; `found` are all types of findings about it, `missing` tells that a figure was not read."""

    relation: Relation
    found: tuple[Discrepancy, ...]
    missing: bool
    together: bool

    @property
    def type(self) -> str | None:
        """The type of the first finding about the pair, None where nothing would be shown."""
        return self.found[0].type.value if self.found else None


def pairs(path: Path) -> list[dict[str, Any]]:
    """One pair a line: `left` and `right` with `figure`, `others` for further evidence; see the README beside the file."""
    return [json.loads(line) for line in path.read_text().splitlines()]


def readings_of(pair: dict[str, Any], reader: Reader) -> list[Reading]:
    """The passages read, those asked about first."""
    return [reader.read_article(_written(passage)) for passage in (pair["left"], pair["right"], *pair.get("others", ()))]


def _written(passage: dict[str, Any]) -> Any:
    moment = NOON + timedelta(hours=passage["hours"])
    return article(passage["outlet"], passage["text"], published=moment, seen=moment)


def judge(pair: dict[str, Any], readings: Sequence[Reading], means: Means) -> Judgement:
    """What the program says about the two figures asked about."""
    articles = {reading.article.id: reading for reading in readings}
    story = Story("s_desk", pair["topic"], tuple(articles), NOON, NOON)
    matched = match_story(story, readings, means)
    left, right = (_claim(reading, pair[side]["figure"]) for reading, side in zip(readings, ("left", "right"), strict=False))
    assessments = check_story(story, matched.groups, matched.origins, articles, matched.reuses)
    if left is None or right is None:
        return Judgement(Relation.INCOMPARABLE, (), missing=True, together=False)
    found = tuple(one for assessment in assessments for one in assessment.discrepancies if _is_about(one, left, right))
    together = _together(matched, left, right)
    related = together or any(one.type not in APART for one in found)
    relation = compare_figures(left.figure, right.figure).relation if related else Relation.INCOMPARABLE
    # Ranges that exclude each other and are passed over in silence are held to answer two questions.
    apart = found[0].type in APART if found else relation in (Relation.CONFLICT, Relation.TENSION)
    return Judgement(Relation.INCOMPARABLE if apart else relation, found, missing=False, together=together)


def _claim(reading: Reading, figure: str) -> Claim | None:
    """The claim whose characters overlap those of the figure most; of equals the shorter."""
    start = reading.article.text.index(figure)
    stop = start + len(figure)
    fitting = [claim for claim in reading.claims if claim.span.start < stop and start < claim.span.end]
    return max(fitting, key=lambda one: (min(one.span.end, stop) - max(one.span.start, start), -len(one.surface)), default=None)


def _is_about(found: Discrepancy, left: Claim, right: Claim) -> bool:
    """The two stand on different sides; what contradicts itself is about a pair that it is a part of."""
    places = [{number for number, side in enumerate(found.sides) if claim.id in side.claims} for claim in (left, right)]
    if found.type in ALONE:
        return bool(places[0] or places[1])
    return bool(places[0]) and bool(places[1]) and places[0] != places[1]


def _together(matched: Matching, left: Claim, right: Claim) -> bool:
    return any(left.id in group.claims and right.id in group.claims for group in matched.groups)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many pairs are judged as an editor judges them, and how many alarms are false."""

    pairs: int
    relations: int
    types: int
    alarms: int
    unseen: int

    def __str__(self) -> str:
        return (
            f"relation right {self.relations} of {self.pairs}, type right {self.types}, "
            f"false alarms {self.alarms}, nothing shown where something should be {self.unseen}"
        )


def tally(judged: Iterable[tuple[dict[str, Any], Judgement]]) -> Tally:
    """Count over all pairs."""
    listed = list(judged)
    return Tally(
        pairs=len(listed),
        relations=sum(1 for pair, one in listed if one.relation.value == pair["relation"]),
        types=sum(1 for pair, one in listed if one.type == pair["type"]),
        alarms=sum(1 for pair, one in listed if pair["type"] is None and one.type is not None),
        unseen=sum(1 for pair, one in listed if pair["type"] is not None and one.type is None),
    )
