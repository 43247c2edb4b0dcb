"""What went wrong, in a word: so that a hundred failing sources can be sorted at a glance."""

import re

from corroborate.errors import AddressRefused, Blocked, CorroborateError, FeedError, Gone, RobotsDenied, TooLarge

CLASSES: tuple[tuple[type[CorroborateError], str], ...] = (
    (RobotsDenied, "robots"),
    (AddressRefused, "refused"),
    (Gone, "gone"),
    (Blocked, "blocked"),
    (TooLarge, "too large"),
    (FeedError, "no feed"),
)
REASONS = (
    (re.compile("robots.txt cannot be asked"), "robots unknown"),
    (re.compile("has no address"), "no address"),
    (re.compile("no answer in time"), "timeout"),
    (re.compile("^status 5"), "server error"),
    (re.compile("^status "), "status"),
    (re.compile("certificate|SSL|TLS", re.IGNORECASE), "certificate"),
    (re.compile("^more than [0-9]+ redirects"), "redirects"),
    (re.compile("^content type|the answer has no content type"), "no feed"),
    (re.compile("^the answer is empty|ends early|cannot be unpacked"), "broken answer"),
    (re.compile("^(?:Connect|Read|Write|RemoteProtocol|Protocol|Network)"), "no connection"),
)


def error_kind(error: CorroborateError) -> str:
    """The class of a failure: "blocked", "timeout", "no feed".

    >>> error_kind(Gone("https://herald.example/rss", "there is no such page (404)"))
    'gone'
    """
    # A site whose robots.txt cannot be had is told apart from one that fails itself, whatever the error is derived from.
    reason = str(getattr(error, "reason", error))
    for kind, name in CLASSES:
        if isinstance(error, kind):
            return name
    return next((name for pattern, name in REASONS if pattern.search(reason)), "failed")
