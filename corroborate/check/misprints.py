"""How one figure is mistyped for another: swapped digits, a lost zero, millions for billions."""

from decimal import Decimal

from corroborate.model.figures import Figure, Quantity

FACTORS = (
    (Decimal(10), "one is exactly ten times the other"),
    (Decimal(1000), "one is exactly a thousand times the other"),
    (Decimal(1000000), "one is exactly a million times the other"),
)

# Two numbers of four digits that differ by a swap alone are hardly two counts.
LONG_NUMBER = 4


def slip_between(left: Figure, right: Figure) -> str | None:
    """How one figure may have been mistyped for the other, None where no single slip explains it."""
    if not (isinstance(left, Quantity) and isinstance(right, Quantity)) or left.value is None or right.value is None:
        return None
    small, large = sorted((abs(left.value), abs(right.value)))
    if left.unit != right.unit or small == 0:
        return None
    for factor, name in FACTORS:
        if small * factor == large:
            return name
    return _digit_slip(left, right)


def _digit_slip(left: Quantity, right: Quantity) -> str | None:
    first, second = digits(left), digits(right)
    if len(first) != len(second) or len(first) < 2 or left.value == right.value:
        return None
    wrong = [index for index, pair in enumerate(zip(first, second, strict=True)) if pair[0] != pair[1]]
    if len(wrong) == 2 and wrong[1] == wrong[0] + 1 and first[wrong[0]] == second[wrong[1]] and first[wrong[1]] == second[wrong[0]]:
        return "two neighbouring digits are swapped"
    return None


def digits(quantity: Figure) -> str:
    """The digits of a quantity down to its grain: 28.8 million gives "288"; none for other figures."""
    if not isinstance(quantity, Quantity) or quantity.value is None:
        return ""
    scale = quantity.grain if quantity.grain < 1 or quantity.value % quantity.grain == 0 else Decimal(1)
    return str(int(abs(quantity.value) / scale))


def is_evident(left: Figure, right: Figure) -> bool:
    """Nothing but a slip can be meant: exactly ten times as much, or two digits of a long number swapped."""
    slip = slip_between(left, right)
    return slip is not None and ("exactly" in slip or len(digits(left)) >= LONG_NUMBER)
