"""The slots of a claim in canonical words: the thing counted, its fate, what happened, the scope."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from corroborate.match.groups.clauses import nearest_of, words_after, words_before
from corroborate.match.groups.contenders import MARK
from corroborate.match.groups.deeds import MISSILES, deed_told
from corroborate.match.groups.extents import extent_told
from corroborate.match.groups.fates import CASES, ENUMERATED, acts, fate_told
from corroborate.match.groups.passages import Passage
from corroborate.match.groups.stretches import stretch_told
from corroborate.match.groups.thesaurus import (
    ABSTRACT,
    BEFALL_GOODS,
    BEFALL_PEOPLE,
    BEFALL_RECORDS,
    BEFALLEN,
    COUNTED_RING,
    EVENT_RING,
    EVERYBODY,
    FATE_RING,
    GENERIC,
    HOLDER_RING,
    PEOPLE,
    SUPERLATIVE_RING,
    THINGS,
)
from corroborate.match.groups.worth import STAKE, is_stake, spent_on
from corroborate.match.words import STOPWORDS, stem, stems, tokens
from corroborate.model.claims import Claim
from corroborate.model.figures import Kind, Participation, Period, Quantity, Rank
from corroborate.model.synonyms import AMOUNTS, ranked

NEAR = 60
"""Characters around a date in which a letter named is the letter dated."""

EVENTS_KEPT = 4
REPORT = 120
"""Characters before a date in which the words stand that make it the day of a report."""

DIED = "die"
DIED_ON = re.compile(
    r"\b(?:after|when|as) (?:an?|the|another|one|his|her) [^,;#]{0,60}\b(?:died|dies|succumbed)\b"
    r"(?: (?:in|at) (?:the |an? )?(?:\w+ )?(?:hospital|home|clinic|infirmary))?(?: (?:late|early|on))*(?: the)?\s*$"
)
""" "Rose to ten after a woman died in hospital on Friday"."""

REPORTED = "report"
REPORTED_ON = re.compile(
    r"\b(?:sa(?:id|ys)|(?<!were )(?<!was )(?<!been )told (?!of\b)(?:(?! that\b)[^,;:#]){1,50}|according to [^,;:#]{1,60})"
    r"(?: in an? (?:\w+ )?(?:statement|briefing|update|interview))?"
    r"(?: (?:late|early|on|in))*(?: the)?\s*$|"
    r"\b(?:toll|tally|number of (?:dead|deaths|cases|victims|people|those)|(?:cases|deaths|total))\b[^;#]{0,90}?"
    r"\b(?:reached|rose|risen|climbed|grew|stood|stands|jumped|passed)\b[^;#]{0,25}?(?: (?:late|early|on))*(?: the)?\s*$"
)
""" "Officials said Sunday", "the toll reached 34 on Sunday": the day of the report, and not of what it reports."""

_HARM = r"(?:fire|blaze|wildfire|shooting|gunfire|attack|siege|standoff|stand-off|explosion|flood\w*|landslide|storm|riot\w*|clash\w*)"
ONSET = re.compile(
    rf"\b{_HARM}\b[^,;]{{0,30}}\b(?:began|begun|started|broke out|erupted|ignited)\b|\b(?:swept|tore|ripped|raged) through\b", re.IGNORECASE
)
""" "A fire that began on Saturday" is one that broke out then."""

BEFELL = re.compile(
    r"\b(?:kills|(?:were|was|been) (?:killed|injured|wounded|shot|stabbed)|(?:has|have|had)? ?(?:killed|injured|wounded) (?=\w+ )|"
    rf"died (?:in|when) (?:an?|the) (?:[\w-]+ ){{0,3}}{_HARM}|killing|injuring|wounding)\b[^;#]*$",
    re.IGNORECASE,
)
TOLD_LATER = re.compile(
    r"\b(?:after|before|since|identif\w+|found|charg\w+|arrest\w+|recover\w+|mourn\w*|vigil\w*|funerals?|buried|memorial|hospital|"
    r"remember\w*|gather\w*|plead\w*|court|sentenced|who)\b",
    re.IGNORECASE,
)
""" "Nineteen people died in an attack on Thursday": what happened, by whatever name."""


PERSON = "person"
VOTER = "voter"
SUSPECT = "suspect"
INMATE = "inmate"
WORKER = "worker"
LET_GO = re.compile(r"\s*(?:[\w’'-]+ ){0,3}?(?:will |would |may |must )?(?:have )?to (?:go|leave)\b(?! home)", re.IGNORECASE)
""" "Some 2,300 employees will have to go"."""

OFFENCE = "offence"
KNOWN_THINGS = frozenset(COUNTED_RING.values())
HIT = re.compile(
    r"\s*(?:[\w’'-]+ ){0,3}(?:were|was|been|got) (?:hit|struck)\b(?! by (?:the )?(?:strikes?|cuts|outages?|delays))", re.IGNORECASE
)
BURNED = re.compile(
    r"\s*(?:[\w’'-]+ ){0,3}(?:(?:were|was|been|got) (?:\w+ly )?(?:burned|burnt|scalded)|suffered (?:\w+ )?burns)\b", re.IGNORECASE
)
BURNS_OF = re.compile(r"\bburns (?:were |was )?(?:reported|suffered) (?:by|in|to)\s+(?:[a-z]+ ){0,2}$", re.IGNORECASE)
COUNTS = re.compile(r"\b(?:counts?|charges?)$", re.IGNORECASE)
"""What someone is charged with: "two counts of murder"."""
AGE = "age"
OLDEST = 130
"""Years that nobody lives: coffins "2,500 years old" were buried 2,500 years ago."""

AGE_LIMIT = "age limit"
AGED = re.compile(r"\baged$", re.IGNORECASE)
FROM = re.compile(r"\b(?:from|of|in|at|near|by)\b", re.IGNORECASE)
CASING = re.compile(r"\b(?:shell )?casings?\b", re.IGNORECASE)
"""What a stem would take for a case."""

COMPOUND = re.compile(r"-(?!strong\b)[a-z]", re.IGNORECASE)


OF_ANYTHING = frozenset({"delay", "lasting"})
"""What a length of time is, whatever it is counted with: "a seven-day walkout" lasts as long."""

END = "end"
END_OF = re.compile(r"\bend of\b", re.IGNORECASE)
HIGHEST, LARGEST = "highest", "largest"
LINKED = re.compile(r"\b(?:after|before|since|following)\b", re.IGNORECASE)
HAPPEN = "happen"
REFERRING = re.compile(
    r"\W*which (?:is|was|are|were|will|would|should|had|has)\b[^,;#]{0,30}\b(?:happen(?:ed)?|occur(?:red)?|take place|place)\b"
)
""" "Until the programme ends, which is to happen in May": what is to happen is told before."""

NTH = re.compile(
    r",? (?:on )?(?:the |its |their )?(?P<which>first|second|third|fourth|fifth|sixth|seventh|final|last) "
    r"(?:straight |consecutive |full )?(?:day|night)\b"
)
""" "Friday, the second day of a walkout": the day on which nothing began."""


POLLING_PLACE, POLLING_STATION = re.compile(r"\bpolling (?:place|site|location)(?=s?\b)", re.IGNORECASE), "polling station"
INSTEAD = re.compile(r"\s*(?:[\w’'-]+ ){1,5}?(?P<one>\w+(?:ed|en|ut)) or (?P<other>\w+)\b", re.IGNORECASE)
MEMBERS = ("member", "members")
OF_BODY = re.compile(r"\s*(?:[\w’'-]+ ){0,2}?members? of (?:the|its|their|a|an) (?P<body>[a-z]+)\b(?! of\b)")

WRITTEN = re.compile(r"\b(?:letter|memo(?:randum)?)\b(?! (?:says?|shows?|states?|notes?|claims?|puts?)\b)", re.IGNORECASE)
SOURCE = re.compile(
    r"(?:according to|\bas\b)[^,#]{0,120}(?:,|$)|,[^,#]{0,120}\b(?:says?|said|shows?|reported|reports|states?|stated)\W*$", re.IGNORECASE
)
DATELINE = re.compile(r"^[A-Z][A-Z .'’-]{2,40}(?:,| #|\()")


def thing_of(claim: Claim, passage: Passage) -> tuple[str | None, frozenset[str]]:
    """The thing counted, paid for, ranked or filled, and what narrows it; of an age, whose it is."""
    figure = claim.figure
    if isinstance(figure, Rank):
        words = stems(figure.superlative)
        superlative = next((SUPERLATIVE_RING[word] for word in words if word in SUPERLATIVE_RING), figure.superlative)
        head = ranked((figure.head or "").lower())
        return LARGEST if superlative == HIGHEST and head in AMOUNTS else superlative, frozenset(stems(head))
    if isinstance(figure, Participation):
        return figure.role, frozenset()
    if not isinstance(figure, Quantity):
        return None, frozenset()
    counted = _whole_name((figure.counted or "").replace("-", " "), passage)
    if counted == AGE:
        is_of_somebody = figure.value is None or figure.value <= OLDEST
        return (AGE, _holder(claim, passage)) if is_of_somebody else (None, frozenset())
    if claim.kind is Kind.PERCENT and is_stake(passage):
        return STAKE, frozenset()
    return (spent_on(counted, passage), frozenset()) if claim.kind is Kind.MONEY else _counted_thing(claim, counted, passage)


def _counted_thing(claim: Claim, counted: str, passage: Passage) -> tuple[str | None, frozenset[str]]:
    thing, modifiers = _narrowed(counted)
    aspect = extent_told(claim, passage)
    if aspect is not None:
        return aspect, modifiers | ({thing} if thing is not None and thing != aspect else frozenset())
    stretch = stretch_told(passage) if claim.kind is Kind.DURATION else None
    if stretch is not None and (thing is None or stretch in OF_ANYTHING):
        return stretch, modifiers
    may_be = claim.kind is Kind.COUNT and (thing in PEOPLE or thing not in KNOWN_THINGS)
    is_suspect = may_be and "missing" not in passage.clause and acts(passage)
    return (SUSPECT if is_suspect else thing), modifiers


def _whole_name(counted: str, passage: Passage) -> str:
    """What is counted with the body of which it is a member, where that stands behind it: "two members of the crew"."""
    if not counted.endswith(MEMBERS):
        return counted
    body = OF_BODY.match(passage.clause, passage.end)
    return counted if body is None else f"{counted} of {body['body']}"


def _holder(claim: Claim, passage: Passage) -> frozenset[str]:
    """Whose age it is: "the suspect, 27", "a 27-year-old driver", and by name "Ada Brill, 27" ("=brill")."""
    is_old = "old" in claim.surface
    near = passage.after[:2] if is_old else (*passage.before[:2], *passage.after[:2])
    parts = [HOLDER_RING[word] for word in near if word in HOLDER_RING][:1]
    beside = passage.clause[max(0, passage.start - 40) : passage.start].rstrip(" ,(") if not is_old else passage.clause[passage.end :][:60]
    named = [party for party in claim.parties if (_is_next(party, beside) if is_old else beside.endswith(party.split()[-1]))]
    return frozenset([*parts, *(f"{MARK}{party.split()[-1].lower()}" for party in named[:1])])


def _is_next(name: str, behind: str) -> bool:
    """ "31-year-old Ada Brill"; not "a 31-year-old from the Harrow area"."""
    before, found, _ = behind.partition(name)
    return bool(found) and FROM.search(before) is None


@lru_cache(maxsize=1 << 14)
def _narrowed(counted: str) -> tuple[str | None, frozenset[str]]:
    """ "Reports of smoke" are reports, and what they are of narrows them; "members of the crew" are crew."""
    whole, _, of = CASING.sub("cartridge", counted).partition(" of ")
    whole = POLLING_PLACE.sub(POLLING_STATION, whole)
    # "Reports" is a word that says nothing of a story's subject, but here it is the thing counted.
    if CASES.search(whole) or counted in ENUMERATED:
        return PERSON, frozenset()
    if of and COUNTS.search(whole):
        return OFFENCE, frozenset(stems(of))
    named = [stem(word) for word in tokens(whole) if word not in STOPWORDS or stem(word) in COUNTED_RING]
    thing, modifiers = _head([word for word in named if word.isalpha()])
    if thing == AGE or AGED.search(counted):
        return AGE_LIMIT, modifiers
    if thing is None:
        return _head(stems(of))
    return thing, modifiers | frozenset(stems(of))


def _head(words: Sequence[str]) -> tuple[str | None, frozenset[str]]:
    """The last noun is the head; "number of" and the like are looked through."""
    telling = [word for word in words if word not in GENERIC]
    if not telling:
        return None, frozenset()
    canonical = [PERSON if word in EVERYBODY or word in BEFALLEN else COUNTED_RING.get(word, word) for word in telling]
    return canonical[-1], frozenset(canonical[:-1]) - {canonical[-1]}


def fates_of(claim: Claim, passage: Passage, thing: str | None) -> frozenset[str]:
    """What befell those counted, from the nearest words that say so; ships are not hurt, shares are of no one, and the nine of
    "a nine-storey block" are not what fell."""
    if claim.kind is Kind.COUNT and COMPOUND.match(passage.clause, passage.end):
        return frozenset()
    told = fate_told(claim, passage) - _left_open(passage)
    if thing in MISSILES:
        told -= {"shot"}
    if thing in THINGS or claim.kind is Kind.PERCENT:
        told -= BEFALL_PEOPLE
    if thing == VOTER:
        told = frozenset()
    if thing in PEOPLE | {PERSON}:
        told -= BEFALL_GOODS
    if not told and isinstance(claim.figure, Quantity) and claim.kind in (Kind.COUNT, Kind.PERCENT):
        deed = deed_told(thing, (claim.figure.counted or "").lower(), passage)
        if deed is not None:
            return frozenset({deed})
    if not told and (thing is None or thing in PEOPLE | {PERSON}) and claim.kind is Kind.COUNT and _is_harmed(thing, passage):
        return frozenset({"injured"})
    if told == {"evacuated"}:
        told = _gone(thing, passage)
    return told & BEFALL_RECORDS if thing in ABSTRACT else told


def _gone(thing: str | None, passage: Passage) -> frozenset[str]:
    """Inmates who got out have escaped, and employees who will have to go are dismissed."""
    if thing == WORKER and LET_GO.match(passage.clause, passage.end):
        return frozenset({"dismissed"})
    return frozenset({"escaped" if thing == INMATE else "evacuated"})


def _is_harmed(thing: str | None, passage: Passage) -> bool:
    """ "Seven people were hit", "burns were reported by seven people"; houses burn too, and are not hurt."""
    if HIT.match(passage.clause, passage.end):
        return True
    return (
        thing is not None
        and (BURNED.match(passage.clause, passage.end) or BURNS_OF.search(passage.clause, 0, passage.start + 1)) is not None
    )


def _left_open(passage: Passage) -> frozenset[str]:
    """What may be done instead of something else that is no fate: "four plants will be closed or sold"."""
    found = INSTEAD.match(passage.clause, passage.end)
    if found is None or stem(found["one"].lower()) in FATE_RING:
        return frozenset()
    other = FATE_RING.get(stem(found["other"].lower()))
    return frozenset() if other is None else frozenset({other})


def events_of(claim: Claim, passage: Passage) -> tuple[str, ...]:
    """What happened, by the words nearest to the figure; a letter is sent, dated or signed, and always the letter."""
    clause, start, end = passage.clause, passage.start, passage.end
    is_date = isinstance(claim.figure, Period)
    if is_date and DATELINE.match(clause) and start < 60 and claim.sentence.start < 400:
        return ("dateline",)
    lead = clause[max(0, start - REPORT) : start + 1]
    if is_date and DIED_ON.search(lead):
        return (DIED,)
    if is_date and REPORTED_ON.search(lead):
        return (REPORTED,)
    if is_date and (nth := NTH.match(passage.sentence, passage.stop)) is not None:
        return (f"{nth['which']} day",)
    behind = _until_another(passage) if is_date else passage.after
    found = tuple(nearest_of(passage.before, behind, EVENT_RING)[:EVENTS_KEPT])
    if END in found and not _ends(clause):
        found = tuple(name for name in found if name != END)
    if is_date and found[:1] != (HAPPEN,) and (ONSET.search(clause) or _befell(clause, start)):
        return (HAPPEN, *(name for name in found if name not in (HAPPEN, "begin")))[:EVENTS_KEPT]
    if is_date and found == (HAPPEN,) and REFERRING.match(clause):
        return tuple(nearest_of(words_before(passage.sentence, passage.low), (), EVENT_RING)[:EVENTS_KEPT]) or found
    if is_date and WRITTEN.search(SOURCE.sub(" ", clause[max(0, start - NEAR) : end + NEAR])):
        return ("send", *(name for name in found if name != "send"))
    return found


def _ends(clause: str) -> bool:
    """Something ends, and not just a month or a year: "by the end of March"."""
    return END_OF.search(clause) is None or any(EVENT_RING.get(word) == END for word in stems(END_OF.sub(" ", clause)))


def _until_another(passage: Passage) -> Iterable[str]:
    """The words behind a day up to what happened before or after it: "counting holes on Saturday after shots were fired"."""
    other = LINKED.search(passage.clause, passage.end)
    return passage.after if other is None else words_after(passage.clause[: other.start()], passage.end)


def _befell(clause: str, start: int) -> bool:
    """People were killed or hurt on the day, and nothing in its clause was done later."""
    return BEFELL.search(clause, 0, start + 1) is not None and TOLD_LATER.search(clause) is None
