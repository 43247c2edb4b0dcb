"""Differences that writing explains: a figure rounded too far, a slip of the pen, a part given for the whole."""

import re
from decimal import Decimal

from corroborate.check.differences import Difference, Finding
from corroborate.check.misprints import is_evident, slip_between
from corroborate.check.quantities import rounds_to
from corroborate.check.statements import Statement, is_clearly_later
from corroborate.check.words import say, spoken
from corroborate.model.figures import Approx, Quantity
from corroborate.model.findings import DiscrepancyType

PART = re.compile(
    r"\b(includ\w+|among (?:them|whom|those)|of (?:whom|which|them|these|those)|plus|as well as|in addition|another|a further|"
    r"besides|excluding|"
    r"not counting|alone)\b",
    re.IGNORECASE,
)
REPUBLISHED = 0.6


def rounding(difference: Difference) -> tuple[Finding, ...]:
    """The figures are one figure, rounded further than the hedge allows: "more than 25,000" for 24,800."""
    left, right = difference.leader.lead, difference.dissent.lead
    if not (isinstance(left, Quantity) and isinstance(right, Quantity)) or left.value is None or right.value is None:
        return ()
    coarse, fine = (left, right) if left.grain > right.grain else (right, left)
    if not difference.is_comparable or not (_rounds(coarse, fine) or _are_neighbours(left, right)):
        return ()
    explanation = f"both can be roundings of one figure, though {say(coarse)}, taken at its word, leaves no room for {say(fine)}"
    return (
        Finding(DiscrepancyType.ROUNDING, "rounded_too_far", explanation, (difference.leader.statements, difference.dissent.statements)),
    )


def _rounds(coarse: Quantity, fine: Quantity) -> bool:
    if fine.value is None or coarse.value is None or coarse.grain <= fine.grain or Approx.AT_MOST in (coarse.approx, fine.approx):
        return False
    return coarse.unit == fine.unit and rounds_to(coarse, fine.value)


def _are_neighbours(left: Quantity, right: Quantity) -> bool:
    """Two roundings to the same digit, one step apart: 28.7 and 28.8 million; whole numbers are counts and never are."""
    if left.value is None or right.value is None or left.grain != right.grain or left.unit != right.unit:
        return False
    written_rounded = left.range.low != left.range.high and right.range.low != right.range.high
    exact = left.approx is Approx.EXACT and right.approx is Approx.EXACT
    return exact and written_rounded and abs(left.value - right.value) == left.grain < abs(left.value) / 10


def typo(difference: Difference) -> tuple[Finding, ...]:
    """One figure turns into the other by a slip, and the rest of the outlets, or the copied text, have the other."""
    slip = slip_between(difference.leader.lead, difference.dissent.lead)
    dissent = difference.dissent
    if slip is None or not difference.is_comparable or (len(dissent.outlets) > 1 and len(dissent.origins) > 1):
        return ()
    backed = len(difference.leader.outlets) > 1 and _are_mingled(difference)
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


def part_whole(difference: Difference) -> tuple[Finding, ...]:
    """One outlet gives the whole and the other a part: 14 including three children against 11."""
    smaller, larger = difference.by_value
    low, high = smaller.lead, larger.lead
    if not difference.is_comparable or not (isinstance(low, Quantity) and isinstance(high, Quantity)):
        return ()
    if low.value is None or high.value is None:
        return ()
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
