"""A claim as matching sees it: its slots in canonical words, its clause, its place in the news."""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from corroborate.match.embedding import Embedder
from corroborate.match.groups.clauses import masked
from corroborate.match.groups.contenders import contenders_of
from corroborate.match.groups.elsewhere import elsewhere
from corroborate.match.groups.fates import DISEASE, is_case
from corroborate.match.groups.mention import LEAD, Mention, Told, meet, opening_of, unfolded
from corroborate.match.groups.numbers import Numbers, numbers_of
from corroborate.match.groups.passages import passage_of
from corroborate.match.groups.scopes import IN_PLACE, scope_of
from corroborate.match.groups.slots import PERSON, events_of, fates_of, thing_of
from corroborate.match.groups.tolls import is_toll
from corroborate.match.groups.towns import ALL_OF_IT, WHOLE, place_told
from corroborate.match.morgue import MORGUE, Clipping
from corroborate.match.vectors import weighted
from corroborate.match.words import stems
from corroborate.model.articles import Article, Reading
from corroborate.model.claims import Claim
from corroborate.model.figures import Approx, Kind, Period, Quantity
from corroborate.model.retractions import retraction_for
from corroborate.model.units import MEASURES

__all__ = ["LEAD", "Mention", "mention", "mentions"]

COPIED = 1 << 14
"""Claims of which is remembered what their words tell, for other articles with the same text."""

POINTS = "points"
"""What percentage points and basis points measure: 50 of these are half of one of those."""

MENTIONS = "mentions"
"""What a clipping keeps them by."""


CONTRAST = 300
"""Characters behind a count of the dead in which another of others is set beside it."""

ASIDE = frozenset({"earlier", "beside"})
"""Scopes of what another event cost."""

ELLIPSIS = 200
"""Characters within which a bare figure is of what was counted before it."""

SEVERAL = 2
SAID_BARE = re.compile(
    r"\b(?:said|says?|claim(?:ed|s)?|spoke of|speaks? of|gave|counted|reported|"
    r"(?:put|puts) (?:it|the (?:figure|number|total|crowd|turnout|toll)) at|"
    r"estimated(?: (?:it|the (?:figure|number|total|crowd|turnout)))?(?: at)?|(?:estimate|figure|count) (?:was|is))\s+"
    r"(?:(?:at least|about|some|more than|only|around|nearly|over|up to|as many as)\s+)*$",
    re.IGNORECASE,
)
BARE_BEHIND = re.compile(r"(?: (?:had|have|did|were|was|dead|wounded))?\s*(?:[.;,”\"]|$)")
""" "Organizers claimed 60,000."; "police said 38,000 had."."""

OTHERS = re.compile(r"(?:other|others)\b")
""" "Two people were shot. Three others were treated": they come on top."""

YOUNG = frozenset({"child", "girl", "boy"})
SUMMED = frozenset({"dead", "injured", "missing", "rescued", "evacuated", "infected", "homeless", "arrested"})
"""What befalls people in many places of one event."""

SUFFERED = frozenset({"injured", "missing"})
"""What befalls those that are told of behind the dead, as a rule all of them at once."""


class Slots(NamedTuple):
    """What a mention takes from the words of its claim alone, by the names of its fields."""

    family: str
    thing: str | None
    modifiers: frozenset[str]
    fates: frozenset[str]
    events: tuple[str, ...]
    scope: frozenset[str]
    clause: str
    words: dict[str, float]
    beside: frozenset[str]
    numbers: Numbers | None
    instead_of: float | None


def mention(claim: Claim, article: Article, *, place: int = 0, edition: int = 0) -> Mention:
    """Fill the slots of one claim; outlets that run the same copy have them filled once. It is claim number `place` of a reading, of
    which `edition` is the hash.
    """
    slots = _slots(replace(claim, id="", revision=""), article.as_of.year)
    if slots.family == "count:" and slots.thing is None and is_case(claim) and DISEASE.search(opening_of(article)):
        slots = slots._replace(thing=PERSON, fates=frozenset({"infected"}))
    told = Mention(claim, article, **slots._asdict(), elsewhere=elsewhere(claim, article), place=place, edition=edition)
    contenders = contenders_of(claim, article, told.thing)
    return replace(told, modifiers=told.modifiers | contenders) if contenders else told


@lru_cache(maxsize=COPIED)
def _slots(claim: Claim, year: int) -> Slots:
    passage = passage_of(claim)
    is_of_dead = claim.kind is Kind.COUNT and is_toll(passage)
    thing, modifiers = (PERSON, frozenset[str]()) if is_of_dead else thing_of(claim, passage)
    figure, taken_back = claim.figure, retraction_for(claim)
    return Slots(
        family=family(claim, thing),
        thing=thing,
        modifiers=modifiers,
        fates=fates_of(claim, passage, thing),
        events=events_of(claim, passage),
        scope=scope_of(claim, passage, year),
        clause=masked(" ".join(passage.clause.split())),
        words=weighted(Counter(stems(passage.clause))),
        beside=frozenset((*passage.before[:2], *passage.after[:4])),
        numbers=numbers_of(figure, claim.kind) if isinstance(figure, Quantity) else None,
        instead_of=None if taken_back is None else taken_back.value,
    )


def mentions(readings: Sequence[Reading], embedder: Embedder | None) -> tuple[Mention, ...]:
    """Every claim of the readings with its slots, in order of time; what is not yet kept of them is embedded in one go."""
    clippings = [MORGUE.clipping(reading) for reading in readings]
    key = (MENTIONS, None if embedder is None else embedder.name)
    new = [one for one in clippings if key not in one.worked]
    if new:
        told = [_told(one, key) for one in new]
        for one, found in zip(new, told if embedder is None else _embedded(told, embedder), strict=True):
            one.worked[key] = found
    gathered: list[Told] = [clipping.worked[key] for clipping in clippings]
    if any(one.unmet for one in gathered):
        meet(gathered)
    return tuple(sorted((one for found in gathered for one in found.mentions), key=lambda one: one.key))


def _told(clipping: Clipping, key: Hashable) -> Told:
    """The mentions of one reading, as they were put away or new."""
    reading, edition = clipping.reading, clipping.edition
    if (folded := clipping.folded.pop(key, None)) is not None:
        return unfolded(reading, edition, folded)
    found = [mention(claim, reading.article, place=place, edition=edition) for place, claim in enumerate(reading.claims)]
    return Told(edition, tuple(_marked(found)))


def _embedded(told: Sequence[Told], embedder: Embedder) -> list[Told]:
    """The mentions of some articles with their vectors."""
    every = [one for found in told for one in found.mentions]
    if not every:
        return list(told)
    phrases = iter(embedder.embed([one.phrase for one in every]))
    clauses = iter(embedder.embed([one.clause for one in every]))
    return [
        replace(found, mentions=tuple(replace(one, phrase_vector=next(phrases), clause_vector=next(clauses)) for one in found.mentions))
        for found in told
    ]


def _marked(found: Sequence[Mention]) -> list[Mention]:
    """The claims of one article, with those marked that are the only figure of their sort."""
    values: defaultdict[tuple[str, str | None], set[str]] = defaultdict(set)
    for one in found:
        values[_sort(one)].add(_value(one))
    told: defaultdict[tuple[str, str | None], list[Numbers]] = defaultdict(list)
    for one in found:
        if one.numbers is not None and one.numbers.value is not None and one.thing is not None and not one.scope:
            told[_sort(one)].append(one.numbers)
    marked = [
        replace(one, is_sole=True) if len(values[_sort(one)]) == 1 else one for one in _placed(_parted(_contrasted(_completed(found))))
    ]
    return [replace(one, precise=tuple(told[_sort(one)])) if _is_vague(one) else one for one in marked]


def _completed(found: Sequence[Mention]) -> list[Mention]:
    """ "15,000 people marched, police said. Organizers spoke of 50,000": what the second counts is what the first does."""
    told, last = list[Mention](), None
    for one in sorted(found, key=lambda one: one.claim.span.start):
        if one.family == "count:" and not one.fates and last is not None and _leaves_out(one, last):
            one = replace(one, thing=last.thing, modifiers=last.modifiers, fates=last.fates)
        if one.family == "count:" and (one.thing is not None or one.fates):
            last = one
        told.append(one)
    return told


def _leaves_out(one: Mention, last: Mention) -> bool:
    """Only who says so stands beside the figure, and the one before stands near and is another."""
    claim = one.claim
    if one.voice is None or one.voice == last.voice or claim.span.start - last.claim.span.end > ELLIPSIS or _size(one) < SEVERAL:
        return False
    place = claim.span.start - claim.sentence.start
    behind = claim.sentence.text[place + len(claim.surface) :]
    return SAID_BARE.search(claim.sentence.text[:place]) is not None and BARE_BEHIND.match(behind) is not None


def _contrasted(found: Sequence[Mention]) -> list[Mention]:
    """ "Eleven people died. Another 22 were hurt": they come on top of the dead, and are all the hurt that the article tells of."""
    told, seen, dead = list[Mention](), set[str](), -CONTRAST
    for one in sorted(found, key=lambda one: one.claim.span.start):
        others = one.fates & SUFFERED
        if "further" not in one.scope and _are_told(others, seen) and OTHERS.match(_counted(one)):
            one = replace(one, scope=one.scope | {"further"})
        if "further" in one.scope and others and not others & seen and 0 <= one.claim.span.start - dead <= CONTRAST:
            one = replace(one, scope=one.scope - {"further"})
        if one.family.startswith("count"):
            seen |= one.fates
            dead = one.claim.span.end if "dead" in one.fates else dead
        told.append(one)
    return told


def _are_told(fates: frozenset[str], seen: set[str]) -> bool:
    """To others the same happened, or they were shot at, which is told as a wound as well."""
    return bool(fates & seen) or ("injured" in fates and "shot" in seen)


def _counted(one: Mention) -> str:
    figure = one.claim.figure
    return (figure.counted or "").lower() if isinstance(figure, Quantity) else ""


def _parted(found: Sequence[Mention]) -> list[Mention]:
    """ "Nineteen people died. ... Four children were killed": where more people are told to have died, the children are some of them."""
    most: defaultdict[frozenset[str], float] = defaultdict(float)
    for one in found:
        if one.family == "count:" and one.thing == PERSON and not one.scope & ASIDE:
            most[one.fates] = max(most[one.fates], _size(one))
    return [
        replace(one, scope=one.scope | {"part"})
        if one.family == "count:" and one.thing in YOUNG and one.fates and _size(one) < most[one.fates]
        else one
        for one in found
    ]


def _placed(found: Sequence[Mention]) -> list[Mention]:
    """Those of a place within the whole are told: the dead of one town, where the article counts more dead elsewhere or in all."""
    counted = [one for one in found if one.family == "count:" and one.fates & SUMMED and _size(one) and not one.scope & ASIDE]
    if len(counted) < 2:
        return list(found)
    places = {one: place_told(one.claim, one.clause) for one in counted}
    wholes = {one: _wholes(one, counted, places) for one in counted}
    within = {whole: WHOLE for found in wholes.values() for whole in found} | {one: places[one] for one in counted if wholes[one]}
    return [_narrowed(one, within[one]) if one in within else one for one in found]


def _narrowed(one: Mention, place: str | None) -> Mention:
    """The claim with its place, in the stead of other words for it."""
    if place == WHOLE:
        return replace(one, within=place)
    return replace(one, within=place, scope=frozenset(word for word in one.scope if word != "alone" and not word.startswith(IN_PLACE)))


def _wholes(one: Mention, counted: Sequence[Mention], places: Mapping[Mention, str | None]) -> list[Mention]:
    """The larger counts of the article of those to whom the same happened, in sentences before it and not at that place."""
    place = places[one]
    if place is None:
        return []
    return [
        other
        for other in counted
        if other.fates == one.fates
        and places[other] != place
        and (not place or place not in other.claim.sentence.text)
        and other.claim.sentence.start != one.claim.sentence.start
        and _size(other) > _size(one)
        and (other.claim.span.start < one.claim.span.start or ALL_OF_IT.search(other.clause))
    ]


def _size(one: Mention) -> float:
    return (one.numbers.value if one.numbers is not None else None) or 0.0


def _is_vague(one: Mention) -> bool:
    return isinstance(one.claim.figure, Quantity) and one.claim.figure.approx is Approx.VAGUE and one.thing is not None


def _sort(one: Mention) -> tuple[str, str | None]:
    return (one.family, one.thing if one.family.startswith("count") else None)


def _value(one: Mention) -> str:
    return str(one.numbers.value) if one.numbers is not None and one.numbers.value is not None else one.claim.surface


def family(claim: Claim, thing: str | None = None) -> str:
    """Kind and what is measured: figures of different families never answer one question; miles and kilometres may.

    A bare "6.4" that is said to be a magnitude is one.
    """
    figure = claim.figure
    if isinstance(figure, Period):
        return "date"
    if not isinstance(figure, Quantity):
        return claim.kind.value
    if claim.kind is Kind.COUNT and thing == "magnitud":
        return f"{Kind.MEASURE.value}:magnitude"
    measure = MEASURES.get(figure.unit or "") if claim.kind in (Kind.MEASURE, Kind.DURATION) else None
    if (measure is not None and measure.dimension == POINTS) or (claim.kind is Kind.PERCENT and figure.unit == "percentage point"):
        return f"{Kind.PERCENT.value}:{POINTS}"
    return ":".join([claim.kind.value, measure.dimension if measure is not None else figure.unit or ""])
