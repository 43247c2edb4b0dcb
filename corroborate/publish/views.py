"""The columns that other programs rely on, one row for each record; the web, the API, export and the terminal share them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from corroborate.model.articles import Article
from corroborate.model.claims import Claim
from corroborate.model.figures import Figure, Participation, Period, Quantity, Rank, Role
from corroborate.model.findings import Side
from corroborate.model.outlets import Outlet
from corroborate.model.pages import FeedState
from corroborate.model.records import (
    ArticleRecord,
    ClaimRecord,
    DiscrepancyRecord,
    FigureChange,
    GroupRecord,
    RevisionRecord,
    StoryCounts,
    StoryRecord,
)
from corroborate.model.wordings import plain
from corroborate.publish.links import text_link

Row = dict[str, object]

# column -> text, int, flag, texts (a list of texts), sides or changes
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "claims": {
        "claim": "text",
        "article": "text",
        "url": "text",
        "outlet": "text",
        "title": "text",
        "published": "text",
        "revision": "text",
        "kind": "text",
        "surface": "text",
        "value": "text",
        "low": "text",
        "high": "text",
        "approx": "text",
        "unit": "text",
        "counted": "text",
        "start": "text",
        "end": "text",
        "sentence": "text",
        "sentence_start": "int",
        "char_start": "int",
        "char_end": "int",
        "text_digest": "text",
        "parties": "texts",
        "actor": "text",
        "target": "text",
        "period_start": "text",
        "period_end": "text",
        "speaker": "text",
        "cites": "texts",
        "hedged": "flag",
        "change": "text",
        "story": "text",
        "group": "text",
        "origin": "text",
        "verdict": "text",
        "link": "text",
        "parties_wikidata": "texts",
        "per": "text",
        "role": "text",
        "scope": "texts",
        "document": "text",
        "denied": "flag",
        "rule": "text",
    },
    "groups": {
        "group": "text",
        "story": "text",
        "question": "text",
        "kind": "text",
        "unit": "text",
        "outlets": "int",
        "origins": "int",
        "agreement": "text",
        "verdict": "text",
        "low": "text",
        "high": "text",
        "values": "texts",
        "first_seen": "text",
        "last_changed": "text",
    },
    "discrepancies": {
        "discrepancy": "text",
        "group": "text",
        "story": "text",
        "type": "text",
        "about": "text",
        "reason": "text",
        "sides": "sides",
        "status": "text",
        "first_seen": "text",
    },
    "stories": {"story": "text", "title": "text", "articles": "int", "outlets": "int", "origins": "int", "first": "text", "last": "text"},
    "articles": {
        "article": "text",
        "url": "text",
        "outlet": "text",
        "title": "text",
        "byline": "text",
        "published": "text",
        "published_source": "text",
        "language": "text",
        "revisions": "int",
        "story": "text",
    },
    "revisions": {"url": "text", "from": "text", "to": "text", "seen": "text", "edit": "text", "changes": "changes"},
    "sources": {
        "outlet": "text",
        "family": "text",
        "country": "text",
        "feed": "text",
        "channel": "text",
        "last_attempt": "text",
        "last_success": "text",
        "last_new": "text",
        "next": "text",
        "failures": "int",
        "error": "text",
        "error_kind": "text",
        "interval": "int",
        "per_day": "text",
        "usual_silence": "int",
        "zoneless": "int",
        "announced": "int",
        "read": "int",
        "dropped": "texts",
        "numerals_kept": "text",
        "alerts": "texts",
    },
}


@dataclass(frozen=True, slots=True)
class Figures:
    """The columns of a claim that its figure fills."""

    value: str | None = None
    low: str | None = None
    high: str | None = None
    approx: str | None = None
    unit: str | None = None
    counted: str | None = None
    start: str | None = None
    end: str | None = None
    change: str | None = None
    per: str | None = None
    role: str | None = None


def decimal_text(value: Decimal | None) -> str | None:
    """A decimal without exponent or needless zeros, None where no value is stated."""
    return None if value is None else plain(value)


def instant(moment: datetime | date | None) -> str | None:
    """ISO 8601."""
    return None if moment is None else moment.isoformat()


def figures(figure: Figure) -> Figures:
    """What a figure has to show in the claim's columns."""
    return _FIGURES[type(figure)](figure)


def _quantity(figure: Quantity) -> Figures:
    change = {1: "up", -1: "down"}.get(figure.direction, "changed") if figure.role is Role.CHANGE or figure.direction else None
    low, high = decimal_text(figure.range.low), decimal_text(figure.range.high)
    stated = Figures(decimal_text(figure.value), low, high, figure.approx.value, figure.unit, figure.counted, change=change)
    return replace(stated, per=figure.per, role=figure.role.value)


def _period(figure: Period) -> Figures:
    return Figures(start=instant(figure.range.low), end=instant(figure.range.high))


def _rank(figure: Rank) -> Figures:
    return Figures(value=str(figure.place), counted=figure.head)


def _participation(figure: Participation) -> Figures:
    return Figures(counted=figure.role)


_FIGURES: dict[type, Callable[..., Figures]] = {Quantity: _quantity, Period: _period, Rank: _rank, Participation: _participation}


def claim_row(record: ClaimRecord) -> Row:
    """A claim with its article; `text[char_start:char_end]` of the article's text is the surface."""
    filled = _told_of(record.article) | _told_by(record.claim) | _found_of(record)
    return {column: filled[column] for column in COLUMNS["claims"]}


def _told_of(article: Article) -> Row:
    return {
        "article": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "published": instant(article.published),
        "text_digest": article.text_digest,
    }


def _told_by(claim: Claim) -> Row:
    """What the sentence says: the figure, whose it is, who says so, and why it was read."""
    says, figure = claim.attribution, figures(claim.figure)
    return {
        "claim": claim.id,
        "revision": claim.revision,
        "kind": claim.kind.value,
        "surface": claim.surface,
        **{column: getattr(figure, column) for column in Figures.__slots__},
        "sentence": claim.sentence.text,
        "sentence_start": claim.sentence.start,
        "char_start": claim.span.start,
        "char_end": claim.span.end,
        "parties": parties(claim),
        "parties_wikidata": [],
        "actor": claim.deed.actor,
        "target": claim.deed.target,
        **_days_of(claim),
        "scope": list(claim.scope),
        "speaker": says.speaker,
        "cites": list(says.cites),
        "document": says.document,
        "hedged": says.hedged,
        "denied": says.denied,
        "rule": claim.rule,
    }


def _found_of(record: ClaimRecord) -> Row:
    """What is known of a claim once it has been matched and checked."""
    return {
        "story": record.story,
        "group": record.group,
        "origin": record.origin,
        "verdict": None if record.verdict is None else record.verdict.value,
        "link": text_link(record.article.url, record.claim.sentence.text),
    }


def _days_of(claim: Claim) -> Row:
    """The first and last day of what the figure is of."""
    days = None if claim.period is None else claim.period.range
    return {"period_start": days and instant(days.low), "period_end": days and instant(days.high)}


def parties(claim: Claim) -> list[str]:
    """Who the claim is about; for a claim about who took part, those who did, then the others named beside them."""
    named = claim.figure.names if isinstance(claim.figure, Participation) else ()
    return list(dict.fromkeys((*named, *claim.parties)))


def group_row(record: GroupRecord) -> Row:
    """A claim group; `outlets` and `origins` are how many."""
    group, found = record.group, record.assessment
    return {
        "group": group.id,
        "story": group.story,
        "question": group.question,
        "kind": group.kind.value,
        "unit": group.unit,
        "outlets": len(outlets_of(record)),
        "origins": len(record.origins),
        "agreement": found.agreement.value,
        "verdict": found.verdict.value,
        "low": found.low,
        "high": found.high,
        "values": list(found.values),
        "first_seen": instant(record.first_seen),
        "last_changed": instant(record.last_changed),
    }


def outlets_of(record: GroupRecord) -> tuple[str, ...]:
    """The outlets that answer the question, in order of time."""
    return tuple(dict.fromkeys(one.article.outlet for one in record.claims))


def side_row(side: Side) -> Row:
    """One side of a discrepancy."""
    return {
        "value": side.value,
        "outlets": list(side.outlets),
        "origins": list(side.origins),
        "claims": list(side.claims),
        "quote": side.quote,
        "url": side.url,
    }


def discrepancy_row(record: DiscrepancyRecord) -> Row:
    """A discrepancy with all its sides."""
    found = record.discrepancy
    return {
        "discrepancy": found.id,
        "group": found.group,
        "story": found.story,
        "type": found.type.value,
        "about": found.about,
        "reason": found.reason,
        "sides": [side_row(side) for side in found.sides],
        "status": found.status.value,
        "first_seen": instant(found.first_seen),
    }


def story_row(record: StoryRecord) -> Row:
    """A story; `articles`, `outlets` and `origins` are how many, origins those of all its questions together."""
    return {
        "story": record.story.id,
        "title": record.story.title,
        "articles": len(record.story.articles),
        "outlets": len({article.outlet for article in record.articles}),
        "origins": len({(origin.kind, origin.label) for group in record.groups for origin in group.origins}),
        "first": instant(record.story.first),
        "last": instant(record.story.last),
    }


def counted_row(counts: StoryCounts) -> Row:
    """The same of a story of which only the counts are known."""
    names = {name: getattr(counts, name) for name in ("title", "articles", "outlets", "origins")}
    return {"story": counts.id, **names, "first": instant(counts.first), "last": instant(counts.last)}


def article_row(record: ArticleRecord) -> Row:
    """The current version of an article and how many versions there are."""
    article = record.article
    return {
        "article": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "byline": article.byline,
        "published": instant(article.published),
        "published_source": article.published_source,
        "language": article.language,
        "revisions": record.revisions,
        "story": record.story,
    }


def change_row(change: FigureChange) -> Row:
    """A figure that differs between two versions."""
    return {"old": change.old, "new": change.new, "kind": change.kind.value, "sentence": change.sentence}


def revision_row(record: RevisionRecord) -> Row:
    """A later version of an article: `from` and `to` are revision ids."""
    return {
        "url": record.revision.url,
        "from": record.previous,
        "to": record.revision.id,
        "seen": instant(record.revision.seen),
        "edit": record.edit and record.edit.value,
        "changes": [change_row(change) for change in record.changes],
    }


def source_row(state: FeedState, outlet: Outlet | None = None) -> Row:
    """How a feed or sitemap is doing."""
    return {
        "outlet": state.outlet,
        "family": None if outlet is None else outlet.family,
        "country": None if outlet is None else outlet.country,
        "feed": state.url,
        "channel": state.channel.value,
        "last_attempt": instant(state.last_attempt),
        "last_success": instant(state.last_success),
        "last_new": instant(state.last_new),
        "next": instant(state.next_at),
        "failures": state.failures,
        "error": state.error,
    }
