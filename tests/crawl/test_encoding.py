"""Unpacking under bounds."""

import gzip
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.crawl.encoding import Body
from corroborate.errors import FetchError, TooLarge

URL = "http://harbour-herald.example/ferry"


def raw_deflate(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "identity": bytes,
    "gzip": gzip.compress,
    "X-GZIP": gzip.compress,
    "deflate": zlib.compress,
    " deflate": raw_deflate,
}


def unpacked(encoding: str, packed: bytes, *, limit: int = 1_000_000, size: int = 1_000, cut: bool = False) -> bytes:
    body = Body(URL, encoding, limit=limit, cut=cut)
    for start in range(0, len(packed), size):
        body.feed(packed[start : start + size])
        if body.is_full:
            break
    return body.content()


@given(content=st.binary(max_size=5_000), encoding=st.sampled_from(list(PACKERS)), size=st.integers(1, 500))
def test_what_was_packed_comes_out_however_it_arrives(content: bytes, encoding: str, size: int) -> None:
    assert unpacked(encoding, PACKERS[encoding](content), size=size) == content


def test_several_members_of_gzip_are_one_body() -> None:
    assert unpacked("gzip", gzip.compress(b"The ferry ") + gzip.compress(b"sank."), size=7) == b"The ferry sank."


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_body_that_ends_early_is_no_body(encoding: str) -> None:
    with pytest.raises(FetchError, match="ends early"):
        unpacked(encoding, PACKERS[encoding](b"The ferry sank." * 100)[:-6])


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_what_is_not_packed_as_it_says_is_no_body(encoding: str) -> None:
    with pytest.raises(FetchError, match="cannot be unpacked"):
        unpacked(encoding, b"<html>The ferry sank.</html>")


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "zzz"])
def test_other_encodings_and_second_layers_are_refused(encoding: str) -> None:
    with pytest.raises(FetchError, match="unknown content encoding"):
        Body(URL, encoding, limit=100)


def test_a_body_larger_than_the_limit_is_refused_and_one_as_large_is_not() -> None:
    assert len(unpacked("gzip", gzip.compress(b"x" * 5_000), limit=5_000)) == 5_000
    with pytest.raises(TooLarge):
        unpacked("gzip", gzip.compress(b"x" * 5_001), limit=5_000)


def test_a_bomb_is_refused_before_it_unpacks() -> None:
    with pytest.raises(TooLarge, match="100 times"):
        unpacked("gzip", gzip.compress(b"\x00" * 50_000_000), limit=100_000_000)


def test_the_beginning_of_a_longer_body_can_be_enough() -> None:
    assert unpacked("", b"0123456789" * 100, limit=25, size=10, cut=True) == b"0123456789012345678901234"


@given(size=st.integers(1, 60))
def test_members_are_told_apart_wherever_the_pieces_end(size: int) -> None:
    packed = gzip.compress(b"The ferry ") + gzip.compress(b"sank.") + b"\x00" * 7

    assert unpacked("gzip", packed, size=size) == b"The ferry sank."
