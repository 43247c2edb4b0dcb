"""A ledger that lives as long as a test."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from corroborate.model.pages import Channel, Entry, FeedNews, FeedState, Revision, Visit
from tests.factory import NOON


class MemoryLedger:
    """Keeps what the crawler tells, as the store does: known articles keep their state, known versions stay as they were."""

    def __init__(self, *feeds: FeedState) -> None:
        self.feeds = {state.url: state for state in feeds}
        self.visits: dict[str, Visit] = {}
        self.revisions: dict[str, Revision] = {}
        self.announced: dict[tuple[str, str], Entry] = {}
        self.old: dict[str, int] = {}
        self.contradicted: set[str] = set()

    def due_feeds(self, now: datetime) -> Sequence[FeedState]:
        return [state for state in self.feeds.values() if state.next_at <= now]

    def save_feeds(self, asked: Sequence[FeedNews]) -> None:
        for news in asked:
            self.feeds[news.state.url] = news.state
            self.announced |= {(one.feed, one.article): one.entry for one in news.announced}
            self.old[news.state.url] = news.old
            for visit in news.visits:
                self.visits.setdefault(visit.article, visit)

    def known(self, articles: Collection[str]) -> Collection[str]:
        return set(articles) & set(self.visits)

    def due_visits(self, now: datetime) -> Sequence[Visit]:
        return [visit for visit in self.visits.values() if visit.next_at is not None and visit.next_at <= now]

    def disputed(self) -> Collection[str]:
        return self.contradicted

    def history(self, article: str) -> Sequence[Revision]:
        versions = [revision for revision in self.revisions.values() if revision.article == article]
        return sorted(versions, key=lambda revision: revision.seen)

    def histories(self, articles: Collection[str]) -> Mapping[str, Sequence[Revision]]:
        return {article: self.history(article) for article in articles}

    def save_visits(self, done: Sequence[tuple[Visit, Revision | None]]) -> None:
        self.visits |= {visit.article: visit for visit, _ in done}
        for revision in (revision for _, revision in done if revision is not None):
            self.revisions.setdefault(revision.id, revision)


class Clock:
    """A clock that a test turns."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def turn(self, **by: float) -> None:
        self.now += timedelta(**by)


def feed_state(
    url: str = "http://harbour-herald.example/feed.xml", channel: Channel = Channel.FEED, outlet: str = "Harbour Herald"
) -> FeedState:
    """A feed newly listed, due at noon."""
    return FeedState(url, outlet, channel, next_at=NOON, interval=6 * 3600)
