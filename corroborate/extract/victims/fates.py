"""What befell the people of a row: the verb behind them, or the verb of which they are the object."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corroborate.extract.victims.phrases import Row, rows

CUE = re.compile(
    r"\b(?:kill|murder|slay|slain|dead|die[sd]?\b|dying|death|fatal|injur|wound|hurt|shot\b|shoot|homicide|drown|perish|hospital|stab|"
    r"claimed the li|lost (?:his|her|their) li|gunned|gunshot|bullet|gunfire|burns\b|harmed|succumb|victims\b|fighting for|surviv|"
    r"bod(?:y|ies)\b|remains of|recover|treated|condition|surgery|were cut|was cut)"
)
"""Without any of these, in small letters, a sentence tells nobody's fate."""

_ADVERB = (
    r"(?:(?!fatal|mortal|near|on|like|poss)\w+ly|also|both|all|each|later|then|since|now|still|themselves|himself|herself|too|not yet)"
)
_BE = rf"(?:(?:was|were|is|are|has|have|had|been|being|got|remains?|remained)\b(?: {_ADVERB})* ?)+"
_WITHIN = (
    r"(?: (?:in|inside|on|at|near|outside|aboard|from|riding|driving|walking|standing|sitting|working|sleeping|travelling|traveling)\b"
    r"(?:(?! (?:was|were|is|are|has|have|had|who|and|after|when|as|died)\b)[^,.;:]){0,45})?"
)
_HARMED = r"(?:shot|stabbed|beaten|burn(?:ed|t)|crushed|hacked|bludgeoned|trampled|strangled|hit|struck|run over|knifed|ambushed)"
_KILLED = (
    rf"(?:killed|slain|murdered|electrocuted|asphyxiated|lynched|executed|gunned down|(?:pronounced|declared|confirmed) (?:dead|deceased)|"
    rf"found (?:{_HARMED} )?(?:dead|slain|to death|murdered|lifeless)|found (?:fatally )?{_HARMED} to death|"
    rf"{_HARMED}(?: (?:several|multiple|\w+) times| in the [a-z]+|,)?(?: dead| to death|,? and (?:\w+ly )?(?:killed|slain)|, killed)|"
    r"(?:fatally|mortally) \w+|dead(?! set| ends?| last| heat| tired| man| body)|killed)\b"
)
_DIED = r"(?:died|dies|drowned|drowns|perished|succumbed|burned to death|bled to death|lost (?:his|her|their) (?:life|lives))\b"
_HOSPITAL = (
    r"(?:[\w’'.-]+ ){0,7}?"
    r"(?:[Hh]ospitals?|[Ii]nfirmary|[Mm]edical [Cc]ent(?:er|re)|[Tt]rauma [Cc]ent(?:er|re)|intensive care|[A-Z]\w+ General)\b"
)
_INJURED = (
    rf"(?:(?:shot|stabbed|beaten) and (?:\w+ly )?(?:injured|wounded|hurt)|injured|wounded|hurt|hospitali[sz]ed|maimed|"
    rf"(?:taken|rushed|airlifted|flown|transported|driven|brought|sent|transferred) (?:\w+ )?to {_HOSPITAL}|"
    r"stabbed(?! to death| dead)|grazed|recovering|treated and released|(?<=(?:was|ere) )cut(?! off| out| down| short| back| from)|"
    r"in surgery|"
    r"expected to (?:survive|live|recover|be (?:OK|okay|all right)|make a (?:full )?recovery)|"
    r"in (?:the |a )?(?:\w+ )?hospital|(?:listed |stable )?in (?:a )?(?:critical|serious|stable|grave|fair|guarded)(?: but \w+)? "
    r"condition|"
    r"left with [^,.;]{0,40}(?:injuries|burns|wounds)|"
    r"treated (?:at|in|for) [^,.;]{0,40}(?:injur\w+|wounds?|burns|hospital|inhalation|cuts)|"
    r"fighting for (?:his|her|their) (?:life|lives))\b"
)
_SUFFERED = (
    r"(?:suffered|sustained|received|suffers|suffering|had|has)(?! fatal) "
    r"(?:(?!fatal)[\w-]+ ){0,6}(?:injur(?:y|ies)|wounds?|burns?|fractures?)\b"
    r"|suffered gunshot wounds|underwent (?:\w+ )?surgery"
)
_SHOT = (
    r"(?:shot(?! at\b| down\b| dead\b| to death\b|,? and (?:\w+ly )?(?:killed|wounded|injured|hurt)|, killed| him| her| it| them)"
    r"|(?:struck|hit|wounded) by (?:a |the )?(?:stray )?(?:gunfire|bullets?|gunshots?))\b"
)
_BEHIND: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("killed", re.compile(rf"{_WITHIN},? (?:who )?(?:{_BE}{_KILLED}|(?:{_BE})?(?:{_ADVERB} )?{_DIED}|suffered fatal (?:injuries|wounds))")),
    ("injured", re.compile(rf"{_WITHIN},? (?:who )?(?:{_BE}{_INJURED}|(?:{_BE})?(?:{_ADVERB} )?(?:{_SUFFERED}))")),
    (
        "shot",
        re.compile(
            rf"{_WITHIN},? (?:who )?{_BE}(?:recovering [^.;]{{0,40}}after (?:being |having been |(?:he|she|they) (?:was|were) ))?{_SHOT}"
        ),
    ),
)
# Without "was": headlines, and what goes on behind another fate: "a man was killed and his brother injured".
_BARE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("killed", re.compile(rf",? (?:{_ADVERB} )?(?:{_KILLED}|{_DIED}|die\b|fatally\b|mortally\b)")),
    ("injured", re.compile(rf",? (?:{_ADVERB} )*(?:{_INJURED}|(?:critically|seriously|gravely|badly)(?=[,.;]|$))")),
    ("shot", re.compile(rf",? (?:{_ADVERB} )?{_SHOT}")),
)
_OBJECT: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "killed",
        re.compile(
            r"(?:\b(?:killed|kills|killing|murdered|murdering|slaying|slew|shot and killed|"
            r"shoot(?:ing)? and kill(?:ing|ed)?|shot dead|shooting dead|"
            r"fatally (?:shot|shooting|stabbed|stabbing|struck|injur\w+|wound\w+)|stabbed to death|stabbing to death|gunned down|"
            r"claimed the li(?:fe|ves) of|claiming the li(?:fe|ves) of|took the li(?:fe|ves) of|"
            r"the (?:[\w-]+ ){0,2}?(?:deaths?|murders?|killings?|slayings?|homicides?|manslaughter)(?: by \w+)? of|murder of|death of)|"
            r"\b(?:deaths?|killings?|slayings?) of)"
            r"(?P<hedge> at least| about| nearly| more than| as many as| up to)? $",
            re.IGNORECASE,
        ),
    ),
    (
        "injured",
        re.compile(
            r"\b(?:injur(?:ed|es|ing)|wound(?:ed|s|ing)|hurting|shot and (?:\w+ly )?wounded|shooting and wounding)"
            r"(?P<hedge> at least| about| nearly| more than| as many as| up to)? $",
            re.IGNORECASE,
        ),
    ),
    ("shot", re.compile(r"\b(?:(?<!was )(?<!were )(?<!been )shot|shooting)(?P<hedge> at least| about| nearly)? $", re.IGNORECASE)),
)
_TO_DEATH = re.compile(r" (?:(?!and\b)[^,.;]{1,30} )?(?:to death|dead)\b")
_HAS_OBJECT = re.compile(r" (?:an?|the|his|her|their|its|him|them|himself|herself|at least|another|two|three|four|five|six|\d+)\b")
_MORE = re.compile(
    r"(?:,| and|, and) (?:an?|his|her|their|another|two|three|four|five|six|\d+) (?!(?:man|woman|suspect)\b)[a-z-]+\b"
    r"(?! (?:(?:was|were|is|are|has|had|fled)\b|[^,.;]{0,40}?\b(?:said|says|told|reported|announced|confirmed)\b))"
)
"""Behind those whom a verb befalls: somebody else, of whom it is not known whether he is a person."""
_SEVERAL = re.compile(r"\b(?:were|are|have)\b")
_BODIES = re.compile(r"\bbod(?:y|ies) of $", re.IGNORECASE)
_LAID = re.compile(r",? (?:(?:was|has been|had been) )?(?:found|discovered|recovered|pulled)\b")
""" "A body was found in a burned car"."""

_FRONTED = re.compile(
    r"(?:^|[.!?”\"\n]\s*)(?:Also )?(?:[Tt]he )?(?P<fate>killed|dead|slain|wounded|injured|hurt)\b[^.;:,]{0,45}?"
    r"(?: (?:was|were|are|is)(?: identified as| named as)?|:) $",
    re.IGNORECASE,
)
_DEAD = re.compile(r"killed|dead|slain", re.IGNORECASE)
""" "Killed were John Ade, 34, and Mary Ade, 31": the fate of those named behind."""

_SINCE_DIED = re.compile(
    r" who (?:was|were|had been)\b(?:(?!\b(?:and|but|while|when|who|where|that|which)\b)[^.;,]){0,110}? "
    r"(?:(?:has|have|had) (?:since |now |later )?died|died (?:\w+day|at|in|on|of|early|late|from|later))\b"
)
""" "A man who was shot on a porch last month has died"."""

_SELF = re.compile(
    r"(?: who)?(?: (?:\w+ly|then|later|also))* (?:(?:shot and )?kill(?:s|ed)|fatally (?:shot|stabbed)|shoots and kills) (?:him|her)self\b|"
    r"(?: who)?(?: (?:\w+ly|then|later|also))* (?:took (?:his|her) own life|died by suicide)\b|"
    r"(?: who)? (?:shot|stabbed) (?:him|her)self (?:[^.,;]{1,40} )?and (?:died|was (?:pronounced|declared) dead)\b"
)
""" "A 4-year-old accidentally shot and killed himself"."""

_SOME_DIED = re.compile(
    r"\b(?:where|and|but) (?:one|two|three|four|five|several|some|\d+)(?: (?:of them|men|women|people))? (?:\w+ )?"
    r"(?:died|(?:was|were) pronounced dead|succumbed)\b"
)
_FOUND = re.compile(r"\b(?:found|located|discovered|encountered)(?P<hedge>)(?: the bodies of)? $", re.IGNORECASE)
_WITH_WOUNDS = re.compile(
    r",?(?: (?:inside|in|on|near|outside|lying)\b[^,.;]{0,40}?)? (?:(?:who (?:was|were|had been) |both |each )?(?:shot\b(?! dead| to)|"
    r"suffering(?: from)? [^.;]{0,30}gunshot|"
    r"with (?:[\w-]+ ){0,4}gunshot|struck by gunfire)|with (?:[\w-]+ ){0,4}bullet wounds)"
)
_LEFT = re.compile(r"\b(?:left|leaving|leaves|leave|saw|sees|sent|sends|sending|with|found)(?P<hedge> at least)? $", re.IGNORECASE)
_LEFT_WITH = re.compile(
    r" (?:fighting for|in (?:the )?hospital|to (?:the |a )?hospital|in (?:critical|serious|grave) condition|"
    r"with [^,.;]{0,30}(?:injuries|burns|wounds))"
)
_NO_SUBJECT = re.compile(
    r"\b(?:of|by|with|from|between|for|against|to|near|about|than|like|including|among|except|seeking|arrested|charged) $", re.IGNORECASE
)
_UNREAL = re.compile(
    r"\b(?:not|never|n['’]t|nearly|almost|could|would|might|may|can|will|should|if|without|feared|fear|threatened|tried|attempted|"
    r"attempt(?:ing)?|plot(?:ted|ting)?|wanted|trying|planned) (?:have |be |been |to )*(?:\w+ )?$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:including|among (?:them|those|the \w+)(?: \w+)?(?: (?:was|were|is|are))?|one of [^,.;]{1,40},|such as) $", re.IGNORECASE
)
_LATER = re.compile(
    r"\b(?:where|but|and|before)\b(?: (?:he|she|they|both))?(?: (?:\w+ly|later|was|were|both|has|have|since|then))* "
    r"(?:died|dying|pronounced dead|pronounced deceased|declared dead|succumbed)\b"
)
_PAUSE = re.compile(r";|\bwhile\b")


REACH = 70
"""Characters before a row in which the verb stands that befalls it."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What befell the people of a row: killed, injured or shot, "" where it is not told. `partial` where they are told as some of more."""

    row: Row
    name: str
    partial: bool = False
    hedge: str = ""
    restricted: bool = False
    own_hand: bool = False
    """Told in passing by what befell them: "the man killed in Sunday's fire"; `own_hand` where he did it himself."""


def listed(row: Row) -> bool:
    """Several kinds of people stand in the row: a number in it is of some of them."""
    return len(row.people) > 1 and not row.is_counted


def fates(text: str, start: int, end: int, *, bare: bool) -> Iterator[Fate]:
    """What befell whom in a sentence."""
    found = [part for row in rows(text, start, end, bare=bare) for part in _clauses(text, row, start, end)]
    told = False
    for number, row in enumerate(found):
        limit = next((other.start for other in found[number + 1 :] if not other.people[0].is_pronoun), end)
        fate = _fate(text, (start, limit, end), row, goes_on=told or bare)
        if fate is not None:
            told = told or bool(fate.name)
            yield fate


def _clauses(text: str, row: Row, start: int, end: int) -> Iterator[Row]:
    """ "Gunfire killed a man and two others were hurt" is no row of three."""
    *first, last = row.people
    before = text[max(start, row.start - REACH) : row.start]
    if (
        first
        and not text.startswith(" who", row.end)
        and any(pattern.search(before) for _, pattern in _OBJECT)
        and _first(_BEHIND, text, row.end, end)
    ):
        yield Row(tuple(first), sum(person.size for person in first))
        yield Row((last,), last.size)
        return
    yield row


def _fate(text: str, bounds: tuple[int, int, int], row: Row, *, goes_on: bool) -> Fate | None:
    start, limit, end = bounds
    before = text[max(start, row.start - REACH) : row.start]
    partial = _PART.search(before) is not None
    told = _as_object(text, before, row, end)
    if told is not None:
        return Fate(row, told[0], partial or _MORE.match(text, row.end, end) is not None, told[1])
    left = _LEFT.search(before)
    restricted = row.people[0].is_definite and not row.people[0].is_pronoun
    found = None if _NO_SUBJECT.search(before) and not partial else _first(_BEHIND, text, row.end, end)
    if (own_hand := _SELF.match(text, row.end, end) is not None) or _SINCE_DIED.match(text, row.end, end):
        return Fate(row, "killed", partial, restricted=own_hand, own_hand=own_hand)
    if row.people[0].noun == "body" and row.people[0].determiner in ("a", "the") and _LAID.match(text, row.end, end):
        found = "killed", False
    is_bare = found is None and (goes_on or left is not None or restricted or row.people[0].counted)
    if is_bare:
        found = _first(_BARE, text, row.end, end, passive=True)
        if found is None and left is not None and _LEFT_WITH.match(text, row.end, end):
            found = "injured", False
    if found is None:
        return Fate(row, "", partial) if partial else None
    if row.size > 1 and found[0] != "killed" and _SOME_DIED.search(text, row.end, end):
        # "All three were taken to hospital, where one of them died": they are all to whom it happened.
        return Fate(row, "shot") if found[0] == "shot" else None
    name = _in_the_end(found[0], text, row.end, limit)
    # "One of them died" tells of all the dead among those hurt, "two of them critically" of some of the hurt.
    is_part = partial or (row.people[0].of_them and name != "killed") or (found[1] and row.size == 1 and not row.people[0].is_pronoun)
    return Fate(row, name, is_part, (left["hedge"] or "").strip() if left is not None else "", restricted and is_bare)


def _as_object(text: str, before: str, row: Row, end: int) -> tuple[str, str] | None:
    """The fate of those whom a verb before them befalls, with the hedge between."""
    for name, pattern in _OBJECT:
        found = pattern.search(before)
        if found is not None:
            name = "killed" if name == "shot" and _TO_DEATH.match(text, row.end, end) else name
            unreal = _UNREAL.search(before, 0, found.start()) is not None
            agent = name == "shot" and (row.is_counted or row.people[0].is_suspect)
            return None if unreal or agent else (_in_the_end(name, text, row.end, end), (found["hedge"] or "").strip())
    if _FOUND.search(before) and _WITH_WOUNDS.match(text, row.end, end):
        return _in_the_end("shot", text, row.end, end), ""
    if _BODIES.search(before) or (row.people[0].noun == "body" and _FOUND.search(before)):
        return "killed", ""
    fronted = _FRONTED.search(before)
    if fronted is not None and (row.people[0].name or not row.people[0].is_definite):
        return ("killed" if _DEAD.match(fronted["fate"]) else "injured"), ""
    return None


def _first(
    patterns: Sequence[tuple[str, re.Pattern[str]]], text: str, place: int, end: int, *, passive: bool = False
) -> tuple[str, bool] | None:
    """The first fate told there, and whether of several; `passive` where no object may follow: "the man shot and killed his wife"."""
    for name, pattern in patterns:
        found = pattern.match(text, place, end)
        if found is not None:
            several = _SEVERAL.search(found[0]) is not None
            # "She had been in critical condition": what became of her is told elsewhere.
            name = "shot" if name == "injured" and " had been " in found[0] else name
            return None if passive and _HAS_OBJECT.match(text, found.end(), end) else (name, several)
    return None


def _in_the_end(name: str, text: str, place: int, limit: int) -> str:
    """Who "was taken to hospital, where she died" is dead."""
    if name == "killed":
        return name
    pause = _PAUSE.search(text, place, limit)
    return "killed" if _LATER.search(text, place, pause.start() if pause else limit) else name
