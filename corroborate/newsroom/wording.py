"""How a newsroom writes a figure: in digits or words, rounded, hedged, between two bounds, and what each wording leaves open.

Every wording that is not planted as an error admits the true figure; `admits` says so by the table of meanings in which the
whole program is written.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from random import Random

from corroborate.model.figures import Approx, Kind
from corroborate.model.ranges import Range

HEDGES: dict[Approx, tuple[str, ...]] = {
    Approx.EXACT: ("",),
    Approx.ABOUT: ("about", "around", "roughly", "some", "approximately", "an estimated", "in the region of"),
    Approx.NEARLY: ("nearly", "almost", "close to", "just under", "approaching", "just short of"),
    Approx.MORE_THAN: ("more than", "over", "upwards of", "well over", "just over", "in excess of"),
    Approx.AT_LEAST: ("at least", "no fewer than", "a minimum of"),
    Approx.LESS_THAN: ("fewer than", "under", "below"),
    Approx.AT_MOST: ("up to", "as many as"),
}
VAGUE = (("dozens", 24, 99), ("scores", 40, 99), ("hundreds", 200, 999), ("thousands", 2000, 9999))
SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
SCALES = ((Decimal(10**9), "billion", "bn"), (Decimal(10**6), "million", "m"))
CURRENCIES: dict[str, tuple[str, str]] = {
    "USD": ("$", "dollars"),
    "EUR": ("€", "euros"),
    "GBP": ("£", "pounds"),
    "CHF": ("CHF ", "Swiss francs"),
    "AUD": ("A$", "Australian dollars"),
    "SEK": ("SEK ", "Swedish kronor"),
}
SHORT_UNITS = {"millimetre": "mm", "kilometre": "km", "kilometre per hour": "km/h", "tonne": "t", "hectare": "ha", "metre": "m"}


@dataclass(frozen=True, slots=True)
class Style:
    """An outlet's house rules for figures and dates."""

    scale: str = "word"
    percent: str = "percent"
    spell_to: int = 9
    short_units: bool = False
    money: str = "sign"
    month_first: bool = True
    short_months: bool = False
    hedging: float = 0.5
    title_case: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """What is written of a figure: the number after rounding, its hedge, and whether "million" is spelled out."""

    approx: Approx
    value: Decimal | None
    scaled: bool = False
    low: Decimal | None = None
    high: Decimal | None = None
    word: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A figure in words: hedge, surface, what follows. "or more" follows."""

    before: str
    surface: str
    after: str
    form: Form


def place_value(value: Decimal, digits: int) -> Decimal:
    """The place of the last of so many significant digits."""
    return Decimal(1).scaleb(value.adjusted() - digits + 1)


def rounded(value: Decimal, digits: int, rounding: str = ROUND_HALF_UP) -> Decimal:
    """The value to so many significant digits."""
    place = place_value(value, digits)
    return (value / place).to_integral_value(rounding) * place


def grain(form: Form) -> Decimal:
    """The place value of the last digit that counts; an integer with fewer than two zeros at its end is meant to the unit."""
    assert form.value is not None
    stripped = form.value.normalize()
    last = Decimal(1).scaleb(int(stripped.as_tuple().exponent))
    if form.scaled:
        scale = next(scale for scale, _, _ in SCALES if form.value >= scale)
        return min(last, scale)
    return last if last >= 100 or last < 1 else Decimal(1)


def range_of(form: Form) -> Range[Decimal]:
    """What the wording leaves open."""
    if form.value is None:
        soft = form.approx is Approx.VAGUE
        return Range(form.low, form.high, low_soft=soft, high_soft=soft)
    value, step = form.value, grain(form)
    if form.approx is Approx.EXACT:
        blurred = form.scaled or value != value.to_integral_value()
        return Range(value - step / 2, value + step if step >= 1 else value + step / 2, high_open=True) if blurred else Range(value, value)
    table = {
        Approx.ABOUT: Range(value - max(step, value / 20), value + max(step, value / 20), low_soft=True, high_soft=True),
        Approx.NEARLY: Range(max(value - step, value * 9 / 10), value, low_soft=True, low_open=True, high_open=True),
        Approx.MORE_THAN: Range(value, value + step, low_open=True, high_soft=True, high_open=True),
        Approx.AT_LEAST: Range(value, value + step, high_soft=True, high_open=True),
        Approx.LESS_THAN: Range(value - step, value, low_soft=True, low_open=True, high_open=True),
        Approx.AT_MOST: Range(None, value),
    }
    return table[form.approx]


def admits(form: Form, true: Decimal) -> bool:
    """The true figure lies in what the wording leaves open, or is what the bare round number rounds."""
    if range_of(form).meets(Range(true, true)):
        return True
    if form.approx is not Approx.EXACT or form.value is None:
        return False
    last = Decimal(1).scaleb(int(form.value.normalize().as_tuple().exponent))
    return (true / last).to_integral_value(ROUND_HALF_UP) * last == form.value


def forms(true: Decimal, kind: Kind) -> Iterator[Form]:
    """Every wording of a figure that an editor would let pass."""
    yield Form(Approx.EXACT, true, scaled=_short(true))
    if kind is Kind.DURATION or true < 20 or (kind is Kind.MONEY and true < 1000):
        return
    digits = 3 if true >= 10_000 else 2
    near, up, down = (rounded(true, 2, how) for how in (ROUND_HALF_UP, ROUND_CEILING, ROUND_FLOOR))
    yield Form(Approx.EXACT, rounded(true, digits), scaled=true >= 10**6)
    for approx, value in ((Approx.ABOUT, near), (Approx.NEARLY, up), (Approx.MORE_THAN, down), (Approx.LESS_THAN, up)):
        yield Form(approx, value, scaled=value >= 10**6)
    yield Form(Approx.MORE_THAN, rounded(true, 3, ROUND_FLOOR), scaled=true >= 10**6)
    if kind is Kind.COUNT:
        yield Form(Approx.AT_LEAST, true if true < 1000 else down, scaled=true >= 10**6)
        yield Form(Approx.AT_MOST, up, scaled=up >= 10**6)
        yield from (Form(Approx.VAGUE, None, low=Decimal(low), high=Decimal(high), word=word) for word, low, high in VAGUE)
    if up != down and kind is not Kind.PERCENT:
        yield Form(Approx.BETWEEN, None, scaled=down >= 10**6, low=down, high=up)


def honest(true: Decimal, kind: Kind) -> tuple[Form, ...]:
    """The wordings that admit the true figure; the plain one first."""
    found = dict.fromkeys(form for form in forms(true, kind) if admits(form, true) and form.value != 0)
    return tuple(found)


def choose(options: tuple[Form, ...], style: Style, rng: Random) -> Form:
    """A wording after the outlet's taste; vague ones and upper bounds are rare."""
    if rng.random() > style.hedging:
        return options[0]
    rare = {Approx.VAGUE: 0.15, Approx.AT_MOST: 0.2, Approx.BETWEEN: 0.5, Approx.LESS_THAN: 0.3}
    return rng.choices(options, [rare.get(form.approx, 1.0) for form in options])[0]


def spelled(value: Decimal, style: Style, *, scaled: bool) -> str:
    """The number alone: "4,317", "28.8 million", "28.8m", "nine"."""
    if scaled:
        scale, word, letter = next(row for row in SCALES if value >= row[0])
        number = format((value / scale).normalize(), "f")
        return f"{number}{letter}" if style.scale == "letter" else f"{number} {word}"
    if value == value.to_integral_value() and value <= style.spell_to:
        return in_words(int(value))
    return format(value.normalize() if value != value.to_integral_value() else value.to_integral_value(), ",f")


def _short(value: Decimal) -> bool:
    return value >= 10**6 and len(value.normalize().as_tuple().digits) <= 4


def _digits_only(style: Style) -> Style:
    return replace(style, spell_to=0)


def dressed(value: Decimal, unit: str | None, style: Style, *, scaled: bool) -> str:
    """The number with what belongs to it: currency, percent sign, measure."""
    if unit in CURRENCIES:
        sign, word = CURRENCIES[unit]
        number = spelled(value, _digits_only(style), scaled=scaled)
        if style.money == "words" and style.scale == "word":
            return f"{number} {word}"
        return f"{unit} {number}" if style.money == "code" else f"{sign}{number}"
    if unit == "%":
        number = spelled(value, _digits_only(style), scaled=False)
        return f"{number}%" if style.percent == "%" else f"{number} {style.percent}"
    if unit == "magnitude":
        return f"magnitude {spelled(value, _digits_only(style), scaled=False)}"
    if unit is None:
        return spelled(value, style, scaled=scaled)
    if style.short_units and unit in SHORT_UNITS:
        return f"{spelled(value, _digits_only(style), scaled=False)}{SHORT_UNITS[unit]}"
    return f"{spelled(value, style, scaled=scaled)} {plural(unit) if value != 1 else unit}"


def plural(unit: str) -> str:
    """ "kilometre per hour" -> "kilometres per hour"."""
    head, _, rest = unit.partition(" ")
    return f"{head}s {rest}".strip()


def phrase(form: Form, unit: str | None, style: Style, rng: Random) -> Phrase:
    """The wording as it is printed."""
    if form.approx is Approx.VAGUE:
        return Phrase("", form.word, " of", form)
    if form.approx is Approx.BETWEEN:
        return _two_bounds(form, unit, style, rng)
    assert form.value is not None
    surface = dressed(form.value, unit, style, scaled=form.scaled)
    if form.approx is Approx.AT_LEAST and unit is None and rng.random() < 0.2:
        return Phrase("", surface, " or more", form)
    hedge = rng.choice(HEDGES[form.approx])
    if hedge == "fewer than" and unit is not None:
        hedge = "less than"
    return Phrase(f"{hedge} " if hedge else "", surface, "", form)


def _two_bounds(form: Form, unit: str | None, style: Style, rng: Random) -> Phrase:
    """ "between 28 million and 29 million", "$20 to $25 million"; what both bounds share may be said once."""
    assert form.low is not None
    assert form.high is not None
    low, high = (dressed(bound, unit, _digits_only(style), scaled=bound >= 10**6 and form.scaled) for bound in (form.low, form.high))
    shared = _shared_ending(low, high)
    if shared and rng.random() < 0.5:
        low = low.removesuffix(shared)
    before, glue = rng.choice((("between ", " and "), ("", " to ")))
    return Phrase(before, f"{low}{glue}{high}", "", form)


def _shared_ending(low: str, high: str) -> str:
    words = low.partition(" ")[2] if low[:1].isdigit() or low[:1] in "$€£" else ""
    return f" {words}" if words and high.endswith(f" {words}") else ""


def in_words(value: int) -> str:
    """A number below a hundred as a sentence begins with it: "twenty-nine"."""
    if value < 10:
        return SMALL[value]
    if value < 20:
        return TEENS[value - 10]
    tens, ones = divmod(value, 10)
    return TENS[tens - 2] + (f"-{SMALL[ones]}" if ones else "")
