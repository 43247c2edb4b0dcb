"""What goes wrong, told on a page: what it is, and what to do; never how the program looks inside."""

from collections.abc import Callable

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response

from corroborate.errors import ArchiveError, CorroborateError, DatabaseLocked, UnknownId, UsageError
from corroborate.publish.web.forms import Forbidden
from corroborate.publish.web.templating import page

STATUSES: tuple[tuple[type[CorroborateError], int, str], ...] = (
    (Forbidden, 403, "This was not sent from here"),
    (UnknownId, 404, "There is no such page"),
    (ArchiveError, 404, "The page is not in the archive"),
    (DatabaseLocked, 503, "The database is busy"),
    (UsageError, 400, "That cannot be done"),
    (CorroborateError, 500, "Something went wrong"),
)
BROKEN = "The page could not be made. The program's log tells why."


def tell_problems(application: FastAPI) -> None:
    """Have every problem of the pages told as a page."""
    handlers: dict[type[Exception] | int, Callable[[Request, Exception], Response]] = {
        CorroborateError: expected,
        RequestValidationError: misaddressed,
        404: unanswered,
        405: unanswered,
        Exception: unexpected,
    }
    for kind, handler in handlers.items():
        application.add_exception_handler(kind, handler)


def expected(request: Request, error: Exception) -> Response:
    """An error of ours."""
    status, title = next((status, title) for kind, status, title in STATUSES if isinstance(error, kind))
    told, remedy = (error.problem, error.remedy) if isinstance(error, UsageError) else (str(error), "")
    return problem(request, status, title, (told, remedy))


def misaddressed(request: Request, error: Exception) -> Response:
    """An address whose parts cannot be read."""
    return problem(request, 400, "That cannot be done", ("the address of this page is not complete, or holds what it cannot", ""))


def unanswered(request: Request, error: Exception) -> Response:
    """An address at which there is nothing."""
    status = int(getattr(error, "status_code", 404))
    title = "There is no such page" if status == 404 else "That cannot be done"
    told = "nothing is found at this address" if status == 404 else "this page is not asked in this way"
    return problem(request, status, title, (told, ""))


def unexpected(request: Request, error: Exception) -> Response:
    """A mistake of ours: the gate tells the log."""
    return problem(request, 500, "Something went wrong", (BROKEN, ""))


def problem(request: Request, status: int, title: str, told: tuple[str, str]) -> Response:
    """The page of a problem and its remedy."""
    return page(request, "problem.html", {"title": title, "problem": told[0], "remedy": told[1]}, status=status)
