"""Differences that writing explains: a slip of the pen, a part given for the whole."""

import re
from decimal import Decimal

from corroborate.check.changes import may_change
from corroborate.check.differences import Difference, Finding
from corroborate.check.headcounts import counts_those_aboard, head, may_include_doer
from corroborate.check.misprints import is_evident, slip_between
from corroborate.check.statements import Statement, is_clearly_later
from corroborate.check.words import say, spoken
from corroborate.model.figures import Quantity
from corroborate.model.findings import DiscrepancyType

PART = re.compile(
    r"\b(includ\w+|among (?:them|whom|those)|of (?:whom|which|them|these|those)|plus|as well as|in addition|another|a further|"
    r"besides|excluding|"
    r"not counting|alone)\b",
    re.IGNORECASE,
)
REPUBLISHED = 0.6


def typo(difference: Difference) -> tuple[Finding, ...]:
    """One figure turns into the other by a slip, and the rest of the outlets, or the copied text, have the other."""
    slip = slip_between(difference.leader.lead, difference.dissent.lead)
    dissent = difference.dissent
    if slip is None or not difference.is_comparable or (len(dissent.outlets) > 1 and len(dissent.origins) > 1):
        return ()
    backed = len(difference.leader.outlets) > 1 and (_are_mingled(difference) or not may_change(difference))
    copied = _copy_of(difference)
    if not (backed or copied or is_evident(difference.leader.lead, dissent.lead)):
        return ()
    explanation = f"{say(difference.dissent.lead)} may be a slip for {say(difference.leader.lead)}: {slip}{copied}"
    return (Finding(DiscrepancyType.TYPO, "slip", explanation, (difference.leader.statements, difference.dissent.statements)),)


def _are_mingled(difference: Difference) -> bool:
    """The dissenter did not simply write long before or after all the others."""
    leader, dissent = difference.leader, difference.dissent
    return not (is_clearly_later(dissent.first, leader.last) or is_clearly_later(leader.first, dissent.last))


def _copy_of(difference: Difference) -> str:
    pairs = {(reuse.earlier, reuse.later) for reuse in difference.reuses if reuse.containment >= REPUBLISHED}
    for one in difference.dissent.statements:
        for other in difference.leader.statements:
            if (one.article.id, other.article.id) in pairs or (other.article.id, one.article.id) in pairs:
                return f"; the texts of {one.outlet} and {other.outlet} are otherwise the same"
    return ""


def those_aboard(difference: Difference) -> tuple[Finding, ...]:
    """One outlet counts the passengers or the crew alone, the others everybody; however many hours lie between them."""
    smaller, larger = difference.by_value
    if not difference.is_comparable or not counts_those_aboard(smaller, larger):
        return ()
    explanation = f"the smaller figure is of the {head(smaller.statements[0])} alone, the larger of all people"
    return (Finding(DiscrepancyType.PART_WHOLE, "passengers_or_crew", explanation, (smaller.statements, larger.statements)),)


def part_whole(difference: Difference) -> tuple[Finding, ...]:
    """One outlet gives the whole and the other a part: 14 including three children against 11."""
    smaller, larger = difference.by_value
    low, high = smaller.lead, larger.lead
    if not difference.is_comparable or not (isinstance(low, Quantity) and isinstance(high, Quantity)):
        return ()
    if low.value is None or high.value is None:
        return ()
    if may_include_doer(difference):
        explanation = "the counts are one apart, and the one who did it died as well: one count may include him and the other not"
        return (Finding(DiscrepancyType.PART_WHOLE, "with_or_without_doer", explanation, (smaller.statements, larger.statements)),)
    rest = high.value - low.value
    for one in (*larger.statements, *smaller.statements):
        if _names_part(one, rest, difference):
            explanation = f'{spoken(rest)} of the {spoken(high.value)} are counted apart: "{" ".join(one.claim.sentence.text.split())}"'
            return (Finding(DiscrepancyType.PART_WHOLE, "part_for_whole", explanation, (smaller.statements, larger.statements)),)
    return ()


def _names_part(statement: Statement, rest: Decimal, difference: Difference) -> bool:
    reading = difference.readings.get(statement.article.id)
    if reading is None or not PART.search(statement.claim.sentence.text):
        return False
    beside = (one for one in reading.claims if one.sentence.start == statement.claim.sentence.start and one.id != statement.claim.id)
    return any(isinstance(one.figure, Quantity) and one.figure.value == rest and one.kind is statement.claim.kind for one in beside)
