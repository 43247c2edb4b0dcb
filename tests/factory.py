"""Values for tests, with defaults for what a test does not name. All events are fictional."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from corroborate.model.articles import Article, Reading
from corroborate.model.claims import Attribution, Claim, Sentence, Span
from corroborate.model.figures import Approx, Figure, Granularity, Kind, Participation, Period, Quantity, Rank
from corroborate.model.ids import content_id, digest
from corroborate.model.ranges import Range

NOON = datetime(2026, 10, 14, 12, 0, tzinfo=UTC)


def quantity(value: str | None, low: str | None = None, high: str | None = None, **fields: Any) -> Quantity:
    """`quantity("28e6", "27.5e6", "29e6", approx=Approx.ABOUT)`; without bounds the range is the value itself."""
    point = None if value is None else Decimal(value)
    softness = {key: fields.pop(key) for key in ("low_soft", "high_soft", "low_open", "high_open") if key in fields}
    bounds = Range(Decimal(low) if low else point, Decimal(high) if high else point, **softness)
    fields = {"approx": Approx.EXACT, "grain": Decimal(1), **fields}
    return Quantity(value=point, range=bounds, **fields)


def period(low: str | None, high: str | None, granularity: Granularity = Granularity.DAY, relation: str = "in") -> Period:
    """`period("2026-04-01", "2026-04-30", Granularity.MONTH)`."""
    return Period(Range(date.fromisoformat(low) if low else None, date.fromisoformat(high) if high else None), granularity, relation)


def kind_of(figure: Figure) -> Kind:
    """The kind that a figure has where a test does not say otherwise."""
    if isinstance(figure, Period):
        return Kind.DATE
    if isinstance(figure, Rank):
        return Kind.RANK
    if isinstance(figure, Participation):
        return Kind.PARTY
    return Kind.COUNT


def article(outlet: str = "Harbour Herald", text: str = "Nothing happened.", **fields: Any) -> Article:
    """An article version of `outlet`; `fields` are those of Article."""
    url = fields.pop("url", f"https://{outlet.lower().replace(' ', '-')}.example/{digest(text)[:8]}")
    identity = content_id("a", url)
    defaults: dict[str, Any] = {"title": None, "seen": NOON, "published": NOON, "published_source": "feed", "language": "en"}
    revision = content_id("r", identity, digest(text))
    return Article(id=identity, revision=revision, url=url, outlet=outlet, text=text, text_digest=digest(text), **defaults | fields)


def claim(of: Article, surface: str, figure: Figure, **fields: Any) -> Claim:
    """A claim at the first occurrence of `surface` in the article; the sentence is the line or full-stop stretch around it."""
    start = of.text.index(surface)
    begin = max(of.text.rfind(". ", 0, start) + 2 if ". " in of.text[:start] else 0, of.text.rfind("\n", 0, start) + 1)
    stop = min((end for end in (of.text.find(". ", start) + 1, of.text.find("\n", start)) if end > 0), default=len(of.text))
    kind = fields.pop("kind", kind_of(figure))
    identity = content_id("c", of.revision, kind, start, surface)
    defaults: dict[str, Any] = {"parties": (), "attribution": Attribution(), "scope": (), "rule": "test"}
    place = {"span": Span(start, start + len(surface)), "sentence": Sentence(of.text[begin:stop], begin)}
    return Claim(id=identity, revision=of.revision, kind=kind, figure=figure, surface=surface, **place, **defaults | fields)


def reading(of: Article, *claims: Claim) -> Reading:
    """An article with its claims."""
    return Reading(of, tuple(claims))
