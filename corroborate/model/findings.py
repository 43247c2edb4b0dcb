"""What checking finds: how figures relate, verdicts, and typed discrepancies."""

from collections.abc import Collection
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


DISPUTES = frozenset({DiscrepancyType.CONFLICT, DiscrepancyType.TYPO, DiscrepancyType.PARTY})
CHANGES = frozenset({DiscrepancyType.UPDATE, DiscrepancyType.STALE_COPY, DiscrepancyType.CORRECTION})
# Between groups and between sources: the figures of the group itself may agree all the same.
BESIDE = frozenset(
    {DiscrepancyType.UNIT, DiscrepancyType.SCOPE, DiscrepancyType.PERIOD, DiscrepancyType.ARITHMETIC, DiscrepancyType.ATTRIBUTION}
)


class Status(StrEnum):
    """What a reviewer made of a discrepancy."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EXPLAINED = "explained"


DISMISSED = frozenset({Status.REJECTED, Status.EXPLAINED})
"""Of a discrepancy with such a status nobody needs to be told again."""


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
class Support:
    """What a group comes to where nothing is held against its best supported figure: by how many outlets and origins it is
    told, and its range."""

    verdict: Verdict
    low: str | None
    high: str | None


@dataclass(frozen=True, slots=True)
class Assessment:
    """What was found about one claim group.

    `low` and `high` bound the values on which most origins agree: decimal strings for quantities, ISO dates for dates,
    None for ranks and parties or where no range is agreed. `values` are the distinct wordings, most supported first.
    `support` is None where a former version of the program assessed it.
    """

    group: str
    agreement: Agreement
    verdict: Verdict
    low: str | None
    high: str | None
    values: tuple[str, ...]
    discrepancies: tuple[Discrepancy, ...] = ()
    support: Support | None = None


def agreement_of(types: Collection[DiscrepancyType]) -> Agreement:
    """Whether the figures of several outlets agree, by what was found about them."""
    return Agreement.DIFFER if set(types) - BESIDE else Agreement.AGREE


def verdict_of(types: Collection[DiscrepancyType], support: Verdict) -> Verdict:
    """Disputed before updated; where neither, what the best supported figure comes to."""
    if DISPUTES & set(types):
        return Verdict.DISPUTED
    return Verdict.UPDATED if CHANGES & set(types) else support
