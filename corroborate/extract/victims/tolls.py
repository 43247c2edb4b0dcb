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
from corroborate.extract.victims.persons import NUMBER, Person, number_of
from corroborate.extract.victims.phrases import Row, rows
from corroborate.model.claims import Span
from corroborate.model.months import ANY_MONTH

LEAD = 3
"""Sentences at the head of an article that tell of its own event."""
HEADLINE = 160
BACK = 3
"""Sentences back in which somebody was told of whom "the man" is."""

FICTION = re.compile(r"\b(?:novel|film|movie|episode|drama|thriller|fictional|screenplay|sequel|video game)\b", re.IGNORECASE)
_EVENT = r"(?:shooting|crash|fire|attack|stabbing|blast|explosion|collapse|accident|incident|bombing|collision|killing|case)"
_STRETCH = r"(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)"
PAST = re.compile(
    rf"\b(?:last (?:year|month|summer|winter|spring|autumn|fall)|{_STRETCH} (?:ago|earlier|before)|previous(?:ly)?|anniversary|this year|"
    r"(?:un)?related to|separate from|unrelated|no (?:link|connection)|(?:not|n['’]t) (?:\w+ )?(?:connected|linked|related|tied)|"
    r"nothing to do with|serving (?:life|\w+ years)|(?:an?|another) (?:earlier|unrelated|separate|similar|different|deadly|fatal)|"
    rf"(?:first|second|other|two|three|unrelated|separate|earlier|similar|another) {_EVENT}(?:s|es)?)\b",
    re.IGNORECASE,
)
FRONTED = re.compile(
    rf"[\"“]?(?:In|Back in|During) (?:early |late |mid-)?(?:(?:19|20)\d\d|{ANY_MONTH})\b|"
    r"Last (?:year|month|week|summer|winter|spring|fall)\b|"
    rf"Earlier this (?:year|month)\b|(?:A|The|One|Two|Three) {_STRETCH} (?:ago|earlier|before)\b"
)
SINCE = re.compile(rf"\b{_STRETCH} (?:after|before|since) [^.;,]{{0,110}}$", re.IGNORECASE)
WHERE = re.compile(r"\b(?:where|in which|when)\b [^.;,]{0,25}$")
"""Behind the lead, what hangs on another place or day is told of another event: "from the hall where two people were shot"."""
WIDTH = 140
NEAR = 25
YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
PRONOUN = re.compile(r"[\"“]?(?:He|She|They|It|His|Her|Their)\b")
_NTH = "|".join(ORDINALS)
_SOMEBODY = r"(?:person|victim|man|woman|child|boy|girl|student|teen\w*|officer|death|fatality)"
DIES_LATER = re.compile(
    r"\b(?:wounded|injured|shot|hurt|stabbed|burned|struck|beaten)\b[^.;]{0,90}\b(?:has|have|had) (?:since |now |later )?died\b|"
    rf"\b(?:{_NTH}) (?:\w+ )?{_SOMEBODY} (?:to die|killed|has died|dies|died|dead|from|in|of)\b|\b(?:{_NTH}) death\b|"
    r"\b(?:death )?toll (?:to|at|of|has|rose|rises|now|stands|climb\w+|is|was|from)\b|\bbringing the (?:number|total)\b|"
    r"\b(?:number|total) of (?:[a-z]+ )?(?:killed|dead|deaths|victims|fatalities|died)\b[^.;]{0,90}"
    r"\b(?:risen|rose|rises|climb\w*|grown|gr[eo]w|increased|reached|stands|stood|to)\b",
    re.IGNORECASE,
)
"""Who was first told as hurt is dead: how many died before is not told by naming the last."""

TOLL = re.compile(
    r"\b(?:death toll|toll|number of (?:dead|deaths|victims|people killed|those killed))\b(?: [a-z]+){0,4}? (?:to|at|is|was|of) "
    rf"(?P<number>{NUMBER})\b(?! \w+ (?:wounded|injured))",
    re.IGNORECASE,
)
LAST = re.compile(
    rf"\b(?:the|a) (?P<nth>{_NTH}) (?:\w+ )?{_SOMEBODY} (?:to die |to have died |killed |who (?:has )?died )?"
    rf"(?:in|from|of) (?:the|this|[A-Z]\w+['’]s|that|last \w+['’]s) (?:[\w-]+ ){{0,2}}?{_EVENT}\b"
)
NTH_DIED = re.compile(
    rf"\b[Aa] (?P<nth>{_NTH}) (?:[\w-]+ )?{_SOMEBODY}\b(?: (?!who\b)[^\s,.;:]+){{0,8}}? (?:has |have )?(?:since |now |later |also )?died\b"
)
""" "A third victim of Saturday's shooting has died": so three have."""

NTH_FOUND = re.compile(
    rf"\b(?:body|remains) of (?:the|a|an) (?P<nth>{_NTH}|(?P<number>\d{{1,3}})(?:st|nd|rd|th)) (?:[\w-]+ )?{_SOMEBODY}\b", re.IGNORECASE
)
""" "The body of a 12th victim was found": so twelve have died."""
DEADLY = re.compile(r"\b(?:kill|die|dead|death|fatal)")
MULTIPLE = re.compile(
    r"\b(?P<times>double|triple|quadruple|quintuple) (?:fatal )?(?P<deed>homicide|murder|killing|slaying|fatality|shooting)s?\b(?!-)",
    re.IGNORECASE,
)
TIMES = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}
_HARM = "(?:injuries|casualties|deaths|fatalities)"
NOBODY = re.compile(
    r"\b(?:(?:no one|no-one|nobody|no people|no passengers or crew|none of (?:the|those|its) (?:\w+ ){0,2}(?:on board|aboard|passengers)) "
    r"(?:on board |aboard )?(?:was|were|has been|have been|is|are) (?:\w+ly )?(?P<fate>hurt|injured|wounded|harmed|killed)"
    rf"|no (?:reported )?(?P<harm>{_HARM})(?: or \w+)? (?:were|was|have been|had been) (?:immediately )?reported"
    rf"|(?:there were|were|caused|reported) no (?:reported )?(?P<none>{_HARM})\b(?!(?: \w+){{0,4}} (?:among|to) ))",
    re.IGNORECASE,
)
IDENTIFIED = re.compile(
    r"\b(?:identified|named)(?: by [^,.;]{1,30}| \w+day| (?:the|those) [^,.;:]{1,30})?(?: as)? $|"
    r"\bnames of (?:those|the [^.:;]{0,30}) killed: $|They (?:are|were) $"
)
THE_DEAD = re.compile(r"\b(?:victims?|killed|dead|deceased|died|slain|fatally)\b", re.IGNORECASE)
ABOARD = re.compile(r" (?:aboard|on board|inside|in the|on the)\b")
POSSESSIVES = ("his", "her", "their")
CUES = {
    "killed": re.compile(r"\b(?:kill|dead|death|die|fatal|homicide|slain|murder)", re.IGNORECASE),
    "injured": re.compile(r"\b(?:injur|wound|hurt|hospital)", re.IGNORECASE),
    "shot": re.compile(r"\bshot\b", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Counted:
    """A count that was read already, of people or of who knows what."""

    span: Span
    size: int


@dataclass(frozen=True, slots=True)
class Toll:
    """How many were killed, injured or shot, and the characters that tell it; `hedge` is what stands before them."""

    span: Span
    fate: str
    size: int
    rule: str
    hedge: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A fate told in a sentence of an article; `number` is the sentence's."""

    fate: Fate
    number: int
    sentence: Span

    @property
    def row(self) -> Row:
        """The people."""
        return self.fate.row

    @property
    def first(self) -> Person:
        """The first of them."""
        return self.fate.row.people[0]


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
    found.extend(_reached(text, cued, counted))
    known = {one.fate for one in found}
    found.extend(one for one in _multiple(text, cued, told, year) if one.fate not in known)
    if not told:
        found.extend(_nobody(text, cued))
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
    own = [one for one in told if one.fate.name == name and not (one.row.size == 1 and one.first.is_suspect)]
    if name == "shot":
        has_dead = any(one.fate.name == "killed" for one in told)
        own = [] if _others_told(told) else [one for one in own if one.row.size > 1 or (one.number < LEAD and not has_dead)]
    whole = [one for one in own if not one.fate.partial]
    most = max((one.row.size for one in own), default=0)
    if any(one.row.size == most and one.row.is_counted and _is_read(one, text, counted) for one in whole):
        return None
    best = _telling(whole, most, told)
    if best is None or _is_doubtful(best, [one for one in own if one.row.size == most], told, text):
        return None
    rule = f"people counted, {name}" if best.row.is_counted else f"people enumerated, {name}"
    return Toll(Span(best.row.start, best.row.end), name, most, rule, best.fate.hedge)


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
    inside = [count for one in head for count in counted if one.start <= count.span.start < one.end]
    return [count for count in inside if not any(_overlap(count.span, row.start, row.end) for row in known)]


def _exceeds(toll: Toll, text: str, left: Sequence[Counted]) -> bool:
    """A larger count stands beside words for the same fate that were not understood."""
    return any(
        count.size > toll.size and CUES[toll.fate].search(text, max(0, count.span.start - NEAR), count.span.end + NEAR) for count in left
    )


def _overlap(chars: Span, start: int, end: int) -> bool:
    return chars.start < end and start < chars.end


def _is_read(one: Told, text: str, counted: Sequence[Counted]) -> bool:
    """The number is a figure already; that of "all three aboard died" only tells who was aboard."""
    row = one.row
    if one.first.determiner in ("all", "both") and ABOARD.match(text, row.end):
        return False
    return any(_overlap(other.span, row.start, row.end) for other in counted)


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


def _multiple(text: str, cued: Sequence[tuple[int, Span]], told: Sequence[Told], year: int | None) -> Iterator[Toll]:
    """ "A double homicide", "a triple shooting"."""
    for number, one in cued:
        found = MULTIPLE.search(text, one.start, one.end)
        if found is None or FICTION.search(one.cut(text)) or (number >= LEAD and PAST.search(one.cut(text))):
            continue
        fate = "shot" if found["deed"].lower() == "shooting" else "killed"
        size = TIMES[found["times"].lower()]
        if any(other.fate.name == fate and other.row.size > size for other in told):
            continue
        if any(other.fate.name == fate and other.row.size == size and other.row.is_counted for other in told):
            return
        yield Toll(Span(found.start(), found.end()), fate, size, f"people enumerated, {fate}")
        return


def _reached(text: str, cued: Sequence[tuple[int, Span]], counted: Sequence[Counted]) -> Iterator[Toll]:
    """ "Bringing the death toll to two", where the number is no figure yet."""
    for _, one in cued:
        found = TOLL.search(text, one.start, one.end)
        if found is not None and not any(_overlap(other.span, found.start("number"), found.end()) for other in counted):
            yield Toll(Span(found.start("number"), found.end("number")), "killed", number_of(found["number"]), "people counted, killed")
            return
        last = LAST.search(text, one.start, one.end) or NTH_DIED.search(text, one.start, one.end)
        if last is not None and DEADLY.search(text, one.start, last.end()):
            yield Toll(Span(last.start("nth"), last.end("nth")), "killed", ORDINALS[last["nth"]], "people counted, killed")
            return
        body = NTH_FOUND.search(text, one.start, one.end)
        if body is not None and PAST.search(one.cut(text)) is None:
            size = int(body["number"]) if body["number"] else ORDINALS[body["nth"].lower()]
            yield Toll(Span(body.start("nth"), body.end("nth")), "killed", size, "people counted, killed")
            return


def _nobody(text: str, cued: Sequence[tuple[int, Span]]) -> Iterator[Toll]:
    """ "No one was hurt", where nobody was."""
    for _, one in cued:
        found = NOBODY.search(text, one.start, one.end)
        if found is None or PAST.search(one.cut(text)):
            continue
        harm = (found["fate"] or found["harm"] or found["none"]).lower()
        fate = "killed" if harm in ("killed", "deaths", "fatalities") else "injured"
        yield Toll(Span(found.start(), found.end()), fate, 0, f"nobody {fate}")
        return
