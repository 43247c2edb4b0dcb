"""Explanations as text for people and rows for programs."""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from decimal import Decimal

from corroborate.check.words import say, spoken
from corroborate.measure.explain import Explained
from corroborate.model.claims import Attribution, Claim
from corroborate.model.figures import Period, Quantity
from corroborate.model.ranges import Range
from corroborate.publish.printable import one_line
from corroborate.publish.views import Row

INDENT = "    "
LEAST_WIDTH = 40
UNEXPLAINED = frozenset({"id", "revision", "sentence"})


def explanation(found: Iterable[Explained], *, width: int) -> str:
    """Each sentence, its figures with what is known of each, and its other numbers."""
    return "\n\n".join("\n".join(_block(one, width)) for one in found) or "no figure, and no number that could be one"


def explanation_row(one: Explained) -> Row:
    """One sentence for programs, every field of a claim under its own name; offsets count in the text."""
    return {
        "sentence": one.sentence.text,
        "sentence_start": one.sentence.start,
        "figures": [{name: value for name, value in asdict(claim).items() if name not in UNEXPLAINED} for claim in one.claims],
        "unread": [asdict(number) for number in one.unread],
    }


def _block(one: Explained, width: int) -> Iterator[str]:
    yield from textwrap.wrap(one_line(one.sentence.text), max(width, LEAST_WIDTH))
    for claim in one.claims:
        yield f"{INDENT}{one_line(claim.surface)}"
        known = list(_known(claim))
        widest = max(len(name) for name, _ in known)
        yield from (f"{INDENT * 2}{name.ljust(widest)}  {one_line(value)}" for name, value in known)
    for number in one.unread:
        yield f"{INDENT}not a figure: {one_line(number.surface)}, {number.reason}"


def _known(claim: Claim) -> Iterator[tuple[str, str]]:
    """What is read of a claim, each under its name; what the text does not say is left out."""
    yield "read as", f"{claim.kind}: {say(claim.figure)}"
    yield from _figure(claim)
    told = {
        "period": "" if claim.period is None else say(claim.period),
        "done by": claim.deed.actor or "",
        "done to": claim.deed.target or "",
        "scope": ", ".join(claim.scope),
        "said by": _source(claim.attribution),
        "parties": ", ".join(claim.parties),
        "rule": claim.rule,
    }
    yield from ((name, value) for name, value in told.items() if value)


def _figure(claim: Claim) -> Iterator[tuple[str, str]]:
    figure = claim.figure
    if isinstance(figure, Quantity):
        yield "leaves open", _bounds(figure.range)
        yield "approx", str(figure.approx)
        per = f" per {figure.per}" if figure.per else ""
        yield "unit", f"{figure.unit or 'number'}{per}"
        if figure.counted:
            yield "counted", figure.counted
        way = {1: ", up", -1: ", down"}.get(figure.direction, "")
        yield "role", f"{figure.role}{way}"
    if isinstance(figure, Period):
        low, high = figure.range.low, figure.range.high
        yield "leaves open", f"{low}" if low == high else f"{low or 'any day'} to {high or 'any day'}"
        yield "written as", f"{figure.relation} a {figure.granularity}"


def _bounds(bounds: Range[Decimal]) -> str:
    """The range in words; `~` before a bound that usage only suggests."""
    if bounds.low is not None and bounds.low == bounds.high:
        return f"{spoken(bounds.low)} and nothing else"
    low = _bound(bounds.low, "more than " if bounds.low_open else "", is_soft=bounds.low_soft)
    high = _bound(bounds.high, "less than " if bounds.high_open else "", is_soft=bounds.high_soft)
    return f"{low} to {high}"


def _bound(value: Decimal | None, excluded: str, *, is_soft: bool) -> str:
    return "anything" if value is None else f"{excluded}{'~' if is_soft else ''}{spoken(value)}"


def _source(told: Attribution) -> str:
    """Who says so; empty for the reporter's own voice."""
    document = told.document and f"{told.document}{f' of {told.document_date}' if told.document_date else ''}"
    source = ", in a ".join(part for part in (told.speaker, document) if part) if told.speaker else (document or "")
    marks = [
        *([f"cites {', '.join(told.cites)}"] if told.cites else []),
        *(["hedged"] if told.hedged else []),
        *(["denied"] if told.denied else []),
        *([f"cue {told.cue!r}"] if told.cue else []),
    ]
    return "; ".join(part for part in (source, *marks) if part)
