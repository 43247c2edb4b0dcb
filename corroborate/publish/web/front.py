"""The front page: what is disputed, what changed, what is new."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from corroborate.publish.web.sites import site_of
from corroborate.publish.web.templating import page

router = APIRouter(include_in_schema=False)


@router.get("/")
def front(request: Request) -> HTMLResponse:
    """The day at a glance."""
    return page(request, "front.html", {"now": site_of(request).clock()})
