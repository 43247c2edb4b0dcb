"""Figures of one story that do not add up: durations against dates, parts against wholes, percentages against counts."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from corroborate.check.balances import imbalances
from corroborate.check.dates import compare_duration, is_stretch
from corroborate.check.differences import Finding
from corroborate.check.statements import Position, Statement
from corroborate.check.words import spoken
from corroborate.model.claims import Claim
from corroborate.model.figures import Approx, Kind, Period, Quantity, Role
from corroborate.model.findings import DiscrepancyType, Relation
from corroborate.model.wordings import wording

LASTING = re.compile(
    r"\b(?P<subject>[a-z]{4,}) (?:has |had )?(?:lasted|lasts|went on|goes on|continued|continues|ran|runs|took|takes|"
    r"dragged on|stretched)\b"
    r"[^.;]{0,30}$",
    re.IGNORECASE,
)
LONG = re.compile(r"^(?:-| |-long |-old | long )?(?P<subject>[a-z]{4,})", re.IGNORECASE)
PLURAL_UNIT = re.compile(r"(?:seconds|minutes|hours|days|weeks|months|years)$", re.IGNORECASE)
MAKES_UP = re.compile(r"^[^:—–]*(?::|—|–| - |\bcomprising\b|\bconsisting of\b|\bmade up of\b|\bnamely\b)", re.IGNORECASE)
LINK = re.compile(r"^(?:\W|\b(?:and|plus|as well as)\b|\b[a-z’'-]+\b){0,8}$", re.IGNORECASE)
SHARE_OF = re.compile(
    r"\b(?:of|in) (?:(?:its|the|their|all|his|her|a|some|about|around|nearly|more than|over|roughly)\s+)*$", re.IGNORECASE
)
AGE = "age"
SENTENCE_CLAIMS = 8
LINK_LENGTH = 120
TOLERANCE = Decimal("1.05")


def sums(groups: Mapping[str, Sequence[Position]]) -> dict[str, tuple[Finding, ...]]:
    """What does not add up, by the id of the group that it hangs on."""
    found: dict[str, tuple[Finding, ...]] = {}
    group_of = {one.claim.id: group for group, taken in groups.items() for position in taken for one in position.statements}
    stated = [one for taken in groups.values() for position in taken for one in position.statements]
    for finding in (*_durations(groups), *imbalances(groups), *_within_sentences(stated)):
        group = group_of[finding.sides[0][0].claim.id]
        found[group] = (*found.get(group, ()), finding)
    return found


def _durations(groups: Mapping[str, Sequence[Position]]) -> Iterator[Finding]:
    """A duration that does not fit the dates given for the same thing, by whichever outlets, and no other dates either."""
    everything = [position for taken in groups.values() for position in taken]
    stretches = [position for position in everything if isinstance(position.lead, Period) and is_stretch(position.lead)]
    for duration in everything:
        if (
            not isinstance(duration.lead, Quantity)
            or duration.statements[0].claim.kind is not Kind.DURATION
            or duration.lead.counted == AGE
        ):
            continue
        beside = [stretch for stretch in stretches if _same_subject(duration, stretch)]
        found = [_misfit(duration.lead, duration, stretch) for stretch in beside]
        misfits = [finding for finding in found if finding is not None]
        if misfits and len(misfits) == len(found):
            yield misfits[0]


def _misfit(length: Quantity, duration: Position, stretch: Position) -> Finding | None:
    assert isinstance(stretch.lead, Period)
    comparison = compare_duration(length, stretch.lead)
    if comparison.relation is not Relation.CONFLICT:
        return None
    return Finding(DiscrepancyType.ARITHMETIC, "duration_against_dates", comparison.reason, (duration.statements, stretch.statements))


def _same_subject(duration: Position, stretch: Position) -> bool:
    """They stand in one sentence, or the thing that is said to have lasted so long is that of the dates."""
    sentences = {(one.article.id, one.claim.sentence.start) for one in stretch.statements}
    if any((one.article.id, one.claim.sentence.start) in sentences for one in duration.statements):
        return True
    subjects = {subject for one in duration.statements if (subject := subject_of(one.claim)) is not None}
    texts = [one.claim.sentence.text.lower() for one in stretch.statements]
    return any(re.search(rf"\b{re.escape(subject)}\b", text) for subject in subjects for text in texts)


def subject_of(claim: Claim) -> str | None:
    """What lasted: "campaign" in "the six-week campaign" and in "the campaign lasted six weeks"."""
    text, start = claim.sentence.text, claim.span.start - claim.sentence.start
    before, after = text[max(0, start - 80) : start], text[start + len(claim.surface) :]
    lasting = LASTING.search(before)
    if lasting is not None:
        return lasting["subject"].lower()
    if PLURAL_UNIT.search(claim.surface):
        return None
    behind = LONG.match(after)
    return behind["subject"].lower() if behind is not None else None


def _within_sentences(stated: Iterable[Statement]) -> Iterator[Finding]:
    sentences: dict[tuple[str, int], list[Statement]] = {}
    for one in stated:
        sentences.setdefault((one.article.id, one.claim.sentence.start), []).append(one)
    for together in sentences.values():
        if 3 <= len(together) <= SENTENCE_CLAIMS:
            ordered = sorted(together, key=lambda one: one.claim.span.start)
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
