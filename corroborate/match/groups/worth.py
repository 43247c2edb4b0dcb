"""What a sum of money is for, and which part of a company a share of it is."""

import re

from corroborate.match.groups.clauses import nearest_of
from corroborate.match.groups.passages import Passage
from corroborate.match.groups.thesaurus import MONEY_RING
from corroborate.match.words import stems

SHARE_PRICE, STOCK_PRICE, STAKE = "share price", "stock price", "stak"
PROJECTS = frozenset({"project", "scheme", "development", "bridge", "tunnel", "airport", "stadium", "hospital", "dam", "railway"})
"""What is built for a sum: "the 4.2 billion crown project"."""

PER_SHARE = re.compile(r"^\W*(?:in cash )?(?:a|per|each|for (?:each|every|one)|an?) (?:ordinary )?share\b", re.IGNORECASE)
SHARES_AT = re.compile(r"\bshares (?:at|for|priced at)(?: (?:between|about))?\s+$", re.IGNORECASE)
DIVIDEND = re.compile(r"\b(?:dividends?|divi)\b", re.IGNORECASE)
DIVIDEND_OF = re.compile(r"\b(?:dividends?|divi)\b[^#,;]{0,30}$", re.IGNORECASE)
DIVIDEND_BEHIND = re.compile(r"\s*(?:[a-z]+ )?dividends?\b", re.IGNORECASE)
EARNINGS = re.compile(r"\b(?:earn(?:s|ed|ings)?|net (?:income|profit|loss)|profits?|eps|lost)\b", re.IGNORECASE)
PAID_PER_SHARE = (("dividend", DIVIDEND), ("earnings per share", EARNINGS))
BEFORE, BEHIND = 70, 30
"""Characters around a sum a share in which the words stand that tell what it is."""

STOCK_AT = re.compile(
    r"\b(?:shares?|stock)\b[^;]{0,40}\b(?:rose|risen|rise|fell|fallen|jumped|gained|climbed|closed|ended|finished|opened|traded|trading|dropped|"
    r"slid|slumped|plunged|surged|soared|tumbled|sank|dipped|added|lost|were|was)\b[^;]{0,70}"
    r"\b(?:to|at)(?: (?:about|around|a record|an all-time high of))?\s+$",
    re.IGNORECASE,
)
""" "Shares jumped 28 percent to $37.10", "closed up 4.2 per cent at $61.30": what the market paid, and no offer."""

OWNING = re.compile(
    r"\b(?:owns?|owned|owning|holds?|held|holding|keeps?|kept|keeping|retain(?:s|ed|ing)?|controls?|controlled|tak(?:es?|en|ing)|took|"
    r"acquir(?:es?|ed|ing)|buy(?:s|ing)?|bought|sell(?:s|ing)?|sold|return for|exchange for)\s+(?:[a-z]+\s+){0,2}$"
)
OWNED = re.compile(
    r"\s*(?:of (?:the|its|his|her|their) (?:[\w’'-]+ ){0,2}?"
    r"(?:company|bank|firm|group|business|institution|lender|shares|stock|capital|app|club|insurer|airline|retailer|operator|maker|brewer|"
    r"venture|combined)\b|stake\b|shareholding\b|interest in\b|holding\b|of [A-Z])"
)


def is_stake(passage: Passage) -> bool:
    """A part that somebody owns: "the state will own 46 percent of the bank", "take a 64% stake"."""
    return OWNED.match(passage.clause, passage.end) is not None and OWNING.search(passage.clause, 0, passage.start + 1) is not None


def spent_on(counted: str, passage: Passage) -> str | None:
    """What the money is for, by what it counts or by the nearest word that tells; of a share its price, dividend or earnings."""
    clause, start, end = passage.clause, passage.start, passage.end
    if PER_SHARE.match(clause[end:]) or SHARES_AT.search(clause, 0, start + 1):
        beside = f"{clause[max(0, start - BEFORE) : start]} {clause[end : end + BEHIND]}"
        return next((thing for thing, told in PAID_PER_SHARE if told.search(beside)), SHARE_PRICE)
    if DIVIDEND_OF.search(clause, 0, start + 1) or DIVIDEND_BEHIND.match(clause, end):
        return "dividend"
    if STOCK_AT.search(clause, 0, start + 1):
        return STOCK_PRICE
    named = [MONEY_RING[word] for word in reversed(stems(counted)) if word in MONEY_RING]
    if not named and counted.split(" ")[-1].lower() in PROJECTS:
        return "cost"
    return next(iter(named or nearest_of(passage.before, passage.after, MONEY_RING)), None)
