"""What comes from the web, before anything is read from it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Channel(StrEnum):
    """Where an outlet announces its articles."""

    FEED = "feed"
    SITEMAP = "sitemap"


class VisitState(StrEnum):
    """What became of an announced article; every state but the first two says why there is no figure."""

    PENDING = "pending"
    FETCHED = "fetched"
    ROBOTS = "robots"
    BLOCKED = "blocked"
    GONE = "gone"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as its outlet's feed or sitemap announces it.

    `published` is None where the feed gives no date that can be read without guessing; `published_raw` keeps what it
    wrote, `zone_known` whether that says in which zone. `source` is the publisher that the feed credits (`<source>`), an origin
    marker.
    """

    url: str
    title: str | None = None
    published: datetime | None = None
    published_raw: str | None = None
    source: str | None = None
    language: str | None = None
    zone_known: bool = True


@dataclass(frozen=True, slots=True)
class Announcement:
    """An entry as one feed first showed it: several feeds may announce one article, each with a title or date of its own."""

    feed: str
    article: str
    first_seen: datetime
    entry: Entry


@dataclass(frozen=True, slots=True)
class Page:
    """One answer of a server, or one document imported, as it came.

    `body` is decompressed and not decoded; `charset` is what the server declared. `url` is the address asked for,
    `final_url` the one that answered after redirects; `moved` tells that every redirect was permanent. `max_age` is for how
    many seconds the server calls the answer fresh. `reserved` are the signals by which the site keeps text and data mining
    or AI out: "tdm-reservation in its headers".
    """

    url: str
    final_url: str
    status: int
    content_type: str
    body: bytes
    fetched: datetime
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    moved: bool = False
    max_age: int | None = None
    reserved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArchiveLink:
    """Where in the archive a page lies: WARC file, offset and length in bytes."""

    file: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of an article, by the digest of what was fetched.

    `title`, `published` and `source` are what the feed said, or the import. `seen` is when this version was first met,
    `reserved` what the site reserved then, as `Page.reserved` has it.
    """

    id: str
    article: str
    url: str
    outlet: str
    digest: str
    seen: datetime
    archived: ArchiveLink
    title: str | None = None
    published: datetime | None = None
    source: str | None = None
    reserved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedState:
    """What is known of one feed or sitemap and when it is due again (`next_at`).

    `interval` is ours, in seconds; `floor` is how many the feed itself asks to be left alone for (`<ttl>`, `sy:updatePeriod`).
    `error_kind` names in a word what `error` tells. `added` is when the feed was first listed.
    `children` are the sitemaps of an index that were read, with the time of change that it gave for each.
    """

    url: str
    outlet: str
    channel: Channel
    next_at: datetime
    interval: int
    etag: str | None = None
    last_modified: str | None = None
    body_digest: str | None = None
    last_attempt: datetime | None = None
    last_success: datetime | None = None
    last_new: datetime | None = None
    last_unconditional: datetime | None = None
    failures: int = 0
    error: str | None = None
    floor: int = 0
    error_kind: str | None = None
    added: datetime | None = None
    children: tuple[tuple[str, datetime], ...] = ()


@dataclass(frozen=True, slots=True)
class Visit:
    """One announced article and when its page is due (`next_at`, None for never again).

    `checks` counts the fetches that succeeded (rechecks slow down by it), `tries` the failures since the last success.
    """

    article: str
    url: str
    outlet: str
    found_in: str
    first_seen: datetime
    next_at: datetime | None
    title: str | None = None
    published: datetime | None = None
    source: str | None = None
    state: VisitState = VisitState.PENDING
    reason: str | None = None
    checks: int = 0
    tries: int = 0
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class FeedNews:
    """What came of asking a feed: its state now, the articles it announces (`visits`) and what it says of each (`announced`).

    `old` of its entries appeared too long ago to be fetched.
    """

    state: FeedState
    visits: tuple[Visit, ...] = ()
    announced: tuple[Announcement, ...] = ()
    old: int = 0
