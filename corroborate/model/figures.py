"""What a claim can state: a quantity, a stretch of days, a rank, or who took part."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from corroborate.model.ranges import Range


class Kind(StrEnum):
    """What sort of figure a claim states."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    DURATION = "duration"
    DATE = "date"
    PERIOD = "period"
    RANK = "rank"
    PARTY = "party"


class Approx(StrEnum):
    """How the wording hedges a figure."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    BETWEEN = "between"
    VAGUE = "vague"


class Role(StrEnum):
    """What a figure says of its thing; figures of different roles are never compared ("rose by 3", "rose to 98")."""

    LEVEL = "level"
    CHANGE = "change"
    RATIO = "ratio"
    SHARE = "share"
    RATE = "rate"


class Granularity(StrEnum):
    """The calendar unit in which a date is written."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with what its wording leaves open: "nearly 25,000 fake accounts".

    `value` is in base units ("28.8 million" is 28800000, "3 percent" is 3); None where the wording names no point
    ("between 20 and 25", "dozens of"). `grain` is the place value of the last significant digit. `unit` is an ISO 4217
    code, "%", "percentage point", or a singular unit name ("metre", "week"); None for counted things. `counted` is the
    noun phrase counted, in the article's words ("fake accounts"); for money, the thing valued, where stated.
    """

    value: Decimal | None
    range: Range[Decimal]
    approx: Approx
    grain: Decimal
    unit: str | None = None
    counted: str | None = None
    role: Role = Role.LEVEL
    per: str | None = None
    direction: int = 0


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a date's wording leaves open: "in April" is 1 to 30 April.

    `range` has whole days, both ends included; a missing bound ("since March") is None. Both are None where the text
    does not tell enough to resolve the date. `relation` is the preposition's meaning: in, since, until, by, before,
    after, between.
    """

    range: Range[date]
    granularity: Granularity
    relation: str = "in"

    @property
    def is_resolved(self) -> bool:
        """At least one end is known."""
        return self.range.low is not None or self.range.high is not None


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in an order: "one of the largest known attacks".

    `superlative` in lower case ("largest"); `head` the noun ranked ("attacks"); `qualifiers` what narrows the field
    ("known", "ever"); `place` 1 for the largest, 2 for the second largest; `shared` for "one of the".
    """

    superlative: str
    head: str
    qualifiers: tuple[str, ...] = ()
    place: int = 1
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Participation:
    """Who fills a role in an event: the recipients of a letter, the buyer in a takeover.

    `role` names the place to be filled in the trade's words ("letter recipient", "buyer"); `names` are the parties as
    resolved within the article ("Senator Varga" is "Ilse Varga").
    """

    role: str
    names: tuple[str, ...]


Figure = Quantity | Period | Rank | Participation
