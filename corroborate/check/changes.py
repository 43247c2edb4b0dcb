"""Differences that time explains: a figure that was updated, an old one still in print."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from corroborate.check.differences import Difference, Finding, point
from corroborate.check.headcounts import deaths_told
from corroborate.check.misprints import is_evident, slip_between
from corroborate.check.roundings import is_loose_rounding
from corroborate.check.statements import Position, Statement, is_clearly_later
from corroborate.check.words import say, say_when
from corroborate.model.claims import Claim, between_semicolons
from corroborate.model.figures import Period, Quantity, Role
from corroborate.model.findings import DiscrepancyType, Relation
from corroborate.model.wordings import join

GROWING = re.compile(
    r"\b(dead|deaths?|died|die|killed|kills?|toll|casualt\w+|victims?|bodies|injur\w+|hurt|wounded|hospitali[sz]ed|evacu\w+|"
    r"votes?|ballots?|counted|arrest\w*|detain\w*|detentions?|damages?|damaged|destroyed|burn\w*|flooded|infect\w*|cases|rescued|were hit|"
    r"saved|complaints?|affected|signatures?|donat\w+|cancel\w+|sick\w*|ill|reported missing)\b",
    re.IGNORECASE,
)
EITHER_WAY = re.compile(
    r"\b(missing|unaccounted|trapped|stranded|displaced|homeless|shelters?|outages?|blackouts?|cut off|hospital|critical|in custody|"
    r"(?:without|no|lost|lose) (?:power|electricity|water|gas)|evacuat\w+)\b",
    re.IGNORECASE,
)
RENEWED = re.compile(
    r"\b(rose|risen|rises|rising|climb(?:s|ed)?|revis(?:es|ed)|updat(?:es|ed)|up from|down from|now stands?|stands now|"
    r"latest (?:count|figures?|tally)|weakened to|strengthened to|raised (?:the|its|their)|lowered (?:the|its|their)|"
    r"has since|have since|upgraded|downgraded|new (?:count|figures?|tally|total))\b",
    re.IGNORECASE,
)
ELSE = re.compile(r",(?! (?:up|down|from|now|having|after)\b)| and (?=[\w’'-]+ (?:[\w’'-]+ )?(?:rose|climbed)\b)")
"""Behind a figure, where something else is told."""

PERCENT = "%"
MOVED = re.compile(
    r"\b(postpon\w+|delay\w+|reschedul\w+|pushed back|brought forward|moved (?:to|from|back|up)|put off|new date)\b", re.IGNORECASE
)
MISCOUNTED = re.compile(
    r"\b(recount\w*|counted (?:twice|double)|double[- ]count\w*|miscount\w*|counting (?:error|mistake)|duplicat\w+|"
    r"(?:been|was|were) (?:wrongly|mistakenly|incorrectly) (?:counted|included|listed|recorded)|in error)\b",
    re.IGNORECASE,
)
LOWERED = re.compile(
    r"\b(lowered|lowers|revis(?:ed|es|ing) (?:\w+ ){0,4}(?:down|from)|downgrad(?:ed|es)|down from|(?:cut|reduc(?:ed|es)) (?:the|its|their) "
    r"(?:\w+ )?(?:toll|count|tally|estimate|figure|number)|fewer than (?:first|previously|initially|originally)|had been found|"
    r"earlier (?:figure|count|toll|estimate|tally) of)\b",
    re.IGNORECASE,
)
INJURED = re.compile(r"\b(?:injured|hurt|wounded)\b", re.IGNORECASE)
STILL = re.compile(r"\b(?:still|remains?|remained|(?:are|is|were|was) being treated|in (?:its|their) care)\b", re.IGNORECASE)
TRADED = re.compile(r"\b(?:shares?|stocks?|index|closed|traded|trading)\b", re.IGNORECASE)
SPREADING = re.compile(r"\b(?:fires?|wildfires?|blazes?|flood\w*|oil spill|slick)\b", re.IGNORECASE)
CONTAINED = re.compile(r"\b(?:contained|containment)\b", re.IGNORECASE)
AREAS = frozenset({"hectare", "acre", "square kilometre", "square mile", "square metre"})
ALL = re.compile(r"\ball (?:of (?:the|them) )?(?:[\w-]+ )?(?:\w+ )?$", re.IGNORECASE)
ABOARD = re.compile(r"\b(?:aboard|on board|occupants|in the (?:car|plane|boat|vehicle))\b", re.IGNORECASE)
TAKEN = "sides of a vote"
"""The rule of the reader that reads "voted 7-4"."""
NAMED = ("people enumerated", "people told one by one")
"""The rules of the reader that count those who are named."""

BEHIND = 250
# A report that goes out within a quarter of an hour of the new figure may have been written before it.
LATE = timedelta(minutes=15)


def change(difference: Difference) -> tuple[Finding, ...]:
    """An update with its stale copies, where the figure may change with time and the outlets' times say that it did."""
    if difference.is_comparable and (lowered := fallen(difference)):
        return lowered
    turned = _direction(difference)
    if turned is None or not difference.is_comparable:
        return ()
    old, new, why = turned
    settled = {one.outlet for one in new.statements if one.as_of >= old.last}
    late = [one for one in old.statements if one.article.as_of - new.first >= LATE and one.outlet not in settled]
    early = [one for one in old.statements if one not in late]
    fresh = [one for one in early if is_clearly_later(new.first, one.as_of) or one.outlet in settled]
    if late and _is_mistyped(difference, new):
        return ()
    if len({one.outlet for one in late}) > len(new.outlets) or not (fresh or _is_outdated(difference, late, new)):
        return ()
    findings = []
    if fresh:
        findings.append(Finding(DiscrepancyType.UPDATE, "later_figure", why, (tuple(early), new.statements)))
    if late:
        stale = f"{say(new.lead)} had been in print since {say_when(new.first)}"
        findings.append(Finding(DiscrepancyType.STALE_COPY, "old_figure_still_printed", stale, (tuple(late), new.statements)))
    return tuple(findings)


def _is_mistyped(difference: Difference, new: Position) -> bool:
    """One outlet alone has the digits swapped, and others go on printing the figure that stood before."""
    return len(new.outlets) == 1 and slip_between(difference.leader.lead, difference.dissent.lead) is not None


def fallen(difference: Difference) -> tuple[Finding, ...]:
    """A later, smaller count that an outlet gives in place of its own, or that is told to come from counting again."""
    earlier, later = difference.by_time
    old, new = point(earlier.lead), point(later.lead)
    if not isinstance(later.lead, Quantity) or later.lead.role is not Role.LEVEL or old is None or new is None or new >= old:
        return ()
    if is_evident(earlier.lead, later.lead) or is_loose_rounding(earlier.lead, later.lead):
        return ()
    sides = (earlier.statements, later.statements)
    told = [passage for one in later.statements if one.as_of > earlier.first for passage in (_passage(one),)]
    if any(MISCOUNTED.search(passage) for passage in told):
        why = "the later report says that the earlier count was wrong"
        return (Finding(DiscrepancyType.CORRECTION, "recount", why, sides),)
    if any(LOWERED.search(passage) for passage in told):
        return (Finding(DiscrepancyType.UPDATE, "later_figure", "the later report gives the smaller figure as a new one", sides),)
    if INJURED.search(difference.group.question) and later.first > earlier.first and _have_died(difference, old - new):
        why = "as many more are dead in the later report as fewer are hurt"
        return (Finding(DiscrepancyType.UPDATE, "some_have_died", why, sides),)
    if set(earlier.outlets) & set(later.outlets) and later.first > earlier.first and may_change(difference) and not _is_of_one(later):
        why = f"{join(tuple(dict.fromkeys(one for one in later.outlets if one in earlier.outlets)))} has since lowered its own figure"
        return (Finding(DiscrepancyType.UPDATE, "own_later_figure", why, sides),)
    return ()


def _is_of_one(position: Position) -> bool:
    """One person is told of, where nobody counts: that there were more is not taken back."""
    return point(position.lead) == 1 and all(one.claim.rule.startswith(NAMED) for one in position.statements)


def _have_died(difference: Difference, fewer: Decimal) -> bool:
    """The reports with the smaller count of the hurt tell of so many more dead than those with the larger."""
    earlier, later = ({deaths_told(difference.readings[one]) for one in side.articles} for side in difference.by_time)
    return any(after - before == fewer for before in earlier for after in later)


def _passage(statement: Statement) -> str:
    """The sentence of a statement and what follows at once."""
    start = statement.claim.sentence.start
    return statement.article.text[start : start + len(statement.claim.sentence.text) + BEHIND]


def may_change(difference: Difference) -> bool:
    """What is counted grows or changes as an event goes on."""
    about = f"{difference.group.question} {' '.join(sorted(_counted(difference.leader) | _counted(difference.dissent)))}"
    return bool(GROWING.search(about) or EITHER_WAY.search(about))


def _is_outdated(difference: Difference, late: Sequence[Statement], new: Position) -> bool:
    """Nobody printed the figure before the new one was out, yet several had the new one hours earlier."""
    is_conflict = difference.comparison.relation is Relation.CONFLICT
    return is_conflict and len(new.outlets) > 1 and any(is_clearly_later(one.as_of, new.first) for one in late)


def _direction(difference: Difference) -> tuple[Position, Position, str] | None:
    earlier, later = difference.by_time
    if isinstance(earlier.lead, Period):
        return (earlier, later, "the later reports say that the date was moved") if _cued(MOVED, later) else None
    if not isinstance(earlier.lead, Quantity):
        return None
    if (traded := _of_the_day(earlier, later)) is not None:
        return traded
    if _cued(CONTAINED, earlier) and _cued(CONTAINED, later) and later is difference.by_value[1]:
        return earlier, later, "such a share grows as a fire is fought, and the larger figure is the later"
    # "Rose by 3" is how a change is told, not that the figure is new.
    if earlier.lead.role is not Role.LEVEL:
        return None
    if _renewed(later) and not _renewed(earlier):
        return earlier, later, "the later figure is reported as a new one"
    if (
        is_evident(earlier.lead, later.lead)
        or is_loose_rounding(earlier.lead, later.lead)
        or point(earlier.lead) is None
        or point(later.lead) is None
    ):
        return None
    return _by_growth(difference) or _by_generations(earlier, later)


def _by_growth(difference: Difference) -> tuple[Position, Position, str] | None:
    smaller, larger = difference.by_value
    about = f"{difference.group.question} {' '.join(sorted(_counted(smaller) | _counted(larger)))}"
    earlier, later = difference.by_time
    if _spreads(smaller) and _spreads(larger) and larger is later:
        return smaller, larger, "such an area grows as an event goes on, and the larger figure is the later"
    # Nothing halves within minutes: what is that close in time and smaller has not been looked up again.
    if EITHER_WAY.search(about) and is_clearly_later(later.first, _last_before(earlier, later.first)):
        return (*difference.by_time, "such a count changes as an event goes on, and the second figure is the later")
    if later is smaller and is_clearly_later(later.first, earlier.first) and _cued(STILL, later) and not _cued(STILL, earlier):
        return (earlier, later, "the later figure is of those who still are, after some recovered or died")
    if isinstance(later.lead, Quantity) and later.lead.unit == PERCENT:
        # A share of the votes does not grow.
        return None
    if (GROWING.search(about) or EITHER_WAY.search(about)) and not _is_decided(smaller, larger):
        return smaller, larger, "such a count grows as an event goes on, and the larger figure is the later"
    return None


def _is_decided(*positions: Position) -> bool:
    """The sides of a vote that was taken, or "all four on board": no count goes on."""
    stated = [one.claim for position in positions for one in position.statements]
    return any(one.rule == TAKEN or (ALL.search(f"{_before(one)}{one.surface} ") and ABOARD.search(one.sentence.text)) for one in stated)


def _before(claim: Claim) -> str:
    """The word before the figure."""
    place = claim.span.start - claim.sentence.start
    return claim.sentence.text[max(0, place - 8) : place]


def _last_before(position: Position, moment: datetime) -> datetime:
    """When it was last taken before that moment; who prints it afterwards has not looked again."""
    return max((one.as_of for one in position.statements if one.as_of <= moment), default=position.first)


def _spreads(position: Position) -> bool:
    """The area that a fire, a flood or a spill covers."""
    areas = [one for one in position.statements if isinstance(one.figure, Quantity) and one.figure.unit in AREAS]
    return bool(areas) and any(SPREADING.search(one.article.text) for one in areas)


def _of_the_day(earlier: Position, later: Position) -> tuple[Position, Position, str] | None:
    """How far a share has moved is another figure an hour on, and another at the close."""
    pair = (earlier, later)
    if not all(isinstance(one.lead, Quantity) and one.lead.role is Role.CHANGE and one.lead.unit == "%" for one in pair):
        return None
    if not all(_cued(TRADED, one) for one in pair) or earlier.lead.direction != later.lead.direction:  # type: ignore[union-attr]
        return None
    if not is_clearly_later(later.first, earlier.last) or set(earlier.outlets) & set(later.outlets):
        return None
    return earlier, later, "prices move all day, and the second figure is the later"


def _by_generations(earlier: Position, later: Position) -> tuple[Position, Position, str] | None:
    if len(earlier.outlets) < 2 or len(later.outlets) < 2 or not is_clearly_later(later.first, earlier.last):
        return None
    # Outlets that print both, unhedged by any word of news, write of two things.
    if set(earlier.outlets) & set(later.outlets):
        return None
    return earlier, later, "the earlier reports agree among themselves, and so do the later ones"


def _counted(position: Position) -> set[str]:
    return {one.figure.counted for one in position.statements if isinstance(one.figure, Quantity) and one.figure.counted}


def _cued(cue: re.Pattern[str], position: Position) -> bool:
    """Some sentence of the position has the cue; what is told behind a semicolon is told of something else."""
    return any(cue.search(_part(one.claim)) for one in position.statements)


def _renewed(position: Position) -> bool:
    """Some sentence says of the very figure that it has moved; of "births fell to 64,100, that of deaths rose" only the deaths rose."""
    for one in position.statements:
        part = _part(one.claim)
        place = part.find(one.claim.surface)
        behind = place + len(one.claim.surface)
        if place >= 0 and RENEWED.search(part[:behind] + ELSE.split(part[behind:], maxsplit=1)[0]):
            return True
    return False


def _part(claim: Claim) -> str:
    place = claim.span.start - claim.sentence.start
    low, high = between_semicolons(claim.sentence.text, place, place)
    return claim.sentence.text[low:high]
