"""What people decide and register: reviews, saved searches, hooks; each with the scope that it needs."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Path, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from corroborate.errors import UsageError
from corroborate.model.access import LOCAL, Scope
from corroborate.model.alerts import Delivery, Hook, SavedSearch
from corroborate.model.decisions import Action
from corroborate.publish.api.answers import answer
from corroborate.publish.api.problems import visitor_of
from corroborate.publish.api.shapes import REFUSALS
from corroborate.publish.api.tables import site_of
from corroborate.publish.language import parse
from corroborate.publish.reviews import review_rows
from corroborate.publish.views import Row, instant

router = APIRouter(responses=REFUSALS)
Name = Annotated[str, Path(max_length=64, pattern="^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$", examples=["port-strike"])]
Line = Annotated[str, Field(min_length=1, max_length=200)]


class Strict(BaseModel):
    """What is sent, without a field that is not known."""

    model_config = ConfigDict(extra="forbid")


class Decision(Strict):
    """A decision about a discrepancy, about groups or stories that are one, or about what does not belong to them."""

    action: Action = Field(examples=["explain"])
    subjects: list[Line] = Field(min_length=1, max_length=1000, examples=[["d_5f0e2c77a1b29d34"]])
    note: str | None = Field(None, max_length=2000, examples=["police count the crew, the line does not"])
    by: str | None = Field(None, min_length=1, max_length=100, description="Who decides; the token's name where access needs one.")


class Saved(Strict):
    """A query to be kept under a name."""

    query: str = Field(max_length=2000, examples=["accounts party:Alibaba verdict:disputed"])


class Registered(Strict):
    """A hook to be told of new discrepancies."""

    name: str = Field(max_length=64, examples=["newsroom-chat"])
    url: str = Field(max_length=2000, examples=["https://chat.example/hooks/corroborate"])


@router.get("/reviews")
def reviews(request: Request) -> Response:
    """The audit trail: every decision, whether or not it still counts."""
    return answer(request, {"rows": review_rows(site_of(request).store.reviews.all())})


@router.post("/reviews", status_code=201)
def decide(request: Request, decision: Annotated[Decision, Body()]) -> Response:
    """Make a decision; it counts at once. Needs the scope review."""
    visitor = visitor_of(request, Scope.REVIEW)
    by = (decision.by or visitor.name) if visitor is LOCAL else visitor.name
    for text in (by, *decision.subjects):
        if not text.isprintable():
            raise UsageError("a name or id holds control characters", "send one line of plain text")
    if decision.action is Action.EXPLAIN and not (decision.note or "").strip():
        raise UsageError("an explanation needs its words", "write into the note what explains the difference")
    made = site_of(request).decide(decision.action, tuple(decision.subjects), by=by, note=decision.note)
    return answer(request, review_rows([made])[0], status=201)


@router.get("/searches")
def searches(request: Request) -> Response:
    """Saved searches; each has an Atom feed."""
    return answer(request, {"rows": [_saved(one) for one in site_of(request).store.searches.all()]})


@router.put("/searches/{name}")
def save(request: Request, name: Name, saved: Annotated[Saved, Body()]) -> Response:
    """Keep a query under a name. Needs the scope review."""
    visitor, site = visitor_of(request, Scope.REVIEW), site_of(request)
    search = SavedSearch(name, str(parse(saved.query)), visitor.name, site.clock())
    site.store.searches.save(search)
    return answer(request, _saved(search))


@router.delete("/searches/{name}", status_code=204)
def forget(request: Request, name: Name) -> Response:
    """Forget a saved search. Needs the scope review."""
    visitor_of(request, Scope.REVIEW)
    site_of(request).store.searches.remove(name)
    return Response(status_code=204)


@router.get("/hooks")
def hooks(request: Request) -> Response:
    """Who is told of new discrepancies, and what became of it. Needs the scope admin."""
    visitor_of(request, Scope.ADMIN)
    known = site_of(request).store.hooks
    return answer(request, {"rows": [_hook(one) for one in known.all()], "deliveries": [_delivery(one) for one in known.deliveries()]})


@router.post("/hooks", status_code=201)
def register(request: Request, hook: Annotated[Registered, Body()]) -> Response:
    """Register a hook; the secret that signs what it is told is shown this once. Needs the scope admin."""
    visitor_of(request, Scope.ADMIN)
    site = site_of(request)
    site.check_address(hook.url)
    registered = Hook(hook.name, hook.url, site.clock())
    secret = site.store.hooks.add(registered)
    return answer(request, _hook(registered) | {"secret": secret}, status=201, headers={"cache-control": "no-store"})


@router.delete("/hooks/{name}", status_code=204)
def unregister(request: Request, name: Name) -> Response:
    """Tell a hook nothing any more. Needs the scope admin."""
    visitor_of(request, Scope.ADMIN)
    site_of(request).store.hooks.remove(name)
    return Response(status_code=204)


def _saved(search: SavedSearch) -> Row:
    feed = f"/feeds/searches/{search.name}.atom"
    return {"name": search.name, "query": search.query, "by": search.by, "created": instant(search.created), "feed": feed}


def _hook(hook: Hook) -> Row:
    return {"name": hook.name, "url": hook.url, "created": instant(hook.created)}


def _delivery(delivery: Delivery) -> dict[str, Any]:
    return {
        "hook": delivery.hook,
        "event": delivery.event,
        "state": delivery.state.value,
        "tries": delivery.tries,
        "next": instant(delivery.next_at),
        "answer": delivery.answer,
        "done": instant(delivery.done),
    }
