"""The origin graph: what a figure rests on at the left, by way of whom it came, and who prints it at the right."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corroborate.model.records import ClaimRecord, GroupRecord
from corroborate.model.stories import Origin, OriginKind
from corroborate.model.wordings import wording
from corroborate.publish.printable import clip, one_line
from corroborate.publish.web.marks import ORIGINS

WIDTH, ROUTED_WIDTH = 760, 960
NODE_WIDTH, NODE_HEIGHT, GAP, MARGIN = 250, 38, 12, 6
MOST = 40
"""Outlets beyond which a picture tells less than the list below it."""


@dataclass(frozen=True, slots=True)
class Node:
    """A box with one or two lines in it; `spoken` is the whole of it."""

    x: float
    y: float
    width: float
    height: float
    kind: str
    label: str
    sub: str
    spoken: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Graph:
    """Boxes, and the paths between them as SVG draws them."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    edges: tuple[str, ...]
    routed: bool


def origin_graph(record: GroupRecord) -> Graph | None:
    """The graph of a group; None where it has no origins or too many outlets to be drawn.

    Every origin has a band of its own, with the outlets that have it from there first.
    """
    first = {one.article.outlet: one for one in reversed(record.claims)}
    bands = list(_bands(record.origins, first))
    if not bands or len(first) > MOST:
        return None
    is_routed = any(band.routes for band in bands)
    width = ROUTED_WIDTH if is_routed else WIDTH
    left, middle, right = MARGIN, (width - NODE_WIDTH) / 2, width - NODE_WIDTH - MARGIN
    sources, ways, prints = dict[str, Node](), dict[str, Node](), dict[str, Node]()
    top = float(MARGIN)
    for number, band in enumerate(bands, 1):
        sources[band.origin.id] = _source(number, band.origin, left, _places(1, top, band.height)[0])
        ways |= {way: _way(way, middle, y) for way, y in zip(band.routes, _places(len(band.routes), top, band.height), strict=True)}
        rows = _places(len(band.outlets), top, band.height)
        prints |= {outlet: _outlet(first[outlet], right, y) for outlet, y in zip(band.outlets, rows, strict=True)}
        top += band.height
    edges = tuple(dict.fromkeys(edge for band in bands for edge in _edges(band.origin, sources, ways, prints)))
    return Graph(width, top + MARGIN, (*sources.values(), *ways.values(), *prints.values()), edges, is_routed)


@dataclass(frozen=True, slots=True)
class _Band:
    """The rows of one origin: the routes and outlets that no origin above it has."""

    origin: Origin
    routes: tuple[str, ...]
    outlets: tuple[str, ...]

    @property
    def height(self) -> float:
        return max(len(self.routes), len(self.outlets), 1) * (NODE_HEIGHT + GAP)


def _bands(origins: Sequence[Origin], first: Mapping[str, ClaimRecord]) -> Iterator[_Band]:
    routed, printed = set[str](), set[str]()
    for origin in origins:
        routes = tuple(dict.fromkeys(route for route in map(_plain, origin.routes) if route not in routed))
        outlets = tuple(outlet for outlet in dict.fromkeys(origin.outlets) if outlet in first and outlet not in printed)
        routed.update(routes)
        printed.update(outlets)
        yield _Band(origin, routes, outlets)


def _plain(name: str) -> str:
    """An outlet's name with or without its article is one name."""
    return one_line(name).removeprefix("The ").removeprefix("the ")


def _places(number: int, top: float, height: float) -> list[float]:
    """So many boxes one below the other, evenly in their band."""
    step = height / max(number, 1)
    return [round(top + step * (index + 0.5) - NODE_HEIGHT / 2, 1) for index in range(number)]


def _source(number: int, origin: Origin, x: float, y: float) -> Node:
    kind = "unknown" if origin.kind is OriginKind.UNKNOWN else "source"
    told = ORIGINS[origin.kind]
    label = clip(f"o{number}: {one_line(origin.label)}", 34)
    return Node(x, y, NODE_WIDTH, NODE_HEIGHT, kind, label, told, f"origin {number}, {told}: {origin.label}", f"#origin-{number}")


def _way(name: str, x: float, y: float) -> Node:
    return Node(x, y, NODE_WIDTH, NODE_HEIGHT, "route", clip(name, 32), "", f"by way of {name}")


def _outlet(one: ClaimRecord, x: float, y: float) -> Node:
    told = clip(one_line(wording(one.claim)), 36)
    outlet = one_line(one.article.outlet)
    return Node(x, y, NODE_WIDTH, NODE_HEIGHT, "print", clip(outlet, 32), told, f"{outlet}: {told}", f"#{one.claim.id}")


def _edges(origin: Origin, sources: Mapping[str, Node], ways: Mapping[str, Node], prints: Mapping[str, Node]) -> Iterator[str]:
    """The paths from an origin to whoever prints it."""
    source = sources[origin.id]
    ends = [prints[outlet] for outlet in origin.outlets if outlet in prints]
    routes = [ways[route] for route in dict.fromkeys(map(_plain, origin.routes))]
    for way in routes:
        yield _path(source, way)
        yield from (_path(way, end) for end in ends)
    if not routes:
        yield from (_path(source, end) for end in ends)


def _path(start: Node, end: Node) -> str:
    half = NODE_HEIGHT / 2
    x, y, to_x, to_y = start.x + start.width, start.y + half, end.x, end.y + half
    bend = (x + to_x) / 2
    return f"M{x:g},{y:g} C{bend:g},{y:g} {bend:g},{to_y:g} {to_x:g},{to_y:g}"
