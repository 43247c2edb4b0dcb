"""Small stories with the true partition of their outlets into origins, and how well ours fits it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import combinations
from pathlib import Path

from corroborate.extract import Reader
from corroborate.extract.page.credits import read_credits
from corroborate.match.origins.tracing import find_origins, gather
from corroborate.match.reuse import find_reuses
from corroborate.model.articles import Article, Reading
from corroborate.model.claims import Claim
from corroborate.model.figures import Quantity
from corroborate.model.outlets import Outlet
from corroborate.model.stories import ClaimGroup, Origin
from tests.factory import NOON, article

FILE = Path(__file__).with_name("partitions.txt")
OUTLETS = {
    "Harbour Herald": Outlet("Harbour Herald", "Quay Media"),
    "Quay Post": Outlet("Quay Post", "Quay Media"),
    "Meridian Wire": Outlet("Meridian Wire", "Meridian", agency=True),
    "Northern Press Agency": Outlet("Northern Press Agency", "Northern", agency=True),
}
UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Piece:
    """An outlet's few sentences on the event, and the key of what they rest on."""

    outlet: str
    origin: str
    article: Article


@dataclass(frozen=True, slots=True)
class Partition:
    """A story, the figure that is traced in it, and its outlets' true origins."""

    title: str
    half: str
    figure: Decimal
    pieces: tuple[Piece, ...]

    @property
    def count(self) -> int:
        """How many origins there are; each unknown one is its own."""
        return len(set(self.keys))

    @property
    def keys(self) -> tuple[str, ...]:
        """The origin of every outlet, unknown ones told apart."""
        return tuple(f"{one.origin}{position}" if one.origin == UNKNOWN else one.origin for position, one in enumerate(self.pieces))


@dataclass(frozen=True, slots=True)
class Fit:
    """Share of the stories whose origins are counted exactly, and F1 over pairs of outlets with one origin."""

    exact: float
    pairs: float


def partitions(half: str) -> list[Partition]:
    """The stories of one half: "seen" or "unseen"."""
    blocks = FILE.read_text().split("## ")[1:]
    found = [_partition(*block.strip().splitlines()) for block in blocks if not block.startswith("half")]
    return [one for one in found if one.half == half]


def traced(partition: Partition, reader: Reader) -> tuple[Origin, ...]:
    """The origins found for the figure, read by the real reader."""
    readings = [reader.read_article(one.article) for one in partition.pieces]
    claims = [claim for reading in readings for claim in _claims(reading, partition.figure)]
    group = ClaimGroup("g_1", "s_1", partition.title, claims[0].kind, None, tuple(one.id for one in claims))
    return find_origins(group, gather(readings, OUTLETS, find_reuses([reading.article for reading in readings])))


def fit(partitions: Sequence[Partition], origins: Sequence[Sequence[Origin]]) -> Fit:
    """How well the origins found fit the true partitions."""
    exact = sum(one.count == len(found) for one, found in zip(partitions, origins, strict=True))
    wanted = {pair for one in partitions for pair in _pairs(one.title, [piece.outlet for piece in one.pieces], one.keys)}
    given = {
        (one.title, *sorted(pair))
        for one, found in zip(partitions, origins, strict=True)
        for origin in found
        for pair in combinations(origin.outlets, 2)
    }
    both = len(wanted & given)
    return Fit(exact / len(partitions), 2 * both / (len(wanted) + len(given)))


def _pairs(title: str, outlets: Sequence[str], keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for (one, key), (other, same) in combinations(zip(outlets, keys, strict=True), 2):
        if key == same:
            yield (title, *sorted((one, other)))


def _claims(reading: Reading, figure: Decimal) -> Iterator[Claim]:
    for claim in reading.claims:
        if isinstance(claim.figure, Quantity) and claim.figure.value == figure:
            yield claim


def _partition(head: str, *lines: str) -> Partition:
    half, figure, title = head.split(", ", 2)
    pieces = tuple(_piece(minutes, title, *line.split(" | ")) for minutes, line in enumerate(lines) if line.strip())
    return Partition(title, half, Decimal(figure), pieces)


def _piece(minutes: int, title: str, outlet: str, origin: str, *rest: str) -> Piece:
    *marks, text = rest
    said = dict(mark.split(": ", 1) for mark in marks)
    byline, source = said.get("by"), said.get("source")
    of = article(
        outlet,
        text,
        title=title,
        url=said.get("url", f"https://{outlet.lower().replace(' ', '-')}.example/{title.replace(' ', '-')}"),
        published=NOON + timedelta(minutes=10 * minutes),
        byline=byline,
        credits=read_credits(text, byline=byline, source=source, outlet=outlet),
    )
    return Piece(outlet, origin, of)
