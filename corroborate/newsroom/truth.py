"""What is true of an edition: every claim its texts make, the questions they answer, what rests on what, and what was planted.

An edition is written from its truth and never the other way round, so precision and recall are computed, not judged.
"""

import json
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from corroborate.model.figures import Approx, Kind
from corroborate.model.findings import DiscrepancyType, Verdict


@dataclass(frozen=True, slots=True)
class Expected:
    """One claim that a text makes: "nearly 25,000 accounts" has the surface "25,000", the value 25000 and the approx `nearly`.

    `question` is the key of the question it answers, None where it stands alone. `background` marks figures of other
    events, other years or of the company itself, which must not be compared with those of the event; where outlets give the
    same one, it has a key of its own with a tilde. `place` is title, deck,
    body, dateline, note or round-up; a title need not be part of an article's text, and what a round-up says counts for no
    group, whatever question it answers. `source` names who says so: the key of a
    source of the event, "outlet:NAME" where another outlet is cited, None for the reporter's own voice.
    """

    kind: Kind
    surface: str = ""
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    approx: Approx = Approx.EXACT
    unit: str | None = None
    start: date | None = None
    end: date | None = None
    superlative: str | None = None
    shared: bool = False
    role: str | None = None
    names: tuple[str, ...] = ()
    question: str | None = None
    background: bool = False
    place: str = "body"
    sentence: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleTruth:
    """One version of an article and every claim in its text; `event` is "e3+e8" for a round-up of two."""

    url: str
    outlet: str
    event: str
    version: int
    visible_from: datetime
    claims: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class OriginTruth:
    """Outlets whose answers to a question rest on one thing; `why` are family, wire, reuse, cited, document, speaker."""

    outlets: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What articles of an event answer: `wording` asks it, `values` answer it at each moment (one value where it never changes).

    `verdict` is None where it is a matter of opinion.
    """

    key: str
    event: str
    kind: Kind
    wording: str
    values: tuple[str, ...]
    unit: str | None = None
    counted: str | None = None
    articles: tuple[str, ...] = ()
    origins: tuple[OriginTruth, ...] = ()
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class SideTruth:
    """One side of a planted discrepancy."""

    outlets: tuple[str, ...]
    value: str


@dataclass(frozen=True, slots=True)
class Planted:
    """A discrepancy that the texts contain. The first side is the odd one.

    `arguable` where a careful reader may or may not call it one: finding it is no fault, and neither is missing it.
    """

    event: str
    questions: tuple[str, ...]
    type: DiscrepancyType
    sides: tuple[SideTruth, ...]
    arguable: bool = False


@dataclass(frozen=True, slots=True)
class StoryTruth:
    """An event and the articles about it."""

    event: str
    title: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that differs between two versions of an article."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class RevisionTruth:
    """A later version of an article; `announced` where the page says so."""

    url: str
    version: int
    changes: tuple[Change, ...]
    announced: bool


@dataclass(frozen=True, slots=True)
class Truth:
    """Everything that is true of an edition once all of it is visible.

    Round-ups are among the articles and in no story. `look_alikes` are pairs of events that were made much alike.
    """

    articles: tuple[ArticleTruth, ...]
    questions: tuple[Question, ...]
    stories: tuple[StoryTruth, ...]
    discrepancies: tuple[Planted, ...]
    revisions: tuple[RevisionTruth, ...]
    look_alikes: tuple[tuple[str, str], ...] = ()

    def latest(self) -> tuple[ArticleTruth, ...]:
        """The last version of every article."""
        last = {article.url: article for article in sorted(self.articles, key=lambda article: article.version)}
        return tuple(last.values())

    def to_json(self) -> str:
        """The whole truth as JSON: decimals and dates as strings, what is unset left out."""
        return json.dumps(_plain(self), indent=1, ensure_ascii=False)


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: _plain(part) for name, part in pairs if part is not None and part != ()}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    return value
