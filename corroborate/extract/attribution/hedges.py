"""Which words of a sentence are told as unproven: "allegedly", "is believed to have", "unconfirmed reports"."""

import re

from corroborate.extract.attribution.verbs import HEDGES, PASSIVE_HEDGES
from corroborate.extract.lexicon import words
from corroborate.model.claims import Span

_PASSIVE = rf"(?:is|are|was|were|been|be) (?:also |widely |now |still |thus far )?(?:{'|'.join(sorted(PASSIVE_HEDGES))}) to"
_HEDGE = re.compile(
    rf"\b(?:{'|'.join(sorted(HEDGES))})\b|\b{_PASSIVE}\b|\b(?:may|might|could) have\b|\bis being (?:termed|described)\b|"
    r"\bit (?:is|was) (?:believed|thought|feared|rumou?red|alleged|claimed)\b|\b(?:is|are|was|were|man|woman|men|people) accused of\b|"
    r"\brumou?rs?\b",
    re.IGNORECASE,
)
HEDGE_WORDS = HEDGES | PASSIVE_HEDGES | words("may might could termed described accused rumour rumours rumor rumors claimed")
_CUT = re.compile(
    r";|\n|,? (?:but|while|whereas|although|though) |, (?:and|which|who|where) |"
    r" and (?=(?:is|are|was|were|has|have|one|two|three|four|five|another|others|\d+)\b)"
)


def hedged_spans(text: str, start: int, end: int) -> list[tuple[Span, str]]:
    """The clauses of a sentence that carry a hedge, each with its words; a passive hedge that opens its clause binds forward.

    >>> hedged_spans("Nine are lost and ten are feared to have drowned.", 0, 49)
    [(Span(start=13, end=49), 'are feared to')]
    """
    if _HEDGE.search(text, start, end) is None:
        return []
    cuts = [start, *(cut.end() if text[cut.start()] in ";\n," else cut.start() + 4 for cut in _CUT.finditer(text, start, end)), end]
    found: list[tuple[Span, str]] = []
    for hedge in _HEDGE.finditer(text, start, end):
        begin = max(cut for cut in cuts if cut <= hedge.start() or cut == start)
        stop = min(cut for cut in cuts if cut >= hedge.end() or cut == end)
        if not found or found[-1][0].start != begin:
            found.append((Span(begin, stop), hedge[0].lower()))
    return found
