"""The server that misbehaves, on loopback, and a fetcher that takes it for a public site."""

import asyncio
import importlib.util
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from types import ModuleType
from typing import Any

from corroborate.crawl.feeds import Listing, read_feed
from corroborate.crawl.fetch import FetchRequest, HttpFetcher, Wanted
from corroborate.crawl.guard import Guard
from corroborate.errors import FeedError, FetchError
from corroborate.model.pages import Page
from tests.evaluation.shared import ROOT

HOST = "hostile.example"
FOLDER = ROOT / "eval" / "hostile"
DEADLINE = 1.5


def hostile_server() -> ModuleType:
    """The server's module."""
    spec = importlib.util.spec_from_file_location("hostile_server", FOLDER / "hostile_server.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@contextmanager
def misbehaving(robots: str = "allow", *, tls: bool = False) -> Iterator[Any]:
    """The server while the block runs; `server.log` is what it was asked, `server.address` where it is."""
    module = hostile_server()
    server = module.serve(hang=2 * DEADLINE, robots=robots, tls=module.cert() if tls else None)
    server.address = f"127.0.0.1:{server.server_address[1]}"
    try:
        yield server
    finally:
        server.stop = True
        server.shutdown()
        server.server_close()


def expectations(part: str) -> list[dict[str, Any]]:
    """What a good crawler does, by path, robots case or date."""
    found: list[dict[str, Any]] = json.loads((FOLDER / "expectations.json").read_text())[part]
    return found


def fetched(server: Any, request: FetchRequest) -> Page | FetchError:
    """What fetching gives."""

    async def fetch() -> Page | FetchError:
        async with HttpFetcher("corrobot/0 (+desk@herald.example)", guard=Guard({HOST: server.address}), deadline=DEADLINE) as fetcher:
            try:
                return await fetcher.fetch(request)
            except FetchError as error:
                return error

    return asyncio.run(fetch())


def page(server: Any, path: str, *, scheme: str = "http", etag: str | None = None) -> Page | FetchError:
    """A page of the server."""
    return fetched(server, FetchRequest(f"{scheme}://{HOST}{path}", Wanted.PAGE, etag))


def feed(server: Any, path: str) -> Listing | FetchError | FeedError:
    """A feed of the server, read."""
    found = fetched(server, FetchRequest(f"http://{HOST}{path}", Wanted.FEED))
    if isinstance(found, FetchError):
        return found
    try:
        return read_feed(found, datetime.now(UTC))
    except FeedError as error:
        return error
