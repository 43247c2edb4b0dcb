"""Which earlier articles an article is compared with: those that share most of its telling words, names and figures.

The lists are a pure function of the set of articles. When an article arrives late or goes, only the lists that it could
enter or leave are drawn up again, and they come out as if it had always, or never, been there.
"""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from heapq import nlargest
from sys import intern

import numpy as np
from numpy.typing import NDArray

from corroborate.match.stories.sketches import Sketch
from corroborate.match.words import stem

DAY = 86_400_000_000
"""Microseconds."""

WINDOW_DAYS = 10
WINDOW = WINDOW_DAYS * DAY
"""Articles further apart are compared only if they name the same people or streets."""

LATE_DAYS = 30
LATE = LATE_DAYS * DAY
"""Articles further apart are not compared at all."""

PROBES = 25
"""The most telling words of an article, by which others are looked up."""

FEWEST_SHARED = 2
SCANTY = 16
"""Telling words of a headline, or of little more: whoever shares one of them is looked at."""

FIGURE_SHARES = 2
"""A shared figure is worth as much as two shared words."""

FOLLOWING = 16
"""Full names by which what an article takes up again is looked up."""

NUMBERS, MOMENTS = "q", "q"
"""How numbers of articles and their moments are kept."""

FEWEST_NUMBERS = 1_000
"""Numbers that are not looked through for such as can be given up."""

Key = tuple[int, str]
"""The order of articles: the moment for which they stand in microseconds, then the id."""

FIRST: Key = (-(1 << 62), "")


@dataclass(frozen=True, slots=True)
class Limits:
    """How far one looks: at the `recent` articles before it that share a word, and of those among them that are more than
    `since` and at most `until` microseconds older at the `nearest` most alike.
    """

    recent: int = 300
    nearest: int = 40
    since: int = -1
    until: int = WINDOW


LIMITS = Limits()

FOLLOWED = Limits(recent=60, nearest=8, since=WINDOW, until=LATE)
"""How far one looks for what an article takes up again weeks later."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The articles one is compared with, most shared first; `floor` is the least shared where there was no room for more."""

    articles: tuple[str, ...] = ()
    floor: int | None = None


@dataclass(slots=True)
class Posting:
    """The articles that one probe leads to, in order, by their keys and by the numbers under which they came in."""

    keys: list[Key] = field(default_factory=list)
    numbers: "array[int]" = field(default_factory=lambda: array(NUMBERS))

    def before(self, key: Key, number: int) -> "array[int]":
        at = bisect_left(self.keys, key)
        return self.numbers[max(0, at - number) : at]


Counts = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]
"""Numbers, how often each was found, and the moments of their articles."""

NOBODY: Counts = (np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.int64))


class Numbered:
    """Articles by numbers, with their moments, so that thousands of them are looked through at a time."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}
        self._articles: dict[int, str] = {}
        self._moments = array(MOMENTS)
        self._first = 0

    def enter(self, article: str, moment: int) -> int:
        """A new number for an article."""
        number = self._known[article] = self._first + len(self._moments)
        self._articles[number] = article
        self._moments.append(moment)
        return number

    def leave(self, article: str) -> None:
        """Forget an article; where most numbers are those of forgotten ones, the oldest are given up."""
        del self._articles[self._known.pop(article)]
        if len(self._moments) > FEWEST_NUMBERS and len(self._moments) > 2 * len(self._articles):
            # Numbers are given in order: the one that came in first is the lowest.
            gone = next(iter(self._articles), self._first + len(self._moments)) - self._first
            del self._moments[:gone]
            self._first += gone

    def __getitem__(self, number: int) -> str:
        return self._articles[number]

    def counted(self, postings: Iterable["array[int]"], fewest: int, within: tuple[int, int]) -> Counts:
        """How often each number stands in some lists that does so `fewest` times, of those of moments from the first to the second."""
        listed = [one for one in postings if one]
        if not listed:
            return NOBODY
        places = np.concatenate([np.frombuffer(one, np.int64) for one in listed]) - self._first
        lowest = int(places.min())
        scores = np.bincount(places - lowest)
        found = np.flatnonzero(scores >= fewest)
        moments = np.frombuffer(self._moments, np.int64)[found + lowest]
        near = (moments >= within[0]) & (moments < within[1])
        return found[near] + (lowest + self._first), scores[found[near]], moments[near]


def _foremost(counts: Counts, most: int) -> Counts:
    """Those found most often, of equals those of the latest moments: so many, and whoever is equal to the last of them."""
    if len(counts[0]) <= most:
        return counts
    _, scores, moments = counts
    order = np.lexsort((moments, scores))[::-1]
    last = order[most - 1]
    end = most
    while end < len(order) and scores[order[end]] == scores[last] and moments[order[end]] == moments[last]:
        end += 1
    first, second, third = (one[order[:end]] for one in counts)
    return first, second, third


def probes(sketch: Sketch) -> tuple[str, ...]:
    """The article's most telling words, names and figures."""
    found = _heaviest(sketch.whole, PROBES)
    found += [stem(name) for name in _heaviest(sketch.names, PROBES // 2)]
    found += [f"#{figure}" for figure in _heaviest(sketch.figures, PROBES)]
    return tuple(map(intern, dict.fromkeys(found)))


def later_probes(sketch: Sketch) -> tuple[str, ...]:
    """The people, firms and streets by which articles that were written weeks ago are looked up."""
    others = sorted((sketch.full_names | sketch.streets) - sketch.subjects - sketch.places)
    return tuple(map(intern, [*sorted(sketch.subjects), *others][:FOLLOWING]))


def _heaviest(weights: Mapping[str, float], number: int) -> list[str]:
    return sorted(weights, key=lambda word: (-weights[word], word))[:number]


class Candidates:
    """The lists of all articles, kept true as articles come and go."""

    def __init__(self, limits: Limits = LIMITS) -> None:
        self._limits = limits
        self.keys: dict[str, Key] = {}
        self._numbered = Numbered()
        self._probes: dict[str, tuple[str, ...]] = {}
        self._postings: defaultdict[str, Posting] = defaultdict(Posting)
        self._listed: dict[str, Listed] = {}
        self._stale: set[str] = set()

    def restore(self, article: str, key: Key, probes: tuple[str, ...], listed: Listed) -> None:
        """Take in an article whose list is known to be true, in any order."""
        self._insert(article, key, probes)
        self._listed[article] = listed

    def add(self, article: str, key: Key, probes: tuple[str, ...]) -> None:
        """Take in a new article; lists that it enters, or pushes another out of, are marked."""
        shared: Counter[str] = Counter()
        recent = self._limits.recent
        for probe, at in zip(probes, self._insert(article, key, probes), strict=True):
            found = self._postings[probe].keys
            if at + 1 == len(found):
                continue
            for _ in range(_shares(probe)):
                shared.update(later for _, later in found[at + 1 : at + 1 + recent])
            for place in range(max(at, recent) + 1, min(at + recent, len(found) - 1) + 1):
                if found[place - recent - 1][1] in self._list(found[place][1]).articles:
                    self._stale.add(found[place][1])
        self._stale.update(later for later, score in shared.items() if self._admits(later, score, key))
        self._stale.add(article)

    def remove(self, article: str) -> None:
        """Let go of an article; lists that it leaves, or makes room in, are marked."""
        key, recent = self.keys[article], self._limits.recent
        for probe in self._probes[article]:
            posting = self._postings[probe]
            at = bisect_left(posting.keys, key)
            for place in range(at + 1, min(at + recent, len(posting.keys) - 1) + 1):
                self._mark(posting.keys[place][1], article, posting.keys[place - recent - 1][1] if place > recent else None)
            del posting.keys[at], posting.numbers[at]
            if not posting.keys:
                del self._postings[probe]
        self.forget(article)

    def forget(self, article: str) -> None:
        """Drop what is known of an article that no posting leads to."""
        self._numbered.leave(article)
        del self.keys[article], self._probes[article]
        self._listed.pop(article, None)
        self._stale.discard(article)

    def refreshed(self) -> list[str]:
        """Draw up the marked lists again; whose they are, in order."""
        stale, self._stale = sorted(self._stale, key=self.keys.__getitem__), set()
        self._listed.update((article, self._drawn(article)) for article in stale)
        return stale

    def listed(self, article: str) -> Listed:
        """The list of an article."""
        return self._listed[article]

    def evict(self, articles: Iterable[str]) -> None:
        """Let go of articles so old that no list will be drawn up with them again."""
        for article in articles:
            for probe in self._probes[article]:
                posting = self._postings[probe]
                at = bisect_left(posting.keys, self.keys[article])
                del posting.keys[at], posting.numbers[at]
                if not posting.keys:
                    del self._postings[probe]
            self.forget(article)

    def _list(self, article: str) -> Listed:
        return self._listed.get(article, Listed())

    def _insert(self, article: str, key: Key, probes: tuple[str, ...]) -> list[int]:
        self.keys[article], self._probes[article] = key, probes
        number = self._numbered.enter(article, key[0])
        places = []
        for probe in probes:
            posting = self._postings[probe]
            at = bisect_left(posting.keys, key)
            posting.keys.insert(at, key)
            posting.numbers.insert(at, number)
            places.append(at)
        return places

    def _mark(self, later: str, gone: str, entering: str | None) -> None:
        if later in self._stale:
            return
        leaves = gone in self._list(later).articles
        if leaves or (entering is not None and self._admits(later, self._overlap(later, entering), self.keys[entering])):
            self._stale.add(later)

    def _overlap(self, left: str, right: str) -> int:
        return sum(_shares(probe) for probe in set(self._probes[left]).intersection(self._probes[right]))

    def _admits(self, later: str, score: int, key: Key) -> bool:
        """Whether an article that shares so much belongs on the list of a later one."""
        listed = self._list(later)
        if score < self._fewest(later) or not self._limits.since < self.keys[later][0] - key[0] <= self._limits.until:
            return False
        return listed.floor is None or (score, key) > (listed.floor, self.keys.get(listed.articles[-1], FIRST))

    def _fewest(self, article: str) -> int:
        return 1 if len(self._probes[article]) <= SCANTY else FEWEST_SHARED

    def _drawn(self, article: str) -> Listed:
        key, limits = self.keys[article], self._limits
        earlier = [(_shares(probe), self._postings[probe].before(key, limits.recent)) for probe in self._probes[article]]
        lists = [one for times, one in earlier for _ in range(times)]
        # An article of the very moment may stand before or behind this one: its list tells.
        found = self._numbered.counted(lists, self._fewest(article), (key[0] - limits.until, key[0] - limits.since))
        numbers, scores, _ = _foremost(found, limits.nearest)
        near = [(score, self.keys[self._numbered[number]]) for number, score in zip(numbers.tolist(), scores.tolist(), strict=True)]
        chosen = nlargest(limits.nearest, near)
        return Listed(tuple(one for _, (_, one) in chosen), chosen[-1][0] if len(chosen) == limits.nearest else None)


def _shares(probe: str) -> int:
    return FIGURE_SHARES if probe.startswith("#") else 1
