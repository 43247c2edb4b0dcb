from base64 import b64encode

import pytest

from corroborate.model.access import LOCAL, Scope, Visitor
from corroborate.publish.access.policy import COOKIE, Policy, needed, refused_host, refused_sender, refused_visitor, secret_of
from corroborate.publish.access.rates import Rate, Rates

READER = Visitor("reader", Scope.READ)


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST", "localhost.", "127.0.0.1"])
def test_this_machine_is_asked_under_its_own_names(host: str) -> None:
    assert refused_host(Policy(), host) is None


@pytest.mark.parametrize(
    "host", [None, "", "evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example:80", "x:y"]
)
def test_a_name_that_another_site_lets_lead_here_is_refused(host: str | None) -> None:
    refusal = refused_host(Policy(), host)

    assert refusal is not None
    assert refusal.status == 421


def test_a_server_beyond_this_machine_answers_to_the_names_it_was_given_or_to_any() -> None:
    assert refused_host(Policy(frozenset({"news.example"}), open=False), "news.example:443") is None
    assert refused_host(Policy(frozenset({"news.example"}), open=False), "other.example") is not None
    assert refused_host(Policy(frozenset(), open=False), "10.0.0.5:8000") is None


@pytest.mark.parametrize(
    ("method", "headers", "is_refused"),
    [
        ("GET", {"origin": "https://evil.example", "host": "localhost"}, False),
        ("POST", {"host": "localhost:8000"}, False),
        ("POST", {"origin": "http://localhost:8000", "host": "localhost:8000", "sec-fetch-site": "same-origin"}, False),
        ("POST", {"origin": "https://evil.example", "host": "localhost:8000"}, True),
        ("POST", {"origin": "null", "host": "localhost:8000"}, True),
        ("POST", {"origin": "http://localhost:9000", "host": "localhost:8000"}, True),
        ("DELETE", {"host": "localhost", "sec-fetch-site": "cross-site"}, True),
        ("PUT", {"host": "localhost", "sec-fetch-site": "same-site"}, True),
    ],
)
def test_a_page_of_another_site_changes_nothing(method: str, headers: dict[str, str], is_refused: bool) -> None:
    assert (refused_sender(method, headers) is not None) is is_refused


@pytest.mark.parametrize(
    ("method", "path", "visitor", "status"),
    [
        ("GET", "/", None, 401),
        ("GET", "/api/v1/claims", None, 401),
        ("GET", "/static/site.css", None, None),
        ("GET", "/sign-in", None, None),
        ("POST", "/sign-in", None, None),
        ("GET", "/sign-in/../api/v1/claims", None, 401),
        ("GET", "/", READER, None),
        ("POST", "/reviews", READER, 403),
        ("DELETE", "/api/v1/searches/a", READER, 403),
        ("POST", "/reviews", Visitor("desk", Scope.REVIEW), None),
        ("POST", "/reviews", LOCAL, None),
    ],
)
def test_what_is_not_open_needs_a_token_and_what_changes_something_more_than_reading(
    method: str, path: str, visitor: Visitor | None, status: int | None
) -> None:
    refusal = refused_visitor(visitor, needed(method, path))

    assert (None if refusal is None else refusal.status) == status


def test_a_token_comes_in_a_header_as_a_password_or_in_a_cookie() -> None:
    assert secret_of({"authorization": "Bearer abc"}, {COOKIE: "other"}) == "abc"
    assert secret_of({"authorization": f"Basic {b64encode(b'anybody:abc').decode()}"}, {}) == "abc"
    assert secret_of({}, {COOKIE: "abc"}) == "abc"
    assert secret_of({"authorization": "Basic !!!"}, {}) is None
    assert secret_of({"authorization": "Bearer "}, {}) is None


def test_whoever_asks_too_often_waits_and_is_answered_again() -> None:
    moment = [0.0]
    rates = Rates(Rate(burst=3, a_second=0.5), clock=lambda: moment[0])

    assert [rates.wait("one") for _ in range(4)] == [0, 0, 0, 2]
    assert rates.wait("another") == 0
    moment[0] = 2.0
    assert [rates.wait("one") for _ in range(2)] == [0, 2]


def test_no_more_clients_are_remembered_than_there_is_room_for() -> None:
    rates = Rates(Rate(burst=1, a_second=1), clock=lambda: 0.0, most=100)

    for number in range(1000):
        rates.wait(str(number))

    assert len(rates._buckets) == 100
