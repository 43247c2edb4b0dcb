"""Durations held against the dates of the same thing: six weeks, and April 22 to June 5."""

import re
from collections.abc import Iterator, Mapping, Sequence

from corroborate.check.dates import compare_duration, is_stretch
from corroborate.check.differences import Finding
from corroborate.check.plausibility import AGE
from corroborate.check.statements import Position
from corroborate.model.claims import Claim
from corroborate.model.figures import Kind, Period, Quantity
from corroborate.model.findings import DiscrepancyType, Relation

LASTING = re.compile(
    r"\b(?P<subject>[a-z]{4,}) (?:has |had )?(?:lasted|lasts|went on|goes on|continued|continues|ran|runs|took|takes|"
    r"dragged on|stretched)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
LONG = re.compile(r"^(?:-| |-long |-old | long )?(?P<subject>[a-z]{4,})", re.IGNORECASE)
TERM = re.compile(
    r"\b(?:sentenced?|sentences|prison|jail(?:ed)?|imprison\w*|behind bars|custody|probation|parole|suspended|banned)\b", re.IGNORECASE
)
NEAR = 40
"""Characters around a duration in which a court's word tells that it is a term."""
PLURAL_UNIT = re.compile(r"(?:seconds|minutes|hours|days|weeks|months|years)$", re.IGNORECASE)


def misfits(groups: Mapping[str, Sequence[Position]]) -> Iterator[Finding]:
    """Durations that fit none of the dates given for the same thing, by whichever outlets."""
    everything = [position for taken in groups.values() for position in taken]
    stretches = [position for position in everything if isinstance(position.lead, Period) and is_stretch(position.lead)]
    for taken in groups.values():
        if taken and _is_duration(taken[0]):
            beside = [stretch for stretch in stretches if _same_subject(taken, stretch)]
            fitting = [stretch for stretch in stretches if _fits(taken[0], stretch)]
            for duration in taken:
                near = beside or [stretch for stretch in fitting if stretch.articles & duration.articles]
                yield from (finding for finding in (_misfit(duration, near),) if finding is not None)


def _fits(duration: Position, stretch: Position) -> bool:
    """Several outlets give a duration that is just that of the dates."""
    if not isinstance(duration.lead, Quantity) or not isinstance(stretch.lead, Period) or len(duration.outlets) < 2:
        return False
    return compare_duration(duration.lead, stretch.lead).relation is Relation.COMPATIBLE


def _is_duration(position: Position) -> bool:
    figure = position.lead
    if not isinstance(figure, Quantity) or position.statements[0].claim.kind is not Kind.DURATION or figure.counted == AGE:
        return False
    return not any(_is_term(one.claim) for one in position.statements)


def _is_term(claim: Claim) -> bool:
    """ "Who had sought a sentence of nine years": what a court gives lasted no longer than what it is given for."""
    start = claim.span.start - claim.sentence.start
    return TERM.search(claim.sentence.text, max(0, start - NEAR), start + len(claim.surface) + NEAR) is not None


def _misfit(duration: Position, beside: Sequence[Position]) -> Finding | None:
    compared = [
        (compare_duration(duration.lead, stretch.lead), stretch)
        for stretch in beside
        if isinstance(duration.lead, Quantity) and isinstance(stretch.lead, Period)
    ]
    if not compared or any(comparison.relation is not Relation.CONFLICT for comparison, _ in compared):
        return None
    comparison, stretch = compared[0]
    return Finding(DiscrepancyType.ARITHMETIC, "duration_against_dates", comparison.reason, (duration.statements, stretch.statements))


def _same_subject(taken: Sequence[Position], stretch: Position) -> bool:
    """They stand in one sentence, or the thing that is said to have lasted so long is that of the dates."""
    stated = [one for position in taken for one in position.statements]
    sentences = {(one.article.id, one.claim.sentence.start) for one in stretch.statements}
    if any((one.article.id, one.claim.sentence.start) in sentences for one in stated):
        return True
    subjects = {subject for one in stated if (subject := subject_of(one.claim)) is not None}
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
