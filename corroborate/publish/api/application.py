"""The API as an application of its own, to be mounted at /api/v1."""

from fastapi import FastAPI

from corroborate.publish.api import days, decisions, objects, tables
from corroborate.publish.api.problems import tell_problems
from corroborate.publish.api.shapes import Problem
from corroborate.publish.site import Site

DESCRIPTION = """The database read out: what outlets say, where they agree, and how many of them really know.

Rows have the columns of `corroborate export`. Lists come in pages: follow `next`. `Accept: text/csv` gives the same rows as CSV.
Beyond the machine itself a token is needed (`Authorization: Bearer ...`), made by `corroborate token create NAME --scope read`.
Every answer has an ETag."""


def make_api(site: Site) -> FastAPI:
    """Everything under /api/v1; its description is at /api/v1/openapi.json."""
    api = FastAPI(title="corroborate", version="1", description=DESCRIPTION, docs_url=None, redoc_url=None)
    api.state.site = site
    for part in (tables, objects, decisions, days):
        api.include_router(part.router)
    tell_problems(api)
    _describe(api)
    return api


def _describe(api: FastAPI) -> None:
    """Add to the description what the routes do not tell: how problems look, and how to show who asks."""
    described = api.openapi

    def complete() -> dict[str, object]:
        if api.openapi_schema is None:
            schema = described()
            parts = schema.setdefault("components", {})
            parts.setdefault("schemas", {})["Problem"] = Problem.model_json_schema()
            parts["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
            schema["security"] = [{}, {"token": []}]
            api.openapi_schema = schema
        return api.openapi_schema

    api.openapi = complete  # type: ignore[method-assign]
