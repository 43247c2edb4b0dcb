"""Text with its figures marked, cut into pieces that a template prints one by one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corroborate.model.claims import Claim, Span
from corroborate.model.records import ClaimRecord


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a text, and the claim whose figure they are, None where they are nobody's."""

    text: str
    claim: ClaimRecord | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence with one figure marked: what stands before it, the figure, what stands behind it."""

    before: str
    figure: str
    after: str


def quoted(claim: Claim) -> Quote:
    """The sentence of a claim with its figure marked."""
    text = claim.sentence.text
    start = max(0, claim.span.start - claim.sentence.start)
    stop = max(start, claim.span.end - claim.sentence.start)
    return Quote(text[:start], text[start:stop], text[stop:])


def paragraphs(text: str, claims: Iterable[ClaimRecord]) -> Iterator[list[Piece]]:
    """The lines of a text that hold anything, each in pieces; of figures that overlap the first and longest is marked."""
    ordered = sorted(claims, key=lambda one: (one.claim.span.start, -one.claim.span.end))
    start = 0
    for line in text.split("\n"):
        stop = start + len(line)
        if line.strip():
            yield list(_pieces(text, Span(start, stop), ordered))
        start = stop + 1


def _pieces(text: str, line: Span, claims: Iterable[ClaimRecord]) -> Iterator[Piece]:
    place = line.start
    for one in claims:
        span = one.claim.span
        if span.start < place or span.end > line.end:
            continue
        if span.start > place:
            yield Piece(text[place : span.start])
        yield Piece(span.cut(text), one)
        place = span.end
    if place < line.end:
        yield Piece(text[place : line.end])
