"""Claims as schema.org has them (https://schema.org/Claim), one JSON-LD graph written as it is read.

What several articles state alike is one Claim with several appearances; another value of the same question is another
Claim; who denies a figure does not claim it. No verdict of ours is a rating: a ClaimReview stands only where a person
judged a discrepancy.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

from corroborate.model.articles import Article
from corroborate.model.decisions import STATUSES, Review, standing
from corroborate.model.findings import Status
from corroborate.model.records import ClaimRecord, GroupRecord
from corroborate.publish import views
from corroborate.publish.export.tables import Columns, Wanted, read_table
from corroborate.publish.links import text_link
from corroborate.store import Store

HEAD = '{"@context":"https://schema.org","@graph":[\n'
TAIL = "\n]}\n"
RATINGS = {
    Status.ACCEPTED: "The accounts differ",
    Status.REJECTED: "No difference between the accounts",
    Status.EXPLAINED: "The difference is explained",
}
Node = dict[str, Any]


def write_jsonld(store: Store, stream: BinaryIO, wanted: Wanted) -> int:
    """Write every claim and every person's judgement; returns how many there are."""
    stream.write(HEAD.encode())
    count = 0
    for node in _nodes(store, wanted):
        line = json.dumps({name: value for name, value in node.items() if value not in (None, [], "")}, ensure_ascii=False)
        stream.write((",\n" if count else "").encode() + line.encode("utf-8", "replace"))
        count += 1
    stream.write(TAIL.encode())
    return count


def _nodes(store: Store, wanted: Wanted) -> Iterator[Node]:
    judged = _judgements(store.reviews.all())
    for record in store.groups.all():
        alike = _alike(record)
        yield from (_claim(record.group.question, claims, wanted) for claims in alike)
        leaders = {claim.claim.id: claims[0].claim.id for claims in alike for claim in claims}
        for found in record.assessment.discrepancies:
            if found.id in judged and found.status in RATINGS:
                reviewed = [claim for side in found.sides for claim in side.claims if claim in leaders]
                yield _review(judged[found.id], found.status, list(dict.fromkeys(leaders[claim] for claim in reviewed)), found.reason)
    for part in read_table(store, "claims", wanted):
        yield from _alone(part)


def _judgements(reviews: Sequence[Review]) -> dict[str, Review]:
    return {subject: review for review in standing(reviews) if review.action in STATUSES for subject in review.subjects}


def _alike(record: GroupRecord) -> list[list[ClaimRecord]]:
    """The claims of a question that state the same, in order of time."""
    found = defaultdict(list)
    for claim in record.claims:
        if claim.claim.attribution.denied:
            continue
        shown = views.figures(claim.claim.figure)
        told = (shown.value, shown.low, shown.high, shown.start, shown.end, tuple(views.parties(claim.claim)) if not shown.approx else ())
        found[told].append(claim)
    return list(found.values())


def _claim(question: str, claims: Sequence[ClaimRecord], wanted: Wanted) -> Node:
    first = claims[0]
    shown = views.figures(first.claim.figure)
    parties = list(dict.fromkeys(name for one in claims for name in views.parties(one.claim)))
    speakers = list(dict.fromkeys(one.claim.attribution.speaker for one in claims if one.claim.attribution.speaker))
    appearances = [_article(one, wanted) for one in claims]
    silent = first.article.outlet in wanted.withheld
    return {
        "@type": "Claim",
        "@id": name_of(first.claim.id),
        "name": question,
        "text": None if silent else first.claim.sentence.text,
        "about": [_figure(question, first.claim.surface, shown), *(_party(name, wanted) for name in parties)],
        "author": [{"@type": "Thing", "name": name} for name in speakers],
        "datePublished": views.instant(first.article.published),
        "firstAppearance": appearances[0],
        "appearance": appearances,
    }


def name_of(claim: str) -> str:
    """The name of a claim in the graph."""
    return f"urn:corroborate:{claim}"


def _figure(question: str, surface: str, shown: views.Figures) -> Node:
    """The figure as a PropertyValue: exact decimals are texts."""
    low, high = shown.low or shown.start, shown.high or shown.end
    stated = {"value": shown.value or surface, "minValue": low, "maxValue": high, "unitText": shown.unit or shown.counted}
    return {"@type": "PropertyValue", "name": question} | {name: value for name, value in stated.items() if value is not None}


def _party(name: str, wanted: Wanted) -> Node:
    known = wanted.aliases.wikidata(name)
    return {"@type": "Thing", "name": name} | ({"sameAs": f"https://www.wikidata.org/entity/{known}"} if known else {})


def _article(record: ClaimRecord, wanted: Wanted) -> Node:
    article: Article = record.article
    silent = article.outlet in wanted.withheld
    told = {
        "@type": "NewsArticle",
        "url": article.url if silent else text_link(article.url, record.claim.sentence.text),
        "headline": article.title,
        "datePublished": views.instant(article.published),
        "publisher": {"@type": "Organization", "name": article.outlet},
    }
    return {name: value for name, value in told.items() if value}


def _review(review: Review, status: Status, claims: Iterable[str], reason: str) -> Node:
    return {
        "@type": "ClaimReview",
        "@id": f"urn:corroborate:review:{review.number}",
        "itemReviewed": [{"@id": name_of(claim)} for claim in claims],
        "claimReviewed": reason,
        "reviewRating": {"@type": "Rating", "alternateName": RATINGS[status]},
        "reviewBody": review.note,
        "author": {"@type": "Person", "name": review.by},
        "datePublished": views.instant(review.at),
    }


def _alone(part: Columns) -> Iterator[Node]:
    """Claims that answer no question of several."""
    for row in (dict(zip(part, values, strict=True)) for values in zip(*part.values(), strict=True)):
        if row["group"] is not None or row["denied"]:
            continue
        told = {"url": row["link"], "headline": row["title"], "datePublished": row["published"]}
        publisher = {"@type": "Organization", "name": row["outlet"]}
        appearance = {"@type": "NewsArticle", **{name: value for name, value in told.items() if value}, "publisher": publisher}
        figures = {name: row[name] for name in views.Figures.__slots__}
        yield {
            "@type": "Claim",
            "@id": name_of(row["claim"]),
            "text": row["sentence"],
            "about": [
                _figure(row["counted"] or row["surface"], row["surface"], views.Figures(**figures)),
                *({"@type": "Thing", "name": name} for name in row["parties"]),
            ],
            "author": [{"@type": "Thing", "name": row["speaker"]}] if row["speaker"] else [],
            "datePublished": row["published"],
            "firstAppearance": appearance,
            "appearance": [appearance],
        }
