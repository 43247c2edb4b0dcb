"""Claims across outlets: stories, claim groups, and what they rest on."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from corroborate.model.figures import Kind


@dataclass(frozen=True, slots=True)
class Story:
    """The articles, of any outlet, about one event. `articles` are article ids in order of time."""

    id: str
    title: str
    articles: tuple[str, ...]
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Claims that answer one question: "How many accounts were used?". `claims` are claim ids in order of time."""

    id: str
    story: str
    question: str
    kind: Kind
    unit: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two claim groups of a story that may answer one question: "only one says what befell those counted".

    They are kept apart until a person says otherwise. `left` and `right` are ids, the smaller first.
    """

    left: str
    right: str
    reason: str


class OriginKind(StrEnum):
    """What tells where a claim comes from."""

    DOCUMENT = "document"
    SPEAKER = "speaker"
    WIRE = "wire"
    REUSE = "reuse"
    FAMILY = "family"
    CITED = "cited"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Origin:
    """What some claims of a group rest on: one letter, one agency report, one outlet's own reporting.

    `reasons` are sentences, one per piece of evidence. `routes` are the outlets through which it came, where the
    articles name them ("Bloomberg", "Reuters"), in order of first mention.
    """

    id: str
    group: str
    kind: OriginKind
    label: str
    claims: tuple[str, ...]
    outlets: tuple[str, ...]
    reasons: tuple[str, ...]
    routes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reuse:
    """One article repeats another's text; `containment` is the share of the shorter one's own words found in the other.

    `changed` pairs figures of sentences that are otherwise the same: (in the earlier, in the later).
    """

    earlier: str
    later: str
    containment: float
    changed: tuple[tuple[str, str], ...] = ()
