"""People's decisions: made on the pages they are about, listed for good, undone with a click."""

from typing import Annotated
from urllib.parse import quote, urlsplit

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from corroborate.errors import UsageError
from corroborate.model.decisions import Action, standing
from corroborate.publish.web.forms import NAME, Form, read_form, signed_in
from corroborate.publish.web.sites import made_of, site_of
from corroborate.publish.web.templating import page

router = APIRouter(include_in_schema=False)

LISTED = 100
LONGEST_NOTE = 2_000
LONGEST_NAME = 100
REMEMBERED = 365 * 86_400
"""Seconds for which a browser remembers who signed."""


@router.get("/reviews")
def reviews(request: Request, before: int | None = None, made: int | None = None) -> HTMLResponse:
    """The audit trail."""
    store = site_of(request).store
    found = store.reviews.all()
    latest = [one for one in reversed(found) if before is None or (one.number or 0) < before]
    values = {
        "reviews": latest[:LISTED],
        "total": len(found),
        "counting": {one.number for one in standing(found)},
        "following": latest[LISTED - 1].number if len(latest) > LISTED else None,
        "made": made_of(store, made),
    }
    return page(request, "reviews.html", values)


@router.post("/reviews")
def decide(request: Request, form: Annotated[Form, Depends(read_form)]) -> RedirectResponse:
    """Make a decision, and go back to where it was made."""
    by, note = signed_in(request) or form.one("by"), form.one("note")
    action = _action(form.one("action"))
    if not by or len(by) > LONGEST_NAME or not by.isprintable():
        raise UsageError("a decision is signed", f"give your name, in one line of at most {LONGEST_NAME} characters")
    if len(note) > LONGEST_NOTE:
        raise UsageError("the note is too long", f"say it in {LONGEST_NOTE} characters")
    if action is Action.EXPLAIN and not note:
        raise UsageError("an explanation needs its words", "write into the note what explains the difference")
    made = site_of(request).decide(action, tuple(_identity(one) for one in form.all("subject")), by=by, note=note or None)
    back = RedirectResponse(_back(form.one("back"), made.number or 0), status_code=303)
    back.set_cookie(NAME, quote(by), max_age=REMEMBERED, httponly=True, samesite="strict", path="/")
    return back


def _action(name: str) -> Action:
    try:
        return Action(name)
    except ValueError:
        raise UsageError("it is not told what is decided", "choose one of the buttons of the form") from None


def _identity(subject: str) -> str:
    """An id, or the address of the page about it: `https://…/story/s_5f0e…` is s_5f0e…."""
    return urlsplit(subject).path.rstrip("/").rpartition("/")[2] if "/" in subject else subject


def _back(place: str, number: int) -> str:
    """A page of ours; the list of decisions where none is named."""
    path, _, anchor = place.partition("#")
    is_ours = path.startswith("/") and path.isascii() and path.isprintable() and not path.startswith(("//", "/\\")) and "\\" not in path
    if not is_ours or path == "/reviews":
        return f"/reviews?made={number}#review-{number}"
    return f"{path}?made={number}" + (f"#{anchor}" if anchor.isalnum() or anchor.replace("_", "").isalnum() else "")
