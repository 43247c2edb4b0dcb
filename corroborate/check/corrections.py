"""Corrections that a text itself announces: "an earlier version of this report said 480"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from corroborate.check.differences import Difference, Finding, point
from corroborate.check.figures import compare_figures
from corroborate.check.misprints import slip_between
from corroborate.check.notices import leads_from, notices, tells_of
from corroborate.check.statements import Position, Statement
from corroborate.model.articles import Article
from corroborate.model.claims import Claim
from corroborate.model.figures import Figure, Kind, Quantity, Role
from corroborate.model.findings import DiscrepancyType, Relation
from corroborate.model.retractions import retraction_for

INSTEAD = re.compile(
    r"\b(?:not|instead of|rather than|from|said|stated|reported|gave|given as|misstated|spoke of|put|wrongly|incorrectly)\b"
    r"(.*)",
    re.IGNORECASE,
)
NOTICE_WORDS = frozenset(
    ("million", "billion", "trillion", "dollars", "euros", "pounds", "francs", "percent", "people", "earlier", "version", "article",
     "report", "wrongly", "figure", "correction", "corrected", "previous", "about", "there", "their", "which", "nearly", "almost")
)  # fmt: skip
# "Wrongly spoke of 480 people" may take back a figure of visitors or of guests.
EVERYBODY = frozenset({"people", "persons"})
SIZE = 2


def correction(difference: Difference) -> tuple[Finding, ...]:
    """A text announces that one of the two figures was wrong and the other is right."""
    if not difference.is_comparable or not _is_near(difference.leader.lead, difference.dissent.lead):
        return ()
    for wrong, right in ((difference.dissent, difference.leader), (difference.leader, difference.dissent)):
        for one in (*right.statements, *difference.dual):
            notice = _retracting(one.article, wrong, right) or _taking_back(one, wrong)
            if notice is not None:
                return (_corrected(wrong, right, (one.article, notice), difference.dual),)
    return _unnamed(difference)


def _unnamed(difference: Difference) -> tuple[Finding, ...]:
    """An outlet announces that such a figure was wrong, and had printed the other one itself before."""
    for wrong, right in ((difference.dissent, difference.leader), (difference.leader, difference.dissent)):
        for one in right.statements:
            before = [old for old in wrong.statements if old.outlet == one.outlet and old.as_of < one.as_of]
            notice = tells_of(one.article, one.claim.kind) if before else None
            old, new = point(wrong.lead), point(right.lead)
            if notice is not None and (old is None or new is None or leads_from(notice, falls=new < old)):
                return (_corrected(wrong, right, (one.article, notice), difference.dual),)
    return ()


def _retracting(article: Article, wrong: Position, right: Position) -> str | None:
    """The notice that names the wrong figure, or names it as the one replaced: "to 41, not 14"."""
    surfaces = {one.claim.surface.lower() for one in wrong.statements}
    valid = {one.claim.surface.lower() for one in right.statements}
    texts = (" ".join(span.cut(article.text).split()) for span in notices(article))
    return next((text for text in texts if _mentions(text, surfaces) and not _blames(text, valid, surfaces)), None)


def _taking_back(one: Statement, wrong: Position) -> str | None:
    """The sentence that says itself which figure was wrong: "17 men died and not 19, as it had first announced"."""
    found, old = retraction_for(one.claim), point(wrong.lead)
    if found is None or not found.corrects or old is None or found.value != float(old):
        return None
    return " ".join(one.claim.sentence.text.split())


def _mentions(notice: str, surfaces: Iterable[str]) -> bool:
    return any(re.search(rf"(?<![\w.,]){re.escape(surface)}(?!\w|[.,]\d)", notice.lower()) for surface in surfaces)


def _blames(notice: str, valid: set[str], surfaces: set[str]) -> bool:
    """It is the other figure that the notice calls wrong."""
    replaced = INSTEAD.search(notice)
    return replaced is not None and _mentions(replaced.group(1), valid) and not _mentions(replaced.group(1), surfaces)


def _corrected(wrong: Position, right: Position, announced: tuple[Article, str], dual: tuple[Statement, ...]) -> Finding:
    article, notice = announced
    duals = {one.article.id for one in dual}
    old = tuple(one for one in wrong.statements if one.article.id not in duals) or wrong.statements
    new = tuple(one for one in right.statements if one.article.id not in duals) or right.statements
    return Finding(DiscrepancyType.CORRECTION, "announced", f'{article.outlet} announces the correction: "{notice}"', (old, new))


def self_corrections(groups: Mapping[str, Sequence[Position]]) -> dict[str, tuple[Finding, ...]]:
    """Figures that only a notice still names, each against what its article says now; by the id of the latter's group."""
    by_article: dict[str, list[tuple[Statement, str]]] = {}
    for group, taken in groups.items():
        for one in (one for position in taken for one in position.statements if notices(one.article)):
            by_article.setdefault(one.article.id, []).append((one, group))
    found: dict[str, tuple[Finding, ...]] = {}
    for stated in by_article.values():
        for group, finding in _retracted(stated, groups):
            found[group] = (*found.get(group, ()), finding)
    return found


def _retracted(stated: Sequence[tuple[Statement, str]], groups: Mapping[str, Sequence[Position]]) -> Iterator[tuple[str, Finding]]:
    article = stated[0][0].article
    for span in notices(article):
        named = [pair for pair in stated if span.start <= pair[0].claim.span.start < span.end]
        for old, home in named:
            replacing = _replacement(old, home, [pair for pair in stated if pair[0] is not old], groups)
            if replacing is None:
                continue
            new, group = replacing
            position = _position_of(new, groups[group])
            notice = " ".join(span.cut(article.text).split())
            explanation = f'{article.outlet} announces the correction: "{notice}"'
            yield group, Finding(DiscrepancyType.CORRECTION, "announced", explanation, ((old,), position.statements))


def _replacement(
    old: Statement, home: str, others: Sequence[tuple[Statement, str]], groups: Mapping[str, Sequence[Position]]
) -> tuple[Statement, str] | None:
    """What the article says now in place of a figure that it takes back: the same thing counted, another number."""
    fitting = [
        (new, group)
        for new, group in others
        if group != home
        and new.claim.kind is old.claim.kind
        and any(_counts_the_same(old.claim, one.claim) for one in (new, *_position_of(new, groups[group]).statements))
        and _is_replaced(old, new, groups[group])
    ]
    near = [pair for pair in fitting if _is_near(old.figure, _position_of(pair[0], groups[pair[1]]).lead)]
    if len({group for _, group in near}) > 1:
        # Where several figures may be meant, the notice must name the thing.
        near = [pair for pair in near if _shares_words(old.claim, pair[0].claim)]
    return min(near, key=lambda pair: pair[0].claim.span.start, default=None)


def _position_of(statement: Statement, taken: Sequence[Position]) -> Position:
    return next(one for one in taken if statement in one.statements)


def _is_replaced(old: Statement, new: Statement, taken: Sequence[Position]) -> bool:
    """What the article says now, or the figure that it stands with, excludes the old one: "hundreds" beside others' 218."""
    figures = (new.figure, _position_of(new, taken).lead)
    return any(compare_figures(_in_the_role_of(figure, old.figure), figure).relation is Relation.CONFLICT for figure in figures)


def _in_the_role_of(figure: Figure, old: Figure) -> Figure:
    """A notice gives a bare number; whether it was a rise or a level is told by what replaces it."""
    if isinstance(figure, Quantity) and isinstance(old, Quantity) and old.role is Role.LEVEL:
        return replace(old, role=figure.role, direction=figure.direction)
    return old


def _counts_the_same(old: Claim, new: Claim) -> bool:
    """The same noun is counted; sums, shares and measures are told by their unit, which a notice repeats more surely."""
    if not (isinstance(old.figure, Quantity) and isinstance(new.figure, Quantity)) or old.kind is not Kind.COUNT:
        return True
    first, second = _head(old.figure), _head(new.figure)
    return None in (first, second) or first == second or bool({first, second} & EVERYBODY)


def _head(figure: Quantity) -> str | None:
    """The noun counted: "reports" for "reports of smoke"."""
    words = (figure.counted or "").lower().partition(" of ")[0].split()
    return words[-1] if words else None


def _is_near(old: Figure, new: Figure) -> bool:
    """The numbers are of one size, or one is a slip for the other; days are near whatever they are."""
    first, second = point(old), point(new)
    if first is None or second is None:
        return True
    small, large = sorted((abs(first), abs(second)))
    return large <= SIZE * small or slip_between(old, new) is not None


def _shares_words(old: Claim, new: Claim) -> bool:
    first, second = (set(re.findall(r"[a-z]{5,}", claim.sentence.text.lower())) for claim in (old, new))
    return bool((first & second) - NOTICE_WORDS)
