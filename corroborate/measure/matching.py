"""How fast articles become stories, claim groups and findings as they arrive, part by part, and how the cost grows.

A story costs the more the more was told in it, and in a stream that has just begun hardly anything was told in any. So the
first tenth of a run from nothing meets small stories, and the last one stories of their full size, whatever the number of
articles known. Whether the cost grows with that number is told where the stories are full from the start: let as many arrive
`before` as ten days bring, seventeen for every story that lives at a time.
"""

import pickle
import resource
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from itertools import islice
from tempfile import TemporaryFile
from time import perf_counter, process_time
from typing import IO

from corroborate.check import check_story
from corroborate.match import Means, match_story
from corroborate.match.embedding import Embedder, make_embedder
from corroborate.match.stories.index import Shift, StoryIndex
from corroborate.match.stories.sketches import Sketch, sketches
from corroborate.measure.memory import MEGABYTE, peak_megabytes
from corroborate.model.articles import Reading
from corroborate.model.stories import Story
from corroborate.newsroom.measures import Measure, bcubed
from corroborate.newsroom.stream import Streamed, outlets, stream
from corroborate.parallel import Map, at_home

PARTS = ("sketches", "stories", "unpacking", "groups and origins", "checks")
TENTHS = 10
SKETCHED = 50
"""Articles sketched at a time."""


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds by part."""

    parts: Mapping[str, float]

    def __add__(self, other: "Cost") -> "Cost":
        return Cost({part: self.parts.get(part, 0.0) + other.parts.get(part, 0.0) for part in PARTS})

    @property
    def seconds(self) -> float:
        """All parts together, save unpacking: that is the benchmark's own way of keeping articles."""
        return sum(self.parts.values()) - self.parts.get("unpacking", 0.0)


@dataclass(frozen=True, slots=True)
class Matched:
    """A run: so many articles, the cost of each tenth of them, seconds by the clock, memory, and how right the stories are.

    `depths` tells for each tenth how many articles the stories have on average that are gone through again.
    """

    articles: int
    stories: int
    groups: int
    discrepancies: int
    embedding: str
    tenths: tuple[Cost, ...]
    elapsed: float
    megabytes: float
    accuracy: Measure
    depths: tuple[float, ...] = ()

    @property
    def cost(self) -> Cost:
        """All tenths together."""
        return sum(self.tenths, Cost({}))

    @property
    def growth(self) -> float:
        """The last tenth's cost as a multiple of the first one's."""
        first = self.tenths[0].seconds
        return self.tenths[-1].seconds / first if first else 1.0

    @property
    def articles_per_second(self) -> float:
        """By the clock, without the making of the stream."""
        return self.articles / self.elapsed if self.elapsed else 0.0


@dataclass(frozen=True, slots=True)
class Course:
    """What is run: so many articles in batches, with which embedding ("static", "none"), after so many that are put into stories
    and not measured.
    """

    articles: int
    batch: int
    embedding: str
    seed: int = 1
    live: int = 5_000
    before: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a worker found in one story, and what it cost."""

    groups: int
    discrepancies: int
    cost: Cost


class Drawer:
    """Readings in a file of the disk, as a store would have them, so that memory holds what matching needs and no more."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._places: dict[str, tuple[int, int]] = {}

    def put(self, reading: Reading) -> None:
        """Keep a reading."""
        packed = pickle.dumps(reading, pickle.HIGHEST_PROTOCOL)
        self._places[reading.article.id] = self._file.seek(0, 2), len(packed)
        self._file.write(packed)

    def packed(self, article: str) -> bytes:
        """A reading as it is kept."""
        place, length = self._places[article]
        self._file.seek(place)
        return self._file.read(length)


@dataclass
class _Run:
    """A run under way."""

    course: Course
    run: Map
    drawer: Drawer
    index: StoryIndex = field(default_factory=StoryIndex)
    home: dict[str, str] = field(default_factory=dict)
    truth: dict[str, str] = field(default_factory=dict)
    found: dict[str, tuple[int, int]] = field(default_factory=dict)
    elapsed: float = 0.0
    depths: list[list[int]] = field(default_factory=lambda: [[] for _ in range(TENTHS)])

    def take(self, batch: Sequence[Streamed], tenth: int) -> Cost:
        """Take in a batch: the stories that change are matched and checked again."""
        self._put(batch)
        began = perf_counter()
        sketched, made = self._sketched(batch)
        clock = process_time()
        shift = self._settle(sketched, batch)
        done = process_time()
        work = partial(match_packed, self.course.embedding)
        tasks = ((story, [self.drawer.packed(article) for article in story.articles]) for story in shift.stories)
        outcomes = list(at_home(self.run, _of_story)(work, tasks))
        self.elapsed += perf_counter() - began
        for story, outcome in zip(shift.stories, outcomes, strict=True):
            self.found[story.id] = outcome.groups, outcome.discrepancies
            self.depths[tenth].append(len(story.articles))
        spent = Cost({"sketches": made, "stories": done - clock})
        return sum((outcome.cost for outcome in outcomes), spent)

    def fill(self, batch: Sequence[Streamed]) -> None:
        """Put articles into stories and no more: what is found in a story is a function of its articles alone."""
        self._put(batch)
        self._settle(self._sketched(batch)[0], batch)

    def _sketched(self, batch: Sequence[Streamed]) -> tuple[list[Sketch], float]:
        """The sketches of a batch, and what they cost."""
        readings = [one.reading for one in batch]
        parts = [readings[start : start + SKETCHED] for start in range(0, len(readings), SKETCHED)]
        done = list(self.run(partial(sketch_some, self.course.embedding), parts))
        return [sketch for made, _ in done for sketch in made], sum(seconds for _, seconds in done)

    def _put(self, batch: Sequence[Streamed]) -> None:
        for one in batch:
            self.drawer.put(one.reading)
            self.truth[one.reading.article.id] = str(one.story)

    def _settle(self, sketched: Sequence[Sketch], batch: Sequence[Streamed]) -> Shift:
        shift = self.index.update(sketched)
        self.index.forget(batch[-1].reading.article.seen)
        for gone in shift.gone:
            self.found.pop(gone, None)
        for story in shift.stories:
            self.home.update(dict.fromkeys(story.articles, story.id))
        return shift


def measure_matching(course: Course, run: Map) -> Matched:
    """Feed the stream through stories, groups and checks, as a newsroom that follows the news would."""
    with TemporaryFile() as file:
        going = _Run(course, run, Drawer(file))
        tenths = [Cost({})] * TENTHS
        for start, batch in _batches(course):
            if start < 0:
                going.fill(batch)
                continue
            tenth = min(TENTHS - 1, TENTHS * start // course.articles)
            tenths[tenth] += going.take(batch, tenth)
    return Matched(
        articles=course.articles,
        stories=len(set(going.home.values())),
        groups=sum(groups for groups, _ in going.found.values()),
        discrepancies=sum(discrepancies for _, discrepancies in going.found.values()),
        embedding=course.embedding,
        tenths=tuple(tenths),
        elapsed=going.elapsed,
        megabytes=peak_megabytes(),
        accuracy=bcubed(going.truth, going.home),
        depths=tuple(sum(sizes) / max(1, len(sizes)) for sizes in going.depths),
    )


def sketch_some(embedding: str, readings: Sequence[Reading]) -> tuple[list[Sketch], float]:
    """Sketch some articles, and say what it cost; runs in any process."""
    began = process_time()
    made = sketches(readings, _embedder(embedding))
    return made, process_time() - began


def match_packed(embedding: str, task: tuple[Story, Sequence[bytes]]) -> Outcome:
    """Match and check one story whose readings come packed; runs in any process."""
    story, packed = task
    began = process_time()
    readings: list[Reading] = [pickle.loads(one) for one in packed]
    unpacked = process_time()
    matching = match_story(story, readings, _means(embedding))
    matched = process_time()
    told = check_story(story, matching.groups, matching.origins, {one.article.id: one for one in readings}, matching.reuses)
    checked = process_time()
    cost = Cost({"unpacking": unpacked - began, "groups and origins": matched - unpacked, "checks": checked - matched})
    return Outcome(len(matching.groups), sum(len(one.discrepancies) for one in told), cost)


def _of_story(task: tuple[Story, Sequence[bytes]]) -> str:
    return task[0].id


def with_workers(found: Matched, workers: int) -> Matched:
    """The run with the memory of its workers, once they have ended: each as large as the largest of them."""
    if workers < 2:
        return found
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    each = peak * (1 if sys.platform == "darwin" else 1024) / MEGABYTE
    return replace(found, megabytes=found.megabytes + workers * each)


def _batches(course: Course) -> Iterator[tuple[int, list[Streamed]]]:
    """Batches with the number of articles before each, below 0 for what is not measured; none larger than a tenth of the others."""
    made, start = stream(course.seed, course.before + course.articles, live=course.live), -course.before
    size = min(course.batch, max(1, course.articles // TENTHS))
    while batch := list(islice(made, min(size, -start) if start < 0 else size)):
        yield start, batch
        start += len(batch)


@cache
def _embedder(name: str) -> Embedder | None:
    return make_embedder(name)


@cache
def _means(embedding: str) -> Means:
    return Means({outlet.name: outlet for outlet in outlets()}, _embedder(embedding))
