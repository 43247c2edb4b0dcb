from decimal import Decimal

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.model.figures import Approx, Quantity, Role
from corroborate.model.ranges import Range
from corroborate.model.units import MEASURES, are_convertible, in_base_units

REGISTRY: pint.UnitRegistry[Decimal] = pint.UnitRegistry(non_int_type=Decimal)
# What the library spells in another way than news does.
SPELLINGS = {
    "light year": "light_year", "nautical mile": "nautical_mile", "fluid ounce": "fluid_ounce", "metric horsepower": "metric_horsepower",
    "acre": "foot ** 2 * 43560", "quarter": "month * 3", "decade": "year * 10", "part per million": "ppm", "part per billion": "ppm / 1000",
    "percentage point": "percent", "basis point": "percent / 100", "kelvin": "kelvin", "degree Celsius": "delta_degC",
    "degree Fahrenheit": "delta_degF",
}  # fmt: skip


def written(unit: str) -> str:
    if unit in SPELLINGS:
        return SPELLINGS[unit]
    for word, power in (("square ", 2), ("cubic ", 3)):
        if unit.startswith(word):
            return f"{unit.removeprefix(word)} ** {power}"
    return unit.replace(" per ", " / ").replace("watt hour", "watt * hour")


def measured(value: str, unit: str, role: Role = Role.LEVEL) -> Quantity:
    number = Decimal(value)
    return Quantity(number, Range(number, number), Approx.EXACT, Decimal(1), unit, role=role)


@pytest.mark.parametrize("unit", sorted(MEASURES))
def test_every_factor_is_that_of_the_library(unit: str) -> None:
    measure = MEASURES[unit]

    ratio = (REGISTRY.parse_expression(written(unit)) / REGISTRY.parse_expression(written(measure.base))).to("dimensionless").magnitude

    assert abs(Decimal(ratio) / measure.factor - 1) < Decimal("1e-12")


def test_miles_and_kilometres_can_be_compared() -> None:
    miles, kilometres = in_base_units(measured("12", "mile")), in_base_units(measured("19", "kilometre"))

    assert (miles.unit, kilometres.unit) == ("metre", "metre")
    assert (miles.value, kilometres.value) == (Decimal("19312.128"), Decimal("19000"))
    assert miles.grain == Decimal("1609.344")


@pytest.mark.parametrize(("value", "unit", "kelvin"), [("100", "degree Celsius", "373.15"), ("32", "degree Fahrenheit", "273.15")])
def test_a_temperature_is_told_in_kelvin(value: str, unit: str, kelvin: str) -> None:
    converted = in_base_units(measured(value, unit))

    assert converted.value is not None
    assert abs(converted.value - Decimal(kelvin)) < Decimal("1e-9")


def test_a_rise_of_temperature_has_no_zero() -> None:
    converted = in_base_units(measured("9", "degree Fahrenheit", Role.CHANGE))

    assert converted.value is not None
    assert abs(converted.value - 5) < Decimal("1e-9")


def test_counts_and_sums_stay_as_they_are() -> None:
    sum_of_money = measured("12", "USD")

    assert in_base_units(sum_of_money) is sum_of_money
    assert not are_convertible("USD", "EUR")
    assert not are_convertible(None, "mile")


units = st.sampled_from(sorted(MEASURES))


@given(units, units)
def test_what_measures_the_same_has_one_base_unit(left: str, right: str) -> None:
    assert are_convertible(left, right) == (MEASURES[left].base == MEASURES[right].base)


@given(units, st.decimals(-1000, 1000, places=2), st.decimals(0, 1000, places=2))
def test_conversion_keeps_the_order(unit: str, value: Decimal, more: Decimal) -> None:
    low = in_base_units(measured(str(value), unit)).value
    high = in_base_units(measured(str(value + more), unit)).value

    assert low is not None
    assert high is not None
    assert low <= high
