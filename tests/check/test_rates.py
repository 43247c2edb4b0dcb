import pickle
from datetime import date
from decimal import Decimal

from corroborate.check.rates import at_rates
from corroborate.config import RatesSection
from corroborate.model.figures import Kind
from corroborate.model.findings import Discrepancy, DiscrepancyType
from corroborate.model.rates import Rates
from tests.check.newsrooms import Newsroom
from tests.factory import quantity

RATES = Rates("USD", {"EUR": Decimal("1.08")}, date(2026, 10, 1))


def fined(euros: str, dollars: str) -> Newsroom:
    """Two outlets give a fine in euros, a third in dollars; all in millions."""
    room = Newsroom("How much is the fine?")
    for number, outlet in enumerate(("Harbour Herald", "Port Post")):
        figure = quantity(f"{euros}e6", f"{euros}e6", f"{euros}e6", unit="EUR", grain=Decimal("1e5"))
        room.says(outlet, f"Tarn Freight must pay €{euros}m, the regulator said.", f"€{euros}m", figure, kind=Kind.MONEY, hours=number)
    figure = quantity(f"{dollars}e6", f"{dollars}e6", f"{dollars}e6", unit="USD", grain=Decimal("1e5"))
    room.says("Daily Quay", f"Tarn Freight must pay ${dollars}m, the regulator said.", f"${dollars}m", figure, kind=Kind.MONEY, hours=2)
    return room


def found(room: Newsroom) -> list[Discrepancy]:
    claims = {claim.id: claim for stated in room.claims.values() for claim in stated}
    return [one for assessment in at_rates(room.check().values(), claims, RATES) for one in assessment.discrepancies]


def test_sums_that_are_one_at_the_rate_are_no_difference() -> None:
    room = fined("30", "32")

    assert room.types() == [DiscrepancyType.UNIT]
    assert found(room) == []


def test_sums_that_are_not_one_at_the_rate_are_told_with_the_rate() -> None:
    (one,) = found(fined("30", "41"))

    assert one.type is DiscrepancyType.UNIT
    assert "on 1 October 2026" in one.reason
    assert "not compared" in one.reason or "even with room for rounding" in one.reason


def test_without_rates_currencies_are_not_converted() -> None:
    (one,) = fined("30", "41").discrepancies()

    assert "would be about" not in one.reason


def test_a_currency_that_the_table_does_not_name_is_left_alone() -> None:
    assert RATES.rate("CHF", "USD") is None
    assert RATES.rate("USD", "USD") == 1


def test_rates_go_to_other_processes() -> None:
    rates = RatesSection(base="USD", worth={"EUR": Decimal("1.08")}).rates()

    assert pickle.loads(pickle.dumps(rates)).rate("EUR", "USD") == Decimal("1.08")
