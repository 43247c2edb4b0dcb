"""One page from the web, under bounds of time, size, type and address.

No cookies, no credentials, no imitation of browsers: who refuses us is left alone.
"""

import asyncio
import logging
import re
import ssl
import string
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from enum import StrEnum
from functools import lru_cache
from importlib.metadata import version
from types import TracebackType
from typing import Protocol, Self
from urllib.parse import quote, urljoin, urlsplit

import httpx

from corroborate.crawl.connections import Connections
from corroborate.crawl.encoding import Body
from corroborate.crawl.guard import SCHEMES, Destination, Guard, host_of, port_of
from corroborate.crawl.reservations import in_headers, in_markup
from corroborate.errors import Blocked, FetchError, Gone, TooLarge
from corroborate.model.pages import Page

log = logging.getLogger(__name__)

PROGRAM = "corroborate"
VERSION = version(PROGRAM)
DEADLINE = 30.0
"""Seconds for a whole request with its redirects: an endless trickle never ends a timeout per read."""

TIMEOUT = httpx.Timeout(10.0, connect=5.0)
HOPS = 5
REDIRECTS = {301, 302, 303, 307, 308}
PERMANENT = {301, 308}
REFUSALS = {401, 402, 403, 407, 429, 451, 503}
PAUSES = {429, 503}
DEFAULT_PAUSE = 30.0
"""Seconds to leave a server alone that asks to wait and does not say how long."""

GONE = {404, 410}
MAX_AGE = re.compile(r'max-age\s{0,5}=\s{0,5}"?(\d{1,9})"?')


class Wanted(StrEnum):
    """What a request is for; it decides what is accepted and how much of it."""

    PAGE = "page"
    FEED = "feed"
    ROBOTS = "robots"


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many bytes of which content types; `cut` keeps the beginning of what is larger."""

    size: int
    types: tuple[str, ...]
    cut: bool = False


MARKUP = ("text/html", "application/xhtml+xml", "text/xml", "application/xml")
BOUNDS: Mapping[Wanted, Bounds] = {
    Wanted.PAGE: Bounds(5_000_000, MARKUP),
    Wanted.FEED: Bounds(15_000_000, (*MARKUP, "text/", "application/", "binary/octet-stream")),
    Wanted.ROBOTS: Bounds(512_000, ("",), cut=True),
}
NEVER_FEEDS = ("application/pdf", "application/zip", "application/msword", "application/vnd.")

Permit = Callable[[str], Awaitable[None]]
"""Asked before a redirect is followed; raises FetchError to stop it there."""


@dataclass(frozen=True, slots=True)
class FetchRequest:
    """What to ask for. With `etag` or `last_modified` the answer may be a page of status 304 without a body."""

    url: str
    wanted: Wanted = Wanted.PAGE
    etag: str | None = None
    last_modified: str | None = None


class Fetcher(Protocol):
    """Brings one page; raises FetchError or one of its kinds where there is none."""

    async def fetch(self, request: FetchRequest, permit: Permit | None = None) -> Page:
        """The page; `permit` is asked before each redirect."""


class HttpFetcher:
    """Fetches over the network; `user_agent` names the program and a contact.

    `guard` says where to connect; `trusted` certificates take the place of the public ones.
    """

    def __init__(
        self,
        user_agent: str,
        *,
        guard: Guard | None = None,
        trusted: ssl.SSLContext | None = None,
        deadline: float = DEADLINE,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._guard = guard or Guard()
        self._deadline = deadline
        self._clock = clock
        self._user_agent = user_agent
        self._connections = Connections(trusted)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self._connections.aclose()

    async def fetch(self, request: FetchRequest, permit: Permit | None = None) -> Page:
        """Follow redirects to a page; each hop's address is checked before it is connected to."""
        try:
            page = await self._follow(request, permit)
        except FetchError as error:
            log.info("fetch=failed url=%s error=%s reason=%s", request.url, type(error).__name__, error.reason)
            raise
        log.info("fetch=done url=%s status=%d bytes=%d", request.url, page.status, len(page.body))
        return page

    async def _follow(self, request: FetchRequest, permit: Permit | None) -> Page:
        loop, left = asyncio.get_running_loop(), self._deadline
        url, moved = request.url, True
        for hop in range(HOPS + 1):
            if hop and permit is not None:
                await permit(url)
            started = loop.time()
            answer = await self._ask(request, url, left)
            left -= loop.time() - started
            if isinstance(answer, Page):
                return replace(answer, moved=moved and hop > 0)
            url, moved = answer.url, moved and answer.permanent
        raise FetchError(request.url, f"more than {HOPS} redirects")

    async def _ask(self, request: FetchRequest, url: str, seconds: float) -> "Page | Redirect":
        try:
            async with asyncio.timeout(seconds):
                return await self._connect(request, url, await self._guard.destinations(url))
        except TimeoutError:
            raise TooLarge(request.url, f"it took longer than {self._deadline:g} seconds") from None
        except httpx.TimeoutException as error:
            raise FetchError(request.url, f"no answer in time ({type(error).__name__})") from None
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError) as error:
            raise FetchError(request.url, f"{type(error).__name__}: {str(error)[:200]}") from None

    async def _connect(self, request: FetchRequest, url: str, places: Sequence[Destination]) -> "Page | Redirect":
        for place in places[:-1]:
            try:
                return await self._exchange(request, url, place)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return await self._exchange(request, url, places[-1])

    async def _exchange(self, request: FetchRequest, url: str, place: Destination) -> "Page | Redirect":
        outgoing = self._outgoing(request, url, place)
        async with self._connections.answer(outgoing, host_of(url), place) as response:
            return await self._read(request, url, response)

    def _outgoing(self, request: FetchRequest, url: str, place: Destination) -> httpx.Request:
        host, scheme, port = host_of(url), urlsplit(url).scheme.lower(), port_of(url)
        address = f"[{place.ip}]" if ":" in place.ip else place.ip
        named = f"[{host}]" if ":" in host else host
        headers = {
            "Host": named if port == SCHEMES[scheme] else f"{named}:{port}",
            "User-Agent": self._user_agent,
            "Accept-Encoding": "gzip, deflate",
            "Accept": "*/*" if request.wanted is Wanted.ROBOTS else ", ".join((*MARKUP, "*/*;q=0.5")),
        }
        conditions = {"If-None-Match": request.etag, "If-Modified-Since": request.last_modified}
        headers |= {name: value for name, value in conditions.items() if value and value.isascii() and value.isprintable()}
        parts = urlsplit(url)
        target = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
        # The certificate is checked against the host's name although the connection goes to the address.
        return httpx.Request(
            "GET",
            f"{scheme}://{address}:{place.port}{target}",
            headers=headers,
            extensions={"sni_hostname": host, "timeout": TIMEOUT.as_dict()},
        )

    async def _read(self, request: FetchRequest, url: str, response: httpx.Response) -> "Page | Redirect":
        status = response.status_code
        if status in REDIRECTS:
            return _redirect(request, url, response)
        if status == 304:
            if request.etag is None and request.last_modified is None:
                raise FetchError(request.url, "304 although nothing was asked for on a condition")
            return self._page(request, url, response, b"")
        _check_status(request, response, self._clock())
        bounds = BOUNDS[request.wanted]
        _check_head(request, response, bounds)
        body = Body(request.url, response.headers.get("Content-Encoding", ""), limit=bounds.size, cut=bounds.cut)
        async for piece in response.aiter_raw(65_536):
            body.feed(piece)
            if body.is_full:
                break
        content = body.content()
        _check_content(request, response, content)
        return self._page(request, url, response, content)

    def _page(self, request: FetchRequest, url: str, response: httpx.Response, body: bytes) -> Page:
        headers = response.headers
        content_type, charset = _content_type(headers.get("Content-Type", ""))
        return Page(
            url=request.url,
            final_url=url,
            status=response.status_code,
            content_type=content_type,
            body=body,
            fetched=self._clock(),
            charset=charset,
            etag=headers.get("ETag"),
            last_modified=headers.get("Last-Modified"),
            max_age=max_age(headers.get("Cache-Control")),
            reserved=(*in_headers(headers), *in_markup(body)),
        )


def user_agent(name: str = PROGRAM, contact: str | None = None) -> str:
    """How we introduce ourselves: `Herald-Watch/0.1 (+mailto:desk@herald.example)`; robots.txt knows us by the name.

    `contact` is where an outlet can complain, an address or a page: nobody should crawl without.
    """
    return f"{name}/{VERSION} (+{contact})" if contact else f"{name}/{VERSION}"


@dataclass(frozen=True, slots=True)
class Redirect:
    """Where a server sends us instead."""

    url: str
    permanent: bool


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks to wait, as a number or a date; None where it says nothing readable."""
    if value is None:
        return None
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:12])
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - now).total_seconds())


def max_age(value: str | None) -> int | None:
    """For how many seconds a Cache-Control header calls an answer fresh; None where it says nothing, or forbids to rely on it."""
    directives = [part.strip().lower() for part in (value or "")[:500].split(",")]
    if {"no-cache", "no-store"} & set(directives):
        return None
    found = next((match for part in directives if (match := MAX_AGE.fullmatch(part))), None)
    return int(found[1]) if found else None


def _redirect(request: FetchRequest, url: str, response: httpx.Response) -> Redirect:
    location = response.headers.get("Location", "").strip()
    if not location:
        raise FetchError(request.url, f"{response.status_code} without a place to go to")
    target = urljoin(url, quote(location, safe=string.punctuation))
    return Redirect(target.partition("#")[0], response.status_code in PERMANENT)


def _check_status(request: FetchRequest, response: httpx.Response, now: datetime) -> None:
    status = response.status_code
    if status in (200, 203):
        return
    if status in REFUSALS:
        asked = retry_after(response.headers.get("Retry-After"), now)
        pause = DEFAULT_PAUSE if asked is None and status in PAUSES else asked
        raise Blocked(request.url, f"the server refuses ({status})", pause)
    if status in GONE:
        raise Gone(request.url, f"there is no such page ({status})")
    raise FetchError(request.url, f"status {status}")


def _check_head(request: FetchRequest, response: httpx.Response, bounds: Bounds) -> None:
    announced = response.headers.get("Content-Length", "")
    if announced.isdigit() and int(announced) > bounds.size and not bounds.cut:
        raise TooLarge(request.url, f"it announces {int(announced):,} bytes")
    content_type, _ = _content_type(response.headers.get("Content-Type", ""))
    refused = request.wanted is Wanted.FEED and content_type.startswith(NEVER_FEEDS)
    if content_type and (refused or not content_type.startswith(bounds.types)):
        raise FetchError(request.url, f"content type {content_type[:60]}")


def _check_content(request: FetchRequest, response: httpx.Response, content: bytes) -> None:
    if request.wanted is Wanted.ROBOTS:
        return
    if not content.strip():
        raise FetchError(request.url, "the answer is empty")
    if not response.headers.get("Content-Type") and not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"{")):
        raise FetchError(request.url, "the answer has no content type and is no markup")


def _content_type(header: str) -> tuple[str, str | None]:
    return _read_content_type(header[:200])


@lru_cache(maxsize=512)
def _read_content_type(header: str) -> tuple[str, str | None]:
    message = Message()
    message["Content-Type"] = header.replace("\r", " ").replace("\n", " ")
    charset = message.get_content_charset()
    return header.partition(";")[0].strip().lower()[:100], charset[:40] if charset else None
