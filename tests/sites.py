"""Small sites on loopback: virtual hosts with a feed and pages, on real HTTP, until the context ends."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

RSS = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{name}</title><link>http://{host}/</link>{entries}</channel></rss>'


@dataclass
class Site:
    """One outlet: its pages by path, and when its feed says they appeared (ISO 8601, None for no date)."""

    name: str
    host: str
    pages: dict[str, str]
    published: Mapping[str, str | None] = field(default_factory=dict)

    def feed(self) -> str:
        """The site's RSS feed, with one entry a page."""
        return RSS.format(name=escape(self.name), host=self.host, entries="".join(self._entry(path) for path in self.pages))

    def _entry(self, path: str) -> str:
        moment = self.published.get(path)
        date = f"<pubDate>{format_datetime(datetime.fromisoformat(moment))}</pubDate>" if moment else ""
        return f"<item><title>{escape(path)}</title><link>http://{self.host}{escape(path)}</link>{date}</item>"


@contextmanager
def serve_sites(sites: Sequence[Site]) -> Iterator[str]:
    """Serve them on a free port of 127.0.0.1, chosen by the Host header; yields "127.0.0.1:port"."""
    by_host = {site.host: site for site in sites}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site = by_host.get((self.headers.get("Host") or "").partition(":")[0])
            if site is not None and self.path == "/feed.xml":
                self._answer(200, "application/rss+xml", site.feed())
            elif site is not None and self.path in site.pages:
                self._answer(200, "text/html; charset=utf-8", site.pages[self.path])
            else:
                self._answer(404, "text/plain", "not found")

        def _answer(self, status: int, kind: str, text: str) -> None:
            body = text.encode()
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Tests print nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
