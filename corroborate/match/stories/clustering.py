"""Articles about one event: the two stories that most speaks for are joined, as long as more speaks for than against.

Between two events much alike, such as two ferries that sank in one week, a little speaks for every pair of articles, and
between articles of one event much does. So stories whose own articles belong closely together are joined only where a share
of that, `HOLD`, speaks for all pairs between them as well.

This goes on day by day: what was one story at the end of a day stays together, and may still be joined to others. So a day
is gone through again only as long as its articles arrive, and the effort for an article does not grow with its story's past.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from corroborate.match.stories import kinship
from corroborate.match.stories.candidates import DAY, WINDOW_DAYS, Key
from corroborate.model.decisions import UNDECIDED, Decisions

HOLD = 0.3
"""Of what speaks for the articles of either story being of one event, so much must speak for both being one."""

NEARLY, AHEAD = -130, 300
"""What may speak against an article joining the only story that it is near to, and by how much it must be nearer than to any other, as
twice hundredths of log odds.
"""

COPIED = round(100 * kinship.COPIED)
"""What speaks for an article and its copy, in hundredths."""

Compared = tuple[tuple[str, ...], Sequence[int]]
"""Articles, and what speaks for each."""

Tag = tuple[int, int]
"""A pair that must stay apart, by its number, and the side on which an article stands."""


@dataclass(frozen=True, slots=True)
class Joint:
    """From this day on a story's articles belong to the story of an earlier article."""

    into: str
    day: int


@dataclass(slots=True)
class Web:
    """All articles known, what speaks for each two being of one event, and what people settled.

    `compared` holds an article's comparisons with earlier ones, as log odds in hundredths; a pair that was not compared
    counts `unmet` of its later article against. `kin` holds both ways only what speaks for. `together` maps an article to
    those it belongs with.
    """

    keys: Mapping[str, Key]
    compared: dict[str, Compared] = field(default_factory=dict)
    kin: dict[str, dict[str, int]] = field(default_factory=dict)
    unmet: dict[str, int] = field(default_factory=dict)
    together: Mapping[str, frozenset[str]] = field(default_factory=dict)
    tags: Mapping[str, frozenset[Tag]] = field(default_factory=dict)

    def decide(self, decided: Decisions = UNDECIDED) -> None:
        """Take in what people settled, by article ids: what belongs together stays apart from all that any of it stays apart from."""
        self.together = _closed(decided.together)
        tags: defaultdict[str, frozenset[Tag]] = defaultdict(frozenset)
        for number, sides in enumerate(decided.apart):
            for side, members in enumerate(sides):
                for article in members.union(*(self.together.get(member, frozenset()) for member in members)):
                    tags[article] |= {(number, side)}
        self.tags = dict(tags)

    def day(self, article: str) -> int:
        return self.keys[article][0] // DAY

    def against(self, left: str, right: str) -> int:
        """Twice what would speak against two articles had they not been compared."""
        first, second = self.day(left), self.day(right)
        if abs(first - second) >= WINDOW_DAYS:
            return 0
        if first == second:
            return self.unmet[left] + self.unmet[right]
        return 2 * self.unmet[left if first > second else right]

    def near(self, article: str) -> Iterator[str]:
        """Articles that may be of the same story."""
        yield from self.kin[article]
        yield from (other for other in self.together.get(article, ()) if other in self.keys and other != article)


def _closed(sets: Iterable[frozenset[str]]) -> dict[str, frozenset[str]]:
    """All that belongs together with a member, over any number of sets."""
    found: dict[str, frozenset[str]] = {}
    for one in sets:
        whole = one.union(*(found.get(member, frozenset()) for member in one))
        found |= dict.fromkeys(whole, whole)
    return found


def joints(atoms: Iterable[Sequence[str]], arrivals: Iterable[str], web: Web) -> dict[str, Joint]:
    """How the stories of past days and the articles of later ones come together.

    `atoms` are the stories as they were when the first day of the `arrivals` began, each in order.
    """
    gathering = _Gathering(web)
    gathering.settle(atoms)
    by_day: defaultdict[int, list[str]] = defaultdict(list)
    for article in sorted(arrivals, key=web.keys.__getitem__):
        by_day[web.day(article)].append(article)
    for day, articles in sorted(by_day.items()):
        gathering.spend(day, articles)
    return gathering.joints


class _Gathering:
    """Stories in the making, each by its first article."""

    def __init__(self, web: Web) -> None:
        self.web = web
        self.joints: dict[str, Joint] = {}
        self.members: dict[str, list[str]] = {}
        self.story: dict[str, str] = {}
        self.bonds: dict[str, dict[str, int]] = {}
        self.load: dict[str, dict[int, tuple[int, int]]] = {}
        self.inner: dict[str, int] = {}
        self.copies: defaultdict[str, dict[str, int]] = defaultdict(dict)
        self.touching: dict[str, set[str]] = {}
        self.tags: dict[str, frozenset[Tag]] = {}

    def settle(self, atoms: Iterable[Sequence[str]]) -> None:
        """Seat the stories of past days."""
        for atom in atoms:
            self._seat(atom)
        for article in list(self.story):
            self._bind(article)

    def spend(self, day: int, articles: Sequence[str]) -> None:
        """Let a day's articles join what is there and one another. Two stories of past days are weighed again only where
        something in the day's articles speaks for their being one, so that no others need be known.
        """
        self.touching = {story: set() for story in self.members}
        for article in articles:
            self._seat([article])
            self._bind(article)
        fresh = {self.story[article] for article in articles}
        for article in articles:
            for other in sorted(self.web.together.get(article, ())):
                if other in self.story and self.story[other] != self.story[article]:
                    fresh.add(self._join(self.story[article], self.story[other], day))
        self._close(day, fresh & self.members.keys())
        for article in articles:
            self._adopt(article, day)

    def _seat(self, articles: Sequence[str]) -> None:
        first = articles[0]
        self.members[first], self.bonds[first] = list(articles), {}
        load: dict[int, tuple[int, int]] = {}
        for article in articles:
            self.story[article] = first
            number, unmet = load.get(self.web.day(article), (0, 0))
            load[self.web.day(article)] = number + 1, unmet + self.web.unmet[article]
        self.load[first] = load
        self.inner[first] = -self._against_itself(first)
        self.touching[first] = set()
        self.tags[first] = frozenset().union(*(self.web.tags.get(article, frozenset()) for article in articles))

    def _bind(self, article: str) -> None:
        """Add up what speaks for an article and those before it."""
        mine = self.story[article]
        for other, weight in zip(*self.web.compared[article], strict=True):
            if (theirs := self.story.get(other)) is None:
                continue
            bond = 2 * weight + self.web.against(article, other)
            if weight >= COPIED:
                self.copies[mine][theirs] = self.copies[theirs][mine] = self.copies[mine].get(theirs, 0) + 1
            if theirs == mine:
                self.inner[mine] += bond
                continue
            self.bonds[mine][theirs] = self.bonds[theirs][mine] = self.bonds[mine].get(theirs, 0) + bond
            if weight > 0:
                self.touching[mine].add(theirs)
                self.touching[theirs].add(mine)

    def _close(self, day: int, fresh: Iterable[str]) -> None:
        heap = [entry for story in fresh for entry in self._entries(story)]
        heapify(heap)
        while heap:
            against, (_, left), (_, right) = heappop(heap)
            if self._stands(-against, left, right):
                for entry in self._entries(self._join(left, right, day)):
                    heappush(heap, entry)

    def _adopt(self, article: str, day: int) -> None:
        """Let an article that stayed alone join the story that is by far the nearest, although a little speaks against it."""
        if self.members.get(article) != [article]:
            return
        near = sorted(((self._mean(article, other), self.web.keys[other]) for other in self.touching[article]), reverse=True)
        if not near or near[0][0] <= NEARLY or (len(near) > 1 and near[0][0] - near[1][0] < AHEAD):
            return
        story = near[0][1][1]
        if len(self.members[story]) > 1 and not self._apart(article, story):
            self._join(article, story, day)

    def _stands(self, mean: float, left: str, right: str) -> bool:
        """Whether both stories still are what they were when they were weighed."""
        known = left in self.members and right in self.members
        return known and self._mean(left, right) == mean > self._least(left, right) and not self._apart(left, right)

    def _entries(self, story: str) -> Iterator[tuple[float, Key, Key]]:
        for other in self.touching[story]:
            mean = self._mean(story, other)
            if mean > self._least(story, other) and not self._apart(story, other):
                first, second = sorted((self.web.keys[story], self.web.keys[other]))
                yield -mean, first, second

    def _mean(self, left: str, right: str) -> float:
        """What speaks for two stories being one, over all pairs of their articles."""
        total = self.bonds[left].get(right, 0) - self._against(left, right)
        return total / (len(self.members[left]) * len(self.members[right]))

    def _least(self, left: str, right: str) -> float:
        """How much must speak for two stories being one. A single article belongs to nothing closely yet."""
        sizes = len(self.members[left]), len(self.members[right])
        if min(sizes) < 2:
            return 0.0
        return HOLD * max(0.0, min(self._closeness(left), self._closeness(right)))

    def _closeness(self, story: str) -> float:
        """What speaks for two of its articles being of one event, on average; an article and its copy are one and the same, and
        tell nothing of that."""
        size, copies = len(self.members[story]), self.copies[story].get(story, 0)
        pairs = size * (size - 1) // 2 - copies
        return (self.inner[story] - 2 * COPIED * copies) / pairs if pairs else 0.0

    def _against_itself(self, story: str) -> int:
        """What would speak against all pairs of a story's articles had none been compared, twice."""
        total = 0
        for day, (number, unmet) in self.load[story].items():
            total += unmet * (number - 1)
            total += sum(2 * unmet * count for other, (count, _) in self.load[story].items() if 0 < day - other < WINDOW_DAYS)
        return total

    def _against(self, left: str, right: str) -> int:
        total = 0
        for day, (number, unmet) in self.load[left].items():
            for other, (count, missed) in self.load[right].items():
                if day == other:
                    total += unmet * count + number * missed
                elif abs(day - other) < WINDOW_DAYS:
                    total += 2 * (unmet * count if day > other else number * missed)
        return total

    def _apart(self, left: str, right: str) -> bool:
        return any((number, 1 - side) in self.tags[right] for number, side in self.tags[left])

    def _join(self, left: str, right: str, day: int) -> str:
        """The story of the earlier first article takes in the other; its first article names both."""
        keeps, goes = sorted((left, right), key=self.web.keys.__getitem__)
        self.inner[keeps] += self.inner.pop(goes) + self.bonds[keeps].get(goes, 0) - self._against(keeps, goes)
        self._hand_over(keeps, goes)
        self._hand_over_copies(keeps, goes)
        self.joints[goes] = Joint(keeps, day)
        for article in self.members[goes]:
            self.story[article] = keeps
        self.members[keeps] += self.members.pop(goes)
        self.tags[keeps] |= self.tags.pop(goes)
        for moment, (number, unmet) in self.load.pop(goes).items():
            count, missed = self.load[keeps].get(moment, (0, 0))
            self.load[keeps][moment] = count + number, missed + unmet
        for other, bond in self.bonds.pop(goes).items():
            del self.bonds[other][goes]
            if other != keeps:
                self.bonds[keeps][other] = self.bonds[other][keeps] = self.bonds[keeps].get(other, 0) + bond
        return keeps

    def _hand_over_copies(self, keeps: str, goes: str) -> None:
        """The copies of the one story's articles are those of the other's."""
        for other, number in self.copies.pop(goes, {}).items():
            if other == goes:
                other = keeps
            else:
                self.copies[other].pop(goes, None)
            self.copies[keeps][other] = self.copies[keeps].get(other, 0) + number
            self.copies[other][keeps] = self.copies[keeps][other]

    def _hand_over(self, keeps: str, goes: str) -> None:
        """What the day tied to the one story is tied to the other."""
        near = self.touching.pop(goes) | self.touching[keeps]
        self.touching[keeps] = near - {keeps, goes}
        for other in self.touching[keeps]:
            self.touching[other].discard(goes)
            self.touching[other].add(keeps)
