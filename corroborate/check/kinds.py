"""The kinds of difference within one group, tested in their fixed order."""

import re
from collections.abc import Callable, Mapping, Sequence

from corroborate.check.attributions import attributions
from corroborate.check.changes import change
from corroborate.check.corrections import correction
from corroborate.check.differences import Difference, Finding, merged, point, restrict, without
from corroborate.check.figures import AGREEING, compare_figures
from corroborate.check.headcounts import counts_those_aboard, is_told_of_doer
from corroborate.check.misprints import slip_between
from corroborate.check.plausibility import are_told_apart, differ_by_outlet, is_about_other_times, may_answer_one_question
from corroborate.check.rivals import BOTH_TOLD, both_told, patients_counted, rival_sources
from corroborate.check.roundings import rounding
from corroborate.check.scopes import period, scope, unit
from corroborate.check.slips import altered, changed_in_copy, copy_pair, part_whole, those_aboard, typo
from corroborate.check.statements import Position
from corroborate.model.articles import Reading
from corroborate.model.figures import Figure, Participation, Period, Quantity, Rank
from corroborate.model.findings import Comparison, DiscrepancyType, Relation
from corroborate.model.months import ANY_MONTH
from corroborate.model.stories import ClaimGroup, Reuse
from corroborate.model.units import are_convertible

Check = Callable[[Difference], tuple[Finding, ...]]
# An outlet may well print both figures of these, one after the other.
WITHIN_OUTLETS = frozenset({DiscrepancyType.UPDATE, DiscrepancyType.STALE_COPY, DiscrepancyType.CORRECTION})
OF_ONE_QUESTION = frozenset({DiscrepancyType.CONFLICT, DiscrepancyType.PART_WHOLE, DiscrepancyType.TENSION})
MOST_FIGURES = 8
OPENING = 300
CALENDAR = re.compile(rf"\d|{ANY_MONTH}", re.IGNORECASE)


def party(difference: Difference) -> tuple[Finding, ...]:
    """The outlets name different people or bodies in one role."""
    if not isinstance(difference.leader.lead, Participation) or difference.comparison.relation is not Relation.CONFLICT:
        return ()
    return (_sides(difference, DiscrepancyType.PARTY, "other_party"),)


def _are_one_side(difference: Difference) -> bool:
    return _goes_with(difference.leader, difference.dissent) or _goes_with(difference.dissent, difference.leader)


def _goes_with(one: Position, other: Position) -> bool:
    """The other's own sentences tell that both are one side: "the Centre Party of Ilva Strand"."""
    if not (isinstance(one.lead, Participation) and isinstance(other.lead, Participation)):
        return False
    names = "|".join(re.escape(name) for name in one.lead.names), "|".join(re.escape(name) for name in other.lead.names)
    joined = re.compile(rf"\b(?:{names[0]})(?:,? (?:of|led by|under) |['’]s )(?:[\w-]+ ){{0,4}}(?:{names[1]})\b")
    return any(joined.search(" ".join(stated.claim.sentence.text.split())) for stated in other.statements)


def rank(difference: Difference) -> tuple[Finding, ...]:
    """The outlets give different places: the largest, or one of the largest."""
    if not isinstance(difference.leader.lead, Rank) or difference.comparison.relation is Relation.INCOMPARABLE:
        return ()
    return (_sides(difference, DiscrepancyType.RANK, "other_place"),)


def tension(difference: Difference) -> tuple[Finding, ...]:
    """The wordings hardly leave room for each other."""
    if difference.comparison.relation is Relation.TENSION:
        return (_sides(difference, DiscrepancyType.TENSION, "soft_bound"),)
    if _is_day_by_name(difference):
        return (_sides(difference, DiscrepancyType.TENSION, "neighbouring_days"),)
    return ()


def conflict(difference: Difference) -> tuple[Finding, ...]:
    """The figures cannot both be right, and nothing explains the difference."""
    if difference.comparison.relation is not Relation.CONFLICT:
        return ()
    return (_sides(difference, DiscrepancyType.CONFLICT, "disjoint"),)


# Announced corrections, what hospitals count and who counts those aboard alone are looked for before updates, which they would
# otherwise pass for.
CHECKS: tuple[Check, ...] = (
    unit,
    scope,
    period,
    correction,
    patients_counted,
    both_told,
    those_aboard,
    change,
    rounding,
    typo,
    changed_in_copy,
    part_whole,
    rival_sources,
    party,
    rank,
    tension,
    conflict,
)


def differences(
    group: ClaimGroup, taken: Sequence[Position], readings: Mapping[str, Reading], reuses: Sequence[Reuse], outlets: frozenset[str]
) -> tuple[Finding, ...]:
    """Everything found about the positions of one group, each dissenting one held against the best supported; `outlets` are the story's."""
    found: list[Finding] = []
    copies = altered(reuses) if len(taken) > 2 else ()
    for dissent in taken[1:]:
        difference = _difference(group, (_reference(taken, dissent, group, copies), dissent), readings, reuses)
        if difference is not None:
            found.extend(classify(difference))
    return (*merged(found), *attributions(taken, outlets))


def _reference(taken: Sequence[Position], dissent: Position, group: ClaimGroup, copies: Sequence[Reuse]) -> Position:
    """The best supported position, but where the figure is a slip for another one with more support, or its very number in another
    unit, that one; where it stands in a copy, that of the original; where it is of the passengers alone, the next larger count of all
    people: the toll that it is a part of."""
    better = (one for one in taken[1:] if one.weight > dissent.weight and _is_mistaken_for(one.lead, dissent.lead))
    original = (one for one in taken[1:] if copy_pair(one, dissent, copies) is not None)
    wider = [] if "aboard" in group.question else [one for one in taken if _is_part_of(dissent, one)]
    return next(better, None) or next(original, None) or min(wider, key=lambda one: point(one.lead) or 0, default=taken[0])


def _is_part_of(one: Position, other: Position) -> bool:
    """The one counts passengers or crew alone, the other, which is larger, all people."""
    low, high = point(one.lead), point(other.lead)
    return low is not None and high is not None and low < high and counts_those_aboard(one, other)


def _is_mistaken_for(figure: Figure, other: Figure) -> bool:
    if slip_between(figure, other) is not None:
        return True
    if not (isinstance(figure, Quantity) and isinstance(other, Quantity)) or figure.value is None:
        return False
    return figure.value == other.value and figure.unit != other.unit and are_convertible(figure.unit, other.unit)


def classify(difference: Difference) -> tuple[Finding, ...]:
    """The findings of the first check that has any."""
    if is_told_of_doer(difference) or _are_those_aboard_and_passengers(difference) or _are_one_side(difference):
        return ()
    checks = (typo,) if is_about_other_times(difference) else CHECKS
    found = next((findings for check in checks if (findings := check(difference))), ())
    if found and found[0].type in OF_ONE_QUESTION and are_told_apart(difference):
        return ()
    is_within = bool(found) and (found[0].type in WITHIN_OUTLETS or found[0].rule == BOTH_TOLD)
    return found if found and (is_within or differ_by_outlet(difference)) else ()


def _are_those_aboard_and_passengers(difference: Difference) -> bool:
    """How many passengers there were is asked beside how many people were aboard."""
    return "aboard" in difference.group.question and counts_those_aboard(difference.leader, difference.dissent)


def _difference(
    group: ClaimGroup, pair: tuple[Position, Position], readings: Mapping[str, Reading], reuses: Sequence[Reuse]
) -> Difference | None:
    """None where the figures cannot be compared, or where one and the same article states both and corrects neither."""
    leader, dissent = pair
    comparison = _worst(leader, dissent)
    if comparison.relation in AGREEING or not may_answer_one_question(leader, dissent):
        return None
    both = leader.articles & dissent.articles
    dual = tuple(one for position in pair for one in position.statements if one.article.id in both)
    own = _as_the_word_of_the_source(leader, dissent) | _as_its_own(leader, dissent)
    sides = [without(leader, both), without(dissent, both - own)]
    if all(sides):
        return Difference(group, restrict(leader, sides[0]), restrict(dissent, sides[1]), comparison, dual, readings, tuple(reuses))
    whole = Difference(group, leader, dissent, comparison, dual, readings, tuple(reuses))
    return whole if correction(whole) or both_told(whole) else None


def _as_the_word_of_the_source(leader: Position, dissent: Position) -> frozenset[str]:
    """Articles that give both ranks, and the dissenting one as the word of the very source that the others quote for the leading one.

    "Called the largest elsewhere, it was one of the largest, the company says" contradicts those who have the company say the largest.
    """
    if not isinstance(leader.lead, Rank):
        return frozenset()
    quoted = {(one.article.id, one.claim.attribution.speaker) for one in leader.statements if one.claim.attribution.speaker}
    return frozenset(
        one.article.id
        for one in dissent.statements
        if (one.article.id, one.claim.attribution.speaker) not in quoted and one.claim.attribution.speaker in {who for _, who in quoted}
    )


def _as_its_own(leader: Position, dissent: Position) -> frozenset[str]:
    """Articles that open with the dissenting count, the larger, and give the other further down, of those who were counted there.

    "Three people were injured. ... The hospital treated two with gunshot wounds": three is what it says.
    """
    first, second = point(leader.lead), point(dissent.lead)
    if first is None or second is None or first >= second or not isinstance(dissent.lead, Quantity) or dissent.lead.unit is not None:
        return frozenset()
    below: dict[str, int] = {}
    for one in leader.statements:
        below[one.article.id] = min(one.claim.span.start, below.get(one.article.id, one.claim.span.start))
    return frozenset(
        one.article.id
        for one in dissent.statements
        if one.claim.span.start < OPENING and one.claim.span.start < below.get(one.article.id, 0)
    )


def _worst(leader: Position, dissent: Position) -> Comparison:
    """How the leading figures stand to each other, or where those leave it open a pair that flatly excludes each other."""
    comparison = compare_figures(leader.lead, dissent.lead)
    if comparison.relation is not Relation.TENSION:
        return comparison
    figures = [tuple(dict.fromkeys(one.figure for one in position.statements))[:MOST_FIGURES] for position in (leader, dissent)]
    found = (compare_figures(left, right) for left in figures[0] for right in figures[1])
    return next((one for one in found if one.relation is Relation.CONFLICT), comparison)


def _sides(difference: Difference, kind: DiscrepancyType, rule: str) -> Finding:
    return Finding(kind, rule, difference.comparison.reason, (difference.leader.statements, difference.dissent.statements))


def _is_day_by_name(difference: Difference) -> bool:
    """Neighbouring days of which one is told by its name: "Wednesday" depends on the outlet's own day."""
    left, right = difference.leader.lead, difference.dissent.lead
    if not (isinstance(left, Period) and isinstance(right, Period)):
        return False
    days = (left.range.low, left.range.high, right.range.low, right.range.high)
    if None in days or days[0] != days[1] or days[2] != days[3] or days[0] is None or days[2] is None or abs((days[0] - days[2]).days) != 1:
        return False
    positions = (difference.leader, difference.dissent)
    return any(all(not CALENDAR.search(one.claim.surface) for one in position.statements) for position in positions)
