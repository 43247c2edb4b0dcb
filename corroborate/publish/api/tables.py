"""The tables page by page, and the search over claims."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from corroborate.model.findings import DiscrepancyType, Status, Verdict
from corroborate.model.queries import Facets
from corroborate.publish import views
from corroborate.publish.api.answers import listed
from corroborate.publish.api.shapes import page_of
from corroborate.publish.language import Query as Asked
from corroborate.publish.language import parse
from corroborate.publish.site import Site
from corroborate.publish.sources import health_rows
from corroborate.store.listings import Slice

router = APIRouter()
Cursor = Annotated[str | None, Query(description="Where the page begins: `cursor` of the page before.", max_length=200)]
Limit = Annotated[int, Query(ge=1, le=200, description="Rows on a page.")]
Words = Annotated[
    str,
    Query(
        max_length=2000,
        description="A query of the language, the same as on the pages and on the command line.",
        examples=["accounts party:Alibaba kind:count value:>20000 verdict:disputed since:2026-06-01"],
    ),
]


def site_of(request: Request) -> Site:
    """What the API was made over."""
    site = request.app.state.site
    assert isinstance(site, Site)
    return site


@router.get("/claims", responses=page_of("claims"))
def claims(request: Request, q: Words = "", cursor: Cursor = None, limit: Limit = 50, facets: bool = False) -> Response:
    """Claims that answer a query, newest first; with `facets` also how many are of which party, kind, unit, outlet and verdict."""
    return _found(request, parse(q), Slice(cursor, limit), facets=facets)


@router.get("/search", responses=page_of("claims"))
def search(request: Request, q: Words = "", cursor: Cursor = None, limit: Limit = 50) -> Response:
    """The same as claims with facets."""
    return _found(request, parse(q), Slice(cursor, limit), facets=True)


def _found(request: Request, query: Asked, wanted: Slice, *, facets: bool) -> Response:
    page = site_of(request).store.search.page(query, cursor=wanted.cursor, limit=wanted.limit, counted=facets)
    more: dict[str, Any] = {"query": str(query)} | ({"facets": facets_document(page.facets)} if page.facets else {})
    return listed(request, "claims", [views.claim_row(record) for record in page.claims], following=page.following, more=more)


def facets_document(facets: Facets) -> dict[str, Any]:
    """How many of the newest claims are of which value; `more` tells that not all that were found are counted."""
    counts = {
        name: {facet.value: facet.claims for facet in getattr(facets, name)}
        for name in ("party", "kind", "unit", "outlet", "verdict", "days")
    }
    return {"counted": facets.counted, "more": facets.more, **counts}


@router.get("/stories", responses=page_of("stories"))
def stories(request: Request, cursor: Cursor = None, limit: Limit = 20) -> Response:
    """Stories by their first article, newest first."""
    page = site_of(request).store.listings.stories(Slice(cursor, limit))
    return listed(request, "stories", [views.counted_row(record) for record in page.records], following=page.following)


@router.get("/groups", responses=page_of("groups"))
def groups(
    request: Request, verdict: Verdict | None = None, story: str | None = None, cursor: Cursor = None, limit: Limit = 50
) -> Response:
    """Claim groups by when they were first seen, newest first; of one verdict, of one story."""
    page = site_of(request).store.listings.groups(Slice(cursor, limit), verdict=verdict, story=story)
    return listed(request, "groups", [views.group_row(record) for record in page.records], following=page.following)


def narrowing(type: DiscrepancyType | None = None, status: Status | None = None, story: str | None = None) -> dict[str, str | None]:
    """Which discrepancies are asked for."""
    return {"type": type, "status": status, "story": story}


Narrowing = Annotated[dict[str, str | None], Depends(narrowing)]


@router.get("/discrepancies", responses=page_of("discrepancies"))
def discrepancies(request: Request, asked: Narrowing, cursor: Cursor = None, limit: Limit = 50) -> Response:
    """Discrepancies by when they were first seen, newest first; of one type, of one status, of one story."""
    page = site_of(request).store.listings.discrepancies(Slice(cursor, limit), **asked)
    return listed(request, "discrepancies", [views.discrepancy_row(record) for record in page.records], following=page.following)


@router.get("/articles", responses=page_of("articles"))
def articles(request: Request, cursor: Cursor = None, limit: Limit = 50) -> Response:
    """The standing version of each article, newest first."""
    page = site_of(request).store.listings.articles(Slice(cursor, limit))
    return listed(request, "articles", [views.article_row(record) for record in page.records], following=page.following)


@router.get("/revisions", responses=page_of("revisions"))
def revisions(request: Request, cursor: Cursor = None, limit: Limit = 50) -> Response:
    """Later versions of articles with the figures that differ, newest first."""
    page = site_of(request).store.listings.revisions(Slice(cursor, limit))
    return listed(request, "revisions", [views.revision_row(record) for record in page.records], following=page.following)


@router.get("/sources", responses=page_of("sources"))
def sources(request: Request) -> Response:
    """The health of every feed and sitemap."""
    store = site_of(request).store
    return listed(request, "sources", list(health_rows(store)))
