"""The addresses of the Atom feeds, beside the pages."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from corroborate.model.findings import Status
from corroborate.publish.api.answers import tagged
from corroborate.publish.api.tables import site_of
from corroborate.publish.feeds import KIND, Feed, discrepancy_feed, search_feed, to_atom
from corroborate.publish.language import parse
from corroborate.store.listings import Slice

router = APIRouter(include_in_schema=False)
ENTRIES = 50


@router.get("/feeds/discrepancies.atom")
def discrepancies(request: Request) -> Response:
    """The newest discrepancies that nobody has rejected or explained."""
    listings = site_of(request).store.listings
    found = listings.discrepancies(Slice(limit=ENTRIES), status=Status.OPEN).records
    return _sent(request, discrepancy_feed(found, _base(request)))


@router.get("/feeds/searches/{name}.atom")
def search(request: Request, name: str) -> Response:
    """The newest claims that answer a saved search."""
    store = site_of(request).store
    saved = store.searches.get(name)
    page = store.search.page(parse(saved.query), limit=ENTRIES)
    return _sent(request, search_feed(saved, page.claims, _base(request)))


def _base(request: Request) -> str:
    return str(request.base_url).rstrip("/")


def _sent(request: Request, feed: Feed) -> Response:
    return tagged(request, to_atom(feed), KIND, {})
