import json
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from corroborate.errors import AddressRefused
from corroborate.model.alerts import PAUSES, Delivered, Hook
from corroborate.publish.alerts import Sender, tell_hooks
from corroborate.publish.alerts.sending import Unreachable
from corroborate.publish.alerts.signing import HEADER, is_signed
from corroborate.store import Store
from tests.factory import NOON
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, ferry_matching, ferry_reading

LATER = NOON + timedelta(minutes=10)
URL = "https://chat.example/in"


@dataclass
class Chat:
    """A receiver that answers as told, and keeps what it was told."""

    answers: list[int | Exception] = field(default_factory=list)
    told: list[tuple[str, bytes, Mapping[str, str]]] = field(default_factory=list)

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> int:
        self.told.append((url, body, headers))
        answer = self.answers.pop(0) if self.answers else 204
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(str(tmp_path / "news.db")) as opened:
        left, right = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
        for one in (left, right):
            opened.readings.save(one, "1")
        opened.hooks.add(Hook("chat", URL, NOON - timedelta(days=1)))
        opened.matches.save(*ferry_matching(left, right), now=NOON)
        yield opened


def at(moment: datetime) -> "Clock":
    return Clock(moment)


@dataclass
class Clock:
    now: datetime

    def __call__(self) -> datetime:
        return self.now


def test_a_hook_is_told_once_of_what_is_new_and_signed(store: Store) -> None:
    chat = Chat()
    secret = store.hooks.secret("chat")

    first = tell_hooks(store, chat.post, at(LATER))
    again = tell_hooks(store, chat.post, at(LATER + timedelta(days=1)))

    assert (first.taken, again.taken, first.failures, again.failures) == (1, 0, (), ())
    ((url, body, headers),) = chat.told
    told = json.loads(body)
    assert (url, told["event"], told["attempt"]) == (URL, "discrepancy", 1)
    assert {side["value"] for side in told["discrepancy"]["sides"]} == {"42", "45"}
    assert told["delivery"] == headers["Corroborate-Delivery"]
    now = int(LATER.timestamp())
    assert is_signed(headers[HEADER], secret, body, now)
    assert not is_signed(headers[HEADER], secret, body + b" ", now)
    assert not is_signed(headers[HEADER], "another", body, now)
    assert not is_signed(headers[HEADER], secret, body, now + 301)
    assert not is_signed("t=x,v1=", secret, body, now)


def test_what_is_not_taken_is_told_again_later_and_later_and_given_up_in_the_end(store: Store) -> None:
    chat = Chat([500, Unreachable("connection refused"), AddressRefused(URL, "no public address"), *[302] * 20])
    clock, waits = at(LATER), []
    failures = list[str]()
    while (delivery := next(iter(store.hooks.deliveries()), None)) is None or delivery.state is Delivered.DUE:
        failures += tell_hooks(store, chat.post, clock).failures
        assert tell_hooks(store, chat.post, clock).failures == ()
        waits.append(store.hooks.deliveries()[0].next_at - clock.now)
        clock.now = store.hooks.deliveries()[0].next_at

    assert tuple(waits[:-1]) == PAUSES
    assert len(chat.told) == len(PAUSES) + 1
    assert store.hooks.deliveries()[0].state is Delivered.GIVEN_UP
    assert "hook chat did not take d_" in failures[0]
    assert "connection refused" in failures[1]
    assert failures[-1].endswith("it is given up")
    assert len({json.loads(body)["delivery"] for _, body, _ in chat.told}) == 1


def test_what_is_under_way_elsewhere_is_not_told_twice(store: Store) -> None:
    chat = Chat()
    store.hooks.note_events(LATER)
    (lent,) = store.hooks.take_due(LATER)

    meanwhile = tell_hooks(store, chat.post, at(LATER + timedelta(seconds=30)))
    after_a_crash = tell_hooks(store, chat.post, at(LATER + timedelta(minutes=3)))

    assert lent.tries == 1
    assert (meanwhile.taken, after_a_crash.taken, len(chat.told)) == (0, 1, 1)
    assert json.loads(chat.told[0][1])["attempt"] == 2


def test_a_hook_hears_nothing_of_what_was_known_before_it_came(store: Store) -> None:
    chat = Chat()
    store.hooks.remove("chat")
    store.hooks.add(Hook("late", URL, NOON + timedelta(minutes=1)))

    assert tell_hooks(store, chat.post, at(LATER)).taken == 0
    assert chat.told == []


class Receiver(BaseHTTPRequestHandler):
    """Answers 307 to /away, and 200 with much text to the rest."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.told.append((self.path, self.headers["Host"], body))  # type: ignore[attr-defined]
        self.send_response(307 if self.path == "/away" else 200)
        self.send_header("Location", "http://localhost/elsewhere")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Be silent."""


@pytest.fixture
def receiver() -> Iterator[HTTPServer]:
    server = HTTPServer(("127.0.0.1", 0), Receiver)
    server.told = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_request_goes_to_the_address_that_was_checked_and_follows_no_redirect(receiver: HTTPServer) -> None:
    port = receiver.server_address[1]
    sender = Sender(lambda _: [("127.0.0.1", port)])

    taken = sender.post("http://chat.example/in?a=b", b"{}", {"Content-Type": "application/json"})
    away = sender.post("http://chat.example/away", b"{}", {})

    assert (taken, away) == (200, 307)
    assert receiver.told == [("/in?a=b", "chat.example", b"{}"), ("/away", "chat.example", b"{}")]  # type: ignore[attr-defined]


def test_whoever_cannot_be_reached_is_named_with_the_reason(receiver: HTTPServer) -> None:
    port = receiver.server_address[1]

    with pytest.raises(Unreachable):
        Sender(lambda _: [("127.0.0.1", port)]).post("https://chat.example/", b"", {})
    with pytest.raises(Unreachable, match="no address"):
        Sender(lambda _: []).post("https://chat.example/", b"", {})
