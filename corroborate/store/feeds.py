"""Feeds and sitemaps: what is known of each, and when it is due."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from itertools import chain

from sqlalchemy import ColumnExpressionArgument, func, not_, select, update
from sqlalchemy.orm import Session

from corroborate.model.outlets import Outlet
from corroborate.model.pages import Announcement, Channel, Entry, FeedNews, FeedState, Visit
from corroborate.store.columns import Values, insert_new, upsert
from corroborate.store.engine import Database
from corroborate.store.tables import AnnouncementRow, FeedRow, PassedOverRow, VisitRow
from corroborate.store.visits import announce

FIRST_INTERVAL = 6 * 3600
"""Seconds between visits of a feed of which nothing is known yet."""


class Feeds:
    """The state of every feed and sitemap."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sync(self, outlets: Iterable[Outlet], now: datetime) -> None:
        """Feeds newly listed are due now; those no longer listed keep their state but are left alone."""
        listed = {state.url: state for outlet in outlets for state in _states(outlet, now)}
        with self._database.writing() as session:
            known = {row.url: row for row in session.scalars(select(FeedRow))}
            insert_new(session, FeedRow, [to_row(state) for url, state in listed.items() if url not in known])
            changed = [
                row
                for url, row in known.items()
                if row.active != (url in listed)
                or (url in listed and (row.outlet, row.channel) != (listed[url].outlet, listed[url].channel))
            ]
            for row in changed:
                state = listed.get(row.url, from_row(row))
                values = {"active": row.url in listed, "outlet": state.outlet, "channel": state.channel.value}
                session.execute(update(FeedRow).where(FeedRow.url == row.url).values(values))

    def due(self, now: datetime) -> tuple[FeedState, ...]:
        """Listed feeds whose time has come, longest due first."""
        due = self._where(FeedRow.active, FeedRow.next_at <= now)
        return tuple(sorted(due, key=lambda state: (state.next_at, state.url)))

    def next_due(self) -> datetime | None:
        """When the next listed feed is to be asked, None where none is listed."""
        with self._database.reading() as session:
            return session.scalar(select(func.min(FeedRow.next_at)).where(FeedRow.active))

    def all(self) -> tuple[FeedState, ...]:
        """Every listed feed, by outlet and address."""
        return self._where(FeedRow.active)

    def unlisted(self) -> tuple[FeedState, ...]:
        """Feeds that were listed once, by outlet and address."""
        return self._where(not_(FeedRow.active))

    def save(self, state: FeedState, visits: Iterable[Visit], announced: Iterable[Announcement] = (), old: int = 0) -> None:
        """A feed was asked: its state, and the articles it announces. Articles known already keep theirs.

        What the feed says of each is kept as it was `announced` first; so many of its entries were too `old`.
        """
        self.save_all([FeedNews(state, tuple(visits), tuple(announced), old)])

    def save_all(self, asked: Sequence[FeedNews]) -> None:
        """The same for several feeds at once: all of it or nothing."""
        with self._database.writing() as session:
            upsert(session, FeedRow, [to_row(news.state) for news in asked], keep=("active", "added"))
            announce(session, chain.from_iterable(news.visits for news in asked))
            insert_new(session, AnnouncementRow, [_announcement_row(one) for news in asked for one in news.announced])
            for news in asked:
                if news.old and news.state.last_attempt is not None:
                    _pass_over(session, news.state.url, news.state.last_attempt.astimezone(UTC).date(), news.old)

    def announcements(self, article: str) -> tuple[Announcement, ...]:
        """What each feed says of an article, in order of who said so first."""
        query = select(AnnouncementRow, VisitRow.url).join(VisitRow, VisitRow.article == AnnouncementRow.article)
        ordered = query.where(AnnouncementRow.article == article).order_by(AnnouncementRow.first_seen, AnnouncementRow.feed)
        with self._database.reading() as session:
            return tuple(_announcement(row, url) for row, url in session.execute(ordered))

    def _where(self, *conditions: ColumnExpressionArgument[bool]) -> tuple[FeedState, ...]:
        with self._database.reading() as session:
            found = [from_row(row) for row in session.scalars(select(FeedRow).where(*conditions))]
        # Sorted here, for each database has its own idea of how addresses are ordered.
        return tuple(sorted(found, key=lambda state: (state.outlet, state.url)))


def _states(outlet: Outlet, now: datetime) -> list[FeedState]:
    channels = ((Channel.FEED, outlet.feeds), (Channel.SITEMAP, outlet.sitemaps))
    return [FeedState(url, outlet.name, channel, now, FIRST_INTERVAL, added=now) for channel, urls in channels for url in urls]


def _announcement_row(announced: Announcement) -> Values:
    entry = announced.entry
    return {
        "feed": announced.feed,
        "article": announced.article,
        "first_seen": announced.first_seen,
        "title": entry.title,
        "published": entry.published,
        "published_raw": entry.published_raw,
        "zone_known": entry.zone_known,
        "source": entry.source,
        "language": entry.language,
    }


def _announcement(row: AnnouncementRow, url: str) -> Announcement:
    entry = Entry(url, row.title, row.published, row.published_raw, row.source, row.language, row.zone_known)
    return Announcement(row.feed, row.article, row.first_seen, entry)


def _pass_over(session: Session, feed: str, day: date, entries: int) -> None:
    """A feed shows its old entries at every visit: on each day the most of them count."""
    key = {"feed": feed, "day": day, "reason": "old"}
    before = session.get(PassedOverRow, tuple(key.values()))
    if before is None or before.entries < entries:
        upsert(session, PassedOverRow, [key | {"entries": entries}])


def to_row(state: FeedState) -> Values:
    """The state as its table holds it, as of a listed feed."""
    return {
        "url": state.url,
        "outlet": state.outlet,
        "channel": state.channel.value,
        "next_at": state.next_at,
        "interval": state.interval,
        "etag": state.etag,
        "last_modified": state.last_modified,
        "body_digest": state.body_digest,
        "last_attempt": state.last_attempt,
        "last_success": state.last_success,
        "last_new": state.last_new,
        "last_unconditional": state.last_unconditional,
        "failures": state.failures,
        "error": state.error,
        "floor": state.floor,
        "error_kind": state.error_kind,
        "added": state.added,
        "children": [[url, at.isoformat()] for url, at in state.children],
        "active": True,
    }


def from_row(row: FeedRow) -> FeedState:
    """The state of a row."""
    return FeedState(
        url=row.url,
        outlet=row.outlet,
        channel=Channel(row.channel),
        next_at=row.next_at,
        interval=row.interval,
        etag=row.etag,
        last_modified=row.last_modified,
        body_digest=row.body_digest,
        last_attempt=row.last_attempt,
        last_success=row.last_success,
        last_new=row.last_new,
        last_unconditional=row.last_unconditional,
        failures=row.failures,
        error=row.error,
        floor=row.floor,
        error_kind=row.error_kind,
        added=row.added,
        children=tuple((url, datetime.fromisoformat(at)) for url, at in row.children or ()),
    )
