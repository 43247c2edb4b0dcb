"""One statement put into the mouths of different sources that exclude each other."""

import re
from collections.abc import Sequence
from itertools import combinations

from corroborate.check.differences import Finding
from corroborate.check.parties import is_same_party
from corroborate.check.statements import Position, Statement
from corroborate.model.findings import DiscrepancyType

QUOTED = re.compile(r"[\"“„]([^\"“”„\n]{12,300})[\"”]")
QUOTE_WORDS = 5
MOST = 60


def attributions(taken: Sequence[Position]) -> tuple[Finding, ...]:
    """Two outlets that name different authors of one document, or different speakers of one quotation.

    Two bodies that give the same figure each for itself are two sources and no discrepancy.
    """
    stated = [one for position in taken for one in position.statements if one.claim.attribution.speaker][:MOST]
    for left, right in combinations(stated, 2):
        shared = _shared(left, right)
        if shared is not None and left.outlet != right.outlet and not _may_be_one(left, right):
            return (_finding(left, right, shared, stated),)
    return ()


def _may_be_one(left: Statement, right: Statement) -> bool:
    first, second = left.claim.attribution.speaker or "", right.claim.attribution.speaker or ""
    named = {left.outlet, right.outlet, *left.claim.attribution.cites, *right.claim.attribution.cites}
    return is_same_party(first, second) or any(is_same_party(name, speaker) for name in named for speaker in (first, second))


def _shared(left: Statement, right: Statement) -> str | None:
    quotation = _quotations(left) & _quotations(right)
    if quotation:
        return f'the words "{min(quotation)}"'
    first, second = left.claim.attribution, right.claim.attribution
    if not first.document or not second.document or first.document.lower() != second.document.lower():
        return None
    if first.document_date and second.document_date and first.document_date != second.document_date:
        return None
    return f"the {first.document.lower()}"


def _quotations(statement: Statement) -> set[str]:
    found = (" ".join(quote.lower().strip(" ,.;").split()) for quote in QUOTED.findall(statement.claim.sentence.text))
    return {quote for quote in found if len(quote.split()) >= QUOTE_WORDS}


def _finding(left: Statement, right: Statement, shared: str, stated: Sequence[Statement]) -> Finding:
    sides = tuple(tuple(one for one in stated if one.claim.attribution.speaker == side.claim.attribution.speaker) for side in (left, right))
    first, second = left.claim.attribution.speaker, right.claim.attribution.speaker
    explanation = f"{shared} is ascribed to {first} by {left.outlet} and to {second} by {right.outlet}"
    return Finding(DiscrepancyType.ATTRIBUTION, "two_authors", explanation, sides)
