"""Learning which articles are about one event, from articles of which it is known: annotated, written for it, or simulated."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from corroborate.extract import Reader
from corroborate.match.embedding import Embedder
from corroborate.match.stories.candidates import Candidates, probes
from corroborate.match.stories.kinship import EVIDENCE, days_apart, form, is_copy, told
from corroborate.match.stories.packing import EPOCH, MICROSECOND
from corroborate.match.stories.sketches import sketches
from corroborate.measure.regression import Examples, fit
from corroborate.measure.sets import Lines
from corroborate.model.articles import Article, Reading
from corroborate.model.ids import content_id, digest

RIDGE = 1.0
LENIENCE = 0.5
"""Log odds added for texts: linkage by the mean asks all pairs of two stories, not each pair alone."""

FARTHEST = -2.5
"""What time alone may tell against: our sets and editions are over in a few weeks, and would have it tell more."""

DIGITS = 3

Weights = Mapping[str, Mapping[str, float | Mapping[str, float]]]


@dataclass(frozen=True, slots=True)
class Pool:
    """Articles among which stories are sought, the event of each by article id, and what all their pairs together count."""

    readings: Sequence[Reading]
    homes: Mapping[str, str]
    counts: float


@dataclass(frozen=True, slots=True)
class Pair:
    """What each piece of evidence tells of two articles, whether they are about one event, and how much they count."""

    evidence: Sequence[float]
    is_one: bool
    counts: float


def pool(lines: Lines, reader: Reader, counts: float) -> Pool:
    """A file of articles (`{"id", "event", "outlet", "title", "published", "text"}`), read; None as the moment leaves it undated."""
    readings = tuple(reader.read_article(_article(line)) for line in lines)
    return Pool(readings, {reading.article.id: str(line["event"]) for reading, line in zip(readings, lines, strict=True)}, counts)


def _article(line: Mapping[str, object]) -> Article:
    name, text = str(line["id"]), str(line["text"])
    identity, published = content_id("a", name), None if line["published"] is None else datetime.fromisoformat(str(line["published"]))
    return Article(
        id=identity,
        revision=content_id("r", identity),
        url=f"urn:corroborate:{name}",
        outlet=str(line["outlet"]),
        title=str(line["title"]),
        text=text,
        text_digest=digest(text),
        seen=published or EPOCH,
        published=published,
    )


def learn_stories(pools: Sequence[Pool], embedder: Embedder) -> Weights:
    """The weights of texts and headlines, without vectors and with those of the embedder."""
    found: defaultdict[str, list[Pair]] = defaultdict(list)
    for way in (None, embedder):
        for one in pools:
            for name, pair in labelled(one, way):
                found[name].append(pair)
    return {name: _weighed(pairs, LENIENCE if name.startswith("text") else 0.0) for name, pairs in sorted(found.items())}


def labelled(told_of: Pool, embedder: Embedder | None) -> Iterator[tuple[str, Pair]]:
    """The pairs of a pool that would be compared, but for copies, with the form of their weights."""
    by_article = {one.article: one for one in sketches(told_of.readings, embedder)}
    candidates = Candidates()
    for one in by_article.values():
        candidates.add(one.article, ((one.as_of - EPOCH) // MICROSECOND, one.article), probes(one))
    compared = [(by_article[other], by_article[article]) for article, listed in candidates.refreshed() for other in listed.articles]
    for left, right in compared:
        if not is_copy(left, right):
            is_one = told_of.homes[left.article] == told_of.homes[right.article]
            yield form(left, right), Pair(told(left, right), is_one, told_of.counts / len(compared))


def _weighed(pairs: Sequence[Pair], lenience: float) -> Mapping[str, float | Mapping[str, float]]:
    features = np.array([pair.evidence for pair in pairs])
    truth = np.array([float(pair.is_one) for pair in pairs])
    counts = np.array([pair.counts for pair in pairs])
    learned = fit(Examples(features, truth, counts), signs=[sign for _, sign in EVIDENCE], ridge=RIDGE)
    weights = {tell.__name__: round(weight, DIGITS) for (tell, _), weight in zip(EVIDENCE, learned.weights, strict=True) if weight}
    if days_apart.__name__ in weights:
        weights[days_apart.__name__] = max(FARTHEST, weights[days_apart.__name__])
    return {"bias": round(learned.bias + lenience, DIGITS), "weights": weights}
