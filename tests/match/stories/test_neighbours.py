"""Stories among events that share people, places and days, read by the real reader."""

from collections import Counter
from datetime import timedelta

import pytest

from corroborate.extract import Reader
from corroborate.match.embedding import Embedder, MiniLM
from corroborate.match.stories.index import find_stories
from corroborate.model.articles import Reading
from tests.factory import NOON, article
from tests.match.stories.neighbours import EVENTS


def readings() -> tuple[list[Reading], dict[str, str]]:
    """All articles, and the event of each."""
    reader, found, events = Reader(), [], {}
    for event, told in EVENTS.items():
        for number, (title, text) in enumerate(told):
            published = NOON + timedelta(hours=7 * len(found) % 30)
            one = article("Dune Daily", text, title=title, url=f"https://dune-daily.example/{event}/{number}", published=published)
            found.append(reader.read_article(one))
            events[one.id] = event
    return found, events


@pytest.mark.parametrize(("embedder", "precision", "recall"), [(MiniLM(), 0.87, 0.95), (None, 0.75, 0.9)], ids=["meaning", "words alone"])
def test_few_stories_mix_the_concerns_of_one_minister(embedder: Embedder | None, precision: float, recall: float) -> None:
    found, events = readings()

    stories = find_stories(found, embedder)

    size = {story.id: len(story.articles) for story in stories}
    shared = Counter((story.id, events[identity]) for story in stories for identity in story.articles)
    assert sum(number * number / size[story] for (story, _), number in shared.items()) / len(found) >= precision
    assert sum(number * number / len(EVENTS[event]) for (_, event), number in shared.items()) / len(found) >= recall
