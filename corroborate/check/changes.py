"""Differences that time explains: a figure that was updated, one that was corrected, an old one still in print."""

import re
from collections.abc import Sequence
from datetime import datetime, time, timedelta

from corroborate.check.differences import Difference, Finding, point
from corroborate.check.statements import Position, Statement
from corroborate.check.words import say
from corroborate.model.articles import Article
from corroborate.model.figures import Period, Quantity, Role
from corroborate.model.findings import DiscrepancyType
from corroborate.model.wordings import wording

GROWING = re.compile(
    r"\b(dead|deaths?|died|die|killed|kills?|toll|casualt\w+|victims?|bodies|injur\w+|hurt|wounded|hospitali[sz]ed|evacu\w+|votes?|ballots?|"
    r"counted|arrest\w*|detain\w*|detentions?|damages?|damaged|destroyed|burn\w*|flooded|infect\w*|cases|rescued|saved|complaints?|affected|"
    r"signatures?|donat\w+|raised|cancel\w+|recovered|charged|sickened|ill|fallen ill|reported missing|claims filed)\b",
    re.IGNORECASE,
)
EITHER_WAY = re.compile(
    r"\b(missing|unaccounted|trapped|stranded|displaced|homeless|shelters?|outages?|without (?:power|electricity|water|gas)|cut off|"
    r"hospital|critical|in custody|evacuat\w+)\b",
    re.IGNORECASE,
)
RENEWED = re.compile(
    r"\b(rose|risen|rises|rising|climb(?:s|ed)?|revis(?:es|ed)|updat(?:es|ed)|up from|down from|now stands?|"
    r"stands now|latest (?:count|figures?|tally)|"
    r"raised (?:the|its|their)|lowered (?:the|its|their)|has since|have since|upgraded|downgraded|new (?:count|figures?|tally|total))\b",
    re.IGNORECASE,
)
MOVED = re.compile(
    r"\b(postpon\w+|delay\w+|reschedul\w+|pushed back|brought forward|moved (?:to|from|back|up)|put off|new date)\b", re.IGNORECASE
)
NOTICE = re.compile(
    r"\b(correction|corrects|corrected|(?:an?|the) (?:earlier|previous) (?:version|report|story|article)|"
    r"previously (?:said|stated|reported|gave)|"
    r"incorrectly|erroneously|wrongly|misstated|mistakenly|clarification)\b",
    re.IGNORECASE,
)
NOTICE_REACH = 400
CLEARLY = timedelta(hours=2)
# A page that gives only a day is stamped with its midnight.
SAME_DAY = timedelta(hours=24)


def change(difference: Difference) -> tuple[Finding, ...]:
    """An update with its stale copies, where the figure may change with time and the outlets' times say that it did."""
    turned = _direction(difference)
    if turned is None or not difference.is_comparable:
        return ()
    old, new, why = turned
    settled = {one.outlet for one in new.statements if one.as_of >= old.last}
    early = [one for one in old.statements if not is_clearly_later(one.as_of, new.first)]
    late = [one for one in old.statements if is_clearly_later(one.as_of, new.first) and one.outlet not in settled]
    fresh = [one for one in early if is_clearly_later(new.first, one.as_of) or one.outlet in settled]
    if len({one.outlet for one in late}) > len(new.outlets) or not (fresh or (late and len(new.outlets) > 1)):
        return ()
    findings = []
    if fresh:
        findings.append(Finding(DiscrepancyType.UPDATE, "later_figure", why, (tuple(early), new.statements)))
    if late:
        stale = f"{say(new.lead)} had been reported since {new.first:%d %B %H:%M} UTC"
        findings.append(Finding(DiscrepancyType.STALE_COPY, "old_figure_still_printed", stale, (tuple(late), new.statements)))
    return tuple(findings)


def is_clearly_later(moment: datetime, other: datetime) -> bool:
    """Hours apart; a whole day where one of the two gives only its day."""
    dated = time(0) in (moment.time(), other.time())
    return moment - other >= (SAME_DAY if dated else CLEARLY)


def _direction(difference: Difference) -> tuple[Position, Position, str] | None:
    earlier, later = difference.by_time
    if isinstance(earlier.lead, Period):
        return (earlier, later, "the later reports say that the date was moved") if _cued(MOVED, later) else None
    if not isinstance(earlier.lead, Quantity):
        return None
    if _cued(RENEWED, later):
        return earlier, later, "the later figure is reported as a new one"
    if earlier.lead.role is not Role.LEVEL or point(earlier.lead) is None or point(later.lead) is None:
        return None
    return _by_growth(difference) or _by_generations(earlier, later)


def _by_growth(difference: Difference) -> tuple[Position, Position, str] | None:
    smaller, larger = difference.by_value
    about = f"{difference.group.question} {' '.join(sorted(_counted(smaller) | _counted(larger)))}"
    if EITHER_WAY.search(about):
        return (*difference.by_time, "such a count changes as an event goes on, and the second figure is the later")
    if GROWING.search(about):
        return smaller, larger, "such a count grows as an event goes on, and the larger figure is the later"
    return None


def _by_generations(earlier: Position, later: Position) -> tuple[Position, Position, str] | None:
    if len(earlier.outlets) < 2 or len(later.outlets) < 2 or not is_clearly_later(later.first, earlier.last):
        return None
    return earlier, later, "the earlier reports agree among themselves, and so do the later ones"


def _counted(position: Position) -> set[str]:
    return {one.figure.counted for one in position.statements if isinstance(one.figure, Quantity) and one.figure.counted}


def _cued(cue: re.Pattern[str], position: Position) -> bool:
    return any(cue.search(one.claim.sentence.text) for one in position.statements)


def notices(article: Article) -> tuple[str, ...]:
    """The sentences of an article that announce a correction, each at most 400 characters to either side of its cue."""
    found = []
    for cue in NOTICE.finditer(article.text):
        left = max(0, cue.start() - NOTICE_REACH)
        before, after = article.text[left : cue.start()], article.text[cue.start() : cue.end() + NOTICE_REACH]
        start = max(before.rfind(". ") + 1, before.rfind("\n") + 1)
        stops = [end for end in (after.find(". "), after.find("\n")) if end >= 0]
        found.append(before[start:] + after[: min(stops, default=len(after))])
    return tuple(dict.fromkeys(found))


def correction(difference: Difference) -> tuple[Finding, ...]:
    """A text announces that one figure was wrong and the other is right."""
    if not difference.is_comparable:
        return ()
    for wrong, right in ((difference.dissent, difference.leader), (difference.leader, difference.dissent)):
        announcing = [one for one in (*right.statements, *difference.dual) if _retracts(one.article, wrong, right)]
        if announcing:
            return (_corrected(wrong, right, announcing, difference.dual),)
    return ()


def _retracts(article: Article, wrong: Position, right: Position) -> bool:
    surfaces = {one.claim.surface.lower() for one in wrong.statements}
    valid = {one.claim.surface.lower() for one in right.statements}
    return any(_mentions(notice, surfaces) and not _names_wrong(notice, valid, surfaces) for notice in notices(article))


def _mentions(notice: str, surfaces: set[str]) -> bool:
    return any(re.search(rf"(?<![\w.,]){re.escape(surface)}(?!\w|[.,]\d)", notice.lower()) for surface in surfaces)


def _names_wrong(notice: str, valid: set[str], surfaces: set[str]) -> bool:
    """The notice says of the *other* figure that it was wrong: "corrects the toll to 41, not 14"."""
    replaced = re.search(
        r"\b(?:not|instead of|rather than|from|said|stated|reported|gave|was given as|misstated)\b(.*)", notice, re.IGNORECASE
    )
    return replaced is not None and _mentions(replaced.group(1), valid) and not _mentions(replaced.group(1), surfaces)


def _corrected(wrong: Position, right: Position, announcing: Sequence[Statement], dual: tuple[Statement, ...]) -> Finding:
    article = announcing[0].article
    explanation = f'{article.outlet} announces the correction: "{" ".join(_notice_of(article, wrong).split())}"'
    duals = {one.article.id for one in dual}
    others = tuple(one for one in wrong.statements if one.article.id not in duals)
    rights = tuple(one for one in right.statements if one.article.id not in duals) or right.statements
    return Finding(DiscrepancyType.CORRECTION, "announced", explanation, (others or wrong.statements, rights))


def _notice_of(article: Article, wrong: Position) -> str:
    surfaces = {one.claim.surface.lower() for one in wrong.statements}
    return next((notice for notice in notices(article) if _mentions(notice, surfaces)), wording(wrong.statements[0].claim))
