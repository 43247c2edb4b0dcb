"""What is put away of articles while other stories are told comes out as it was."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from corroborate.match import Means, match_story
from corroborate.match.embedding import StaticVectors
from corroborate.match.groups.numbers import Numbers, numbers_of
from corroborate.match.morgue import MORGUE
from corroborate.match.reuse.prints import PRINTS
from corroborate.model.articles import Reading
from corroborate.model.figures import Kind
from corroborate.model.stories import Story
from corroborate.newsroom.stream import outlets, stream
from tests.factory import quantity


@pytest.fixture
def small() -> Iterator[None]:
    """A morgue with room for a single article at hand."""
    kept = MORGUE._kept, PRINTS._kept
    MORGUE._kept = PRINTS._kept = 1
    yield
    MORGUE._kept, PRINTS._kept = kept


def told() -> list[Reading]:
    """The longest story of a stream, in order."""
    stories: dict[int, list[Reading]] = {}
    for one in stream(3, 120, live=6):
        stories.setdefault(one.story, []).append(one.reading)
    return max(stories.values(), key=len)[:6]


def story_of(readings: list[Reading]) -> Story:
    moments = [reading.article.as_of for reading in readings]
    return Story("s_1", "", tuple(reading.article.id for reading in readings), min(moments), max(moments))


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("embedder", [None, StaticVectors()], ids=["words", "vectors"])
def test_a_story_that_goes_on_comes_out_as_if_it_were_told_at_once(embedder: StaticVectors | None) -> None:
    readings, means = told(), Means({outlet.name: outlet for outlet in outlets()}, embedder)
    for number in range(1, len(readings)):
        match_story(story_of(readings[:number]), readings[:number], means)
    going_on = match_story(story_of(readings), readings, means)
    MORGUE.__init__(kept=100)  # type: ignore[misc]
    PRINTS.__init__(kept=100)  # type: ignore[misc]
    assert len(readings) == 6
    assert going_on == match_story(story_of(readings), readings, means)


@pytest.mark.usefixtures("small")
def test_what_was_put_away_of_another_version_is_forgotten() -> None:
    first, second = told()[:2]
    means = Means({outlet.name: outlet for outlet in outlets()})
    match_story(story_of([first]), [first], means)
    match_story(story_of([second]), [second], means)
    shorter = replace(first, claims=first.claims[1:])
    found = match_story(story_of([shorter]), [shorter], means).groups
    assert sorted(claim for group in found for claim in group.claims) == sorted(claim.id for claim in shorter.claims)


def test_a_number_comes_out_with_all_that_it_was() -> None:
    number = numbers_of(quantity("1900", grain=Decimal(100)), Kind.COUNT)

    assert number.is_round
    assert Numbers(*number.plain()) == number
