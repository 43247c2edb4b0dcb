"""What became of stories and groups whose ids are found no more."""

from dataclasses import replace
from datetime import timedelta

import pytest

from corroborate.errors import Overtaken, UnknownId
from corroborate.model.articles import Reading
from corroborate.model.findings import Agreement, Assessment, Verdict
from corroborate.model.ids import content_id
from corroborate.model.records import ClaimQuery, GroupRecord, StoryRecord
from corroborate.model.stories import ClaimGroup, Story
from corroborate.store import Store
from corroborate.store.matches import Settled
from corroborate.store.sketches import SketchRecord
from tests.factory import NOON
from tests.store.newsdesk import Matched, ferry_reading

READINGS = tuple(ferry_reading(f"Outlet {number}", f"https://outlet-{number}.example/ferry") for number in range(4))
HOUR = timedelta(hours=1)


def matched(*readings: Reading) -> tuple[Matched, tuple[Assessment, ...]]:
    """One story with one group, named after the first article."""
    first = readings[0].article.id
    story = Story(content_id("s", first), "A ferry", tuple(one.article.id for one in readings), NOON, NOON)
    claims = tuple(one.claims[-1].id for one in readings)
    group = ClaimGroup(content_id("g", story.id), story.id, "How many?", READINGS[0].claims[-1].kind, None, claims)
    return Matched((story,), (group,)), (Assessment(group.id, Agreement.AGREE, Verdict.REPEATED, None, None, ("42",)),)


def hold(store: Store, *readings: Reading, settled: Settled | None = None) -> tuple[str, str]:
    """Save that these are one story; returns its id and that of its group."""
    matching, assessments = matched(*readings)
    store.matches.save(matching, assessments, now=NOON, settled=settled or Settled())
    return matching.stories[0].id, matching.groups[0].id


@pytest.fixture
def read(store: Store) -> Store:
    for one in READINGS:
        store.readings.save(one, "1")
    return store


def test_a_story_taken_in_by_another_leads_to_it_and_so_does_its_group(read: Store) -> None:
    old_story, old_group = hold(read, READINGS[1])

    story, group = hold(read, *READINGS[:2])

    found, same = read.find_any(old_story), read.find_any(old_group)
    assert isinstance(found, StoryRecord)
    assert isinstance(same, GroupRecord)
    assert (found.story.id, same.group.id) == (story, group)
    assert read.stories.get(old_story).story.id == story
    assert read.groups.get(old_group).group.id == group
    assert len(list(read.claims.find(ClaimQuery(group=old_group)))) == 2
    assert len(list(read.claims.find(ClaimQuery(story=old_story)))) == 4
    assert [one.id for one in read.stories.all()] == [story]
    assert read.check() == ()


def test_several_joins_one_after_the_other_lead_to_the_last_story(read: Store) -> None:
    first_story, first_group = hold(read, READINGS[3])
    hold(read, *READINGS[2:])
    hold(read, *READINGS[1:])

    story, group = hold(read, *READINGS)

    assert (read.aliases.current(first_story), read.aliases.current(first_group)) == (story, group)


def test_a_story_that_is_found_again_leads_to_itself(read: Store) -> None:
    story, group = hold(read, READINGS[1])
    joined, _ = hold(read, *READINGS[:2])
    hold(read, READINGS[0])

    hold(read, READINGS[1])

    assert (read.aliases.current(story), read.aliases.current(group)) == (story, group)
    assert read.stories.get(joined).story.articles == (READINGS[0].article.id,)
    assert read.aliases.all() == {}


def test_a_divided_story_leads_to_the_one_with_most_of_its_articles(read: Store) -> None:
    story, group = hold(read, *READINGS[:3])
    left, right = matched(READINGS[1]), matched(READINGS[2], READINGS[0])

    both = Matched((*left[0].stories, *right[0].stories), (*left[0].groups, *right[0].groups))
    read.matches.save(both, (*left[1], *right[1]), now=NOON)

    assert read.aliases.current(story) == right[0].stories[0].id
    assert read.aliases.current(group) == right[0].groups[0].id


def test_a_group_whose_claims_are_gone_leads_to_its_story(read: Store) -> None:
    story, group = hold(read, *READINGS[:2])
    matching, _ = matched(*READINGS[:2])

    read.matches.save(replace(matching, groups=()), (), now=NOON)

    found = read.find_any(group)
    assert isinstance(found, StoryRecord)
    assert found.story.id == story
    with pytest.raises(UnknownId):
        read.groups.get(group)


def test_of_a_story_whose_articles_are_gone_nothing_is_left(read: Store) -> None:
    story, group = hold(read, READINGS[0])

    read.matches.save(Matched(), (), now=NOON, settled=Settled(gone=(story,), removed=(READINGS[0].article.id,)))

    for identity in (story, group):
        with pytest.raises(UnknownId, match="there is no"):
            read.find_any(identity)


def test_a_story_keeps_the_articles_that_another_does_not_take(read: Store) -> None:
    story, _ = hold(read, *READINGS[:3])

    taken, _ = hold(read, READINGS[2])

    assert read.stories.get(story).story.articles == (READINGS[0].article.id, READINGS[1].article.id)
    assert read.stories.get(taken).story.articles == (READINGS[2].article.id,)


def sketch(of: Reading, hours: int = 0) -> SketchRecord:
    return SketchRecord(of.article.id, of.article.revision, NOON + HOUR * hours, b"\x00sketch")


def test_sketches_come_back_with_all_of_the_stories_that_reach_into_the_time(read: Store) -> None:
    sketches = tuple(sketch(one, hours) for hours, one in enumerate(READINGS))
    hold(read, READINGS[0], READINGS[3], settled=Settled(sketches=sketches))

    generation, since = read.sketches.since(NOON + 2 * HOUR)

    assert {one.article for one in since} == {READINGS[index].article.id for index in (0, 2, 3)}
    assert sketches[2] in since
    assert len(read.sketches.since(None)[1]) == 4
    assert generation == read.sketches.generation() == 1
    assert read.sketches.moments([sketches[1].article, "a_9"]) == {sketches[1].article: NOON + HOUR}


def test_a_matching_that_others_overtook_is_refused_and_changes_nothing(read: Store) -> None:
    begun = read.sketches.generation()
    hold(read, READINGS[0], settled=Settled(generation=begun, sketches=(sketch(READINGS[0]),)))

    with pytest.raises(Overtaken):
        hold(read, READINGS[1], settled=Settled(generation=begun, sketches=(sketch(READINGS[1]),)))

    assert len(list(read.stories.all())) == 1


def test_going_through_a_story_again_overtakes_nobody(read: Store) -> None:
    story, _ = hold(read, READINGS[0])
    begun = read.sketches.generation()
    hold(read, READINGS[0], settled=Settled(generation=begun, stories=(story,)))

    hold(read, *READINGS[:2], settled=Settled(generation=begun, sketches=(sketch(READINGS[1]),)))

    assert len(read.stories.get(story).story.articles) == 2
