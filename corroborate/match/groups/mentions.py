"""A claim as matching sees it: its slots in canonical words, its clause, its place in the news."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from corroborate.match.embedding import Embedder, Vectors
from corroborate.match.groups.clauses import background_before, clause_around, masked
from corroborate.match.groups.slots import events_of, fates_of, scope_of, thing_of
from corroborate.match.vectors import weighted
from corroborate.match.words import stems
from corroborate.model.articles import Article, Reading
from corroborate.model.claims import Claim
from corroborate.model.figures import Period, Quantity

LEAD = 600
"""Characters at the head of an article in which its main figures stand."""


AROUND = 600
"""Characters of a sentence before and after a figure that are looked at, however long the sentence."""


@dataclass(frozen=True, eq=False)
class Mention:
    """A claim's slots.

    `family` is the kind with its unit; `thing` the counted noun's ring or stem, `modifiers` what narrows it, `fates`
    what befell the counted, `events` what happened, nearest word first, `scope` what makes it another claim. `words`
    weighs the words of the clause; `is_sole` where the article gives no other figure of that family, and for counts of that
    thing. Vectors are None where no embedder is used.
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
    is_sole: bool = False
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


def mention(claim: Claim, article: Article) -> Mention:
    """Fill the slots of one claim."""
    place = max(0, claim.span.start - claim.sentence.start)
    cut = max(0, place - AROUND)
    start, end = place - cut, place - cut + claim.span.end - claim.span.start
    sentence = claim.sentence.text[cut : place + AROUND]
    low, high = clause_around(sentence, start, end)
    clause = sentence[low:start] + " # " + sentence[end:high]
    inside = (clause, start - low, start - low + 3)
    thing, modifiers = thing_of(claim, *inside)
    return Mention(
        claim=claim,
        article=article,
        family=family(claim),
        thing=thing,
        modifiers=modifiers,
        fates=fates_of(claim, *inside),
        events=events_of(claim, *inside),
        scope=scope_of(claim, clause, earlier=background_before(sentence, start, end)),
        clause=masked(" ".join(clause.split())),
        words=weighted(Counter(stems(clause))),
    )


def mentions(readings: Sequence[Reading], embedder: Embedder | None) -> tuple[Mention, ...]:
    """Every claim of the readings with its slots, in order of time; embedded in one go."""
    found = [one for reading in readings for one in _marked([mention(claim, reading.article) for claim in reading.claims])]
    found.sort(key=lambda one: one.key)
    if embedder is None or not found:
        return tuple(found)
    phrases = embedder.embed([one.phrase for one in found])
    clauses = embedder.embed([one.clause for one in found])
    return tuple(
        replace(one, phrase_vector=phrase, clause_vector=clause) for one, phrase, clause in zip(found, phrases, clauses, strict=True)
    )


def _marked(found: Sequence[Mention]) -> list[Mention]:
    """The claims of one article, with those marked that are the only figure of their sort."""
    values: defaultdict[tuple[str, str | None], set[str]] = defaultdict(set)
    for one in found:
        values[_sort(one)].add(_value(one))
    return [replace(one, is_sole=len(values[_sort(one)]) == 1) for one in found]


def _sort(one: Mention) -> tuple[str, str | None]:
    return (one.family, one.thing if one.family.startswith("count") else None)


def _value(one: Mention) -> str:
    figure = one.claim.figure
    return str(figure.value) if isinstance(figure, Quantity) and figure.value is not None else one.claim.surface


def family(claim: Claim) -> str:
    """Kind and unit: figures of different families never answer one question."""
    figure = claim.figure
    if isinstance(figure, Period):
        return "date"
    if not isinstance(figure, Quantity):
        return claim.kind.value
    return ":".join([claim.kind.value, figure.unit or ""])
