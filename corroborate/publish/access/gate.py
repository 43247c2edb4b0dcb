"""The gate in front of pages and API: everything passes it, and nothing behind it has to think of access.

host known? -> not too often? -> who is it? -> may they? -> not sent by another site? -> the application -> headers
"""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable, MutableMapping
from hashlib import sha256
from http.cookies import CookieError, SimpleCookie
from math import ceil
from time import perf_counter
from typing import Any
from urllib.parse import quote

from fastapi.concurrency import run_in_threadpool
from fastapi.datastructures import Headers

from corroborate.model.access import LOCAL, Visitor
from corroborate.publish.access.policy import (
    API,
    SAFE,
    Policy,
    Refusal,
    needed,
    refused_host,
    refused_sender,
    refused_visitor,
    secret_of,
)
from corroborate.publish.access.rates import READING, SIGNING_IN, Rates
from corroborate.publish.site import Site

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
log = logging.getLogger(__name__)

LARGEST_BODY = 1_000_000
TOO_LARGE = Refusal(413, "this is too large", f"send at most {LARGEST_BODY} bytes")
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # With "no-referrer" browsers send forms of our own pages as if from nowhere (Origin: null), and they would be refused.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
}
"""What every answer carries, unless the page says something of its own."""
PRIVATE = {"cache-control": "private, no-cache"}
SECURE = {"strict-transport-security": "max-age=31536000"}


class TooLong(Exception):
    """What is sent passes the bound."""


class Gate:
    """Wraps the application; `site` tells whose tokens count and what time it is."""

    def __init__(
        self, application: Application, site: Site, policy: Policy, *, rates: Rates | None = None, signing: Rates | None = None
    ) -> None:
        self._application, self._site, self._policy = application, site, policy
        self._rates, self._signing = rates or Rates(READING), signing or Rates(SIGNING_IN.shared_by(policy.processes))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._application(scope, receive, send)
            return
        headers, begun = Headers(scope=scope), perf_counter()
        cookies = _cookies(headers)
        telling = _telling(send, begun, self._policy)
        refusal, after = await self._refusal(scope, headers, secret_of(headers, cookies))
        if refusal is not None:
            await _refuse(scope, refusal, telling, after)
            return
        scope.setdefault("state", {})["form_secret"] = self._form_secret(scope, headers, cookies)
        await self._answer(scope, receive, telling)

    async def _refusal(self, scope: Scope, headers: Headers, secret: str | None) -> tuple[Refusal | None, float]:
        """Why the request goes no further, and in how many seconds it may come again; leaves the visitor in its state."""
        method, path = scope["method"], scope["path"]
        refusal = refused_host(self._policy, headers.get("host"))
        if refusal is not None:
            return refusal, 0.0
        rates = self._signing if path == "/sign-in" and method not in SAFE else self._rates
        # Whoever works at this machine can keep it busy without us.
        wait = 0.0 if self._policy.open else rates.wait(_client(scope))
        if wait:
            return Refusal(429, "too many requests", f"wait {ceil(wait)} s"), wait
        if (length := headers.get("content-length", "0")) and not (length.isdecimal() and int(length[:10]) <= LARGEST_BODY):
            return TOO_LARGE, 0.0
        visitor = await self._visitor(secret)
        scope.setdefault("state", {})["visitor"] = visitor
        return refused_visitor(visitor, needed(method, path)) or refused_sender(method, headers), 0.0

    async def _visitor(self, secret: str | None) -> Visitor | None:
        if self._policy.open:
            return LOCAL
        if secret is None:
            return None
        token = await run_in_threadpool(self._site.store.tokens.holder, secret, now=self._site.clock())
        return None if token is None else Visitor(token.name, token.scope)

    def _form_secret(self, scope: Scope, headers: Headers, cookies: dict[str, str]) -> str:
        """What a form of ours has to bring back: no other site can know it."""
        visitor = scope["state"]["visitor"]
        whose = f"{'' if visitor is None else visitor.name}\n{secret_of(headers, cookies) or ''}"
        return hmac.new(self._policy.key, whose.encode("utf-8", "replace"), sha256).hexdigest()

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._application(scope, _bounded(receive), noting)
        except TooLong:
            if not begun:
                await _refuse(scope, TOO_LARGE, send, 0.0)
        except Exception as error:
            # The error's text may hold what was sent: its kind and place are enough to find it.
            trace = error.__traceback__
            while trace is not None and trace.tb_next is not None:
                trace = trace.tb_next
            place = "" if trace is None else f"{trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}"
            log.error("event=failed method=%s path=%s error=%s at=%s", scope["method"], quote(scope["path"]), type(error).__name__, place)
            if not begun:
                await _refuse(scope, Refusal(500, "something went wrong here", "try again; the program's log tells what it was"), send, 0.0)


def _bounded(receive: Receive) -> Receive:
    """Whatever a request says of its length, no more than so much of it is taken."""
    taken = 0

    async def receiving() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LARGEST_BODY:
            raise TooLong
        return message

    return receiving


def _client(scope: Scope) -> str:
    """Where a request comes from: an address, of IPv6 the network that one client has to itself."""
    host = (scope.get("client") or ("unknown", 0))[0]
    return ":".join(host.split(":")[:4]) if ":" in host else str(host)


def _cookies(headers: Headers) -> dict[str, str]:
    try:
        return {name: one.value for name, one in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


def _telling(send: Send, begun: float, policy: Policy) -> Send:
    """Adds the headers, and how long the answer took."""

    async def telling(message: Message) -> None:
        if message["type"] == "http.response.start":
            said = list(message.get("headers", ()))
            known = {bytes(name).lower() for name, _ in said}
            added = HEADERS | ({} if policy.open else PRIVATE) | (SECURE if policy.secure else {})
            said += [(name.encode(), value.encode()) for name, value in added.items() if name.encode() not in known]
            said.append((b"server-timing", f"app;dur={1000 * (perf_counter() - begun):.1f}".encode()))
            message = dict(message) | {"headers": said}
        await send(message)

    return telling


async def _refuse(scope: Scope, refusal: Refusal, send: Send, after: float) -> None:
    """Tell why: programs as a problem document, people on a plain page; who is not signed in is led to where they can."""
    is_program = scope["path"].startswith(API) or scope["path"].startswith("/feeds/")
    headers: list[tuple[bytes, bytes]] = [(b"retry-after", str(ceil(after)).encode())] if after else []
    status = refusal.status
    if refusal.status == 401 and not is_program:
        status = 303
        place = scope["path"] + (f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else "")
        headers.append((b"location", f"/sign-in?next={quote(place, safe='')}".encode()))
    if refusal.status == 401:
        headers.append((b"www-authenticate", b'Bearer realm="corroborate"'))
    kind, body = _told(refusal, is_program)
    headers += [(b"content-type", kind), (b"content-length", str(len(body)).encode()), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})


def _told(refusal: Refusal, is_program: bool) -> tuple[bytes, bytes]:
    if is_program:
        told: dict[str, Any] = {"type": "about:blank", "title": refusal.problem, "status": refusal.status, "detail": refusal.remedy}
        return b"application/problem+json", json.dumps(told).encode()
    return b"text/plain; charset=utf-8", f"{refusal.problem}; {refusal.remedy}\n".encode()
