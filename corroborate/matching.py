"""The shell of matching and checking: load what is due, match and check the stories that change, save; knows no rule.

    articles read since -> sketches -> the index of stories -> stories that changed -> claim groups, origins -> findings

Articles are matched in batches, in order of time, each batch saved in one transaction; only the stories that a batch
changes are gone through. The index stays in memory from batch to batch and from round to round, as long as no other
program saves stories.
"""

import logging
import pickle
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache, partial
from itertools import chain

from corroborate.check import check_story
from corroborate.check.rates import at_rates
from corroborate.errors import Overtaken
from corroborate.match import Embedder, Matching, Means, joined, match_story
from corroborate.match.origins.owners import Owners, turnover
from corroborate.match.stories.index import StoryIndex
from corroborate.match.stories.rows import Kept
from corroborate.match.stories.sketches import Sketch, sketches
from corroborate.model.articles import Reading
from corroborate.model.decisions import UNDECIDED, Decisions, about_articles, about_claims, keys_of
from corroborate.model.findings import Assessment
from corroborate.model.outlets import Outlet
from corroborate.model.rates import Rates
from corroborate.model.stories import Story
from corroborate.parallel import Map, at_home
from corroborate.store import Store
from corroborate.store.due import DueArticle
from corroborate.store.matches import Settled
from corroborate.store.sketches import SketchRecord

log = logging.getLogger(__name__)

MATCHING_VERSION = "14"
"""Raise it with every change of match/ or check/ that changes what they find: everything is then matched again."""

METHOD, OWNERS = "matching method", "matching owners"
"""Marks of what everything was matched with: after another method every article is due, after other rates every story, and
after other owners of outlets every story that has or names them."""

BATCH = 500
"""Articles matched, or stories gone through again, in one transaction."""

TOGETHER = 200
"""Articles whose readings are in memory at a time."""

SKETCHED = 50
"""Articles sketched at a time."""

LATENESS = timedelta(days=3)
"""How late an article may come in without the index being loaded again."""

TRIES = 20
"""How often a batch is begun again that another program overtook."""

NOTHING_READ: Mapping[str, Reading] = {}

Progress = Callable[[int], None]
Found = tuple[Matching, tuple[Assessment, ...]]


@dataclass(frozen=True, slots=True)
class MatchTally:
    """What matching and checking found in all."""

    stories: int
    groups: int
    discrepancies: int

    def __str__(self) -> str:
        return f"now {self.stories} stories, {self.groups} claim groups, {self.discrepancies} discrepancies"


@dataclass(frozen=True, slots=True)
class Session:
    """What a round of matching works with: `now` is when it takes place, `progress` is told after each batch."""

    store: Store
    run: Map
    now: datetime
    progress: Progress


@dataclass(frozen=True, slots=True)
class Remembered:
    """The index of stories as it was saved last.

    `generation` counts the savings up to then, `decided` is what people had settled. It knows all that an article from
    `reach` on can meet; None reaches back to the first.
    """

    index: StoryIndex
    generation: int
    decided: Decisions
    reach: datetime | None

    def reaches(self, moment: datetime | None) -> bool:
        """Whether it knows all that an article of that moment can meet."""
        return self.reach is None or moment is None or moment >= self.reach


class Matcher:
    """Matches what is due; remembers the index of stories between rounds."""

    def __init__(self, embedder: Embedder | None, rates: Rates | None = None) -> None:
        self._embedder = embedder
        self._rates = rates
        self._remembered: Remembered | None = None

    def match_due(self, session: Session) -> MatchTally:
        """Match every article read since the last time, and go through every story about which something else changed."""
        store = session.store
        self._begin(store)
        while articles := store.due.articles(BATCH):
            self._insist(partial(self._match_articles, session, articles))
            session.progress(0)
        while stories := store.due.stories(BATCH):
            self._insist(partial(self._revisit, session, stories))
            session.progress(0)
        return MatchTally(**store.matches.counts())

    def match_these(self, session: Session, articles: Collection[str], stories: Collection[str]) -> None:
        """Match these articles and go through these stories, as far as they are due, and nothing else."""
        while due := session.store.due.articles(BATCH, among=articles):
            self._insist(partial(self._match_articles, session, due))
        if again := tuple(story for story in session.store.due.stories() if story in stories):
            self._insist(partial(self._revisit, session, again))

    def _begin(self, store: Store) -> None:
        """Where the method changed every article is due, where the owners of outlets did every story that they concern."""
        method = f"{MATCHING_VERSION} {getattr(self._embedder, 'name', None)}"
        owners = Owners.of(store.outlets.all(), str(self._rates or ""))
        marks = store.due.marks((METHOD, OWNERS))
        if marks.get(METHOD) != method:
            store.due.begin_anew(METHOD, method)
        if (known := marks.get(OWNERS, "")) != owners.written():
            _revisit_concerned(store, known, owners)

    def _insist(self, attempt: Callable[[], None]) -> None:
        """Begin again what another program overtook."""
        for _ in range(TRIES):
            try:
                return attempt()
            except Overtaken:
                log.info("overtaken")
        return attempt()

    def _match_articles(self, session: Session, due: Sequence[DueArticle]) -> None:
        store = session.store
        again, reviews = store.due.stories(), store.reviews.all()
        readings = tuple(store.readings.current(ids=[one.article for one in due]))
        removed = {one.article for one in due} - {reading.article.id for reading in readings}
        remembered = self._index_for(store, about_articles(reviews), readings, removed)
        # Until it is saved, the index is ahead of the database: what stops the work leaves no index.
        self._remembered = None
        shift = remembered.index.update(self._sketches(session.run, readings), removed)
        moved = {article for story in shift.stories for article in story.articles}
        # A new version may leave its story what it was, but for what the story's groups say.
        edited = store.stories.holding({reading.article.id for reading in readings} - moved)
        known = {reading.article.id: reading for reading in readings}
        found = self._go_through(session, (*shift.stories, *edited), about_claims(reviews), known)
        settled = Settled(
            generation=remembered.generation,
            reviewed=max((review.number or 0 for review in reviews), default=0),
            sketches=tuple(SketchRecord(one.article, one.revision, one.as_of, one.document) for one in shift.kept),
            removed=tuple(sorted(removed)),
            gone=shift.gone,
            articles=tuple(due),
            stories=tuple(story.id for story in (*shift.stories, *edited) if story.id in again),
        )
        generation = _save(session, found, settled)
        self._remembered = _forgetful(replace(remembered, generation=generation), due[-1].as_of - LATENESS)

    def _revisit(self, session: Session, due: Sequence[str]) -> None:
        """Go through stories whose articles are the same, but not what is known of them besides."""
        store = session.store
        generation, reviews = store.sketches.generation(), store.reviews.all()
        found = self._go_through(session, store.stories.some(due), about_claims(reviews))
        reviewed = max((review.number or 0 for review in reviews), default=0)
        _save(session, found, Settled(generation=generation, reviewed=reviewed, stories=tuple(due)))

    def _index_for(self, store: Store, decided: Decisions, readings: Sequence[Reading], removed: Iterable[str]) -> Remembered:
        """The index with all that these articles can meet, as they were and as they are."""
        before = store.sketches.moments([*removed, *(reading.article.id for reading in readings)])
        moments = [*before.values(), *(reading.article.as_of for reading in readings)]
        earliest = min(moments, default=None)
        known = self._remembered
        if known is not None and (known.decided, known.generation) == (decided, store.sketches.generation()) and known.reaches(earliest):
            return known
        generation, rows = store.sketches.since(None if earliest is None else earliest - StoryIndex.horizon)
        index = StoryIndex(decided)
        index.restore(Kept(row.article, row.revision, row.as_of, row.document) for row in rows)
        return Remembered(index, generation, decided, earliest)

    def _sketches(self, run: Map, readings: Sequence[Reading]) -> Iterable[Sketch]:
        parts = [readings[start : start + SKETCHED] for start in range(0, len(readings), SKETCHED)]
        return chain.from_iterable(run(partial(sketched, self._embedder), parts))

    def _go_through(
        self, session: Session, stories: Sequence[Story], decided: Decisions, known: Mapping[str, Reading] = NOTHING_READ
    ) -> list[Found]:
        # Hundreds of outlets go with every story: as bytes they are copied, and made again once for a batch.
        outlets = pickle.dumps({outlet.name: outlet for outlet in session.store.outlets.all()})
        work = partial(gone_through, outlets, self._embedder, decided, self._rates)
        return list(at_home(session.run, _of_story)(work, _with_readings(session.store, stories, known)))


def _revisit_concerned(store: Store, known: str, owners: Owners) -> None:
    """Have the stories gone through again that come out otherwise with these owners than with those `known` before."""
    before = Owners.read(known)
    if before is None or before.rates != owners.rates:
        return store.due.revisit(OWNERS, owners.written())
    change = turnover(before, owners)
    concerned = {story for story, outlet, texts in store.stories.wordings() if change.concerns(outlet, texts)}
    return store.due.revisit(OWNERS, owners.written(), instead=known, among=concerned)


def sketched(embedder: Embedder | None, readings: Sequence[Reading]) -> list[Sketch]:
    """What some articles are compared by; runs in any process."""
    return sketches(readings, embedder)


def gone_through(
    outlets: bytes, embedder: Embedder | None, decided: Decisions, rates: Rates | None, story: tuple[Story, Sequence[Reading]]
) -> Found:
    """Match and check one story with the readings of its articles, converting currencies only at `rates`; runs in any process."""
    means = Means(_outlets(outlets), embedder)
    told, readings = story
    by_article = {reading.article.id: reading for reading in readings}
    if decided != UNDECIDED:
        keys = (key for reading in readings for key in keys_of(reading.claims, reading.article.id).values())
        means = replace(means, decided=decided.among(keys))
    matching = match_story(told, readings, means)
    found = check_story(told, matching.groups, matching.origins, by_article, matching.reuses)
    if rates is None:
        return matching, found
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    return matching, tuple(at_rates(found, claims, rates))


@lru_cache(maxsize=2)
def _outlets(pickled: bytes) -> Mapping[str, Outlet]:
    made: dict[str, Outlet] = pickle.loads(pickled)
    return made


def _of_story(told: tuple[Story, Sequence[Reading]]) -> str:
    return told[0].id


def _with_readings(store: Store, stories: Iterable[Story], known: Mapping[str, Reading]) -> Iterator[tuple[Story, tuple[Reading, ...]]]:
    """Each story with what its articles say now; what is not `known` is loaded a few stories at a time."""
    for some in _shelves(stories):
        wanted = [article for story in some for article in story.articles if article not in known]
        loaded = {reading.article.id: reading for reading in store.readings.current(ids=wanted)}
        for story in some:
            yield story, tuple(one for article in story.articles if (one := known.get(article) or loaded.get(article)) is not None)


def _shelves(stories: Iterable[Story]) -> Iterator[list[Story]]:
    some, held = list[Story](), 0
    for story in stories:
        some.append(story)
        held += len(story.articles)
        if held >= TOGETHER:
            yield some
            some, held = [], 0
    if some:
        yield some


def _save(session: Session, found: Sequence[Found], settled: Settled) -> int:
    whole = joined(matching for matching, _ in found)
    assessments = [assessment for _, checked in found for assessment in checked]
    return session.store.matches.save(whole, assessments, now=session.now, settled=settled)


def _forgetful(remembered: Remembered, moment: datetime) -> Remembered:
    """Let go of stories that are over: memory would grow with the database."""
    if remembered.reach is not None and moment <= remembered.reach:
        return remembered
    remembered.index.forget(moment)
    return replace(remembered, reach=moment)
