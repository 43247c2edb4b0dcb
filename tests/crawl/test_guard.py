"""Which addresses may be asked; nothing is connected to."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.crawl.guard import Destination, Guard, check_address, check_url
from corroborate.errors import AddressRefused, FetchError

PRIVATE = (
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.9",
    "192.168.0.9",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "240.0.0.1",
    "192.0.0.192",
    "168.63.129.16",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "::ffff:10.0.0.1",
    "::10.0.0.1",
    "64:ff9b::a00:1",
    "64:ff9b:1::a00:1",
    "2002:a00:1::1",
    "2001:0:a00:1::1",
)

DISGUISED = (
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://1.2.3/",
    "http://1.2.3.4.5/",
    "http://256.1.1.1/",
    "http://127.0.0.1./",
    "http://[::ffff:7f00:1]/",
    "http://１２７.0.0.1/",
    "http://127。0。0。1/",
    "http://desk:secret@harbour-herald.com/",
    "http://harbour-herald.com@127.0.0.1/",
    "http://harbour-herald.com\\@127.0.0.1/",
    "http://harbour-herald.com:22/",
    "http://harbour-herald.com:0/",
    "http://harbour-herald.com:x/",
    "http://harbour herald.com/",
    "http://harbour-herald.com/\r\nHost: x",
    "http://-herald.com/",
    "http://her..ald.com/",
    "http://newsroom/",
    "http://printer.local/",
    "http://wiki.corp/",
    "http://localhost:8080/",
    "http://db.localhost/",
    "http://x.home.arpa/",
    "ftp://harbour-herald.com/",
    "file:///etc/passwd",
    "//harbour-herald.com/x",
    "http:///x",
    "",
    "http://[::1",
    "http://harbour-herald.com/" + "a" * 2_100,
)

PUBLIC = (
    "https://harbour-herald.com/ferry?id=1",
    "http://harbour-herald.com:80/",
    "https://harbour-herald.com:8443/",
    "https://93.184.216.34/",
    "https://[2606:4700:4700::1111]/",
    "https://zürich.example/",
    "https://127.0.0.1.harbour-herald.com/",
    "https://localhost.harbour-herald.com/",
    "https://harbour-herald.com/?next=http://127.0.0.1/",
)


def resolving_to(*addresses: str) -> Guard:
    async def resolve(_host: str, _port: int) -> tuple[str, ...]:
        return addresses

    return Guard(resolve=resolve)


@pytest.mark.parametrize("ip", PRIVATE)
def test_an_address_that_is_not_public_is_refused(ip: str) -> None:
    with pytest.raises(AddressRefused):
        check_address(ip)


@pytest.mark.parametrize("url", DISGUISED)
def test_a_url_that_hides_where_it_leads_is_refused(url: str) -> None:
    with pytest.raises(AddressRefused):
        check_url(url)


@pytest.mark.parametrize("url", PUBLIC)
def test_an_ordinary_url_passes(url: str) -> None:
    check_url(url)


@given(st.text(max_size=60) | st.from_regex(r"https?://[^/]{1,30}/?", fullmatch=True))
def test_any_text_is_judged(url: str) -> None:
    try:
        check_url(url)
    except AddressRefused:
        return


def test_the_address_connected_to_is_the_one_that_was_checked() -> None:
    guard = resolving_to("93.184.216.34")

    assert asyncio.run(guard.destinations("https://harbour-herald.com/x")) == (Destination("93.184.216.34", 443),)


@pytest.mark.parametrize("addresses", [("10.0.0.1",), ("93.184.216.34", "127.0.0.1"), ("fe80::1%eth0",)])
def test_a_public_name_with_a_private_address_is_refused(addresses: tuple[str, ...]) -> None:
    with pytest.raises(AddressRefused):
        asyncio.run(resolving_to(*addresses).destinations("https://harbour-herald.com/"))


def test_a_name_without_an_address_is_a_failed_fetch() -> None:
    async def resolve(host: str, _port: int) -> tuple[str, ...]:
        raise OSError(-2, "Name or service not known")

    for guard in (resolving_to(), Guard(resolve=resolve)):
        with pytest.raises(FetchError, match="has no address"):
            asyncio.run(guard.destinations("https://harbour-herald.com/"))


def test_only_the_hosts_that_the_configuration_names_go_to_its_address() -> None:
    guard = Guard({"harbour-herald.example": "127.0.0.1:8080"})

    assert asyncio.run(guard.destinations("http://harbour-herald.example/x")) == (Destination("127.0.0.1", 8080),)
    with pytest.raises(AddressRefused):
        asyncio.run(guard.destinations("http://127.0.0.1:8080/x"))
