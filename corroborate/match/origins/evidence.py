"""What origins are told from: where the claims of a group stand, and the links between them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import combinations, product

from corroborate.match.morgue import MORGUE
from corroborate.match.origins.outlets import credits_of, family_of, outlet_names
from corroborate.match.origins.slips import shared_slips
from corroborate.match.origins.sources import LONGEST, Source, Sources, prevailing, trace_sources
from corroborate.match.origins.tellings import is_believed
from corroborate.match.reuse import REPUBLISHED, same_telling_words, same_words
from corroborate.model.articles import Article, Reading
from corroborate.model.claims import Claim
from corroborate.model.figures import Kind, Quantity
from corroborate.model.outlets import Outlet
from corroborate.model.stories import ClaimGroup, Origin, OriginKind, Reuse

REPEATED_SENTENCE = 0.5
"""Share of a claim's sentence found in the other article's, from which a dependent article counts as a copy."""

RETOLD_SENTENCE = 0.6
"""Share of the telling words of a claim's sentence found in the other article's, from which it was rewritten."""

DOSSIER = "dossier"
"""What a clipping keeps it by."""

SENTENCES = 4
"""Claims of an article in one group whose sentences are compared with another's."""


@dataclass(frozen=True, eq=False)
class Stand:
    """One article's claims of a group, and what they rest on; the first of `sources` prevails.

    `cites` are the outlets named with the figure, `routes` all through which it came, as the article says. It `relays` where
    nothing is told of the claims but what another outlet reported, whoever that outlet has it from.
    """

    article: Article
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]
    family: str
    credits: tuple[str, ...]
    cites: tuple[str, ...]
    routes: tuple[str, ...]
    relays: bool = False

    def contradicts(self, other: "Stand") -> bool:
        """Both name sources, and no source of one can be one of the other."""
        return bool(self.sources) and bool(other.sources) and all(one.contradicts(two) for one in self.sources for two in other.sources)


@dataclass(frozen=True, slots=True)
class Link:
    """Evidence that two articles' claims are not independent.

    `reason` is a sentence of its own, or where `mutual` what holds of both and is told once for all of whom it holds:
    "run copy of Meridian Wire". `binds` where the words of the claim themselves are copied: what the two then name as
    their source is one thing, however it was read.
    """

    left: int
    right: int
    kind: OriginKind
    reason: str
    mutual: bool = False
    binds: bool = False


Traced = tuple[tuple[tuple[Source, ...], ...], Source | None, str, tuple[str, ...]]
"""The sources of an article's claims, its own, its family and its credits."""


@dataclass(frozen=True, eq=False)
class Dossier:
    """What every group asks of an article: what was traced of it, the sources named with an outlet, and its claims by their
    figures, each with its place among all. `stands` are those that it took, by their claims, `origins` what the groups rest on whose
    first claims are its own, with what they were told from; both are remembered for as long as nothing else is traced.
    """

    article: Article
    traced: Traced
    citing: tuple[Source, ...]
    by_figure: Mapping[tuple[Kind, Decimal | None], Sequence[tuple[int, Claim]]]
    said: Mapping[str, tuple[Source, ...]]
    stands: dict[tuple[str, ...], "Stand"] = field(default_factory=dict)
    origins: dict[str, tuple[object, tuple[Origin, ...]]] = field(default_factory=dict)

    def said_in(self, claims: Iterable[Claim]) -> tuple[Source, ...]:
        """All sources of some claims."""
        return tuple(source for claim in claims for source in self.said[claim.id])


@dataclass(frozen=True, eq=False)
class Evidence:
    """What origins are told from, prepared once for all groups of a story."""

    claims: Mapping[str, Claim]
    homes: Mapping[str, str]
    reuses: Mapping[str, Mapping[str, Reuse]]
    dossiers: Mapping[str, Dossier]


def gather(readings: Sequence[Reading], outlets: Mapping[str, Outlet], reuses: Sequence[Reuse]) -> Evidence:
    """Index what the origins of a story's claims are told from."""
    named = outlet_names(outlets, {reading.article.id: reading.article for reading in readings})
    repeated: defaultdict[str, dict[str, Reuse]] = defaultdict(dict)
    for reuse in reuses:
        repeated[reuse.earlier][reuse.later] = reuse
        repeated[reuse.later][reuse.earlier] = reuse
    sources = trace_sources(readings, named)
    return Evidence(
        claims={claim.id: claim for reading in readings for claim in reading.claims},
        homes={claim.id: reading.article.id for reading in readings for claim in reading.claims},
        reuses=repeated,
        dossiers={reading.article.id: _dossier(reading, sources, outlets, named) for reading in readings},
    )


def _dossier(reading: Reading, sources: Sources, outlets: Mapping[str, Outlet], names: Mapping[str, str]) -> Dossier:
    """That of an article, as it was for as long as its story's other articles change nothing in it."""
    article, worked = reading.article, MORGUE.clipping(reading).worked
    said = tuple(sources.of_claim.get(claim.id, ()) for claim in reading.claims)
    traced = said, sources.of_article.get(article.id), family_of(article, outlets), credits_of(article, names)
    known: Dossier | None = worked.get(DOSSIER)
    if known is None or known.traced != traced:
        known = worked[DOSSIER] = _opened(reading, traced)
    return known


def _opened(reading: Reading, traced: Traced) -> Dossier:
    by_figure: defaultdict[tuple[Kind, Decimal | None], list[tuple[int, Claim]]] = defaultdict(list)
    for place, claim in enumerate(reading.claims):
        by_figure[(claim.kind, _value(claim))].append((place, claim))
    citing = tuple(source for sources in traced[0] for source in sources if source.cites)
    said = {claim.id: sources for claim, sources in zip(reading.claims, traced[0], strict=True)}
    return Dossier(reading.article, traced, citing, by_figure, said)


def stands_of(group: ClaimGroup, evidence: Evidence) -> tuple[Stand, ...]:
    """The articles that state something in a group, in order of time."""
    by_article: defaultdict[str, list[str]] = defaultdict(list)
    for identity in group.claims:
        by_article[evidence.homes[identity]].append(identity)
    found = [_taken(evidence.dossiers[article], tuple(claims), evidence) for article, claims in by_article.items()]
    return tuple(sorted(found, key=lambda stand: (stand.article.as_of, stand.article.id)))


def _taken(dossier: Dossier, claims: tuple[str, ...], evidence: Evidence) -> Stand:
    known = dossier.stands.get(claims)
    if known is None:
        known = dossier.stands[claims] = _stand(dossier, [evidence.claims[claim] for claim in claims])
    return known


def _stand(dossier: Dossier, claims: Sequence[Claim]) -> Stand:
    _, of_article, family, credits = dossier.traced
    own = dossier.said_in(claims)
    known = [one for one in own if one.is_known] or [one for one in dossier.said_in(_same(claims, dossier)) if one.is_known]
    if not known and any(claim.attribution.hedged and not is_believed(claim.attribution) for claim in claims) and of_article is not None:
        known = [one for one in (of_article,) if one.is_known]
    first = prevailing(known)
    sources = () if not first.is_known else (first, *(one for one in dict.fromkeys(known) if not one.agrees(first)))
    cites = tuple(dict.fromkeys(cite for one in (*own, *sources) for cite in one.cites))
    routes = tuple(dict.fromkeys((*cites, *_routes(first, dossier.citing))))
    named = tuple(replace(one, cites=()) if one.cites else one for one in sources)
    relays = any(one.cites for one in own) and all(one.cites for one in own if one.is_known)
    return Stand(dossier.article, tuple(claims), named, family, credits, cites, routes, relays)


def _same(claims: Sequence[Claim], dossier: Dossier) -> list[Claim]:
    """The article's other claims of the very figure: a headline's or lead's is often attributed further down."""
    figures = {(claim.kind, _value(claim)) for claim in claims} - {(claims[0].kind, None)}
    held = {claim.id for claim in claims}
    found = sorted((placed for figure in figures for placed in dossier.by_figure.get(figure, ())), key=lambda placed: placed[0])
    return [claim for _, claim in found if claim.id not in held]


def _value(claim: Claim) -> Decimal | None:
    return claim.figure.value if isinstance(claim.figure, Quantity) else None


def _routes(source: Source, citing: Sequence[Source]) -> Iterator[str]:
    """Outlets named anywhere in an article for what the source says, or for no source in particular."""
    if source.is_known:
        for other in citing:
            if source.agrees(other) or not other.is_known:
                yield from other.cites


Copied = tuple[tuple[int, int, Reuse], ...]
"""Stands by their places, the earlier first, of which the articles repeat each other."""


def copied_of(stands: Sequence[Stand], evidence: Evidence) -> Copied:
    """Which of some stands repeat which."""
    places = {stand.article.id: place for place, stand in enumerate(stands)}
    return tuple(
        (left, place, reuse)
        for place, stand in enumerate(stands)
        for other, reuse in evidence.reuses.get(stand.article.id, {}).items()
        if (left := places.get(other, place)) < place
    )


def links_of(stands: Sequence[Stand], copied: Copied) -> list[Link]:
    """Everything that ties stands together, one link from each to the first that it shares a thing with."""
    if len(stands) < 2:
        return []
    return [
        *_wire(stands),
        *_reused(stands, copied),
        *_slips(stands),
        *_named(stands),
        *_cited(stands),
        *_family(stands),
    ]


def _wire(stands: Sequence[Stand]) -> Iterator[Link]:
    """The agency whose copy both are; an agency's own report is its own copy."""
    first: dict[str, int] = {}
    credited = {credit for stand in stands for credit in stand.credits}
    for place, stand in enumerate(stands):
        for name in dict.fromkeys((*stand.credits, *({stand.article.outlet} & credited))):
            if name in first:
                yield Link(first[name], place, OriginKind.WIRE, f"run copy of {name}", mutual=True)
            first.setdefault(name, place)


def _reused(stands: Sequence[Stand], copied: Copied) -> Iterator[Link]:
    names = {stand.article.id: stand.article.outlet for stand in stands}
    for left, place, reuse in copied:
        repeats = f"{names[reuse.later]} repeats {round(100 * reuse.containment)} percent of the text of {names[reuse.earlier]}"
        same, whole = _same_sentence(stands[left], stands[place]), reuse.containment >= REPUBLISHED
        if same or whole or _retold_sentence(stands[left], stands[place]):
            told = f"{repeats}." if whole else f"{repeats}, with the sentence that gives the figure."
            yield Link(left, place, OriginKind.REUSE, told, binds=same)


def _same_sentence(left: Stand, right: Stand) -> bool:
    return any(same_words(one, other) >= REPEATED_SENTENCE for one, other in _sentences(left, right))


def _retold_sentence(left: Stand, right: Stand) -> bool:
    """Where a text depends on another, most of the telling words of the claim's sentence are enough: it was rewritten."""
    return any(same_telling_words(one, other) >= RETOLD_SENTENCE for one, other in _sentences(left, right))


def _sentences(left: Stand, right: Stand) -> Iterator[tuple[str, str]]:
    first, second = (dict.fromkeys(claim.sentence.text[:LONGEST] for claim in stand.claims[:SENTENCES]) for stand in (left, right))
    return product(first, second)


def _slips(stands: Sequence[Stand]) -> Iterator[Link]:
    figures = [stand.claims[0].figure for stand in stands]
    for places in shared_slips([figure.value if isinstance(figure, Quantity) else None for figure in figures]):
        for place in places[1:]:
            both = f"{stands[places[0]].article.outlet} and {stands[place].article.outlet}"
            yield Link(places[0], place, OriginKind.REUSE, f"{both} share the slip {stands[place].claims[0].surface}.")


def _named(stands: Sequence[Stand]) -> Iterator[Link]:
    """Stands with a source in common, whichever of its sources that is."""
    distinct: dict[Source, list[int]] = {}
    for place, stand in enumerate(stands):
        for source in stand.sources:
            distinct.setdefault(source, []).append(place)
    for source, places in distinct.items():
        kind = _kind(source, source)
        yield from (Link(places[0], place, kind, "", mutual=True) for place in places[1:])
    for (one, left), (other, right) in combinations(distinct.items(), 2):
        if one.agrees(other) and left[0] != right[0]:
            yield Link(min(left[0], right[0]), max(left[0], right[0]), _kind(one, other), "", mutual=True)


def _kind(one: Source, other: Source) -> OriginKind:
    return OriginKind.DOCUMENT if one.document is not None or other.document is not None else OriginKind.SPEAKER


def _cited(stands: Sequence[Stand]) -> Iterator[Link]:
    """Who cites an outlet rests on it, on those that run its copy, and on what others take from it who name nothing else."""
    by_outlet: defaultdict[str, list[int]] = defaultdict(list)
    bare: dict[str, int] = {}
    for place, stand in enumerate(stands):
        for name in dict.fromkeys((stand.article.outlet, *stand.credits)):
            by_outlet[name].append(place)
    for place, stand in enumerate(stands):
        for cite in (cite for cite in stand.cites if cite not in stand.credits):
            cited = [other for other in by_outlet.get(cite, ()) if other != place]
            if cited:
                told = f"{stand.article.outlet} cites {cite}."
                yield Link(min(place, cited[0]), max(place, cited[0]), OriginKind.CITED, told, binds=stand.relays)
            if not stand.sources:
                if cite in bare:
                    yield Link(bare[cite], place, OriginKind.CITED, f"cite {cite}", mutual=True)
                bare.setdefault(cite, place)


def _family(stands: Sequence[Stand]) -> Iterator[Link]:
    first: dict[str, int] = {}
    for place, stand in enumerate(stands):
        if stand.family not in first:
            first[stand.family] = place
            continue
        left = stands[first[stand.family]]
        if left.article.outlet == stand.article.outlet:
            yield Link(first[stand.family], place, OriginKind.FAMILY, f"Both articles are {stand.article.outlet}'s own.")
            continue
        yield Link(first[stand.family], place, OriginKind.FAMILY, f"belong to {stand.family}", mutual=True)
