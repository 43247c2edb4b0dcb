"""A real web server on loopback that serves what a test puts into it, and stops by itself."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Answer:
    """What a path gives: status, headers, body."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})


@dataclass
class Asked:
    """A request that arrived."""

    path: str
    headers: dict[str, str]

    @property
    def host(self) -> str:
        return self.headers.get("Host", "")


@dataclass
class Site:
    """Answers by path, or by host and path; whatever is not there is 404."""

    address: str
    answers: dict[str, Answer | Callable[[Asked], Answer]] = field(default_factory=dict)
    log: list[Asked] = field(default_factory=list)

    def put(self, path: str, body: bytes | str, content_type: str = "text/html; charset=utf-8", **headers: str) -> None:
        content = body.encode() if isinstance(body, str) else body
        self.answers[path] = Answer(
            content, 200, {"Content-Type": content_type, **{key.replace("_", "-"): value for key, value in headers.items()}}
        )

    def answer(self, asked: Asked) -> Answer:
        self.log.append(asked)
        found = self.answers.get(f"{asked.host}{asked.path}") or self.answers.get(asked.path, Answer(b"", 404))
        return found if isinstance(found, Answer) else found(asked)

    def paths(self) -> list[str]:
        return [asked.path for asked in self.log]


@contextmanager
def serving() -> Iterator[Site]:
    """A site that is up while the block runs."""

    class Desk(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            answer = site.answer(Asked(self.path, dict(self.headers)))
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if answer.status not in (204, 304) and "Content-Length" not in answer.headers:
                self.send_header("Content-Length", str(len(answer.body)))
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(answer.body)
            self.close_connection = True

        def log_message(self, *_arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
    site = Site(f"127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
