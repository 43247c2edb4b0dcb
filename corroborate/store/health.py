"""What has become of what the feeds announced: each feed's rhythm, and per outlet and day why an article was not read."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime

from sqlalchemy import Select, case, func, select

from corroborate.model.articles import Readability
from corroborate.model.health import WINDOW, Day, Rhythm
from corroborate.model.pages import VisitState
from corroborate.store.engine import Database
from corroborate.store.tables import AnnouncementRow, ArticleRow, FeedRow, PassedOverRow, ReadingRow, RevisionRow, VisitRow

READ = Readability.READ.value


class Health:
    """Counts over what was crawled; nothing is kept beside it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rhythms(self, now: datetime) -> dict[str, Rhythm]:
        """Each feed's entries by the day on which they appeared, as far as they say, else were met."""
        appeared = case(
            (AnnouncementRow.published <= AnnouncementRow.first_seen, AnnouncementRow.published), else_=AnnouncementRow.first_seen
        )
        day = func.date(appeared)
        counted = (
            select(AnnouncementRow.feed, day, func.count())
            .where(AnnouncementRow.first_seen >= now - WINDOW)
            .group_by(AnnouncementRow.feed, day)
        )
        latest = select(AnnouncementRow.feed, func.max(AnnouncementRow.first_seen)).group_by(AnnouncementRow.feed)
        days: dict[str, list[tuple[date, int]]] = defaultdict(list)
        with self._database.reading() as session:
            for feed, on, entries in session.execute(counted):
                days[feed].append((_day(on), entries))
            return {feed: Rhythm(tuple(sorted(days[feed])), last) for feed, last in session.execute(latest)}

    def zoneless(self) -> dict[str, int]:
        """How many dated entries of each feed do not say in which time zone; feeds without any are left out."""
        query = select(AnnouncementRow.feed, func.count()).where(~AnnouncementRow.zone_known).group_by(AnnouncementRow.feed)
        with self._database.reading() as session:
            return {row[0]: row[1] for row in session.execute(query)}

    def days(self, since: datetime) -> tuple[Day, ...]:
        """For each outlet and day what was announced, read and dropped, by outlet and day."""
        with self._database.reading() as session:
            found = _Ledger()
            for outlet, on, gate, number in session.execute(_gates(since)):
                found.count(outlet, _day(on), gate, number)
            for outlet, on, reason, number in session.execute(_passed_over(since.date())):
                found.pass_over(outlet, _day(on), reason, number)
            for outlet, on, shown, kept in session.execute(_numerals(since)):
                found.numerals[outlet, _day(on)] = (shown or 0, kept or 0)
        return tuple(found.rows())


class _Ledger:
    """The counts of each outlet and day."""

    def __init__(self) -> None:
        self.numerals: dict[tuple[str, date], tuple[int, int]] = {}
        self._gates: dict[tuple[str, date], dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self._passed: dict[tuple[str, date], dict[str, int]] = defaultdict(dict)

    def count(self, outlet: str, day: date, gate: str, number: int) -> None:
        """So many announced articles stopped at this gate, or came through (`read`)."""
        self._gates[outlet, day][gate] += number

    def pass_over(self, outlet: str, day: date, reason: str, number: int) -> None:
        """So many entries were not even taken for articles."""
        self._passed[outlet, day][reason] = number

    def rows(self) -> Iterator[Day]:
        """In order of outlet and day."""
        for key in sorted({*self._gates, *self._passed, *self.numerals}):
            gates = dict(self._gates[key])
            announced, read = sum(gates.values()), gates.pop(READ, 0)
            yield Day(*key, announced, read, gates | self._passed[key], *self.numerals.get(key, (0, 0)))


def _gates(since: datetime) -> Select[str, object, str, int]:
    """Announced articles by outlet, day and the gate at which they stopped."""
    versions = select(RevisionRow.id).where(RevisionRow.article == VisitRow.article)
    failed = versions.join(ReadingRow, ReadingRow.revision == RevisionRow.id).where(ReadingRow.failure.is_not(None))
    gate = case(
        (ArticleRow.readability.is_not(None), ArticleRow.readability),
        (VisitRow.state != VisitState.FETCHED.value, VisitRow.state),
        (failed.exists(), Readability.UNREADABLE.value),
        (versions.exists(), "unread"),
        else_="suspect",
    )
    day = func.date(VisitRow.first_seen)
    standing = (ArticleRow.article == VisitRow.article) & ArticleRow.current
    query = select(VisitRow.outlet, day, gate, func.count()).outerjoin(ArticleRow, standing)
    return query.where(VisitRow.first_seen >= since).group_by(VisitRow.outlet, day, gate)


def _passed_over(since: date) -> Select[str, object, str, int]:
    query = select(FeedRow.outlet, PassedOverRow.day, PassedOverRow.reason, func.sum(PassedOverRow.entries))
    return (
        query.join(FeedRow, FeedRow.url == PassedOverRow.feed)
        .where(PassedOverRow.day >= since)
        .group_by(FeedRow.outlet, PassedOverRow.day, PassedOverRow.reason)
    )


def _numerals(since: datetime) -> Select[str, object, int | None, int | None]:
    day = func.date(RevisionRow.seen)
    query = select(RevisionRow.outlet, day, func.sum(ReadingRow.numerals), func.sum(ReadingRow.numerals_kept))
    return (
        query.join(ReadingRow, ReadingRow.revision == RevisionRow.id)
        .where(RevisionRow.seen >= since, ReadingRow.numerals.is_not(None))
        .group_by(RevisionRow.outlet, day)
    )


def _day(on: object) -> date:
    """SQLite gives a day as text."""
    return on if isinstance(on, date) else date.fromisoformat(str(on))
