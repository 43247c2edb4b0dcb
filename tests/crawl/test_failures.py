import pytest

from corroborate.crawl.failures import error_kind
from corroborate.errors import AddressRefused, Blocked, CorroborateError, FeedError, FetchError, Gone, RobotsDenied, TooLarge

URL = "https://herald.example/rss"


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (RobotsDenied(URL, "robots.txt forbids it"), "robots"),
        (AddressRefused(URL, "10.0.0.1 is no public address"), "refused"),
        (Gone(URL, "there is no such page (404)"), "gone"),
        (Blocked(URL, "the server refuses (429)", 60.0), "blocked"),
        (TooLarge(URL, "it announces 99,000,000 bytes"), "too large"),
        (FeedError(URL, "it is no feed"), "no feed"),
        (FetchError(URL, "herald.example has no address (unknown)"), "no address"),
        (FetchError(URL, "no answer in time (ReadTimeout)"), "timeout"),
        (FetchError(URL, "status 502"), "server error"),
        (FetchError(URL, "status 418"), "status"),
        (FetchError(URL, "ConnectError: certificate verify failed"), "certificate"),
        (FetchError(URL, "ConnectError: All connection attempts failed"), "no connection"),
        (FetchError(URL, "more than 5 redirects"), "redirects"),
        (FetchError(URL, "content type application/pdf"), "no feed"),
        (FetchError(URL, "the packed body ends early"), "broken answer"),
        (FetchError(URL, "robots.txt cannot be asked: status 500"), "robots unknown"),
        (FetchError(URL, "something else"), "failed"),
    ],
)
def test_a_failure_has_a_class(error: CorroborateError, kind: str) -> None:
    assert error_kind(error) == kind
