"""Whether two positions answer one question at all; where they may not, silence is better than a false alarm."""

import re
from datetime import timedelta
from decimal import Decimal

from corroborate.check.backgrounds import is_background
from corroborate.check.differences import Difference, point
from corroborate.check.headcounts import counts_others
from corroborate.check.misprints import slip_between
from corroborate.check.parties import is_same_party
from corroborate.check.places import is_narrow
from corroborate.check.stances import stances_differ
from corroborate.check.statements import Position
from corroborate.model.figures import Figure, Kind, Period, Quantity
from corroborate.model.units import MEASURES, are_convertible, in_base_units

# Nobody's count of one thing is twenty times another's, unless by a slip: it is another thing.
FAR = Decimal(20)
# What is told to be for one valley may well be a small part.
FAR_PART = Decimal(200)
# One thing measured in two units lies nearer still.
FAR_MEASURED = Decimal(10)
# Four days may be a slip for four weeks or months, not for years and more.
FAR_LONGER = Decimal(300)
TIMES = frozenset(unit for unit, measure in MEASURES.items() if measure.dimension == MEASURES["day"].dimension)
DWINDLING = re.compile(r"\b(?:missing|unaccounted|trapped|stranded|without (?:power|electricity|water|gas))\b", re.IGNORECASE)
"""Of such there may be a thousand one day, and a handful some days later."""
DWINDLED = timedelta(days=1)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
AGE = "age"
# Smaller counts are often equal by chance.
TELLING = Decimal(20)
LOOKING_BACK = frozenset({"earlier", "year earlier", "compared"})


def may_answer_one_question(left: Position, right: Position) -> bool:
    """The figures are of one size, or one is a slip for the other; ages are those of one person, days not told in the same words.

    What was demanded is not what was granted, and children are not all of the dead.
    """
    if _is_told_alike(left, right) or _is_measured_elsewhere(left, right) or stances_differ(left, right) or counts_others(left, right):
        return False
    if is_background(left, right) or _is_far_longer(left.lead, right.lead):
        return False
    if _is_age(left) and not _is_one_person(_people(left), _people(right)):
        return False
    if slip_between(left.lead, right.lead) is not None or _are_of_one_size(left.lead, right.lead):
        return True
    return _are_of_far_sizes(left, right)


def _are_of_far_sizes(left: Position, right: Position) -> bool:
    """One is for a part alone, or of those of whom few are left days later."""
    smaller, larger = sorted((left, right), key=lambda one: point(one.lead) or Decimal(0))
    if is_narrow(smaller) and not is_narrow(larger) and _are_of_one_size(smaller.lead, larger.lead, FAR_PART):
        return True
    have_dwindled = smaller.first - larger.first >= DWINDLED and not is_narrow(smaller)
    return have_dwindled and all(DWINDLING.search(one.claim.sentence.text) for one in (*smaller.statements[:1], *larger.statements[:1]))


WHOLE = frozenset({"area", "mass", "volume"})
"""Dimensions of what is measured as a whole, and not at each place."""


def _are_of_one_size(left: Figure, right: Figure, far: Decimal = FAR) -> bool:
    """A wall of twelve feet and 200 metres of road are two lengths, two years and four days two stretches of time."""
    is_measured = isinstance(left, Quantity) and isinstance(right, Quantity) and left.unit != right.unit
    if is_measured and are_convertible(left.unit, right.unit) and left.value != right.value:  # type: ignore[union-attr]
        left, right = in_base_units(left), in_base_units(right)  # type: ignore[arg-type]
        far = FAR_MEASURED
    first, second = point(left), point(right)
    if first is None or second is None:
        return True
    small, large = sorted((abs(first), abs(second)))
    if small == 0 and isinstance(left, Quantity) and left.unit == "%":
        return True
    return large <= far * small


def _is_far_longer(left: Figure, right: Figure) -> bool:
    """Four days and four decades are two stretches of time, and no slip."""
    if not (isinstance(left, Quantity) and isinstance(right, Quantity)) or not {left.unit, right.unit} <= TIMES:
        return False
    first, second = in_base_units(left).value, in_base_units(right).value
    return first is not None and second is not None and max(first, second) > FAR_LONGER * min(first, second)


def _is_told_alike(left: Position, right: Position) -> bool:
    """Both say "25 August" or "Saturday", and only the reading put them into different years or weeks."""
    one, other = left.lead, right.lead
    if not (isinstance(one, Period) and isinstance(other, Period)):
        return False
    told = [" ".join(statement.claim.surface for statement in position.statements).lower() for position in (left, right)]
    days = [{(day.month, day.day) for day in (figure.range.low, figure.range.high) if day} for figure in (one, other)]
    if days[0] == days[1]:
        return not all(YEAR.search(text) for text in told)
    names = [set(WEEKDAY.findall(text)) for text in told]
    return bool(names[0] & names[1]) and any(not re.search(r"\d", text) for text in told)


def _is_measured_elsewhere(left: Position, right: Position) -> bool:
    """Rain and wind differ from place to place: both sides name places, and none in common; a fire has one area whoever is named."""
    measure = MEASURES.get(left.lead.unit or "") if isinstance(left.lead, Quantity) else None
    if left.statements[0].claim.kind is not Kind.MEASURE or (measure is not None and measure.dimension in WHOLE):
        return False
    named = [{party for one in position.statements for party in one.claim.parties} for position in (left, right)]
    return all(named) and not any(is_same_party(one, other) for one in named[0] for other in named[1])


def _is_age(position: Position) -> bool:
    return isinstance(position.lead, Quantity) and position.lead.counted == AGE


def _is_one_person(left: set[str], right: set[str]) -> bool:
    """More than the family name is shared, or one side has nothing else."""
    shared = left & right
    return len(shared) > 1 or (bool(shared) and (left <= right or right <= left))


def _people(position: Position) -> set[str]:
    """Who stands in the few words before the figure."""
    named = set()
    for one in position.statements:
        before = one.claim.sentence.text[: one.claim.span.start - one.claim.sentence.start]
        named |= {word for word in before.split()[-4:] if word[:1].isupper()}
    return {word.strip(",.;:()'\"") for word in named}


def differ_by_outlet(difference: Difference) -> bool:
    """The sides are other outlets; outlets that print both figures at one time write of two things."""
    leader, dissent = set(difference.leader.outlets), set(difference.dissent.outlets)
    return 2 * len(leader & dissent) < min(len(leader), len(dissent)) or not leader & dissent


def are_told_apart(difference: Difference) -> bool:
    """An article on one side gives the other side's figure too, of something else: 399 aboard, of whom 365 had tickets."""
    sides = (difference.leader, difference.dissent)
    own = {one.claim.id for side in sides for one in side.statements} | {one.claim.id for one in difference.dual}
    return any(_gives_elsewhere(one, other, own, difference) for one, other in (sides, sides[::-1]))


def _gives_elsewhere(one: Position, other: Position, own: set[str], difference: Difference) -> bool:
    figure = other.lead
    if not isinstance(figure, Quantity) or figure.value is None or figure.unit is not None or abs(figure.value) < TELLING:
        return False
    readings = (difference.readings[article] for article in one.articles if article in difference.readings)
    return any(
        claim.kind is Kind.COUNT and claim.id not in own and isinstance(claim.figure, Quantity) and claim.figure.value == figure.value
        for reading in readings
        for claim in reading.claims
    )


def is_about_other_times(difference: Difference) -> bool:
    """Both sides look back on something earlier, and nothing tells that it is one and the same."""
    if "earlier cases" in difference.group.question:
        return True
    positions = (difference.leader, difference.dissent)
    return all(any(LOOKING_BACK & set(one.claim.scope) for one in position.statements) for position in positions)
