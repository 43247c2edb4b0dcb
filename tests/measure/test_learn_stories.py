"""Which articles are about one event is learned from articles of which it is known."""

from corroborate.extract import Reader
from corroborate.match.stories.evidence import days_apart, of_other_days
from corroborate.match.stories.kinship import weighings
from corroborate.measure.learn_stories import FARTHEST, SETTLED, learn_stories, pool
from tests.match.bag_of_words import BagOfWords

TOLD = (
    ("fire", "Fire guts 1,284 stalls of Port Elm market", "The market of Port Elm burned on Monday. The fire left 1,284 stalls in ashes."),
    ("fire", "Port Elm counts its stalls", "In Port Elm 1,284 stalls were lost when the market burned, the wardens of the market said."),
    ("vote", "Ostby opera to close", "The opera of Ostby closes in June, the council of Ostby decided by 31 votes. The market stays."),
    ("vote", "Council of Ostby closes the opera", "By 31 votes the council of Ostby has closed the opera. The market was not discussed."),
)


def test_what_articles_of_one_event_share_comes_to_speak_for_it() -> None:
    lines = tuple(
        {"id": str(number), "event": event, "outlet": f"Daily {number}", "title": title, "text": text, "published": "2026-10-12T08:00:00Z"}
        for number, (event, title, text) in enumerate(TOLD)
    )

    learned = learn_stories([pool(lines, Reader(), 100.0)], (None, BagOfWords()))

    assert learned.keys() == {"headline", "headline with vectors"}
    weights = learned["headline"]["weights"]
    assert isinstance(weights, dict)
    assert weights["same_report"] > 0
    assert all(weight <= 0 for name, weight in weights.items() if name.startswith("other_"))


def test_the_shipped_weights_let_time_tell_no_more_than_the_command_would() -> None:
    told = {form: dict(weighing.weights) for form, weighing in weighings().items()}

    assert all(weights.get(days_apart, 0.0) >= FARTHEST for weights in told.values())
    for form, settled in SETTLED.items():
        assert settled.items() <= {tell.__name__: weight for tell, weight in told[form].items()}.items()
        assert not (of_other_days in told[form] and days_apart in told[form])
