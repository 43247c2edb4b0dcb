"""Differences that writing explains: a slip of the pen, a part given for the whole."""

import re
from collections.abc import Sequence
from decimal import Decimal

from corroborate.check.changes import may_change
from corroborate.check.differences import Difference, Finding
from corroborate.check.headcounts import counts_those_aboard, head, may_include_doer
from corroborate.check.misprints import is_evident, slip_between
from corroborate.check.statements import Position, Statement, is_clearly_later
from corroborate.check.words import say, spoken
from corroborate.model.figures import Quantity
from corroborate.model.findings import DiscrepancyType
from corroborate.model.stories import Reuse

PART = re.compile(
    r"\b(includ\w+|among (?:them|whom|those)|of (?:whom|which|them|these|those)|plus|as well as|in addition|another|a further|"
    r"besides|excluding|"
    r"not counting|alone)\b",
    re.IGNORECASE,
)
REPUBLISHED = 0.6
UNCHANGED = 0.95
"""Share of a text that must be in the other for nothing but a figure to have been changed in it."""


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


def changed_in_copy(difference: Difference) -> tuple[Finding, ...]:
    """A copy that is the same as its original in all but one figure, and that nobody else has in that way."""
    dissent = difference.dissent
    if len(dissent.outlets) > 1 or not difference.is_comparable:
        return ()
    copied = copy_pair(difference.leader, dissent, altered(difference.reuses))
    if copied is None:
        return ()
    explanation = f"{copied[1].outlet} runs the text of {copied[0].outlet} with another figure and nothing else changed"
    return (Finding(DiscrepancyType.TYPO, "changed_in_copy", explanation, (difference.leader.statements, dissent.statements)),)


def copy_pair(left: Position, right: Position, copies: Sequence[Reuse]) -> tuple[Statement, Statement] | None:
    """A statement of either position where the right one's article is a later copy of the left one's, but for that figure."""
    for reuse in copies:
        for one in left.statements:
            for other in right.statements:
                surfaces = (one.claim.surface, other.claim.surface)
                if (one.article.id, other.article.id) == (reuse.earlier, reuse.later) and surfaces in reuse.changed:
                    return one, other
    return None


def altered(reuses: Sequence[Reuse]) -> tuple[Reuse, ...]:
    """Copies that are the same as their originals in all but figures."""
    return tuple(reuse for reuse in reuses if reuse.changed and reuse.containment >= UNCHANGED)


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
