"""Pairs of sentences as a desk editor would judge them; all of them are invented."""

import json
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from corroborate.check import check_story, compare_figures
from corroborate.extract.quantities.wording import Writing, figure_range
from corroborate.model.figures import Approx, Figure, Granularity, Kind, Participation, Quantity, Rank, Role
from corroborate.model.ranges import Range
from corroborate.model.stories import ClaimGroup, Origin, OriginKind, Story
from tests.factory import NOON, article, claim, kind_of, period, reading

PAIRS = [json.loads(line) for line in (Path(__file__).parent / "desk_pairs.jsonl").read_text().splitlines()]


def figure(side: dict[str, Any]) -> Figure:
    if "start" in side:
        return period(side["start"], side["end"], Granularity(side.get("granularity", "day")), side.get("relation", "in"))
    if "superlative" in side:
        return Rank(side["superlative"], side["head"], tuple(side.get("qualifiers", ())), shared=side.get("shared", False))
    if "names" in side:
        return Participation(side["role"], tuple(side["names"]))
    return quantity(side)


def quantity(side: dict[str, Any]) -> Quantity:
    approx, grain = Approx(side.get("approx", "exact")), Decimal(side.get("grain", "1"))
    value = Decimal(side["value"]) if "value" in side else None
    soft = approx is Approx.VAGUE
    bounds = (
        Range(Decimal(side["low"]), Decimal(side["high"]), low_soft=soft, high_soft=soft)
        if value is None
        else figure_range(value, approx, grain, writing=Writing(side.get("writing", "integer")))
    )
    role = Role(side.get("role", "level"))
    rest = {"unit": side.get("unit"), "per": side.get("per"), "direction": side.get("direction", 0)}
    return Quantity(value, bounds, approx, grain, role=role, **rest)


def kind(stated: Figure) -> Kind:
    if not isinstance(stated, Quantity) or stated.unit is None:
        return kind_of(stated)
    return {"USD": Kind.MONEY, "EUR": Kind.MONEY, "%": Kind.PERCENT}.get(stated.unit, Kind.MEASURE)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['id']}-{pair['topic']}")
def test_the_relation_is_what_an_editor_would_say(pair: dict[str, Any]) -> None:
    assert compare_figures(figure(pair["left"]), figure(pair["right"])).relation == pair["relation"]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['id']}-{pair['topic']}")
def test_the_type_is_what_an_editor_would_say(pair: dict[str, Any]) -> None:
    readings = []
    sides = [("Harbour Herald", pair["left"]), ("Port Post", pair["right"])]
    sides += [(f"Backing {number}", pair["left"]) for number in range(pair.get("backing", 0))]
    for outlet, side in sides:
        moment = NOON + timedelta(hours=side.get("hours", 0))
        written = article(outlet, side["say"], published=moment, seen=moment)
        readings.append(reading(written, claim(written, side["surface"], figure(side), kind=kind(figure(side)))))
    claims = tuple(one.claims[0] for one in readings)
    story = Story("s_desk", "The story", tuple(one.article.id for one in readings), NOON, NOON)
    group = ClaimGroup("g_desk", story.id, pair["question"], claims[0].kind, None, tuple(one.id for one in claims))
    origins = [Origin(f"o_{one.id}", group.id, OriginKind.UNKNOWN, one.id, (one.id,), (), ()) for one in claims]

    (assessment,) = check_story(story, [group], origins, {one.article.id: one for one in readings})

    assert [found.type for found in assessment.discrepancies] == ([pair["type"]] if pair["type"] else [])
