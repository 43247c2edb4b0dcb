"""One statement put into the mouths of different sources that exclude each other."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from corroborate.check.differences import Finding
from corroborate.check.figures import compare_figures
from corroborate.check.misprints import digits
from corroborate.check.parties import is_same_party, tokens
from corroborate.check.statements import Position, Statement
from corroborate.model.figures import Approx, Figure, Quantity
from corroborate.model.findings import DiscrepancyType, Relation
from corroborate.model.wordings import join

QUOTED = re.compile(r"[\"“„]([^\"“”„\n]{12,300})[\"”]")
KEPT = 1 << 16
"""Sentences of which is remembered whom and what they quote."""

SEVERAL = 2
"""Outlets that have a figure from one source, from which the one that has it from another is odd."""

QUOTE_WORDS = 5
MOST = 60
# A figure of three digits or more that is not round is hardly counted twice with the same result.
TELLING_DIGITS = 3
NOBODY = frozenset(
    ("official", "officials", "authorities", "authority", "government", "company", "firm", "group", "spokesman", "spokeswoman",
     "spokesperson", "spokespeople", "source", "sources", "letter", "statement", "report", "filing", "document", "he", "she", "they",
     "it", "who", "court", "verdict", "ruling", "judgment", "judge", "written", "study", "chief", "executive", "minister", "people",
     "experts", "analysts", "witnesses", "investigators", "others")
)  # fmt: skip
DOES = re.compile(r"^(?:(?:recall|call)(?:ing|ed)|putting)$", re.IGNORECASE)
"""Who recalls cars or puts money into a yard does so, and says nothing."""
AUTHORITIES = frozenset(
    ("office", "regulator", "authority", "agency", "watchdog", "department", "ministry", "commission", "board", "service", "body",
     "administration", "inspectorate")
)  # fmt: skip
"""What one body may be called by some and by others: "the transport office" is perhaps "the road safety regulator"."""

UNTITLED = frozenset({"statement", "report", "comment", "interview", "briefing"})


def attributions(taken: Sequence[Position], outlets: frozenset[str] = frozenset()) -> tuple[Finding, ...]:
    """Two outlets that name different authors of one document, speakers of one quotation or sources of one telling figure.

    Two bodies that give a round figure each for itself are two sources and no discrepancy, and an outlet (`outlets` are
    those of the story) that is named as the source only passes on what it heard.
    """
    explicit = (one for position in taken for one in position.statements if is_explicit(one))
    stated = [one for one in explicit if one.claim.attribution.speaker not in outlets][:MOST]
    passing_on = _passing_on(stated)
    # Who neither quotes anything nor names a document shares nothing with anybody.
    sharing = [one for one in stated if one.claim.attribution.document or _quotations(one)]
    for left, right in combinations(sharing, 2):
        shared = _shared(left, right)
        if shared is not None and not _may_be_one(left, right, passing_on):
            return _finding(left, right, shared, stated)
    return _misnamed(stated)


def is_explicit(statement: Statement) -> bool:
    """The sentence itself names the speaker; one resolved from sentences before may be the wrong one."""
    attribution = statement.claim.attribution
    does = attribution.cue is not None and DOES.match(attribution.cue) is not None
    return attribution.speaker is not None and not does and _names(statement, attribution.speaker)


def _passing_on(stated: Sequence[Statement]) -> frozenset[str]:
    """Outlets: what they are given as the source of, they have from others."""
    return frozenset(name for one in stated for name in (one.outlet, *one.claim.attribution.cites))


def _may_be_one(left: Statement, right: Statement, passing_on: frozenset[str]) -> bool:
    """The speakers may be one, or one of them only passes on what the other said."""
    first, second = left.claim.attribution.speaker or "", right.claim.attribution.speaker or ""
    if left.outlet == right.outlet or is_same_party(first, second) or not (is_named(first) and is_named(second)):
        return True
    # "The agency" may be the Port Safety Agency or not; "the harbour master" is not the coastguard.
    if _is_proper(first) != _is_proper(second) or _names(left, second) or _names(right, first):
        return True
    if not _is_proper(first) and _are_words_for_one(first.split()[-1], second.split()[-1]):
        return True
    return any(is_same_party(name, speaker) for name in passing_on for speaker in (first, second))


def _are_words_for_one(first: str, second: str) -> bool:
    return first != second and {first, second} <= AUTHORITIES


def _names(statement: Statement, speaker: str) -> bool:
    """The sentence names that speaker too: "a joint statement by Tarn Freight and Lumen Kites"."""
    return _stand_in(speaker, statement.claim.sentence.text)


@lru_cache(maxsize=KEPT)
def _stand_in(speaker: str, sentence: str) -> bool:
    lower = sentence.lower()
    return all(word in lower for word in tokens(speaker))


def _is_proper(speaker: str) -> bool:
    return any(word[0].isupper() for word in speaker.split())


def is_named(speaker: str) -> bool:
    """It tells who speaks: "the coastguard", not "officials", "the company" or "election officials"."""
    words = tokens(speaker)
    return bool(words - NOBODY) and (_is_proper(speaker) or not words & NOBODY)


def _shared(left: Statement, right: Statement) -> str | None:
    quotation = _quotations(left) & _quotations(right)
    if quotation:
        return f'the words "{min(quotation)}"'
    first, second = left.claim.attribution, right.claim.attribution
    if not first.document or not second.document or first.document.lower() != second.document.lower():
        return None
    if first.document.lower() in UNTITLED:
        return None
    if first.document_date and second.document_date and first.document_date != second.document_date:
        return None
    return f"the {first.document.lower()}"


def _quotations(statement: Statement) -> frozenset[str]:
    return _quoted(statement.claim.sentence.text)


@lru_cache(maxsize=KEPT)
def _quoted(sentence: str) -> frozenset[str]:
    """The quotations of some words in a sentence, in lower case."""
    found = (" ".join(quote.lower().strip(" ,.;").split()) for quote in QUOTED.findall(sentence))
    return frozenset(quote for quote in found if len(quote.split()) >= QUOTE_WORDS)


def _misnamed(stated: Sequence[Statement]) -> tuple[Finding, ...]:
    """Several outlets have a telling figure from one source, and a single one has the very same figure from another."""
    telling = [one for one in stated if _is_telling(one)]
    if len({one.outlet for one in telling}) < SEVERAL + 1:
        return ()
    passing_on, outlets_of = _passing_on(stated), _outlets_by_speaker(telling)
    for odd in telling:
        speaker = odd.claim.attribution.speaker or ""
        # Most are the source of several, by the very same name.
        if len(outlets_of[speaker]) > 1:
            continue
        others = [one for one in telling if one.outlet != odd.outlet and _is_one_figure(one.figure, odd.figure)]
        outlets = {one.outlet for one in others}
        if len(outlets) < SEVERAL or any(_may_be_one(odd, one, passing_on) for one in others):
            continue
        if any(one.outlet in outlets and _names(one, speaker) for one in stated):
            continue
        if len({one.outlet for one in telling if is_same_party(one.claim.attribution.speaker or "", speaker)}) == 1:
            return _finding(odd, others[0], "the very same figure", stated)
    return ()


def _outlets_by_speaker(stated: Sequence[Statement]) -> Mapping[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in stated:
        found[one.claim.attribution.speaker or ""].add(one.outlet)
    return found


def _is_one_figure(left: Figure, right: Figure) -> bool:
    """The very same of two exact figures; most are told apart or known to be equal at a glance."""
    if isinstance(left, Quantity) and isinstance(right, Quantity) and left.unit == right.unit and left.value != right.value:
        return False
    if left == right:
        return True
    return compare_figures(left, right).relation is Relation.SAME


def _is_telling(statement: Statement) -> bool:
    figure = statement.figure
    if not isinstance(figure, Quantity) or figure.value is None or figure.approx is not Approx.EXACT:
        return False
    return len(digits(figure).rstrip("0")) >= TELLING_DIGITS


def _finding(left: Statement, right: Statement, shared: str, stated: Sequence[Statement]) -> tuple[Finding, ...]:
    first, second = left.claim.attribution.speaker or "", right.claim.attribution.speaker or ""
    sides = tuple(
        tuple(one for one in stated if is_same_party(one.claim.attribution.speaker or "", speaker)) for speaker in (first, second)
    )
    if {one.outlet for one in sides[0]} & {one.outlet for one in sides[1]}:
        # Who names both has heard from both.
        return ()
    outlets = [join(tuple(dict.fromkeys(one.outlet for one in side))) for side in sides]
    explanation = f"{shared} is ascribed to {first} by {outlets[0]} and to {second} by {outlets[1]}"
    return (Finding(DiscrepancyType.ATTRIBUTION, "two_sources", explanation, sides),)
