"""A request to a hook: to an address that was checked, with a bound on time and size, and no redirect followed."""

import socket
import ssl
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

TIMEOUT = 10.0
Destinations = Callable[[str], Sequence[tuple[str, int]]]
"""The addresses and ports to connect to for a URL; raises CorroborateError for one that must not be asked."""


class Unreachable(Exception):
    """The hook could not be asked; the text says why."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Sends to hooks. The address that was checked is the one connected to, whatever the name means a moment later."""

    destinations: Destinations
    timeout: float = TIMEOUT

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> int:
        """The HTTP status that the hook answers. Raises Unreachable, and CorroborateError for an address that is refused."""
        problem = "it has no address"
        for address in self.destinations(url):
            try:
                return self._asked(url, address, body, headers)
            except (OSError, HTTPException) as error:
                problem = str(error) or type(error).__name__
        raise Unreachable(problem)

    def _asked(self, url: str, address: tuple[str, int], body: bytes, headers: Mapping[str, str]) -> int:
        parts = urlsplit(url)
        connection = _connection(parts.scheme, parts.hostname or "", self.timeout)
        try:
            connection.sock = _socket(parts.scheme, parts.hostname or "", address, self.timeout)
            target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.request("POST", target, body=body, headers={"Host": parts.netloc, **headers, "Connection": "close"})
            return connection.getresponse().status
        finally:
            connection.close()


def _connection(scheme: str, host: str, timeout: float) -> HTTPConnection:
    return HTTPSConnection(host, timeout=timeout) if scheme.lower() == "https" else HTTPConnection(host, timeout=timeout)


def _socket(scheme: str, host: str, address: tuple[str, int], timeout: float) -> socket.socket:
    plain = socket.create_connection(address, timeout=timeout)
    if scheme.lower() != "https":
        return plain
    try:
        return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    except BaseException:
        plain.close()
        raise
