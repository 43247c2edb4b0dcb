"""The origin graph: boxes that do not lie on each other, and a path from every origin to whoever prints it."""

from dataclasses import replace
from itertools import combinations

from corroborate.publish.web.origins import MOST, Graph, Node, origin_graph
from tests.publish.stories import RECORD

GROUP = RECORD.groups[0]


def graph(*routes: tuple[str, ...]) -> Graph:
    origins = tuple(replace(origin, routes=way) for origin, way in zip(GROUP.origins, routes, strict=True))
    drawn = origin_graph(replace(GROUP, origins=origins))
    assert drawn is not None
    return drawn


def overlap(left: Node, right: Node) -> bool:
    return abs(left.x - right.x) < left.width and abs(left.y - right.y) < left.height


def test_every_outlet_hangs_on_its_origin() -> None:
    drawn = graph((), ())

    assert [node.label for node in drawn.nodes] == ["o1: Harbour Herald", "o2: Port Post", "Harbour Herald", "Port Post"]
    assert len(drawn.edges) == 2
    assert not drawn.routed


def test_what_came_by_way_of_another_outlet_is_drawn_through_it() -> None:
    drawn = graph(("The Meridian Wire", "Meridian Wire"), ())

    assert [node.label for node in drawn.nodes if node.kind == "route"] == ["Meridian Wire"]
    assert len(drawn.edges) == 3


def test_no_box_lies_on_another_and_all_lie_within() -> None:
    drawn = graph(("One", "Two", "Three", "Four"), ("Four", "Five"))

    assert not any(overlap(left, right) for left, right in combinations(drawn.nodes, 2))
    assert all(0 <= node.y <= drawn.height - node.height for node in drawn.nodes)


def test_a_box_leads_to_the_words_that_say_the_same() -> None:
    drawn = graph((), ())

    assert [node.href for node in drawn.nodes] == ["#origin-1", "#origin-2", f"#{GROUP.claims[0].claim.id}", f"#{GROUP.claims[1].claim.id}"]


def test_too_many_outlets_for_a_picture_are_left_to_the_list() -> None:
    crowd = tuple(
        replace(GROUP.claims[0], article=replace(GROUP.claims[0].article, outlet=f"Outlet {number}")) for number in range(MOST + 1)
    )

    assert origin_graph(replace(GROUP, claims=crowd)) is None
    assert origin_graph(replace(GROUP, origins=())) is None
