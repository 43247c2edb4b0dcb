"""How many were killed, injured or shot, where an article tells it by naming them.

An enumeration is the whole where nothing in the article tells of more: the first sentences tell it of the event, what comes
later only retells it or adds to it. Where two people may or may not be one, nothing is read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corroborate.extract.lexicon import small
from corroborate.extract.ranks import ORDINALS
from corroborate.extract.victims.fates import CUE, Fate, fates, listed
from corroborate.extract.victims.persons import DEFINITE, POSSESSIVES, Person
from corroborate.extract.victims.phrases import Row, rows
from corroborate.extract.victims.roster import Victim, roster
from corroborate.extract.victims.told import FICTION, LEAD, NTH, PAST, SOMEBODY, STRETCH, Counted, Told, Toll, overlap
from corroborate.extract.victims.totals import multiple, nobody, reached
from corroborate.model.claims import Span
from corroborate.model.months import ANY_MONTH

HEADLINE = 160
BACK = 3
"""Sentences back in which somebody was told of whom "the man" is."""

FRONTED = re.compile(
    rf"[\"“]?(?:In|Back in|During) (?:early |late |mid-)?(?:(?:19|20)\d\d|{ANY_MONTH})\b|"
    r"Last (?:year|month|week|summer|winter|spring|fall)\b|"
    rf"Earlier this (?:year|month)\b|(?:A|The|One|Two|Three) {STRETCH} (?:ago|earlier|before)\b"
)
SINCE = re.compile(rf"\b{STRETCH} (?:after|before|since) [^.;,]{{0,110}}$", re.IGNORECASE)
WHERE = re.compile(r"\b(?:where|in which|when)\b [^.;,]{0,25}$")
"""Behind the lead, what hangs on another place or day is told of another event: "from the hall where two people were shot"."""
WIDTH = 140
NEAR = 25
YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
PRONOUN = re.compile(r"[\"“]?(?:He|She|They|It|His|Her|Their)\b")
MORE_DIED = re.compile(
    rf"\b(?:{NTH}) (?:\w+ )?{SOMEBODY} (?:to die|killed|has died|dies|died|dead|from|in|of)\b|\b(?:{NTH}) death\b|"
    r"\b(?:death )?toll (?:to|at|of|has|rose|rises|now|stands|climb\w+|is|was|from)\b|\bbringing the (?:number|total)\b|"
    r"\b(?:number|total) of (?:[a-z]+ )?(?:killed|dead|deaths|victims|fatalities|died)\b[^.;]{0,90}"
    r"\b(?:risen|rose|rises|climb\w*|grown|gr[eo]w|increased|reached|stands|stood|to)\b",
    re.IGNORECASE,
)
"""More died than the one told of."""

DIES_LATER = re.compile(
    r"\b(?:wounded|injured|shot|hurt|stabbed|burned|struck|beaten)\b[^.;]{0,90}\b(?:has|have|had) (?:since |now |later )?died\b|"
    + MORE_DIED.pattern,
    re.IGNORECASE,
)
"""Who was first told as hurt is dead: how many died before is not told by naming the last."""

IDENTIFIED = re.compile(
    r"\b(?:identified|named)(?: by [^,.;]{1,30}| \w+day| (?:the|those) [^,.;:]{1,30})?(?: as)? $|"
    r"\bnames of (?:those|the [^.:;]{0,30}) killed: $|They (?:are|were) $"
)
_GUN = r"(?:\w+ )?(?:gun|handgun|weapon|pistol|rifle|shotgun|revolver|knife|firearm)"
DOER_TOO = re.compile(
    r"\b(?:before|then|and) (?:(?!\b(?:try|trying|tried|attempt\w*)\b)[\w’'-]+ ){0,4}?"
    r"(?:(?:kill(?:s|ed|ing)|fatally (?:shot|shooting)) (?:him|her)self|t(?:akes|ook|aking) (?:his|her) own life|"
    rf"turn(?:s|ed|ing) (?:the|his|her|a) {_GUN} on (?:him|her)self)\b"
)
""" "Killed his wife and daughter before killing himself"."""

ONE_OF = re.compile(r"\bone of [^,.;]{1,40}, $", re.IGNORECASE)
ACCUSED = re.compile(
    r"\b(?:arrest\w*|charg(?:ed|es|ing)|accus\w+|detain\w*|(?:look|search)\w* for|seek\w*|jail\w*|convict\w*|sentenc\w+|indict\w*) "
    r"(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
""" "Police have arrested two men in the death of": they did it."""

THE_DEAD = re.compile(r"\b(?:victims?|killed|dead|deceased|died|slain|fatally)\b", re.IGNORECASE)
ABOARD = re.compile(r" (?:aboard|on board|inside|in the|on the)\b")
CUES = {
    "killed": re.compile(r"\b(?:kill|dead|death|die|fatal|homicide|slain|murder)", re.IGNORECASE),
    "injured": re.compile(r"\b(?:injur|wound|hurt|hospital)", re.IGNORECASE),
    "shot": re.compile(r"\bshot\b", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Tolls:
    """What an article tells by naming people, and the rows in which a number is of some of them: "a mother and two sons"."""

    tolls: tuple[Toll, ...] = ()
    lists: tuple[Span, ...] = ()


def read_tolls(text: str, sentences: Sequence[Span], counted: Sequence[Counted], year: int | None) -> Tolls:
    """The tolls of the sentences given; `counted` are the figures read already, in order."""
    lower = small(text)
    cued = [(number, one) for number, one in enumerate(sentences) if CUE.search(lower, one.start, one.end) is not None]
    if not cued:
        return Tolls()
    every = [fate for number, one in cued for fate in _told(text, number, one)]
    told = [one for one in every if one.fate.name and not _is_of_past(text, one, year)]
    named = list(_identified(text, cued))
    every_fate = (_of_fate(name, [*told, *named], text, counted) for name in CUES)
    left = _left(text, cued, every, counted)
    found = [one for one in every_fate if one is not None and not _exceeds(one, text, left)]
    found.extend(reached(text, cued, counted))
    known = {one.fate for one in found}
    found.extend(one for one in multiple(text, cued, told, year) if one.fate not in known)
    if not told:
        found.extend(nobody(text, cued))
    lists = (Span(one.row.start, one.row.end) for one in every if listed(one.row) or one.fate.partial)
    return Tolls(tuple(found), tuple(lists))


def _told(text: str, number: int, sentence: Span) -> Iterator[Told]:
    """The fates of a sentence, of fictional people none."""
    cut = sentence.cut(text)
    if FICTION.search(cut):
        return
    bare = number < LEAD and len(cut) < HEADLINE and cut.rstrip()[-1:] not in (".", "!", "?", "”", '"', ",")
    for fate in fates(text, sentence.start, sentence.end, bare=bare):
        yield Told(fate, number, sentence)


def _is_of_past(text: str, told: Told, year: int | None) -> bool:
    """Another, earlier event is told of."""
    fate, number, sentence = told.fate, told.number, told.sentence
    cut = sentence.cut(text)
    before = text[max(sentence.start, fate.row.start - WIDTH) : fate.row.start]
    if SINCE.search(before) or ((number > 0 or fate.row.people[0].is_other) and WHERE.search(before)):
        return True
    if number == 0 and not fate.restricted and not PRONOUN.match(cut):
        return False
    if FRONTED.match(cut) or PAST.search(cut):
        return True
    if number < LEAD and not fate.restricted and not PRONOUN.match(cut):
        return False
    return any(year is None or int(one[1]) < year for one in YEAR.finditer(cut))


def _of_fate(name: str, told: Sequence[Told], text: str, counted: Sequence[Counted]) -> Toll | None:
    """The first enumeration that tells the whole of a fate."""
    own = [one for one in told if one.fate.name == name and not (one.row.size == 1 and one.first.is_suspect) and not _sums_up(one, told)]
    if name == "shot":
        has_dead = any(one.fate.name == "killed" for one in told)
        own = [] if _others_told(told) else [one for one in own if one.row.size > 1 or (one.number < LEAD and not has_dead)]
    whole = [one for one in own if not one.fate.partial]
    most = max((one.row.size for one in own), default=0)
    if any(one.row.size == most and one.row.is_counted and _is_read(one, text, counted) for one in whole):
        return None
    best = _telling(whole, most, told)
    if best is None or _is_doubtful(best, [one for one in own if one.row.size == most], told, text):
        return _one_by_one(name, told, text)
    rule = f"people counted, {name}" if best.row.is_counted else f"people enumerated, {name}"
    if not best.row.is_counted and any(_is_one_of(one, text) for one in own):
        return _one_by_one(name, told, text)
    if name == "killed" and not best.row.is_counted:
        doer = DOER_TOO.search(text, best.row.end, best.sentence.end)
        if doer is not None and not best.fate.own_hand:
            # Who turns the gun on himself in the end is as dead as those he shot.
            return Toll(Span(best.row.start, doer.end()), name, most + 1, rule)
        if _doers(told):
            return _one_by_one(name, told, text)
    return Toll(Span(best.row.start, best.row.end), name, most, rule, best.fate.hedge)


def _doers(told: Sequence[Told]) -> list[Told]:
    """Those who did it and died of it: "the gunman was killed by police"."""
    return [one for one in told if one.fate.name == "killed" and one.row.size == 1 and (one.first.is_suspect or one.fate.own_hand)]


def _one_by_one(name: str, told: Sequence[Told], text: str) -> Toll | None:
    """Those of whom several sentences tell, one each."""
    others = [one for one in told if one.fate.name == name and (one.row.is_counted or one.fate.partial) and not _is_one_of(one, text)]
    if name == "shot" or not all(_sums_up(one, told) for one in others):
        return None
    if name == "killed" and MORE_DIED.search(text) is not None:
        return None
    known = roster(one.fate for one in told)
    found = [one for one in known if one.fate == name]
    size = sum(one.person.size for one in found)
    if not found or (size == 1 and name != "killed" and _leaves_shot(told)) or _are_further(known):
        return None
    first = found[0].person
    return Toll(Span(first.start, first.end), name, size, f"people told one by one, {name}")


def _is_one_of(one: Told, text: str) -> bool:
    """ "One of the victims, a 41-year-old man": somebody beside whom others are told of, each by himself."""
    return one.fate.partial and one.row.size == 1 and ONE_OF.search(text, one.sentence.start, one.row.start) is not None


def _are_further(known: Sequence[Victim]) -> bool:
    """ "A fourth person was hurt": of those before him nothing is told by name."""
    numbered = [(place, one.person) for place, one in enumerate(known) if one.person.is_other]
    return any(place < max(1, ORDINALS.get(person.ordinal, 2) - 1) for place, person in numbered)


def _sums_up(one: Told, told: Sequence[Told]) -> bool:
    """ "The two men were stabbed", of whom was told before one by one."""
    if not one.row.is_counted or one.first.determiner not in DEFINITE:
        return False
    before = sum(other.row.size for other in told if (other.number, other.row.start) < (one.number, one.row.start) and other is not one)
    return before >= one.row.size > 1


def _others_told(told: Sequence[Told]) -> bool:
    """The dead or the hurt are told by themselves: those shot besides are some of them, or others."""
    shot = [one.row for one in told if one.fate.name == "shot"]
    others = [one for one in told if one.fate.name != "shot" and not _is_weak(one) and not one.row.is_counted]
    return any(not any(_may_be_of(one.first, row) for row in shot) for one in others)


def _telling(whole: Sequence[Told], most: int, told: Sequence[Told]) -> Told | None:
    """The first that tells of as many as any, where it is plain that those told of are not several."""
    strong = [one for one in whole if not _is_weak(one)]
    fitting = [one for one in strong if one.row.size == most]
    if not strong:
        fitting = [one for one in whole if one.row.size == most and _is_known(one, told)]
    if not fitting or (most == 1 and _are_several(strong or fitting)):
        return None
    return fitting[0]


def _is_doubtful(best: Told, alike: Sequence[Told], told: Sequence[Told], text: str) -> bool:
    """More may have met the fate than those told of."""
    name, size = best.fate.name, best.row.size
    if size > 1:
        return any(one.fate.partial for one in alike)
    if _adds(best, told) or (name == "killed" and DIES_LATER.search(text) is not None):
        return True
    return name == "injured" and (_dies(best, told) or _leaves_shot(told))


def _leaves_shot(told: Sequence[Told]) -> bool:
    """More were shot than the dead and one hurt."""
    shot = max((one.row.size for one in told if one.fate.name == "shot"), default=0)
    dead = max((one.row.size for one in told if one.fate.name == "killed"), default=0)
    return shot > dead + 1


def _left(text: str, cued: Sequence[tuple[int, Span]], told: Sequence[Told], counted: Sequence[Counted]) -> list[Counted]:
    """The counts at the head of the article of which no fate was told."""
    head = [one for number, one in cued if number < LEAD and PAST.search(text, one.start, one.end) is None]
    known = [one.row for one in told]
    inside = [count for one in head for count in counted if one.start <= count.span.start < one.end and not _is_accused(count, text)]
    return [count for count in inside if not any(overlap(count.span, row.start, row.end) for row in known)]


def _is_accused(count: Counted, text: str) -> bool:
    return ACCUSED.search(text, max(0, count.span.start - WIDTH // 2), count.span.start) is not None


def _exceeds(toll: Toll, text: str, left: Sequence[Counted]) -> bool:
    """A larger count stands beside words for the same fate that were not understood."""
    return any(
        count.size > toll.size and CUES[toll.fate].search(text, max(0, count.span.start - NEAR), count.span.end + NEAR) for count in left
    )


def _is_read(one: Told, text: str, counted: Sequence[Counted]) -> bool:
    """The number is a figure already; that of "all three aboard died" only tells who was aboard."""
    row = one.row
    if one.first.determiner in ("all", "both") and ABOARD.match(text, row.end):
        return False
    return any(overlap(other.span, row.start, row.end) for other in counted)


def _is_weak(one: Told) -> bool:
    """Somebody told of before: "the man", "she"; of a whole row at once nobody speaks unless it is told."""
    told = one.fate.restricted and (one.row.size > 1 or one.number == 0)
    possessed = one.row.size == 1 and one.number >= LEAD and one.first.determiner in POSSESSIVES and not one.first.age
    return (one.first.is_definite or possessed) and not told and not one.row.is_counted


def _is_known(one: Told, told: Sequence[Told]) -> bool:
    """Somebody of the same description was told of shortly before, as shot or hurt."""
    return any(
        before is not one
        and one.number - BACK <= before.number <= one.number
        and before.row.start < one.row.start
        and _may_be_of(one.first, before.row)
        for before in told
    )


def _may_be_of(person: Person, row: Row) -> bool:
    return any(other.noun == person.noun or (not person.noun) or (person.sex and person.sex == other.sex) for other in row.people)


def _are_several(told: Sequence[Told]) -> bool:
    """Two of those told of one by one are two people for certain."""
    return any(_differ(one.first, other.first) for place, one in enumerate(told) for other in told[:place])


def _differ(one: Person, other: Person) -> bool:
    if one.is_other and not other.is_other:
        return True
    if one.name and other.name:
        return one.name.split()[-1] != other.name.split()[-1] or (
            one.name.split()[0] != other.name.split()[0] and " " in one.name and " " in other.name
        )
    return bool((one.sex and other.sex and one.sex != other.sex) or (one.age and other.age and one.age != other.age))


def _adds(one: Told, told: Sequence[Told]) -> bool:
    """ "A second man has died", with nobody told of before."""
    return one.first.is_other and not any(
        other is not one and (other.number, other.row.start) < (one.number, one.row.start) for other in told
    )


def _dies(one: Told, told: Sequence[Told]) -> bool:
    """Who was hurt dies in one of the next sentences."""
    return any(
        other.fate.name == "killed"
        and one.number < other.number <= one.number + BACK
        and _is_weak(other)
        and _may_be_of(other.first, one.row)
        for other in told
    )


def _identified(text: str, cued: Sequence[tuple[int, Span]]) -> Iterator[Told]:
    """ "The victims were identified as A, B and C"."""
    for number, one in cued:
        if THE_DEAD.search(text, one.start, one.end) is None or "suspect" in one.cut(text):
            continue
        for row in rows(text, one.start, one.end, bare=False):
            if row.size > 1 and not row.is_counted and IDENTIFIED.search(text[max(one.start, row.start - 60) : row.start]):
                yield Told(Fate(row, "killed"), number, one)
