"""Which addresses may be asked: public ones, over http and https, and nothing that merely looks public.

An address is checked twice: the URL as it is written, and the address that its host resolves to. The one that was
checked is the one connected to, so that a name which resolves differently the second time gains nothing.
"""

import asyncio
import re
import socket
import unicodedata
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from corroborate.errors import AddressRefused, FetchError

URL_LENGTH = 2048
MOST_ADDRESSES = 3
SCHEMES = {"http": 80, "https": 443}
LOCAL_NAMES = {"localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "localdomain", "home.arpa", "onion", "arpa"}
UNWRITABLE = re.compile(r"[\x00-\x20\x7f\\]")
LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
DOTS = str.maketrans("。．｡", "...")
REFUSED_NETWORKS = tuple(
    ip_network(network)
    for network in (
        "192.0.0.0/24",  # protocol assignments, among them a cloud's metadata service
        "192.88.99.0/24",  # relays of 6to4
        "168.63.129.16/32",  # a cloud's metadata service at a public address
        "::/96",  # IPv4 written as IPv6, long deprecated
        "64:ff9b:1::/48",  # NAT64 within a site
        "fec0::/10",  # site-local, long deprecated
        "2001::/32",  # Teredo: hides an IPv4 address behind a mask
    )
)
NAT64 = IPv6Network("64:ff9b::/96")

Address = IPv4Address | IPv6Address
Resolver = Callable[[str, int], Awaitable[tuple[str, ...]]]
"""Addresses, in text, of a host name and port; raises OSError where there are none."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where to connect for a URL: an address that was checked, or the one that the configuration names."""

    ip: str
    port: int


def check_url(url: str) -> None:
    """Refuse a URL that must not be asked, as far as it can be told without resolving its host; raises AddressRefused."""
    host = host_of(url)
    port_of(url)
    address = literal_address(url, host)
    if address is not None:
        check_address(address, url)
        return
    if "." not in host or any(host == name or host.endswith(f".{name}") for name in LOCAL_NAMES):
        raise AddressRefused(url, f"{host} is a name of a local network")


def check_address(ip: Address | str, url: str | None = None) -> None:
    """Refuse an address that is not on the public internet, whatever form it hides in; raises AddressRefused."""
    address = _unwrapped(ip_address(ip) if isinstance(ip, str) else ip)
    refused = any(address in network for network in REFUSED_NETWORKS if network.version == address.version)
    if refused or not address.is_global or address.is_multicast or address.is_reserved:
        raise AddressRefused(url or str(ip), f"{address} is no public address")


@lru_cache(maxsize=4_096)
def host_of(url: str) -> str:
    """The host of a well-formed http or https URL, in lower case and ASCII; raises AddressRefused for any other."""
    parts = _split(url)
    if "@" in parts.netloc:
        raise AddressRefused(url, "it carries credentials")
    host = (parts.hostname or "").translate(DOTS)
    if ":" in host:
        return host
    host = _ascii(unicodedata.normalize("NFKC", host).lower(), url).removesuffix(".")
    if len(host) > 253 or not all(LABEL.fullmatch(label) for label in host.split(".")):
        raise AddressRefused(url, "its host is no host name")
    return host


def port_of(url: str) -> int:
    """The port of a URL, from its scheme where it names none; raises AddressRefused for one that serves no web pages."""
    parts = _split(url)
    try:
        port = parts.port
    except ValueError:
        raise AddressRefused(url, "its port is no port") from None
    if port is None:
        return SCHEMES[parts.scheme.lower()]
    if port < 1024 and port not in SCHEMES.values():
        raise AddressRefused(url, f"port {port} serves no web pages")
    return port


def literal_address(url: str, host: str) -> Address | None:
    """The address that a host spells out, None for a name; raises AddressRefused for 0177.0.0.1, 2130706433, 127.1."""
    if ":" not in host and not re.fullmatch(r"[0-9]+|0x[0-9a-f]*", host.rpartition(".")[2]):
        return None
    try:
        return ip_address(host)
    except ValueError:
        raise AddressRefused(url, "its host disguises an address") from None


async def system_resolver(host: str, port: int) -> tuple[str, ...]:
    """Ask the operating system."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class Guard:
    """Says where to connect for a URL, or refuses.

    `connect_to` maps hosts to "ip:port": requests for them go there, unchecked, because the configuration says so.
    """

    connect_to: Mapping[str, str] = field(default_factory=dict)
    resolve: Resolver = system_resolver

    def check_url(self, url: str) -> None:
        """As the function of this name, but for hosts that the configuration sends elsewhere."""
        if host_of(url) in self.connect_to:
            port_of(url)
        else:
            check_url(url)

    async def destinations(self, url: str) -> tuple[Destination, ...]:
        """The checked addresses to connect to, the preferred one first.

        Raises AddressRefused, or FetchError for a host without an address.
        """
        self.check_url(url)
        host, port = host_of(url), port_of(url)
        mapped = self.connect_to.get(host)
        if mapped is not None:
            ip, _, mapped_port = mapped.rpartition(":")
            return (Destination(ip.strip("[]"), int(mapped_port)),)
        address = literal_address(url, host)
        found = await self._public_addresses(url, host, port) if address is None else (str(address),)
        return tuple(Destination(ip, port) for ip in found[:MOST_ADDRESSES])

    async def _public_addresses(self, url: str, host: str, port: int) -> tuple[str, ...]:
        try:
            found = await self.resolve(host, port)
        except OSError as error:
            raise FetchError(url, f"{host} has no address ({error.strerror or error})") from None
        if not found:
            raise FetchError(url, f"{host} has no address")
        # One private address among public ones is a name that plays tricks: refuse them all.
        for ip in found:
            check_address(ip.partition("%")[0], url)
        return found


def _split(url: str) -> SplitResult:
    if len(url) > URL_LENGTH:
        raise AddressRefused(url[:100], f"it is longer than {URL_LENGTH} characters")
    if UNWRITABLE.search(url):
        raise AddressRefused(url, "it holds blanks, backslashes or control characters")
    try:
        parts = urlsplit(url)
    except ValueError:
        raise AddressRefused(url, "it is no URL") from None
    if parts.scheme.lower() not in SCHEMES or not parts.netloc:
        raise AddressRefused(url, "it is no http or https address")
    return parts


def _ascii(host: str, url: str) -> str:
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        raise AddressRefused(url, "its host is no host name") from None


def _unwrapped(address: Address) -> Address:
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address
