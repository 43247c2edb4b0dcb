"""A stream of news for benchmarks: readings made straight from simulated stories, without any text being read.

Thousands of stories live side by side, each for some days, front-loaded, with few or many articles from hundreds of outlets.
Words and names follow Zipf's law, as in real news; stories share places, people and vocabulary, and a quarter of them is much
like another that is live. An agency's text is run by others. What an article says stands in its text, character by character.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush
from itertools import accumulate, count
from random import Random

from corroborate.model.articles import Article, Reading
from corroborate.model.claims import Claim, Sentence, Span
from corroborate.model.ids import content_id, digest
from corroborate.model.outlets import Outlet
from corroborate.newsroom.plans import Plan, Planner, Statement

START = datetime(2026, 3, 2, tzinfo=UTC)
LIVE = 5_000
"""Stories that live at any time."""

LIFE = (2.0, 10.0)
"""Days that a story lives, at least and at most."""

SIZES = range(4, 61)
"""Articles of a story; many have few."""

AGENCIES = 6
COPIED = 0.25
"""The share of articles that run an agency's text."""

SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class Streamed:
    """An article as it was read, and the story that it tells."""

    reading: Reading
    story: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text with its statements where they stand: the sentence begins, the surface begins."""

    title: str
    text: str
    stated: tuple[tuple[Statement, str, int, int], ...]


def outlets(number: int = 300) -> tuple[Outlet, ...]:
    """The outlets of the stream, the first of them agencies."""
    return tuple(Outlet(f"Outlet {index}", f"House {index}", (), (), agency=index < AGENCIES) for index in range(number))


def stream(seed: int, articles: int, *, live: int = LIVE, houses: int = 300) -> Iterator[Streamed]:
    """So many articles in order of the time at which they were seen; each says that it appeared a little earlier.

    The same seed gives the same articles; those of a shorter stream are the first of a longer one.
    """
    rng = Random(f"stream/{seed}")
    weights = tuple(accumulate(1 / (rank + 3) for rank in range(houses)))
    newsroom = _Wire(Planner(rng), rng, live)
    for _ in range(articles):
        yield newsroom.next(bisect_right(weights, rng.random() * weights[-1]))


class _Wire:
    """The stories that live, and when each of them is told again."""

    def __init__(self, planner: Planner, rng: Random, live: int) -> None:
        self._planner = planner
        self._rng = rng
        self._number = count()
        self._sizes = tuple(accumulate(size**-1.8 for size in SIZES))
        self._due: list[tuple[float, int, Plan]] = []
        self._sheets: dict[int, Sheet] = {}
        self._gap = sum(LIFE) / 2 / live
        self._begins = -LIFE[1]

    def next(self, house: int) -> Streamed:
        """The next article, by some outlet."""
        while not self._due or self._due[0][0] >= self._begins:
            self._begin()
        day, number, plan = heappop(self._due)
        sheet = self._sheet(plan, is_agency=house < AGENCIES)
        plan.left -= 1
        if plan.left == 0:
            self._planner.end(plan)
            self._sheets.pop(plan.number, None)
        seen = START + timedelta(seconds=int(day * SECONDS))
        return Streamed(_reading(sheet, number, house, (seen, seen - timedelta(minutes=self._rng.randrange(90)))), plan.number)

    def _begin(self) -> None:
        """A story begins; what it told before the stream does is not told."""
        size = SIZES[bisect_right(self._sizes, self._rng.random() * self._sizes[-1])]
        life = self._rng.uniform(*LIFE)
        days = [day for _ in range(size) if (day := self._begins + life * self._rng.random() ** 2) >= 0]
        if days:
            plan = self._planner.plan(START + timedelta(days=self._begins), len(days))
            for day in days:
                heappush(self._due, (day, next(self._number), plan))
        self._begins += self._rng.expovariate(1 / self._gap)

    def _sheet(self, plan: Plan, *, is_agency: bool) -> Sheet:
        kept = self._sheets.get(plan.number)
        if kept is not None and not is_agency and self._rng.random() < COPIED:
            return kept
        made = _written(plan, self._rng)
        if is_agency:
            self._sheets[plan.number] = made
        return made


def _written(plan: Plan, rng: Random) -> Sheet:
    """What one reporter writes of a story."""
    lead = plan.lead(rng)
    parts, stated, place = [lead], [], len(lead)
    for statement in plan.statements(rng):
        sentence, at = statement.told(rng)
        parts.append(sentence)
        stated.append((statement, sentence, place + 1, place + 1 + at))
        colour = plan.colour(rng)
        parts.append(colour)
        place += len(sentence) + len(colour) + 2
    return Sheet(plan.title(rng), " ".join(parts), tuple(stated))


def _reading(sheet: Sheet, number: int, house: int, moments: tuple[datetime, datetime]) -> Reading:
    seen, published = moments
    url = f"https://outlet-{house}.example/{number}"
    article = content_id("a", url)
    revision = content_id("r", article)
    made = Article(article, revision, url, f"Outlet {house}", sheet.title, sheet.text, digest(sheet.text), seen, published)
    claims = tuple(
        Claim(
            content_id("c", revision, at),
            revision,
            statement.kind,
            statement.figure,
            statement.surface,
            Span(at, at + len(statement.surface)),
            Sentence(sentence, begin),
            statement.parties,
            statement.attribution,
        )
        for statement, sentence, begin, at in sheet.stated
    )
    return Reading(made, claims)
