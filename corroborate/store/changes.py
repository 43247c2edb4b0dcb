"""Which figures differ between two versions of an article: the silent "42 -> 57". A pure rule."""

import re
from collections.abc import Iterable, Sequence
from itertools import product

from corroborate.model.articles import Reading
from corroborate.model.claims import Claim
from corroborate.model.figures import Participation, Period, Quantity, Rank
from corroborate.model.records import FigureChange

ALIKE = 0.5
"""Share of words that two sentences have in common from which on they count as one sentence, edited."""
TOPIC = 0.3
"""What the same thing counted adds to the likeness of two sentences."""
READ = 1000
"""Characters of a sentence that are compared."""
COMPARED = 200
"""Figures of one kind looked at on each side: bounds the work on a page made of figures."""
WORD = re.compile(r"[^\W\d_]+")


def figure_changes(old: Reading, new: Reading) -> tuple[FigureChange, ...]:
    """What an edit did to the figures, in the order of the text.

    A figure that only moved, or is only worded anew ("42", "forty-two"), has not changed. What is left is paired by kind
    and by likeness of the sentences around; what finds no partner came or went.
    """
    gone, come = _without_shared(old.claims, new.claims), _without_shared(new.claims, old.claims)
    pairs = _pairs(gone, come)
    replaced, replacing = {left.id for left, _ in pairs}, {right.id for _, right in pairs}
    found = [(right.span.start, FigureChange(left.surface, right.surface, right.kind, right.sentence.text)) for left, right in pairs]
    found += [
        (claim.span.start, FigureChange(None, claim.surface, claim.kind, claim.sentence.text))
        for claim in come
        if claim.id not in replacing
    ]
    found += [
        (claim.span.start, FigureChange(claim.surface, None, claim.kind, claim.sentence.text)) for claim in gone if claim.id not in replaced
    ]
    return tuple(change for _, change in sorted(found, key=lambda place: (place[0], str(place[1]))))


def _without_shared(claims: Iterable[Claim], others: Iterable[Claim]) -> list[Claim]:
    shared = {_statement(claim) for claim in others}
    return [claim for claim in claims if _statement(claim) not in shared]


def _statement(claim: Claim) -> tuple[object, ...]:
    """What is stated, whatever the wording."""
    figure = claim.figure
    if isinstance(figure, Quantity):
        bounds = (figure.value,) if figure.value is not None else (figure.range.low, figure.range.high)
        return (claim.kind, *bounds, figure.unit)
    if isinstance(figure, Period):
        return (claim.kind, figure.range.low, figure.range.high)
    if isinstance(figure, Rank):
        return (claim.kind, figure.superlative, figure.head, figure.place, figure.shared)
    return (claim.kind, figure.role, frozenset(figure.names))


def _pairs(gone: Sequence[Claim], come: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Most alike first; each figure is used once."""
    words = {claim.id: frozenset(WORD.findall(claim.sentence.text[:READ].casefold())) for claim in (*gone, *come)}
    scored = [
        (-likeness, left.span.start, right.span.start, left, right)
        for kind in sorted({claim.kind for claim in gone})
        for left, right in product(_of_kind(gone, kind), _of_kind(come, kind))
        if (likeness := _overlap(words[left.id], words[right.id]) + _same_topic(left, right)) >= ALIKE
    ]
    pairs, used = list[tuple[Claim, Claim]](), set[str]()
    for *_, left, right in sorted(scored, key=lambda place: place[:3]):
        if not {left.id, right.id} & used:
            pairs.append((left, right))
            used |= {left.id, right.id}
    return pairs


def _of_kind(claims: Iterable[Claim], kind: str) -> list[Claim]:
    return [claim for claim in claims if claim.kind == kind][:COMPARED]


def _overlap(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Words in common, of all words."""
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 1.0


def _same_topic(left: Claim, right: Claim) -> float:
    """The same thing counted brings sentences together that were rewritten."""
    return TOPIC if _topic(left) is not None and _topic(left) == _topic(right) else 0.0


def _topic(claim: Claim) -> str | None:
    figure = claim.figure
    if isinstance(figure, Quantity):
        return figure.counted.casefold() if figure.counted else figure.unit
    if isinstance(figure, Rank):
        return figure.head
    return figure.role if isinstance(figure, Participation) else None
