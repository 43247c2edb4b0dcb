"""What units measure, and how many of the base unit each of them is: "12 miles" and "19 km" are told in metres.

The factors are those of the International System and of international avoirdupois and customs; `tests/model/test_units.py`
verifies each of them with pint. Gallons and pints are those of the United States, tons are short, months and years
have their mean length.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from corroborate.model.figures import Quantity, Role
from corroborate.model.ranges import Range


@dataclass(frozen=True, slots=True)
class Measure:
    """What a unit measures, in which base unit, and how to get there: a kilometre is 1000 metres of length.

    `offset` is where the unit's zero stands in the base unit: 0 degrees Celsius are 273.15 kelvin.
    """

    dimension: str
    base: str
    factor: Decimal
    offset: Decimal = Decimal(0)


_FACTORS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("length", "metre"): {
        "nanometre": "1E-9", "micrometre": "1E-6", "millimetre": "0.001", "centimetre": "0.01", "metre": "1", "kilometre": "1000",
        "inch": "0.0254", "foot": "0.3048", "yard": "0.9144", "mile": "1609.344", "nautical mile": "1852",
        "light year": "9460730472580800",
    },
    ("area", "square metre"): {
        "square centimetre": "1E-4", "square metre": "1", "square kilometre": "1E+6", "hectare": "1E+4", "acre": "4046.8564224",
        "square inch": "0.00064516", "square foot": "0.09290304", "square yard": "0.83612736", "square mile": "2589988.110336",
    },
    ("volume", "cubic metre"): {
        "cubic centimetre": "1E-6", "cubic metre": "1", "cubic kilometre": "1E+9", "millilitre": "1E-6", "centilitre": "1E-5",
        "litre": "0.001", "cubic inch": "0.000016387064", "cubic foot": "0.028316846592", "cubic yard": "0.764554857984",
        "gallon": "0.003785411784", "quart": "0.000946352946", "pint": "0.000473176473",
        "fluid ounce": "0.0000295735295625", "bushel": "0.03523907016688",
    },
    ("mass", "kilogram"): {
        "microgram": "1E-9", "milligram": "1E-6", "gram": "0.001", "kilogram": "1", "tonne": "1000", "kilotonne": "1E+6",
        "megatonne": "1E+9", "gigatonne": "1E+12", "ounce": "0.028349523125", "pound": "0.45359237", "stone": "6.35029318",
        "ton": "907.18474", "carat": "0.0002",
    },
    ("time", "second"): {
        "nanosecond": "1E-9", "millisecond": "0.001", "second": "1", "minute": "60", "hour": "3600", "day": "86400", "week": "604800",
        "fortnight": "1209600", "month": "2629800", "quarter": "7889400", "year": "31557600", "decade": "315576000",
        "century": "3155760000",
    },
    ("speed", "metre per second"): {
        "metre per second": "1", "kilometre per hour": "0.2777777777777777777777777778", "mile per hour": "0.44704",
        "knot": "0.5144444444444444444444444444",
    },
    ("power", "watt"): {
        "watt": "1", "kilowatt": "1000", "megawatt": "1E+6", "gigawatt": "1E+9", "terawatt": "1E+12", "horsepower": "745.69987158227022",
        "metric horsepower": "735.49875",
    },
    ("energy", "joule"): {
        "joule": "1", "kilojoule": "1000", "watt hour": "3600", "kilowatt hour": "3.6E+6", "megawatt hour": "3.6E+9",
        "gigawatt hour": "3.6E+12", "terawatt hour": "3.6E+15", "calorie": "4.184", "kilocalorie": "4184",
        "electronvolt": "1.602176634E-19",
        "kiloelectronvolt": "1.602176634E-16", "megaelectronvolt": "1.602176634E-13", "gigaelectronvolt": "1.602176634E-10",
        "teraelectronvolt": "1.602176634E-7",
    },
    ("voltage", "volt"): {"millivolt": "0.001", "volt": "1", "kilovolt": "1000"},
    ("current", "ampere"): {"milliampere": "0.001", "ampere": "1"},
    ("frequency", "hertz"): {"hertz": "1", "kilohertz": "1000", "megahertz": "1E+6", "gigahertz": "1E+9"},
    ("pressure", "pascal"): {"pascal": "1", "hectopascal": "100", "kilopascal": "1000", "millibar": "100"},
    ("data", "byte"): {
        "byte": "1", "kilobyte": "1000", "megabyte": "1E+6", "gigabyte": "1E+9", "terabyte": "1E+12", "petabyte": "1E+15",
        "exabyte": "1E+18", "kibibyte": "1024", "megabit": "125000", "gigabit": "1.25E+8",
    },
    ("data rate", "megabit per second"): {"megabit per second": "1", "gigabit per second": "1000"},
    ("points", "percentage point"): {"percentage point": "1", "basis point": "0.01"},
    ("concentration", "part per million"): {"part per million": "1", "part per billion": "0.001"},
}  # fmt: skip
MEASURES: Mapping[str, Measure] = {
    **{unit: Measure(*measured, Decimal(factor)) for measured, factors in _FACTORS.items() for unit, factor in factors.items()},
    "kelvin": Measure("temperature", "kelvin", Decimal(1)),
    "degree Celsius": Measure("temperature", "kelvin", Decimal(1), Decimal("273.15")),
    "degree Fahrenheit": Measure(
        "temperature", "kelvin", Decimal("0.5555555555555555555555555556"), Decimal("255.3722222222222222222222222")
    ),
}


PLURALS = {"foot": "feet", "inch": "inches", "square foot": "square feet", "square inch": "square inches", "cubic foot": "cubic feet",
           "cubic inch": "cubic inches", "century": "centuries"}  # fmt: skip
INVARIABLE = frozenset({"kelvin", "hertz", "kilohertz", "megahertz", "gigahertz", "horsepower", "magnitude", "metric horsepower"})


def are_convertible(left: str | None, right: str | None) -> bool:
    """Both units measure the same thing: feet and metres, days and weeks.

    >>> are_convertible("mile", "kilometre"), are_convertible("mile", "hour")
    (True, False)
    """
    one, other = MEASURES.get(left or ""), MEASURES.get(right or "")
    return one is not None and other is not None and one.dimension == other.dimension


def plural_of(unit: str) -> str:
    """Several of a unit: "kilometres per hour", "feet", "degrees Celsius".

    >>> plural_of("foot"), plural_of("metre per second")
    ('feet', 'metres per second')
    """
    head, per, rest = unit.partition(" per ")
    first, blank, second = head.partition(" ")
    if first in ("degree", "part"):
        return f"{first}s{blank}{second}{per}{rest}"
    return f"{PLURALS.get(head, head if head.endswith('s') or head in INVARIABLE else f'{head}s')}{per}{rest}"


def in_base_units(quantity: Quantity) -> Quantity:
    """The quantity with its range and grain in the base unit of what it measures, as it is where its unit is not known.

    "12 miles" are 19312.128 metres with a grain of 1609.344. A change of temperature is converted without the offset:
    by 9 degrees Fahrenheit is by 5 kelvin.
    """
    measure = MEASURES.get(quantity.unit or "")
    if measure is None:
        return quantity
    offset = Decimal(0) if quantity.role is Role.CHANGE else measure.offset
    bounds = quantity.range
    moved: Range[Decimal] = replace(bounds, low=_moved(bounds.low, measure, offset), high=_moved(bounds.high, measure, offset))
    return replace(
        quantity,
        value=_moved(quantity.value, measure, offset),
        range=moved,
        grain=quantity.grain * measure.factor,
        unit=measure.base,
    )


def _moved(value: Decimal | None, measure: Measure, offset: Decimal) -> Decimal | None:
    return None if value is None else value * measure.factor + offset
