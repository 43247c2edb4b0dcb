"""Whatever stands in a text, it is read without an exception, in its time, and every figure is cut where it stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heappush, heappushpop
from statistics import median
from time import process_time_ns

from corroborate.extract.claims import read_claims
from corroborate.extract.reader import Reader
from corroborate.measure.articles import article_of

MOST_TIMES = 100
"""So many times the median of sentences of its length a sentence may take."""

RETRIES = 5
SUSPECTS = 30
"""The slowest of each length are read again: the first time may have been another program's."""

SHORTEST_CLASS = 6
WARM_UP = 20

Read = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Crash:
    """A sentence that could not be read."""

    text: str
    error: str


@dataclass(frozen=True, slots=True)
class Lengths:
    """The sentences of one class of length, in characters, and the CPU time they took, in nanoseconds."""

    longest: int
    sentences: int
    median: float
    slowest: float
    text: str

    @property
    def times(self) -> float:
        """How many times the median the slowest took, at its quickest."""
        return self.slowest / self.median if self.median else 1.0


@dataclass(frozen=True, slots=True)
class Fuzzed:
    """What came of reading mutated sentences."""

    crashes: tuple[Crash, ...]
    lengths: tuple[Lengths, ...]

    @property
    def sentences(self) -> int:
        """How many were read or tried."""
        return len(self.crashes) + sum(one.sentences for one in self.lengths)

    @property
    def slow(self) -> tuple[Lengths, ...]:
        """The classes in which a sentence takes longer than it may."""
        return tuple(one for one in self.lengths if one.times > MOST_TIMES)


def reading(pipeline: str) -> Read:
    """Reads the claims of a sentence, and asserts that each is cut where it stands."""
    reader = Reader(pipeline)

    def read(text: str) -> None:
        for claim in read_claims(reader.annotate(text, None), article_of(text)):
            assert claim.span.cut(text) == claim.surface, claim
            assert claim.surface.strip(), claim

    return read


def fuzz(read: Read, texts: Iterable[str]) -> Fuzzed:
    """Read every text, with a look at the clock around each."""
    crashes: list[Crash] = []
    taken: dict[int, list[int]] = {}
    suspects: dict[int, list[tuple[int, str]]] = {}
    for number, text in enumerate(texts):
        try:
            spent = _nanoseconds(read, text)
        except Exception as error:  # Whatever it is, it is a finding.
            crashes.append(Crash(text, f"{type(error).__name__}: {error}"))
            continue
        if number < WARM_UP:
            continue
        size = length_class(text)
        taken.setdefault(size, []).append(spent)
        _keep(suspects.setdefault(size, []), (spent, text))
    return Fuzzed(tuple(crashes), tuple(_lengths(read, taken, suspects)))


def length_class(text: str) -> int:
    """Texts of 64 to 127 characters are of one class, those of 128 to 255 of the next; all shorter ones are together."""
    return max(SHORTEST_CLASS, len(text).bit_length())


def _lengths(read: Read, taken: Mapping[int, list[int]], suspects: Mapping[int, list[tuple[int, str]]]) -> Iterator[Lengths]:
    for size, spent in sorted(taken.items()):
        slowest, text = max((_quickest(read, text, first), text) for first, text in suspects[size])
        yield Lengths(2**size - 1, len(spent), median(spent), slowest, text)


def _quickest(read: Read, text: str, first: int) -> int:
    return min(first, *(_nanoseconds(read, text) for _ in range(RETRIES)))


def _nanoseconds(read: Read, text: str) -> int:
    before = process_time_ns()
    read(text)
    return process_time_ns() - before


def _keep(heap: list[tuple[int, str]], one: tuple[int, str]) -> None:
    if len(heap) < SUSPECTS:
        heappush(heap, one)
    else:
        heappushpop(heap, one)
