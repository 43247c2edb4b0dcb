"""The server's application: pages, feeds and API over one site, behind the gate that knows who may ask."""

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from corroborate.publish.access.gate import Gate
from corroborate.publish.access.policy import API, Policy
from corroborate.publish.access.signing import signing_router
from corroborate.publish.api import subscriptions
from corroborate.publish.api.application import make_api
from corroborate.publish.site import Site
from corroborate.publish.web import archives, articles, claims, decisions, digests, front, groups, searching, sources, stories
from corroborate.publish.web.problems import tell_problems
from corroborate.publish.web.templating import STATIC

PAGES = (front, stories, groups, claims, articles, archives, sources, digests, decisions, searching)


OPEN = Policy()


def make_server(site: Site, policy: Policy = OPEN) -> Gate:
    """Everything that `corroborate serve` answers, to those who may ask."""
    return Gate(make_application(site, policy), site, policy)


def make_application(site: Site, policy: Policy = OPEN) -> FastAPI:
    """Everything that there is to answer, whoever asks."""
    application = FastAPI(title="corroborate", docs_url=None, redoc_url=None, openapi_url=None)
    application.state.site = site
    for pages in PAGES:
        application.include_router(pages.router)
    application.include_router(subscriptions.router)
    application.include_router(signing_router(site, policy))
    application.mount(f"{API}v1", make_api(site))
    application.mount("/static", StaticFiles(directory=str(STATIC)))
    tell_problems(application)
    return application
