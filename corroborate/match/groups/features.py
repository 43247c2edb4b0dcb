"""Evidence that two claims answer one question. The docstring of a feature is the reason that readers see.

Each takes two claims and gives -1 (speaks against) to 1 (speaks for), 0 where the text does not tell.
"""

from math import inf

from corroborate.match.groups.constraints import CHANCE, SHOT
from corroborate.match.groups.contenders import one_contender
from corroborate.match.groups.fitting import figures_fit, values_meet
from corroborate.match.groups.mentions import SUMMED, Mention
from corroborate.match.groups.numbers import swapped
from corroborate.match.groups.slots import AGE, PERSON
from corroborate.match.groups.thesaurus import COUNTED_RING, EXCLUSIVE, OTHERS, SOME_PEOPLE, TRADES
from corroborate.match.groups.towns import WHOLE
from corroborate.match.groups.vague import share_subject
from corroborate.match.vectors import cosine
from corroborate.match.words import STOPWORDS, overlap
from corroborate.model.figures import Granularity, Participation, Period, Quantity

KNOWN = frozenset(COUNTED_RING.values()) | SOME_PEOPLE
"""Things known by their names; of two that are not, one may be another word for the other."""

THINGS_KNOWN = frozenset(COUNTED_RING.values()) - SOME_PEOPLE - {"saver", "striker", "observer", "suspect", "seat", "vote"}
"""Things that are no people."""

TOLLS = SUMMED | {"trapped"}
ANYBODY = frozenset({None, PERSON, "life"})
STRETCHES = ("between", "from")

WHAT_STORMS_COST = frozenset({"damage", "loss"})
RECENT = 25
"""Days before an article within which a figure is still of the event it tells of."""

UNTIL = "until"
WEEKEND, WEEK = 3, 8
"""Days, with one to spare."""

FRAME = 2
"""Telling words of a clause from which another with the very same words asks the same."""

ALIKE = 0.45
"""Cosine of two short phrases at which they are as likely the same thing as not."""


def same_thing(left: Mention, right: Mention) -> float:
    """Both count the same thing."""
    things = {left.thing, right.thing}
    if AGE not in things and one_contender(left.modifiers, right.modifiers):
        return 1.0
    if None in things:
        return 0.0
    if len(things) == 1:
        return 0.4 if PERSON in things else 1.0
    if PERSON in things:
        if things & THINGS_KNOWN and not left.fates & right.fates:
            return -1.0
        return 0.0 if values_meet(left, right) or not things & SOME_PEOPLE else -0.7
    if things & (left.fates | right.fates):
        return 0.0
    if things <= SOME_PEOPLE:
        if things in OTHERS or things <= TRADES:
            return -1.0
        return 0.0 if values_meet(left, right) else -0.7
    if left.family.startswith("money"):
        return 0.0 if things == WHAT_STORMS_COST else -0.4
    return -1.0 if len(things & KNOWN) == 2 else -0.5


def only_ones(left: Mention, right: Mention) -> float:
    """Each article gives just one figure of this sort, and the clauses have something in common."""
    alike = share_subject(left, right) or not left.words.keys().isdisjoint(right.words)
    return float(left.is_sole and right.is_sole and alike)


def same_fate(left: Mention, right: Mention) -> float:
    """Both say the same happened to those counted."""
    if not left.fates or not right.fates:
        return 0.0
    if left.fates & right.fates:
        return 1.0
    # Those shot may be dead or wounded.
    return 0.0 if "shot" in left.fates | right.fates and left.fates | right.fates <= SHOT else -1.0


def both_of_all(left: Mention, right: Mention) -> float:
    """Both count all to whom the same happened."""
    return float(bool(left.fates & right.fates & TOLLS) and _is_of_all(left) and _is_of_all(right))


def _is_of_all(one: Mention) -> bool:
    """Nothing narrows those counted, to a part, a place or a kind of people."""
    return one.thing in ANYBODY and not one.modifiers and not one.scope and one.within in (None, WHOLE)


def small_ones_agree(left: Mention, right: Mention) -> float:
    """Figures that are often equal by chance are told of the same thing."""
    if not 0 < figures_fit(left, right) < CHANCE or left.family.startswith("money"):
        return 0.0
    things = frozenset({left.thing, right.thing})
    if things in OTHERS or (len(things) == 2 and things <= TRADES):
        return -1.0
    if left.fates & right.fates or (left.thing == right.thing and left.thing not in (None, PERSON)):
        return 0.0
    return -0.5 if left.thing == right.thing == PERSON and not (left.fates and right.fates) else -1.0


def modifiers_agree(left: Mention, right: Mention) -> float:
    """The counted thing is narrowed in the same way."""
    if not left.modifiers or not right.modifiers:
        return 0.0
    return 2 * overlap(left.modifiers, right.modifiers) - 0.5 if left.modifiers != right.modifiers else 1.0


def narrowed_alike(left: Mention, right: Mention) -> float:
    """Neither is narrowed to something else."""
    return -1.0 if left.modifiers and right.modifiers and not left.modifiers & right.modifiers else 0.0


def phrases_alike(left: Mention, right: Mention) -> float:
    """The words for what is counted mean much the same."""
    if left.phrase_vector is None or right.phrase_vector is None or left.thing is None or right.thing is None or left.thing == right.thing:
        return 0.0
    return max(-0.5, (float(left.phrase_vector @ right.phrase_vector) - ALIKE) / (1 - ALIKE))


def clauses_share_words(left: Mention, right: Mention) -> float:
    """The clauses share telling words."""
    return min(1.0, 2 * cosine(left.words, right.words))


def same_frame(left: Mention, right: Mention) -> float:
    """The clauses are the same in all but the figure."""
    if len(left.words) < FRAME or len(left.words) != len(right.words):
        return 0.0
    return float(left.words.keys() == right.words.keys() and left.thing == right.thing)


def clauses_alike(left: Mention, right: Mention) -> float:
    """The clauses mean much the same."""
    if left.clause_vector is None or right.clause_vector is None:
        return 0.0
    return max(-0.4, (float(left.clause_vector @ right.clause_vector) - ALIKE) / (1 - ALIKE))


def same_value(left: Mention, right: Mention) -> float:
    """Both give the same figure, the more telling the more digits it has."""
    return figures_fit(left, right)


def digits_swapped(left: Mention, right: Mention) -> float:
    """The figures differ by two digits that have changed places."""
    if left.numbers is None or right.numbers is None or left.numbers.digits != right.numbers.digits:
        return 0.0
    first, second = left.claim.figure, right.claim.figure
    # By chance one pair of figures in a hundred does; of the same thing, it is rather a slip of the pen.
    are_of_one = left.thing is not None and left.thing == right.thing and left.thing != PERSON
    are_of_one = are_of_one or (left.thing != AGE and one_contender(left.modifiers, right.modifiers))
    return float(are_of_one and isinstance(first, Quantity) and isinstance(second, Quantity) and swapped(first, second))


def takes_back(left: Mention, right: Mention) -> bool:
    """One says that it is not the other."""
    if left.instead_of is None and right.instead_of is None:
        return False
    return any(
        one.instead_of is not None and other.numbers is not None and other.numbers.value == one.instead_of
        for one, other in ((left, right), (right, left))
    )


def values_leave_room(left: Mention, right: Mention) -> float:
    """One figure leaves room for the other."""
    return 1.0 if isinstance(left.claim.figure, Quantity) and values_meet(left, right) else 0.0


def placed_alike(left: Mention, right: Mention) -> float:
    """They stand at about the same place of their articles."""
    return -abs(left.depth - right.depth)


def roles_agree(left: Mention, right: Mention) -> float:
    """Both are levels, or both changes, shares or rates."""
    first, second = left.claim.figure, right.claim.figure
    if not isinstance(first, Quantity) or not isinstance(second, Quantity):
        return 0.0
    return 0.0 if first.role is second.role and first.per == second.per else -1.0


def same_days(left: Mention, right: Mention) -> float:
    """Both name the same days, or days that lie within the other's; within a year, much lies."""
    first, second = left.claim.figure, right.claim.figure
    if not isinstance(first, Period) or not isinstance(second, Period) or not (first.is_resolved and second.is_resolved):
        return 0.0
    if (first.range.low, first.range.high) == (second.range.low, second.range.high):
        return 1.0
    if UNTIL in (first.relation, second.relation) and first.range.high is not None and first.range.high == second.range.high:
        return 1.0
    if _are_to_come(left, right) and left.events[:1] == right.events[:1] != ():
        return 0.0 if first.range.meets(second.range) else -0.4
    if not first.range.meets(second.range) or first.granularity == second.granularity:
        return -1.0
    days = max(_days(first), _days(second))
    return 0.5 if days <= WEEKEND else 0.25 if days <= WEEK else 0.0


def _are_to_come(left: Mention, right: Mention) -> bool:
    """Two days that lie ahead: of what is planned once, outlets name other days by mistake."""
    return all(
        isinstance(one.claim.figure, Period)
        and one.claim.figure.granularity is Granularity.DAY
        and one.claim.figure.range.high is not None
        and one.claim.figure.range.high > one.article.as_of.date()
        for one in (left, right)
    )


def _days(period: Period) -> float:
    """How many days it may be."""
    low, high = period.range.low, period.range.high
    return inf if low is None or high is None else (high - low).days + 1


def same_event(left: Mention, right: Mention) -> float:
    """The words nearest to the date tell of the same thing happening."""
    if not left.events or not right.events:
        return 0.0
    if left.events[0] == right.events[0]:
        return 1.0
    if set(left.events[:2]) & set(right.events[:2]):
        return 0.4
    return -0.4 if same_days(left, right) == 1 else -1.0


def both_stretches(left: Mention, right: Mention) -> float:
    """Both say from when to when something went on."""
    stretches = [isinstance(one.claim.figure, Period) and one.claim.figure.relation in STRETCHES for one in (left, right)]
    return float(all(stretches)) - 1.5 * float(any(stretches) and not all(stretches))


def periods_agree(left: Mention, right: Mention) -> float:
    """Both figures are of the same days, and neither of days long before the article."""
    first, second = left.claim.period, right.claim.period
    if first is None and second is None:
        return 0.0
    if first is None or second is None:
        return -1.0 if _is_long_ago(left if second is None else right) else 0.0
    return 1.0 if first.range.meets(second.range) else -1.0


def _is_long_ago(one: Mention) -> bool:
    period = one.claim.period
    if period is None or period.range.high is None:
        return False
    return (one.article.as_of.date() - period.range.high).days > RECENT


def actors_agree(left: Mention, right: Mention) -> float:
    """The same party did it."""
    return _agreement(left.claim.deed.actor, right.claim.deed.actor)


def targets_agree(left: Mention, right: Mention) -> float:
    """It was done to the same party."""
    return _agreement(left.claim.deed.target, right.claim.deed.target)


def _agreement(first: str | None, second: str | None) -> float:
    """Of two names 1 where they share a word; "police" and "the chief" may still be one."""
    if first is None or second is None:
        return 0.0
    shared = set(first.lower().split()) & set(second.lower().split()) - STOPWORDS
    return 1.0 if shared else -1.0 if first[:1].isupper() and second[:1].isupper() else 0.0


def both_fates_told(left: Mention, right: Mention) -> float:
    """Neither says what befell those counted where the other does not."""
    return -1.0 if bool(left.fates & EXCLUSIVE) != bool(right.fates & EXCLUSIVE) else 0.0


def scopes_agree(left: Mention, right: Mention) -> float:
    """Both speak of the whole, or of the same part, place or stretch of time."""
    if left.scope == right.scope:
        return 0.0
    return -1.0 if left.scope and right.scope else -0.6


def same_head(left: Mention, right: Mention) -> float:
    """What is ranked goes by the same name."""
    if not left.modifiers or not right.modifiers:
        return 0.0
    return 1.0 if left.modifiers & right.modifiers else -0.5


def same_parties(left: Mention, right: Mention) -> float:
    """The same parties are named with the figure."""
    return overlap(left.claim.parties, right.claim.parties)


def names_shared(left: Mention, right: Mention) -> float:
    """The same names fill the part."""
    first, second = left.claim.figure, right.claim.figure
    if not isinstance(first, Participation) or not isinstance(second, Participation):
        return 0.0
    return overlap(first.names, second.names)


def both_lead(left: Mention, right: Mention) -> float:
    """Both stand at the head of their articles."""
    return float(left.leads and right.leads)
