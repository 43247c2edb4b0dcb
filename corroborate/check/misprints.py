"""How one figure is mistyped for another: swapped digits, a lost zero, millions for billions."""

from decimal import Decimal

from corroborate.model.digits import neighbours_swapped
from corroborate.model.figures import Figure, Quantity

FACTORS = (
    (Decimal(10), "one is exactly ten times the other"),
    (Decimal(1000), "one is exactly a thousand times the other"),
    (Decimal(1000000), "one is exactly a million times the other"),
)

# Two numbers of four digits that differ by a swap alone are hardly two counts.
LONG_NUMBER = 4
THOUSAND, TELLING = 1000, 3


def slip_between(left: Figure, right: Figure) -> str | None:
    """How one figure may have been mistyped for the other, None where no single slip explains it."""
    if not (isinstance(left, Quantity) and isinstance(right, Quantity)) or left.value is None or right.value is None:
        return None
    small, large = sorted((abs(left.value), abs(right.value)))
    if left.unit != right.unit or small == 0 or (small == 1 and left.unit is None):
        # Nobody writes one for a thousand.
        return None
    for factor, name in FACTORS:
        if small * factor == large:
            return name
    return _digit_slip(left, right)


def _digit_slip(left: Quantity, right: Quantity) -> str | None:
    if left.value is None or right.value is None or left.value == right.value:
        return None
    are_swapped = neighbours_swapped(digits(left), digits(right)) or neighbours_swapped(*_at_one_grain(left, right))
    return "two neighbouring digits are swapped" if are_swapped else None


def _at_one_grain(left: Quantity, right: Quantity) -> tuple[str, str]:
    """The digits of both down to the finer grain: "140" and "104" of 140,000 and 104,000."""
    grain = min(left.grain, right.grain)
    first, second = (abs(one.value or Decimal(0)) / grain for one in (left, right))
    return (str(int(first)), str(int(second))) if first % 1 == 0 and second % 1 == 0 else ("", "")


def digits(quantity: Figure) -> str:
    """The digits of a quantity down to its grain: 28.8 million gives "288"; none for other figures."""
    if not isinstance(quantity, Quantity) or quantity.value is None:
        return ""
    scale = quantity.grain if quantity.grain < 1 or quantity.value % quantity.grain == 0 else Decimal(1)
    return str(int(abs(quantity.value) / scale))


def is_evident(left: Figure, right: Figure) -> bool:
    """Nothing but a slip can be meant: exactly ten times as much, or two digits of a long number swapped."""
    slip = slip_between(left, right)
    return slip is not None and ("exactly" in slip or len(digits(left)) >= LONG_NUMBER or _is_long_when_written(left))


def _is_long_when_written(figure: Figure) -> bool:
    """ "1,410" has four digits, though its last is a nought."""
    return isinstance(figure, Quantity) and figure.value is not None and abs(figure.value) >= THOUSAND and len(digits(figure)) >= TELLING
