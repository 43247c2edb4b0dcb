"""What is read out of a page: the article and its claims."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from corroborate.model.claims import Claim


class Readability(StrEnum):
    """Whether a page gave an article; anything but READ says why there is no figure."""

    READ = "read"
    EMPTY = "empty"
    SHORT = "short"
    STUB = "stub"
    LANGUAGE = "language"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Article:
    """One version of an article: `text` is what the offsets of its claims count in.

    `published` is when the outlet says it appeared, None where nothing tells; `published_source` says what told:
    "json-ld", "meta", "feed", "import", "page", "text", "url". `modified` is a later time the page itself states.
    `credits` are agencies or outlets that byline, dateline or feed name as the origin ("Meridian Wire"). `seen` is when this version
    was fetched or imported.
    """

    id: str
    revision: str
    url: str
    outlet: str
    title: str | None
    text: str
    text_digest: str
    seen: datetime
    published: datetime | None = None
    published_source: str | None = None
    modified: datetime | None = None
    byline: str | None = None
    language: str | None = None
    credits: tuple[str, ...] = ()
    readability: Readability = Readability.READ

    @property
    def body(self) -> str:
        """The text below the headline, which is put on top of what a page says where it does not stand there."""
        return self.text.removeprefix(f"{self.title}\n") if self.title else self.text

    @property
    def as_of(self) -> datetime:
        """The latest moment for which the article's figures can be held to stand."""
        return self.modified or self.published or self.seen


@dataclass(frozen=True, slots=True)
class Numerals:
    """How many numerals a page shows, and how many of these the text has that was taken from it."""

    shown: int
    kept: int


@dataclass(frozen=True, slots=True)
class Reading:
    """An article version and everything it claims; `numerals` tell of the page it was taken from, and are no part of what it says."""

    article: Article
    claims: tuple[Claim, ...]
    numerals: Numerals | None = field(default=None, compare=False)
