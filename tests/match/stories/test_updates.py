"""Stories kept up to date are those that a computation from scratch gives, in whatever order the articles came."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from corroborate.match.stories.candidates import Limits
from corroborate.match.stories.index import HORIZON, Kept, Shift, StoryIndex
from corroborate.match.stories.rows import read
from corroborate.match.stories.sketches import Sketch
from corroborate.model.decisions import UNDECIDED, Decisions
from corroborate.model.stories import Story
from tests.match.stories.weeks import former, fortnight

NARROW = Limits(recent=6, nearest=4)
"""So narrow that articles push one another off the lists."""

WIDE = Limits()


def batches(random: Random, sketches: Sequence[Sketch]) -> Iterator[list[Sketch]]:
    waiting = random.sample(sketches, len(sketches))
    while waiting:
        size = random.choice((1, 1, 2, 5, 30))
        yield waiting[:size]
        del waiting[:size]


class Ledger:
    """What a database would hold after the shifts it was told of."""

    def __init__(self) -> None:
        self.rows: dict[str, Kept] = {}
        self.stories: dict[str, Story] = {}

    def take(self, shift: Shift, removed: Sequence[str] = ()) -> None:
        self.rows |= {row.article: row for row in shift.kept}
        for article in removed:
            self.rows.pop(article, None)
        for gone in shift.gone:
            del self.stories[gone]
        self.stories |= {story.id: story for story in shift.stories}
        assert all(heir in self.stories for heir in shift.heirs.values())


def scratch(sketches: Sequence[Sketch], limits: Limits, decided: Decisions = UNDECIDED) -> tuple[tuple[Story, ...], dict[str, object]]:
    """Stories and links of one call with all articles."""
    index, ledger = StoryIndex(decided, limits), Ledger()
    ledger.take(index.update(sketches))
    return index.stories(), links(ledger)


def links(ledger: Ledger) -> dict[str, object]:
    return {article: read(row.document)[1] for article, row in ledger.rows.items()}


@pytest.mark.parametrize(("seed", "limits"), [*((seed, NARROW) for seed in range(20)), *((seed, WIDE) for seed in range(20, 24))])
def test_any_order_with_other_versions_and_articles_taken_away_gives_the_same(seed: int, limits: Limits) -> None:
    random, week = Random(seed), fortnight(seed % 4, 30)
    staying, leaving = week[:-12], week[-12:]
    earlier = [former(random, one, week) for one in random.sample(staying, 15)]
    index, ledger = StoryIndex(limits=limits), Ledger()

    for batch in batches(random, [*earlier, *leaving, *random.sample(staying, 30)]):
        ledger.take(index.update({sketch.article: sketch for sketch in batch}.values()))
    for batch in batches(random, staying):
        out = [sketch.article for sketch in random.sample(leaving, 2)]
        ledger.take(index.update(batch, out), out)
    rest = [sketch.article for sketch in leaving]
    ledger.take(index.update((), rest), rest)

    assert (index.stories(), links(ledger)) == scratch(staying, limits)
    assert tuple(sorted(ledger.stories.values(), key=lambda story: (story.first, story.id))) == index.stories()


@pytest.mark.parametrize("seed", range(3))
def test_a_few_weeks_restored_are_enough(seed: int) -> None:
    random, weeks = Random(seed), []
    for month in range(3):
        weeks += [
            replace(one, article=f"{one.article}{month}", as_of=one.as_of + timedelta(days=25 * month))
            for one in fortnight(seed + month, 20)
        ]
    ledger = Ledger()

    for batch in batches(random, weeks):
        since = min(sketch.as_of for sketch in batch) - HORIZON
        index = StoryIndex(limits=NARROW)
        late = {article for story in ledger.stories.values() if story.last >= since for article in story.articles}
        index.restore(ledger.rows[article] for article in random.sample(sorted(late), len(late)))
        ledger.take(index.update(batch))

    stories, known = scratch(weeks, NARROW)
    assert links(ledger) == known
    assert tuple(sorted(ledger.stories.values(), key=lambda story: (story.first, story.id))) == stories


def test_what_is_forgotten_is_not_missed_by_what_comes_later() -> None:
    weeks = [
        replace(one, article=f"{one.article}{month}", as_of=one.as_of + timedelta(days=25 * month))
        for month in range(4)
        for one in fortnight(month, 20)
    ]
    index, ledger = StoryIndex(limits=NARROW), Ledger()

    for sketch in sorted(weeks, key=lambda one: one.as_of):
        ledger.take(index.update([sketch]))
        index.forget(sketch.as_of)

    assert len(index.stories()) < len(ledger.stories)
    assert tuple(sorted(ledger.stories.values(), key=lambda story: (story.first, story.id))) == scratch(weeks, NARROW)[0]


def test_people_have_the_last_word() -> None:
    week = fortnight(1, 30)
    stories, _ = scratch(week, WIDE)
    largest, other = sorted(stories, key=lambda story: -len(story.articles))[:2]
    decided = Decisions(
        together=(frozenset({largest.articles[-1], other.articles[-1]}),),
        apart=((frozenset(largest.articles[:1]), frozenset(other.articles)),),
    )
    index, ledger = StoryIndex(decided), Ledger()

    for batch in batches(Random(7), week):
        ledger.take(index.update(batch))

    assert (index.stories(), links(ledger)) == scratch(week, WIDE, decided)
    where = {article: story.id for story in index.stories() for article in story.articles}
    assert where[largest.articles[-1]] == where[other.articles[-1]]
    assert where[largest.articles[0]] not in {where[article] for article in other.articles}


def test_a_decision_is_heeded_when_its_articles_are_handed_in_again() -> None:
    week = fortnight(2, 30)
    before, ledger = StoryIndex(), Ledger()
    ledger.take(before.update(week))
    one, other = max(before.stories(), key=lambda story: len(story.articles)).articles[:2]
    decided = Decisions(apart=((frozenset({one}), frozenset({other})),))
    index = StoryIndex(decided)

    index.restore(ledger.rows.values())
    index.update([ledger.rows[one].sketch, ledger.rows[other].sketch])

    assert index.stories() == scratch(week, WIDE, decided)[0] != before.stories()


def test_a_story_that_is_gone_leaves_an_heir() -> None:
    week = fortnight(3, 30)
    index = StoryIndex()
    index.update(week)
    story = max(index.stories(), key=lambda one: len(one.articles))
    first, *others = story.articles

    shift = index.update((), [first])

    assert story.id in shift.gone
    assert set(others) & set(next(one for one in shift.stories if one.id == shift.heirs[story.id]).articles)


def test_an_update_tells_only_of_what_changed() -> None:
    week = fortnight(3, 60)
    index = StoryIndex()
    index.update(week[:-1])
    before = {story.id: story for story in index.stories()}

    shift = index.update(week[-1:])

    assert 0 < len(shift.stories) < len(before) / 4
    assert all(before.get(story.id) != story for story in shift.stories)
    assert len(shift.kept) < len(week) / 4
    assert index.update(()) == Shift()
