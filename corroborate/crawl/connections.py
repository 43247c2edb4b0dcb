"""Connections that are kept from one request to the next, over HTTP/2 where a server offers it.

Each host has connections of its own. Requests go to checked addresses instead of names, and a connection found by its
address alone would give one host's answer over another host's certificate.
"""

import ssl
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache

import httpx

from corroborate.crawl.guard import Destination

HOSTS = 500
"""So many hosts are kept in touch with; the one not asked for longest is let go first."""

KEPT = httpx.Limits(max_connections=None, max_keepalive_connections=2, keepalive_expiry=30.0)
"""A pause between two requests to a domain is a few seconds; a server that closes earlier is asked anew."""


@dataclass(slots=True)
class Line:
    """The connections to one host at one address: requests under way, and answers it has given."""

    transport: httpx.AsyncHTTPTransport
    busy: int = 0
    answered: int = 0


class Connections:
    """The lines to all hosts; `trusted` are the certificates to believe in place of the public ones."""

    def __init__(self, trusted: ssl.SSLContext | None = None, hosts: int = HOSTS) -> None:
        self._trusted = trusted or _public_certificates()
        self._hosts = hosts
        self._lines: OrderedDict[tuple[str, Destination], Line] = OrderedDict()

    @asynccontextmanager
    async def answer(self, request: httpx.Request, host: str, place: Destination) -> AsyncIterator[httpx.Response]:
        """The answer, its body yet to be read while the block runs; raises what httpx raises."""
        line = self._line(host, place)
        line.busy += 1
        try:
            response = await _sent(line, request)
            try:
                yield response
            finally:
                await response.aclose()
        finally:
            line.busy -= 1
            await self._let_go()

    async def aclose(self) -> None:
        """Close every connection."""
        while self._lines:
            await self._lines.popitem()[1].transport.aclose()

    def _line(self, host: str, place: Destination) -> Line:
        line = self._lines.get((host, place))
        if line is None:
            # The bare transport: a client would keep cookies and read every Location before the guard does.
            transport = httpx.AsyncHTTPTransport(verify=self._trusted, http2=True, trust_env=False, limits=KEPT)
            line = self._lines[host, place] = Line(transport)
        self._lines.move_to_end((host, place))
        return line

    async def _let_go(self) -> None:
        excess = len(self._lines) - self._hosts
        if excess <= 0:
            return
        for key in [key for key, line in self._lines.items() if not line.busy][:excess]:
            await self._lines.pop(key).transport.aclose()


@cache
def _public_certificates() -> ssl.SSLContext:
    """Read once: the certificates of the world for each host, or each round, would cost more than its pages."""
    return httpx.create_ssl_context(trust_env=False)


async def _sent(line: Line, request: httpx.Request) -> httpx.Response:
    """A server may close a kept connection at the moment it is used again: then, and only then, it is asked once more."""
    kept = line.answered > 0
    try:
        response = await line.transport.handle_async_request(request)
    except (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError):
        if not kept:
            raise
        response = await line.transport.handle_async_request(request)
    line.answered += 1
    return response
