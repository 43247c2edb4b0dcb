"""Figures of a place within the whole of which the same article tells: "27 died. In Selm, 17 bodies were recovered"."""

import re

from corroborate.model.claims import Claim
from corroborate.model.months import MONTH_NAMES

ANY_PLACE = ""
"""A place that is not named: "in the town alone"."""

WHOLE = "*"
"""The whole, in an article that tells of a place within it as well."""

_OF = r"(?:city|town|village|district|province|region|county|state|island|capital|port|resort|suburb|neighbou?rhood|municipality)"
UNNAMED = re.compile(rf"\bin (?:the|that) {_OF} (?:alone|itself)\b")
NAMED = re.compile(
    rf"\b[Ii]n (?:the (?:[a-z]+ )?{_OF} of |the (?=(?:[A-Z][\w’'-]+ ){{1,3}}{_OF}\b))?"
    r"(?P<name>(?:[A-Z][\w-]+ ){0,2}(?!\w+day\b)[A-Z][\w-]+)(?![’'])"
)
ALL_OF_IT = re.compile(r"\b(?:whole|entire|across|nationwide|throughout|all of|total)\b", re.IGNORECASE)


def place_told(claim: Claim, clause: str) -> str | None:
    """The place to which a figure is tied in its own clause; None where it is tied to none."""
    sentence = claim.sentence.text
    if UNNAMED.search(sentence):
        return ANY_PLACE
    if ALL_OF_IT.search(clause):
        return None
    opening = NAMED.match(sentence)
    found = opening or NAMED.search(clause)
    if found is None or found["name"].split()[0] in MONTH_NAMES:
        return None
    return found["name"].split()[-1]
