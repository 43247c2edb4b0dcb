"""The server's application: pages over one site."""

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from corroborate.publish.site import Site
from corroborate.publish.web import front
from corroborate.publish.web.templating import STATIC


def make_application(site: Site) -> FastAPI:
    """Everything that `corroborate serve` answers."""
    application = FastAPI(title="corroborate", docs_url=None, redoc_url=None, openapi_url=None)
    application.state.site = site
    application.include_router(front.router)
    application.mount("/static", StaticFiles(directory=str(STATIC)))
    return application
