"""Learning which articles are about one event, from articles of which it is known: annotated, written for it, or simulated."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from corroborate.extract import Reader
from corroborate.match.embedding import Embedder
from corroborate.match.stories.candidates import FOLLOWED, LIMITS, Candidates, later_probes, probes
from corroborate.match.stories.evidence import EVIDENCE, brevity, days_apart, of_other_days, others_of_a_kind
from corroborate.match.stories.kinship import form, is_copy, told
from corroborate.match.stories.sketches import EPOCH, MICROSECOND, Sketch, sketches
from corroborate.measure.regression import Examples, fit
from corroborate.measure.sets import Lines
from corroborate.model.articles import Article, Reading
from corroborate.model.ids import content_id, digest

TELLING = [tell for tell, _ in EVIDENCE]
RIDGE = 10.0
LENIENCE = {"text": 1.1, "text by table": 0.85, "text with vectors": 0.875, "headline by table": 1.0, "headline with vectors": 1.0}
"""Log odds added: linkage by the mean asks all pairs of two stories, not each pair alone. Vectors know one event in other words
by themselves, and take look-alikes for one sooner: the less is added. Headlines of one event share so little that without more few
stories would come together.
"""

ROOM = {"text with vectors": 0.2}
"""Log odds added where both texts have room for all that matters, the less the shorter one is: follow-ups of length tell much that
is new, which speaks against them, and short articles about the concerns of one minister are easily taken for one story.
"""

FARTHEST = -2.5
"""What time alone may tell against: our sets and editions are over in a few weeks, and would have it tell more."""

KINDS = {others_of_a_kind.__name__: -2.5}
SETTLED: Mapping[str, Mapping[str, float]] = {
    "text": KINDS,
    "text by table": KINDS,
    "text with vectors": {**KINDS, of_other_days.__name__: -0.75},
}
"""What is set and not learned. Of two things of one kind articles about one event do not tell apart, in none of our sets: what is
learned from that would know no bounds. Where whole texts are compared and vectors have a say, follow-ups are known by what they tell,
and time tells nothing more after three days: `of_other_days` stands there for `days_apart`.
"""

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


def learn_stories(pools: Sequence[Pool], ways: Sequence[Embedder | None]) -> Weights:
    """The weights of texts, headlines and what is taken up again, for every way to make vectors, None for words alone."""
    found: defaultdict[str, list[Pair]] = defaultdict(list)
    for way in ways:
        for one in pools:
            for name, pair in labelled(one, way):
                found[name].append(pair)
    return {name: _weighed(name, pairs) for name, pairs in sorted(found.items())}


def labelled(told_of: Pool, embedder: Embedder | None) -> Iterator[tuple[str, Pair]]:
    """The pairs of a pool that would be compared, but for copies, with the form of their weights."""
    by_article = {one.article: one for one in sketches(told_of.readings, embedder)}
    compared = [(by_article[other], by_article[article]) for article, other in _compared(by_article.values())]
    for left, right in compared:
        if not is_copy(left, right):
            is_one = told_of.homes[left.article] == told_of.homes[right.article]
            yield form(left, right), Pair(told(left, right), is_one, told_of.counts / len(compared))


def _compared(told_of: Iterable[Sketch]) -> Iterator[tuple[str, str]]:
    """Each article with those it would be compared with, by their ids."""
    for limits, found in ((LIMITS, probes), (FOLLOWED, later_probes)):
        candidates = Candidates(limits)
        for one in told_of:
            candidates.add(one.article, ((one.as_of - EPOCH) // MICROSECOND, one.article), found(one))
        for article in candidates.refreshed():
            yield from ((article, other) for other in candidates.listed(article).articles)


def _weighed(name: str, pairs: Sequence[Pair]) -> Mapping[str, float | Mapping[str, float]]:
    features = np.array([pair.evidence for pair in pairs])
    features[:, [TELLING.index(of_other_days), TELLING.index(others_of_a_kind)]] = 0.0
    truth = np.array([float(pair.is_one) for pair in pairs])
    counts = np.array([pair.counts for pair in pairs])
    learned = fit(Examples(features, truth, counts), signs=[sign for _, sign in EVIDENCE], ridge=RIDGE)
    weights = {tell.__name__: round(weight, DIGITS) for (tell, _), weight in zip(EVIDENCE, learned.weights, strict=True) if weight}
    if days_apart.__name__ in weights:
        weights[days_apart.__name__] = max(FARTHEST, weights[days_apart.__name__])
    weights |= SETTLED.get(name, {})
    if of_other_days.__name__ in weights:
        weights.pop(days_apart.__name__, None)
    room = ROOM.get(name, 0.0)
    if room:
        weights[brevity.__name__] = round(weights.get(brevity.__name__, 0.0) - room, DIGITS)
    return {"bias": round(learned.bias + LENIENCE.get(name, 0.0) + room, DIGITS), "weights": weights}
