"""Unpacking what a server sends, a piece at a time and never more than agreed: gzip and deflate, one layer."""

import zlib
from collections.abc import Callable
from typing import Protocol

from corroborate.errors import FetchError, TooLarge

RATIO = 100
"""No page of news shrinks to a hundredth; what unpacks to more was made to fill memory."""

UNSUSPICIOUS = 1_000_000
"""Bytes up to which any ratio passes: a small table of blanks is no attack."""


MAGIC = b"\x1f\x8b"


class Unpacker(Protocol):
    """Unpacks one body, piece by piece."""

    def feed(self, piece: bytes, room: int) -> bytes:
        """At most `room` bytes of what `piece` unpacks to; what does not fit is lost, and the body is too large."""

    def is_complete(self) -> bool:
        """The end that the format prescribes has been reached."""


class Body:
    """A body being received: bounded by `limit` bytes once unpacked. `cut` keeps the beginning of a longer one."""

    def __init__(self, url: str, encoding: str, *, limit: int, cut: bool = False) -> None:
        name = encoding.strip().lower()
        if name not in UNPACKERS:
            raise FetchError(url, f"unknown content encoding {name[:40]!r}")
        self._url = url
        self._unpacker = UNPACKERS[name]()
        self._limit = limit
        self._cut = cut
        self._received = 0
        self._pieces: list[bytes] = []
        self._size = 0
        self.is_full = False

    def feed(self, piece: bytes) -> None:
        """Take the next piece from the wire; raises TooLarge, or FetchError where it is not what the server called it."""
        self._received += len(piece)
        try:
            unpacked = self._unpacker.feed(piece, self._limit + 1 - self._size)
        except zlib.error as error:
            raise FetchError(self._url, f"the body cannot be unpacked ({error})") from None
        self._pieces.append(unpacked)
        self._size += len(unpacked)
        self._check()

    def content(self) -> bytes:
        """The whole body; raises FetchError where it ended early."""
        if not self.is_full and not self._unpacker.is_complete():
            raise FetchError(self._url, "the packed body ends early")
        return b"".join(self._pieces)[: self._limit]

    def _check(self) -> None:
        if self._size > max(UNSUSPICIOUS, self._received * RATIO):
            raise TooLarge(self._url, f"it unpacks to more than {RATIO} times its size")
        if self._size <= self._limit:
            return
        if not self._cut:
            raise TooLarge(self._url, f"it is larger than {self._limit:,} bytes")
        self.is_full = True


class Plain:
    """What is not packed at all."""

    def feed(self, piece: bytes, room: int) -> bytes:
        return piece[:room]

    def is_complete(self) -> bool:
        return True


class Gzip:
    """gzip, also several members one after the other; what is no further member is padding."""

    def __init__(self) -> None:
        self._stream = zlib.decompressobj(31)
        self._behind = b""

    def feed(self, piece: bytes, room: int) -> bytes:
        unpacked: list[bytes] = []
        rest = self._behind + piece
        self._behind = b""
        while rest and room > 0:
            if self._stream.eof:
                if not rest.startswith(MAGIC):
                    self._behind = rest if rest == MAGIC[:1] else b""
                    break
                self._stream = zlib.decompressobj(31)
            unpacked.append(self._stream.decompress(rest, room))
            room -= len(unpacked[-1])
            rest = self._stream.unused_data if self._stream.eof else b""
        return b"".join(unpacked)

    def is_complete(self) -> bool:
        return self._stream.eof


class Deflate:
    """deflate with or without the zlib wrapper, as browsers take it."""

    def __init__(self) -> None:
        self._stream = zlib.decompressobj()
        self._head: bytes | None = b""

    def feed(self, piece: bytes, room: int) -> bytes:
        if self._head is None:
            return self._stream.decompress(piece, room)
        self._head += piece
        if len(self._head) < 2:
            return b""
        head, self._head = self._head, None
        if head[0] & 0x0F != 8 or int.from_bytes(head[:2]) % 31:
            self._stream = zlib.decompressobj(-15)
        return self._stream.decompress(head, room)

    def is_complete(self) -> bool:
        return self._stream.eof


UNPACKERS: dict[str, Callable[[], Unpacker]] = {"": Plain, "identity": Plain, "gzip": Gzip, "x-gzip": Gzip, "deflate": Deflate}
