"""Laws of checking: what must hold whatever outlets say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from corroborate.check import check_story, compare
from corroborate.extract.quantities.wording import figure_range, last_digit_place
from corroborate.model.articles import Reading
from corroborate.model.figures import Approx, Kind, Quantity, Role
from corroborate.model.findings import Assessment, DiscrepancyType, Relation
from corroborate.model.ids import content_id
from corroborate.model.stories import ClaimGroup, Origin, OriginKind, Story
from tests.factory import NOON, article, claim

OUTLETS = ("Harbour Herald", "Port Post", "Daily Quay", "Evening Tide", "Fell Courier")
QUESTIONS = ("How many people were killed?", "How many jobs will go?", "How many people came?")
HEDGES = (Approx.EXACT, Approx.ABOUT, Approx.NEARLY, Approx.MORE_THAN, Approx.AT_LEAST, Approx.LESS_THAN, Approx.AT_MOST)
WIDER = (Approx.EXACT, Approx.ABOUT)
"""From the narrower to the wider of hedges that leave the value in the middle."""


def hedged(value: int, approx: Approx) -> Quantity:
    """The figure as it would be read from "about 25,000 people"."""
    number = Decimal(value)
    grain = last_digit_place(number) if value % 100 == 0 else Decimal(1)
    return Quantity(number, figure_range(number, approx, grain), approx, grain, counted="people", role=Role.LEVEL)


FIGURES = st.builds(hedged, st.integers(1, 60_000), st.sampled_from(HEDGES))


@dataclass(frozen=True, slots=True)
class Said:
    """An outlet's figure, and how many hours after noon it was published."""

    outlet: str
    figure: Quantity
    hours: int


SAYINGS = st.lists(st.builds(Said, st.sampled_from(OUTLETS), FIGURES, st.integers(0, 48)), min_size=2, max_size=6)


def checked(said: Sequence[Said], question: str, order: Sequence[int] = ()) -> Assessment:
    """The assessment of what is said; `order` is that in which claims, readings and origins are handed over."""
    readings, origins, claims = [], [], []
    for number, one in enumerate(said):
        text = f"Report {number}: {one.figure.value} people, {one.outlet} learned."
        of = article(one.outlet, text, published=NOON + timedelta(hours=one.hours), seen=NOON + timedelta(hours=one.hours))
        stated = claim(of, str(one.figure.value), one.figure)
        claims.append(stated)
        readings.append(Reading(of, (stated,)))
        identity = content_id("o", one.outlet, number)
        origins.append(Origin(identity, "g_1", OriginKind.UNKNOWN, one.outlet, (stated.id,), (one.outlet,), ("nothing is told",)))
    places = list(order) or list(range(len(said)))
    group = ClaimGroup("g_1", "s_1", question, Kind.COUNT, None, tuple(claims[place].id for place in places))
    told = {readings[place].article.id: readings[place] for place in places}
    story = Story("s_1", "The story", tuple(told), NOON, NOON)
    (found,) = check_story(story, [group], [origins[place] for place in places], told)
    return found


def conflicts(found: Assessment) -> set[frozenset[str]]:
    """The outlets on either side of each conflict."""
    return {
        frozenset(outlet for side in one.sides for outlet in side.outlets)
        for one in found.discrepancies
        if one.type is DiscrepancyType.CONFLICT
    }


@given(FIGURES, FIGURES)
def test_comparing_is_symmetric(left: Quantity, right: Quantity) -> None:
    assert compare(left, right) == compare(right, left)


@given(FIGURES)
def test_a_figure_is_the_same_as_itself(figure: Quantity) -> None:
    assert compare(figure, figure).relation is Relation.SAME


@given(st.integers(1, 60_000), FIGURES)
def test_a_wider_hedge_never_turns_what_agrees_into_a_conflict(value: int, other: Quantity) -> None:
    narrow, wide = (compare(hedged(value, approx), other).relation for approx in WIDER)

    assert not (narrow in (Relation.SAME, Relation.COMPATIBLE) and wide is Relation.CONFLICT)


@settings(max_examples=60, deadline=None)
@given(SAYINGS, st.sampled_from(QUESTIONS), st.randoms(use_true_random=False))
def test_the_order_of_claims_articles_and_origins_changes_no_finding_and_no_id(said: list[Said], question: str, random: object) -> None:
    order = list(range(len(said)))
    random.shuffle(order)  # type: ignore[attr-defined]

    assert checked(said, question, order) == checked(said, question)


@settings(max_examples=60, deadline=None)
@given(st.integers(10, 900), st.integers(2, 9), st.sampled_from(QUESTIONS[1:]), st.integers(1, 3), st.booleans())
def test_another_outlet_that_repeats_a_value_never_removes_a_conflict(
    value: int, times: int, question: str, more: int, lower: bool
) -> None:
    smaller, larger = hedged(value, Approx.EXACT), hedged(value * times + 3, Approx.EXACT)
    two = [Said(OUTLETS[0], smaller, 0), Said(OUTLETS[1], larger, 0)]
    numbers = count(2)
    repeated = [Said(OUTLETS[next(numbers)], smaller if lower else larger, 0) for _ in range(more)]

    before, after = conflicts(checked(two, question)), conflicts(checked([*two, *repeated], question))

    assert not before or after
