"""Who did what a figure measures, to whom, in which days, limited how and of what: claims against annotated news."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from corroborate.extract.claims import read_claims
from corroborate.measure.articles import article_of
from corroborate.measure.passages import Means
from corroborate.measure.scores import Measured, Score, f1
from corroborate.measure.sets import Lines
from corroborate.model.claims import Claim
from corroborate.model.figures import Quantity

SLOTS: Mapping[str, str] = {
    "actor": "who did it",
    "target": "to whom",
    "period": "period",
    "scope": "scope",
    "thing": "thing counted",
}

Slot = frozenset[object]


def measure_roles(lines: Lines, means: Means) -> Iterator[Measured]:
    """F1 of each slot over the annotated figures."""
    scores = dict.fromkeys(SLOTS, Score())
    for line in lines:
        claims = read_claims(means.read(line), article_of(line["text"]))
        for gold in line["figures"]:
            claim = claim_at(claims, line["text"], gold["surface"])
            for slot in SLOTS:
                if slot in gold:
                    scores[slot] += _score(expected(gold, slot), found(claim, slot), slot)
    for slot, measure in SLOTS.items():
        yield f1(measure, scores[slot])


def claim_at(claims: Sequence[Claim], text: str, surface: str) -> Claim | None:
    """The quantity that covers the annotated characters."""
    start = text.index(surface)
    end = start + len(surface)
    return next((one for one in claims if isinstance(one.figure, Quantity) and one.span.start < end and start < one.span.end), None)


def expected(gold: Mapping[str, Any], slot: str) -> Slot:
    """What the annotation says of a slot."""
    value = gold[slot]
    if slot == "scope":
        return frozenset(value)
    if value is None:
        return frozenset()
    return frozenset({tuple(value)}) if slot == "period" else frozenset({_plain(value)})


def found(claim: Claim | None, slot: str) -> Slot:
    """What a claim says of a slot."""
    if claim is None:
        return frozenset()
    if slot == "scope":
        return frozenset(claim.scope)
    if slot == "period":
        days = None if claim.period is None else claim.period.range
        return frozenset() if days is None else frozenset({(_day(days.low), _day(days.high))})
    thing = claim.figure.counted if isinstance(claim.figure, Quantity) else None
    name = thing if slot == "thing" else getattr(claim.deed, slot)
    return frozenset() if name is None else frozenset({_plain(name)})


def _score(gold: Slot, given: Slot, slot: str) -> Score:
    """A body named by a common noun may be read with its place: "Orsk police" are the police."""
    told = next((one for one in gold if isinstance(one, str)), None)
    if slot in ("actor", "target") and told and any(isinstance(one, str) and told in one.split() for one in given):
        given = gold
    return Score(len(gold), len(given), len(gold & given))


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ")
