"""The health of every outlet: what its feeds answer, what became of its articles, and whether it has fallen silent."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from corroborate.model.outlets import Outlet
from corroborate.model.pages import FeedState, VisitState
from corroborate.publish.web.marks import MISSED, Mark
from corroborate.publish.web.sites import site_of
from corroborate.publish.web.templating import page
from corroborate.store import Store

router = APIRouter(include_in_schema=False)

QUIET = timedelta(days=7)
"""Feeds that answer and announce nothing new for so long have fallen silent, or are read wrongly."""
FAILING = Mark("!", "failing", "A feed or sitemap could not be read.", "bad")
SILENT = Mark("…", "quiet", "It answers, and announces nothing new.", "changed")
REFUSED = Mark("×", "refused", "Most of its articles could not be had.", "changed")
WAITING = Mark("…", "waiting", "It has not been asked yet.", "quiet")
WELL = Mark("✓", "well", "It answers and announces articles.", "good")
UNLISTED = Mark("–", "not crawled", "No feed or sitemap of it is listed.", "quiet")
GRAVITY = (FAILING, REFUSED, SILENT, WAITING, WELL, UNLISTED)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One outlet and how it is doing."""

    outlet: str
    family: str
    query: str
    state: Mark
    reasons: tuple[str, ...]
    last_new: datetime | None
    next: datetime | None
    visits: tuple[tuple[str, int], ...]
    feeds: tuple[FeedState, ...]


@router.get("/sources")
def sources(request: Request) -> HTMLResponse:
    """Every outlet, those in trouble first."""
    lines = source_lines(site_of(request).store)
    return page(request, "sources.html", {"lines": lines, "troubled": sum(line.state in (FAILING, REFUSED, SILENT) for line in lines)})


def source_lines(store: Store) -> list[SourceLine]:
    """The outlets that are listed or have an article."""
    visits, feeds = store.overviews.visits(), dict[str, list[FeedState]]()
    for state in store.feeds.all():
        feeds.setdefault(state.outlet, []).append(state)
    lines = [_line(outlet, feeds.get(outlet.name, ()), visits.get(outlet.name, {})) for outlet in store.outlets.all()]
    return sorted(lines, key=lambda line: (GRAVITY.index(line.state), line.outlet))


def _line(outlet: Outlet, feeds: Sequence[FeedState], visits: Mapping[VisitState, int]) -> SourceLine:
    return SourceLine(
        outlet=outlet.name,
        family=outlet.family,
        query='outlet:"{}"'.format(outlet.name.replace('"', " ")),
        state=state_of(feeds, visits),
        reasons=tuple(dict.fromkeys(_reasons(feeds))),
        last_new=max((feed.last_new for feed in feeds if feed.last_new), default=None),
        next=min((feed.next_at for feed in feeds), default=None),
        visits=tuple((MISSED[state], number) for state, number in sorted(visits.items(), key=lambda pair: -pair[1])),
        feeds=tuple(feeds),
    )


def state_of(feeds: Sequence[FeedState], visits: Mapping[VisitState, int]) -> Mark:
    """How an outlet is doing, the gravest first."""
    if not feeds:
        return UNLISTED
    if any(feed.error for feed in feeds):
        return FAILING
    asked = sum(number for state, number in visits.items() if state is not VisitState.PENDING)
    if asked and visits.get(VisitState.FETCHED, 0) * 2 < asked:
        return REFUSED
    answered = [feed for feed in feeds if feed.last_success]
    if not answered:
        return WAITING
    return SILENT if all(_is_quiet(feed) for feed in answered) else WELL


def _is_quiet(feed: FeedState) -> bool:
    """It answers, and its last new article is long ago or never came."""
    return feed.last_success is not None and (feed.last_new is None or feed.last_success - feed.last_new > QUIET)


def _reasons(feeds: Sequence[FeedState]) -> Iterator[str]:
    for feed in feeds:
        if feed.error:
            yield feed.error
