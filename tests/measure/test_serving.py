from collections.abc import Iterator

import pytest

from corroborate.measure.newsstand import FIRST_DAY, Newsstand
from corroborate.measure.serving import Served, addresses, bring_in, fill, serving_bars, serving_rows
from corroborate.publish.language import parse
from corroborate.store import Store


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(str(tmp_path_factory.mktemp("library") / "library.db")) as store:
        fill(store, 80)
        yield store


def test_a_library_is_what_reading_and_matching_would_have_left(library: Store) -> None:
    (story, *others) = library.stories.records()

    assert (len(others), len(story.articles), len(story.groups)) == (9, 8, 10)
    assert library.check() == ()
    for verdict in {group.assessment.verdict.value for group in story.groups}:
        assert any(record.story == story.story.id for record in library.search.all(parse(f"verdict:{verdict} story:{story.story.id}")))
    word = story.story.title.split()[0]
    assert {record.story for record in library.search.all(parse(f"party:{word}"))} >= {story.story.id}


def test_the_same_seed_gives_the_same_stories() -> None:
    assert Newsstand(3).story(1, FIRST_DAY) == Newsstand(3).story(1, FIRST_DAY)
    assert Newsstand(3).story(1, FIRST_DAY) != Newsstand(4).story(1, FIRST_DAY)


def test_what_readers_ask_can_be_answered(library: Store) -> None:
    asked = list(addresses(library, 1, each=1))

    assert {name for name, _ in asked if name != "story page"} == {name for name, _ in asked if name.startswith("search: ")}
    assert len(asked) == 7


def test_what_is_brought_in_twice_is_there_once(library: Store) -> None:
    before = library.bulk.claims()
    bundle = Newsstand(1).story(0, FIRST_DAY)

    bring_in(library, [bundle])

    assert library.bulk.claims() == before


def test_95_of_100_answers_are_held_against_what_is_asked() -> None:
    quick, slow = tuple([10.0] * 99 + [900.0]), tuple([10.0] * 90 + [151.0] * 10)
    found = Served(1, 1, {"search: a": quick, "story page": slow})

    assert [bar.is_met for bar in serving_bars(found)] == [True, False]
    assert [row["answers"] for row in serving_rows(found)] == [100, 100]
