"""What is allowed, decided from a request's plain parts: pure, so that every rule can be tested by itself."""

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from secrets import token_bytes
from urllib.parse import urlsplit

from corroborate.model.access import Scope, Visitor

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OPEN_PATHS = ("/static/", "/sign-in", "/sign-out")
API = "/api/"
COOKIE = "corroborate_token"


@dataclass(frozen=True, slots=True)
class Policy:
    """How a server is reached.

    `hosts` are the names under which it may be asked, all where it is empty. `open` is for this machine alone, where whoever
    asks may do everything; otherwise a token is needed. `secure` tells that it is reached over https. `processes` answer,
    and all of them know forms of ours by one `key`.
    """

    hosts: frozenset[str] = LOOPBACK
    open: bool = True
    secure: bool = False
    processes: int = 1
    key: bytes = field(default_factory=partial(token_bytes, 32), repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered: an HTTP status, what is wrong, what to do."""

    status: int
    problem: str
    remedy: str


def refused_host(policy: Policy, host: str | None) -> Refusal | None:
    """A page of another site may have its own name lead here; then the browser asks under that name."""
    if not policy.hosts:
        return None
    if host is not None and _bare_host(host) in policy.hosts:
        return None
    return Refusal(421, "this server is not known by that name", "ask it by its own name")


def _bare_host(host: str) -> str:
    name, mark, port = host.rpartition(":")
    return (name if mark and port.isdecimal() else host).lower().removesuffix(".")


def refused_sender(method: str, headers: Mapping[str, str]) -> Refusal | None:
    """What changes something must not be sent by a page of another site, which the browser tells."""
    if method in SAFE:
        return None
    origin, site = headers.get("origin"), headers.get("sec-fetch-site", "none")
    foreign = site not in ("same-origin", "none")
    if foreign or (origin is not None and urlsplit(origin).netloc.lower() != headers.get("host", "").lower()):
        return Refusal(403, "this was sent by a page of another site", "send it from a page of this one")
    return None


def needed(method: str, path: str) -> Scope | None:
    """The least scope for a request; None for what everybody may see."""
    if any(path == place or (place.endswith("/") and path.startswith(place)) for place in OPEN_PATHS):
        return None
    return Scope.READ if method in SAFE else Scope.REVIEW


def refused_visitor(visitor: Visitor | None, scope: Scope | None) -> Refusal | None:
    """Nobody known, or one who may less."""
    if scope is None:
        return None
    if visitor is None:
        return Refusal(401, "a token is needed", "send it as `Authorization: Bearer TOKEN`, or sign in on the pages")
    if visitor.scope.includes(scope):
        return None
    return Refusal(403, f"this needs a token with the scope {scope.value}", "ask whoever runs this server for one")


def secret_of(headers: Mapping[str, str], cookies: Mapping[str, str]) -> str | None:
    """The token that comes with a request: in the header for programs, in a cookie for browsers."""
    kind, _, secret = headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer" and secret.strip():
        return secret.strip()
    return _password(secret.strip()) if kind.lower() == "basic" else cookies.get(COOKIE)


def _password(credentials: str) -> str | None:
    """Readers of feeds know names and passwords only: the token is the password, whatever the name."""
    try:
        return b64decode(credentials, validate=True).decode().partition(":")[2] or None
    except ValueError:
        return None
