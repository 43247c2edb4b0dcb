"""What the claims of a group rest on: "7 outlets, 2 origins, 1 letter", each link with its reason.

Grouping is by complete link: two clusters become one only where something ties them together and no stand of the one
contradicts a stand of the other. Stands contradict each other where both name their source and the sources are not one
(police here, a hospital there). A stand that names none contradicts nobody, and nothing but a tie of its own (a credit,
copied text, a citation, one owner) brings it to anybody: two unknown sources are never one because neither is known.

Where one side's source is unknown but its text is another's, the copy takes the place of its original: what the original
names is what the copy rests on. So if A copies B, B cites a letter, and C cites the letter in words of its own, all three
rest on the letter. If A cites police, B police and a hospital, and C the hospital, then A and C contradict each other, and B,
which could stand with either, stands with whom it prevails with; B does not glue them. Copied words of the claim itself bind
two stands whatever was read as their sources; everything else yields to a contradiction.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corroborate.match.origins.evidence import Copied, Evidence, Link, Stand, copied_of, gather, links_of, stands_of
from corroborate.match.origins.labels import kind_and_label, told_alone, told_together
from corroborate.match.origins.sources import prevailing
from corroborate.model.ids import content_id
from corroborate.model.stories import ClaimGroup, Origin, OriginKind

__all__ = ["Evidence", "find_origins", "gather"]

LAYERS = (OriginKind.WIRE, OriginKind.REUSE, OriginKind.DOCUMENT, OriginKind.SPEAKER, OriginKind.CITED, OriginKind.FAMILY)
"""In this order links are followed, those that bind before all: the text itself first, who owns the paper last."""


@dataclass(eq=False)
class Cluster:
    """Stands that rest on one thing; `told` are the different sets of sources that they name."""

    members: list[int] = field(default_factory=list)
    told: dict[object, Stand] = field(default_factory=dict)


def find_origins(group: ClaimGroup, evidence: Evidence) -> tuple[Origin, ...]:
    """The origins of one group: every claim has exactly one. What they were is known as long as what they are told from is the same."""
    stands = stands_of(group, evidence)
    told_from = group, stands, copied_of(stands, evidence)
    remembered = evidence.dossiers[stands[0].article.id].origins
    known = remembered.get(group.id)
    if known is not None and known[0] == told_from:
        return known[1]
    found = _found(*told_from)
    remembered[group.id] = told_from, found
    return found


def _found(group: ClaimGroup, stands: Sequence[Stand], copied: Copied) -> tuple[Origin, ...]:
    links = sorted(links_of(stands, copied), key=lambda link: (not link.binds, LAYERS.index(link.kind), link.left, link.right))
    clusters = _joined(stands, links)
    home = {member: place for place, members in enumerate(clusters) for member in members}
    within: dict[int, list[Link]] = {}
    for link in links:
        if home[link.left] == home[link.right]:
            within.setdefault(home[link.left], []).append(link)
    return tuple(_origin(group, {one: stands[one] for one in members}, within.get(place, [])) for place, members in enumerate(clusters))


def _joined(stands: Sequence[Stand], links: Sequence[Link]) -> list[list[int]]:
    cluster = {place: Cluster([place], {stand.sources: stand} if stand.sources else {}) for place, stand in enumerate(stands)}
    for link in links:
        left, right = cluster[link.left], cluster[link.right]
        if left is right or (not link.binds and _contradict(left, right)):
            continue
        left.members += right.members
        left.told |= right.told
        cluster.update(dict.fromkeys(right.members, left))
    unique = {id(one): sorted(one.members) for one in cluster.values()}
    return sorted(unique.values())


def _contradict(left: Cluster, right: Cluster) -> bool:
    return any(one.contradicts(other) for one in left.told.values() for other in right.told.values())


def _origin(group: ClaimGroup, members: Mapping[int, Stand], links: Sequence[Link]) -> Origin:
    stands = tuple(members.values())
    source = prevailing([source for stand in stands for source in stand.sources[:1]])
    kind, label = kind_and_label(stands, source, links)
    reasons = tuple(told_together(links, members, source)) or (told_alone(stands[0], source),)
    return Origin(
        id=content_id("o", group.id, stands[0].article.id, kind),
        group=group.id,
        kind=kind,
        label=label,
        claims=tuple(claim.id for stand in stands for claim in stand.claims),
        outlets=tuple(dict.fromkeys(stand.article.outlet for stand in stands)),
        reasons=reasons,
        routes=tuple(dict.fromkeys(_routes(stands))),
    )


def _routes(stands: Sequence[Stand]) -> Iterator[str]:
    for stand in stands:
        yield from stand.routes
