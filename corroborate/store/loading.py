"""Article versions and claims: to rows and from rows, and read in few queries however many there are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Row, case
from sqlalchemy.orm import Session

from corroborate.model.articles import Article, Readability, Reading
from corroborate.model.claims import Claim, Deed, Sentence, Span
from corroborate.model.figures import Figure, Kind, Participation, Quantity
from corroborate.model.ids import content_id
from corroborate.store.columns import Values, bare, batches
from corroborate.store.figures import (
    attribution_document,
    attribution_from,
    bounds_of,
    figure_document,
    figure_from,
    period_document,
    period_from,
)
from corroborate.store.tables import ArticleRow, ClaimRow
from corroborate.store.words import EVERY, folded, magnitudes, mark

BETWEEN_PARTIES = " / "
FOUND_BY = ("words", "party_words", "speaker_words", "marks", "found_marks")
"""Columns that only searches look at."""
STANDS = case((ArticleRow.__table__.c.current, 1), else_=0) == 1
"""A version stands for its article; asked in plain words, SQLite would look at all that do and not at the article's."""


def article_to_row(article: Article) -> Values:
    """The version as its table holds it; `current` is settled among the article's versions."""
    return {
        "revision": article.revision,
        "article": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "text": article.text,
        "text_digest": article.text_digest,
        "seen": article.seen,
        "published": article.published,
        "published_source": article.published_source,
        "modified": article.modified,
        "as_of": article.as_of,
        "byline": article.byline,
        "language": article.language,
        "credits": list(article.credits),
        "readability": article.readability.value,
        "current": False,
    }


def article_from_row(row: ArticleRow | Row[Any], text: str | None = None) -> Article:
    """The version of a row; `text` stands in where the row was loaded without its own."""
    return Article(
        id=row.article,
        revision=row.revision,
        url=row.url,
        outlet=row.outlet,
        title=row.title,
        text=row.text if text is None else text,
        text_digest=row.text_digest,
        seen=row.seen,
        published=row.published,
        published_source=row.published_source,
        modified=row.modified,
        byline=row.byline,
        language=row.language,
        credits=tuple(row.credits),
        readability=Readability(row.readability),
    )


def claim_to_row(claim: Claim, article: Article, position: int) -> Values:
    """The claim as its table holds it, with what queries ask of its article and figure."""
    figure = figure_document(claim.figure)
    bounds = bounds_of(claim.figure)
    return {
        "id": claim.id,
        "revision": claim.revision,
        "position": position,
        "article": article.id,
        "outlet": article.outlet,
        "seen": article.seen,
        "appeared": article.published or article.seen,
        "current": False,
        "kind": claim.kind.value,
        "unit": claim.figure.unit if isinstance(claim.figure, Quantity) else None,
        "low": bounds.low,
        "high": bounds.high,
        "first_day": bounds.first_day,
        "last_day": bounds.last_day,
        "figure": figure,
        "figure_key": content_id("f", claim.kind.value, sorted(figure.items())),
        "surface": claim.surface,
        "char_start": claim.span.start,
        "char_end": claim.span.end,
        "sentence": claim.sentence.text,
        "sentence_start": claim.sentence.start,
        "parties": list(claim.parties),
        "attribution": attribution_document(claim.attribution),
        "scope": list(claim.scope),
        "actor": claim.deed.actor,
        "target": claim.deed.target,
        "period": None if claim.period is None else period_document(claim.period),
        "rule": claim.rule,
        "words": folded(" ".join(_words(claim, article))),
        "party_words": folded(BETWEEN_PARTIES.join(_parties(claim))),
        "speaker_words": folded(BETWEEN_PARTIES.join(_speakers(claim))),
        "marks": " ".join(_marks(claim, article)),
    }


def claim_from_row(row: ClaimRow | Row[Any]) -> Claim:
    """The claim of a row."""
    return Claim(
        id=row.id,
        revision=row.revision,
        kind=Kind(row.kind),
        figure=figure_from(row.figure),
        surface=row.surface,
        span=Span(row.char_start, row.char_end),
        sentence=Sentence(row.sentence, row.sentence_start),
        parties=tuple(row.parties),
        attribution=attribution_from(row.attribution),
        scope=tuple(row.scope),
        rule=row.rule,
        deed=Deed(row.actor, row.target),
        period=None if row.period is None else period_from(row.period),
    )


def load_readings(session: Session, revisions: Iterable[str]) -> tuple[Reading, ...]:
    """Versions with their claims, ordered by as-of time and article; two queries for each few hundred."""
    found = list[Reading]()
    for batch in batches(revisions):
        articles = session.execute(bare(ArticleRow, "revision"), {"keys": batch}).all()
        claims = defaultdict(list)
        for row in session.execute(bare(ClaimRow, "revision", "position", FOUND_BY), {"keys": batch}):
            claims[row.revision].append(claim_from_row(row))
        found += [Reading(article_from_row(row), tuple(claims[row.revision])) for row in articles]
    return tuple(sorted(found, key=lambda reading: (reading.article.as_of, reading.article.id)))


def load_claims(session: Session, rows: Sequence[Row[Any]], *, text: bool = False) -> list[tuple[Claim, Article]]:
    """Claims with their articles, in the order given; the articles' texts are left out unless asked for."""
    articles = dict[str, Article]()
    query = bare(ArticleRow, "revision", left_out=() if text else ("text",))
    for batch in batches(sorted({row.revision for row in rows})):
        found = session.execute(query, {"keys": batch})
        articles |= {row.revision: article_from_row(row, None if text else "") for row in found}
    return [(claim_from_row(row), articles[row.revision]) for row in rows]


def _parties(claim: Claim) -> list[str]:
    figure: Figure = claim.figure
    return [*claim.parties, *(figure.names if isinstance(figure, Participation) else ())]


def _speakers(claim: Claim) -> list[str]:
    """Whoever is behind the claim: a person, a document, an outlet that is cited."""
    said = claim.attribution
    return [name for name in (said.speaker, said.document, *said.cites) if name]


def _marks(claim: Claim, article: Article) -> list[str]:
    """What of the claim and its article is exact."""
    bounds = bounds_of(claim.figure)
    exact = (("k", claim.kind.value), ("o", article.outlet), ("a", article.id))
    unit = claim.figure.unit if isinstance(claim.figure, Quantity) else None
    marks = [EVERY, *(mark(letter, value) for letter, value in exact), *magnitudes(bounds.low, bounds.high)]
    return [*marks, mark("u", unit)] if unit else marks


def _words(claim: Claim, article: Article) -> list[str]:
    """Where a reader would expect a search to look."""
    counted = claim.figure.counted if isinstance(claim.figure, Quantity) else None
    attribution = claim.attribution
    return [
        claim.sentence.text,
        *_parties(claim),
        counted or "",
        attribution.speaker or "",
        attribution.document or "",
        article.title or "",
    ]
