"""How an origin is told to readers: its kind, its name, its reasons in sentences."""

from collections.abc import Iterator, Mapping, Sequence

from corroborate.match.origins.evidence import Link, Stand
from corroborate.match.origins.sources import Source
from corroborate.model.stories import OriginKind
from corroborate.model.wordings import join


def kind_and_label(stands: Sequence[Stand], source: Source, links: Sequence[Link]) -> tuple[OriginKind, str]:
    """What an origin is, and its name: (document, "letter from Oriel Labs, 10 June 2026")."""
    if source.is_known:
        return (OriginKind.DOCUMENT if source.document else OriginKind.SPEAKER), source.label
    credit = next((credit for stand in stands for credit in stand.credits), None)
    if credit is not None:
        return OriginKind.WIRE, credit
    cites = next((cite for stand in stands for cite in stand.cites), None)
    if cites is not None:
        return OriginKind.CITED, cites
    if links:
        return links[0].kind, stands[0].family if links[0].kind is OriginKind.FAMILY else stands[0].article.outlet
    return OriginKind.UNKNOWN, f"{stands[0].article.outlet}, source not stated"


def told_together(links: Sequence[Link], stands: Mapping[int, Stand], source: Source) -> Iterator[str]:
    """The links in sentences; what holds of several is told once, naming all of them, and a copy's first original only."""
    holds: dict[str, dict[str, None]] = {}
    copies: set[int] = set()
    for link in sorted(links, key=lambda link: link.mutual and not link.reason):
        if link.kind is OriginKind.REUSE and not link.mutual and link.right in copies:
            continue
        outlets = {stands[place].article.outlet: None for place in (link.left, link.right)} if link.mutual else {}
        holds.setdefault(link.reason, {}).update(outlets)
        copies |= {link.right} if link.kind is OriginKind.REUSE else set()
    for reason, named in holds.items():
        if reason:
            yield f"{join(tuple(named))} {reason}." if named else reason
            continue
        resting = [stand for stand in stands.values() if stand.sources and stand.article.outlet in named]
        yield f"{join(tuple(dict.fromkeys(stand.article.outlet for stand in resting)))} rest on the same source: {source.label}."


def told_alone(stand: Stand, source: Source) -> str:
    """What the only stand of an origin says of where it has its figure from."""
    if source.is_known:
        return f"{stand.article.outlet} gives as its source: {source.label}."
    if stand.cites:
        return f"{stand.article.outlet} cites {stand.cites[0]}."
    if stand.credits:
        return f"{stand.article.outlet} runs copy of {stand.credits[0]}."
    return f"{stand.article.outlet} does not say where it has the figure from."
