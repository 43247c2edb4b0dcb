"""What is known of a claim holds of the same words in another article."""

from datetime import timedelta

from corroborate.match.groups.clustering import claim_groups
from corroborate.match.groups.mentions import Mention, mentions
from corroborate.match.groups.scoring import COURSES, UNTOLD, _odds_for
from corroborate.match.groups.twins import Twins, hangs_on_words
from corroborate.newsroom.stream import stream
from tests.factory import NOON, article, claim, period, quantity, reading


def counts() -> list[Mention]:
    """All counts of a stream's stories, in order of time, compared with each other."""
    told = [one for one in mentions([one.reading for one in stream(3, 12, live=2)], None) if one.family == "count:"]
    claim_groups("s_1", told)
    return sorted(told, key=lambda one: one.key)


def test_what_is_known_of_a_twin_is_what_would_be_found() -> None:
    told, course = counts(), COURSES["count"]
    twins = Twins(told)
    pairs = [(left, place) for place in range(len(told)) for left in told[:place]]
    known = {(left, place): odds for left, place in pairs if (odds := twins.odds(left, place)) is not None}

    assert len(known) > len(pairs) / 10
    for (left, place), odds in known.items():
        worked_out = _odds_for(left, told[place], course)
        assert odds == worked_out or (worked_out == UNTOLD and odds <= 0)


def test_a_figure_whose_days_are_told_hangs_on_the_day_of_its_article() -> None:
    of = article("Dune Daily", "Nine people died in May.", published=NOON + timedelta(hours=1))
    bare = claim(of, "Nine", quantity("9", counted="people"))
    dated = claim(of, "Nine", quantity("9", counted="people"), period=period("2026-05-01", "2026-05-31"))

    assert [hangs_on_words(one) for one in (*mentions([reading(of, bare)], None), *mentions([reading(of, dated)], None))] == [True, False]
