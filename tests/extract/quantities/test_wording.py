from decimal import Decimal

import pytest

from corroborate.extract.quantities.wording import Writing, between, figure_range, hedge_after, hedge_before
from corroborate.model.figures import Approx
from corroborate.model.ranges import Range


def leeway(value: str, approx: Approx, grain: str = "1", writing: Writing = Writing.INTEGER) -> Range[Decimal]:
    return figure_range(Decimal(value), approx, Decimal(grain), writing=writing)


def exactly(value: str) -> Range[Decimal]:
    return leeway(value, Approx.EXACT)


def test_more_than_28_million_leaves_room_for_28_8_million() -> None:
    over = leeway("28000000", Approx.MORE_THAN, "1000000", Writing.MAGNITUDE)

    assert over.meets(leeway("28800000", Approx.EXACT, "100000", Writing.DECIMAL))


def test_28_million_may_be_28_8_million_cut_short() -> None:
    short = leeway("28000000", Approx.EXACT, "1000000", Writing.MAGNITUDE)

    assert short.meets(leeway("28800000", Approx.EXACT, "100000", Writing.DECIMAL))
    assert not short.meets(exactly("29000000"))


def test_two_plain_whole_numbers_are_two_values() -> None:
    assert not exactly("24000").meets(exactly("25000"))


@pytest.mark.parametrize(("other", "meets", "meets_hard"), [("24000", False, True), ("24900", True, True), ("25300", False, False)])
def test_nearly_looks_at_its_value_from_below(other: str, meets: bool, meets_hard: bool) -> None:
    nearly = leeway("25000", Approx.NEARLY, "1000")

    assert nearly.meets(exactly(other)) is meets
    assert nearly.hardened().meets(exactly(other)) is meets_hard


def test_more_than_three_boats_leaves_room_for_four() -> None:
    assert leeway("3", Approx.MORE_THAN).meets(exactly("4"))
    assert not leeway("3", Approx.MORE_THAN).hardened().meets(exactly("3"))


def test_at_least_includes_its_own_value() -> None:
    assert leeway("640", Approx.AT_LEAST).meets(exactly("640"))


def test_a_smaller_figure_never_contradicts_up_to() -> None:
    assert leeway("400", Approx.AT_MOST, "100").meets(exactly("12"))
    assert not leeway("400", Approx.AT_MOST, "100").hardened().meets(exactly("401"))


def test_less_than_excludes_its_value_and_softly_the_far_smaller() -> None:
    under = leeway("100", Approx.LESS_THAN, "1")

    assert not under.hardened().meets(exactly("100"))
    assert under.hardened().meets(exactly("30"))


def test_between_keeps_both_ends_in_order() -> None:
    assert between(Decimal(25), Decimal(20)) == Range(Decimal(20), Decimal(25))


@pytest.mark.parametrize(
    ("words", "approx", "taken"),
    [
        ("the flood displaced more than", Approx.MORE_THAN, 2),
        ("no more than", Approx.AT_MOST, 3),
        ("rose by nearly", Approx.NEARLY, 1),
        ("just under", Approx.NEARLY, 2),
        ("as many as", Approx.AT_MOST, 3),
        ("at least another", Approx.AT_LEAST, 3),
        ("an estimated", Approx.ABOUT, 2),
        ("upwards of", Approx.MORE_THAN, 2),
        ("fewer than", Approx.LESS_THAN, 2),
    ],
)
def test_cues_before_a_figure(words: str, approx: Approx, taken: int) -> None:
    assert hedge_before(words.split()) == (approx, taken)


def test_about_as_a_preposition_is_no_hedge() -> None:
    assert hedge_before(["they", "talked", "about"]) is None


def test_about_behind_said_is_a_hedge() -> None:
    assert hedge_before(["police", "said", "about"]) == (Approx.ABOUT, 1)


@pytest.mark.parametrize(("words", "approx"), [("or more barges", Approx.AT_LEAST), ("or so", Approx.ABOUT), ("or fewer", Approx.AT_MOST)])
def test_cues_behind_a_figure(words: str, approx: Approx) -> None:
    found = hedge_after(words.split())

    assert found is not None
    assert found[0] is approx


@pytest.mark.parametrize(
    ("wording", "value", "suggests", "promises"),
    [
        (Approx.ABOUT, "430", True, True),
        (Approx.ABOUT, "470", False, True),
        (Approx.ABOUT, "600", False, False),
        (Approx.NEARLY, "385", True, True),
        (Approx.NEARLY, "340", False, True),
        (Approx.NEARLY, "250", False, False),
        (Approx.MORE_THAN, "450", True, True),
        (Approx.MORE_THAN, "700", False, True),
        (Approx.MORE_THAN, "4000", False, False),
        (Approx.LESS_THAN, "350", True, True),
        (Approx.LESS_THAN, "150", False, True),
        (Approx.LESS_THAN, "40", False, False),
    ],
)
def test_a_hedge_gives_way_and_then_no_more(wording: Approx, value: str, suggests: bool, promises: bool) -> None:
    hedged = leeway("400", wording, "100")

    assert hedged.meets(exactly(value)) is suggests
    assert hedged.hardened().meets(exactly(value)) is promises


def test_three_billion_is_hardly_3_4_billion_and_never_3_8() -> None:
    short = leeway("3000000000", Approx.EXACT, "1000000000", Writing.MAGNITUDE)

    assert short.meets(exactly("3200000000"))
    assert not short.meets(exactly("3400000000"))
    assert short.hardened().meets(exactly("3400000000"))
    assert not short.hardened().meets(exactly("3800000000"))


def test_just_over_is_closer_than_over() -> None:
    over = leeway("4000", Approx.MORE_THAN, "1000")
    just_over = figure_range(Decimal(4000), Approx.MORE_THAN, Decimal(1000), close=True)

    assert over.meets(exactly("4700"))
    assert not just_over.meets(exactly("4700"))


def test_a_dozen_is_a_round_number() -> None:
    dozen = leeway("12", Approx.EXACT, writing=Writing.DOZEN)

    assert dozen.meets(exactly("13"))
    assert not dozen.meets(exactly("15"))
    assert not dozen.hardened().meets(exactly("19"))


def test_what_is_told_as_less_than_a_few_is_not_less_than_nothing() -> None:
    assert leeway("1", Approx.LESS_THAN).low == 0
