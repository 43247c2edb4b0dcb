"""Rows as readers see them: a value together with where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from corroborate.model.articles import Article
from corroborate.model.claims import Claim
from corroborate.model.figures import Kind
from corroborate.model.findings import Assessment, Discrepancy, Verdict
from corroborate.model.pages import Revision
from corroborate.model.stories import ClaimGroup, Origin, Story, Suggestion


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A claim with its article and, once matched, its place among the others. `article.text` may be left empty."""

    claim: Claim
    article: Article
    story: str | None = None
    group: str | None = None
    origin: str | None = None
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class GroupRecord:
    """A claim group with its assessment, origins and claims in order of time."""

    group: ClaimGroup
    assessment: Assessment
    origins: tuple[Origin, ...]
    claims: tuple[ClaimRecord, ...]
    first_seen: datetime
    last_changed: datetime


@dataclass(frozen=True, slots=True)
class StoryRecord:
    """A story with its articles, without their texts, and groups; the coverage ledger is read off the articles' readability."""

    story: Story
    articles: tuple[Article, ...]
    groups: tuple[GroupRecord, ...]


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """The current version of an article, how many versions there are, and its story."""

    article: Article
    revisions: int
    story: str | None


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that differs between two versions of an article; `old` or `new` is None where it came or went."""

    old: str | None
    new: str | None
    kind: Kind
    sentence: str


class Edit(StrEnum):
    """How an article owns up to a change: it corrects itself, says that it was updated, or says nothing."""

    CORRECTION = "correction"
    UPDATE = "update"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class RevisionRecord:
    """A later version of an article against the one before it; `edit` is None where that was not looked at."""

    revision: Revision
    previous: str
    changes: tuple[FigureChange, ...]
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class DiscrepancyRecord:
    """A discrepancy with the title of its story and the question of its group."""

    discrepancy: Discrepancy
    story_title: str
    question: str


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in a line: how many articles it has, its outlets in order of time, and how many of its questions have which verdict."""

    id: str
    title: str
    first: datetime
    last: datetime
    articles: int
    outlets: tuple[str, ...]
    verdicts: Mapping[Verdict, int]


@dataclass(frozen=True, slots=True)
class StoryCounts:
    """A story with how many articles and outlets tell it, and on how many origins all its questions together rest."""

    id: str
    title: str
    first: datetime
    last: datetime
    articles: int
    outlets: int
    origins: int


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A claim group in a line."""

    id: str
    question: str
    kind: Kind
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class SuggestionRecord:
    """Two claim groups that may answer one question, with what each asks and is answered, the left one's first."""

    suggestion: Suggestion
    story: str
    questions: tuple[str, str]
    values: tuple[tuple[str, ...], tuple[str, ...]]

    def beside(self, group: str) -> tuple[str, str, tuple[str, ...]]:
        """The other of the two: its id, its question, its answers."""
        place = 1 if group == self.suggestion.left else 0
        return (self.suggestion.left, self.suggestion.right)[place], self.questions[place], self.values[place]


@dataclass(frozen=True, slots=True)
class ClaimQuery:
    """What a reader asks of the claims; every field narrows, None and empty ask nothing.

    `words` must all occur in sentence, party or counted thing. `low`, `high` bound the value. `since`, `until` bound
    the publication day, both included. `after` continues a listing behind that claim id.
    """

    words: tuple[str, ...] = ()
    party: str | None = None
    kind: Kind | None = None
    unit: str | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    verdict: Verdict | None = None
    story: str | None = None
    group: str | None = None
    article: str | None = None
    after: str | None = None
    limit: int | None = None
