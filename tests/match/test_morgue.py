"""What is kept of an article serves only the very same reading."""

from collections.abc import Hashable
from dataclasses import dataclass, replace

from corroborate.match.morgue import Foldable, Morgue
from corroborate.newsroom.stream import stream

READINGS = [one.reading for one in stream(1, 3)]


@dataclass
class Notes(Foldable):
    """What was worked out of an article, and how often it was put away."""

    told: int = 1
    put_away: int = 0

    @property
    def state(self) -> Hashable:
        return self.told

    def folded(self) -> object:
        self.put_away += 1
        return self.told


def test_an_equal_reading_finds_what_was_worked_out_of_it() -> None:
    morgue = Morgue()
    morgue.clipping(READINGS[0]).worked["length"] = 3
    again = replace(READINGS[0], claims=tuple(replace(claim) for claim in READINGS[0].claims))
    assert morgue.clipping(again).worked == {"length": 3}


def test_another_version_of_an_article_begins_anew() -> None:
    morgue = Morgue()
    morgue.clipping(READINGS[0]).worked["length"] = 3
    later = replace(READINGS[0], claims=READINGS[0].claims[1:])
    assert morgue.clipping(later).worked == {}
    assert len(morgue) == 1


def test_what_was_used_longest_ago_is_thrown_away_first() -> None:
    morgue = Morgue(kept=2)
    for reading in (READINGS[0], READINGS[1], READINGS[0], READINGS[2]):
        morgue.clipping(reading).worked[reading.article.id] = True
    assert [bool(morgue.clipping(reading).worked) for reading in (READINGS[0], READINGS[2], READINGS[1])] == [True, True, False]


def test_what_learned_nothing_is_put_away_as_it_was() -> None:
    morgue, notes = Morgue(kept=1), Notes()
    morgue.clipping(READINGS[0]).worked["notes"] = notes

    for told in (1, 1, 2):
        morgue.clipping(READINGS[1])
        taken_up = morgue.clipping(READINGS[0])
        assert taken_up.folded == {"notes": notes.told}
        notes.told = told
        taken_up.worked["notes"] = notes

    morgue.clipping(READINGS[1])
    assert (notes.put_away, morgue.clipping(READINGS[0]).folded) == (2, {"notes": 2})
