"""The server's application: pages over one site."""

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from corroborate.publish.site import Site
from corroborate.publish.web import archives, articles, claims, decisions, digests, front, groups, searching, sources, stories
from corroborate.publish.web.problems import tell_problems
from corroborate.publish.web.templating import STATIC

PAGES = (front, stories, groups, claims, articles, archives, sources, digests, decisions, searching)


def make_application(site: Site) -> FastAPI:
    """Everything that `corroborate serve` answers."""
    application = FastAPI(title="corroborate", docs_url=None, redoc_url=None, openapi_url=None)
    application.state.site = site
    for pages in PAGES:
        application.include_router(pages.router)
    application.mount("/static", StaticFiles(directory=str(STATIC)))
    tell_problems(application)
    return application
