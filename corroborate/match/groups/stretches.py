"""What a length of time is: a court's term, a deadline, a delay, or the years over which something is paid."""

import re

from corroborate.match.groups.passages import Passage

REACH = 60
"""Characters before a figure in which the words stand that tell."""

LASTING = "strike|walkout|stoppage|festival|fair|trial|siege|blockade|shutdown|closure|campaign|tour|outage|blackout|ceasefire|truce|curfew"
"""What goes on for some time, told with it: "a seven-day walkout"."""

STRETCHES: tuple[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None], ...] = (
    (
        "term",
        re.compile(r"\b(?:sentenced|jailed|imprisoned|condemned)\b[^,;]{0,40}\b(?:to|for)\s+(?:[a-z]+\s+){0,3}$", re.IGNORECASE),
        None,
    ),
    (
        "term",
        None,
        re.compile(
            r"\s*(?:in|of) (?:a )?(?:(?:federal|state|county|military) )?(?:prison|jail|custody|detention)\b|\s*behind bars\b|\s*prison\b",
            re.IGNORECASE,
        ),
    ),
    (
        "deliberation",
        re.compile(r"\b(?:deliberat(?:ed|ing|ions?)|jur(?:y|ors)\b[^,;]{0,40}\bverdict (?:after|in))\s+(?:[a-z]+\s+){0,3}$", re.IGNORECASE),
        None,
    ),
    (
        "deliberation",
        re.compile(r"\b(?:jur(?:y|ors)|panel) (?:took|needed|spent|deliberated(?: for)?)\s+(?:[a-z]+\s+){0,2}$", re.IGNORECASE),
        None,
    ),
    ("deliberation", re.compile(r"\bjur(?:y|ors) (?:was|were) out for\s+(?:[a-z]+\s+){0,2}$", re.IGNORECASE), None),
    ("deliberation", None, re.compile(r"\s*of deliberat(?:ions?|ing)\b", re.IGNORECASE)),
    (
        "deadline",
        re.compile(r"\b(?:give|gives|gave|given|has|have|had|get|gets|got|allow\w*|grant\w*|within)\b[^,;]{0,40}$", re.IGNORECASE),
        re.compile(r"\s*(?:to|in which to) (?!(?:go|a|the|its|his|her|their)\b)[a-z]+\b", re.IGNORECASE),
    ),
    (
        "delay",
        re.compile(r"\b(?:put off|pushed back|delayed|postponed|held up)\b(?: (?:by|for))?\s+(?:[a-z]+\s+){0,2}$", re.IGNORECASE),
        None,
    ),
    (
        "lasting",
        re.compile(
            r"\b(?:down(?:ed|ing)? tools|walk(?:ed|ing)? out|(?:on|go(?:ing)? on|went on) strike|str(?:ike|uck|iking)|"
            r"stop(?:ped|ping)? work(?:ing)?|stay(?:ed)? out)"
            r" for\s+(?:[a-z]+\s+){0,2}$",
            re.IGNORECASE,
        ),
        None,
    ),
    ("delay", None, re.compile(r"\s*(?:late|behind schedule|delay|postponement)\b", re.IGNORECASE)),
    (
        "lasting",
        re.compile(
            r"\b(?:last(?:s|ed|ing)?|(?:w[ei]nt|goes|going) on for|(?:ran|runs?|continued|continues|dragged on|celebrated|"
            r"st(?:ands?|ood) still|(?:stays?|stayed|remain(?:s|ed)?|was|were|is|are) (?:shut|closed|halted|suspended)|raged|burned) for)"
            r"\s+(?:(?!the\b)[a-z]+\s+){0,3}$",
            re.IGNORECASE,
        ),
        None,
    ),
    ("lasting", None, re.compile(rf"[\s-]*(?:[a-z]+ )?(?:{LASTING})\b", re.IGNORECASE)),
    (
        "span",
        re.compile(r"\b(?:over|spread over|across)\s+(?:(?:the next|the coming|a period of|the course of)\s+)?$", re.IGNORECASE),
        None,
    ),
)
"""Each by the words right before the figure, right behind it, or both."""


def stretch_told(passage: Passage) -> str | None:
    """Its name, None where the words beside it tell none: "it gave the company 90 days to comply" is a deadline."""
    before, after = passage.clause[max(0, passage.start - REACH) : passage.start], passage.clause[passage.end :]
    for name, left, right in STRETCHES:
        if (left is None or left.search(before)) and (right is None or right.match(after)):
            return name
    return None
