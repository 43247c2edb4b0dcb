"""Forms as browsers send them, from our own pages alone."""

from dataclasses import dataclass
from hmac import compare_digest
from urllib.parse import parse_qsl, unquote, urlsplit

from fastapi import Request
from markupsafe import Markup

from corroborate.errors import UsageError
from corroborate.model.access import LOCAL, Visitor

LONGEST = 100_000
"""Bytes of a form; a split of a large story has some thousand ids."""
MOST_FIELDS = 2_000
NAME = "corroborate_reviewer"
"""The cookie that remembers who signed last."""


class Forbidden(UsageError):
    """A form that did not come from a page of ours."""


@dataclass(frozen=True, slots=True)
class Form:
    """What was filled in, field by field, in order."""

    fields: tuple[tuple[str, str], ...]

    def one(self, name: str) -> str:
        """The field without blanks around it; empty where it was left empty."""
        return next(iter(self.all(name)), "")

    def all(self, name: str) -> tuple[str, ...]:
        """Every field of that name that was filled in."""
        return tuple(value.strip() for field, value in self.fields if field == name and value.strip())


async def read_form(request: Request) -> Form:
    """The form of a request. Raises UsageError where it is none, and Forbidden where another site sent it."""
    check_sender(request)
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LONGEST:
            raise UsageError("the form is too large", "name fewer things at a time")
    try:
        fields = parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
    except ValueError:
        raise UsageError("the form cannot be read", "send it from the page") from None
    return _ours(request, Form(tuple(fields)))


def _ours(request: Request, form: Form) -> Form:
    """The form, if it brings back what only a page of ours could have told it."""
    secret = getattr(request.state, "form_secret", None)
    if secret is not None and not compare_digest(form.one("secret").encode(), str(secret).encode()):
        raise Forbidden("the form is of another visit", "open the page again and send it from there")
    return form


def check_sender(request: Request) -> None:
    """Raise Forbidden where a browser says that a page of another site sent this."""
    origin, host = request.headers.get("origin"), request.headers.get("host")
    foreign = request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")
    if foreign or (origin is not None and urlsplit(origin).netloc != host):
        raise Forbidden("the form was sent by a page of another site", "open the page here and send it again")


def signed_in(request: Request) -> str | None:
    """Whose token came with the request; None for whoever sits at this machine, who signs as they like."""
    visitor = getattr(request.state, "visitor", None)
    return visitor.name if isinstance(visitor, Visitor) and visitor is not LOCAL else None


def reviewer(request: Request) -> str:
    """Who signed last in this browser; empty where nobody did."""
    return unquote(request.cookies.get(NAME, ""))[:100]


def secret_field(request: Request) -> Markup:
    """The hidden field that shows that a form comes from a page of ours, where access asks for one."""
    secret = getattr(request.state, "form_secret", None)
    return Markup('<input type="hidden" name="secret" value="{}">').format(secret) if secret else Markup("")
