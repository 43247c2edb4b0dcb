"""Which articles are about one event."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corroborate.match.stories.index import find_stories
from corroborate.model.articles import Reading
from tests.factory import NOON, article, reading
from tests.match.bag_of_words import BagOfWords

QUAKES = {
    "Harbour Herald": (
        "Quake near Aldervale damages the old town",
        "An earthquake shook Aldervale in Norrland on Monday. Mayor Petra Lindholm said the old bridge over the Sella was closed. "
        "Rescuers from Norrland dug through the night in Aldervale, and Petra Lindholm asked for tents.",
    ),
    "Dune Daily": (
        "Aldervale: mayor asks for tents after earthquake",
        "Petra Lindholm, mayor of Aldervale, asked the government of Norrland for tents on Tuesday after an earthquake had torn up "
        "the bridge over the Sella. Schools in Aldervale stay closed.",
    ),
    "Fell Courier": (
        "Quake near Brackwater damages the harbour",
        "An earthquake shook Brackwater in Osmark on Thursday. Mayor Jonas Ekdal said the new pier was closed. "
        "Rescuers from Osmark dug through the night in Brackwater, and Jonas Ekdal asked for tents.",
    ),
}


def report(outlet: str, days: float = 0) -> Reading:
    title, text = QUAKES[outlet]
    return reading(article(outlet, text, title=title, published=NOON + timedelta(days=days)))


def parts(*readings: Reading) -> set[frozenset[str]]:
    names = {one.article.id: one.article.outlet for one in readings}
    return {frozenset(names[identity] for identity in story.articles) for story in find_stories(readings, BagOfWords())}


def test_two_quakes_of_one_week_are_two_stories() -> None:
    found = parts(report("Harbour Herald"), report("Dune Daily", 0.6), report("Fell Courier", 1))

    assert found == {frozenset({"Harbour Herald", "Dune Daily"}), frozenset({"Fell Courier"})}


def test_the_same_words_a_month_later_are_another_story() -> None:
    first, later = report("Harbour Herald"), report("Dune Daily", 31)

    assert len(find_stories([first, later], None)) == 2


def test_without_an_embedder_words_and_names_decide() -> None:
    readings = [report("Harbour Herald"), report("Dune Daily", 0.6), report("Fell Courier", 1)]

    assert len(find_stories(readings, None)) == 2


def test_a_story_keeps_its_id_when_later_articles_join_it() -> None:
    (before,) = find_stories([report("Harbour Herald")], None)
    (after,) = find_stories([report("Dune Daily", 0.6), report("Harbour Herald")], None)

    assert after.id == before.id
    assert after.articles[0] == before.articles[0]


def test_a_headline_stands_over_a_story_rather_than_a_sentence_cut_short() -> None:
    head, told = QUAKES["Harbour Herald"]
    endless = f"{told.replace('. ', ', ')} Schools stay closed."
    long = reading(article("Dune Daily", endless, title=None, published=NOON + timedelta(hours=2)))

    (alone,) = find_stories([long], None)
    (both,) = find_stories([report("Harbour Herald"), long], None)

    assert alone.title.startswith("An earthquake shook Aldervale in Norrland on Monday, Mayor Petra Lindholm said")
    assert alone.title.endswith("dug through the…")
    assert both.title == head


def test_an_article_without_text_or_title_is_a_story_of_its_own() -> None:
    (story,) = find_stories([reading(article("Dune Daily", ""))], None)

    assert story.title


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(("Harbour Herald", "Dune Daily", "Fell Courier")))
def test_the_order_in_which_articles_are_handed_in_makes_no_difference(order: list[str]) -> None:
    days = {"Harbour Herald": 0.0, "Dune Daily": 0.6, "Fell Courier": 1.0}
    expected = find_stories([report(outlet, day) for outlet, day in days.items()], None)

    assert find_stories([report(outlet, days[outlet]) for outlet in order], None) == expected


@pytest.mark.parametrize("text", ["", "x", "…" * 50, "A" * 5000, "\n" * 100])
def test_no_text_upsets_the_stories(text: str) -> None:
    assert find_stories([reading(article("Dune Daily", text))], BagOfWords())
