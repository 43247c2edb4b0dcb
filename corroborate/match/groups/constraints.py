"""What keeps two claims apart, however alike they look. Each function returns its reason, or None."""

from collections.abc import Callable

from corroborate.match.groups.contenders import named_in
from corroborate.match.groups.dating import COARSE, FAR, LENGTHS, another_year, long_past, period_differs
from corroborate.match.groups.elsewhere import is_named, opens_with
from corroborate.match.groups.extents import ASPECTS as EXTENTS_OF_THINGS
from corroborate.match.groups.fitting import figures_fit, is_rounding, values_meet
from corroborate.match.groups.mentions import Mention
from corroborate.match.groups.scopes import IN_PLACE, same_last
from corroborate.match.groups.slots import AGE, PERSON, REPORTED, SUSPECT
from corroborate.match.groups.thesaurus import EXCLUSIVE, PEOPLE, PLACES
from corroborate.match.groups.towns import ANY_PLACE, WHOLE
from corroborate.match.groups.vague import is_vague, loose_beside_another, vague_of_another
from corroborate.match.groups.worth import SHARE_PRICE
from corroborate.model.figures import Quantity, Role

APART = frozenset({"earlier", "previously-reported", "capacity", "average", "population", "offset", "core"})
"""Scopes that make another claim even where the other side says nothing of scope."""

APART_UNLESS_EQUAL = frozenset(
    {
        "alone", "annual", "monthly", "weekly", "daily", "hourly", "part", "worldwide", "nationwide", "statewide", "regionwide", "citywide",
        "groupwide", "combined", "first-half", "second-half", "nine-months", "this-year", "grave", "further", "beside",
        "demanded", "margin",
    }
)  # fmt: skip
"""Scopes that make another claim unless the figures themselves are the same."""

EXTENTS = frozenset({"worldwide", "nationwide", "statewide", "regionwide", "citywide", "groupwide", "combined"})
"""Scopes that say no more than what a figure without them may cover all the same."""

WRONGED = frozenset({"victim", "officer", "teacher"})
ARRESTED = frozenset({"arrested"})
PARTS = frozenset({"part", "grave", "further"})
"""Scopes of a part of those counted; small parts are often equal by chance."""

SHOT = frozenset({"shot", "dead", "injured"})
"""What befalls those who are shot at."""

MEETING_PART = 0.4
"""Fit below which a part and a whole do not tell that both may be one: two digits."""

MEETING = 0.15
"""Fit of two figures below which they do not tell that both may be one."""

CHANCE = 0.75
"""Fit below which two figures may well be equal by chance: of one digit, or small ones of two."""

SMALL = 10
CERTAIN = 1.0
"""Fit of two figures that are hardly equal by chance."""

FURTHEST = 100.0
"""Times one count or sum is another from which the two are of different things; what grows hour by hour grows less."""

PER_SHARE = ({SHARE_PRICE}, {"dividend"}, {"earnings per share"})
"""Of these some say "1.35 crowns a share", others 1.35 crowns."""

SIZED = ("count", "money")
SCALES, SCALED = (1e3, 1e6), 0.1
"""What a slip of the scale multiplies by, and how far rounding lets it be missed: "€400 million" and "€412 billion"."""

TELLING = 0.5
"""Fit of two figures from which a different role is more likely a slip of reading."""


def kind_differs(left: Mention, right: Mention) -> str | None:
    """Figures of different kind or unit answer different questions."""
    return None if left.family == right.family else f"{left.family} against {right.family}"


def role_differs(left: Mention, right: Mention) -> str | None:
    """A level, a change, a share and a rate are never compared with each other."""
    first, second = left.claim.figure, right.claim.figure
    if not isinstance(first, Quantity) or not isinstance(second, Quantity):
        return None
    if (first.role is second.role and first.per == second.per) or figures_fit(left, right) >= TELLING:
        return None
    # "48 percent of voters" is "turnout of 48 percent", inflation at 7.2 percent that prices rose by almost 8, and
    # an offer 25.3 percent above the price "a premium of nearly 26 percent".
    are_both = {left.thing, right.thing}
    if are_both in PER_SHARE:
        return None
    of_one_kind = {first.role, second.role} <= {Role.LEVEL, Role.SHARE} or values_meet(left, right) or are_both == {"inflation"}
    if left.family.startswith("percent") and first.per == second.per and of_one_kind:
        return None
    return f"{first.role} against {second.role}" if first.role is not second.role else f"per {first.per} against per {second.per}"


def scope_differs(left: Mention, right: Mention) -> str | None:
    """A figure of an earlier event, an average or a capacity is not the event's own figure, and a part not the whole."""
    if left.events != right.events and ("dateline" in left.events) != ("dateline" in right.events):
        return "one is the dateline"
    if "earlier" in left.scope and "earlier" in right.scope and not values_meet(left, right) and not _of_one_stretch(left, right):
        return "figures of two earlier events"
    if left.scope == right.scope:
        return None
    odd = {one for one in left.scope ^ right.scope if not _is_where(one, left, right)}
    if odd & APART and not (odd & APART == {"earlier"} and _are_one_figure(left, right)):
        return f"scope: {', '.join(sorted(odd & APART))}"
    if odd == {"part"} and left.thing == right.thing and left.thing not in (None, PERSON) and values_meet(left, right):
        # Both are the same part: "21 died, among them five children", "five children are among the dead".
        return None
    elsewhere = any(one.startswith(IN_PLACE) for one in odd)
    if left.numbers is None or not (elsewhere or odd & APART_UNLESS_EQUAL):
        return None
    least = MEETING_PART if elsewhere or odd & PARTS else MEETING
    if figures_fit(left, right) >= least or (odd <= EXTENTS and values_meet(left, right)):
        return None
    return f"scope: {', '.join(sorted(odd))}"


def report_differs(left: Mention, right: Mention) -> str | None:
    """The day on which somebody reported a thing is not that of the thing, nor that of another report."""
    reports = [one.events == (REPORTED,) for one in (left, right)]
    if not any(reports) or (all(reports) and values_meet(left, right)):
        return None
    return "one is the day of a report"


def place_differs(left: Mention, right: Mention) -> str | None:
    """Of the dead of a town and those of the whole, both told by one article, neither is the other."""
    if left.within == right.within:
        return None
    for one, other in ((left, right), (right, left)):
        if one.within is None and other.within is not None:
            named = other.within == WHOLE or (other.within != ANY_PLACE and other.within in one.opening)
            return None if named else "one is of a place within the whole"
    if WHOLE in (left.within, right.within):
        return "one is of a place within the whole"
    return None if ANY_PLACE in (left.within, right.within) else "figures of two places"


def _are_one_figure(left: Mention, right: Mention) -> bool:
    """The very same telling figure of the same thing: "worth $9.6bn before discounts", "raised to 4.5 million only last year"."""
    return figures_fit(left, right) >= CERTAIN and left.thing == right.thing


def _of_one_stretch(left: Mention, right: Mention) -> bool:
    """Both figures are of the same last year, and of the same thing: what both articles are about."""
    if left.thing is None or left.thing != right.thing:
        return False
    if abs((left.article.as_of - right.article.as_of).days) < FAR and same_last(left.clause, right.clause):
        return True
    first, second = left.claim.period, right.claim.period
    if first is None or second is None or first.range.low is None or first.granularity not in COARSE:
        return False
    return (first.range.low, first.range.high) == (second.range.low, second.range.high)


def _is_where(scope: str, left: Mention, right: Mention) -> bool:
    """A place that one sentence opens with is where the story is: the other sentence, or both articles' heads, name it."""
    if not scope.startswith(IN_PLACE):
        return False
    place = scope.removeprefix(IN_PLACE)
    return all(place in one.claim.sentence.text.lower() or place in one.head for one in (left, right))


def fate_differs(left: Mention, right: Mention) -> str | None:
    """The dead are not the injured."""
    first, second = left.fates & EXCLUSIVE, right.fates & EXCLUSIVE
    return f"{', '.join(first)} against {', '.join(second)}" if first and second and first != second else None


def places_are_not_people(left: Mention, right: Mention) -> str | None:
    """ "246 people in 25 states": the states are none of the people; of "a city of 350,000" the figure tells."""
    things = {left.thing, right.thing}
    if not things & PLACES or not things & (PEOPLE | {PERSON}) or figures_fit(left, right) >= CERTAIN:
        return None
    return "places against people"


def perpetrators_differ(left: Mention, right: Mention) -> str | None:
    """Those who are suspected are not those to whom it was done."""
    if left.thing == right.thing or SUSPECT not in (left.thing, right.thing) or None in (left.thing, right.thing):
        return None
    other = right if left.thing == SUSPECT else left
    if other.fates == ARRESTED:
        return None
    return "suspects against others"


def other_person(left: Mention, right: Mention) -> str | None:
    """Ages belong to persons: two of one age must share a name, or the part that they play, where both are told."""
    if left.thing != AGE and right.thing != AGE:
        return None
    if left.thing != right.thing:
        return "an age against a stretch of time"
    names = [named_in(one.modifiers) for one in (left, right)]
    parts = [one.modifiers - named for one, named in zip((left, right), names, strict=True)]
    if all(names):
        return None if names[0] & names[1] else "ages of people of other names"
    if (SUSPECT in parts[0] and parts[1] & WRONGED) or (SUSPECT in parts[1] and parts[0] & WRONGED):
        return "ages of people in other parts"
    return None if figures_fit(left, right) > 0 or parts[0] & parts[1] else "ages of two people"


def other_contender(left: Mention, right: Mention) -> str | None:
    """The share or the seats of one party are not those of another, though both may have the same."""
    if not left.modifiers or not right.modifiers or AGE in (left.thing, right.thing) or values_meet(left, right):
        return None
    first, second = named_in(left.modifiers), named_in(right.modifiers)
    return "figures of two contenders" if first and second and not first & second else None


def other_extent(left: Mention, right: Mention) -> str | None:
    """How deep a thing lies is not how long it is; where one does not say which, only the same figure may be it."""
    if left.family != LENGTHS or left.thing == right.thing or not {left.thing, right.thing} & EXTENTS_OF_THINGS:
        return None
    are_told = {left.thing, right.thing} <= EXTENTS_OF_THINGS
    return "another extent" if are_told or not values_meet(left, right) else None


def another_event(left: Mention, right: Mention) -> str | None:
    """What a sentence looks back to, elsewhere, is told by no article that neither opens with it nor names it with the figure."""
    if not (left.elsewhere or right.elsewhere) or figures_fit(left, right) >= CERTAIN:
        return None
    for one, other in ((left, right), (right, left)):
        sentence, opening = other.claim.sentence.text, other.opening
        if one.elsewhere and not any(is_named(name, sentence) or opens_with(name, opening) for name in one.elsewhere):
            return "one is of another event"
    return None


def small_of_nothing(left: Mention, right: Mention) -> str | None:
    """ "It was less than two": a small number that says neither what it counts nor what befell them may be of anything."""
    if left.family != "count:" or not 0 < figures_fit(left, right) < CHANCE or left.words.keys() == right.words.keys():
        return None
    return "a small number of nothing named" if _is_small_of_nothing(left) or _is_small_of_nothing(right) else None


def _is_small_of_nothing(one: Mention) -> bool:
    figure = one.claim.figure
    if not isinstance(figure, Quantity) or figure.counted is not None or one.fates:
        return False
    return figure.value is not None and figure.value < SMALL


def size_differs(left: Mention, right: Mention) -> str | None:
    """Nobody counts 18 where others count 720,000, unless the scale is a slip."""
    first, second = left.numbers, right.numbers
    if first is None or second is None or not left.family.startswith(SIZED) or not first.value or not second.value:
        return None
    small, large = sorted((abs(first.value), abs(second.value)))
    times = large / small
    if times <= FURTHEST or values_meet(left, right) or any(abs(times / scale - 1) <= SCALED for scale in SCALES):
        return None
    return "figures of quite another size"


def same_sentence(left: Mention, right: Mention) -> str | None:
    """One sentence does not state one figure twice."""
    if left.claim.revision != right.claim.revision or left.claim.sentence.start != right.claim.sentence.start:
        return None
    if left.family.startswith("measure") and _unit(left) != _unit(right) and values_meet(left, right):
        # "35,000 pounds, or 15,900 kilograms" is one weight.
        return None
    return "both stand in one sentence"


def _unit(one: Mention) -> str | None:
    return one.claim.figure.unit if isinstance(one.claim.figure, Quantity) else None


def same_article_excludes(left: Mention, right: Mention) -> str | None:
    """An article does not contradict itself, unless it quotes two people, or one about the dead and the hurt."""
    if left.article.id != right.article.id:
        return None
    speakers = {left.claim.attribution.speaker, right.claim.attribution.speaker}
    may_differ = None not in speakers or left.fates & right.fates & SHOT
    if len(speakers) > 1 and may_differ and _are_of_one_thing(left, right):
        return None
    if is_vague(left) != is_vague(right) and left.fates & right.fates:
        return None
    if values_meet(left, right) or is_rounding(left, right) or are_whole_and_detail(left, right):
        return None
    return "one article gives both figures"


def _are_of_one_thing(left: Mention, right: Mention) -> bool:
    """Both name it, or one leaves it to the deed: "police put the crowd at 38,000, the union said 120,000 people marched"."""
    return left.thing == right.thing or (None in (left.thing, right.thing) and bool(left.fates & right.fates))


def are_whole_and_detail(left: Mention, right: Mention) -> bool:
    """An article opens with the larger count and tells further down of some: "Five were hurt. ... Four had been shot".

    The detail may be what others know; it is no reason to keep the whole from them.
    """
    if left.article.id != right.article.id or left.numbers is None or right.numbers is None or not left.family.startswith("count"):
        return False
    if left.within != right.within:
        return False
    first, second = (left, right) if left.claim.span.start < right.claim.span.start else (right, left)
    if not first.leads or first.claim.sentence.start == second.claim.sentence.start or not first.fates & SHOT:
        return False
    sizes = [one.numbers.value for one in (first, second) if one.numbers is not None and one.numbers.value is not None]
    return len(sizes) == 2 and sizes[0] > sizes[1] and bool(second.fates & SHOT)


Constraint = Callable[[Mention, Mention], str | None]

CONSTRAINTS: tuple[Constraint, ...] = (
    kind_differs,
    role_differs,
    report_differs,
    scope_differs,
    place_differs,
    period_differs,
    long_past,
    fate_differs,
    places_are_not_people,
    perpetrators_differ,
    other_person,
    other_contender,
    other_extent,
    another_event,
    small_of_nothing,
    another_year,
    size_differs,
    vague_of_another,
    loose_beside_another,
    same_sentence,
    same_article_excludes,
)


def forbidden(left: Mention, right: Mention) -> str | None:
    """The first reason for which the two do not answer one question, whatever else speaks for it."""
    for constraint in CONSTRAINTS:
        reason = constraint(left, right)
        if reason is not None:
            return reason
    return None
