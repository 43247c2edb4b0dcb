from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from corroborate.model.ranges import Range

bounds = st.none() | st.integers(-50, 50).map(Decimal)
flags = st.booleans()


@st.composite
def ranges(draw: st.DrawFn) -> Range[Decimal]:
    low, high = draw(bounds), draw(bounds)
    if low is not None and high is not None and high < low:
        low, high = high, low
    slack = draw(st.none() | st.decimals(1, 9, places=1))
    return Range(low, high, draw(flags), draw(flags), draw(flags), draw(flags), slack)


def closed(low: int, high: int) -> Range[Decimal]:
    return Range(Decimal(low), Decimal(high))


def test_touching_closed_ranges_meet_and_open_ones_do_not() -> None:
    below = Range(Decimal(1), Decimal(2), high_open=True)

    assert closed(1, 2).meets(closed(2, 3))
    assert not below.meets(closed(2, 3))


def test_no_bound_is_no_limit() -> None:
    assert Range(Decimal(5), None).meets(closed(1_000_000, 1_000_001))
    assert not Range(Decimal(5), None).meets(closed(1, 4))


def test_a_soft_bound_gives_way() -> None:
    over = Range(Decimal(28), Decimal(29), low_open=True, high_soft=True)

    assert not over.meets(closed(35, 35))
    assert over.hardened().meets(closed(35, 35))


def test_a_soft_bound_gives_way_as_far_as_its_slack() -> None:
    about = Range(Decimal(360), Decimal(440), low_soft=True, high_soft=True, slack=Decimal("1.25"))

    assert about.hardened().meets(closed(550, 550))
    assert not about.hardened().meets(closed(551, 551))
    assert about.hardened().low == 288


def test_a_bound_below_zero_is_stretched_away_from_the_range() -> None:
    about = Range(Decimal(-440), Decimal(-360), low_soft=True, high_soft=True, slack=Decimal("1.25"))

    assert (about.hardened().low, about.hardened().high) == (-550, -288)


@given(ranges(), ranges())
def test_meeting_is_mutual(left: Range[Decimal], right: Range[Decimal]) -> None:
    assert left.meets(right) == right.meets(left)


@given(ranges(), ranges())
def test_the_intersection_is_the_same_from_both_sides_and_exists_where_they_meet(left: Range[Decimal], right: Range[Decimal]) -> None:
    ours, theirs = left.intersection(right), right.intersection(left)

    assert (ours is None) == (not left.meets(right))
    if ours is not None and theirs is not None:
        assert (ours.low, ours.high) == (theirs.low, theirs.high)


@given(ranges(), ranges())
def test_lifting_soft_bounds_never_parts_what_met(left: Range[Decimal], right: Range[Decimal]) -> None:
    assert not left.meets(right) or left.hardened().meets(right.hardened())
