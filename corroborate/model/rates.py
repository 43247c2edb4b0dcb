"""What a unit of a currency is worth in another, as the user says; nothing here knows a rate by itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Rates:
    """A table of exchange rates: with the base USD, `{"EUR": 1.08}` says that a euro is worth 1.08 dollars, on `day` if told."""

    base: str
    worth: Mapping[str, Decimal] = field(default_factory=lambda: MappingProxyType({}))
    day: date | None = None

    def rate(self, unit: str, into: str) -> Decimal | None:
        """How many of `into` one of `unit` is, None where the table does not say.

        >>> Rates("USD", {"EUR": Decimal("1.25"), "GBP": Decimal("1.5")}).rate("GBP", "EUR")
        Decimal('1.2')
        """
        first, second = self._worth(unit), self._worth(into)
        return None if first is None or second is None else first / second

    def __reduce__(self) -> tuple[object, ...]:
        # A read-only view of a dict cannot be pickled.
        return Rates, (self.base, dict(self.worth), self.day)

    def _worth(self, unit: str) -> Decimal | None:
        return Decimal(1) if unit == self.base else self.worth.get(unit)
