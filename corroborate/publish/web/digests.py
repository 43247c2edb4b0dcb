"""The digest of a day as a page."""

from datetime import UTC, date, datetime, time, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from corroborate.errors import UsageError
from corroborate.publish.digest import read_digest
from corroborate.publish.web.sites import site_of
from corroborate.publish.web.templating import page

router = APIRouter(include_in_schema=False)

DAY = timedelta(days=1)
EARLIEST, LATEST = date(1990, 1, 1), date(2200, 1, 1)


@router.get("/digest")
def digest(request: Request, day: date | None = None) -> HTMLResponse:
    """What came up on a day; without one, in the twenty-four hours up to now."""
    site = site_of(request)
    now = site.clock()
    if day is not None and not EARLIEST <= day <= LATEST:
        raise UsageError(f"{day} is not a day of news", "choose a later one")
    since = now - DAY if day is None else datetime.combine(day, time(), UTC)
    until = since + DAY
    found = read_digest(site.store, since, until)
    shown = day or now.date()
    last = site.store.bulletins.last_before(since) if found.is_empty else None
    values = {"digest": found, "last": last, "day": shown, "before": shown - DAY, "after": shown + DAY, "is_now": day is None}
    return page(request, "digest.html", values)
