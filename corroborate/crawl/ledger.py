"""What the crawler asks and tells of what it knows; the store answers, or a test."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from corroborate.model.pages import FeedNews, FeedState, Revision, Visit


class Ledger(Protocol):
    """What the crawler asks and tells; each save is one transaction, and saving twice changes nothing."""

    def due_feeds(self, now: datetime) -> Sequence[FeedState]:
        """Feeds and sitemaps to be asked now, longest due first."""

    def save_feeds(self, asked: Sequence[FeedNews]) -> None:
        """Feeds were asked: their states, and the articles they announce, of which those known already keep their state."""

    def known(self, articles: Collection[str]) -> Collection[str]:
        """Those of the article ids that were announced before."""

    def due_visits(self, now: datetime) -> Sequence[Visit]:
        """Articles to be fetched now, longest due first."""

    def disputed(self) -> Collection[str]:
        """Ids of articles with a figure that another outlet contradicts."""

    def histories(self, articles: Collection[str]) -> Mapping[str, Sequence[Revision]]:
        """The versions of each of these articles, in order of when they were seen; nothing for one that has none."""

    def save_visits(self, done: Sequence[tuple[Visit, Revision | None]]) -> None:
        """Articles were fetched, or were not; each with its new version where there is one."""
