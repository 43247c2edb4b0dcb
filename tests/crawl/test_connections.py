"""Kept connections, against real servers on loopback."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

import h2.config
import h2.connection
import h2.events
import httpx
import pytest
import trustme

from corroborate.crawl.connections import Connections
from corroborate.crawl.fetch import FetchRequest, HttpFetcher
from corroborate.crawl.guard import Destination, Guard
from corroborate.errors import FetchError

HERALD, GAZETTE = "harbour-herald.example", "island-gazette.example"
STORY = b"<p>The ferry sank.</p>"
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%b" % (len(STORY), STORY)

Talk = Callable[[int, asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def server(talk: Talk, context: ssl.SSLContext | None = None) -> AsyncIterator[tuple[str, list[int]]]:
    """Talks to each caller, whose number it is told; yields its address and the callers so far."""
    callers: list[int] = []

    async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        callers.append(len(callers))
        try:
            await talk(callers[-1], reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    listening = await asyncio.start_server(greet, "127.0.0.1", 0, ssl=context)
    async with listening:
        yield f"127.0.0.1:{listening.sockets[0].getsockname()[1]}", callers


async def answer_always(_caller: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while True:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(ANSWER)


async def answer_once(_caller: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Closes when it is asked a second time, as servers do whose patience has just ended."""
    await reader.readuntil(b"\r\n\r\n")
    writer.write(ANSWER)
    await reader.readuntil(b"\r\n\r\n")


async def answer_never(_caller: int, reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")


def pages(talk: Talk, urls: Sequence[str]) -> tuple[list[bytes], list[int]]:
    """The bodies of some pages fetched one after the other, and the callers the server had."""

    async def run() -> tuple[list[bytes], list[int]]:
        async with server(talk) as (address, callers), HttpFetcher("watch/1", guard=Guard({HERALD: address, GAZETTE: address})) as fetcher:
            return [(await fetcher.fetch(FetchRequest(url))).body for url in urls], callers

    return asyncio.run(run())


def test_a_connection_is_kept_for_the_next_page_of_its_host() -> None:
    bodies, callers = pages(answer_always, [f"http://{HERALD}/ferry", f"http://{HERALD}/crew"])

    assert bodies == [STORY, STORY]
    assert len(callers) == 1


def test_hosts_at_one_address_share_no_connection() -> None:
    _, callers = pages(answer_always, [f"http://{HERALD}/ferry", f"http://{GAZETTE}/ferry"])

    assert len(callers) == 2


def test_a_kept_connection_that_the_server_closes_is_replaced() -> None:
    bodies, callers = pages(answer_once, [f"http://{HERALD}/ferry", f"http://{HERALD}/crew"])

    assert bodies == [STORY, STORY]
    assert len(callers) == 2


def test_a_server_that_breaks_off_is_not_asked_again() -> None:
    callers: list[int] = []

    async def run() -> None:
        async with server(answer_never) as (address, seen), HttpFetcher("watch/1", guard=Guard({HERALD: address})) as fetcher:
            try:
                await fetcher.fetch(FetchRequest(f"http://{HERALD}/ferry"))
            finally:
                callers.extend(seen)

    with pytest.raises(FetchError, match="RemoteProtocolError"):
        asyncio.run(run())
    assert len(callers) == 1


def test_the_host_not_asked_for_longest_is_let_go() -> None:
    async def run() -> int:
        async with server(answer_always) as (address, callers):
            ip, _, port = address.partition(":")
            connections = Connections(hosts=1)
            for host in (HERALD, GAZETTE, HERALD):
                request = httpx.Request("GET", f"http://{address}/", headers={"Host": host})
                async with connections.answer(request, host, Destination(ip, int(port))) as response:
                    assert await response.aread() == STORY
            await connections.aclose()
            return len(callers)

    assert asyncio.run(run()) == 3


async def speak_http2(_caller: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    speaker = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
    speaker.initiate_connection()
    writer.write(speaker.data_to_send())
    while received := await reader.read(65_536):
        for event in speaker.receive_data(received):
            if isinstance(event, h2.events.RequestReceived):
                speaker.send_headers(event.stream_id, [(":status", "200"), ("content-type", "text/html")])
                speaker.send_data(event.stream_id, STORY, end_stream=True)
        writer.write(speaker.data_to_send())


def test_http2_is_spoken_where_it_is_offered_and_the_certificate_is_the_hosts() -> None:
    authority = trustme.CA()
    offered = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    offered.set_alpn_protocols(["h2"])
    authority.issue_cert(HERALD).configure_cert(offered)
    trusted = ssl.create_default_context()
    authority.configure_trust(trusted)

    async def run() -> tuple[list[bytes], int]:
        async with server(speak_http2, offered) as (address, callers):
            guard = Guard({HERALD: address, GAZETTE: address})
            async with HttpFetcher("watch/1", guard=guard, trusted=trusted) as fetcher:
                read = [(await fetcher.fetch(FetchRequest(f"https://{HERALD}{path}"))).body for path in ("/ferry", "/crew")]
                with pytest.raises(FetchError, match="certificate"):
                    await fetcher.fetch(FetchRequest(f"https://{GAZETTE}/ferry"))
                return read, len(callers)

    read, callers = asyncio.run(run())
    assert read == [STORY, STORY]
    assert callers <= 2
