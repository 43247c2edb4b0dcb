"""Which differences an edition really contains: what was planted and survived the wording, and what grew between reports."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from corroborate.model.figures import Approx, Kind
from corroborate.model.findings import DiscrepancyType, Relation, Verdict
from corroborate.model.ranges import Range
from corroborate.newsroom.plants import Plot, Seed
from corroborate.newsroom.publications import Copy
from corroborate.newsroom.truth import Expected, OriginTruth, Planted, SideTruth
from corroborate.newsroom.wording import Form, admits, range_of

APART = {Relation.TENSION, Relation.CONFLICT}
SCALED = re.compile(r"million|billion|\dm\b|\dbn\b")
TELLING_DIGITS = 3
BY_FIGURE = {
    DiscrepancyType.CONFLICT: Relation.CONFLICT,
    DiscrepancyType.TYPO: Relation.CONFLICT,
    DiscrepancyType.ROUNDING: Relation.CONFLICT,
    DiscrepancyType.STALE_COPY: Relation.CONFLICT,
    DiscrepancyType.TENSION: Relation.TENSION,
}
DISPUTES = {DiscrepancyType.CONFLICT, DiscrepancyType.TYPO, DiscrepancyType.PARTY}
UPDATES = {DiscrepancyType.UPDATE, DiscrepancyType.STALE_COPY, DiscrepancyType.CORRECTION}
ASIDE = {DiscrepancyType.UNIT, DiscrepancyType.SCOPE, DiscrepancyType.PERIOD, DiscrepancyType.PART_WHOLE}


def disputes(plot: Plot, told: Sequence[Copy]) -> tuple[Planted, ...]:
    """The discrepancies among the newest versions of an event's articles."""
    planted = (_from_seed(plot, seed, told) for seed in plot.seeds)
    grown = (_from_growth(plot, ask.key, told) for ask in plot.event.scene.asks if plot.event.grows(ask.key))
    found = [one for one in (*planted, *grown) if one is not None]
    return (*found, *_from_wording(plot.event.key, told, found))


def verdict(found: Sequence[Planted], key: str, outlets: int, origins: Sequence[OriginTruth]) -> Verdict | None:
    """What a careful reader says of a question, None where careful readers may differ."""
    about = [one for one in found if key in one.questions and one.type not in ASIDE]
    if any(one.arguable or one.type not in DISPUTES | UPDATES for one in about):
        return None
    if any(one.type in DISPUTES for one in about):
        return Verdict.DISPUTED
    if about:
        return Verdict.UPDATED
    if len(origins) > 1:
        return Verdict.CORROBORATED
    return Verdict.REPEATED if outlets > 1 else Verdict.SINGLE


def relate(left: Expected, right: Expected) -> Relation:
    """How two answers to one question stand to each other, by the table of meanings."""
    if left.kind is Kind.RANK or left.kind is Kind.PARTY:
        same = (left.shared, set(left.names)) == (right.shared, set(right.names))
        return Relation.SAME if same else Relation.CONFLICT
    if left.start is not None and right.start is not None:
        return _meeting(Range(left.start, left.end), Range(right.start, right.end))
    one, other = _form(left), _form(right)
    if any(form.value is not None and admits(against, form.value) for form, against in ((one, other), (other, one))):
        return Relation.COMPATIBLE
    return _meeting(range_of(one), range_of(other))


def _meeting(one: Range[Decimal] | Range[date], other: Range[Decimal] | Range[date]) -> Relation:
    if one.meets(other):  # type: ignore[arg-type]
        return Relation.COMPATIBLE
    return Relation.TENSION if one.hardened().meets(other.hardened()) else Relation.CONFLICT  # type: ignore[arg-type]


def _form(claim: Expected) -> Form:
    scaled = claim.value is not None and claim.value >= 10**6 and SCALED.search(claim.surface) is not None
    return Form(claim.approx, claim.value, scaled, claim.low, claim.high)


def stated(copy: Copy, key: str) -> list[Expected]:
    """What an article says in its text to a question."""
    return [claim for claim in copy.claims if claim.question == key and claim.place != "title"]


def _from_seed(plot: Plot, seed: Seed, told: Sequence[Copy]) -> Planted | None:
    keys = tuple(f"{plot.event.key}/{key}" for key in seed.questions)
    odd = [copy for copy in told if copy.publication.outlet == seed.outlet]
    rest = [copy for copy in told if copy.publication.outlet != seed.outlet and any(stated(copy, key) for key in keys)]
    if seed.type is DiscrepancyType.STALE_COPY:
        rest = [copy for copy in rest if copy.assignment.phases[-1] > 0]
    odd_claims = [claim for copy in odd for key in keys for claim in stated(copy, key)]
    if not odd_claims or (not rest and seed.type is not DiscrepancyType.ARITHMETIC):
        return None
    sides = (SideTruth((seed.outlet,), _value(odd, keys)), *((SideTruth(_names(rest), _value(rest, keys)),) if rest else ()))
    if seed.type is DiscrepancyType.CORRECTION:
        wrong = "; ".join(claim.surface for copy in odd for claim in copy.claims if claim.place == "note")
        sides = (SideTruth((seed.outlet,), wrong), *sides[1:])
    wanted = BY_FIGURE.get(seed.type)
    arguable = False
    if wanted is not None:
        pairs = {relate(claim, against) for claim in odd_claims for copy in rest for against in stated(copy, keys[0])}
        arguable = wanted not in pairs or (wanted is Relation.TENSION and Relation.CONFLICT in pairs)
    if seed.type is DiscrepancyType.ATTRIBUTION:
        arguable = not _is_misnamed(odd_claims[0], rest, keys[0])
    if seed.type is DiscrepancyType.CORRECTION:
        arguable = any(_is_unclear(copy) for copy in odd)
    return Planted(plot.event.key, keys, seed.type, sides, arguable)


def _is_misnamed(odd: Expected, rest: Sequence[Copy], key: str) -> bool:
    """Several outlets have the very figure, and a telling one, from another source; a small one may well be counted twice."""
    against = {copy.publication.outlet for copy in rest for claim in stated(copy, key) if claim.source and claim.source != odd.source
               and (claim.value, claim.approx) == (odd.value, Approx.EXACT)}  # fmt: skip
    telling = odd.value is not None and len(str(int(odd.value)).rstrip("0")) >= TELLING_DIGITS
    return telling and odd.approx is Approx.EXACT and len(against) > 1


def _is_unclear(copy: Copy) -> bool:
    """A notice names no more than a sum or a percentage, and the article has several that it may be about."""
    notes = [claim for claim in copy.claims if claim.place == "note" and claim.kind in (Kind.MONEY, Kind.PERCENT)]
    return any(len({claim.question for claim in copy.claims if _may_replace(claim, note)}) > 1 for note in notes)


def _may_replace(claim: Expected, note: Expected) -> bool:
    if claim.place == "note" or (claim.kind, claim.unit) != (note.kind, note.unit) or claim.value is None or note.value is None:
        return False
    small, large = sorted((claim.value, note.value))
    return large <= 2 * small


def _from_growth(plot: Plot, key: str, told: Sequence[Copy]) -> Planted | None:
    """An update: outlets whose newest word on a rising figure is older than others'."""
    name = f"{plot.event.key}/{key}"
    stale = {seed.outlet for seed in plot.seeds if seed.type is DiscrepancyType.STALE_COPY}
    answering = [copy for copy in told if stated(copy, name) and copy.publication.outlet not in stale]
    levels = {copy.publication.url: plot.event.value(key, copy.assignment.phases[-1]) for copy in answering}
    if len(set(levels.values())) < 2:
        return None
    newest = max(levels.values(), key=lambda value: value if isinstance(value, Decimal) else Decimal(0))
    old = [copy for copy in answering if levels[copy.publication.url] != newest]
    new = [copy for copy in answering if levels[copy.publication.url] == newest]
    relations = {
        relate(left, right)
        for one in answering
        for other in answering
        if levels[one.publication.url] != levels[other.publication.url]
        for left in stated(one, name)
        for right in stated(other, name)
    }
    if relations <= {Relation.COMPATIBLE, Relation.SAME}:
        return None
    sides = (SideTruth(_names(old), _value(old, (name,))), SideTruth(_names(new), _value(new, (name,))))
    return Planted(plot.event.key, (name,), DiscrepancyType.UPDATE, sides, Relation.CONFLICT not in relations)


def _from_wording(event: str, told: Sequence[Copy], planted: Sequence[Planted]) -> list[Planted]:
    """Honest wordings that do not fit one another: a figure rounded without a word and one hedged on one side."""
    odd = {(key, outlet) for one in planted for key in one.questions for outlet in one.sides[0].outlets}
    found = []
    for key in dict.fromkeys(claim.question for copy in told for claim in copy.claims if claim.question):
        honest = [copy for copy in told if (key, copy.publication.outlet) not in odd]
        found.append(_unfit(event, key, honest))
    return [one for one in found if one is not None]


def _unfit(event: str, key: str, told: Sequence[Copy]) -> Planted | None:
    answers = [(copy, claim) for copy in told for claim in stated(copy, key)]
    odd = [copy for copy, claim in answers if any(relate(claim, other) in APART for _, other in answers)]
    sides = tuple(SideTruth((name,), _value([copy for copy in odd if copy.publication.outlet == name], (key,))) for name in _names(odd))
    return Planted(event, (key,), DiscrepancyType.ROUNDING, sides, arguable=True) if sides else None


def _names(copies: Sequence[Copy]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(copy.publication.outlet for copy in copies))


def _value(copies: Sequence[Copy], keys: Sequence[str]) -> str:
    surfaces = (claim.surface for copy in copies for key in keys for claim in stated(copy, key))
    return "; ".join(dict.fromkeys(surfaces))
