"""Articles about one event: clustering in order of time, then a pass that moves and merges what arrived too early."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from heapq import heapify, heappop, heappush
from math import exp

import numpy as np

from corroborate.match.embedding import Embedder, Vectors
from corroborate.match.lookalikes import Profile, contradict, profile
from corroborate.match.vectors import Rarity, cosine, rarity, unit
from corroborate.match.words import leading_names, names, stems
from corroborate.model.articles import Article, Reading
from corroborate.model.ids import content_id
from corroborate.model.stories import Story

WINDOW = timedelta(days=10)
SPREAD_DAYS = 3.0
"""Standard deviation of the time factor."""

JOIN = 0.32
"""Similarity at which an article joins a story where only words are compared."""

JOIN_WITH_VECTORS = 0.43
SAME, SAME_WITH_VECTORS = 0.29, 0.36
"""Similarity at which two stories are one."""

PAIR = 0.42
"""Similarity at which two articles that stand alone are one story."""

CORE_SHARED, CORE_NAMED = 0.35, 0.12
"""Share of the running names that two halves of a story have in common at the least, and that a single article gives."""

LOYALTY = 0.05
"""How much nearer another story must be before an article moves."""

TITLE_WEIGHT = 3
BODY = 4000
"""Characters of the text whose words are counted."""

LEAD = 400
PROBES = 25
"""The most telling words of an article, by which stories are looked up."""

RECENT = 200
"""Stories looked at per word, the latest first."""

ONCE = 0.5
"""Weight of a name that stands in the article a single time."""

FADING = 0.3
"""Share of the likeness that is lost with time: a follow-up of the next week is still the story's."""


@dataclass(frozen=True, eq=False)
class Sketch:
    """What an article is compared by."""

    article: Article
    words: dict[str, float]
    names: dict[str, float]
    leading: frozenset[str]
    vector: Vectors | None
    profile: Profile

    @property
    def first(self) -> datetime:
        """When it appeared."""
        return self.article.as_of

    @property
    def last(self) -> datetime:
        """When it appeared."""
        return self.article.as_of


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

    @cached_property
    def core(self) -> frozenset[str]:
        """Names that run through the story: in more than half of its articles."""
        counts = Counter(name for member in self.members for name in member.leading)
        return frozenset(name for name, count in counts.items() if 2 * count > len(self.members))

    @cached_property
    def first(self) -> datetime:
        """When its earliest article appeared."""
        return min(member.article.as_of for member in self.members)

    @cached_property
    def last(self) -> datetime:
        """When its latest article appeared."""
        return max(member.article.as_of for member in self.members)

    def is_open(self, at: datetime) -> bool:
        """The day lies within the window around the story."""
        return bool(self.members) and self.first - WINDOW <= at <= self.last + WINDOW

    def _changed(self) -> None:
        for name in ("words", "names", "vector", "core", "first", "last"):
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
    for word in stems((article.title or "")[:LEAD]):
        counts[word] += TITLE_WEIGHT
    return counts


def _names(reading: Reading) -> Counter[str]:
    counts = Counter(names(reading.article.text[:BODY]))
    counts.update(word for claim in reading.claims for party in claim.parties for word in party.lower().split())
    # A headline may capitalise every word: only what the text confirms is a name.
    counts.update(word for word in names((reading.article.title or "")[:LEAD]) if word in counts)
    return counts


def _telling(who: Mapping[str, float], counts: Mapping[str, int]) -> dict[str, float]:
    """A name that stands in the article once, such as a bystander's, tells less of the event."""
    return unit({name: weight * (ONCE if counts[name] == 1 else 1.0) for name, weight in who.items()})


def _sketches(readings: Sequence[Reading], embedder: Embedder | None) -> list[Sketch]:
    ordered = sorted(readings, key=lambda reading: (reading.article.as_of, reading.article.id))
    counts = [_words(reading.article) for reading in ordered]
    named = [_names(reading) for reading in ordered]
    words, rare = rarity(counts), rarity(named)
    leads = [f"{reading.article.title or ''}. {reading.article.text[:LEAD]}" for reading in ordered]
    vectors: Iterable[Vectors | None] = [None] * len(ordered) if embedder is None else embedder.embed(leads)
    return [
        Sketch(
            article=reading.article,
            words=words.vector(count),
            names=_telling(rare.vector(who), who),
            leading=frozenset(leading_names(reading.article.text[:BODY])),
            vector=vector,
            profile=profile(reading),
        )
        for reading, count, who, vector in zip(ordered, counts, named, vectors, strict=True)
    ]


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


def similarity(left: Sketch | Cluster, right: Cluster) -> float:
    """How near an article or story is to a story in words, names, meaning and time."""
    if _gap(left, right) > WINDOW:
        return 0.0
    words, named = cosine(left.words, right.words), cosine(left.names, right.names)
    if left.vector is None or right.vector is None:
        near = (words + 2 * named) / 3
    else:
        near = 0.2 * words + 0.45 * named + 0.35 * float(left.vector @ right.vector)
    return near * (1 - FADING + FADING * time_factor(left, right))


def time_factor(left: Sketch | Cluster, right: Cluster) -> float:
    """Near 1 within a day of the story's span, .61 at three days from it."""
    gap = _gap(left, right)
    days = gap.total_seconds() / 86400
    return exp(-(days**2) / (2 * SPREAD_DAYS**2))


def _gap(left: Sketch | Cluster, right: Cluster) -> timedelta:
    return max(left.first - right.last, right.first - left.last, timedelta())


def joins(sketch: Sketch, cluster: Cluster) -> bool:
    """Near enough, and no look-alike: other names, or another day and another headline figure."""
    if similarity(sketch, cluster) < (JOIN if sketch.vector is None else JOIN_WITH_VECTORS):
        return False
    others = sum(contradict(sketch.profile, member.profile) for member in cluster.members)
    return 2 * others < len(cluster.members)


def strangers(left: Cluster, right: Cluster) -> bool:
    """The names that run through one story are not those that run through the other: two ferries of one week."""
    small, large = sorted((left, right), key=lambda cluster: len(cluster.members))
    if len(large.members) == 1:
        return similarity(left, right) < PAIR or contradict(large.members[0].profile, small.members[0].profile)
    shared = len(small.core & large.core)
    if len(small.members) == 1:
        return len(large.core) >= 2 and shared < CORE_NAMED * len(large.core)
    fewest = min(len(small.core), len(large.core))
    return fewest >= 2 and shared < CORE_SHARED * fewest


def _settle(clusters: list[Cluster]) -> list[Cluster]:
    """What time has brought together: stories that turn out to be one are joined, and articles move to where they fit best."""
    merged = _merge(clusters)
    index = _index(merged)
    for cluster in merged:
        for sketch in list(cluster.members):
            _move(sketch, cluster, merged, index)
    return _merge([cluster for cluster in merged if cluster.members])


def _index(clusters: Sequence[Cluster]) -> dict[str, list[int]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, cluster in enumerate(clusters):
        for word in sorted({word for member in cluster.members for word in probes(member)}):
            index[word].append(number)
    return index


def _move(sketch: Sketch, home: Cluster, clusters: Sequence[Cluster], index: Mapping[str, list[int]]) -> None:
    if len(home.members) == 1:
        return
    home.remove(sketch)
    others = [clusters[number] for number in _candidates(sketch, clusters, index) if clusters[number] is not home]
    best = max(others, key=lambda other: (similarity(sketch, other), -other.first.timestamp()), default=home)
    (best if similarity(sketch, best) > similarity(sketch, home) + LOYALTY else home).add(sketch)


def _merge(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Join the nearest two stories, as long as any two are near enough."""
    alive = dict(enumerate(clusters))
    index = _index(clusters)
    heap = [entry for number in alive for entry in _neighbours(number, alive, index)]
    heapify(heap)
    while heap:
        near, left, right = heappop(heap)
        if left not in alive or right not in alive or -near != similarity(alive[left], alive[right]):
            continue
        for member in alive.pop(right).members:
            alive[left].add(member)
        for word in {word for member in alive[left].members for word in probes(member)}:
            if left not in index[word]:
                index[word].append(left)
        for entry in _neighbours(left, alive, index, both_ways=True):
            heappush(heap, entry)
    return list(alive.values())


def _neighbours(
    number: int, alive: Mapping[int, Cluster], index: Mapping[str, list[int]], *, both_ways: bool = False
) -> Iterator[tuple[float, int, int]]:
    """Stories near enough to be the same one, as (negative similarity, smaller number, larger number)."""
    cluster = alive[number]
    words = sorted({word for member in cluster.members for word in probes(member)})
    shared = Counter(other for word in words for other in index.get(word, [])[-RECENT:] if other != number and other in alive)
    threshold = SAME if cluster.vector is None else SAME_WITH_VECTORS
    for other in sorted(other for other, count in shared.items() if count >= 2 and (both_ways or other > number)):
        near = similarity(cluster, alive[other])
        if near >= threshold and not strangers(cluster, alive[other]):
            yield -near, min(number, other), max(number, other)


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
