"""Figures and attributions as JSON documents, exact and back again; and as numbers that a database can sort by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from corroborate.model.claims import Attribution
from corroborate.model.figures import Approx, Figure, Granularity, Participation, Period, Quantity, Rank, Role
from corroborate.model.ranges import Range

Document = dict[str, Any]


def quantity_document(quantity: Quantity) -> Document:
    """Decimals as text, so that none is rounded."""
    return {
        "type": "quantity",
        "value": _text(quantity.value),
        "range": _range_document(quantity.range),
        "approx": quantity.approx.value,
        "grain": str(quantity.grain),
        "unit": quantity.unit,
        "counted": quantity.counted,
        "role": quantity.role.value,
        "per": quantity.per,
        "direction": quantity.direction,
    }


def quantity_from(document: Mapping[str, Any]) -> Quantity:
    """The quantity that `quantity_document` wrote."""
    bounds, flags = _bounds(document["range"])
    low, high = (None if bound is None else Decimal(bound) for bound in bounds)
    return Quantity(
        value=None if document["value"] is None else Decimal(document["value"]),
        range=Range(low, high, **flags),
        approx=Approx(document["approx"]),
        grain=Decimal(document["grain"]),
        unit=document["unit"],
        counted=document["counted"],
        role=Role(document["role"]),
        per=document["per"],
        direction=document["direction"],
    )


def period_document(period: Period) -> Document:
    """Days as ISO dates."""
    return {
        "type": "period",
        "range": _range_document(period.range),
        "granularity": period.granularity.value,
        "relation": period.relation,
    }


def period_from(document: Mapping[str, Any]) -> Period:
    """The period that `period_document` wrote."""
    bounds, flags = _bounds(document["range"])
    low, high = (None if bound is None else date.fromisoformat(bound) for bound in bounds)
    return Period(Range(low, high, **flags), Granularity(document["granularity"]), document["relation"])


def rank_document(rank: Rank) -> Document:
    """A rank, field by field."""
    return {
        "type": "rank",
        "superlative": rank.superlative,
        "head": rank.head,
        "qualifiers": list(rank.qualifiers),
        "place": rank.place,
        "shared": rank.shared,
    }


def rank_from(document: Mapping[str, Any]) -> Rank:
    """The rank that `rank_document` wrote."""
    return Rank(document["superlative"], document["head"], tuple(document["qualifiers"]), document["place"], document["shared"])


def participation_document(participation: Participation) -> Document:
    """A participation, field by field."""
    return {"type": "participation", "role": participation.role, "names": list(participation.names)}


def participation_from(document: Mapping[str, Any]) -> Participation:
    """The participation that `participation_document` wrote."""
    return Participation(document["role"], tuple(document["names"]))


READERS: dict[str, Callable[[Mapping[str, Any]], Figure]] = {
    "quantity": quantity_from,
    "period": period_from,
    "rank": rank_from,
    "participation": participation_from,
}


def figure_document(figure: Figure) -> Document:
    """Any figure as a JSON document."""
    if isinstance(figure, Quantity):
        return quantity_document(figure)
    if isinstance(figure, Period):
        return period_document(figure)
    if isinstance(figure, Rank):
        return rank_document(figure)
    return participation_document(figure)


def figure_from(document: Mapping[str, Any]) -> Figure:
    """The figure that `figure_document` wrote."""
    return READERS[document["type"]](document)


def attribution_document(attribution: Attribution) -> Document:
    """Who says so, field by field."""
    return {
        "speaker": attribution.speaker,
        "document": attribution.document,
        "document_date": _text(attribution.document_date),
        "cites": list(attribution.cites),
        "cue": attribution.cue,
        "hedged": attribution.hedged,
        "denied": attribution.denied,
    }


def attribution_from(document: Mapping[str, Any]) -> Attribution:
    """The attribution that `attribution_document` wrote."""
    day = document["document_date"]
    return Attribution(
        speaker=document["speaker"],
        document=document["document"],
        document_date=None if day is None else date.fromisoformat(day),
        cites=tuple(document["cites"]),
        cue=document["cue"],
        hedged=document["hedged"],
        denied=document["denied"],
    )


@dataclass(frozen=True, slots=True)
class Bounds:
    """A figure as a query sees it: from `low` to `high`, or from day to day; infinite where the wording sets no bound."""

    low: float | None = None
    high: float | None = None
    first_day: date | None = None
    last_day: date | None = None


def bounds_of(figure: Figure) -> Bounds:
    """A stated value is both its bounds; a wording without one has those of its range."""
    if isinstance(figure, Period):
        return Bounds(first_day=figure.range.low, last_day=figure.range.high)
    if not isinstance(figure, Quantity):
        return Bounds()
    if figure.value is not None:
        return Bounds(float(figure.value), float(figure.value))
    low, high = figure.range.low, figure.range.high
    return Bounds(float("-inf") if low is None else float(low), float("inf") if high is None else float(high))


def _range_document(bounds: Range[Any]) -> Document:
    return {
        "low": _text(bounds.low),
        "high": _text(bounds.high),
        "low_soft": bounds.low_soft,
        "high_soft": bounds.high_soft,
        "low_open": bounds.low_open,
        "high_open": bounds.high_open,
        "slack": _text(bounds.slack),
    }


def _bounds(document: Mapping[str, Any]) -> tuple[tuple[str | None, str | None], dict[str, Any]]:
    flags = {name: document[name] for name in ("low_soft", "high_soft", "low_open", "high_open")}
    slack = document.get("slack")
    return (document["low"], document["high"]), {**flags, "slack": None if slack is None else Decimal(slack)}


def _text(value: Decimal | date | None) -> str | None:
    return None if value is None else str(value)
