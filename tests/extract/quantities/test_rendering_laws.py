"""Amounts rendered in every form of the newspapers are read back, and the order of the sentences changes nothing."""

import re
from collections import Counter
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from corroborate.extract.quantities import read_quantities
from corroborate.extract.quantities.currencies import NAMES, SIGNS
from corroborate.extract.quantities.wording import CUES_AFTER, CUES_BEFORE
from corroborate.model.figures import Approx, Kind

SCALES = (("", 0), ("m", 6), (" million", 6), ("bn", 9), (" billion", 9), (" trillion", 12), (" crore", 7))
UNITS = (
    (" km", "kilometre"), ("km", "kilometre"), (" miles", "mile"), (" tonnes", "tonne"), (" hectares", "hectare"), ("kg", "kilogram"),
    (" mph", "mile per hour"), (" MW", "megawatt"), ("%", "%"), (" percent", "%"), (" per cent", "%"), (" pc", "%"),
    (" percentage points", "percentage point"), (" basis points", "basis point"), (" weeks", "week"), (" hours", "hour"),
    ("°C", "degree Celsius"),
)  # fmt: skip
NAMED = sorted(name for name in NAMES if name not in ("buck", "quid", "greenback", "reais", "lei", "zlotys"))
SENTENCES = (
    "Nearly 25,000 fraudulent accounts were opened in Orsk.",
    "The index fell 3 percent to 98.",
    "Shares rose from 4 to 6 euros.",
    "The yard was fined A$36.8m (£19.4m).",
    "The suspect, 37, is 5 ft 8 in tall.",
    "Two thirds of the fleet sank.",
    "One in seven pupils missed school.",
    "It will cost $20 to $25 million.",
    "Between 410 and 460 goats fled.",
    "Dozens of barges blocked the canal.",
    "Several hundred tonnes of wheat rotted.",
    "The trip took 2 hours 14 minutes.",
    "Rents were down 2.4 pc at $300 a month.",
    "He was jailed three times for theft.",
    "Call 0800 555 1234 before 5pm.",
    "On 12 May 2023 version 4.2.1 came out.",
    "Of the 46 aboard, eight were hurt.",
    "Temperatures fell to -41C.",
    "Turnout has shrunk by a third.",
    "640 or more crates sank.",
    "Down from 300, the toll was high.",
    "Two more died.",
)

values = st.decimals(min_value=1, max_value=999, places=1)


@given(values, st.sampled_from(SCALES), st.sampled_from(sorted(SIGNS)), st.sampled_from(["", " "]))
@settings(max_examples=300)
def test_money_is_read_back_with_any_sign_before_it(value: Decimal, scale: tuple[str, int], sign: str, blank: str) -> None:
    text = f"The yard paid {sign}{blank}{value}{scale[0]} in all."

    (found,) = read_quantities(text)

    assert found.span.cut(text) == f"{sign}{blank}{value}{scale[0]}"
    assert (found.kind, found.quantity.value, found.quantity.unit) == (Kind.MONEY, value * 10 ** scale[1], SIGNS[sign])


@given(values, st.sampled_from([scale for scale in SCALES if scale[0].startswith(" ")]), st.sampled_from(NAMED))
@settings(max_examples=200)
def test_money_is_read_back_with_any_name_behind_it(value: Decimal, scale: tuple[str, int], name: str) -> None:
    text = f"The yard paid {value}{scale[0]} {name} in all."

    (found,) = read_quantities(text)

    assert found.span.cut(text) == f"{value}{scale[0]} {name}"
    assert (found.quantity.value, found.quantity.unit) == (value * 10 ** scale[1], NAMES[name])


@given(values, st.sampled_from(UNITS))
def test_a_measure_is_read_back_in_any_unit(value: Decimal, unit: tuple[str, str]) -> None:
    text = f"They told of {value}{unit[0]} in all."

    (found,) = read_quantities(text)

    assert found.span.cut(text) == f"{value}{unit[0]}"
    assert (found.quantity.value, found.quantity.unit) == (value, unit[1])


@given(st.integers(1, 400), st.integers(1, 400), st.sampled_from(["{} to {}", "between {} and {}", "{}-{}", "{}–{}", "from {} to {}"]))
def test_a_range_is_read_back_with_both_ends(low: int, more: int, form: str) -> None:
    text = f"The yard will spend {form.format(f'${low}', f'${low + more} million')} on quays."

    (found,) = read_quantities(text)

    assert found.quantity.value is None
    assert (found.quantity.range.low, found.quantity.range.high) == (low * 10**6, (low + more) * 10**6)


BEFORE = sorted((cue, approx) for approx, cues in CUES_BEFORE.items() for cue in cues if re.fullmatch(r"[a-z ]+", cue) and cue != "c")
AFTER = sorted((cue, approx) for approx, cues in CUES_AFTER.items() for cue in cues if re.fullmatch(r"[a-z ]+", cue))


@given(st.integers(13, 9_999_999), st.sampled_from(BEFORE))
@settings(max_examples=200)
def test_every_cue_before_a_figure_hedges_it(number: int, cue: tuple[str, Approx]) -> None:
    found = read_quantities(f"There were {cue[0]} {number:,} crates aboard.")

    assert [one.quantity.approx for one in found] == [cue[1]]


@given(st.integers(13, 9_999_999), st.sampled_from(AFTER))
def test_every_cue_behind_a_figure_hedges_it(number: int, cue: tuple[str, Approx]) -> None:
    found = read_quantities(f"There were {number:,} {cue[0]}.")

    assert [one.quantity.approx for one in found] == [cue[1]]


@given(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=8, unique=True), st.randoms(use_true_random=False))
@settings(max_examples=200)
def test_the_order_of_the_sentences_changes_nothing(sentences: list[str], random: object) -> None:
    shuffled = list(sentences)
    assert hasattr(random, "shuffle")
    random.shuffle(shuffled)

    assert told(" ".join(sentences)) == told(" ".join(shuffled))


def told(text: str) -> Counter[str]:
    return Counter(f"{found.span.cut(text)}: {found.quantity} {found.rule}" for found in read_quantities(text))
