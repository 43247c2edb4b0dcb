"""Rises and falls before and behind a figure."""

import pytest

from corroborate.extract.neighbours import words_after, words_before
from corroborate.extract.quantities.movements import movement_after, movement_before


@pytest.mark.parametrize(
    ("lead", "direction", "preposition"),
    [
        ("Shares rose ", 1, ""),
        ("Shares fell sharply by ", -1, "by"),
        ("Rents have climbed to ", 1, "to"),
        ("Sales were down ", -1, ""),
        ("The index edged up ", 1, ""),
        ("An increase of ", 1, "of"),
        ("Shares rose 3 percent to ", 1, "to"),
        ("The drug cut the risk by ", -1, "by"),
        ("The toll stood at ", 0, "at"),
    ],
)
def test_a_movement_before_the_figure(lead: str, direction: int, preposition: str) -> None:
    movement = movement_before(words_before(lead, len(lead)))

    assert movement is not None
    assert (movement.direction, movement.preposition) == (direction, preposition)


@pytest.mark.parametrize("lead", ["The port has ", "It may take up to ", "Shares rose after the sale of ", ""])
def test_no_movement_where_none_is_told(lead: str) -> None:
    assert movement_before(words_before(lead, len(lead))) is None


def test_the_thing_moved_stands_between_verb_and_preposition() -> None:
    movement = movement_before(words_before("Officials put the number of dead at ", 36))

    assert movement is not None
    assert [word.text for word in movement.moved] == ["dead"]


@pytest.mark.parametrize(("behind", "direction"), [(" drop in sales", -1), (" higher than in May", 1), (" of sales", 0), ("", 0)])
def test_a_movement_behind_the_figure(behind: str, direction: int) -> None:
    assert movement_after(words_after(f"19 percent{behind}", 10)) == direction
