"""The health of every outlet against its own rhythm: what needs a look first, then the others."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from corroborate.model.health import Alert, AlertKind, FeedHealth
from corroborate.model.outlets import Outlet
from corroborate.publish.sources import feed_healths
from corroborate.publish.web.marks import Mark
from corroborate.publish.web.sites import site_of
from corroborate.publish.web.templating import page
from corroborate.store import Store

router = APIRouter(include_in_schema=False)

ALERTS = {
    AlertKind.FAILING: Mark("!", "failing", "A feed or sitemap cannot be read.", "bad"),
    AlertKind.OVERDUE: Mark("!", "overdue", "It should have been asked, and was not.", "bad"),
    AlertKind.UNREAD: Mark("×", "not read", "Most of its articles could not be had or read.", "bad"),
    AlertKind.NUMERALS: Mark("×", "figures lost", "Figures on its pages are missing from the texts taken from them.", "bad"),
    AlertKind.QUIET: Mark("…", "quiet", "It answers, and is silent for longer than is usual for it.", "changed"),
    AlertKind.MOVED: Mark("→", "moved", "Its feed lies at another address now.", "changed"),
}
WAITING = Mark("…", "waiting", "It has not been asked yet.", "quiet")
WELL = Mark("✓", "well", "It answers and announces articles.", "good")
UNLISTED = Mark("–", "not crawled", "No feed or sitemap of it is listed.", "quiet")
GRAVITY = (*ALERTS.values(), WAITING, WELL, UNLISTED)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One outlet and how it is doing; `lost` tells why articles of the last week were not read, commonest reason first."""

    outlet: str
    family: str
    query: str
    state: Mark
    alerts: tuple[Alert, ...]
    last_new: datetime | None
    next: datetime | None
    per_day: float | None
    announced: int
    read: int
    lost: tuple[tuple[str, int], ...]
    feeds: tuple[FeedHealth, ...]


@router.get("/sources")
def sources(request: Request) -> HTMLResponse:
    """Every outlet, those in trouble first."""
    site = site_of(request)
    lines = source_lines(site.store, site.clock())
    troubled = sum(bool(line.alerts) for line in lines)
    return page(request, "sources.html", {"lines": lines, "troubled": troubled, "alert_marks": ALERTS})


def source_lines(store: Store, now: datetime) -> list[SourceLine]:
    """The outlets that are listed or have an article."""
    feeds: dict[str, list[FeedHealth]] = {}
    for one in feed_healths(store, now):
        feeds.setdefault(one.state.outlet, []).append(one)
    lines = [_line(outlet, feeds.get(outlet.name, ()), now) for outlet in store.outlets.all()]
    return sorted(lines, key=lambda line: (GRAVITY.index(line.state), line.outlet))


def _line(outlet: Outlet, feeds: Sequence[FeedHealth], now: datetime) -> SourceLine:
    alerts = tuple(dict.fromkeys(alert for feed in feeds for alert in feed.alerts(now)))
    lately = feeds[0].lately if feeds else None
    return SourceLine(
        outlet=outlet.name,
        family=outlet.family,
        query='outlet:"{}"'.format(outlet.name.replace("\\", "\\\\").replace('"', '\\"')),
        state=state_of(feeds, alerts),
        alerts=alerts,
        last_new=max((last for feed in feeds if (last := feed.rhythm.last_new or feed.state.last_new)), default=None),
        next=min((feed.state.next_at for feed in feeds), default=None),
        per_day=_per_day(feeds, now.date()),
        announced=lately.announced if lately else 0,
        read=lately.read if lately else 0,
        lost=tuple(sorted(lately.dropped.items(), key=lambda pair: (-pair[1], pair[0]))) if lately else (),
        feeds=tuple(feeds),
    )


def state_of(feeds: Sequence[FeedHealth], alerts: Iterable[Alert]) -> Mark:
    """How an outlet is doing: the gravest of its alerts, where it has any."""
    marks = [ALERTS[alert.kind] for alert in alerts]
    if marks:
        return min(marks, key=GRAVITY.index)
    if not feeds:
        return UNLISTED
    return WELL if any(feed.state.last_success for feed in feeds) else WAITING


def _per_day(feeds: Sequence[FeedHealth], until: date) -> float | None:
    told: Iterator[float | None] = (feed.rhythm.per_day(until) for feed in feeds)
    known = [number for number in told if number is not None]
    return sum(known) if known else None
