"""The slots of a claim in canonical words: the thing counted, its fate, what happened, the scope."""

import re
from collections.abc import Callable, Sequence

from corroborate.match.groups.clauses import forecast, nearest, words_after, words_before
from corroborate.match.groups.thesaurus import (
    BEFALL_PEOPLE,
    COUNTED_RING,
    EVENT_RING,
    EVERYBODY,
    FATE_RING,
    GENERIC,
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
SHARE_PRICE = "share price"
PER_SHARE = re.compile(r"^\W*(?:in cash )?(?:a|per|each|for (?:each|every|one)|an?) (?:ordinary )?share\b", re.IGNORECASE)
WRITTEN = re.compile(r"\b(?:letter|memo(?:randum)?)\b(?! (?:says?|shows?|states?|notes?|claims?|puts?)\b)", re.IGNORECASE)
SOURCE = re.compile(
    r"(?:according to|\bas\b)[^,#]{0,120}(?:,|$)|,[^,#]{0,120}\b(?:says?|said|shows?|reported|reports|states?|stated)\W*$", re.IGNORECASE
)
DATELINE = re.compile(r"^[A-Z][A-Z .'’-]{2,40}(?:,| #|\()")
CASES = re.compile(r"\b(?:confirmed|new|suspected) cases?$", re.IGNORECASE)
FROM_HOME = re.compile(r"\b(?:leave|left|fled|flee|from|out of) (?:their|the) (?:homes|houses)\b", re.IGNORECASE)
ALONE = re.compile(r"\balone\b", re.IGNORECASE)
HABIT = re.compile(r"\b(?:a|each|every|per) (?:season|summer|winter|year|day|month)\b|\bin (?:summer|winter)\b", re.IGNORECASE)
POPULATION = re.compile(r"\bha(?:s|ve|d)\s+(?:[a-z]+\s+){0,4}#\s+(?:inhabitants|residents)\b|\bpopulation of\b", re.IGNORECASE)
SCOPES = {"year-earlier": "earlier", "compared": "earlier", "previous": "earlier", "expected": "forecast"}
"""Scope words that come to the same."""

NEUTRAL_SCOPES = frozenset({"total", "so-far", "aboard"})
"""Scope words that do not make another claim: a count so far, in total; who was aboard is a fate."""


def thing_of(claim: Claim, clause: str, start: int, end: int) -> tuple[str | None, frozenset[str]]:
    """The thing counted, paid for, ranked or filled, and what narrows it; the figure is `clause[start:end]`."""
    figure = claim.figure
    if isinstance(figure, Rank):
        words = stems(figure.superlative)
        superlative = next((SUPERLATIVE_RING[word] for word in words if word in SUPERLATIVE_RING), figure.superlative)
        return superlative, frozenset(stems(figure.head))
    if isinstance(figure, Participation):
        return figure.role, frozenset()
    if not isinstance(figure, Quantity):
        return None, frozenset()
    counted = stems((figure.counted or "").replace("-", " "))
    if claim.kind is not Kind.MONEY:
        return _narrowed((figure.counted or "").replace("-", " "))
    if PER_SHARE.match(clause[end:]):
        return SHARE_PRICE, frozenset()
    named = [MONEY_RING[word] for word in reversed(counted) if word in MONEY_RING]
    return next(iter(named or nearest(clause, start, end, MONEY_RING)), None), frozenset()


def _narrowed(counted: str) -> tuple[str | None, frozenset[str]]:
    """ "Reports of smoke" are reports, and what they are of narrows them; "members of the crew" are crew."""
    whole, _, of = counted.partition(" of ")
    # "Reports" is a word that says nothing of a story's subject, but here it is the thing counted.
    if CASES.search(whole):
        return PERSON, frozenset()
    named = [stem(word) for word in tokens(whole) if word not in STOPWORDS or stem(word) in COUNTED_RING]
    thing, modifiers = _head([word for word in named if word.isalpha()])
    if thing is None:
        return _head(stems(of))
    return thing, modifiers | frozenset(stems(of))


def _head(words: Sequence[str]) -> tuple[str | None, frozenset[str]]:
    """The last noun is the head; "number of" and the like are looked through."""
    telling = [word for word in words if word not in GENERIC]
    if not telling:
        return None, frozenset()
    canonical = [PERSON if word in EVERYBODY else COUNTED_RING.get(word, word) for word in telling]
    return canonical[-1], frozenset(canonical[:-1]) - {canonical[-1]}


def fates_of(claim: Claim, clause: str, start: int, end: int) -> frozenset[str]:
    """What befell those counted, from the nearest words that say so; ships are not hurt, and shares are of no one."""
    told = _told_fate(claim, clause, start, end)
    thing, _ = thing_of(claim, clause, start, end)
    return told - BEFALL_PEOPLE if thing in THINGS or claim.kind is Kind.PERCENT else told


def _told_fate(claim: Claim, clause: str, start: int, end: int) -> frozenset[str]:
    figure = claim.figure
    if not isinstance(figure, Quantity) or claim.kind not in (Kind.COUNT, Kind.PERCENT):
        return frozenset()
    if CASES.search(figure.counted or ""):
        return frozenset({"infected"})
    stop = min((place for mark in (" and ", ",", "#") if (place := clause.find(mark, end)) >= 0), default=len(clause))
    if FROM_HOME.search(clause, end, stop):
        return frozenset({"evacuated"})
    since = max(clause.rfind(mark, 0, start) for mark in (" and ", ",", "#"))
    places: tuple[Callable[[], Sequence[str]], ...] = (
        lambda: stems((figure.counted or "").replace("-", " ")),
        lambda: list(words_before(clause[max(0, since) : start], start))[:4],
        lambda: list(words_after(clause[:stop], end))[:REACH],
        lambda: list(words_before(clause, start))[:REACH],
    )
    for words in places:
        told = [FATE_RING[word] for word in words() if word in FATE_RING]
        if told:
            return frozenset(told[:1])
    return frozenset()


def events_of(claim: Claim, clause: str, start: int, end: int) -> tuple[str, ...]:
    """What happened, by the words nearest to the figure; a letter is sent, dated or signed, and always the letter."""
    if isinstance(claim.figure, Period) and DATELINE.match(clause) and start < 60 and claim.sentence.start < 400:
        return ("dateline",)
    found = tuple(nearest(clause, start, end, EVENT_RING)[:EVENTS_KEPT])
    if WRITTEN.search(SOURCE.sub(" ", clause[max(0, start - NEAR) : end + NEAR])):
        return ("send", *(name for name in found if name != "send"))
    return found


def scope_of(claim: Claim, clause: str, *, earlier: bool) -> frozenset[str]:
    """Scope words under one name each, with what the clause tells of another time or place."""
    words = {word.lower().replace(" ", "-") for word in claim.scope} - NEUTRAL_SCOPES
    classes = {SCOPES.get(word, word) for word in words}
    if isinstance(claim.figure, Period):
        return frozenset(classes)
    told = {
        "earlier": earlier,
        "forecast": forecast(clause),
        "alone": ALONE.search(clause),
        "annual": HABIT.search(clause),
        "population": POPULATION.search(clause),
    }
    return frozenset(classes | {name for name, found in told.items() if found})
