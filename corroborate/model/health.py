"""How a source is doing, against its own rhythm, and what of it was not seen."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from corroborate.model.pages import FeedState

WINDOW = timedelta(days=90)
"""So much of the past tells a feed's rhythm."""

KNOWN_GAPS, FEW_GAPS = 5, 2
SLACK, WIDE_SLACK = 1.5, 3.0
QUIET_FROM, QUIET_FROM_FEW, QUIET_FROM_ONE = timedelta(days=2), timedelta(days=7), timedelta(days=30)
"""However busy a feed: silence is told from two days on; where little is known of it, from a week or a month on."""

FAILING_FROM = timedelta(days=1)
FAILURES = 3
OVERDUE_FROM = timedelta(days=1)
UNREAD_SHARE, UNREAD_ARTICLES = 0.5, 10
LOST_NUMERALS, COUNTED_NUMERALS = 0.7, 50


class AlertKind(StrEnum):
    """What is wrong with a source."""

    FAILING = "failing"
    QUIET = "quiet"
    OVERDUE = "overdue"
    MOVED = "moved"
    UNREAD = "unread"
    NUMERALS = "numerals"


@dataclass(frozen=True, slots=True)
class Alert:
    """What the owner should look at: `quiet`, "nothing new for 9 days, where 2 are usual"."""

    kind: AlertKind
    text: str


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How many entries of a feed appeared on each day, and when the last new one was met."""

    days: tuple[tuple[date, int], ...] = ()
    last_new: datetime | None = None

    def per_day(self, until: date) -> float | None:
        """Entries a day from the first day seen on; None where there is no whole day yet."""
        if not self.days or until <= self.days[0][0]:
            return None
        return sum(entries for _, entries in self.days) / ((until - self.days[0][0]).days + 1)

    def longest_silence(self) -> timedelta:
        """How long it may be silent before that is out of the ordinary: 19 of 20 of its own gaps are shorter."""
        gaps = sorted((later - earlier).days for (earlier, _), (later, _) in pairwise(self.days))
        if len(gaps) >= KNOWN_GAPS:
            return max(QUIET_FROM, timedelta(days=SLACK * gaps[-(-95 * len(gaps) // 100) - 1]))
        if len(gaps) >= FEW_GAPS:
            return max(QUIET_FROM_FEW, timedelta(days=WIDE_SLACK * gaps[-1]))
        return QUIET_FROM_ONE


@dataclass(frozen=True, slots=True)
class Day:
    """What became of the articles that an outlet announced on a day: how many were read, and why the others were not.

    `dropped` counts by reason: robots, blocked, gone, refused, failed, suspect, stub, short, empty, language, unreadable,
    unread, pending; and `old`, entries too old to be followed, which are not `announced`. Of `numerals` on the pages
    fetched that day `numerals_kept` survived.
    """

    outlet: str
    day: date
    announced: int = 0
    read: int = 0
    dropped: Mapping[str, int] = field(default_factory=dict)
    numerals: int = 0
    numerals_kept: int = 0

    @property
    def share_kept(self) -> float | None:
        """Which share of the numerals survived; None where there were none."""
        return self.numerals_kept / self.numerals if self.numerals else None


def total(outlet: str, days: tuple[Day, ...]) -> Day:
    """Several days of an outlet as one, the last of them."""
    dropped = Counter[str]()
    for day in days:
        dropped.update(day.dropped)
    return Day(
        outlet=outlet,
        day=max((day.day for day in days), default=date.min),
        announced=sum(day.announced for day in days),
        read=sum(day.read for day in days),
        dropped=dict(dropped),
        numerals=sum(day.numerals for day in days),
        numerals_kept=sum(day.numerals_kept for day in days),
    )


@dataclass(frozen=True, slots=True)
class FeedHealth:
    """One feed with its rhythm and what became of its outlet's articles lately; `zoneless` of its entries name no time zone."""

    state: FeedState
    rhythm: Rhythm
    lately: Day
    zoneless: int = 0

    def alerts(self, now: datetime) -> tuple[Alert, ...]:
        """What is wrong with it now; empty where nothing is, or where it is too new to tell."""
        return tuple(self._alerts(now))

    def _alerts(self, now: datetime) -> Iterator[Alert]:
        state = self.state
        if state.next_at < now - OVERDUE_FROM:
            yield Alert(AlertKind.OVERDUE, f"it should have been asked at {state.next_at:%Y-%m-%d %H:%M}: does `corroborate schedule` run?")
        begun = state.last_success or state.added
        if state.failures >= FAILURES and (begun is None or now - begun >= FAILING_FROM):
            since = f"since {state.last_success:%Y-%m-%d %H:%M}" if state.last_success else "and never answered"
            yield Alert(AlertKind.FAILING, f"failing {since} ({state.failures} times in a row): {state.error}")
        elif state.error_kind == "moved":
            yield Alert(AlertKind.MOVED, str(state.error))
        yield from self._silence()
        yield from self._losses()

    def _silence(self) -> Iterator[Alert]:
        """Measured at its own last answer: while we do not ask, a feed is not silent."""
        heard = self.state.last_success
        begun = self.rhythm.last_new or self.state.added
        if heard is None or begun is None:
            return
        usual = self.rhythm.longest_silence()
        if heard - begun >= usual:
            told = "nothing new for" if self.rhythm.last_new else "nothing at all in"
            yield Alert(AlertKind.QUIET, f"{told} {(heard - begun).days} days, where up to {usual.days} are usual")

    def _losses(self) -> Iterator[Alert]:
        lately = self.lately
        settled = lately.announced - lately.dropped.get("pending", 0) - lately.dropped.get("unread", 0)
        if settled >= UNREAD_ARTICLES and lately.read < UNREAD_SHARE * settled:
            reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(lately.dropped.items(), key=lambda pair: -pair[1]))
            yield Alert(AlertKind.UNREAD, f"{settled - lately.read} of {settled} articles were not read: {reasons}")
        share = lately.share_kept
        if share is not None and lately.numerals >= COUNTED_NUMERALS and share < LOST_NUMERALS:
            yield Alert(AlertKind.NUMERALS, f"only {share:.0%} of the numerals on its pages are in the texts taken from them")
