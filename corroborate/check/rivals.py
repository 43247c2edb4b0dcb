"""Two bodies that each give a figure of their own: the police count 3,000 marchers, the organisers 12,000."""

import re

from corroborate.check.attributions import is_explicit, is_named
from corroborate.check.changes import STILL
from corroborate.check.differences import Difference, Finding, point
from corroborate.check.parties import BODIES, is_same_party, tokens
from corroborate.check.statements import Position
from corroborate.model.figures import Quantity
from corroborate.model.findings import DiscrepancyType, Relation

ROLES = re.compile(
    r"\b(?:police|organi[sz]ers?|hospitals?|ministry|army|military|navy|rebels?|opposition|unions?|prosecutors?|coastguard|firefighters?|"
    r"fire (?:service|brigade|department)|rescuers?|sheriff|mayor|governor|regulators?|council|court|commission|residents|doctors|"
    r"medics|paramedics|front|league|institute|agency|authority|office|service|department|club|federation|campaigners|charity|employers?|"
    r"government|aid (?:groups?|agenc\w+|organi[sz]ations?)|activists|neighbou?rs|"
    r"management|operator|railway|airline|manufacturer|lawyers?|family|campaign|party|alliance|network|observatory|association)\b",
    re.IGNORECASE,
)

MEDICAL = re.compile(
    r"\b(?:hospitals?|infirmar(?:y|ies)|clinics?|ambulance\w*|paramedics?|medics?|doctors|surgeons|health (?:service|trust|board))\b",
    re.IGNORECASE,
)
BOTH_TOLD = "both_figures_told"
HURT = re.compile(r"\b(?:injur\w+|hurt|wounded|hospital\w*|treated|patients)\b", re.IGNORECASE)


def patients_counted(difference: Difference) -> tuple[Finding, ...]:
    """Those who treat the injured count other people than those who saw the event: the ambulance service four, the police three."""
    if not HURT.search(difference.group.question) or set(difference.leader.outlets) & set(difference.dissent.outlets):
        return ()
    if _are_those_left(difference):
        return ()
    told = tuple(one for one in rival_sources(difference) if _is_medical(difference.leader) != _is_medical(difference.dissent))
    return told or _by_patients(difference)


def _by_patients(difference: Difference) -> tuple[Finding, ...]:
    """On one side alone somebody who treats the injured is quoted, whoever else is; on the other the police or the like."""
    if difference.comparison.relation is not Relation.CONFLICT:
        return ()
    pair = (difference.leader, difference.dissent)
    medical = [[name for name in _speakers(one) if MEDICAL.search(name)] for one in pair]
    others = [[name for name in _speakers(one) if ROLES.search(name)] for one in pair]
    if bool(medical[0]) == bool(medical[1]) or not (others[0] if medical[1] else others[1]):
        return ()
    first, second = (medical[0] or others[0])[0], (medical[1] or others[1])[0]
    explanation = f"the one is the figure of {_the(first)}, the other that of {_the(second)}"
    sides = (difference.leader.statements, difference.dissent.statements)
    return (Finding(DiscrepancyType.ATTRIBUTION, "patients_counted", explanation, sides),)


def both_told(difference: Difference) -> tuple[Finding, ...]:
    """One article gives either figure as the word of another source: the aid groups 60, the government 28."""
    if difference.comparison.relation is not Relation.CONFLICT or not isinstance(difference.leader.lead, Quantity):
        return ()
    sources: dict[str, list[set[str]]] = {}
    for place, position in enumerate((difference.leader, difference.dissent)):
        told = {one.claim.id for one in position.statements} | {
            one.claim.id for one in difference.dual if point(one.figure) == point(position.lead)
        }
        for one in (*position.statements, *difference.dual):
            if one.claim.id in told and (speaker := one.claim.attribution.speaker):
                sources.setdefault(one.article.id, [set(), set()])[place].add(speaker)
    named = [
        (left, right)
        for leading, dissenting in sources.values()
        for left in sorted(leading)
        for right in sorted(dissenting)
        if _are_two(left, right)
    ]
    if not named:
        return ()
    explanation = f"the one is the figure of {_the(named[0][0])}, the other that of {_the(named[0][1])}"
    sides = (difference.leader.statements, difference.dissent.statements)
    return (Finding(DiscrepancyType.ATTRIBUTION, BOTH_TOLD, explanation, sides),)


def _are_those_left(difference: Difference) -> bool:
    """The later figure is the smaller, of those who are still being treated."""
    later = difference.by_time[1]
    return later is difference.by_value[0] and any(STILL.search(one.claim.sentence.text) for one in later.statements)


def _is_medical(position: Position) -> bool:
    return MEDICAL.search(_source(position) or "") is not None


def rival_sources(difference: Difference) -> tuple[Finding, ...]:
    """Each side gives its figure as the word of a source of its own, and the two cannot be one."""
    if difference.comparison.relation is not Relation.CONFLICT or not isinstance(difference.leader.lead, Quantity):
        return ()
    leader, dissent = _source(difference.leader), _source(difference.dissent)
    if leader is None or dissent is None or not _are_rivals(leader, dissent):
        return ()
    if any(is_same_party(one, other) for one in _speakers(difference.leader) for other in _speakers(difference.dissent)):
        return ()
    explanation = f"the one is the figure of {_the(leader)}, the other that of {_the(dissent)}"
    sides = (difference.leader.statements, difference.dissent.statements)
    return (Finding(DiscrepancyType.ATTRIBUTION, "each_its_own_source", explanation, sides),)


def _source(position: Position) -> str | None:
    """The one source to which the statements of a position are ascribed in their own sentences, most of them at least."""
    speakers = [speaker for one in position.statements if is_explicit(one) and (speaker := one.claim.attribution.speaker)]
    if not speakers or 2 * len(speakers) < len(position.statements):
        return None
    same = [speaker for speaker in speakers if is_same_party(speakers[0], speaker)]
    return speakers[0] if 2 * len(same) > len(speakers) else None


def _speakers(position: Position) -> tuple[str, ...]:
    return tuple(speaker for one in position.statements if is_explicit(one) and (speaker := one.claim.attribution.speaker))


def _are_two(left: str, right: str) -> bool:
    """Where one article sets them side by side, the government and the aid groups are named well enough."""
    if is_same_party(left, right) or tokens(left) & tokens(right):
        return False
    return all(ROLES.search(name) or MEDICAL.search(name) for name in (left, right))


def _are_rivals(left: str, right: str) -> bool:
    if is_same_party(left, right) or not (is_named(left) and is_named(right)) or tokens(left) & tokens(right):
        return False
    return all(ROLES.search(name) or MEDICAL.search(name) or tokens(name) & BODIES for name in (left, right))


def _the(name: str) -> str:
    return name if name[:1].isupper() or name.startswith(("the ", "an ", "a ")) else f"the {name}"
