"""Who did what, to whom, in which days, limited how and of what: claims against annotated news."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from corroborate.extract.claims import read_claims
from corroborate.extract.reader import Reader
from corroborate.model.claims import Claim
from corroborate.model.figures import Quantity
from tests.factory import article

OWN = Path(__file__).parent / "roles_news.jsonl"
SLOTS = ("actor", "target", "period", "scope", "thing")
Slot = frozenset[object]


@dataclass(frozen=True, slots=True)
class Score:
    """How many values were rightly read, read at all, and there to be read."""

    right: int = 0
    read: int = 0
    there: int = 0

    def counted(self, expected: Slot, found: Slot) -> "Score":
        """The score with one more figure."""
        return Score(self.right + len(expected & found), self.read + len(found), self.there + len(expected))

    @property
    def precision(self) -> float:
        """1 where nothing was read."""
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        """1 where nothing was there."""
        return self.right / self.there if self.there else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        return 2 * self.right / (self.read + self.there) if self.read + self.there else 1.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """One figure's slot: what it should say and what it says."""

    text: str
    surface: str
    slot: str
    expected: Slot
    found: Slot


def annotated(split: str) -> list[dict[str, Any]]:
    """The annotated texts of one half, "dev" or "test"."""
    lines = OWN.read_text(encoding="utf-8").splitlines()
    return [text for line in lines if (text := json.loads(line))["split"] == split]


def outcomes(reader: Reader, texts: Sequence[dict[str, Any]]) -> Iterator[Outcome]:
    """Every slot of every annotated figure."""
    for told in texts:
        published = date.fromisoformat(told["published"])
        claims = read_claims(reader.annotate(told["text"], published), article(text=told["text"]))
        for gold in told["figures"]:
            claim = claim_at(claims, told["text"], gold["surface"])
            for slot in SLOTS if "thing" in gold else SLOTS[:-1]:
                wanted = expected(gold, slot)
                yield Outcome(told["text"], gold["surface"], slot, wanted, as_told(wanted, found(claim, slot), slot))


def claim_at(claims: Sequence[Claim], text: str, surface: str) -> Claim | None:
    """The quantity that covers the annotated characters."""
    start = text.index(surface)
    end = start + len(surface)
    return next((one for one in claims if isinstance(one.figure, Quantity) and one.span.start < end and start < one.span.end), None)


def expected(gold: dict[str, Any], slot: str) -> Slot:
    """What the annotation says of a slot."""
    value = gold[slot]
    if slot == "scope":
        return frozenset(value)
    if value is None:
        return frozenset()
    return frozenset({tuple(value)}) if slot == "period" else frozenset({plain(value)})


def found(claim: Claim | None, slot: str) -> Slot:
    """What a claim says of a slot."""
    if claim is None:
        return frozenset()
    if slot == "scope":
        return frozenset(claim.scope)
    if slot == "period":
        days = None if claim.period is None else claim.period.range
        return frozenset() if days is None else frozenset({(day_text(days.low), day_text(days.high))})
    thing = claim.figure.counted if isinstance(claim.figure, Quantity) else None
    name = thing if slot == "thing" else getattr(claim.deed, slot)
    return frozenset() if name is None else frozenset({plain(name)})


def as_told(wanted: Slot, read: Slot, slot: str) -> Slot:
    """A body named by a common noun may be read with its place: "Orsk police" are the police."""
    if slot not in ("actor", "target"):
        return read
    told = next((one for one in wanted if isinstance(one, str) and one.isascii()), None)
    return wanted if told and any(isinstance(one, str) and told in one.split() for one in read) else read


def day_text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def plain(name: str) -> str:
    """Without an article, in lower case."""
    return name.lower().removeprefix("the ")


def scores(reader: Reader, split: str) -> dict[str, Score]:
    """The score of each slot on one half."""
    found = dict.fromkeys(SLOTS, Score())
    for outcome in outcomes(reader, annotated(split)):
        found[outcome.slot] = found[outcome.slot].counted(outcome.expected, outcome.found)
    return found
