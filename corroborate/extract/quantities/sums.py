"""Sums without a currency, which is that of the money told beside them: "Defence gets 38 billion", "318mn versus 302mn"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from corroborate.extract.quantities.counted import EXPECTED, EXPECTING
from corroborate.extract.quantities.occurrences import Found
from corroborate.model.figures import Kind, Role

AHEAD = 3
"""Figures ahead of which one may be the sum that tells the currency."""

REACH = 300
"""Characters to the figure that tells what both count, or in which currency."""

LEAST_SUM = Decimal(1_000_000)
ONLY_DONE = frozenset({"grounded", "cancelled", "canceled", "closed", "delayed"})
"""What was done, read for want of a noun."""

PLANNED = frozenset({"budgeted", "planned", "estimated", "envisaged", "approved", "pledged", "promised", "foreseen", "agreed", "earmarked"})
""" "The 7.2 billion originally budgeted": it counts no "budgeted"."""

MEANT = frozenset({"consensus", "forecast", "estimate", "estimates", "forecasts"})
SUMS = frozenset(
    ("profit", "loss", "revenue", "revenues", "sales", "turnover", "earnings", "income", "surplus", "deficit", "cost", "costs", "bill",
     "debt", "budget", "price", "spending", "expenditure", "valuation")
)  # fmt: skip
SCALED = re.compile(r"\d\s?(?:million|billion|trillion|mn|mln|bn|bln|tn|trn|m)\b|(?:million|billion|trillion)$", re.IGNORECASE)
PAID = re.compile(
    r"\b(?:gets?|got|receives?|received|getting|spends?|spent|spending|costs?|costing|earns?|earned|loses?|lost|losing|makes?|made|"
    r"pays?|paid|raised?|raises|worth|invests?|invested|borrows?|borrowed|owes?|owed|allocated|given|set aside|to|from|was|is|were)"
    r"(?: (?:about|around|some|nearly|almost|roughly|over|more than|less than|just|another|only|up to|at least))*\s$",
    re.IGNORECASE,
)
EXPECTED_SUM = re.compile(
    rf"\s*(?:(?:that |which )?(?:{'|'.join(sorted(EXPECTING))}) (?:had |were |have )?(?:{'|'.join(sorted(EXPECTED))})\b|"
    rf"(?:{'|'.join(sorted(EXPECTED))}) by )"
)
MORE = re.compile(r" (?:more|less) than ")
OF_THE_SUM = re.compile(
    r" (?:more|less) than (?:(?:was |were |had been )?(?:first |originally |initially )?"
    r"(?:planned|expected|forecast|budgeted|agreed|estimated|thought)|(?:it|they) |in |the (?:year|original|first))|"
    r" of (?:it|which|that|this)\b(?= (?:for|on|to|from|in|is|was|will|would|has|had|came|comes|goes|went)\b)|"
    rf" (?:(?:originally|initially|first|already) )?(?:{'|'.join(sorted(PLANNED))})\b"
)
""" "9.8 billion crowns, 2.6 billion more than planned", "421 billion crowns, 48 billion of it for defence": of the money just told."""

GOES_ON_AS_SUM = re.compile(
    r"\s*(?:[.,;:)\]\n–—]|$)|\s+(?:was|has|is|will be|would be|had been|versus|vs|against|compared|from|to|in|on|for|by|at|with|before|"
    r"after|net|gross|more|less|a (?:year|month|quarter|week|day|share)|an hour|per|each|annually|this|last|next|that|which|and|or|but|as|"
    r"consensus|loss|profit|including|excluding|over|during)\b"
)
"""Of sums "5.8bn had been spent" is said, and of those counted "have": behind a verb in the plural nobody was paid."""

OPENS = re.compile(r"(?:^|[.!?]\s|\n)[^\S\n]*(?:[-–•*] )?(?:[A-Z]?[a-z]+ ){0,2}$")
HELD_AGAINST = re.compile(r"\s+(?:was|has|is|versus|vs|against|compared)\b")
""" "Some 3 million, she said, would vote": what opens a sentence may count people."""


def counts_nothing(one: Found) -> bool:
    """What it seems to count is what was done, or what is paid: "7.2 billion originally budgeted", "the bill could exceed 12 billion"."""
    counted = one.quantity.counted
    if counted is None or counted in ONLY_DONE:
        return True
    last = counted.split(" ")[-1].lower()
    return last in PLANNED | MEANT | SUMS or last.removesuffix("s") in SUMS


def as_sum(text: str, one: Found, near: Sequence[Found], behind: Sequence[Found]) -> Found | None:
    """The figure as money where it is a sum; `near` are the figures before it, the last one first, `behind` the next ones."""
    money = next((other for other in near if other.kind is Kind.MONEY and not other.rule.endswith("converted")), None)
    if money is None or not _is_paid(text, one):
        money = _sum_beside(text, one, near, behind)
    if money is None:
        return None
    told = replace(one.quantity, unit=money.quantity.unit)
    if MORE.match(text, one.span.end) is None:
        # "It lost 65 million": so much, and not so much less than before.
        told = replace(told, role=Role.LEVEL, direction=0)
    return replace(one, kind=Kind.MONEY, quantity=told, rule=f"{one.rule}, currency told before it")


def _is_large(text: str, one: Found) -> bool:
    value = one.quantity.value or one.quantity.range.low
    return value is not None and value >= LEAST_SUM and SCALED.search(one.span.cut(text)) is not None


def _sum_beside(text: str, one: Found, near: Sequence[Found], behind: Sequence[Found]) -> Found | None:
    """The sum told last, or next where none was told yet, for millions of nothing that go on as sums do."""
    goes_on = GOES_ON_AS_SUM if OPENS.search(text, max(0, one.span.start - 40), one.span.start) is None else HELD_AGAINST
    if not _is_large(text, one) or goes_on.match(text, one.span.end) is None:
        return None
    last = next((other for other in near if _is_large(text, other)), None)
    if last is None:
        ahead = (other for other in behind if other.span.start - one.span.end <= REACH and _is_large(text, other))
        last = next((other for other in ahead if other.kind is not Kind.COUNT or not counts_nothing(other)), None)
    return last if last is not None and last.kind is Kind.MONEY else None


def _is_paid(text: str, one: Found) -> bool:
    """ "Defence gets 38 billion": millions of nothing named, behind a verb of paying."""
    if not _is_large(text, one):
        return False
    counted = (one.quantity.counted or "").split(" ")[-1].lower()
    if counted in SUMS | PLANNED or PAID.search(text, max(0, one.span.start - 40), one.span.start) is not None:
        return True
    return any(rule.match(text, one.span.end) for rule in (EXPECTED_SUM, OF_THE_SUM))
