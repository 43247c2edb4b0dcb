"""A claim as matching sees it: its slots in canonical words, its clause, its place in the news."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from corroborate.match.clauses import background_before, clause_around, forecast, masked, nearest, words_after, words_before
from corroborate.match.embedding import Embedder, Vectors
from corroborate.match.thesaurus import (
    COUNTED_RING,
    EVENT_RING,
    FATE_RING,
    GENERIC,
    MONEY_RING,
    PEOPLE,
    SUPERLATIVE_RING,
)
from corroborate.match.vectors import Rarity
from corroborate.match.words import stems
from corroborate.model.articles import Article, Reading
from corroborate.model.claims import Claim
from corroborate.model.figures import Kind, Participation, Period, Quantity, Rank

LEAD = 600
"""Characters at the head of an article in which its main figures stand."""

REACH = 7
"""Words after or before a figure in which its fate is looked for."""

PERSON = "person"
SCOPES = {
    "year-earlier": "earlier",
    "compared": "earlier",
    "previous": "earlier",
    "expected": "forecast",
}
"""Scope words that come to the same."""

NEUTRAL_SCOPES = frozenset({"total", "so-far", "aboard"})
"""Scope words that do not make another claim: a count so far, in total; who was aboard is a fate."""


@dataclass(frozen=True, eq=False)
class Mention:
    """A claim's slots.

    `family` is the kind with its unit; `thing` the counted noun's ring or stem, `modifiers` what narrows it, `fates`
    what befell the counted, `events` what happened, nearest word first, `scope` what makes it another claim. `words`
    weighs the words of the clause. Vectors are None where no embedder is used.
    """

    claim: Claim
    article: Article
    family: str
    thing: str | None
    modifiers: frozenset[str]
    fates: frozenset[str]
    events: tuple[str, ...]
    scope: frozenset[str]
    clause: str
    words: dict[str, float]
    phrase_vector: Vectors | None = None
    clause_vector: Vectors | None = None

    @property
    def key(self) -> tuple[datetime, str, int, str]:
        """Order of time, then of place; the same whatever order the articles came in."""
        return (self.article.as_of, self.article.id, self.claim.span.start, self.claim.id)

    @property
    def leads(self) -> bool:
        """The claim stands at the head of its article."""
        return self.claim.span.start < LEAD

    @property
    def phrase(self) -> str:
        """The thing counted, with what befell it."""
        return " ".join([*sorted(self.modifiers), self.thing or "", *sorted(self.fates)]).strip()


def mention(claim: Claim, article: Article, rarity: Rarity) -> Mention:
    """Fill the slots of one claim."""
    sentence = claim.sentence.text
    start = max(0, claim.span.start - claim.sentence.start)
    end = max(start, claim.span.end - claim.sentence.start)
    low, high = clause_around(sentence, start, end)
    clause = sentence[low:start] + " # " + sentence[end:high]
    thing, modifiers = _thing(claim)
    inside = (clause, start - low, start - low + 3)
    return Mention(
        claim=claim,
        article=article,
        family=family(claim),
        thing=thing,
        modifiers=modifiers,
        fates=_fates(claim, *inside),
        events=tuple(nearest(*inside, EVENT_RING)[:4]),
        scope=_scope(claim, background_before(sentence, start, end), forecast(clause)),
        clause=masked(" ".join(clause.split())),
        words=rarity.vector(Counter(stems(clause))),
    )


def mentions(readings: Sequence[Reading], rarity: Rarity, embedder: Embedder | None) -> tuple[Mention, ...]:
    """Every claim of the readings with its slots, in order of time; embedded in one go."""
    found = [mention(claim, reading.article, rarity) for reading in readings for claim in reading.claims]
    found.sort(key=lambda one: one.key)
    if embedder is None or not found:
        return tuple(found)
    phrases = embedder.embed([one.phrase for one in found])
    clauses = embedder.embed([one.clause for one in found])
    return tuple(
        replace(one, phrase_vector=phrase, clause_vector=clause) for one, phrase, clause in zip(found, phrases, clauses, strict=True)
    )


def family(claim: Claim) -> str:
    """Kind and unit: figures of different families never answer one question."""
    figure = claim.figure
    if isinstance(figure, Period):
        return "date"
    if not isinstance(figure, Quantity):
        return claim.kind.value
    return ":".join([claim.kind.value, figure.unit or ""])


def _thing(claim: Claim) -> tuple[str | None, frozenset[str]]:
    figure = claim.figure
    if isinstance(figure, Quantity):
        ring = MONEY_RING if claim.kind is Kind.MONEY else COUNTED_RING
        return _head(stems((figure.counted or "").replace("-", " ")), ring)
    if isinstance(figure, Rank):
        words = stems(figure.superlative)
        superlative = next((SUPERLATIVE_RING[word] for word in words if word in SUPERLATIVE_RING), figure.superlative)
        return superlative, frozenset(stems(figure.head))
    if isinstance(figure, Participation):
        return figure.role, frozenset()
    return None, frozenset()


def _head(words: list[str], ring: dict[str, str]) -> tuple[str | None, frozenset[str]]:
    """The last noun is the head; "number of" and the like are looked through."""
    telling = [word for word in words if word not in GENERIC]
    if not telling:
        return None, frozenset()
    canonical = [PERSON if word in PEOPLE and word not in ring else ring.get(word, word) for word in telling]
    return canonical[-1], frozenset(canonical[:-1]) - {canonical[-1]}


def _fates(claim: Claim, clause: str, start: int, end: int) -> frozenset[str]:
    """What befell those counted, from the nearest words that say so."""
    figure = claim.figure
    if not isinstance(figure, Quantity) or claim.kind not in (Kind.COUNT, Kind.PERCENT):
        return frozenset()
    stop = min((place for mark in (" and ", ",", "#") if (place := clause.find(mark, end)) >= 0), default=len(clause))
    places: tuple[Callable[[], Sequence[str]], ...] = (
        lambda: stems((figure.counted or "").replace("-", " ")),
        lambda: list(words_before(clause, start))[:4],
        lambda: list(words_after(clause[:stop], end))[:REACH],
        lambda: list(words_before(clause, start))[:REACH],
    )
    for words in places:
        told = [FATE_RING[word] for word in words() if word in FATE_RING]
        if told:
            return frozenset(told[:1])
    return frozenset()


def _scope(claim: Claim, background: bool, coming: bool) -> frozenset[str]:
    words = {word.lower().replace(" ", "-") for word in claim.scope} - NEUTRAL_SCOPES
    classes = {SCOPES.get(word, word) for word in words}
    if isinstance(claim.figure, Period):
        return frozenset(classes)
    return frozenset(classes | ({"earlier"} if background else set()) | ({"forecast"} if coming else set()))
