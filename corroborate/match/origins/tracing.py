"""What the claims of a group rest on: "7 outlets, 2 origins, 1 letter", each link with its reason."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from corroborate.match.origins.speakers import UNKNOWN, Source, article_source, outlet_names, outlets_named, prevailing, source_of
from corroborate.match.reuse import REPUBLISHED, same_words
from corroborate.model.articles import Article, Reading
from corroborate.model.claims import Claim
from corroborate.model.figures import Quantity
from corroborate.model.ids import content_id
from corroborate.model.outlets import Outlet
from corroborate.model.stories import ClaimGroup, Origin, OriginKind, Reuse
from corroborate.model.wordings import join

REPEATED_SENTENCE = 0.5
"""Share of a claim's sentence found in the other article's, from which a dependent article counts as a copy."""

LONGEST = 1500
"""Characters of a sentence that are looked at."""

UNUSUAL_DIGITS = 3
"""Significant digits from which swapped ones shared by two outlets are no accident."""

LAYERS = (OriginKind.WIRE, OriginKind.REUSE, OriginKind.DOCUMENT, OriginKind.SPEAKER, OriginKind.CITED, OriginKind.FAMILY)
"""In this order links are followed: the text itself first, who owns the paper last."""


@dataclass(frozen=True, eq=False)
class Stand:
    """One article's claims of a group, and what they rest on; `routes` are the outlets that brought it, as the article says."""

    article: Article
    claims: tuple[Claim, ...]
    source: Source
    family: str
    credits: tuple[str, ...]
    routes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Evidence that two articles' claims are not independent.

    `reason` is a sentence of its own, or where `mutual` what holds of both and is told once for all of whom it holds:
    "run copy of Meridian Wire".
    """

    left: int
    right: int
    kind: OriginKind
    reason: str
    mutual: bool = False


@dataclass(frozen=True, eq=False)
class Evidence:
    """What origins are told from, prepared once for all groups."""

    claims: Mapping[str, Claim]
    readings: Mapping[str, Reading]
    outlets: Mapping[str, Outlet]
    names: Mapping[str, str]
    reuses: Mapping[tuple[str, str], Reuse]
    sources: Mapping[str, Source]
    homes: Mapping[str, str]
    said: Mapping[str, tuple[Source, ...]]


def gather(readings: Sequence[Reading], outlets: Mapping[str, Outlet], reuses: Sequence[Reuse]) -> Evidence:
    """Index what origins are told from."""
    named = outlet_names(outlets)
    return Evidence(
        claims={claim.id: claim for reading in readings for claim in reading.claims},
        readings={reading.article.id: reading for reading in readings},
        outlets=outlets,
        names=named,
        reuses={(reuse.earlier, reuse.later): reuse for reuse in reuses},
        sources={reading.article.id: article_source(reading, named) for reading in readings},
        homes={claim.id: reading.article.id for reading in readings for claim in reading.claims},
        said={reading.article.id: tuple(source_of(claim.attribution, named) for claim in reading.claims) for reading in readings},
    )


def find_origins(group: ClaimGroup, evidence: Evidence) -> tuple[Origin, ...]:
    """The origins of one group: every claim has exactly one."""
    stands = _stands(group, evidence)
    links = sorted(_links(stands, evidence), key=lambda link: (LAYERS.index(link.kind), link.left, link.right))
    clusters = _joined(stands, links)
    return tuple(_origin(group, {position: stands[position] for position in members}, _among(members, links)) for members in clusters)


def _stands(group: ClaimGroup, evidence: Evidence) -> list[Stand]:
    by_article: defaultdict[str, list[Claim]] = defaultdict(list)
    for identity in group.claims:
        by_article[evidence.homes[identity]].append(evidence.claims[identity])
    found = [_stand(evidence.readings[article].article, claims, evidence) for article, claims in by_article.items()]
    return sorted(found, key=lambda stand: (stand.article.as_of, stand.article.id))


def _stand(article: Article, claims: Sequence[Claim], evidence: Evidence) -> Stand:
    own = [source_of(claim.attribution, evidence.names) for claim in claims]
    source = prevailing([one for one in own if one.is_known])
    named = (name for claim in claims for name in outlets_named(claim.sentence.text[:LONGEST], evidence.names) if name != article.outlet)
    cites = tuple(dict.fromkeys((*(cite for one in own for cite in one.cites), *named)))
    if not source.is_known and any(claim.attribution.hedged for claim in claims):
        source = evidence.sources[article.id]
    outlet = evidence.outlets.get(article.outlet)
    source = Source(source.who, source.document, source.day, source.label, cites or source.cites)
    credits = tuple(evidence.names.get(credit.lower(), credit) for credit in article.credits)
    routes = tuple(dict.fromkeys((*source.cites, *_routes(source, evidence.said[article.id]))))
    return Stand(article, tuple(claims), source, outlet.family if outlet else article.outlet, credits, routes)


def _routes(source: Source, said: Sequence[Source]) -> Iterator[str]:
    """Outlets named anywhere in an article for what the source says, or for no source in particular."""
    if source.is_known:
        for other in said:
            if source.agrees(other) or not other.is_known:
                yield from other.cites


def _links(stands: Sequence[Stand], evidence: Evidence) -> Iterator[Link]:
    errors = _shared_errors(stands)
    for left, right in combinations(range(len(stands)), 2):
        pair = (stands[left], stands[right])
        for kind, reason, mutual in _reasons(*pair, evidence):
            yield Link(left, right, kind, reason, mutual)
        if (left, right) in errors:
            yield Link(left, right, OriginKind.REUSE, errors[(left, right)])


def _reasons(left: Stand, right: Stand, evidence: Evidence) -> Iterator[tuple[OriginKind, str, bool]]:
    if left.article.outlet == right.article.outlet:
        yield OriginKind.FAMILY, f"Both articles are {left.article.outlet}'s own.", False
    elif left.family == right.family:
        yield OriginKind.FAMILY, f"belong to {left.family}", True
    credit = _shared_credit(left, right)
    if credit is not None:
        yield OriginKind.WIRE, f"run copy of {credit}", True
    for reason in _reused(left, right, evidence):
        yield OriginKind.REUSE, reason, False
    if left.source.agrees(right.source):
        kind = OriginKind.DOCUMENT if left.source.document or right.source.document else OriginKind.SPEAKER
        yield kind, f"rest on the same source: {max(left.source.label, right.source.label, key=len)}", True
    yield from _cited(left, right)


def _shared_credit(left: Stand, right: Stand) -> str | None:
    """The agency whose copy both are; an agency's own report is its own copy."""
    first, second = ({*stand.credits, stand.article.outlet} for stand in (left, right))
    shared = sorted((first & second) - ({left.article.outlet} if left.article.outlet == right.article.outlet else set()))
    return shared[0] if shared else None


def _reused(left: Stand, right: Stand, evidence: Evidence) -> Iterator[str]:
    key = (left.article.id, right.article.id)
    reuse = evidence.reuses.get(key) or evidence.reuses.get((key[1], key[0]))
    if reuse is None:
        return
    names = {stand.article.id: stand.article.outlet for stand in (left, right)}
    repeats = f"{names[reuse.later]} repeats {round(100 * reuse.containment)} percent of the text of {names[reuse.earlier]}"
    if reuse.containment >= REPUBLISHED:
        yield f"{repeats}."
        return
    sentences = [(one.sentence.text[:LONGEST], other.sentence.text[:LONGEST]) for one in left.claims for other in right.claims]
    if any(same_words(one, other) >= REPEATED_SENTENCE for one, other in sentences):
        yield f"{repeats}, with the sentence that gives the figure."


def _cited(left: Stand, right: Stand) -> Iterator[tuple[OriginKind, str, bool]]:
    for citing, cited in ((left, right), (right, left)):
        if cited.article.outlet in citing.source.cites:
            yield OriginKind.CITED, f"{citing.article.outlet} cites {cited.article.outlet}.", False
    if not left.source.is_known and not right.source.is_known:
        shared = [cite for cite in left.source.cites if cite in right.source.cites]
        if shared:
            yield OriginKind.CITED, f"cite {shared[0]}", True


def _shared_errors(stands: Sequence[Stand]) -> dict[tuple[int, int], str]:
    """Pairs of outlets that share a slip of the pen which the usual figure shows to be one."""
    values = [_value(stand) for stand in stands]
    counts = Counter(value for value in values if value is not None)
    if len(counts) < 2:
        return {}
    usual, support = max(counts.items(), key=lambda counted: (counted[1], counted[0]))
    found = {}
    for left, right in combinations(range(len(stands)), 2):
        value = values[left]
        if value is None or value != values[right] or counts[value] >= support or not is_slip(value, usual):
            continue
        both = f"{stands[left].article.outlet} and {stands[right].article.outlet}"
        found[(left, right)] = f"{both} share the slip {stands[left].claims[0].surface}."
    return found


def is_slip(value: Decimal, usual: Decimal) -> bool:
    """An error that two people hardly make independently: digits swapped, or a zero too many in a figure of some digits."""
    first, second = (figure.normalize().as_tuple() for figure in (value, usual))
    if first.digits == second.digits:
        return len(first.digits) > 1 and value != usual
    swapped = sorted(first.digits) == sorted(second.digits) and first.exponent == second.exponent
    return swapped and len(first.digits) >= UNUSUAL_DIGITS


def _value(stand: Stand) -> Decimal | None:
    figure = stand.claims[0].figure
    return figure.value if isinstance(figure, Quantity) else None


def _joined(stands: Sequence[Stand], links: Sequence[Link]) -> list[list[int]]:
    """Follow the links layer by layer; two clusters that name different sources are joined only by a direct link of their own."""
    cluster = {position: [position] for position in range(len(stands))}
    for link in links:
        left, right = cluster[link.left], cluster[link.right]
        if left is right:
            continue
        pairs = ((one, other) for one in left for other in right if (one, other) != (link.left, link.right))
        if any(stands[one].source.contradicts(stands[other].source) for one, other in pairs):
            continue
        left.extend(right)
        cluster.update(dict.fromkeys(right, left))
    unique = {id(members): sorted(members) for members in cluster.values()}
    return sorted(unique.values())


def _among(members: Sequence[int], links: Sequence[Link]) -> list[Link]:
    return [link for link in links if link.left in members and link.right in members]


def _origin(group: ClaimGroup, members: Mapping[int, Stand], links: Sequence[Link]) -> Origin:
    stands = tuple(members.values())
    source = prevailing([stand.source for stand in stands if stand.source.is_known])
    kind, label = _kind_and_label(stands, source, links)
    reasons = tuple(_told(links, members)) or (_alone(stands[0], source),)
    return Origin(
        id=content_id("o", group.id, stands[0].article.id, kind),
        group=group.id,
        kind=kind,
        label=label,
        claims=tuple(claim.id for stand in stands for claim in stand.claims),
        outlets=tuple(dict.fromkeys(stand.article.outlet for stand in stands)),
        reasons=reasons,
        routes=tuple(dict.fromkeys(route for stand in stands for route in stand.routes)),
    )


def _told(links: Sequence[Link], stands: Mapping[int, Stand]) -> Iterator[str]:
    """The links in sentences; what holds of several pairs is told once, naming all of them, and a copy's first original only."""
    holds: dict[str, dict[str, None]] = {}
    copies: set[int] = set()
    for link in links:
        if link.kind is OriginKind.REUSE and not link.mutual and link.right in copies:
            continue
        members = {stands[position].article.outlet: None for position in (link.left, link.right)} if link.mutual else {}
        holds.setdefault(link.reason, {}).update(members)
        copies |= {link.right} if link.kind is OriginKind.REUSE else set()
    for reason, outlets in holds.items():
        yield f"{join(tuple(outlets))} {reason}." if outlets else reason


def _kind_and_label(stands: Sequence[Stand], source: Source, links: Sequence[Link]) -> tuple[OriginKind, str]:
    if source is not UNKNOWN and source.is_known:
        return (OriginKind.DOCUMENT if source.document else OriginKind.SPEAKER), source.label
    credit = next((credit for stand in stands for credit in stand.credits), None)
    if credit is not None:
        return OriginKind.WIRE, credit
    cites = next((cite for stand in stands for cite in stand.source.cites), None)
    if cites is not None:
        return OriginKind.CITED, cites
    if links:
        return links[0].kind, stands[0].family if links[0].kind is OriginKind.FAMILY else stands[0].article.outlet
    return OriginKind.UNKNOWN, f"{stands[0].article.outlet}, source not stated"


def _alone(stand: Stand, source: Source) -> str:
    if source.is_known:
        return f"{stand.article.outlet} gives as its source: {source.label}."
    if stand.source.cites:
        return f"{stand.article.outlet} cites {stand.source.cites[0]}."
    if stand.credits:
        return f"{stand.article.outlet} runs copy of {stand.credits[0]}."
    return f"{stand.article.outlet} does not say where it has the figure from."
