"""Stories kept up to date as articles arrive, change and go: exactly those that a computation from scratch would give.

Every step is a pure function of the set of articles: with which earlier ones an article is compared (`candidates`), what
speaks for each pair (`kinship`), and how the articles of a day join the stories that were there when it began
(`clustering`). An update finds what an article can have changed, and goes through that again and nothing else.

Where the order matters by nature: only articles that are known take part. Whoever restores a part of the articles gets what
all of them would give as long as that part reaches back to HORIZON before the earliest article that changes (as it was, and
as it is), and holds every story with an article from there on. An index that has let go of what is old (`forget`) no longer
knows it when an article comes in later than that.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from corroborate.match.embedding import Embedder
from corroborate.match.stories.candidates import FOLLOWED, LATE_DAYS, LIMITS, Candidates, Key, Limits, Listed, later_probes, probes
from corroborate.match.stories.clustering import Joint, Web, joints
from corroborate.match.stories.kinship import kinship
from corroborate.match.stories.rows import Kept, Links, Shelf, read, write
from corroborate.match.stories.sketches import CUT, EPOCH, MICROSECOND, Sketch, sketches
from corroborate.model.articles import Reading
from corroborate.model.decisions import UNDECIDED, Decisions
from corroborate.model.ids import content_id
from corroborate.model.stories import Story

HORIZON = timedelta(days=LATE_DAYS + 1)
"""How far before the earliest changed article the others must be known: the window, and the day of the article."""

UNMET = 150
SCANT = 100
"""What speaks against two articles that were not compared, in hundredths: they share too little, or one is a headline that has
little to share. Where there was no room for more on a list, its last ones tell what the next would: of a story that many
outlets tell, everyone's list is full of its own."""

LAST = 10
"""The last ones of a full list."""

HUNDREDTHS = 100


@dataclass(frozen=True, slots=True)
class Shift:
    """What an update changed.

    `stories` are those that are new or whose articles, title or times changed; `gone` the ids of those that exist no
    longer, and `heirs` the stories that now hold most of their articles, where any are left. `kept` are the rows to save.
    """

    stories: tuple[Story, ...] = ()
    gone: tuple[str, ...] = ()
    heirs: Mapping[str, str] = field(default_factory=dict)
    kept: tuple[Kept, ...] = ()


def find_stories(readings: Sequence[Reading], embedder: Embedder | None) -> tuple[Story, ...]:
    """Put every article into one story. The order of the readings makes no difference."""
    index = StoryIndex()
    index.update(sketches(readings, embedder))
    return index.stories()


class StoryIndex:
    """The stories of all articles known; `decided` is what people settled about articles, by their ids.
    `limits` is how far one looks for the articles that one is compared with, `followed` for those that it takes up weeks later.

    When a decision is taken or taken back, hand in the sketches of its articles again.
    """

    horizon = HORIZON

    def __init__(self, decided: Decisions = UNDECIDED, limits: Limits = LIMITS, followed: Limits = FOLLOWED) -> None:
        self._candidates = Candidates(limits)
        self._followed = Candidates(followed)
        self._keys = self._candidates.keys
        self._web = Web(self._keys)
        self._web.decide(decided)
        self._shelf = Shelf()
        self._headlines: dict[str, str] = {}
        self._revisions: dict[str, str] = {}
        self._joints: dict[str, Joint] = {}
        self._story: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._stories: dict[str, Story] = {}

    def stories(self) -> tuple[Story, ...]:
        """All stories, in order of their first article."""
        return tuple(sorted(self._stories.values(), key=lambda story: (story.first, story.id)))

    def restore(self, kept: Iterable[Kept]) -> None:
        """Take in rows that an earlier update gave out, in any order; nothing is compared again."""
        restored = []
        for row in kept:
            packed, links = read(row.document)
            self._shelf.put(row.article, packed)
            sketch = self._shelf[row.article]
            self._candidates.restore(row.article, _key(sketch), probes(sketch), links.listed)
            self._followed.restore(row.article, _key(sketch), later_probes(sketch), links.followed)
            self._place(sketch)
            self._web.compared[row.article] = links.listed.articles + links.followed.articles, links.weights
            self._web.unmet[row.article] = self._unmet(row.article, links.listed, links.weights)
            if links.joint is not None:
                self._joints[row.article] = links.joint
            restored.append(row.article)
        for article in restored:
            self._tie(article)
        self._tell(restored)

    def update(self, sketches: Iterable[Sketch], removed: Iterable[str] = ()) -> Shift:
        """Take in new articles and new versions, and let go of the removed ones."""
        arriving = {sketch.article: sketch for sketch in sketches}
        leaving = sorted((arriving.keys() | set(removed)) & self._keys.keys())
        before = {story: self._stories[story] for story in {self._story[article] for article in leaving}}
        seeds: defaultdict[int, set[str]] = defaultdict(set)
        for article in leaving:
            seeds[self._web.day(article)].update(self._web.near(article))
            self._release(article)
        for sketch in sorted(arriving.values(), key=_key):
            self._shelf.keep(sketch)
            self._candidates.add(sketch.article, _key(sketch), probes(sketch))
            self._followed.add(sketch.article, _key(sketch), later_probes(sketch))
            self._place(sketch)
        changed = set(arriving)
        for article in sorted({*self._candidates.refreshed(), *self._followed.refreshed()}, key=self._keys.__getitem__):
            former = set(self._web.near(article))
            if self._compare(article, arriving) or article in arriving:
                seeds[self._web.day(article)] |= former | {article}
                changed.add(article)
        return self._shift(before, self._gather(seeds), changed)

    def forget(self, moment: datetime) -> None:
        """Let go of the stories that no article from this moment on could still change."""
        past = (moment - HORIZON - EPOCH) // MICROSECOND
        for story in [first for first, members in self._members.items() if self._keys[members[-1]][0] < past]:
            for article in self._members.pop(story):
                self._untie(article)
                self._candidates.evict([article])
                self._followed.evict([article])
                del self._story[article]
            del self._stories[story]

    def _place(self, sketch: Sketch) -> None:
        self._web.kin[sketch.article] = {}
        self._headlines[sketch.article] = sketch.headline
        self._revisions[sketch.article] = sketch.revision

    def _release(self, article: str) -> None:
        self._untie(article)
        self._candidates.remove(article)
        self._followed.remove(article)
        self._members[self._story.pop(article)].remove(article)

    def _untie(self, article: str) -> None:
        """Drop everything that is known of an article by itself."""
        for other in self._web.kin.pop(article):
            del self._web.kin[other][article]
        self._shelf.drop(article)
        self._joints.pop(article, None)
        for known in (self._web.compared, self._web.unmet, self._headlines, self._revisions):
            del known[article]

    def _compare(self, article: str, arriving: Mapping[str, Sketch]) -> bool:
        """Compare an article with those on its lists, except where that is known; whether anything came out otherwise."""
        listed, followed = self._candidates.listed(article), self._followed.listed(article)
        others = listed.articles + followed.articles
        before, weights = self._web.compared.get(article, ((), ()))
        known = (
            {} if article in arriving else {other: weight for other, weight in zip(before, weights, strict=True) if other not in arriving}
        )
        told = array("h", (known[other] if other in known else self._speaks(article, other) for other in others))
        same = (before, weights, self._web.unmet.get(article)) == (others, told, self._unmet(article, listed, told))
        if same and arriving.keys().isdisjoint(before):
            return False
        for other in before:
            self._web.kin[article].pop(other, None)
            self._web.kin.get(other, {}).pop(article, None)
        self._web.compared[article], self._web.unmet[article] = (others, told), self._unmet(article, listed, told)
        self._tie(article)
        return True

    def _unmet(self, article: str, listed: Listed, weights: Sequence[int]) -> int:
        """What speaks against articles that are not on a list; `weights` is what speaks for those that are."""
        if listed.floor is None:
            return SCANT if self._shelf[article].is_brief else UNMET
        last = weights[max(0, len(listed.articles) - LAST) : len(listed.articles)]
        return min(UNMET, max(0, -sum(last) // len(last)))

    def _speaks(self, article: str, other: str) -> int:
        return round(HUNDREDTHS * kinship(self._shelf[article], self._shelf[other]))

    def _tie(self, article: str) -> None:
        for other, weight in zip(*self._web.compared[article], strict=True):
            if weight > 0 and other in self._web.kin:
                self._web.kin[article][other] = self._web.kin[other][article] = weight

    def _gather(self, seeds: Mapping[int, set[str]]) -> tuple[set[str], set[str]]:
        """Go again through all that the changes of each day can reach: the articles reached, and those that joined otherwise."""
        reached: set[str] = set()
        moved: set[str] = set()
        for day in sorted(seeds):
            starts = (seeds[day] & self._keys.keys()) - reached
            atoms, arrivals = self._region(starts, day)
            region = {article for atom in atoms for article in atom} | set(arrivals)
            came = {article: joint for article in region if (joint := self._joints.get(article)) is not None}
            for article, joint in came.items():
                if joint.day >= day:
                    del self._joints[article]
            self._joints.update(joints(atoms, arrivals, self._web))
            moved |= {article for article in region if self._joints.get(article) != came.get(article)}
            reached |= region
        return reached, moved

    def _region(self, starts: Iterable[str], day: int) -> tuple[list[list[str]], list[str]]:
        """Everything that could come together with some articles from a day on: stories as they were then, and later articles."""
        waiting, region = list(starts), set[str]()
        atoms: list[list[str]] = []
        arrivals: list[str] = []
        while waiting:
            article = waiting.pop()
            if article in region:
                continue
            late = self._web.day(article) >= day
            together = [article] if late else self._atom(article, day)
            if late:
                arrivals.append(article)
            else:
                atoms.append(together)
            region.update(together)
            waiting += [other for one in together for other in self._web.near(one) if late or self._web.day(other) >= day]
        return atoms, arrivals

    def _atom(self, article: str, day: int) -> list[str]:
        """The articles that were one story with this one when the day began, in order."""
        root = self._root(article, day)
        members = self._members[self._story[article]]
        return [one for one in members if self._web.day(one) < day and self._root(one, day) == root]

    def _root(self, article: str, day: int | None = None) -> str:
        """The first article of the story to which one belonged before a day, or belongs now."""
        while (joint := self._joints.get(article)) is not None and (day is None or joint.day < day):
            article = joint.into
        return article

    def _shift(self, before: dict[str, Story], gathered: tuple[set[str], set[str]], changed: set[str]) -> Shift:
        reached, moved = gathered
        before |= {story: self._stories[story] for story in {self._story[article] for article in reached if article in self._story}}
        everyone = reached.union(*(self._members[story] for story in before))
        for story in before:
            del self._stories[story], self._members[story]
        self._tell(everyone)
        after = {self._story[article] for article in everyone}
        told = [self._stories[story] for story in after if self._stories[story] != before.get(story)]
        gone = {story: before[story] for story in before.keys() - after}
        heirs = {story.id: heir for story in gone.values() if (heir := self._heir(story)) is not None}
        return Shift(
            tuple(sorted(told, key=lambda story: (story.first, story.id))),
            tuple(sorted(story.id for story in gone.values())),
            heirs,
            tuple(self._row(article) for article in sorted(changed | moved, key=self._keys.__getitem__)),
        )

    def _tell(self, articles: Iterable[str]) -> None:
        """Put whole stories' articles together, by where they joined."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for article in sorted(articles, key=self._keys.__getitem__):
            self._story[article] = self._root(article)
            found[self._story[article]].append(article)
        for story, members in found.items():
            self._members[story] = members
            self._stories[story] = self._written(members)

    def _written(self, members: Sequence[str]) -> Story:
        """The story of some articles; its title is that of the article for which most speaks, rather one that is a headline
        than a sentence cut short."""
        inside = frozenset(members)
        speaking = {one: sum(weight for other, weight in self._web.kin[one].items() if other in inside) for one in members}
        first, last = self._keys[members[0]][0], self._keys[members[-1]][0]
        return Story(
            id=content_id("s", members[0]),
            title=self._headlines[max(members, key=lambda one: (not self._headlines[one].endswith(CUT), speaking[one]))],
            articles=tuple(members),
            first=EPOCH + first * MICROSECOND,
            last=EPOCH + last * MICROSECOND,
        )

    def _heir(self, story: Story) -> str | None:
        """The story that holds most of the articles of one that is gone, the earliest of several."""
        holding = Counter(self._story[article] for article in story.articles if article in self._story)
        if not holding:
            return None
        return self._stories[min(holding, key=lambda one: (-holding[one], self._keys[one]))].id

    def _row(self, article: str) -> Kept:
        lists = self._candidates.listed(article), self._followed.listed(article)
        links = Links(*lists, self._web.compared[article][1], self._joints.get(article))
        as_of = EPOCH + self._keys[article][0] * MICROSECOND
        return Kept(article, self._revisions[article], as_of, write(self._shelf.packed(article), links))


def _key(sketch: Sketch) -> Key:
    return sketch.moment, sketch.article
