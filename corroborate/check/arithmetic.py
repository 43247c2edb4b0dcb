"""Figures of one story that do not add up: durations against dates, parts against wholes, percentages against counts."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from corroborate.check.balances import imbalances
from corroborate.check.differences import Finding
from corroborate.check.durations import misfits
from corroborate.check.movements import misfits_of_sentence
from corroborate.check.statements import Position, Statement
from corroborate.check.words import spoken
from corroborate.model.claims import Claim
from corroborate.model.figures import Approx, Kind, Quantity, Role
from corroborate.model.findings import DiscrepancyType
from corroborate.model.wordings import wording

MAKES_UP = re.compile(r"^[^:—–]*(?::|—|–| - |\bcomprising\b|\bconsisting of\b|\bmade up of\b|\bnamely\b)", re.IGNORECASE)
LINK = re.compile(r"^(?:\W|\b(?:and|plus|as well as)\b|\b[a-z’'-]+\b){0,8}$", re.IGNORECASE)
SHARE_OF = re.compile(
    r"\b(?:of|in) (?:(?:its|the|their|all|his|her|a|some|about|around|nearly|more than|over|roughly)\s+)*$", re.IGNORECASE
)
SENTENCE_CLAIMS = 8
LINK_LENGTH = 120
TOLERANCE = Decimal("1.05")


def sums(groups: Mapping[str, Sequence[Position]]) -> dict[str, tuple[Finding, ...]]:
    """What does not add up, by the id of the group that it hangs on."""
    found: dict[str, tuple[Finding, ...]] = {}
    group_of = {one.claim.id: group for group, taken in groups.items() for position in taken for one in position.statements}
    stated = [one for taken in groups.values() for position in taken for one in position.statements]
    for finding in (*misfits(groups), *imbalances(groups), *_within_sentences(stated)):
        group = group_of[finding.sides[0][0].claim.id]
        found[group] = (*found.get(group, ()), finding)
    return found


def _within_sentences(stated: Iterable[Statement]) -> Iterator[Finding]:
    sentences: dict[tuple[str, int], list[Statement]] = {}
    for one in stated:
        sentences.setdefault((one.article.id, one.claim.sentence.start), []).append(one)
    for together in sentences.values():
        if 2 <= len(together) <= SENTENCE_CLAIMS:
            ordered = sorted(together, key=lambda one: one.claim.span.start)
            yield from misfits_of_sentence(ordered)
            yield from _wrong_sum(ordered)
            yield from _wrong_share(ordered)


def _wrong_sum(ordered: Sequence[Statement]) -> Iterator[Finding]:
    """ "12 people died: seven men and four women"."""
    counts = [one for one in ordered if one.claim.kind is Kind.COUNT and _exact(one.claim) is not None]
    if len(counts) < 3 or len(counts) != len(ordered):
        return
    whole, *parts = counts
    if not MAKES_UP.match(_text_between(whole.claim, parts[0].claim)):
        return
    if not all(LINK.match(_text_between(left.claim, right.claim)) for left, right in pairwise(parts)):
        return
    total, summed = _exact(whole.claim), sum((_exact(part.claim) or Decimal(0) for part in parts), Decimal(0))
    if total is None or total == summed:
        return
    listed = " and ".join(wording(part.claim) for part in parts)
    explanation = f"{listed} make {spoken(summed)}, not {spoken(total)}"
    yield Finding(DiscrepancyType.ARITHMETIC, "parts_against_whole", explanation, ((whole,), tuple(parts)))


def _wrong_share(ordered: Sequence[Statement]) -> Iterator[Finding]:
    """ "320 jobs, 25 percent of its 2,100 staff"."""
    for part, share, whole in zip(ordered, ordered[1:], ordered[2:], strict=False):
        kinds = (part.claim.kind, share.claim.kind, whole.claim.kind)
        if kinds != (Kind.COUNT, Kind.PERCENT, Kind.COUNT) or not SHARE_OF.search(_text_between(share.claim, whole.claim)):
            continue
        wrong = _misses(part.claim.figure, share.claim.figure, whole.claim.figure)
        if wrong is not None:
            explanation = f"{wording(part.claim)} of {wording(whole.claim)} is {wrong} percent, not {wording(share.claim)}"
            yield Finding(DiscrepancyType.ARITHMETIC, "percent_against_counts", explanation, ((share,), (part, whole)))


def _misses(part: object, share: object, whole: object) -> Decimal | None:
    """The percentage that the counts give, where the one stated lies outside what all three wordings leave open."""
    if not (isinstance(part, Quantity) and isinstance(share, Quantity) and isinstance(whole, Quantity)):
        return None
    if part.value is None or share.value is None or whole.value is None or whole.value <= part.value or share.role is Role.CHANGE:
        return None
    if {part.approx, share.approx, whole.approx} - {Approx.EXACT, Approx.ABOUT}:
        return None
    low = (part.value - part.grain / 2) / (whole.value + whole.grain / 2) * 100 / TOLERANCE
    high = (part.value + part.grain / 2) / (whole.value - whole.grain / 2) * 100 * TOLERANCE
    if low - share.grain <= share.value <= high + share.grain:
        return None
    return (part.value / whole.value * 100).quantize(Decimal("0.1"))


def _exact(claim: Claim) -> Decimal | None:
    figure = claim.figure
    return figure.value if isinstance(figure, Quantity) and figure.approx is Approx.EXACT else None


def _text_between(left: Claim, right: Claim) -> str:
    start = left.sentence.start
    return left.sentence.text[left.span.end - start : right.span.start - start][:LINK_LENGTH]
