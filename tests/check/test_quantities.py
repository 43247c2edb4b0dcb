from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.check.quantities import compare
from corroborate.extract.quantities.wording import Writing, between, figure_range
from corroborate.model.figures import Approx, Quantity, Role
from corroborate.model.findings import Relation


def figure(
    value: str, approx: Approx = Approx.EXACT, *, grain: str = "1", writing: Writing = Writing.INTEGER, unit: str | None = None
) -> Quantity:
    number, step = Decimal(value), Decimal(grain)
    return Quantity(number, figure_range(number, approx, step, writing=writing), approx, step, unit=unit)


def million(value: str, approx: Approx = Approx.EXACT, grain: str = "1000000") -> Quantity:
    return figure(str(Decimal(value) * 10**6), approx, grain=grain, writing=Writing.MAGNITUDE)


def relation(left: Quantity, right: Quantity) -> Relation:
    return compare(left, right).relation


def test_over_28_million_leaves_room_for_28_point_8_million() -> None:
    assert relation(million("28", Approx.MORE_THAN), million("28.8", grain="100000")) is Relation.COMPATIBLE


def test_tons_may_be_metric_ones() -> None:
    assert relation(figure("7", unit="ton"), figure("7200", unit="kilogram", grain="100")) is Relation.COMPATIBLE
    assert relation(figure("7", unit="ton"), figure("9200", unit="kilogram", grain="100")) is Relation.CONFLICT


def test_28_million_may_be_28_point_8_million_cut_short() -> None:
    assert relation(million("28"), million("28.8", grain="100000")) is Relation.COMPATIBLE


def test_two_bare_round_counts_one_step_apart_conflict() -> None:
    assert relation(figure("24000", grain="1000"), figure("25000", grain="1000")) is Relation.CONFLICT


@pytest.mark.parametrize(
    ("other", "expected"),
    [("24000", Relation.TENSION), ("24900", Relation.COMPATIBLE), ("25300", Relation.CONFLICT), ("25000", Relation.SAME)],
)
def test_nearly_25000_looks_at_its_value_from_below(other: str, expected: Relation) -> None:
    grain = "1000" if other.endswith("000") else "100"

    assert relation(figure("25000", Approx.NEARLY, grain="1000"), figure(other, grain=grain)) is expected


@pytest.mark.parametrize(
    ("below", "above"),
    [
        (Approx.LESS_THAN, Approx.MORE_THAN),
        (Approx.LESS_THAN, Approx.AT_LEAST),
        (Approx.AT_MOST, Approx.MORE_THAN),
    ],
)
def test_a_figure_cannot_be_missed_and_passed(below: Approx, above: Approx) -> None:
    assert relation(million("1000", below, grain="1000000000"), million("1000", above, grain="1000000000")) is Relation.CONFLICT


@pytest.mark.parametrize("above", [Approx.MORE_THAN, Approx.AT_LEAST])
def test_a_figure_that_is_nearly_reached_is_hardly_passed(above: Approx) -> None:
    assert relation(million("1000", Approx.NEARLY, grain="1000000000"), million("1000", above, grain="1000000000")) is Relation.TENSION


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (Approx.NEARLY, Approx.ABOUT),
        (Approx.NEARLY, Approx.EXACT),
        (Approx.NEARLY, Approx.LESS_THAN),
        (Approx.MORE_THAN, Approx.EXACT),
        (Approx.MORE_THAN, Approx.AT_LEAST),
        (Approx.AT_MOST, Approx.AT_LEAST),
    ],
)
def test_hedges_that_do_not_exclude_each_other_leave_a_figure_the_same(left: Approx, right: Approx) -> None:
    assert relation(figure("500", left, grain="100"), figure("500", right, grain="100")) is Relation.SAME


@pytest.mark.parametrize("smaller", ["1", "25", "39", "40"])
def test_up_to_40_never_conflicts_with_a_smaller_figure(smaller: str) -> None:
    assert relation(figure("40", Approx.AT_MOST), figure(smaller)) in {Relation.COMPATIBLE, Relation.SAME}


def test_up_to_40_conflicts_with_50() -> None:
    assert relation(figure("40", Approx.AT_MOST), figure("50")) is Relation.CONFLICT


def vague(low: str, high: str) -> Quantity:
    bounds = figure_range(Decimal(low), Approx.VAGUE, Decimal(1))
    return Quantity(None, type(bounds)(Decimal(low), Decimal(high), low_soft=True, high_soft=True), Approx.VAGUE, Decimal(1))


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        ("7", Relation.TENSION),
        ("18", Relation.TENSION),
        ("22", Relation.COMPATIBLE),
        ("105", Relation.COMPATIBLE),
        ("140", Relation.TENSION),
        ("600", Relation.TENSION),
    ],
)
def test_dozens_leave_room_for_little_beyond_and_never_conflict(count: str, expected: Relation) -> None:
    assert relation(vague("24", "99"), figure(count)) is expected


def test_a_precise_count_agrees_with_its_bare_rounding() -> None:
    assert relation(figure("24000", grain="1000"), figure("24480", grain="10")) is Relation.COMPATIBLE


def test_one_hundred_is_no_rounding_of_140() -> None:
    assert relation(figure("100", grain="100"), figure("140", grain="10")) is Relation.CONFLICT


@pytest.mark.parametrize(
    ("precise", "expected"),
    [("412", Relation.COMPATIBLE), ("434", Relation.TENSION), ("368", Relation.TENSION), ("450", Relation.CONFLICT)],
)
def test_a_bare_round_count_is_a_poor_rounding_of_what_is_far_from_it(precise: str, expected: Relation) -> None:
    assert relation(figure("400", grain="100"), figure(precise)) is expected
    assert relation(figure("400", Approx.ABOUT, grain="100"), figure("434")) is Relation.COMPATIBLE


def test_3_percent_may_be_3_point_4_percent() -> None:
    assert relation(figure("3", unit="%"), figure("3.4", grain="0.1", writing=Writing.DECIMAL, unit="%")) is Relation.COMPATIBLE


def test_neighbouring_decimals_only_touch() -> None:
    assert relation(million("28.7", grain="100000"), million("28.8", grain="100000")) in {Relation.COMPATIBLE, Relation.CONFLICT}
    decimals = [figure(value, grain="0.1", writing=Writing.DECIMAL, unit="%") for value in ("3.4", "3.5")]
    assert relation(decimals[0], decimals[1]) is Relation.CONFLICT


def test_other_units_are_not_compared() -> None:
    assert relation(figure("3", unit="EUR"), figure("3", unit="USD")) is Relation.INCOMPARABLE


def test_a_change_is_not_compared_with_a_level() -> None:
    level, change = figure("3", unit="%"), Quantity(Decimal(3), figure("3").range, Approx.EXACT, Decimal(1), unit="%", role=Role.CHANGE)

    assert relation(level, change) is Relation.INCOMPARABLE


def test_a_rise_conflicts_with_a_fall() -> None:
    up, down = (
        Quantity(Decimal(3), figure("3").range, Approx.EXACT, Decimal(1), unit="%", role=Role.CHANGE, direction=sign) for sign in (1, -1)
    )

    assert relation(up, down) is Relation.CONFLICT


def test_ten_miles_are_16_kilometres() -> None:
    assert relation(figure("10", unit="mile"), figure("16", unit="kilometre")) is Relation.COMPATIBLE
    assert relation(figure("10", unit="mile"), figure("20", unit="kilometre")) is Relation.CONFLICT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("2400", "tonne"), ("2.4", "kilotonne")),
        (("25", "basis point"), ("0.25", "percentage point")),
        (("6", "week"), ("42", "day")),
        (("24", "month"), ("2", "year")),
    ],
)
def test_one_figure_told_in_two_units_is_the_same(left: tuple[str, str], right: tuple[str, str]) -> None:
    one, other = (figure(value, unit=unit, writing=Writing.DECIMAL, grain="0.01") for value, unit in (left, right))

    assert relation(one, other) is Relation.SAME


@pytest.mark.parametrize(
    ("days", "expected"),
    [("28", Relation.COMPATIBLE), ("31", Relation.COMPATIBLE), ("34", Relation.TENSION), ("45", Relation.CONFLICT)],
)
def test_a_month_is_told_for_about_thirty_days(days: str, expected: Relation) -> None:
    assert relation(figure("1", unit="month"), figure(days, unit="day")) is expected


@pytest.mark.parametrize(
    ("limit", "other", "expected"),
    [
        (("1", "year"), ("365", "day"), Relation.COMPATIBLE),
        (("10", "mile"), ("16", "kilometre"), Relation.COMPATIBLE),
        (("1", "month"), ("27", "day"), Relation.CONFLICT),
    ],
)
def test_what_is_converted_is_rounded_beside_a_limit_too(limit: tuple[str, str], other: tuple[str, str], expected: Relation) -> None:
    least = figure(limit[0], Approx.AT_LEAST, unit=limit[1])

    assert relation(least, figure(other[0], unit=other[1])) is expected


def test_a_share_and_its_points_are_not_compared() -> None:
    assert relation(figure("3", unit="%"), figure("3", unit="percentage point")) is Relation.INCOMPARABLE


def test_a_range_leaves_room_for_what_lies_in_it() -> None:
    either = Quantity(None, between(Decimal(410), Decimal(460)), Approx.BETWEEN, Decimal(10))

    assert relation(either, figure("440")) is Relation.COMPATIBLE
    assert relation(either, figure("470")) is Relation.CONFLICT


def test_the_reason_quotes_both_figures() -> None:
    reason = compare(million("28", Approx.MORE_THAN), million("28.8", grain="100000")).reason

    assert reason == "more than 28 million leaves room for 28.8 million"


QUANTITIES = st.builds(
    figure,
    st.integers(1, 10**7).map(str),
    st.sampled_from([approx for approx in Approx if approx not in (Approx.BETWEEN, Approx.VAGUE)]),
    grain=st.sampled_from(["1", "10", "100", "1000"]),
    writing=st.sampled_from(list(Writing)),
    unit=st.sampled_from([None, "%", "USD", "week", "day", "month"]),
)


@given(QUANTITIES, QUANTITIES)
def test_the_order_of_two_figures_does_not_matter(left: Quantity, right: Quantity) -> None:
    assert compare(left, right) == compare(right, left)


@given(QUANTITIES)
def test_a_figure_is_the_same_as_itself(quantity: Quantity) -> None:
    assert relation(quantity, quantity) is Relation.SAME


def test_a_share_given_as_a_level_is_compared_and_a_change_is_not() -> None:
    share, level, change = (Quantity(Decimal(48), figure("48").range, Approx.EXACT, Decimal(1), unit="%", role=role) for role in
                            (Role.SHARE, Role.LEVEL, Role.CHANGE))  # fmt: skip

    assert compare(share, level).relation is Relation.SAME
    assert compare(share, change).relation is Relation.INCOMPARABLE


@pytest.mark.parametrize(("hedged", "expected"), [("52", Relation.COMPATIBLE), ("54", Relation.TENSION)])
def test_a_bare_percentage_is_rounded_and_leaves_room_for_a_hedged_neighbour(hedged: str, expected: Relation) -> None:
    assert relation(figure("51", unit="%"), figure(hedged, Approx.NEARLY, unit="%")) is expected


def test_two_maxima_far_apart_are_told() -> None:
    assert relation(figure("1.5", Approx.AT_MOST), figure("6", Approx.AT_MOST)) is Relation.TENSION
    assert relation(figure("40", Approx.AT_MOST), figure("45", Approx.AT_MOST)) is not Relation.TENSION
