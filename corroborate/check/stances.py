"""What a figure stands for besides its thing: the sentence that was asked for is not the one that was given."""

import re
from functools import lru_cache

from corroborate.check.statements import Position, Statement

SOUGHT = re.compile(
    r"\b(?:(?:ask|asks|asked|asking|call|calls|called|calling|push|pushes|pushed|pushing|press|pressed|pressing|argued?) for|"
    r"sought|seek(?:s|ing)?|demand(?:s|ed|ing)?|request(?:s|ed|ing)?|(?<!most[ -])want(?:s|ed|ing)?|recommend(?:s|ed|ing)?|"
    r"urged|su(?:es|ed|ing) for|"
    r"hop(?:es|ed|ing) for)\b",
    re.IGNORECASE,
)
GIVEN = re.compile(
    r"\b(?:jail(?:s|ed)?|sentenc(?:es|ed)|(?:was|were|been) (?:given|handed|ordered|awarded|granted|fined|paid)|handed (?:down|out)|"
    r"imposed|"
    r"awarded|granted|agreed|settled|accept(?:s|ed)|receiv(?:es|ed)|won|ruled|ordered|"
    r"(?:pay|wage) (?:deal|agreement)|offer(?:s|ed|ing)?|refus(?:es|ed) to go beyond|approved|signed)\b",
    re.IGNORECASE,
)
POSSIBLE = re.compile(
    r"\b(?:fac(?:es?|ing) (?:up to |a maximum of |as much as )?|could (?:face|get|receive|be jailed for)|"
    r"maximum (?:sentence|penalty|fine|term)|"
    r"punishable by|risks? (?:up to )?)",
    re.IGNORECASE,
)
STANCES = (("sought", SOUGHT), ("given", GIVEN), ("possible", POSSIBLE))
LONGEST = 400
KEPT = 1 << 16
"""Figures in their sentences of which is remembered what they stand for, for when their story goes on."""


def stances_differ(left: Position, right: Position) -> bool:
    """Every statement of one side tells what was sought or may come, every one of the other what was given or offered."""
    one, other = _shared(left), _shared(right)
    return one is not None and other is not None and one != other


def _shared(position: Position) -> str | None:
    found = {stance(statement) for statement in position.statements}
    return found.pop() if len(found) == 1 else None


def stance(statement: Statement) -> str | None:
    """Which of the words that tell it stands nearest before the figure in its sentence, else nearest behind it."""
    return _stance(statement.claim.sentence.text, statement.claim.span.start - statement.claim.sentence.start)


@lru_cache(maxsize=KEPT)
def _stance(text: str, place: int) -> str | None:
    before, behind = text[max(0, place - LONGEST) : place], text[place : place + LONGEST]
    last = [(cue.end(), name) for name, pattern in STANCES for cue in pattern.finditer(before)]
    first = [(cue.start(), name) for name, pattern in STANCES for cue in pattern.finditer(behind)]
    if last:
        return max(last)[1]
    return min(first)[1] if first else None
