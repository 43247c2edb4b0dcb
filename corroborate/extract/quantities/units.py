"""Units of measures, durations and shares, as written and as normalised: "km/h" is "kilometre per hour"."""

import re
from dataclasses import dataclass

from corroborate.extract.quantities.currencies import alternation
from corroborate.model.figures import Kind

PERCENT = "%"
POINT = "percentage point"
TIMES = "times"


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number is measured in: the kind of figure and the unit's singular name, and its age marker ("-year-old")."""

    kind: Kind
    name: str
    per: str | None = None
    aged: bool = False


_PREFIXED_METRE = {
    "": "metre",
    "kilo": "kilometre",
    "centi": "centimetre",
    "milli": "millimetre",
    "micro": "micrometre",
    "nano": "nanometre",
}
DURATIONS = ("millisecond", "second", "minute", "hour", "day", "night", "week", "fortnight", "month", "year", "decade", "century")
_DURATION_FORMS = {
    "sec": "second", "secs": "second", "min": "minute", "mins": "minute", "hr": "hour", "hrs": "hour", "yr": "year", "yrs": "year",
    "centuries": "century",
    "milliseconds": "millisecond", "calendar year": "year", "working day": "day", "business day": "day",
}  # fmt: skip
# Spelled out, any case, singular or plural.
WORDS = {
    **{f"{prefix}{tail}": name for prefix, name in _PREFIXED_METRE.items() for tail in ("metre", "meter")},
    **{f"{size} {unit}": f"{size} {name}" for size in ("square", "cubic") for unit, name in (
        ("metre", "metre"), ("meter", "metre"), ("kilometre", "kilometre"), ("kilometer", "kilometre"), ("mile", "mile"), ("foot", "foot"),
        ("feet", "foot"), ("inch", "inch"), ("yard", "yard"), ("centimetre", "centimetre"), ("centimeter", "centimetre"))},
    "kilo": "kilogram", "kilogram": "kilogram", "kilogramme": "kilogram", "gram": "gram", "gramme": "gram", "milligram": "milligram",
    "microgram": "microgram",
    "tonne": "tonne", "metric ton": "tonne", "metric tonne": "tonne", "ton": "ton", "short ton": "ton", "us ton": "ton", "u.s. ton": "ton",
    "kilotonne": "kilotonne", "megatonne": "megatonne",
    "gigatonne": "gigatonne",
    "gigaton": "gigatonne", "megaton": "megatonne", "kiloton": "kilotonne", "pound": "pound", "ounce": "ounce",
    "fluid ounce": "fluid ounce",
    "mile": "mile", "nautical mile": "nautical mile", "yard": "yard", "foot": "foot", "feet": "foot", "inch": "inch", "inches": "inch",
    "micron": "micrometre",
    "acre": "acre", "hectare": "hectare", "litre": "litre", "liter": "litre", "millilitre": "millilitre", "milliliter": "millilitre",
    "centilitre": "centilitre",
    "gallon": "gallon", "pint": "pint", "quart": "quart", "barrel": "barrel", "bushel": "bushel", "watt": "watt", "kilowatt": "kilowatt",
    "megawatt": "megawatt",
    "gigawatt": "gigawatt", "terawatt": "terawatt", "watt hour": "watt hour", "kilowatt hour": "kilowatt hour",
    "megawatt hour": "megawatt hour",
    "gigawatt hour": "gigawatt hour", "terawatt hour": "terawatt hour", "volt": "volt", "kilovolt": "kilovolt", "ampere": "ampere",
    "amp": "ampere",
    "joule": "joule", "calorie": "calorie", "kilocalorie": "kilocalorie", "horsepower": "horsepower", "hertz": "hertz",
    "kilohertz": "kilohertz", "megahertz": "megahertz",
    "gigahertz": "gigahertz", "decibel": "decibel", "byte": "byte", "kilobyte": "kilobyte", "megabyte": "megabyte",
    "gigabyte": "gigabyte", "terabyte": "terabyte",
    "petabyte": "petabyte", "exabyte": "exabyte", "megapixel": "megapixel", "knot": "knot", "degree": "degree",
    "degree celsius": "degree Celsius", "degree centigrade": "degree Celsius",
    "celsius": "degree Celsius", "centigrade": "degree Celsius", "degree fahrenheit": "degree Fahrenheit",
    "fahrenheit": "degree Fahrenheit", "kelvin": "kelvin",
    "mile per hour": "mile per hour", "kilometre per hour": "kilometre per hour", "kilometer per hour": "kilometre per hour",
    "metre per second": "metre per second",
    "meter per second": "metre per second", "mile per gallon": "mile per gallon", "part per million": "part per million",
    "part per billion": "part per billion",
    "basis point": "basis point", "light year": "light year", "carat": "carat",
    "fold": "times", "magnitude": "magnitude", "megabit": "megabit", "gigabit": "gigabit",
    "nanosecond": "nanosecond",
    "teaspoon": "teaspoon", "tablespoon": "tablespoon", "milligramme": "milligram", "kibibyte": "kibibyte",
    "milliampere": "milliampere", "milliamp": "milliampere", "newton": "newton", "pascal": "pascal", "hectopascal": "hectopascal",
    "millibar": "millibar",
}  # fmt: skip
_PLURAL_OF_FIRST = ("mile per", "kilometre per", "kilometer per", "metre per", "meter per", "part per", "degree")
# Case matters; they may be glued to the digits.
SYMBOLS = {
    "km": "kilometre", "cm": "centimetre", "mm": "millimetre", "µm": "micrometre", "μm": "micrometre", "nm": "nanometre",
    "kg": "kilogram", "kgs": "kilogram", "mg": "milligram", "mcg": "microgram",
    "g": "gram", "lb": "pound", "lbs": "pound", "tbsp": "tablespoon",
    "tsp": "teaspoon", "oz": "ounce", "ft": "foot", "mi": "mile", "yd": "yard", "yds": "yard",
    "ha": "hectare", "ac": "acre", "ml": "millilitre", "mL": "millilitre",
    "cl": "centilitre", "l": "litre", "L": "litre", "km/h": "kilometre per hour", "kmh": "kilometre per hour",
    "km/hr": "kilometre per hour", "kph": "kilometre per hour", "kmph": "kilometre per hour",
    "mph": "mile per hour", "m.p.h.": "mile per hour", "MPH": "mile per hour", "mpg": "mile per gallon", "m/s": "metre per second",
    "W": "watt", "kW": "kilowatt", "KW": "kilowatt", "MW": "megawatt", "GW": "gigawatt",
    "TW": "terawatt", "Wh": "watt hour", "kWh": "kilowatt hour", "KWh": "kilowatt hour", "MWh": "megawatt hour", "GWh": "gigawatt hour",
    "TWh": "terawatt hour", "V": "volt", "kV": "kilovolt", "mV": "millivolt",
    "A": "ampere", "mA": "milliampere", "mAh": "milliampere hour", "Ah": "ampere hour", "Hz": "hertz", "kHz": "kilohertz",
    "KHz": "kilohertz", "MHz": "megahertz", "GHz": "gigahertz", "dB": "decibel", "hp": "horsepower", "HP": "horsepower",
    "bhp": "horsepower", "PS": "metric horsepower", "Nm": "newton metre", "KB": "kilobyte", "kB": "kilobyte", "MB": "megabyte",
    "GB": "gigabyte", "TB": "terabyte", "PB": "petabyte", "MP": "megapixel",
    "Mbps": "megabit per second", "Gbps": "gigabit per second", "rpm": "revolution per minute", "ppm": "part per million",
    "ppb": "part per billion", "bpd": "barrel per day", "b/d": "barrel per day",
    "bps": "basis point", "bp": "basis point", "sq m": "square metre", "sqm": "square metre", "sq. m": "square metre",
    "m2": "square metre", "m²": "square metre", "m³": "cubic metre", "m3": "cubic metre",
    "sq km": "square kilometre", "sq. km": "square kilometre", "km2": "square kilometre", "km²": "square kilometre",
    "sq ft": "square foot", "sq. ft": "square foot", "sq. ft.": "square foot", "sqft": "square foot", "ft2": "square foot",
    "sq mi": "square mile", "sq miles": "square mile", "cc": "cubic centimetre", "°C": "degree Celsius", "ºC": "degree Celsius",
    "° C": "degree Celsius", "degC": "degree Celsius", "deg C": "degree Celsius", "degrees C": "degree Celsius",
    "C": "degree Celsius", "°F": "degree Fahrenheit", "ºF": "degree Fahrenheit", "° F": "degree Fahrenheit", "degF": "degree Fahrenheit",
    "deg F": "degree Fahrenheit", "degrees F": "degree Fahrenheit", "F": "degree Fahrenheit",
    "°": "degree", "″": "inch", "eV": "electronvolt", "keV": "kiloelectronvolt", "MeV": "megaelectronvolt",
    "GeV": "gigaelectronvolt", "TeV": "teraelectronvolt", "kJ": "kilojoule", "J": "joule", "kcal": "kilocalorie",
    "kPa": "kilopascal", "hPa": "hectopascal", "psi": "pound per square inch", "tpd": "ton per day", "Mt": "megatonne", "kt": "kilotonne",
    "Gt": "gigatonne", "MGy": "megagray", "mGy": "milligray", "mSv": "millisievert", "K": "kelvin",
    "ms": "millisecond",
}  # fmt: skip
# What an amount is counted over, behind a stroke: "$40/MWh", "300 kg/ha", "9.8 m/s2".
OVER = {
    "s": "second", "sec": "second", "min": "minute", "h": "hour", "hr": "hour", "d": "day", "day": "day", "wk": "week", "week": "week",
    "month": "month", "yr": "year", "year": "year", "g": "gram", "kg": "kilogram", "t": "tonne", "tonne": "tonne", "ton": "ton",
    "lb": "pound", "oz": "ounce", "l": "litre", "L": "litre", "litre": "litre", "ml": "millilitre", "mL": "millilitre", "dl": "decilitre",
    "m": "metre", "km": "kilometre", "cm": "centimetre", "mi": "mile", "mile": "mile", "ha": "hectare", "ac": "acre", "acre": "acre",
    "m²": "square metre", "m³": "cubic metre", "sqm": "square metre", "sq m": "square metre", "sq ft": "square foot", "bbl": "barrel",
    "barrel": "barrel", "gal": "gallon", "gallon": "gallon", "kWh": "kilowatt hour", "MWh": "megawatt hour", "GWh": "gigawatt hour",
    "person": "person", "head": "head", "share": "share", "unit": "unit", "capita": "capita", "night": "night", "hour": "hour",
}  # fmt: skip
_OF_A_DAY = re.compile(
    r"\s(?:day|night|week|season|weekend) (?:ticket|pass|permit|tripper|visitor|labou?rer|patient|pupil|student|shift|bus|train|flight|"
    r"guest|worker|nurse|market|card)(?:e?s)\b",
    re.IGNORECASE,
)
"""Things named after a time, and no time: "78,400 day tickets", "12 night buses"."""

# Single letters are units only where they are glued to the digits ("45C") or stand apart with nothing that makes them words.
_GLUED_ONLY = ("g", "l", "C", "F", "K", "A", "J", "PS", "°", "mi", "ac")
_PERCENT = re.compile(
    r"\s?%|[\s\u00a0-]?(?:per\s?cents?|percents?|pct\.?|pc|percentage)(?!\w)",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"[\s\u00a0-]?(?:percentage|percent|per\s?cent|%)[\s-]points?(?!\w)|[\s\u00a0-]?(?:ppts?|pps?)(?!\w)",
    re.IGNORECASE,
)
_PLAIN_POINT = re.compile(r"[\s\u00a0-]points?(?!\w)", re.IGNORECASE)
_PART_BEFORE = re.compile(r"\b(?:half|quarters?)(?: of)?(?: an?)?$", re.IGNORECASE)
_RATES = re.compile(
    r"\b(?:rates?|banks?|fed|borrowing|monetary|policy ?makers?|yields?|mortgages?|hikes?|easing|tightening|inflation)\b", re.IGNORECASE
)
_RATES_REACH = 120
_AGE = re.compile(
    r"[\s\u00a0-]?(?P<unit>years?|months?|weeks?|days?|yrs?)(?:[\s\u00a0-]olds?|\s+of\s+age)(?!\w)|[\s-]?y/?o(?!\w)", re.IGNORECASE
)


def _plural(name: str) -> str:
    for first in _PLURAL_OF_FIRST:
        if name.startswith(first) and " " in name:
            head, rest = name.split(" ", 1)
            return f"{head}s {rest}"
    return f"{name}s"


_WORD_FORMS = {form: unit for word, unit in WORDS.items() for form in (word, _plural(word))}
_TIME_FORMS = {**{form: unit for unit in DURATIONS for form in (unit, f"{unit}s")}, **_DURATION_FORMS}
_TIME_FORMS |= {f"{form}s": unit for form, unit in _DURATION_FORMS.items() if " " in form}
_SYMBOL_NAMES = sorted(set(SYMBOLS) - set(_GLUED_ONLY))
_WORD = re.compile(
    rf"[\s\u00a0-]{{0,2}}(?:(?P<time>{alternation(_TIME_FORMS)})|(?P<word>{alternation(_WORD_FORMS)}))(?!\w)(?!['’]s\b(?!\s+(?:of|in)\b))",
    re.IGNORECASE,
)
_OVER = re.compile(rf"\s?/\s?(?P<over>{alternation(OVER)})(?P<power>²|³|\^?[23])?(?![\w/])")
_ALONE = rf"(?!\w)(?!/(?!(?:{alternation(OVER)})(?:²|³|\^?[23])?(?![\w/])))"
_SYMBOL = re.compile(
    rf"(?:(?P<glued>{alternation(_GLUED_ONLY)}){_ALONE}|[\s\u00a0](?P<apart>A|C|J|g|l)(?=/){_ALONE}|[\s\u00a0-]?(?P<symbol>{alternation(_SYMBOL_NAMES)}){_ALONE})"
)
_POWER = re.compile(r"(?:\^[23]|\s(?:squared|cubed))(?!\w)")
# "39 C", "102.9 F": a letter that stands apart is a unit where the weather is spoken of.
_APART = re.compile(r"[\s\u00a0](?P<letter>[CF])(?!\w)(?!['’-])(?!\.\s?\w?\d)")
_WARMTH = re.compile(
    r"temperature|degree|mercury|thermometer|celsius|fahrenheit|heat|\b(?:hot|cold|warm|cool|freez|frost|chill|high of|low of)|°",
    re.IGNORECASE,
)
_WARMTH_REACH = 120
_TENTHS = re.compile(r"\d\.\d$")
# Reached only where the "m" was not read as a million.
_METRE = re.compile(r"[\s\u00a0-]?m(?!\w)")
# "in" is mostly a preposition.
_INCH = re.compile(
    r"\s?in(?:\.?(?=\s*$)|\.(?=\s+[A-Z])|(?<=ft\s\din)(?!\w)|(?<=ft\s\d\din)(?!\w)|(?=\s(?:thick|long|wide|tall|high|deep|across|diameter)\b))"
)
# Fourteen pounds; "three stone houses" and "12 stones" weigh nothing.
_STONE = re.compile(r"(?<=\d)st(?!\w)|[\s-]stone(?!\w)(?!\s+[a-z]+s\b)(?!\s+of\b)|\s?st(?=\s?\d{1,2}\s?lbs?\b)")
_TONNE = re.compile(r"\s?t(?!\w)")


def counted_over(text: str, position: int) -> tuple[str, int] | None:
    """What stands behind a stroke, and where it ends: "hectare" behind "300 kg" in "300 kg/ha"."""
    match = _OVER.match(text, position)
    if match is None:
        return None
    name = OVER[re.sub(r"[\s\u00a0]+", " ", match["over"])]
    power = match["power"]
    return f"{'square' if power[-1] in '2²' else 'cubic'} {name}" if power else name, match.end()


def unit_after(text: str, position: int) -> tuple[Unit, int] | None:
    """The unit that follows a number, and where it ends; currencies are read elsewhere."""
    for reader in (_points, _percent, _age, _symbol, _word, _degrees, _metre):
        found = reader(text, position)
        if found is not None:
            return _raised(text, *found)
    return None


def _raised(text: str, unit: Unit, end: int) -> tuple[Unit, int]:
    """The unit with its power: "4 km squared", "4km^3"."""
    power = _POWER.match(text, end) if unit.kind is Kind.MEASURE else None
    if power is None:
        return unit, end
    size = "square" if power[0].strip(" ^") in ("2", "squared") else "cubic"
    return Unit(Kind.MEASURE, f"{size} {unit.name}"), power.end()


def _points(text: str, position: int) -> tuple[Unit, int] | None:
    match = _POINTS.match(text, position) or _rate_point(text, position)
    return match and (Unit(Kind.PERCENT, POINT), match.end())


def _rate_point(text: str, position: int) -> re.Match[str] | None:
    """ "A quarter point", "half a point": so move interest rates; other points are whole."""
    match = _PLAIN_POINT.match(text, position)
    if match is None or _PART_BEFORE.search(text, max(0, position - 16), position) is None:
        return None
    return match if _RATES.search(text, max(0, position - _RATES_REACH), position + _RATES_REACH) else None


def _percent(text: str, position: int) -> tuple[Unit, int] | None:
    match = _PERCENT.match(text, position)
    return match and (Unit(Kind.PERCENT, PERCENT), match.end())


def _age(text: str, position: int) -> tuple[Unit, int] | None:
    match = _AGE.match(text, position)
    if match is None:
        return None
    name = (match["unit"] or "year").lower().rstrip("s")
    return Unit(Kind.DURATION, "year" if name == "yr" else name, aged=True), match.end()


def _word(text: str, position: int) -> tuple[Unit, int] | None:
    match = _WORD.match(text, position)
    if match is None:
        return None
    folded = re.sub(r"[\s\u00a0-]+", " ", match["time"] or match["word"]).lower()
    if (folded == "second" and text[match.end() : match.end() + 1] == "-") or match[0].strip() in ("Sec", "Min"):
        # "Two second-half goals" lasted no two seconds, nor does "Title 18 Sec. 12".
        return None
    if match["time"]:
        return None if _OF_A_DAY.match(text, match.start()) else (Unit(Kind.DURATION, _TIME_FORMS[folded]), match.end())
    return Unit(Kind.MEASURE, _WORD_FORMS[folded]), match.end()


def _symbol(text: str, position: int) -> tuple[Unit, int] | None:
    match = _SYMBOL.match(text, position)
    if match is None:
        return None
    name = SYMBOLS[match["glued"] or match["apart"] or re.sub(r"[\s\u00a0-]+", " ", match["symbol"])]
    return Unit(Kind.DURATION if name == "millisecond" else Kind.MEASURE, name), match.end()


def _degrees(text: str, position: int) -> tuple[Unit, int] | None:
    match = _APART.match(text, position)
    is_told = match is not None and (
        _TENTHS.search(text, max(0, position - 5), position) or _WARMTH.search(text, max(0, position - _WARMTH_REACH), match.end() + 60)
    )
    if match is None or not is_told:
        return None
    return Unit(Kind.MEASURE, SYMBOLS[match["letter"]]), match.end()


def _metre(text: str, position: int) -> tuple[Unit, int] | None:
    for pattern, name in ((_METRE, "metre"), (_TONNE, "tonne"), (_STONE, "stone"), (_INCH, "inch")):
        match = pattern.match(text, position)
        if match:
            return Unit(Kind.MEASURE, name), match.end()
    return None
