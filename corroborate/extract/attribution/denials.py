"""What a speech denies: a figure called wrong, a report without truth in it, "40, not 90"."""

import re
from dataclasses import replace

from corroborate.extract.attribution.told import Told
from corroborate.extract.attribution.verbs import CLAIM_NOUNS, UNTRUE
from corroborate.model.claims import Span

_CLAIM = "|".join(sorted(CLAIM_NOUNS))
_UNTRUE = "|".join(sorted(UNTRUE))
_REFUTED = re.compile(
    rf"\b(?:{_CLAIM})\b[^.;\n]{{0,90}}?\b(?:is|are|was|were|be|been)\s+(?:[\w-]+\s+){{0,2}}[\"“‘']?(?:[\w-]+\s+){{0,2}}(?:{_UNTRUE}|not\s+(?:true|correct|accurate|right))\b|"
    rf"\b(?:not\s+true|untrue|false|wrong|nonsense|inaccurate|incorrect|a\s+lie)\s+(?:to\s+(?:say|suggest|claim|speak)|that)\b|"
    rf"\bno\s+truth\b|\bnever\s+(?:been\s+)?any\s+truth\b",
    re.IGNORECASE,
)
# "Had never paid 40 million", but not "never more than 40".
_NEGATED = re.compile(
    r"\b(?:had|has|have|did|does|do|was|were|is|are)\s*(?:not|n['’]t)\b(?!\s+(?:only|just|more|less|fewer|until|yet|all|every|even|enough|"
    r"know|known|say|clear|ruled?|expect|least|necessarily|been\s+able|able|sure|certain))[^,;:.\n“”\"]{0,160}|"
    r"\bnever\b(?!\s+(?:more|less|before))[^,;:.\n“”\"]{0,160}",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\b(?:more|less|fewer|better|worse|higher|lower|other|until|unless|enough|because)\b", re.IGNORECASE)
_CONTRAST = re.compile(
    r"(?:(?<=, )not|\b(?:was|were|is|are)\s+not|\brather\s+than|\binstead\s+of)\s+(?:the\s+|some\s+|about\s+|around\s+)?"
    r"(?=[\d$£€]|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands)\b)[^,;.\n]{0,120}",
    re.IGNORECASE,
)


DENIAL_WORDS = UNTRUE | {"not", "n't", "n’t", "never", "truth", "rather", "instead"}


def with_denials(text: str, told: Told) -> list[Told]:
    """A speech with what it denies marked so: all of it, or the words behind "not"."""
    if told.attribution.speaker is None or told.attribution.denied:
        return [told]
    denied = replace(told, attribution=replace(told.attribution, denied=True))
    if _REFUTED.search(text, told.chars.start, told.chars.end):
        return [denied]
    pieces, position = [], told.chars.start
    for start, end in _denied_stretches(text, told.chars):
        if start < position:
            continue
        pieces.append(replace(told, chars=Span(position, start)))
        pieces.append(replace(denied, chars=Span(start, end)))
        position = end
    return [piece for piece in (*pieces, replace(told, chars=Span(position, told.chars.end))) if piece.chars.end > piece.chars.start]


def _denied_stretches(text: str, chars: Span) -> list[tuple[int, int]]:
    """The stretches behind "not" and "never" in which a figure is said not to be so."""
    contrasts = [found.span() for found in _CONTRAST.finditer(text, chars.start, chars.end)]
    negated = [found.span() for found in _NEGATED.finditer(text, chars.start, chars.end) if not _BOUND.search(found[0])]
    return sorted({*contrasts, *negated})
