"""The front page: what is disputed, what changed, what is new; the list of stories; and where an id leads."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from corroborate.errors import UnknownId, UsageError
from corroborate.model.findings import DiscrepancyType, Status
from corroborate.model.pages import Revision
from corroborate.model.records import ArticleRecord, ClaimRecord, DiscrepancyRecord, GroupRecord, StoryLine
from corroborate.publish.web.marks import TYPES
from corroborate.publish.web.sites import site_of
from corroborate.publish.web.templating import page
from corroborate.store import Store

router = APIRouter(include_in_schema=False)

DAY = timedelta(days=1)
GRAVE = tuple(kind for kind, mark in TYPES.items() if mark.tone == "bad")
UPDATED = (DiscrepancyType.UPDATE, DiscrepancyType.STALE_COPY, DiscrepancyType.CORRECTION)
UNSETTLED = (Status.OPEN, Status.ACCEPTED)
LOOKED_AT, SHOWN, STORIES, LISTED = 100, 8, 12, 40


@dataclass(frozen=True, slots=True)
class Edition:
    """What stands on the front page; `is_old` where nothing was found in the last day and it holds what was found last."""

    lead: DiscrepancyRecord | None
    disputes: tuple[DiscrepancyRecord, ...]
    updates: tuple[DiscrepancyRecord, ...]
    stories: tuple[StoryLine, ...]
    is_old: bool

    @property
    def is_empty(self) -> bool:
        """There is nothing to show at all."""
        return not (self.lead or self.updates or self.stories)


@router.get("/")
def front(request: Request) -> HTMLResponse:
    """The day at a glance."""
    site = site_of(request)
    return page(request, "front.html", {"edition": edition(site.store, site.clock())})


def edition(store: Store, now: datetime) -> Edition:
    """The front page of a moment: what was found in the day before it, or where that is nothing, what was found last."""
    disputes, updates = (_found(store, types, now - DAY) for types in (GRAVE, UPDATED))
    stories = store.overviews.stories(STORIES)
    is_old = not (disputes or updates) and bool(stories)
    if is_old:
        disputes, updates = (_found(store, types, None) for types in (GRAVE, UPDATED))
    ranked = sorted(disputes, key=consequence)
    return Edition(next(iter(ranked), None), tuple(ranked[1 : SHOWN + 1]), updates[:SHOWN], stories, is_old and bool(disputes or updates))


def _found(store: Store, types: tuple[DiscrepancyType, ...], since: datetime | None) -> tuple[DiscrepancyRecord, ...]:
    return store.overviews.discrepancies(LOOKED_AT, since=since, types=types, statuses=UNSETTLED)


def consequence(record: DiscrepancyRecord) -> tuple[int, int, float, str]:
    """What orders disputes: those between more origins first, then more outlets, then the latest."""
    found = record.discrepancy
    origins = {origin for side in found.sides for origin in side.origins}
    outlets = {outlet for side in found.sides for outlet in side.outlets}
    return -len(origins), -len(outlets), -found.first_seen.timestamp(), found.id


@router.get("/stories")
def stories(request: Request, before: str | None = None) -> HTMLResponse:
    """Every story, latest first."""
    found = site_of(request).store.overviews.stories(LISTED, before=None if before is None else _place(before))
    following = f"{found[-1].first.isoformat()},{found[-1].id}" if len(found) == LISTED else None
    return page(request, "stories.html", {"stories": found, "following": following, "later": before is not None})


def _place(before: str) -> tuple[datetime, str]:
    first, _, identity = before.partition(",")
    try:
        moment = datetime.fromisoformat(first.replace(" ", "+"))
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or moment.year < 2:
        raise UsageError("this is no place in the list of stories", "begin at its first page")
    return moment, identity


@router.get("/reading")
def reading(request: Request) -> HTMLResponse:
    """What signs, words and letters mean."""
    return page(request, "reading.html", {})


@router.get("/id/{identity}")
def anything(request: Request, identity: str) -> RedirectResponse:
    """The page of whatever an id names."""
    return RedirectResponse(place_of(site_of(request).store, identity), status_code=303)


def place_of(store: Store, identity: str) -> str:
    """The address of the page about what an id names. Raises UnknownId."""
    if identity.startswith("o_"):
        raise UnknownId(f"{identity} names an origin, which has no page", "see the page of its question")
    found = store.find_any(identity)
    if isinstance(found, GroupRecord):
        return f"/group/{found.group.id}"
    if isinstance(found, DiscrepancyRecord):
        return f"/group/{found.discrepancy.group}#{found.discrepancy.id}"
    if isinstance(found, ClaimRecord):
        return f"/claim/{found.claim.id}"
    if isinstance(found, ArticleRecord):
        return f"/article/{found.article.id}"
    return f"/archived/{found.id}" if isinstance(found, Revision) else f"/story/{found.story.id}"
