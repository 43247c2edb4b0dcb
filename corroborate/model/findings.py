"""What checking finds: how figures relate, verdicts, and typed discrepancies."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Relation(StrEnum):
    """How two figures that answer one question stand to each other."""

    SAME = "same"
    COMPATIBLE = "compatible"
    TENSION = "tension"
    CONFLICT = "conflict"
    INCOMPARABLE = "incomparable"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A relation with the sentence that gives its reason."""

    relation: Relation
    reason: str


class Verdict(StrEnum):
    """What can be said of a claim group; read off agreement and independence."""

    CORROBORATED = "corroborated"
    REPEATED = "repeated"
    SINGLE = "single"
    DISPUTED = "disputed"
    UPDATED = "updated"


class Agreement(StrEnum):
    """Whether the figures of a group agree, whoever they come from."""

    AGREE = "agree"
    DIFFER = "differ"
    ALONE = "alone"


class DiscrepancyType(StrEnum):
    """Kinds of difference, in the order in which they are tested."""

    UNIT = "unit"
    SCOPE = "scope"
    PERIOD = "period"
    UPDATE = "update"
    STALE_COPY = "stale_copy"
    CORRECTION = "correction"
    ROUNDING = "rounding"
    TYPO = "typo"
    PART_WHOLE = "part_whole"
    ARITHMETIC = "arithmetic"
    ATTRIBUTION = "attribution"
    PARTY = "party"
    RANK = "rank"
    TENSION = "tension"
    CONFLICT = "conflict"


class Status(StrEnum):
    """What a reviewer made of a discrepancy."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EXPLAINED = "explained"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a discrepancy: what it says, who says so, and the sentence that can be shown."""

    value: str
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    claims: tuple[str, ...]
    quote: str
    url: str


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A typed difference between sides, with the rule that found it and a reason in plain words."""

    id: str
    group: str
    story: str
    type: DiscrepancyType
    about: str
    rule: str
    reason: str
    sides: tuple[Side, ...]
    first_seen: datetime
    status: Status = Status.OPEN


@dataclass(frozen=True, slots=True)
class Assessment:
    """What was found about one claim group.

    `low` and `high` bound the values on which most origins agree: decimal strings for quantities, ISO dates for dates,
    None for ranks and parties or where no range is agreed. `values` are the distinct wordings, most supported first.
    """

    group: str
    agreement: Agreement
    verdict: Verdict
    low: str | None
    high: str | None
    values: tuple[str, ...]
    discrepancies: tuple[Discrepancy, ...] = ()
