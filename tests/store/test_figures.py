import json
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from corroborate.model.claims import Attribution
from corroborate.model.figures import Approx, Figure, Granularity, Participation, Period, Quantity, Rank, Role
from corroborate.model.ranges import Range
from corroborate.store.columns import written
from corroborate.store.figures import attribution_document, attribution_from, bounds_of, figure_document, figure_from
from tests.factory import period, quantity

decimals = st.decimals(allow_nan=False, allow_infinity=False)
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
maybe_words = st.none() | words
flags = {name: st.booleans() for name in ("low_soft", "high_soft", "low_open", "high_open")}
quantities = st.builds(
    Quantity,
    value=st.none() | decimals,
    range=st.builds(Range, st.none() | decimals, st.none() | decimals, **flags, slack=st.none() | decimals),
    approx=st.sampled_from(Approx),
    grain=decimals,
    unit=maybe_words,
    counted=maybe_words,
    role=st.sampled_from(Role),
    per=maybe_words,
    direction=st.sampled_from([-1, 0, 1]),
)
days = st.none() | st.dates()
periods = st.builds(Period, st.builds(Range, days, days, **flags), st.sampled_from(Granularity), words)
ranks = st.builds(Rank, words, words, st.lists(words).map(tuple), st.integers(1, 9), st.booleans())
participations = st.builds(Participation, words, st.lists(words).map(tuple))
attributions = st.builds(
    Attribution, maybe_words, maybe_words, days, st.lists(words).map(tuple), maybe_words, hedged=st.booleans(), denied=st.booleans()
)


@given(quantities | periods | ranks | participations)
def test_a_figure_survives_its_document(figure: Figure) -> None:
    assert figure_from(json.loads(written(figure_document(figure)))) == figure


@given(attributions)
def test_an_attribution_survives_its_document(attribution: Attribution) -> None:
    assert attribution_from(json.loads(written(attribution_document(attribution)))) == attribution


def test_a_decimal_keeps_every_digit_and_its_exponent() -> None:
    figure = quantity("28.80E+6", "1E-28", "123456789012345678901234567890.5")

    assert str(figure_from(figure_document(figure))) == str(figure)


def test_a_stated_value_counts_for_itself_and_a_hedged_one_for_its_range() -> None:
    assert (bounds_of(quantity("28e6", "27.5e6", "29e6")).low, bounds_of(quantity(None, "20", "25")).high) == (28e6, 25.0)


def test_a_wording_without_a_bound_reaches_to_infinity() -> None:
    open_above = Quantity(None, Range(Decimal(40), None), Approx.AT_LEAST, Decimal(10))

    assert (bounds_of(open_above).low, bounds_of(open_above).high) == (40.0, float("inf"))


def test_a_period_is_bounded_by_its_days() -> None:
    bounds = bounds_of(period("2026-04-01", None))

    assert (bounds.first_day, bounds.last_day, bounds.low) == (date(2026, 4, 1), None, None)
