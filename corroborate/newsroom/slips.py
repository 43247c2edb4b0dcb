"""How figures go wrong on the way into print: swapped digits, a lost zero, a hedge on the wrong side."""

from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from random import Random

from corroborate.model.figures import Approx
from corroborate.newsroom.wording import Form, range_of, rounded

RATES = {"USD": Decimal(1), "EUR": Decimal("0.92"), "GBP": Decimal("0.79"), "CHF": Decimal("0.89")}


def other_number(value: Decimal, rng: Random) -> Decimal:
    """A figure too far off to be a rounding, and no misprint of the true one."""
    factor = Decimal(str(rng.choice((rng.uniform(0.55, 0.75), rng.uniform(1.3, 1.7)))))
    digits = max(2, min(4, len(value.normalize().as_tuple().digits)))
    moved = rounded(value * factor, digits)
    return moved.to_integral_value() if value == value.to_integral_value() else moved


def other_day(day: date, seen: date, rng: Random) -> date:
    """A day near by on the same side of the day of publication."""
    step = timedelta(days=rng.randint(2, 5))
    return day - step if day <= seen else day + step


def misprint(value: Decimal, rng: Random) -> Decimal | None:
    """The figure with two digits swapped, ten times as large, or in billions for millions; None where nothing can be swapped."""
    options = [swapped for place in range(3) if (swapped := _swapped(value, place)) is not None]
    if value >= 10_000:
        options.append(value * 10)
    if 10**6 <= value < 10**9:
        options.append(value * 1000)
    return rng.choice(options) if options else None


def _swapped(value: Decimal, place: int) -> Decimal | None:
    sign, digits, exponent = value.as_tuple()
    if len(digits) < place + 2 or digits[place] == digits[place + 1] or (place == 0 and digits[1] == 0):
        return None
    turned = (*digits[:place], digits[place + 1], digits[place], *digits[place + 2 :])
    swapped = Decimal((sign, turned, int(exponent)))
    return swapped if abs(swapped - value) > value / 100 else None


def slipped_hedge(value: Decimal) -> Form | None:
    """Rounded well and hedged on the wrong side: "nearly 25,000" for 25,300."""
    down, up = rounded(value, 2, ROUND_FLOOR), rounded(value, 2, ROUND_CEILING)
    if value < 1000 or down == up:
        return None
    if value - down < up - value:
        return Form(Approx.NEARLY, down, scaled=down >= 10**6)
    return Form(Approx.MORE_THAN, up, scaled=up >= 10**6)


def stretched_hedge(value: Decimal) -> Form | None:
    """True as far as it goes, yet nobody would put it so: "more than 17,000" for 28,800."""
    low = rounded(value * Decimal("0.62"), 2, ROUND_FLOOR)
    form = Form(Approx.MORE_THAN, low, scaled=low >= 10**6)
    high = range_of(form).high
    return form if value >= 1000 and high is not None and value > high else None


def converted(value: Decimal, currency: str, other: str) -> Decimal:
    """The sum in another currency, to three digits."""
    return rounded(value / RATES[currency] * RATES[other], 3)
