"""The digest of a stretch of time as JSON."""

import json
from datetime import UTC, date, datetime, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import Response

from corroborate.errors import UsageError
from corroborate.publish.api.answers import answer
from corroborate.publish.api.shapes import REFUSALS
from corroborate.publish.api.tables import site_of
from corroborate.publish.digest import FORMS, read_digest

router = APIRouter(responses=REFUSALS)
LONGEST = timedelta(days=31)


@router.get("/digest")
def digest(request: Request, since: date | None = None, until: date | None = None) -> Response:
    """What came up: from the start of `since` to the end of `until`; the last day where neither is given."""
    site = site_of(request)
    try:
        end = site.clock() if until is None else datetime(until.year, until.month, until.day, tzinfo=UTC) + timedelta(days=1)
        begin = end - timedelta(days=1) if since is None else datetime(since.year, since.month, since.day, tzinfo=UTC)
    except OverflowError:
        raise UsageError("there is no such day", "name days of this century") from None
    if not timedelta(0) <= end - begin <= LONGEST:
        raise UsageError(f"the digest would cover {(end - begin).days} days", f"ask for at most {LONGEST.days}, the first one first")
    found = read_digest(site.store, begin, end)
    return answer(request, json.loads(FORMS["json"](found)))
