from dataclasses import replace
from datetime import timedelta

import pytest

from corroborate.errors import UnknownId
from corroborate.model.articles import Readability, Reading
from corroborate.model.stories import Story
from corroborate.store import Store, stories
from tests.factory import NOON
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, Matched, ferry_matching, ferry_reading, later_edition


def test_a_story_comes_with_the_current_version_of_each_article(store: Store) -> None:
    right = ferry_reading(GAZETTE, GAZETTE_URL, "45")
    for one in (ferry_reading(), later_edition(), right):
        store.readings.save(one, "1")
    matching, assessments = ferry_matching(later_edition(), right)
    store.matches.save(matching, assessments, now=NOON)

    record = store.stories.get(matching.stories[0].id)

    assert record.articles == tuple(replace(article, text="") for article in (later_edition().article, right.article))


def test_an_article_that_could_not_be_read_is_in_its_story_with_the_reason(store: Store) -> None:
    left = ferry_reading()
    stub = Reading(replace(ferry_reading(GAZETTE, GAZETTE_URL).article, readability=Readability.STUB), ())
    for one in (left, stub):
        store.readings.save(one, "1")
    story = Story("s_1", "Ferry aground", (left.article.id, stub.article.id), NOON, NOON)
    store.matches.save(Matched((story,)), (), now=NOON)

    assert [version.readability for version in store.stories.get("s_1").articles] == [Readability.READ, Readability.STUB]


def test_stories_come_in_order_of_their_first_article(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "BATCH", 2)
    told = [Story(f"s_{number}", f"Story {number}", (f"a_{number}",), NOON + timedelta(hours=9 - number), NOON) for number in range(5)]
    store.matches.save(Matched(tuple(told)), (), now=NOON)

    assert list(store.stories.all()) == told[::-1]


def test_a_story_that_grew_keeps_its_id_and_gets_its_articles_anew(store: Store) -> None:
    story = Story("s_1", "Ferry aground", ("a_1", "a_2"), NOON, NOON)
    store.matches.save(Matched((story,)), (), now=NOON)
    grown = replace(story, articles=("a_3", "a_1"), title="Ferry Marisol aground")

    store.matches.save(Matched((grown,)), (), now=NOON)

    assert list(store.stories.all()) == [grown]


def test_every_story_comes_as_it_comes_alone(store: Store) -> None:
    left, right = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
    for one in (left, right):
        store.readings.save(one, "1")
    store.matches.save(*ferry_matching(left, right), now=NOON)

    assert list(store.stories.records()) == [store.stories.get(story.id) for story in store.stories.all()]


def test_an_unknown_story_is_told_as_such(store: Store) -> None:
    with pytest.raises(UnknownId, match="s_9"):
        store.stories.get("s_9")
