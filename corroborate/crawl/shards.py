"""Which part of the web is one worker's, when several crawl for one database.

    corroborate crawl --shard 2/4        every fourth registered domain, and no other worker asks those

Domains fall into a fixed number of buckets by their hash, and a worker holds the buckets of its part: workers that were
told different counts cannot ask the same domain, and the pause between two requests to it stays with one of them.
"""

from dataclasses import dataclass
from hashlib import sha256
from typing import Self

from corroborate.crawl.urls import registered_domain
from corroborate.errors import UsageError

BUCKETS = 60


@dataclass(frozen=True, slots=True)
class Shard:
    """The part with this number, from 1, of so many."""

    number: int
    of: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "2/4". Raises UsageError."""
        number, _, of = text.partition("/")
        if not (number.isdecimal() and of.isdecimal() and 1 <= int(number[:9]) <= int(of[:9]) <= BUCKETS):
            raise UsageError(f"{text[:40]!r} is no part of a whole", f"write for example 2/4; there are at most {BUCKETS} parts")
        return cls(int(number), int(of))

    @property
    def buckets(self) -> tuple[int, ...]:
        """Of the domains that are this worker's."""
        return tuple(range(self.number - 1, BUCKETS, self.of))

    def holds(self, url: str) -> bool:
        """Whether an address is this worker's to ask."""
        return self.of == 1 or bucket_of(registered_domain(url)) % self.of == self.number - 1


def bucket_of(domain: str) -> int:
    """Where a domain falls, in every program the same."""
    return int.from_bytes(sha256(domain.encode("utf-8", "replace")).digest()[:8]) % BUCKETS


WHOLE = Shard(1, 1)
