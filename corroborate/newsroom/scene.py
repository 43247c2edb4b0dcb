"""What a kind of event consists of: who takes part, what can be asked about it, and how reporters put it.

Clauses begin in lower case and end without a full stop, so that an attribution can stand before or behind them.
Slots: `{dead}` the figure with what is counted, `{dead:n}` without it, `{day:bare}` a date without its preposition,
`{weeks:adj}` "six-week", `{who:plain}` a party without a claim; `{#count 200 900 visitors}` a figure of no event at all;
any other name is of the cast.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from random import Random

from corroborate.model.figures import Kind
from corroborate.model.findings import DiscrepancyType
from corroborate.newsroom.names import Names


@dataclass(frozen=True, slots=True)
class Standing:
    """A rank: "the largest known leak", "one of the largest known leaks"."""

    superlative: str
    head: str
    heads: str
    qualifiers: str = ""
    shared: bool = False

    def words(self) -> tuple[str, str]:
        """What stands before the surface, and the surface."""
        middle = f"{self.superlative} {self.qualifiers}".strip()
        return ("", f"one of the {middle} {self.heads}") if self.shared else ("the ", f"{middle} {self.head}")


Value = Decimal | date | tuple[date, date] | Standing | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Growing:
    """A count that rises from report to report: what is true at each moment."""

    values: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A question that every article about such an event may answer. `source` names who knows, `main` asks what the event is about."""

    key: str
    kind: Kind
    wording: str
    says: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    unit: str | None = None
    source: str = ""
    role: str = ""
    main: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Who or what outlets rest on: a speaker or a document, as named at first (in full) and later."""

    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A kind of event, and in which ways outlets can differ over it.

    `variants` give, for a type of discrepancy and a question, the other question that an outlet answers instead; `rivals`, per
    question, another source that cannot be its source as well; `sums`, per question, all questions whose answers must fit
    together; `doubles`, per question about parties, the members of the cast who are taken for them. `combined` are sentences
    that answer several questions of one source at a time; `recalls` tell of the event from an article about another, and
    `known_by` are the members of the cast that tell it from others of its kind. Of a `national` event a country has one at a
    time: its double happens abroad.
    """

    name: str
    cast: Callable[[Names], dict[str, str]]
    facts: Callable[[Random, date, Mapping[str, str]], dict[str, Value | Growing]]
    asks: tuple[Ask, ...]
    headlines: tuple[str, ...]
    leads: tuple[str, ...]
    filler: tuple[str, ...]
    background: tuple[str, ...]
    sources: Mapping[str, Source]
    variants: Mapping[tuple[DiscrepancyType, str], str] = field(default_factory=dict)
    rivals: Mapping[str, str] = field(default_factory=dict)
    sums: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    doubles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    combined: tuple[str, ...] = ()
    recalls: tuple[str, ...] = ()
    known_by: tuple[str, ...] = ()
    national: bool = False

    def ask(self, key: str) -> Ask:
        """The question of that key."""
        return next(ask for ask in self.asks if ask.key == key)

    def regular(self) -> tuple[Ask, ...]:
        """The questions that are no variants of others."""
        return tuple(ask for ask in self.asks if ask.key not in self.variants.values())


def whole(rng: Random, low: int, high: int) -> Decimal:
    """A number between two, small ones more often than large ones, rarely round."""
    drawn = int(low * (high / low) ** rng.random())
    return Decimal(drawn + 1 if drawn > 100 and drawn % 10 == 0 else drawn)


def large(rng: Random, low: int, high: int, digits: int = 3) -> Decimal:
    """A large number known to so many digits."""
    drawn = Decimal(int(low * (high / low) ** rng.random()))
    place = Decimal(1).scaleb(drawn.adjusted() - digits + 1)
    return (drawn / place).to_integral_value() * place


def share(rng: Random, low: float, high: float) -> Decimal:
    """A percentage with one decimal."""
    return Decimal(str(round(rng.uniform(low, high), 1)))


def growing(rng: Random, low: int, high: int) -> Growing:
    """A toll: each count at least a quarter above the one before."""
    initial = rng.randint(low, high)
    second = int(initial * rng.uniform(1.3, 1.8)) + 2
    return Growing((Decimal(initial), Decimal(second), Decimal(int(second * rng.uniform(1.25, 1.5)) + 2)))
