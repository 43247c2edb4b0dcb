"""The slots of a claim in canonical words: the thing counted, its fate, what happened, the scope."""

import re
from collections.abc import Sequence
from functools import lru_cache

from corroborate.match.groups.clauses import FIGURE, WITHIN, background_before, beside_another, forecast, nearest_of
from corroborate.match.groups.deeds import MISSILES, deed_told
from corroborate.match.groups.fates import CASES, ENUMERATED, GRAVE, NUMBER, acts, beside, fate_told, is_grave
from corroborate.match.groups.passages import Passage
from corroborate.match.groups.thesaurus import (
    ABSTRACT,
    BEFALL_PEOPLE,
    BEFALL_RECORDS,
    BEFALLEN,
    COUNTED_RING,
    EVENT_RING,
    EVERYBODY,
    GENERIC,
    HOLDER_RING,
    MONEY_RING,
    PEOPLE,
    SUPERLATIVE_RING,
    THINGS,
)
from corroborate.match.words import STOPWORDS, stem, stems, tokens
from corroborate.model.claims import Claim
from corroborate.model.figures import Kind, Participation, Period, Quantity, Rank

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
    r"\b(?:sa(?:id|ys)|told (?!of\b)[^,;:#]{1,50}|according to [^,;:#]{1,60})(?: in an? (?:\w+ )?(?:statement|briefing|update|interview))?"
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

IN_PLACE = "in:"
"""Before a place that a sentence opens with, in a scope."""

PERSON = "person"
VOTER = "voter"
SUSPECT = "suspect"
INMATE = "inmate"
OFFENCE = "offence"
KNOWN_THINGS = frozenset(COUNTED_RING.values())
HIT = re.compile(
    r"\s*(?:[\w’'-]+ ){0,3}(?:were|was|been|got) (?:hit|struck)\b(?! by (?:the )?(?:strikes?|cuts|outages?|delays))", re.IGNORECASE
)
COUNTS = re.compile(r"\b(?:counts?|charges?)$", re.IGNORECASE)
"""What someone is charged with: "two counts of murder"."""
AGE = "age"
AGE_LIMIT = "age limit"
AGED = re.compile(r"\baged$", re.IGNORECASE)
FROM = re.compile(r"\b(?:from|of|in|at|near|by)\b", re.IGNORECASE)
SHARE_PRICE = "share price"
ALL = re.compile(r"\b(?:all|both) (?:the )?$", re.IGNORECASE)
CASING = re.compile(r"\b(?:shell )?casings?\b", re.IGNORECASE)
"""What a stem would take for a case."""

COMPOUND = re.compile(r"-(?!strong\b)[a-z]", re.IGNORECASE)
MORE = re.compile(r"^\s*(?:more|further|additional|extra)\b", re.IGNORECASE)
ANOTHER = re.compile(r"\b(?:another|additional|a further|plus)\s+$", re.IGNORECASE)
ITEM = re.compile(rf"{NUMBER.pattern} (?:(?:other|more) )?[a-z]+\b[^:;\"“]{{0,60}}: (?:[^:;\"“]*(?:,| and) )?$", re.IGNORECASE)
""" "Ten people lost their lives: eight pupils, a teacher and the driver": what is listed behind a number are its parts."""

ONE = re.compile(r"one|one of them", re.IGNORECASE)
OTHER_ONE = re.compile(r"(?:[,;]| and| while) the (?:other|second)\b")
"""Behind one of those told of before: "One man was hit in the back, the other in the hand"."""

INCLUDED = re.compile(r"\b(?:victims?|dead|injured|wounded|those [a-z]+) included?(?: at least| about)?\s+$", re.IGNORECASE)
OF_THEM = re.compile(r"^\s*(?:others? |more )?of (?:them|those|these|whom)\b", re.IGNORECASE)
PLACED = re.compile(r"^[\"'“‘]?(?:In|At|Near|Outside) (?:the )?((?:[A-Z][\w’'-]+ ){0,3}[A-Z][\w’'-]+)(?:,| [a-z])")
BEFORE_PARTS = re.compile(
    r"\s*(?:[\w’'-]+ ){0,3}?[\w’'-]*\s?[,:–—-]\s?(?:among (?:them|whom)|including|of (?:them|whom|which))\b", re.IGNORECASE
)
"""Behind a whole: "killing 21 - among them five children"."""

PART = re.compile(
    r"^\s*(?:others? |more )?of (?:them|those|these|whom|"
    r"the (?:\w+ )?(?:victims|dead|injured|wounded|killed|deaths|fatalities|casualties))\b",
    re.IGNORECASE,
)
WITH_PERPETRATOR = re.compile(
    r"\b(?:including|among them|counting) (?:the |a |an |his |her |their )?(?:(?:suspected|alleged|lone) )?"
    r"(?:gunman|gunmen|shooter|suspect|attacker|assailant|bomber|perpetrator|killer|hijacker)s?\b",
    re.IGNORECASE,
)
DEMANDED = re.compile(
    r"\b(?:asked|asking|call(?:ed|s|ing)|wanted|demand(?:ed|s|ing)|pleaded|pushed|pressed|hoping|hoped)\s+(?:for\s+)?"
    r"(?:(?:at least|about|some|up to|a|an)\s+)*$",
    re.IGNORECASE,
)
"""What someone asked for, which is not yet what was given."""

OFFSET = re.compile(r"\s*(?:after|before|later|earlier|ago)\b", re.IGNORECASE)
""" "Two weeks after it was discovered" tells when, not how long."""

TERM = "term"
GIVEN = re.compile(r"\b(?:sentenced|jailed|imprisoned|condemned)\b[^,;]{0,40}\b(?:to|for)\s+(?:[a-z]+ ){0,3}$", re.IGNORECASE)
BEHIND_BARS = re.compile(r"\s*(?:in|of) (?:prison|jail|custody|detention)\b|\s*behind bars\b|\s*prison\b", re.IGNORECASE)
TOOK = re.compile(r"\b(?:[Tt]ook|lasted|needed|waited) (?:(?:[\w-]+ ){1,3})?$")
"""What it took before something happened is no figure of before: "it took four weeks before the accounts were cut off"."""

THIS_YEAR = re.compile(
    r"\b(?:(?:so far |already )?this (?:year|season)\b(?!['’]s)|(?:months?|weeks?|half|quarters?|part) of the year\b|year to date\b|"
    r"since (?:january|new year(?:['’]s(?: day| eve)?)?|the (?:start|beginning) of the year)\b)|"
    r"\bha(?:s|ve) [^;,]*\bthis (?:winter|summer|spring|autumn|season)\b",
    re.IGNORECASE,
)
PER_SHARE = re.compile(r"^\W*(?:in cash )?(?:a|per|each|for (?:each|every|one)|an?) (?:ordinary )?share\b", re.IGNORECASE)
WRITTEN = re.compile(r"\b(?:letter|memo(?:randum)?)\b(?! (?:says?|shows?|states?|notes?|claims?|puts?)\b)", re.IGNORECASE)
SOURCE = re.compile(
    r"(?:according to|\bas\b)[^,#]{0,120}(?:,|$)|,[^,#]{0,120}\b(?:says?|said|shows?|reported|reports|states?|stated)\W*$", re.IGNORECASE
)
DATELINE = re.compile(r"^[A-Z][A-Z .'’-]{2,40}(?:,| #|\()")
ALONE = re.compile(r"\balone\b", re.IGNORECASE)
HABIT = re.compile(
    r"\b(?:each|every|per) (?:season|summer|winter|year|day|month)\b|\bin (?:summer|winter)\b"
    r"|#[^,;]{0,40}\b(?<!than )(?<!in )(?<!within )a (?:season|summer|winter|year|day|month)\b"
    r"(?! (?:after|before|earlier|later|ago|old|of|on|since))",
    re.IGNORECASE,
)
POPULATION = re.compile(r"\bha(?:s|ve|d)\s+(?:[a-z]+\s+){0,4}#\s+(?:inhabitants|residents)\b|\bpopulation of\b", re.IGNORECASE)
TIMED = re.compile(
    r"alone|season|summer|winter|year|day|month|autumn|spring|january|new year|inhabitants|residents|population", re.IGNORECASE
)
"""Without any of these no such scope is told; most clauses have none."""

SCOPES = {"year-earlier": "earlier", "compared": "earlier", "previous": "earlier", "expected": "forecast"}
"""Scope words that come to the same."""

RATES = frozenset({"annual", "monthly", "weekly", "daily", "hourly"})
"""Scope words that say nothing of how long something lasts: "60 days to comply or face daily penalties"."""

NEUTRAL_SCOPES = frozenset({"total", "so-far", "aboard"})
"""Scope words that do not make another claim: a count so far, in total; who was aboard is a fate."""


def thing_of(claim: Claim, passage: Passage) -> tuple[str | None, frozenset[str]]:
    """The thing counted, paid for, ranked or filled, and what narrows it; of an age, whose it is."""
    figure = claim.figure
    if isinstance(figure, Rank):
        words = stems(figure.superlative)
        superlative = next((SUPERLATIVE_RING[word] for word in words if word in SUPERLATIVE_RING), figure.superlative)
        return superlative, frozenset(stems(figure.head))
    if isinstance(figure, Participation):
        return figure.role, frozenset()
    if not isinstance(figure, Quantity):
        return None, frozenset()
    counted = (figure.counted or "").replace("-", " ")
    if counted == AGE:
        return AGE, _holder(claim, passage)
    if claim.kind is not Kind.MONEY:
        thing, modifiers = _narrowed(counted)
        if claim.kind is Kind.DURATION and thing is None and _is_term(passage):
            return TERM, modifiers
        may_be = claim.kind is Kind.COUNT and (thing in PEOPLE or thing not in KNOWN_THINGS)
        is_suspect = may_be and "missing" not in passage.clause and acts(passage)
        return (SUSPECT if is_suspect else thing), modifiers
    if PER_SHARE.match(passage.clause[passage.end :]):
        return SHARE_PRICE, frozenset()
    named = [MONEY_RING[word] for word in reversed(stems(counted)) if word in MONEY_RING]
    return next(iter(named or nearest_of(passage.before, passage.after, MONEY_RING)), None), frozenset()


def _is_term(passage: Passage) -> bool:
    """ "Sentenced to six years", "jailed for 72 months": what a court gave, and not how long a thing went on."""
    before, after = passage.clause[max(0, passage.start - 60) : passage.start], passage.clause[passage.end :]
    return GIVEN.search(before) is not None or BEHIND_BARS.match(after) is not None


def _holder(claim: Claim, passage: Passage) -> frozenset[str]:
    """Whose age it is: "the suspect, 27", "a 27-year-old driver", and by name "Ada Brill, 27" ("=brill")."""
    is_old = "old" in claim.surface
    near = passage.after[:2] if is_old else (*passage.before[:2], *passage.after[:2])
    parts = [HOLDER_RING[word] for word in near if word in HOLDER_RING][:1]
    beside = passage.clause[max(0, passage.start - 40) : passage.start].rstrip(" ,(") if not is_old else passage.clause[passage.end :][:60]
    named = [party for party in claim.parties if (_is_next(party, beside) if is_old else beside.endswith(party.split()[-1]))]
    return frozenset([*parts, *(f"={party.split()[-1].lower()}" for party in named[:1])])


def _is_next(name: str, behind: str) -> bool:
    """ "31-year-old Ada Brill"; not "a 31-year-old from the Harrow area"."""
    before, found, _ = behind.partition(name)
    return bool(found) and FROM.search(before) is None


@lru_cache(maxsize=1 << 14)
def _narrowed(counted: str) -> tuple[str | None, frozenset[str]]:
    """ "Reports of smoke" are reports, and what they are of narrows them; "members of the crew" are crew."""
    whole, _, of = CASING.sub("cartridge", counted).partition(" of ")
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
    told = fate_told(claim, passage)
    if thing in MISSILES:
        told -= {"shot"}
    if thing in THINGS or claim.kind is Kind.PERCENT:
        told -= BEFALL_PEOPLE
    if thing == VOTER:
        told = frozenset()
    if not told and isinstance(claim.figure, Quantity) and claim.kind in (Kind.COUNT, Kind.PERCENT):
        deed = deed_told(thing, (claim.figure.counted or "").lower(), passage)
        if deed is not None:
            return frozenset({deed})
    if not told and (thing is None or thing in PEOPLE | {PERSON}) and claim.kind is Kind.COUNT and HIT.match(passage.clause, passage.end):
        return frozenset({"injured"})
    if thing == INMATE and told == {"evacuated"}:
        return frozenset({"escaped"})
    return told & BEFALL_RECORDS if thing in ABSTRACT else told


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
    found = tuple(nearest_of(passage.before, passage.after, EVENT_RING)[:EVENTS_KEPT])
    if is_date and found[:1] != ("happen",) and (ONSET.search(clause) or _befell(clause, start)):
        return ("happen", *(name for name in found if name not in ("happen", "begin")))[:EVENTS_KEPT]
    if is_date and WRITTEN.search(SOURCE.sub(" ", clause[max(0, start - NEAR) : end + NEAR])):
        return ("send", *(name for name in found if name != "send"))
    return found


def _befell(clause: str, start: int) -> bool:
    """People were killed or hurt on the day, and nothing in its clause was done later."""
    return BEFELL.search(clause, 0, start + 1) is not None and TOLD_LATER.search(clause) is None


def scope_of(claim: Claim, passage: Passage, year: int) -> frozenset[str]:
    """Scope words under one name each, with what the clause tells of another time or place; `year` is the article's."""
    words = {word.lower().replace(" ", "-") for word in claim.scope} - NEUTRAL_SCOPES - _overruled(claim, passage)
    classes = {SCOPES.get(word, word) for word in words} - (RATES if claim.kind is Kind.DURATION else frozenset())
    named = PLACED.match(passage.sentence) if claim.kind is Kind.COUNT else None
    if named is not None and named.end() <= passage.place:
        classes.add(f"{IN_PLACE}{named.group(1).strip().lower()}")
    if isinstance(claim.figure, Period):
        return frozenset(classes)
    clause, is_taken = passage.clause, _is_taken(claim, passage.clause, passage.start)
    told = {
        "offset": not is_taken and claim.kind is Kind.DURATION and OFFSET.match(clause, passage.end),
        "earlier": not is_taken and background_before(passage.sentence, passage.place, passage.stop, year),
        "forecast": forecast(clause),
        "demanded": DEMANDED.search(clause, max(0, passage.start - WITHIN), passage.start + 1),
        **(_of_time(clause, passage.end) if TIMED.search(clause) else {}),
        **(_of_people(claim, passage) if claim.kind is Kind.COUNT else {}),
    }
    return frozenset(classes | {name for name, found in told.items() if found})


def _is_taken(claim: Claim, clause: str, start: int) -> bool:
    return claim.kind is Kind.DURATION and TOOK.search(clause, 0, start) is not None


def _of_time(clause: str, end: int) -> dict[str, object]:
    """Stretches of time, and what only stands there, that make a figure another claim."""
    return {
        "alone": ALONE.search(clause[:end]) or ALONE.search(clause, end, _next_figure(clause, end)),
        "annual": HABIT.search(clause),
        "population": POPULATION.search(clause),
        "this-year": THIS_YEAR.search(clause),
    }


def _next_figure(clause: str, end: int) -> int:
    """Where the next figure of a clause stands: "1,300 are to be lost in the region, 900 at Lindby alone"."""
    found = FIGURE.search(clause, end)
    return found.start() if found else len(clause)


def _overruled(claim: Claim, passage: Passage) -> frozenset[str]:
    """Scope words that say less here: "another two" come on top, "all three of them" are the whole."""
    if _is_taken(claim, passage.clause, passage.start):
        return frozenset({"earlier"})
    if "part" not in claim.scope:
        return frozenset()
    before, after = beside(passage)
    is_whole = (
        ANOTHER.search(before)
        or ALL.search(before)
        or _are_the_dead(passage.clause[passage.end :], after)
        or BEFORE_PARTS.match(passage.sentence, passage.stop)
    )
    return frozenset({"part"}) if is_whole else frozenset()


def _of_people(claim: Claim, passage: Passage) -> dict[str, object]:
    """Who of those counted are meant: a part of them, the gravely hurt, the perpetrator among the dead."""
    before, after = beside(passage)
    figure = claim.figure
    if isinstance(figure, Quantity) and figure.counted in ENUMERATED:
        # The reader told the whole from a part.
        after = before = ""
    # Asides are blanked in the passage, and this is one.
    behind = claim.span.end - claim.sentence.start
    of = passage.clause[passage.end :]
    return {
        "part": (PART.match(of) and not ALL.search(before) and not _are_the_dead(of, after))
        or (ONE.fullmatch(claim.surface) and OTHER_ONE.search(passage.sentence, passage.stop))
        or ITEM.search(passage.sentence, 0, passage.place)
        or INCLUDED.search(passage.clause, 0, passage.start + 1),
        "further": MORE.match(of) or ANOTHER.search(before),
        "grave": is_grave(after) or GRAVE.search(before),
        "beside": beside_another(passage.sentence, passage.place),
        "with-perpetrator": WITH_PERPETRATOR.search(claim.sentence.text, behind, behind + 80),
    }


def _are_the_dead(of: str, after: str) -> bool:
    """ "Three of them fatally" are all the dead of those who were shot."""
    return OF_THEM.match(of) is not None and "killed" in after
