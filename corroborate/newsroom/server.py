"""The newsroom on loopback: real HTTP, one virtual host per outlet, and a clock that decides what has been published."""

import hashlib
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from corroborate.newsroom.announcements import FEEDS, robots
from corroborate.newsroom.edition import Edition
from corroborate.newsroom.houses import House
from corroborate.newsroom.pages import article_page
from corroborate.newsroom.publications import Publication

KEPT_REQUESTS = 100_000


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it came, and how it was answered."""

    host: str
    path: str
    status: int
    agent: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a path holds at a moment."""

    body: bytes
    content_type: str
    changed: datetime

    @property
    def etag(self) -> str:
        """The strong validator of the body."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:24]}"'


class Newsroom:
    """A running newsroom; set `now` to let time pass. `requests` are those answered so far."""

    def __init__(self, edition: Edition, server: ThreadingHTTPServer) -> None:
        self.edition = edition
        self.requests: list[Request] = []
        self._server = server
        self._hosts: Mapping[str, House] = {house.host: house for house in edition.houses}
        self.now = edition.moments[0]

    @property
    def now(self) -> datetime:
        """The moment; nothing published later is served."""
        return self._now

    @now.setter
    def now(self, moment: datetime) -> None:
        self._now = moment
        shown = self.edition.visible(moment)
        by_outlet: dict[str, list[Publication]] = {}
        for one in sorted(shown, key=lambda one: one.published or one.visible_from, reverse=True):
            by_outlet.setdefault(one.outlet, []).append(one)
        self._shown = by_outlet
        self._pages = {one.url: one for one in shown}

    @property
    def address(self) -> str:
        """Host and port, "127.0.0.1:8080"."""
        host, port = self._server.server_address[:2]
        return f"{host!s}:{port}"

    def answer(self, host: str, path: str) -> Answer | None:
        """What stands at a path of a host now, None where nothing does."""
        house = self._hosts.get(host.partition(":")[0].lower())
        if house is None:
            return None
        shown = self._shown.get(house.name, [])
        changed = max((one.visible_from for one in shown), default=self.edition.moments[0])
        if path == "/robots.txt":
            return Answer(robots(house).encode(), "text/plain; charset=utf-8", changed)
        if path in FEEDS and any(address.endswith(path) for address in (*house.outlet.feeds, *house.outlet.sitemaps)):
            return Answer(FEEDS[path](house, shown).encode(), "application/xml; charset=utf-8", changed)
        page = self._pages.get(f"http://{house.host}{path}")
        if page is None:
            return None
        return Answer(article_page(house, page, shown[:40]).encode(), "text/html; charset=utf-8", page.visible_from)


@contextmanager
def serve(edition: Edition, port: int = 0) -> Iterator[Newsroom]:
    """Serve an edition on 127.0.0.1 until the context is left; port 0 takes a free one."""
    server = ThreadingHTTPServer(("127.0.0.1", port), _Desk)
    server.daemon_threads = True
    newsroom = Newsroom(edition, server)
    server.RequestHandlerClass = type("Desk", (_Desk,), {"newsroom": newsroom})
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield newsroom
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Desk(BaseHTTPRequestHandler):
    newsroom: Newsroom
    protocol_version = "HTTP/1.1"
    server_version = "newsroom"
    sys_version = ""
    timeout = 10

    def do_GET(self) -> None:
        self._respond(with_body=True)

    def do_HEAD(self) -> None:
        self._respond(with_body=False)

    def _respond(self, *, with_body: bool) -> None:
        found = self.newsroom.answer(self.headers.get("Host", ""), self.path.partition("?")[0])
        if found is None:
            self._send(HTTPStatus.NOT_FOUND, {"Content-Type": "text/plain"}, b"not found" if with_body else b"")
            return
        validators = {"ETag": found.etag, "Last-Modified": format_datetime(found.changed, usegmt=True)}
        if self._is_known(found):
            self._send(HTTPStatus.NOT_MODIFIED, validators, b"")
            return
        self._send(HTTPStatus.OK, {"Content-Type": found.content_type, **validators}, found.body, with_body=with_body)

    def _is_known(self, found: Answer) -> bool:
        wanted = self.headers.get("If-None-Match")
        if wanted is not None:
            return found.etag in [part.strip() for part in wanted.split(",")]
        return self.headers.get("If-Modified-Since") == format_datetime(found.changed, usegmt=True)

    def _send(self, status: HTTPStatus, headers: Mapping[str, str], body: bytes, *, with_body: bool = True) -> None:
        # Logged before it is sent, so that whoever has the answer finds the request in the log.
        if len(self.newsroom.requests) < KEPT_REQUESTS:
            agent = self.headers.get("User-Agent", "")
            self.newsroom.requests.append(Request(self.headers.get("Host", ""), self.path, int(status), agent))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status is not HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are kept in `Newsroom.requests` and written nowhere else."""
