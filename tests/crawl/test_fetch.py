"""The fetcher against real sockets on loopback."""

import asyncio
import gzip
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from email.utils import format_datetime

import pytest

from corroborate.crawl.fetch import FetchRequest, HttpFetcher, Permit, Wanted, max_age, retry_after, user_agent
from corroborate.crawl.guard import Destination, Guard
from corroborate.errors import AddressRefused, Blocked, FetchError, Gone, RobotsDenied, TooLarge
from corroborate.model.pages import Page
from tests.crawl.site import Answer, Site
from tests.factory import NOON

HOST = "harbour-herald.example"
URL = f"http://{HOST}/ferry"
STORY = b"<p>The ferry sank.</p>"


def fetch(address: str, request: FetchRequest | str = URL, permit: Permit | None = None, *hosts: str, deadline: float = 5) -> Page:
    async def run() -> Page:
        places = dict.fromkeys((HOST, *hosts), address)
        async with HttpFetcher(
            "herald-watch/1 (+desk@herald.example)", guard=Guard(places), deadline=deadline, clock=lambda: NOON
        ) as fetcher:
            return await fetcher.fetch(FetchRequest(request) if isinstance(request, str) else request, permit)

    return asyncio.run(run())


@contextmanager
def speaking(talk: Callable[[socket.socket], None]) -> Iterator[str]:
    """A server that says to one caller whatever a test wants; yields its address."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        caller, _ = listener.accept()
        with caller:
            try:
                talk(caller)
            except OSError:
                return

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"127.0.0.1:{listener.getsockname()[1]}"
    finally:
        thread.join(10)
        listener.close()


def saying(*pieces: bytes) -> Callable[[socket.socket], None]:
    def talk(caller: socket.socket) -> None:
        caller.recv(65_536)
        for piece in pieces:
            caller.sendall(piece)

    return talk


def test_a_page_is_kept_as_it_came(site: Site) -> None:
    site.put("/ferry", STORY, "text/html; charset=ISO-8859-1", ETag='W/"7"', Last_Modified="Tue, 13 Oct 2026 10:00:00 GMT")

    assert fetch(site.address) == Page(
        url=URL,
        final_url=URL,
        status=200,
        content_type="text/html",
        body=STORY,
        fetched=NOON,
        charset="iso-8859-1",
        etag='W/"7"',
        last_modified="Tue, 13 Oct 2026 10:00:00 GMT",
    )


def test_a_packed_page_is_unpacked(site: Site) -> None:
    site.put("/ferry", gzip.compress(STORY), Content_Encoding="gzip")

    assert fetch(site.address).body == STORY


def test_we_say_who_we_are_and_nothing_else(site: Site) -> None:
    site.put("/ferry", STORY, Set_Cookie="reader=7")
    fetch(site.address)
    fetch(site.address, FetchRequest(URL, etag='"1"', last_modified="Tue, 13 Oct 2026 10:00:00 GMT"))

    first, second = ({name.lower(): value for name, value in asked.headers.items()} for asked in site.log)
    assert set(first) == {"host", "user-agent", "accept", "accept-encoding"}
    assert (first["host"], first["user-agent"]) == (HOST, "herald-watch/1 (+desk@herald.example)")
    assert set(second) - set(first) == {"if-none-match", "if-modified-since"}


def test_redirects_are_followed_and_only_permanent_ones_are_a_move(site: Site) -> None:
    site.put("/ferry", STORY)
    site.answers |= {"/old": Answer(status=301, headers={"Location": "/ferry"}), "/now": Answer(status=302, headers={"Location": "/old"})}

    old, now = (fetch(site.address, f"http://{HOST}{path}") for path in ("/old", "/now"))

    assert (old.url, old.final_url, old.moved) == (f"http://{HOST}/old", URL, True)
    assert (now.final_url, now.moved) == (URL, False)


def test_a_redirect_loop_ends(site: Site) -> None:
    site.answers["/ferry"] = Answer(status=302, headers={"Location": "/ferry"})

    with pytest.raises(FetchError, match="redirects"):
        fetch(site.address)
    assert len(site.log) == 6


@pytest.mark.parametrize(
    "target", ["http://{address}/inside", "//127.0.0.1/inside", "http://[::1]/", "http://localhost/", "file:///etc/passwd", "javascript:x"]
)
def test_a_redirect_inside_is_not_followed(site: Site, target: str) -> None:
    site.answers["/ferry"] = Answer(status=302, headers={"Location": target.format(address=site.address)})

    with pytest.raises(AddressRefused):
        fetch(site.address)
    assert site.paths() == ["/ferry"]


def test_a_redirect_to_another_host_asks_for_leave_first(site: Site) -> None:
    site.answers[f"{HOST}/ferry"] = Answer(status=302, headers={"Location": "http://gazette.example/ferry"})
    site.put("gazette.example/ferry", STORY)

    async def forbid(url: str) -> None:
        raise RobotsDenied(url, "robots.txt forbids it")

    with pytest.raises(RobotsDenied):
        fetch(site.address, URL, forbid, "gazette.example")
    assert len(site.log) == 1
    assert fetch(site.address, URL, None, "gazette.example").final_url == "http://gazette.example/ferry"


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (401, Blocked),
        (403, Blocked),
        (429, Blocked),
        (451, Blocked),
        (503, Blocked),
        (404, Gone),
        (410, Gone),
        (500, FetchError),
        (204, FetchError),
    ],
)
def test_a_status_says_why_there_is_no_page(site: Site, status: int, error: type[FetchError]) -> None:
    site.answers["/ferry"] = Answer(status=status)

    with pytest.raises(error, match=str(status)):
        fetch(site.address)


def test_an_unchanged_page_is_a_304_only_where_that_was_asked(site: Site) -> None:
    site.answers["/ferry"] = Answer(status=304, headers={"ETag": '"2"'})

    page = fetch(site.address, FetchRequest(URL, etag='"1"'))

    assert (page.status, page.body, page.etag) == (304, b"", '"2"')
    with pytest.raises(FetchError, match="304"):
        fetch(site.address)


@pytest.mark.parametrize("content_type", ["application/pdf", "image/png", "application/octet-stream", "text/plain"])
def test_only_markup_is_a_page(site: Site, content_type: str) -> None:
    site.put("/ferry", STORY, content_type)

    with pytest.raises(FetchError, match="content type"):
        fetch(site.address)


@pytest.mark.parametrize(
    "content_type", ["application/rss+xml", "application/feed+json", "text/plain", "text/html", "application/octet-stream"]
)
def test_feeds_come_under_many_names(site: Site, content_type: str) -> None:
    site.put("/ferry", STORY, content_type)

    assert fetch(site.address, FetchRequest(URL, Wanted.FEED)).body == STORY


def test_an_empty_page_and_one_too_large_are_failures(site: Site) -> None:
    site.put("/ferry", " \n")
    with pytest.raises(FetchError, match="empty"):
        fetch(site.address)

    site.put("/ferry", b"x" * 5_000_001)
    with pytest.raises(TooLarge):
        fetch(site.address)


def test_the_beginning_of_a_long_robots_txt_is_enough(site: Site) -> None:
    site.put("/robots.txt", b"# pad\n" * 200_000, "text/plain")

    assert len(fetch(site.address, FetchRequest(f"http://{HOST}/robots.txt", Wanted.ROBOTS)).body) == 512_000


BROKEN = {
    "no HTTP": (b"SSH-2.0-x\r\n\r\n",),
    "a body cut short": (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\n<p>The",),
    "a chunk that is none": (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nx",),
    "a chunked body cut short": (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>Th\r\n",),
    "a negative length": (b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc",),
    "a header without end": (b"HTTP/1.1 200 OK\r\nX: " + b"a" * 300_000,),
    "nothing": (),
    "no content type and no markup": (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",),
    "a redirect to nowhere": (b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n",),
}


@pytest.mark.parametrize("pieces", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_answer_is_a_failed_fetch(pieces: tuple[bytes, ...]) -> None:
    with speaking(saying(*pieces)) as address, pytest.raises(FetchError):
        fetch(address)


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000000\r\n\r\n"])
def test_a_trickle_of_bytes_ends_at_the_deadline(head: bytes) -> None:
    released = threading.Event()

    def trickle(caller: socket.socket) -> None:
        caller.recv(65_536)
        caller.sendall(head)
        while not released.wait(0.05):
            caller.sendall(b"X")

    with speaking(trickle) as address:
        with pytest.raises(TooLarge, match="longer than"):
            fetch(address, deadline=0.4)
        released.set()


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


def test_a_host_is_asked_at_its_next_address_where_the_first_is_dead(site: Site) -> None:
    site.put("/ferry", STORY)
    up = int(site.address.rpartition(":")[2])

    class TwoAddresses(Guard):
        async def destinations(self, url: str) -> tuple[Destination, ...]:
            return Destination("127.0.0.1", closed_port()), Destination("127.0.0.1", up)

    async def run() -> Page:
        async with HttpFetcher("herald-watch/1", guard=TwoAddresses()) as fetcher:
            return await fetcher.fetch(FetchRequest(URL))

    assert asyncio.run(run()).body == STORY


def test_a_closed_port_is_a_failed_fetch() -> None:
    with pytest.raises(FetchError):
        fetch(f"127.0.0.1:{closed_port()}")


def test_the_host_is_named_to_the_server_although_the_connection_goes_to_an_address() -> None:
    named: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.sni_callback = lambda _socket, name, _context: named.append(name)

    def greet(caller: socket.socket) -> None:
        with context.wrap_socket(caller, server_side=True):
            raise AssertionError("a server without a certificate cannot be trusted")

    with speaking(greet) as address, pytest.raises(FetchError):
        fetch(address, f"https://{HOST}/ferry")

    assert named == [HOST]


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("120", 120.0), (" 0 ", 0.0), (None, None), ("soon", None), ("-5", None), ("", None), ("9" * 40, 999999999999.0)],
)
def test_retry_after_is_read(header: str | None, seconds: float | None) -> None:
    assert retry_after(header, NOON) == seconds


@pytest.mark.parametrize(("moment", "seconds"), [(NOON + timedelta(seconds=90), 90.0), (NOON - timedelta(hours=1), 0.0)])
def test_retry_after_may_be_a_date(moment: datetime, seconds: float) -> None:
    assert retry_after(format_datetime(moment, usegmt=True), NOON) == seconds


def test_a_server_that_asks_to_wait_without_saying_how_long_is_given_a_while(site: Site) -> None:
    site.answers["/ferry"] = Answer(status=429, headers={"Retry-After": "soon"})

    with pytest.raises(Blocked) as raised:
        fetch(site.address)
    assert raised.value.retry_after == 30.0


def test_the_user_agent_names_the_program_and_a_contact() -> None:
    name, _, contact = user_agent("Herald-Watch", "desk@herald.example").partition(" ")

    assert name == user_agent("Herald-Watch")
    assert name.startswith("Herald-Watch/")
    assert contact == "(+desk@herald.example)"


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/fähre", "/f%C3%A4hre"),
        ("/a b".replace(" ", "%20"), "/a%20b"),
        ("?id=7", "/?id=7"),
        ("/x?q=ü&y=%zz", "/x?q=%C3%BC&y=%zz"),
        ("/x;p=1?a[]=2#top", "/x;p=1?a[]=2"),
        ("/x//y", "/x//y"),
    ],
)
def test_an_address_reaches_the_server_as_it_is_written(site: Site, path: str, asked: str) -> None:
    site.answers[asked] = Answer(STORY)

    fetch(site.address, f"http://{HOST}{path}")

    assert site.paths() == [asked]


def test_a_redirect_may_be_relative_and_hold_other_letters(site: Site) -> None:
    site.answers["/a/b"] = Answer(status=302, headers={"Location": "../f\u00e4hre?x=1#top"})
    site.put("/f%C3%A4hre?x=1", STORY)

    assert fetch(site.address, f"http://{HOST}/a/b").final_url == f"http://{HOST}/f%C3%A4hre?x=1"


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("max-age=300", 300),
        ('public, Max-Age="60", must-revalidate', 60),
        ("no-cache, max-age=300", None),
        ("s-maxage=300", None),
        ("max-age=-1", None),
        ("max-age=99999999999999999999", None),
        (None, None),
    ],
)
def test_a_server_says_for_how_long_its_answer_is_fresh(header: str | None, seconds: int | None) -> None:
    assert max_age(header) == seconds
