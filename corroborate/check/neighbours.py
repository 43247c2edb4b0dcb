"""Groups of one story that would answer one question if a single slot did not differ."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import combinations, product

from corroborate.check.backgrounds import looks_back, looks_elsewhere
from corroborate.check.differences import Difference, Finding, point
from corroborate.check.figures import compare_figures
from corroborate.check.headcounts import befell
from corroborate.check.kinds import classify
from corroborate.check.misprints import digits, slip_between
from corroborate.check.parts import HOW_MANY, parts
from corroborate.check.places import is_narrow
from corroborate.check.plausibility import AGE, may_answer_one_question
from corroborate.check.quantities import names_change
from corroborate.check.scopes import EXTENTS, STRETCHES, TIMES, period, scope, scopes_of, unit
from corroborate.check.statements import Position
from corroborate.check.words import say, say_unit
from corroborate.model.articles import Reading
from corroborate.model.figures import Approx, Kind, Quantity, Role
from corroborate.model.findings import DiscrepancyType, Relation
from corroborate.model.stories import ClaimGroup
from corroborate.model.synonyms import ring
from corroborate.model.units import are_convertible

WORD = re.compile(r"[a-z]{3,}")
HARMED = re.compile(r"\bwere (?:killed|injured|rescued|evacuated|arrested|infected)\b|\bare missing\b")
LONG_WORD = re.compile(r"[a-z]{4,}")
# So many words of four letters and more must two sentences share to tell of one thing.
ALIKE = 3
TELLING_DIGITS = 3
# Of a figure that is exactly a thousand times another, two digits tell where the words are alike; of one ten times another, four.
FEW_DIGITS = 2
SCALES = frozenset({"million", "billion", "trillion", "thousand"})
TENFOLD = "ten times"
VAGUE_QUESTION = re.compile(r"were there\?$|was it\?$|it last\?$|earlier cases|^How many of the ")
EARLIER = "earlier cases"
NAMELESS = "How much money was it?"
SUMS = frozenset({Role.LEVEL, Role.RATE})
# Words for things of any make.
GENERIC = frozenset({"unit", "device", "devices", "appliance", "appliances", "gadget", "gadgets"})
OPPOSED = frozenset({Relation.TENSION, Relation.CONFLICT})
MOST_GROUPS = 60
# Of those aboard some are missing, some hurt: counts of other people, none that contradicts.
ONLY_ABOARD = frozenset({"aboard"})
AVERAGE = "average"
# An average of $75 is no other stretch of a sum of $65 million.
ONE_SIZE = 10
# Between the currencies that newspapers convert, few rates lie further apart.
RATE = Decimal(2)
# Those of the dollar, the euro, the pound and the franc lie within this, where nothing else tells that two sums are one.
COMMON_RATE = Decimal("1.4")


@dataclass(frozen=True, eq=False)
class Ask:
    """A group with the slots that its figures fill."""

    group: ClaimGroup
    position: Position
    lead: Quantity
    heads: frozenset[str]
    scopes: frozenset[str]
    outlets: int

    @cached_property
    def parties(self) -> frozenset[str]:
        """Who is named with the figure; not the outlets from which others have it."""
        passing_on = {_unarticled(name) for one in self.position.statements for name in (one.outlet, *one.claim.attribution.cites)}
        return frozenset(party for one in self.position.statements for party in one.claim.parties if _unarticled(party) not in passing_on)

    @cached_property
    def asked(self) -> str:
        """The question, whenever it is asked of."""
        return self.group.question.replace(f" in {EARLIER}", "")

    @cached_property
    def slots(self) -> tuple[object, ...]:
        """What must be alike before two groups are neighbours at all; inflation is a rise of prices."""
        if self.lead.unit == "%" and names_change(self.lead):
            return self.group.kind, Role.CHANGE, self.lead.direction or 1
        return self.group.kind, self.lead.role, self.lead.direction

    @cached_property
    def words(self) -> frozenset[str]:
        """The longer words of its sentences."""
        return frozenset(word for one in self.position.statements for word in LONG_WORD.findall(one.claim.sentence.text.lower()))


def between_groups(
    groups: Sequence[ClaimGroup], taken: Mapping[str, Sequence[Position]], readings: Mapping[str, Reading]
) -> dict[str, tuple[Finding, ...]]:
    """Suggestions about pairs of groups, by the id of the group that they hang on; never a conflict."""
    asks = [ask for group in groups if (ask := _ask(group, taken[group.id])) is not None]
    found: dict[str, tuple[Finding, ...]] = defaultdict(tuple)
    alike: dict[tuple[object, ...], list[Ask]] = defaultdict(list)
    for ask in asks:
        alike[ask.slots].append(ask)
    for neighbours in alike.values():
        pairs = [pair for pair in combinations(neighbours[:MOST_GROUPS], 2) if _may_be_of_one_thing(*pair)]
        for pair in pairs:
            first, second = sorted(pair, key=lambda ask: (*(-count for count in ask.position.weight), ask.group.id))
            found[first.group.id] += _suggest(first, second, readings)
    for whole, finding in parts(groups, taken):
        found[whole] += (finding,)
    for home, finding in _conversions(asks, found):
        found[home] += (finding,)
    for home, finding in other_units(asks, found):
        found[home] += (finding,)
    for home, finding in mistyped(asks, found):
        found[home] += (finding,)
    return found


def mistyped(asks: Sequence[Ask], found: Mapping[str, tuple[Finding, ...]]) -> Iterator[tuple[str, Finding]]:
    """A telling figure that a single outlet alone gives, and that is a slip for one that several others give in another group."""
    suggested = {one.claim.id for findings in found.values() for finding in findings for side in finding.sides for one in side}
    by_unit: dict[tuple[object, ...], list[Ask]] = defaultdict(list)
    for ask in asks:
        by_unit[(*ask.slots, ask.lead.unit)].append(ask)
    for alike in by_unit.values():
        near = alike[:MOST_GROUPS]
        several = [ask for ask in near if len(ask.position.outlets) > 1]
        alone = [
            ask for ask in near if len(ask.position.outlets) == 1 and not suggested & {one.claim.id for one in ask.position.statements}
        ]
        for odd, home in product(alone, several):
            if _is_slip(odd, home):
                explanation = f"{say(odd.lead)} may be a slip for {say(home.lead)}: {slip_between(odd.lead, home.lead)}"
                sides = (home.position.statements, odd.position.statements)
                yield home.group.id, Finding(DiscrepancyType.TYPO, "slip_between_groups", explanation, sides)


def _is_slip(odd: Ask, home: Ask) -> bool:
    """Nothing but a slip explains how near the figures are: 41.6 and 46.1 million, 412 million and 412 billion."""
    if set(odd.position.outlets) & set(home.position.outlets) or odd.scopes != home.scopes:
        return False
    slip, shown = slip_between(odd.lead, home.lead), digits(odd.lead).rstrip("0")
    if slip is None or Approx.EXACT not in (odd.lead.approx, home.lead.approx):
        return False
    if len(shown) < TELLING_DIGITS:
        told_alike = _share_parties(odd, home) and bool(odd.words & home.words - SCALES)
        return "exactly" in slip and TENFOLD not in slip and len(shown) == FEW_DIGITS and told_alike
    is_long = len(shown) > TELLING_DIGITS
    if TENFOLD in slip and not is_long:
        return False
    return ((is_long or "exactly" in slip) and _share_parties(odd, home)) or len(odd.words & home.words) >= ALIKE


def other_units(asks: Sequence[Ask], found: Mapping[str, tuple[Finding, ...]]) -> Iterator[tuple[str, Finding]]:
    """The very same number in two units, each given by outlets that do not give the other: 140 miles and 140 kilometres an hour."""
    suggested = {one.claim.id for findings in found.values() for finding in findings for side in finding.sides for one in side}
    by_number: dict[tuple[object, ...], list[Ask]] = defaultdict(list)
    for ask in asks:
        if ask.lead.unit is not None and ask.lead.value is not None and not suggested & {one.claim.id for one in ask.position.statements}:
            by_number[(*ask.slots[:1], ask.lead.value)].append(ask)
    for alike in by_number.values():
        for left, right in combinations(alike[:MOST_GROUPS], 2):
            if _is_mistaken_unit(left, right):
                home, odd = sorted((left, right), key=lambda ask: (*(-count for count in ask.position.weight), ask.group.id))
                units = say_unit(home.lead.unit).strip(), say_unit(odd.lead.unit).strip()
                explanation = f"the number is the same, but the one is in {units[0]}, the other in {units[1]}"
                sides = (home.position.statements, odd.position.statements)
                yield home.group.id, Finding(DiscrepancyType.UNIT, "other_unit", explanation, sides)


def _is_mistaken_unit(left: Ask, right: Ask) -> bool:
    """The units are such as may stand for each other in the same words about the same parties."""
    if left.lead.unit == right.lead.unit or set(left.position.outlets) & set(right.position.outlets) or left.scopes != right.scopes:
        return False
    if left.lead.direction * right.lead.direction < 0:
        return False
    kinds = left.group.kind, {left.lead.unit, right.lead.unit}
    is_pair = kinds[0] is Kind.MONEY or kinds[1] == {"%", "percentage point"} or are_convertible(left.lead.unit, right.lead.unit)
    return is_pair and len(left.words & right.words) >= ALIKE


def _ask(group: ClaimGroup, taken: Sequence[Position]) -> Ask | None:
    if not taken or not isinstance(taken[0].lead, Quantity):
        return None
    position = taken[0]
    leads = [one.figure for one in position.statements if isinstance(one.figure, Quantity)]
    heads = frozenset(ring(words[-1]) for lead in leads if (words := WORD.findall((lead.counted or "").lower()))) - TIMES
    lead = taken[0].lead
    if AGE in heads or not isinstance(lead, Quantity):
        return None
    outlets = len({outlet for one in taken for outlet in one.outlets})
    heads = heads or frozenset({group.question.replace(f" in {EARLIER}", "").lower()})
    return Ask(group, position, lead, heads, scopes_of(position), outlets)


def _may_be_of_one_thing(left: Ask, right: Ask) -> bool:
    """They count the same, or one of them just "units" of it; sums of one party, or of which one does not say what it is for."""
    if left.heads & right.heads:
        return True
    if left.group.kind is Kind.MONEY:
        return left.asked == right.asked or NAMELESS in (left.asked, right.asked)
    told = [HOW_MANY.match(ask.group.question.lower()) for ask in (left, right)]
    is_generic = bool((left.heads | right.heads) & GENERIC)
    return is_generic and all(told) and len({one["fate"] for one in told if one}) == 1 and not VAGUE_QUESTION.search(left.group.question)


def _unarticled(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ")


def _suggest(first: Ask, second: Ask, readings: Mapping[str, Reading]) -> tuple[Finding, ...]:
    """A finding where exactly one slot differs and no outlet states both, which would show that it tells them apart."""
    if first.outlets < 2 or set(first.position.outlets) & set(second.position.outlets):
        return ()
    if not _share_parties(first, second) and is_narrow(first.position) == is_narrow(second.position):
        return ()
    if looks_back(first.position) != looks_back(second.position) or befell(first.position) != befell(second.position):
        return ()
    if (
        _are_of_other_fates(first, second)
        or looks_elsewhere(first.position, second.position)
        or looks_elsewhere(second.position, first.position)
    ):
        return ()
    apart = first.scopes ^ second.scopes
    if apart == ONLY_ABOARD or apart - EXTENTS - STRETCHES or (apart & EXTENTS and apart & STRETCHES):
        return ()
    if AVERAGE in apart and not _are_of_one_size(first.lead, second.lead):
        return ()
    comparison = compare_figures(first.lead, second.lead)
    difference = Difference(first.group, first.position, second.position, comparison, (), readings, is_between_groups=True)
    # A sum whose thing goes without saying may still be told to be for the year and not for the quarter.
    is_earlier = [EARLIER in ask.group.question for ask in (first, second)]
    if is_earlier[0] != is_earlier[1] and first.group.kind is Kind.COUNT:
        return ()
    checks = (period,) if any(is_earlier) or not _count_the_same(first, second) else (unit, period, scope)
    found = [findings for check in checks if (findings := check(difference))]
    if not found and not apart and first.heads & second.heads and is_one_question(first, second) and comparison.relation in OPPOSED:
        return classify(difference) if may_answer_one_question(first.position, second.position) else ()
    return found[0] if len(found) == 1 else ()


def _are_of_one_size(left: Quantity, right: Quantity) -> bool:
    first, second = point(left), point(right)
    return first is None or second is None or max(abs(first), abs(second)) <= ONE_SIZE * min(abs(first), abs(second))


def _are_of_other_fates(first: Ask, second: Ask) -> bool:
    """The dead of a town and the hurt of a country are counted apart."""
    told = [HARMED.search(ask.group.question) for ask in (first, second)]
    return all(told) and len({one[0] for one in told if one is not None}) > 1


def _count_the_same(first: Ask, second: Ask) -> bool:
    return bool(first.heads & second.heads or (first.group.kind is Kind.COUNT and (first.heads | second.heads) & GENERIC))


def _conversions(asks: Sequence[Ask], found: Mapping[str, tuple[Finding, ...]]) -> Iterator[tuple[str, Finding]]:
    """A sum that a single outlet gives, in a currency of its own, and that only one sum of the others can stand for."""
    suggested = {one.claim.id for findings in found.values() for finding in findings for side in finding.sides for one in side}
    sums = [ask for ask in asks if ask.group.kind is Kind.MONEY and ask.lead.role in SUMS and EARLIER not in ask.group.question]
    for odd in sums:
        if len(odd.position.outlets) > 1 or odd.position.statements[0].claim.id in suggested:
            continue
        fitting = [ask for ask in sums if _is_conversion(odd, ask) and not looks_elsewhere(odd.position, ask.position)]
        if len(fitting) == 1:
            home = fitting[0]
            units = say_unit(home.lead.unit).strip(), say_unit(odd.lead.unit).strip()
            explanation = f"the one is in {units[0]}, the other in {units[1]}; the sums may be one, converted"
            yield (
                home.group.id,
                Finding(DiscrepancyType.UNIT, "other_currency", explanation, (home.position.statements, odd.position.statements)),
            )


def _is_conversion(odd: Ask, home: Ask) -> bool:
    first, second = point(odd.lead), point(home.lead)
    if first is None or second is None or odd.lead.unit == home.lead.unit or len(home.position.outlets) < 2:
        return False
    if (odd.lead.role, odd.lead.per) != (home.lead.role, home.lead.per):
        return False
    if set(odd.position.outlets) & set(home.position.outlets) or odd.scopes != home.scopes:
        return False
    small, large = sorted((abs(first), abs(second)))
    is_alike = bool(odd.heads & home.heads or odd.parties & home.parties) or odd.asked == home.asked
    return large <= (RATE if is_alike else COMMON_RATE) * small and _share_parties(odd, home)


def is_one_question(first: Ask, second: Ask) -> bool:
    """Two groups ask the same in the same words about the same parties, and only their figures keep them apart."""
    asked = first.group.question
    if asked != second.group.question or VAGUE_QUESTION.search(asked) or first.lead.unit != second.lead.unit:
        return False
    parties = [{party for one in ask.position.statements for party in one.claim.parties} for ask in (first, second)]
    return bool(parties[0] & parties[1]) or first.group.kind is Kind.MONEY


def _share_parties(first: Ask, second: Ask) -> bool:
    left, right = ({party for one in ask.position.statements for party in one.claim.parties} for ask in (first, second))
    return not left or not right or bool(left & right)
