"""Claims across outlets: stories, claim groups, and what they rest on."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from corroborate.model.figures import Kind
from corroborate.model.wordings import join


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

    They are kept apart until a person says otherwise. `left` and `right` are ids, the smaller first; `evidence` are
    sentences that speak for one question, strongest first.
    """

    left: str
    right: str
    reason: str
    evidence: tuple[str, ...] = ()


class OriginKind(StrEnum):
    """What tells where a claim comes from."""

    DOCUMENT = "document"
    SPEAKER = "speaker"
    WIRE = "wire"
    REUSE = "reuse"
    FAMILY = "family"
    CITED = "cited"
    UNKNOWN = "unknown"


LONGEST_NOUN = 12
"""Letters of a document's name that can be counted: "2 indictments"."""

NOUNS = {
    OriginKind.SPEAKER: "named source",
    OriginKind.WIRE: "agency report",
    OriginKind.REUSE: "common text",
    OriginKind.FAMILY: "publisher",
    OriginKind.CITED: "cited outlet",
    OriginKind.UNKNOWN: "source not stated",
}


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


def summary(origins: Sequence[Origin]) -> str:
    """What the figures of a group rest on, in one sentence: "7 outlets, 2 origins: 1 letter and 1 source not stated"."""
    outlets = {outlet for origin in origins for outlet in origin.outlets}
    told = f"{_counted(len(outlets), 'outlet')}, {_counted(len(origins), 'origin')}"
    if not origins:
        return told
    named = Counter(_noun(origin) for origin in origins)
    return f"{told}: {join(tuple(_counted(count, noun) for noun, count in named.items()))}"


def _noun(origin: Origin) -> str:
    """What an origin is in a word; a document by the word printed first in its label."""
    if origin.kind is OriginKind.DOCUMENT:
        word = origin.label.partition(" from ")[0].partition(",")[0].lower()
        return word if word.isalpha() and len(word) <= LONGEST_NOUN and not word.endswith("s") else "document"
    return NOUNS[origin.kind]


def _counted(number: int, noun: str) -> str:
    if number == 1:
        return f"1 {noun}"
    if noun.startswith("source "):
        return f"{number} {noun.replace('source', 'sources', 1)}"
    return f"{number} {noun.removesuffix('y')}ies" if noun.endswith(("cy", "py")) else f"{number} {noun}s"


@dataclass(frozen=True, slots=True)
class Reuse:
    """One article repeats another's text; `containment` is the share of the shorter one's own wording found in the
    other: words in a row, or where it was rewritten pairs of telling words (then below what counts as republished).

    `changed` pairs figures of sentences that are otherwise the same: (in the earlier, in the later).
    """

    earlier: str
    later: str
    containment: float
    changed: tuple[tuple[str, str], ...] = ()
