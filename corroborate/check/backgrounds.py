"""Figures that stand beside an event and are none of its own: datelines, a family's children, a date of long ago."""

import re
from datetime import timedelta

from corroborate.check.statements import Position, Statement
from corroborate.model.figures import Period, Rank
from corroborate.model.synonyms import ranked

DATELINE = re.compile(r"^(?:[^\W\d_][^\n,(]{1,30}(?:, | \([^)\n]{2,30}\),? |\s))$")
AFTER_DATELINE = re.compile(r"^,? ?(?:\([^)\n]{2,40}\) ?)?(?:-|–|—|:)\s")
FAMILY = re.compile(r"\b(?:father|mother|parents?|dad|mum|grandfather|grandmother|widow|widower) of$", re.IGNORECASE)
RELATED = 40
"""Characters before a figure in which it is said to be of somebody's family."""

YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")
NIGHT = re.compile(r"\b(?:night|overnight|midnight|tonight)\b", re.IGNORECASE)
PAST = re.compile(r"\b(?:18|19|20)\d\d\b|\blast (?:year|decade|century)\b|\b(?:years?|decades?) ago\b", re.IGNORECASE)
HAD = re.compile(r"\bhad (?:[a-z]+ ){0,2}[a-z]+", re.IGNORECASE)
BEFORE = re.compile(r"\b(?:recently|previously|earlier|(?:shortly|not long|long|just|soon) before)\b", re.IGNORECASE)
LONG_AGO = timedelta(days=300)
ELSEWHERE = re.compile(r"^(?:When|At|During|In|After|Before|Since) (?:the )?((?:[A-Z][\w'’-]+ ){1,3}[A-Z][\w'’-]+)(?=[\s,]).*\bhad\b")
"""When the Lady Amber sank in the strait, 28 people had been hurt."""


def is_background(left: Position, right: Position) -> bool:
    """One side is no figure of the event at all, or the two are of two times or things.

    "A father of three", the "March 16" of a dateline, "in 2012 a gas explosion cost six lives" beside "on Wednesday", what had
    been when another ship sank.
    """
    if any(all(_stands_aside(one) for one in position.statements) for position in (left, right)):
        return True
    if looks_elsewhere(left, right) or looks_elsewhere(right, left):
        return True
    if _are_years_before(left) and _are_years_before(right):
        return True
    return _meet_at_night(left, right) or _is_long_ago(left, right) or _is_long_ago(right, left) or _ranks_other_things(left, right)


def looks_back(position: Position) -> bool:
    """Every statement tells what had been before: "police had arrested 43 of them only recently"."""
    texts = [one.claim.sentence.text for one in position.statements]
    return all(HAD.search(text) and BEFORE.search(text) for text in texts)


def looks_elsewhere(past: Position, other: Position) -> bool:
    """One side tells what had been at something that it names, and of which no article of the other side speaks."""
    opened = [ELSEWHERE.match(one.claim.sentence.text) for one in past.statements]
    named = {found.group(1) for found in opened if found is not None}
    return all(opened) and not any(name in one.article.text for name in named for one in other.statements)


def _stands_aside(statement: Statement) -> bool:
    text, place = statement.article.text, statement.claim.span.start
    if FAMILY.search(text[:place].rstrip()[-RELATED:]):
        return True
    line = text[text.rfind("\n", 0, place) + 1 : place]
    is_first = bool(DATELINE.match(line)) and line.split()[0].isupper()
    return is_first and AFTER_DATELINE.match(statement.article.text[statement.claim.span.end :]) is not None


def _meet_at_night(left: Position, right: Position) -> bool:
    """Neighbouring days of which one is told as a night: that to Thursday is Wednesday's to some and Thursday's to others."""
    if not (isinstance(left.lead, Period) and isinstance(right.lead, Period)):
        return False
    days = [left.lead.range.low, left.lead.range.high, right.lead.range.low, right.lead.range.high]
    known = [day for day in days if day is not None]
    if len(known) < len(days) or max(known) - min(known) > timedelta(days=1):
        return False
    return any(NIGHT.search(one.claim.surface) for position in (left, right) for one in position.statements)


def _are_years_before(position: Position) -> bool:
    """Every statement names a year in which something else had been: "an earthquake in the same region had killed 413 people in 2011"."""
    return isinstance(position.lead, Period) and all(
        YEAR.fullmatch(one.claim.surface) and HAD.search(one.claim.sentence.text) for one in position.statements
    )


def _is_long_ago(past: Position, other: Position) -> bool:
    """One side names a year that was long over when it was written, the other names no year and means days about then, or days to come."""
    if not (isinstance(past.lead, Period) and isinstance(other.lead, Period)):
        return False
    over = past.lead.range.high
    if over is None or over >= past.first.date() or not any(PAST.search(one.claim.surface) for one in past.statements):
        return False
    if other.lead.range.low is not None and other.lead.range.low > other.first.date():
        return True
    if past.first.date() - over < LONG_AGO:
        return False
    return not all(YEAR.search(one.claim.surface) for one in other.statements)


def _ranks_other_things(left: Position, right: Position) -> bool:
    """The largest maker of cartons and the largest merger are ranked among different things."""
    if not (isinstance(left.lead, Rank) and isinstance(right.lead, Rank)):
        return False
    heads = [{_stem(one.figure.head) for one in position.statements if isinstance(one.figure, Rank)} - {""} for position in (left, right)]
    return left.lead.place != right.lead.place and all(heads) and not heads[0] & heads[1]


def _stem(head: str) -> str:
    words = head.lower().split()
    return ranked(words[-1]) if words else ""
