"""The slots of a claim in canonical words: the thing counted, its fate, what happened, the scope."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from corroborate.match.groups.clauses import background_before, forecast, nearest_of, words_after, words_before
from corroborate.match.groups.passages import Passage
from corroborate.match.groups.thesaurus import (
    BEFALL_PEOPLE,
    BEFALLEN,
    COUNTED_RING,
    EVENT_RING,
    EVERYBODY,
    FATE_RING,
    GENERIC,
    HOLDER_RING,
    MONEY_RING,
    SUPERLATIVE_RING,
    THINGS,
)
from corroborate.match.words import STOPWORDS, stem, stems, tokens
from corroborate.model.claims import Claim
from corroborate.model.figures import Kind, Participation, Period, Quantity, Rank

REACH = 7
"""Words after or before a figure in which its fate is looked for."""

NEAR = 60
"""Characters around a date in which a letter named is the letter dated."""

EVENTS_KEPT = 4
PERSON = "person"
AGE = "age"
AGE_LIMIT = "age limit"
SHARE_PRICE = "share price"
FATAL = re.compile(
    r"\b(?:shot|stabbed|beaten|burn(?:ed|t)|crushed|hacked|trampled|run over)\s+(?:dead\b|to death\b|and (?:then )?killed\b)|"
    r"\bfatally\s+\w+|\bfound dead\b",
    re.IGNORECASE,
)
"""What tells of a death in words that alone tell of a wound."""

GRAVE = re.compile(r"\b(?:critical|serious|grave|severe|bad(?=ly))(?:ly)?\b|\blife-threatening\b", re.IGNORECASE)
PART = re.compile(
    r"^\s*(?:others? |more )?of (?:them|those|these|whom|"
    r"the (?:\w+ )?(?:victims|dead|injured|wounded|killed|deaths|fatalities|casualties))\b",
    re.IGNORECASE,
)
UNTRACED = re.compile(
    r"\b(?:not|never|nor|yet to|still to)\b(?: yet)? ?(?:been |be )?(?:traced|found|located|accounted)\b|\bno trace\b|\bunaccounted\b",
    re.IGNORECASE,
)
DEED_OF_ITS_OWN = re.compile(r"\band (?:\w+ly )?\w+(?:ing|ed)\b[^#]{0,25}$", re.IGNORECASE)
"""A verb of its own before a figure: in "killing two and trapping 11" the 11 are not killed."""

WITH_PERPETRATOR = re.compile(
    r"\b(?:including|among them|counting) (?:the |a |an |his |her |their )?(?:(?:suspected|alleged|lone) )?"
    r"(?:gunman|gunmen|shooter|suspect|attacker|assailant|bomber|perpetrator|killer|hijacker)s?\b",
    re.IGNORECASE,
)
THIS_YEAR = re.compile(
    r"\b(?:(?:so far |already )?this (?:year|season)\b(?!['’]s)|of the year\b|year to date\b|"
    r"since (?:january|the (?:start|beginning) of the year)\b)",
    re.IGNORECASE,
)
PER_SHARE = re.compile(r"^\W*(?:in cash )?(?:a|per|each|for (?:each|every|one)|an?) (?:ordinary )?share\b", re.IGNORECASE)
WRITTEN = re.compile(r"\b(?:letter|memo(?:randum)?)\b(?! (?:says?|shows?|states?|notes?|claims?|puts?)\b)", re.IGNORECASE)
SOURCE = re.compile(
    r"(?:according to|\bas\b)[^,#]{0,120}(?:,|$)|,[^,#]{0,120}\b(?:says?|said|shows?|reported|reports|states?|stated)\W*$", re.IGNORECASE
)
DATELINE = re.compile(r"^[A-Z][A-Z .'’-]{2,40}(?:,| #|\()")
CASES = re.compile(r"\b(?:confirmed|new|suspected) cases?$", re.IGNORECASE)
FROM_HOME = re.compile(
    r"\b(?:brought|taken|moved|led) to safety\b|\b(?:leave|left|fled|flee|from|out of) (?:their|the) (?:homes|houses)\b", re.IGNORECASE
)
ALONE = re.compile(r"\balone\b", re.IGNORECASE)
HABIT = re.compile(
    r"\b(?:each|every|per) (?:season|summer|winter|year|day|month)\b|\bin (?:summer|winter)\b"
    r"|#[^,;]{0,40}\b(?<!than )(?<!in )(?<!within )a (?:season|summer|winter|year|day|month)\b"
    r"(?! (?:after|before|earlier|later|ago|old|of|on|since))",
    re.IGNORECASE,
)
POPULATION = re.compile(r"\bha(?:s|ve|d)\s+(?:[a-z]+\s+){0,4}#\s+(?:inhabitants|residents)\b|\bpopulation of\b", re.IGNORECASE)
SCOPES = {"year-earlier": "earlier", "compared": "earlier", "previous": "earlier", "expected": "forecast"}
"""Scope words that come to the same."""

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
        return _narrowed(counted)
    if PER_SHARE.match(passage.clause[passage.end :]):
        return SHARE_PRICE, frozenset()
    named = [MONEY_RING[word] for word in reversed(stems(counted)) if word in MONEY_RING]
    return next(iter(named or nearest_of(passage.before, passage.after, MONEY_RING)), None), frozenset()


def _holder(claim: Claim, passage: Passage) -> frozenset[str]:
    """Whose age it is: "the suspect, 27", "a 27-year-old driver", and by name "Ada Brill, 27" ("=brill")."""
    is_old = "old" in claim.surface
    near = passage.after[:2] if is_old else (*passage.before[:2], *passage.after[:2])
    parts = [HOLDER_RING[word] for word in near if word in HOLDER_RING][:1]
    beside = passage.clause[max(0, passage.start - 40) : passage.start].rstrip(" ,(") if not is_old else passage.clause[passage.end :][:60]
    named = [party for party in claim.parties if (party in beside if is_old else beside.endswith(party.split()[-1]))]
    return frozenset([*parts, *(f"={party.split()[-1].lower()}" for party in named[:1])])


@lru_cache(maxsize=1 << 14)
def _narrowed(counted: str) -> tuple[str | None, frozenset[str]]:
    """ "Reports of smoke" are reports, and what they are of narrows them; "members of the crew" are crew."""
    whole, _, of = counted.partition(" of ")
    # "Reports" is a word that says nothing of a story's subject, but here it is the thing counted.
    if CASES.search(whole):
        return PERSON, frozenset()
    named = [stem(word) for word in tokens(whole) if word not in STOPWORDS or stem(word) in COUNTED_RING]
    thing, modifiers = _head([word for word in named if word.isalpha()])
    if thing == AGE:
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
    """What befell those counted, from the nearest words that say so; ships are not hurt, and shares are of no one."""
    told = _told_fate(claim, passage)
    return told - BEFALL_PEOPLE if thing in THINGS or claim.kind is Kind.PERCENT else told


def _told_fate(claim: Claim, passage: Passage) -> frozenset[str]:
    figure = claim.figure
    if not isinstance(figure, Quantity) or claim.kind not in (Kind.COUNT, Kind.PERCENT):
        return frozenset()
    counted = (figure.counted or "").replace("-", " ")
    if CASES.search(counted):
        return frozenset({"infected"})
    clause, start, end = passage.clause, passage.start, passage.end
    before, after = _beside(passage)
    if FROM_HOME.search(after):
        return frozenset({"evacuated"})
    if UNTRACED.search(after):
        return frozenset({"missing"})
    places: tuple[Callable[[], Sequence[str]], ...] = (
        lambda: stems(counted),
        lambda: list(words_before(before, len(before)))[:4],
        lambda: list(words_after(after, 0))[:REACH],
        lambda: () if DEED_OF_ITS_OWN.search(before) else list(words_before(FATAL.sub("killed", clause[:start]), start))[:REACH],
        lambda: list(words_after(FATAL.sub("killed", clause[end:]), 0))[:REACH] if not before.strip() else (),
    )
    for words in places:
        told = [FATE_RING[word] for word in words() if word in FATE_RING]
        if told:
            return frozenset(told[:1])
    if GRAVE.search(after):
        return frozenset({"injured"})
    return frozenset({"rescued"}) if "survivor" in counted else frozenset()


def _beside(passage: Passage) -> tuple[str, str]:
    """The words before and after a figure up to the next comma, "and" or figure; what tells of a death says "killed"."""
    clause, start, end = passage.clause, passage.start, passage.end
    fatal = FATAL.sub("killed", clause[end:])
    stop = min((place for mark in (" and ", ",", "#") if (place := fatal.find(mark)) >= 0), default=len(fatal))
    before = FATAL.sub("killed", clause[:start])
    since = max(before.rfind(mark) for mark in (" and ", ",", "#"))
    return before[max(0, since) :], fatal[:stop]


def events_of(claim: Claim, passage: Passage) -> tuple[str, ...]:
    """What happened, by the words nearest to the figure; a letter is sent, dated or signed, and always the letter."""
    clause, start, end = passage.clause, passage.start, passage.end
    is_date = isinstance(claim.figure, Period)
    if is_date and DATELINE.match(clause) and start < 60 and claim.sentence.start < 400:
        return ("dateline",)
    found = tuple(nearest_of(passage.before, passage.after, EVENT_RING)[:EVENTS_KEPT])
    if is_date and WRITTEN.search(SOURCE.sub(" ", clause[max(0, start - NEAR) : end + NEAR])):
        return ("send", *(name for name in found if name != "send"))
    return found


def scope_of(claim: Claim, passage: Passage, year: int) -> frozenset[str]:
    """Scope words under one name each, with what the clause tells of another time or place; `year` is the article's."""
    words = {word.lower().replace(" ", "-") for word in claim.scope} - NEUTRAL_SCOPES
    classes = {SCOPES.get(word, word) for word in words}
    if isinstance(claim.figure, Period):
        return frozenset(classes)
    clause = passage.clause
    told = {
        "earlier": background_before(passage.sentence, passage.place, passage.stop, year),
        "forecast": forecast(clause),
        "alone": ALONE.search(clause),
        "annual": HABIT.search(clause),
        "population": POPULATION.search(clause),
        "this-year": THIS_YEAR.search(clause),
        **(_of_people(claim, passage) if claim.kind is Kind.COUNT else {}),
    }
    return frozenset(classes | {name for name, found in told.items() if found})


def _of_people(claim: Claim, passage: Passage) -> dict[str, object]:
    """Who of those counted are meant: a part of them, the gravely hurt, the perpetrator among the dead."""
    before, after = _beside(passage)
    # Asides are blanked in the passage, and this is one.
    behind = claim.span.end - claim.sentence.start
    return {
        "part": PART.match(passage.clause[passage.end :]),
        "grave": GRAVE.search(after) or GRAVE.search(before),
        "with-perpetrator": WITH_PERPETRATOR.search(claim.sentence.text, behind, behind + 80),
    }
