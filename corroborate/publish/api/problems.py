"""What goes wrong, as RFC 9457 tells it: application/problem+json, never with how the program looks inside."""

import json
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response

from corroborate.errors import CorroborateError, DatabaseLocked, QueryError, UnknownId, UsageError
from corroborate.model.access import Scope, Visitor

STATUSES: tuple[tuple[type[CorroborateError], int], ...] = (
    (UnknownId, 404),
    (DatabaseLocked, 503),
    (UsageError, 400),
    (CorroborateError, 502),
)


class NotAllowed(UsageError):
    """The visitor's token does not allow it."""


def tell_problems(api: FastAPI) -> None:
    """Have every problem of the API told as a problem document."""
    api.add_exception_handler(CorroborateError, _expected)
    api.add_exception_handler(RequestValidationError, _misread)
    api.add_exception_handler(Exception, _unexpected)
    for status in (404, 405):
        api.add_exception_handler(status, _unanswered)


def problem(status: int, title: str, detail: str = "", **more: Any) -> Response:
    """A problem and its remedy."""
    document = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
    return Response(json.dumps(document, ensure_ascii=False).encode("utf-8", "replace"), status, media_type="application/problem+json")


def visitor_of(request: Request, scope: Scope = Scope.READ) -> Visitor:
    """Whoever asks, if they may do what the scope names. Raises NotAllowed."""
    visitor = getattr(request.state, "visitor", None)
    if not isinstance(visitor, Visitor) or not visitor.scope.includes(scope):
        raise NotAllowed(f"this needs a token with the scope {scope.value}", "ask whoever runs this server for one")
    return visitor


def _expected(_: Request, error: Exception) -> Response:
    if isinstance(error, NotAllowed):
        return problem(403, error.problem, error.remedy)
    status = next(status for kind, status in STATUSES if isinstance(error, kind))
    if isinstance(error, QueryError):
        # The position counts characters of `q`, from 0; the end does not belong to what is wrong.
        return problem(status, error.problem, error.remedy, query=error.text, start=error.start, end=error.end)
    return problem(status, error.problem, error.remedy) if isinstance(error, UsageError) else problem(status, str(error))


def _misread(_: Request, error: Exception) -> Response:
    """A parameter that cannot be read: which, and why; not what it was."""
    assert isinstance(error, RequestValidationError)
    places = [{"at": ".".join(str(part) for part in one["loc"]), "problem": str(one["msg"])} for one in error.errors()[:20]]
    return problem(422, "a part of the request cannot be read", "see the documentation at /api/v1/openapi.json", errors=places)


def _unexpected(_: Request, __: Exception) -> Response:
    """A mistake of ours: the gate tells the log."""
    return problem(500, "something went wrong here", "try again; the program's log tells what it was")


def _unanswered(_: Request, error: Exception) -> Response:
    status = int(getattr(error, "status_code", 404))
    return problem(status, "nothing is found at this address" if status == 404 else "this is not asked in this way")
