"""A claim with its slots, and how it is put away until its story goes on."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from functools import cached_property
from operator import attrgetter
from typing import Any, TypeVar

from corroborate.match.embedding import Vectors
from corroborate.match.groups.numbers import Numbers
from corroborate.match.morgue import Foldable
from corroborate.model.articles import Article, Reading
from corroborate.model.claims import Claim

LEAD = 600
"""Characters at the head of an article in which its main figures stand."""

PLACES, ODDS = "I", "d"
"""How places of claims and log odds are put away."""

Partner = tuple[str, int]
"""Another article, and the hash of its reading."""

Plain = tuple[tuple[Any, ...], tuple[Any, ...] | None, list[tuple[Any, ...]]]
"""A mention's own fields, its numbers, and the precise numbers beside it."""


def opening_of(article: Article) -> str:
    """How an article opens: its title and its head."""
    return f"{article.title or ''} {article.text[:LEAD]}"


K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, eq=False)
class Mention:
    """A claim's slots.

    `family` is the kind with its unit; `thing` the counted noun's ring or stem, `modifiers` what narrows it, `fates`
    what befell the counted, `events` what happened, nearest word first, `scope` what makes it another claim. `words`
    weighs the words of the clause, `beside` are the words next to the figure, `numbers`
    those of a quantity, `elsewhere` names whom or where else it looks back to. `is_sole` where the article gives no other
    figure of that family, and for counts of that thing; `precise` are the figures of its sort that the article gives beside
    a word without a number. `within` is the place of which alone it tells, where its article tells of the whole as well, and
    WHOLE of that; `instead_of` is the figure that it takes back. Vectors are None where no embedder is used. `odds` remembers
    what speaks for it and one before it answering one question (the later holds it, as it came last), `worked` what was worked
    out last of claims of which it is the first. It is claim number `place` of a reading, of which `edition` is the hash.
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
    beside: frozenset[str] = frozenset()
    numbers: Numbers | None = None
    elsewhere: frozenset[str] = frozenset()
    place: int = 0
    edition: int = 0
    is_sole: bool = False
    precise: tuple[Numbers, ...] = ()
    within: str | None = None
    instead_of: float | None = None
    phrase_vector: Vectors | None = None
    clause_vector: Vectors | None = None
    odds: dict["Mention", float] = field(default_factory=dict, init=False, repr=False)
    worked: dict[Hashable, tuple[Any, Any]] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def key(self) -> tuple[datetime, str, int, str]:
        """Order of time, then of place; the same whatever order the articles came in."""
        return (self.article.as_of, self.article.id, self.claim.span.start, self.claim.id)

    def remembered(self, name: Hashable, of: K, work: Callable[[K], V]) -> V:
        """What was worked out last under that name, if of the same; else it is worked out now, and remembered instead."""
        last = self.worked.get(name)
        if last is not None and last[0] == of:
            known: V = last[1]
            return known
        found = work(of)
        self.worked[name] = of, found
        return found

    @cached_property
    def depth(self) -> float:
        """How far into its article the claim stands, in tenths from 0 to 1."""
        return round(self.claim.span.start / max(1, len(self.article.text)), 1)

    @property
    def leads(self) -> bool:
        """The claim stands at the head of its article."""
        return self.claim.span.start < LEAD

    @property
    def head(self) -> str:
        """How the article opens, in lower case."""
        return self.opening.lower()

    @property
    def opening(self) -> str:
        """How the article opens."""
        return opening_of(self.article)

    @property
    def voice(self) -> str | None:
        """Whose figure it is, where the sentence says so."""
        return self.claim.attribution.speaker

    @property
    def phrase(self) -> str:
        """The thing counted, with what befell it."""
        return " ".join([*sorted(self.modifiers), self.thing or "", *sorted(self.fates)]).strip()


NUMBERED = frozenset({"numbers", "precise"})
GIVEN = frozenset({"claim", "article", "edition", "phrase_vector", "clause_vector", "odds", "worked"})
"""What a reading, an embedder and the other mentions tell: it is not put away."""

OWN = tuple(one.name for one in fields(Mention) if one.name not in GIVEN | NUMBERED)
FIELDS: Callable[[Mention], tuple[Any, ...]] = attrgetter(*OWN)


@dataclass(eq=False)
class Told(Foldable):
    """The mentions of one reading, of which `edition` is the hash. They can be put away; `unmet` are then the pairs with claims of
    articles that were not met since.
    """

    edition: int
    mentions: tuple[Mention, ...]
    unmet: dict[Partner, tuple[bytes, bytes]] = field(default_factory=dict)

    @property
    def state(self) -> Hashable:
        """How many pairs are known."""
        met = sum(len(one.odds) for one in self.mentions)
        return self.edition, met + sum(len(odds) for _, odds in self.unmet.values()) // array(ODDS).itemsize

    def folded(self) -> object:
        """The slots of each mention, and what speaks for pairs of claims: by the other's article, the places of both and the odds."""
        places: defaultdict[Partner, array[int]] = defaultdict(lambda: array(PLACES))
        odds: defaultdict[Partner, array[float]] = defaultdict(lambda: array(ODDS))
        for one in self.mentions:
            for other, known in one.odds.items():
                partner = other.article.id, other.edition
                places[partner].extend((one.place, other.place))
                odds[partner].append(known)
        pairs = {partner: (written.tobytes(), odds[partner].tobytes()) for partner, written in places.items()}
        return [_plain(one) for one in self.mentions], self.unmet | pairs

    def let_go(self) -> None:
        """The mentions hold each other by what is known of pairs."""
        for one in self.mentions:
            one.odds.clear()
            one.worked.clear()


def _plain(one: Mention) -> Plain:
    return FIELDS(one), None if one.numbers is None else one.numbers.plain(), [told.plain() for told in one.precise]


def unfolded(reading: Reading, edition: int, folded: tuple[Sequence[Plain], dict[Partner, tuple[bytes, bytes]]]) -> Told:
    """What was put away of a reading, made again; the pairs are taken up as their articles are met."""
    plain, unmet = folded
    return Told(edition, tuple(_again(reading, edition, one) for one in plain), dict(unmet))


def _again(reading: Reading, edition: int, plain: Plain) -> Mention:
    values, numbers, precise = plain
    own: dict[str, Any] = dict(zip(OWN, values, strict=True))
    return Mention(
        reading.claims[own["place"]],
        reading.article,
        edition=edition,
        numbers=None if numbers is None else Numbers(*numbers),
        precise=tuple(Numbers(*one) for one in precise),
        **own,
    )


def meet(told: Sequence[Told]) -> None:
    """Take up what was known of pairs of claims before they were put away, where both articles are there and the same."""
    known = {(one.mentions[0].article.id, one.edition): one for one in told if one.mentions}
    placed = {partner: {mention.place: mention for mention in one.mentions} for partner, one in known.items()}
    for mine, one in known.items():
        for partner in one.unmet.keys() & known.keys():
            places, odds = array(PLACES), array(ODDS)
            written = one.unmet.pop(partner)
            places.frombytes(written[0])
            odds.frombytes(written[1])
            for left, right, value in zip(places[::2], places[1::2], odds, strict=True):
                placed[mine][left].odds[placed[partner][right]] = value
