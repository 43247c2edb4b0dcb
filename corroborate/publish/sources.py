"""The health of every source: alerts first, then each feed, and what was not seen of each outlet day by day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from corroborate.model.health import Day, FeedHealth, Rhythm, total
from corroborate.publish.printable import one_line
from corroborate.publish.query import table
from corroborate.publish.views import Row, instant, source_row
from corroborate.store import Store

LATELY = timedelta(days=7)
"""What became of the articles of so many days is told beside a feed."""


def feed_healths(store: Store, now: datetime | None = None) -> tuple[FeedHealth, ...]:
    """Every listed feed with its rhythm and its outlet's last week; where no time is given, as of the last time any was asked."""
    states = store.feeds.all()
    at = now or max((state.last_attempt for state in states if state.last_attempt), default=None)
    if at is None:
        return tuple(FeedHealth(state, Rhythm(), total(state.outlet, ())) for state in states)
    rhythms, zoneless = store.health.rhythms(at), store.health.zoneless()
    days: dict[str, list[Day]] = defaultdict(list)
    for day in store.health.days(at - LATELY):
        days[day.outlet].append(day)
    return tuple(
        FeedHealth(state, rhythms.get(state.url, Rhythm()), total(state.outlet, tuple(days[state.outlet])), zoneless.get(state.url, 0))
        for state in states
    )


def health_rows(store: Store, now: datetime | None = None) -> Iterator[Row]:
    """Every feed and sitemap as other programs see it."""
    outlets = {outlet.name: outlet for outlet in store.outlets.all()}
    for one in feed_healths(store, now):
        at = now or one.state.last_attempt or one.state.next_at
        yield source_row(one.state, outlets.get(one.state.outlet)) | _health(one, at)


def _health(one: FeedHealth, at: datetime) -> Row:
    rhythm, lately = one.rhythm, one.lately
    per_day = rhythm.per_day(at.date())
    return {
        "last_new": instant(rhythm.last_new or one.state.last_new),
        "error_kind": one.state.error_kind,
        "interval": one.state.interval,
        "per_day": None if per_day is None else f"{per_day:.1f}",
        "usual_silence": rhythm.longest_silence().days,
        "zoneless": one.zoneless,
        "announced": lately.announced,
        "read": lately.read,
        "dropped": _reasons(lately),
        "numerals_kept": _share(lately),
        "alerts": [f"{alert.kind.value}: {alert.text}" for alert in one.alerts(at)],
    }


def _reasons(day: Day) -> list[str]:
    """Why articles were not read, the commonest reason first: "12 blocked"."""
    return [f"{count} {reason}" for reason, count in sorted(day.dropped.items(), key=lambda pair: (-pair[1], pair[0]))]


def _share(day: Day) -> str | None:
    return None if day.share_kept is None else f"{day.share_kept:.2f}"


def ledger_rows(days: Iterable[Day]) -> Iterator[Row]:
    """What became of the articles of each outlet and day."""
    for day in days:
        yield {
            "outlet": day.outlet,
            "day": day.day.isoformat(),
            "announced": day.announced,
            "read": day.read,
            "dropped": dict(sorted(day.dropped.items())),
            "numerals": day.numerals,
            "numerals_kept": _share(day),
        }


def ledger_table(days: Iterable[Day], *, width: int = 120) -> str:
    """The same for people."""
    rows = ({**row, "dropped": _reasons(day)} for day in days for row in ledger_rows([day]))
    return table(rows, width=width)


def health_report(rows: Iterable[Row], *, width: int = 120) -> str:
    """Alerts first, one a line, then the feeds."""
    listed = list(rows)
    alerts = [
        f"! {one_line(str(row['outlet']))} ({one_line(str(row['feed']))}): {one_line(str(alert))}"
        for row in listed
        for alert in _alerts(row)
    ]
    return "\n".join([*alerts, *([""] if alerts else []), table((_line(row) for row in listed), width=width)])


def _alerts(row: Row) -> list[object]:
    alerts = row["alerts"]
    return alerts if isinstance(alerts, list) else []


def _line(row: Row) -> Row:
    """What a reader looks at first; the alerts stand above."""
    moments = {name: str(row[name] or "never")[:16].replace("T", " ") for name in ("last_success", "last_new", "next")}
    names = ("per_day", "announced", "read", "dropped", "numerals_kept", "error_kind", "error")
    return {"outlet": row["outlet"], "feed": row["feed"]} | moments | {name: row[name] for name in names}
