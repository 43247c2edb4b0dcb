"""How many pages a second are fetched and archived, from a newsroom of many hosts on loopback, with politeness on."""

import asyncio
import random
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from corroborate.crawl.archive import Archive
from corroborate.crawl.fetch import HttpFetcher, user_agent
from corroborate.crawl.guard import Guard
from corroborate.crawl.manners import CrawlSettings
from corroborate.model.outlets import Outlet
from corroborate.pipeline import Crawling, crawl
from corroborate.store import Store

LATENCY = 0.05
"""Seconds before each answer."""

GAP = 0.2
"""Seconds between two requests to a host: with 300 of them five seconds would leave no more than sixty requests a second."""

CONCURRENCY = 64
WORDS = ("ferry", "harbour", "board", "crew", "police", "counted", "passengers", "said", "Tuesday", "rock", "light", "master", "route")
PAGE_WORDS, FURNITURE = 700, 200
"""A page of 40 kB, of which a tenth is text: the rest is markup, as with most papers."""


@dataclass(frozen=True, slots=True)
class Rate:
    """What was measured: seconds by the clock and of the processor, and the memory of this process at its peak, in MB."""

    pages: int
    seconds: float
    processor_seconds: float
    memory: int

    @property
    def pages_a_second(self) -> float:
        """By the clock."""
        return self.pages / self.seconds

    @property
    def pages_a_processor_second(self) -> float:
        """As it would be on a machine that has nothing else to do."""
        return self.pages / self.processor_seconds


def measure(hosts: int, articles: int, folder: Path) -> Rate:
    """Crawl so many hosts with so many articles each, once: robots.txt, tdmrep.json, feeds and pages; only pages count."""
    names = [f"outlet{number}.example" for number in range(hosts)]
    outlets = [Outlet(name, name, feeds=(f"http://{name}/feed",)) for name in names]
    with _newsroom(articles) as port, Store.open(f"sqlite:///{folder / 'news.db'}") as store:
        guard = Guard(dict.fromkeys(names, f"127.0.0.1:{port}"))
        settings = CrawlSettings(gap=GAP, concurrency=CONCURRENCY, asks_reservations=True)
        means = Crawling(HttpFetcher(user_agent(), guard=guard), Archive(folder / "archive"), settings, lambda: datetime.now(UTC))
        began, worked = time.perf_counter(), time.process_time()
        tally = crawl(store, outlets, means)
        seconds, processor = time.perf_counter() - began, time.process_time() - worked
    return Rate(tally.pages, seconds, processor, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


@contextmanager
def _newsroom(articles: int) -> Iterator[int]:
    """The port of a newsroom in a process of its own."""
    context = get_context("forkserver")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, articles), daemon=True)
    process.start()
    try:
        yield ours.recv()
    finally:
        process.kill()
        process.join()


def _serve(line: Connection, articles: int) -> None:
    asyncio.run(_answer_all(line, _page(), articles))


async def _answer_all(line: Connection, page: bytes, articles: int) -> None:
    async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                await asyncio.sleep(LATENCY)
                writer.write(_answer(head, page, articles))
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(greet, "127.0.0.1", 0)
    line.send(server.sockets[0].getsockname()[1])
    await server.serve_forever()


def _answer(head: bytes, page: bytes, articles: int) -> bytes:
    path = head.split(b" ", 2)[1]
    host = head.lower().partition(b"\r\nhost:")[2].partition(b"\r\n")[0].strip()
    if path == b"/robots.txt":
        return _ok(b"User-agent: *\nAllow: /\n", b"text/plain")
    if path == b"/feed":
        entries = b"".join(b"<item><title>Ferry %d</title><link>http://%s/a/%d</link></item>" % (n, host, n) for n in range(articles))
        return _ok(b"<rss version='2.0'><channel><title>Herald</title>%s</channel></rss>" % entries, b"application/rss+xml")
    if path.startswith(b"/a/"):
        return _ok(page.replace(b"OUTLET", host).replace(b"PATH", path), b"text/html; charset=utf-8")
    return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


def _ok(body: bytes, kind: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s" % (kind, len(body), body)


def _page() -> bytes:
    chance = random.Random(0)
    text = " ".join(chance.choice(WORDS) for _ in range(PAGE_WORDS))
    boxes = "".join(
        f'<div class="teaser-{chance.randrange(9999)}" data-id="{chance.randrange(10**9)}"><a href="/a/{chance.randrange(10**6)}?from=box">'
        f"{' '.join(chance.choice(WORDS) for _ in range(6))}</a><span></span></div>"
        for _ in range(FURNITURE)
    )
    return f"<html lang=en><title>OUTLET PATH</title><nav>{boxes}</nav><article><h1>Ferry</h1><p>{text}</p></article></html>".encode()
