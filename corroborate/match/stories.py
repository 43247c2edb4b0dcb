"""Articles about one event: clustering in order of time, then a pass that moves and merges what arrived too early."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from math import exp

import numpy as np

from corroborate.match.embedding import Embedder, Vectors
from corroborate.match.lookalikes import Profile, contradict, profile
from corroborate.match.vectors import Rarity, cosine, rarity, unit
from corroborate.match.words import names, stems
from corroborate.model.articles import Article, Reading
from corroborate.model.ids import content_id
from corroborate.model.stories import Story

WINDOW = timedelta(days=10)
SPREAD_DAYS = 3.0
"""Standard deviation of the time factor."""

JOIN = 0.36
"""Similarity at which an article joins a story where only words are compared."""

JOIN_WITH_VECTORS = 0.46
TITLE_WEIGHT = 3
BODY = 4000
"""Characters of the text whose words are counted."""

LEAD = 400
PROBES = 25
"""The most telling words of an article, by which stories are looked up."""

RECENT = 200
"""Stories looked at per word, the latest first."""

FADING = 0.4
"""Share of the likeness that is lost with time: a follow-up of the next week is still the story's."""


@dataclass(frozen=True, eq=False)
class Sketch:
    """What an article is compared by."""

    article: Article
    words: dict[str, float]
    names: dict[str, float]
    vector: Vectors | None
    profile: Profile


class Cluster:
    """A story in the making: its members, the mean of their vectors, its first and last day."""

    def __init__(self, members: Iterable[Sketch] = ()) -> None:
        self.members: list[Sketch] = []
        self._words: Counter[str] = Counter()
        self._names: Counter[str] = Counter()
        for member in members:
            self.add(member)

    def add(self, sketch: Sketch) -> None:
        """Take an article in."""
        self.members.append(sketch)
        self._words.update(sketch.words)
        self._names.update(sketch.names)
        self._changed()

    def remove(self, sketch: Sketch) -> None:
        """Let an article go."""
        self.members.remove(sketch)
        self._words.subtract(sketch.words)
        self._names.subtract(sketch.names)
        self._changed()

    @cached_property
    def words(self) -> dict[str, float]:
        """The members' words at length one."""
        return unit(self._words)

    @cached_property
    def names(self) -> dict[str, float]:
        """The members' names at length one."""
        return unit(self._names)

    @cached_property
    def vector(self) -> Vectors | None:
        """The mean of the members' vectors."""
        vectors = [member.vector for member in self.members if member.vector is not None]
        return np.asarray(np.mean(vectors, axis=0), dtype=np.float32) if vectors else None

    def is_open(self, at: datetime) -> bool:
        """Some article of the story appeared within the window."""
        return any(abs(member.article.as_of - at) <= WINDOW for member in reversed(self.members))

    def _changed(self) -> None:
        for name in ("words", "names", "vector"):
            self.__dict__.pop(name, None)


def find_stories(readings: Sequence[Reading], embedder: Embedder | None) -> tuple[Story, ...]:
    """Put every article into one story. The order of the readings makes no difference."""
    sketches = _sketches(readings, embedder)
    clusters = _settle(_stream(sketches))
    return tuple(sorted((_story(cluster) for cluster in clusters), key=lambda story: (story.first, story.id)))


def word_rarity(readings: Sequence[Reading]) -> Rarity:
    """How rare each word is among these articles."""
    return rarity(_words(reading.article) for reading in readings)


def _words(article: Article) -> Counter[str]:
    counts = Counter(stems(article.text[:BODY]))
    for word in stems(article.title or ""):
        counts[word] += TITLE_WEIGHT
    return counts


def _names(reading: Reading) -> Counter[str]:
    counts = Counter(names(reading.article.text[:BODY]))
    counts.update(word for claim in reading.claims for party in claim.parties for word in party.lower().split())
    return counts


def _sketches(readings: Sequence[Reading], embedder: Embedder | None) -> list[Sketch]:
    ordered = sorted(readings, key=lambda reading: (reading.article.as_of, reading.article.id))
    counts = [_words(reading.article) for reading in ordered]
    named = [_names(reading) for reading in ordered]
    words, rare = rarity(counts), rarity(named)
    leads = [f"{reading.article.title or ''}. {reading.article.text[:LEAD]}" for reading in ordered]
    vectors: Iterable[Vectors | None] = [None] * len(ordered) if embedder is None else embedder.embed(leads)
    rows = zip(ordered, counts, named, vectors, strict=True)
    return [Sketch(one.article, words.vector(count), rare.vector(who), vector, profile(one)) for one, count, who, vector in rows]


def _stream(sketches: Sequence[Sketch]) -> list[Cluster]:
    """Each article joins the best story open at its time, or starts one."""
    clusters: list[Cluster] = []
    index: defaultdict[str, list[int]] = defaultdict(list)
    for sketch in sketches:
        candidates = _candidates(sketch, clusters, index)
        best = max(candidates, key=lambda number: (similarity(sketch, clusters[number]), -number), default=None)
        if best is None or not joins(sketch, clusters[best]):
            best = len(clusters)
            clusters.append(Cluster())
        clusters[best].add(sketch)
        for word in probes(sketch):
            if not index[word] or index[word][-1] != best:
                index[word].append(best)
    return clusters


def _candidates(sketch: Sketch, clusters: Sequence[Cluster], index: Mapping[str, list[int]]) -> list[int]:
    """Stories still open that share two telling words with the article."""
    shared: Counter[int] = Counter()
    for word in probes(sketch):
        for number in set(index.get(word, [])[-RECENT:]):
            shared[number] += 1
    return sorted(number for number, count in shared.items() if count >= 2 and clusters[number].is_open(sketch.article.as_of))


def probes(sketch: Sketch) -> list[str]:
    """The article's most telling words and names."""
    words = sorted(sketch.words, key=lambda word: (-sketch.words[word], word))[:PROBES]
    named = sorted(sketch.names, key=lambda word: (-sketch.names[word], word))[: PROBES // 2]
    return words + [f"@{name}" for name in named]


def similarity(sketch: Sketch, cluster: Cluster) -> float:
    """How near an article is to a story in words, names, meaning and time."""
    words, named = cosine(sketch.words, cluster.words), cosine(sketch.names, cluster.names)
    if sketch.vector is None or cluster.vector is None:
        near = (words + 2 * named) / 3
    else:
        near = 0.2 * words + 0.45 * named + 0.35 * float(sketch.vector @ cluster.vector)
    return near * (1 - FADING + FADING * time_factor(sketch, cluster))


def time_factor(sketch: Sketch, cluster: Cluster) -> float:
    """Near 1 within a day of the story's nearest article, .61 at three days."""
    days = min(abs((sketch.article.as_of - member.article.as_of).total_seconds()) for member in cluster.members) / 86400
    return exp(-(days**2) / (2 * SPREAD_DAYS**2))


def joins(sketch: Sketch, cluster: Cluster) -> bool:
    """Near enough, and no look-alike: another day, other names, another headline figure."""
    threshold = JOIN if sketch.vector is None else JOIN_WITH_VECTORS
    if similarity(sketch, cluster) < threshold:
        return False
    others = sum(contradict(sketch.profile, member.profile) for member in cluster.members)
    return 2 * others < len(cluster.members)


def _settle(clusters: list[Cluster]) -> list[Cluster]:
    """Move articles to the story they fit best now that all are known, then join stories that are one."""
    clusters = [cluster for cluster in clusters if cluster.members]
    index = _index(clusters)
    for cluster in clusters:
        for sketch in [member for member in cluster.members if len(cluster.members) > 1]:
            _move(sketch, cluster, clusters, index)
    remaining = [cluster for cluster in clusters if cluster.members]
    return _merge(remaining)


def _index(clusters: Sequence[Cluster]) -> dict[str, list[int]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, cluster in enumerate(clusters):
        for word in sorted({word for member in cluster.members for word in probes(member)}):
            index[word].append(number)
    return index


def _move(sketch: Sketch, home: Cluster, clusters: Sequence[Cluster], index: Mapping[str, list[int]]) -> None:
    home.remove(sketch)
    here = similarity(sketch, home) if home.members else 0.0
    others = [clusters[number] for number in _candidates(sketch, clusters, index) if clusters[number] is not home]
    near = [(similarity(sketch, other), -position) for position, other in enumerate(others) if other.members and joins(sketch, other)]
    best, position = max(near, default=(0.0, 0))
    (others[-position] if best > here and near else home).add(sketch)


def _merge(clusters: list[Cluster]) -> list[Cluster]:
    """Join small stories into the larger ones that most of their articles would join."""
    ordered = sorted(clusters, key=lambda cluster: (-len(cluster.members), cluster.members[0].article.as_of, cluster.members[0].article.id))
    index = _index(ordered)
    for number in range(len(ordered) - 1, 0, -1):
        small = ordered[number]
        near = {found for member in small.members for found in _candidates(member, ordered, index) if found < number}
        willing = [
            other for other in sorted(near) if 2 * sum(joins(member, ordered[other]) for member in small.members) > len(small.members)
        ]
        if willing:
            for member in small.members:
                ordered[willing[0]].add(member)
            ordered[number] = Cluster()
    return [cluster for cluster in ordered if cluster.members]


def _story(cluster: Cluster) -> Story:
    members = sorted(cluster.members, key=lambda sketch: (sketch.article.as_of, sketch.article.id))
    central = max(members, key=lambda sketch: (cosine(sketch.words, cluster.words), sketch.article.id))
    first, last = members[0].article, members[-1].article
    return Story(
        id=content_id("s", first.id),
        title=_title(central.article),
        articles=tuple(sketch.article.id for sketch in members),
        first=first.as_of,
        last=last.as_of,
    )


def _title(article: Article) -> str:
    if article.title:
        return article.title
    sentence = article.text.strip().split("\n")[0].split(". ")[0]
    return sentence[:160] or article.url
